// The plain areas that a client points at to show where it hurts: their own layer, never tension.
#pragma once

#include <string>
#include <vector>

#include "domain/ids.h"

namespace unknot::domain {

struct PlainArea {
  std::string slug;  // permanent: "low-back-left"
  std::vector<RegionSlug> regions;
};

}  // namespace unknot::domain

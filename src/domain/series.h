// Movements that are given together, in their order: the Cat Stretch, or a practice's own
// (data/series/<slug>.toml).
#pragma once

#include <string>
#include <vector>

#include "domain/exercise_plan.h"

namespace unknot::domain {

struct Series {
  std::string slug;
  std::string title;
  std::string about;            // one plain sentence for the practitioner; may be empty
  std::vector<PlanItem> items;  // without cues: their file is plain text
  bool own = false;             // the practice's, not the shipped one
};

}  // namespace unknot::domain

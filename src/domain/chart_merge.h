// Two charts that turned out to be of one person. Nothing of either is rewritten: every record keeps the
// client it was written for, and this says that one chart is part of the other, since when and by whom. Until
// it is undone, both are read as one.
#pragma once

#include <optional>
#include <string>

#include "core/date.h"
#include "domain/ids.h"

namespace unknot::domain {

struct ChartMerge {
  ChartMergeId id;
  ClientId kept;   // whose chart goes on
  ClientId other;  // whose chart is part of it
  UserId author;
  std::string authorName;  // as it was then
  core::Instant mergedAt;
  std::optional<core::Instant> separatedAt = {};
  UserId separatedBy = {};  // nil while they are together
  friend bool operator==(const ChartMerge&, const ChartMerge&) = default;
};

}  // namespace unknot::domain

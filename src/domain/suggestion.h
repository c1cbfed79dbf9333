// Which movements of the library speak to what was found. A suggestion never decides: each comes with the
// regions that speak for it, and what is left out says why. The same input gives the same order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/body_atlas.h"
#include "domain/exercise.h"
#include "domain/safety.h"
#include "domain/session.h"

namespace unknot::domain {

// Regions of this tension or more speak for a movement (the program's own rule: "moderate" and above).
inline constexpr int kSpeakingTension = 2;

struct SpeakingRegion {
  RegionSlug region;
  std::optional<int> tension;  // none: only the finding N is charted
  bool after = false;          // as it was left; else as it was met, where nothing was charted afterwards
  bool noControl = false;      // finding N: it speaks at any tension
  friend bool operator==(const SpeakingRegion&, const SpeakingRegion&) = default;
};

struct Suggestion {
  ExerciseSlug exercise;
  std::vector<SpeakingRegion> regions;  // the strongest first
  std::vector<std::string> patterns;    // of the exercise, as far as those regions belong to them
  std::vector<SafetyHit> keepSmall;
  bool first = false;  // comes first in most home practices, whatever was found (common teaching)
};

struct LeftOut {
  ExerciseSlug exercise;
  std::vector<SpeakingRegion> regions;  // that would speak for it; may be empty
  std::vector<SafetyHit> because;
};

struct Suggestions {
  std::vector<Suggestion> suggested;
  std::vector<LeftOut> leftOut;
};

// `map`: the newest one; without it only the movement that comes first is suggested. What is in `planned`
// already, or put away, is neither suggested nor left out.
Suggestions suggest(const std::vector<Exercise>& library, const BodyAtlas& atlas,
                    const std::vector<RegionFinding>& map, const std::vector<const SafetyFlag*>& raised,
                    const std::vector<ExerciseSlug>& planned);

}  // namespace unknot::domain

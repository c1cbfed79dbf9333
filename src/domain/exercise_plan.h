// The home practice of a client: a few slow movements, in order, with a dose. Versions are only ever added.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "domain/exercise.h"
#include "domain/ids.h"

namespace unknot::domain {

enum class PlanSide { none, left, right, both };

struct PlanItem {
  ExerciseSlug exercise;
  PlanSide side = PlanSide::none;
  int repetitions = 5;  // 1..100
  int rounds = 1;       // 1..20
  int timesADay = 1;    // 1..10
  int minutes = 3;      // about how long, 1..60
  std::string cue;      // in the practitioner's words
  std::string reason;   // why it was added though a rule leaves it out; not printed
  friend bool operator==(const PlanItem&, const PlanItem&) = default;
};

struct ExercisePlan {
  PlanId id;
  ClientId client;
  int version = 1;  // grows by one with each change for the client
  core::Date from{1970, 1, 1};
  std::optional<core::Date> reviewOn;
  std::vector<PlanItem> items;
  std::string note;      // to the client, printed
  int weeks = 2;         // that the printed week-grid has, 1..4
  bool grouped = false;  // printed by position, so that nobody gets up and down
  UserId author;
  core::Instant savedAt;
  friend bool operator==(const ExercisePlan&, const ExercisePlan&) = default;
};

// Few exercises are done more often than many: above this the screen says so (common teaching).
inline constexpr std::size_t kFewExercises = 5;
inline constexpr std::size_t kMostPlanItems = 60;
inline constexpr int kMostWeeks = 4;

// The library's usual dose.
PlanItem usualItem(const Exercise& exercise);

// As it is printed: where the plan is grouped, by position, lying on the back first, so that nobody gets up
// and down.
ExercisePlan inOrderOfPrint(ExercisePlan plan, const std::vector<Exercise>& library);

std::string_view toString(PlanSide side);
PlanSide planSideFrom(std::string_view text);

// Throws InputError naming item and field. At least one item, at most 60.
void check(const std::vector<PlanItem>& items);
// As its items, and InputError for its note, weeks and days.
void check(const ExercisePlan& plan);

}  // namespace unknot::domain

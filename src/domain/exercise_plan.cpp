#include "domain/exercise_plan.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/error.h"
#include "core/utf8.h"
#include "domain/choice.h"
#include "domain/required.h"

namespace unknot::domain {
namespace {

constexpr Choices<PlanSide, 4> kSides{{{PlanSide::none, "none"},
                                       {PlanSide::left, "left"},
                                       {PlanSide::right, "right"},
                                       {PlanSide::both, "both"}}};

}  // namespace

PlanItem usualItem(const Exercise& exercise) {
  PlanItem item;
  item.exercise = exercise.slug;
  item.side = exercise.dose.eachSide ? PlanSide::both : PlanSide::none;
  item.repetitions = exercise.dose.repetitions;
  item.rounds = exercise.dose.rounds;
  item.timesADay = exercise.dose.timesADay;
  item.minutes = exercise.dose.minutes;
  return item;
}

ExercisePlan inOrderOfPrint(ExercisePlan plan, const std::vector<Exercise>& library) {
  if (!plan.grouped) return plan;
  static constexpr std::array kOrder{
      Position::lyingOnBack,    Position::lyingOnSide,    Position::lyingOnFront, Position::allFours,
      Position::sittingOnFloor, Position::sittingOnChair, Position::standing};
  const auto placeOf = [&](const PlanItem& item) {
    const auto exercise = std::find_if(library.begin(), library.end(),
                                       [&](const auto& each) { return each.slug == item.exercise; });
    return exercise == library.end() ? kOrder.end()
                                     : std::find(kOrder.begin(), kOrder.end(), exercise->position);
  };
  std::stable_sort(plan.items.begin(), plan.items.end(),
                   [&](const auto& a, const auto& b) { return placeOf(a) < placeOf(b); });
  return plan;
}

std::string_view toString(PlanSide side) {
  return choiceText(kSides, side);
}
PlanSide planSideFrom(std::string_view text) {
  return choiceFrom(kSides, "side", text);
}

void check(const std::vector<PlanItem>& items) {
  checkRange("items", static_cast<long>(items.size()), 1, static_cast<long>(kMostPlanItems));
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& item = items[i];
    const std::string place = "items[" + std::to_string(i) + "].";
    checkRequired(place + "exercise", item.exercise, core::kNameLimit);
    checkRange(place + "repetitions", item.repetitions, 1, 100);
    checkRange(place + "rounds", item.rounds, 1, 20);
    checkRange(place + "timesADay", item.timesADay, 1, 10);
    checkRange(place + "minutes", item.minutes, 1, 60);
    core::checkText(place + "cue", item.cue, core::kLineLimit);
    core::checkText(place + "reason", item.reason, core::kLineLimit);
  }
}

void check(const ExercisePlan& plan) {
  check(plan.items);
  core::checkText("note", plan.note, core::kTextLimit);
  checkRange("weeks", plan.weeks, 1, kMostWeeks);
  if (plan.reviewOn && *plan.reviewOn < plan.from)
    throw core::InputError({"error.reviewDate", {{"value", plan.reviewOn->toIso()}}, {}});
}

}  // namespace unknot::domain

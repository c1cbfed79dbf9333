#include "domain/plan_template.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "domain/required.h"

namespace unknot::domain {

PlanTemplate templateOf(const ExercisePlan& plan, std::string name) {
  PlanTemplate made;
  made.name = std::move(name);
  made.items = plan.items;
  for (auto& item : made.items) item.reason.clear();
  made.weeks = plan.weeks;
  made.grouped = plan.grouped;
  return made;
}

void check(const PlanTemplate& wanted) {
  checkRequired("name", wanted.name, core::kNameLimit);
  check(wanted.items);
  checkRange("weeks", wanted.weeks, 1, kMostWeeks);
}

Given give(ExercisePlan& plan, const std::vector<PlanItem>& items, const std::vector<Exercise>& library,
           const std::vector<const SafetyFlag*>& raised) {
  Given given;
  const auto before = plan.items;
  for (const auto& item : items) {
    const auto isSame = [&](const auto& other) { return other.exercise == item.exercise; };
    if (std::any_of(before.begin(), before.end(), isSame)) continue;
    const auto exercise = std::find_if(library.begin(), library.end(),
                                       [&](const auto& each) { return each.slug == item.exercise; });
    if (exercise == library.end()) {
      given.unknown.push_back(item);
    } else if (!judge(*exercise, raised).leavesOut.empty()) {
      given.leftOut.push_back(item);
    } else {
      plan.items.push_back(item);
      ++given.added;
    }
  }
  return given;
}

Given give(ExercisePlan& plan, const PlanTemplate& wanted, const std::vector<Exercise>& library,
           const std::vector<const SafetyFlag*>& raised) {
  const bool wasEmpty = plan.items.empty();
  auto given = give(plan, wanted.items, library, raised);
  if (wasEmpty && given.added > 0) {
    plan.weeks = wanted.weeks;
    plan.grouped = wanted.grouped;
  }
  return given;
}

}  // namespace unknot::domain

#include "app/home_practice.h"

#include <algorithm>

#include "app/permission.h"
#include "app/require_client.h"
#include "core/error.h"

namespace unknot::app {

using domain::ExercisePlan;

namespace {

// What the practitioner wrote; version, author and time are the program's.
bool sameWords(ExercisePlan a, const ExercisePlan& b) {
  a.version = b.version;
  a.author = b.author;
  a.savedAt = b.savedAt;
  return a == b;
}

}  // namespace

ExercisePlan savePlan(Workspace& work, ExercisePlan plan) {
  requireRight(work.store, Right::writeChart);
  requireClient(work, plan.client);
  check(plan);
  for (std::size_t i = 0; i < plan.items.size(); ++i)
    if (work.content.exercise(plan.items[i].exercise) == nullptr)
      throw core::InputError(
          {"error.use.exercise",
           {{"field", "items[" + std::to_string(i) + "].exercise"}, {"value", plan.items[i].exercise}},
           {}});
  if (plan.id.isNil()) plan.id = work.ids.make<domain::PlanId>();
  for (const auto& earlier : work.store.plans().ofClient(plan.client)) {
    if (earlier.id != plan.id) continue;
    if (sameWords(plan, earlier)) return earlier;
    throw core::RefusedError({"error.plan.exists", {}, {}});
  }
  plan.author = work.store.user().id;
  plan.savedAt = work.clock.now();
  auto stored = work.store.plans().append(plan);
  publishAfterCommit(work, {Change::Kind::plan, stored.client.value, stored.id.value});
  return stored;
}

domain::PlanItem itemFor(const domain::Exercise& exercise) {
  domain::PlanItem item;
  item.exercise = exercise.slug;
  item.side = exercise.dose.eachSide ? domain::PlanSide::both : domain::PlanSide::none;
  item.repetitions = exercise.dose.repetitions;
  item.rounds = exercise.dose.rounds;
  item.timesADay = exercise.dose.timesADay;
  item.minutes = exercise.dose.minutes;
  return item;
}

}  // namespace unknot::app

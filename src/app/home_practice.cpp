#include "app/home_practice.h"

#include <algorithm>
#include <set>

#include "app/intakes.h"
#include "app/permission.h"
#include "app/require_client.h"
#include "app/subject.h"
#include "core/error.h"
#include "core/utf8.h"

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

void checkReasons(Workspace& work, const ExercisePlan& plan) {
  const auto raised = groundsOf(work, plan.client).raised;
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    if (!core::trimmed(plan.items[i].reason).empty()) continue;
    const auto& exercise = *work.content.exercise(plan.items[i].exercise);
    const auto against = domain::judge(exercise, raised).leavesOut;
    if (!against.empty())
      throw core::InputError({"error.plan.reason",
                              {{"field", "items[" + std::to_string(i) + "].reason"},
                               {"exercise", exercise.text.title},
                               {"flag", against.front().flag->title}},
                              {}});
  }
}

}  // namespace

ExercisePlan savePlan(Workspace& work, ExercisePlan plan) {
  requireRight(work.store, Right::writeChart);
  plan.client = requireClient(work, plan.client).id;
  check(plan);
  requireExercises(work, plan.items);
  if (plan.id.isNil()) plan.id = work.ids.make<domain::PlanId>();
  for (const auto& earlier : work.store.plans().ofClient(plan.client)) {
    if (earlier.id != plan.id) continue;
    if (sameWords(plan, earlier)) return earlier;
    throw core::RefusedError({"error.plan.exists", {}, {}});
  }
  checkReasons(work, plan);
  plan.author = work.store.user().id;
  plan.savedAt = work.clock.now();
  auto stored = work.store.plans().append(plan);
  publishAfterCommit(work, {Change::Kind::plan, stored.client.value, stored.id.value});
  return stored;
}

HomePracticeGrounds groundsOf(Workspace& work, domain::ClientId client) {
  requireRight(work.store, Right::readChart);
  HomePracticeGrounds grounds;
  const auto sessions = work.store.sessions().ofClient(client);
  const auto newest = std::find_if(sessions.rbegin(), sessions.rend(), [](const domain::Session& session) {
    const auto& content = session.current.content;
    return content.kind == domain::SessionKind::handsOn && !session.isInError() && !content.findings.empty();
  });
  if (newest != sessions.rend()) {
    grounds.mapOf = newest->current.content.serviceDate;
    grounds.map = newest->current.content.findings;
  }
  const auto intakes = work.store.intakes().ofClient(client);
  grounds.intake = !intakes.empty();
  if (grounds.intake) {
    grounds.raised = domain::countingFlags(flagsOf(work, client));
    grounds.questions = questionsOf(work, intakes.back());
    grounds.open = domain::openQuestions(work.content.safetyFlags(), intakes.back());
  }
  return grounds;
}

void requireExercises(const Workspace& work, const std::vector<domain::PlanItem>& items) {
  for (std::size_t i = 0; i < items.size(); ++i)
    if (work.content.exercise(items[i].exercise) == nullptr)
      throw core::InputError(
          {"error.use.exercise",
           {{"field", "items[" + std::to_string(i) + "].exercise"}, {"value", items[i].exercise}},
           {}});
}

domain::PracticeLog addPracticeLog(Workspace& work, domain::PracticeLog log) {
  requireRight(work.store, Right::writeChart);
  log.client = requireClient(work, log.client).id;
  check(log, work.today());
  // A movement that has left the library was still practised by somebody whose plan had it.
  std::set<domain::ExerciseSlug> planned;
  for (const auto& plan : work.store.plans().ofClient(log.client))
    for (const auto& item : plan.items) planned.insert(item.exercise);
  for (std::size_t i = 0; i < log.grid.size(); ++i)
    if (work.content.exercise(log.grid[i].exercise) == nullptr && !planned.contains(log.grid[i].exercise))
      throw core::InputError(
          {"error.use.exercise",
           {{"field", "grid[" + std::to_string(i) + "].exercise"}, {"value", log.grid[i].exercise}},
           {}});
  if (log.id.isNil()) log.id = work.ids.make<domain::PracticeLogId>();
  log.author = work.store.user().id;
  log.enteredAt = work.clock.now();
  work.store.practiceLogs().add(log);
  publishAfterCommit(work, {Change::Kind::practiceLog, log.client.value, log.id.value});
  return log;
}

}  // namespace unknot::app

// Use cases: the plan a client takes home, what speaks for and against each movement, and what came back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "domain/suggestion.h"

namespace unknot::app {

// Checks exercises against the library, appends a version. Throws InputError naming item and field; also
// ("error.plan.reason") for a movement that the safety list leaves out for this client and that has no
// reason.
domain::ExercisePlan savePlan(Workspace& work, domain::ExercisePlan plan);

// Throws InputError ("error.use.exercise") naming the first item whose movement is not in the library.
void requireExercises(const Workspace& work, const std::vector<domain::PlanItem>& items);

// What a client's chart says for and against the movements.
struct HomePracticeGrounds {
  std::optional<core::Date> mapOf;                // day of the newest map; none: nothing was charted yet
  std::vector<domain::RegionFinding> map;         // of that session
  bool intake = false;                            // there is one, so that flags could be raised
  std::vector<const domain::SafetyFlag*> raised;  // and not cleared since
  // Questions that could raise a flag and have no answer ("not sure", "I'd rather tell you", or nothing).
  std::vector<std::string> open;
  domain::Questionnaire questions;  // that the intake answered
};
// Asks the right to read charts.
HomePracticeGrounds groundsOf(Workspace& work, domain::ClientId client);
// Keeps a returned week. Sets id where it is nil, author and time. Throws InputError naming the field.
domain::PracticeLog addPracticeLog(Workspace& work, domain::PracticeLog log);

}  // namespace unknot::app

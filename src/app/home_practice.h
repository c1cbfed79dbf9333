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

// What a client's chart says for and against the movements.
struct HomePracticeGrounds {
  std::optional<core::Date> mapOf;         // day of the newest map; none: nothing was charted yet
  std::vector<domain::RegionFinding> map;  // of that session
  bool intake = false;                     // there is one, so that flags could be raised
  std::vector<const domain::SafetyFlag*> raised;
  // Questions that could raise a flag and have no answer ("not sure", "I'd rather tell you", or nothing).
  std::vector<std::string> open;
};
// Asks the right to read charts.
HomePracticeGrounds groundsOf(Workspace& work, domain::ClientId client);
// Keeps a returned week. Sets id where it is nil, author and time. Throws InputError naming the field.
domain::PracticeLog addPracticeLog(Workspace& work, domain::PracticeLog log);

// The practice's own film of a movement; "" takes it away. Throws InputError ("error.video") for what is no
// web address.
void setVideo(Workspace& work, const domain::ExerciseSlug& exercise, const std::string& address);

// Saves a movement of the practice's own; without a slug it is a new one. Pictures are those of shipped
// movements. Throws InputError naming "title", "purpose", "steps", "sense" or "pictures"; RefusedError for a
// slug that is shipped.
domain::Exercise saveOwnExercise(Workspace& work, domain::Exercise exercise);

// Keeps movements with their doses, without the cues that belong to one client, as a series of the practice's
// own. Throws InputError for an empty or long title, RefusedError when a series of that name is there.
domain::Series keepSeries(Workspace& work, const std::string& title, std::vector<domain::PlanItem> items);

}  // namespace unknot::app

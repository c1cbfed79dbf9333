// Use cases: home plans that the practice keeps to give them again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/workspace.h"

namespace unknot::app {

// By name. Asks the right to read charts.
std::vector<domain::PlanTemplate> planTemplates(Workspace& work);

// Keeps a template without its items' reasons: a new one where the id is nil, else in the place of that one.
// Sets id, author and time. Throws InputError ("error.planTemplate.name" for an empty name; item and field),
// RefusedError
// ("error.planTemplate.exists": name) when another one has the name.
domain::PlanTemplate keepTemplate(Workspace& work, domain::PlanTemplate wanted);

// As keepTemplate(); RefusedError ("error.planTemplate.gone") when it isn't there any more.
domain::PlanTemplate renameTemplate(Workspace& work, domain::PlanTemplateId id, const std::string& name);

// An id or a name. Throws InputError ("error.planTemplate.none": value).
domain::PlanTemplate resolveTemplate(Workspace& work, std::string_view idOrName);

struct Applied {
  domain::ExercisePlan plan;  // as saved
  domain::Given given;
};
// Behind the movements of the client's current plan, from today; a review date that has passed is not carried
// on. The safety list of the client counts. Throws InputError ("error.planTemplate.nothing") when nothing
// could be added.
Applied applyTemplate(Workspace& work, domain::ClientId client, const domain::PlanTemplate& wanted);

// One that is gone already is left alone. Plans that were made from it stay as they are.
void removeTemplate(Workspace& work, domain::PlanTemplateId id);

// Accents, case and the spaces around are no difference.
bool isSameName(std::string_view a, std::string_view b);

}  // namespace unknot::app

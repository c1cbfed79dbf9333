// Use cases: the plan a client takes home.
#pragma once

#include "app/workspace.h"

namespace unknot::app {

// Checks exercises against the library, appends a version. Throws InputError naming item and field.
domain::ExercisePlan savePlan(Workspace& work, domain::ExercisePlan plan);
// An item with the library's usual dose.
domain::PlanItem itemFor(const domain::Exercise& exercise);

}  // namespace unknot::app

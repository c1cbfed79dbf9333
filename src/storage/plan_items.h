// The movements of a plan and of a template: the same columns in plan_item and plan_template_item.
#pragma once

#include "domain/exercise_plan.h"
#include "storage/engine.h"

namespace unknot::storage {

// In the order in which readPlanItem() takes them.
inline constexpr std::string_view kPlanItemColumns =
    "exercise, side, repetitions, rounds, times_a_day, minutes, cue";

// Without the reason.
domain::PlanItem readPlanItem(const Statement& row);
void bindPlanItem(Statement& statement, const domain::PlanItem& item);

}  // namespace unknot::storage

// A home plan that a practice keeps to give it again: movements in their order, with dose and cue, and
// nothing of the client it was first made for.
#pragma once

#include <string>
#include <vector>

#include "domain/exercise_plan.h"
#include "domain/safety.h"

namespace unknot::domain {

struct PlanTemplate {
  PlanTemplateId id;
  std::string name;             // "First lesson, chair version"
  std::vector<PlanItem> items;  // 1..60, without reasons: those belong to one client
  int weeks = 2;                // 1..4
  bool grouped = false;
  UserId author;
  core::Instant savedAt;
  friend bool operator==(const PlanTemplate&, const PlanTemplate&) = default;
};

// The plan without what is its client's: days, note, and the reasons of movements that a rule leaves out.
PlanTemplate templateOf(const ExercisePlan& plan, std::string name);

// Throws InputError naming "name", or item and field.
void check(const PlanTemplate& wanted);

// What became of movements that were given together.
struct Given {
  std::size_t added = 0;
  std::vector<PlanItem> leftOut;  // not added: `raised` speaks against them for this client
  std::vector<PlanItem> unknown;  // not added: they are not in the library any more
};

// Puts movements behind those of the plan. One that is in it already stays as it is there.
Given give(ExercisePlan& plan, const std::vector<PlanItem>& items, const std::vector<Exercise>& library,
           const std::vector<const SafetyFlag*>& raised);
// The same with a template's movements; a plan that was empty also takes its weeks and grouping.
Given give(ExercisePlan& plan, const PlanTemplate& wanted, const std::vector<Exercise>& library,
           const std::vector<const SafetyFlag*>& raised);

}  // namespace unknot::domain

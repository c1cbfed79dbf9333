// Fictional records with every field set, so that a field which is lost on a way is seen.
#pragma once

#include <string>
#include <string_view>

#include "core/error.h"
#include "domain/practice_store.h"

namespace unknot::test {

template <class TypedId>
TypedId idOf(int number) {
  TypedId id;
  id.value.bytes[0] = std::byte{1};
  id.value.bytes[14] = static_cast<std::byte>(number / 256);
  id.value.bytes[15] = static_cast<std::byte>(number % 256);
  return id;
}

inline domain::Client fullClient() {
  domain::Client client;
  client.id = idOf<domain::ClientId>(1);
  client.name = "Zoë Müller";
  client.calledAs = "Zoë";
  client.sortName = "Müller, Zoë";
  client.pronouns = "she/her";
  client.birthDate = core::Date(1980, 2, 29);
  client.phone = "+49 30 1234567";
  client.email = "zoe@example.org";
  client.address = "Beispielweg 1\n10115 Berlin";
  client.occupation = "Geigerin";
  client.emergencyContact = "Łukasz, \"der Bruder\"";
  client.language = "de";
  client.largePrint = true;
  client.build = domain::BodyBuild::broad;
  client.look = {domain::SkinTone::dark, domain::HairStyle::tied, domain::HairColor::grey};
  client.about = "Found us through 山田さん; tab\there, back\\slash";
  client.status = domain::ClientStatus::paused;
  client.createdAt = {1'772'442'000'123};
  return client;
}

inline domain::SessionContent fullContent() {
  domain::SessionContent content;
  content.kind = domain::SessionKind::handsOn;
  content.serviceDate = core::Date(2026, 3, 2);
  content.minutes = 60;
  content.lesson = "Lesson 1: Green Light";
  content.theirWords = "Tight on the left since Tuesday.";
  content.postureAndGait = "Left hip hiked.";
  content.work = "Side curl, left.";
  content.response = "“Lighter.”";
  content.nextTime = "Look at the waist again.";
  domain::RegionFinding first;
  first.region = "ql-l";
  first.before = domain::Tension(3);
  first.after = domain::Tension(0);
  first.findings = {true, true, true};
  first.techniques = {true, true, true};
  first.note = "ticklish";
  domain::RegionFinding second;
  second.region = "ql-r";
  second.before = domain::Tension(1);
  content.findings = {first, second};
  content.privateMemo = "Ask a colleague about the hip.";
  domain::PointMark scar{"ql-l", domain::BodyView::back, domain::PointKind::scar, 120, 990, 0, 0, "“1994”"};
  domain::PointMark line{"glmax-r", domain::BodyView::back, domain::PointKind::radiating, 0, 1000, -40, 310,
                         ""};
  content.points = {scar, line};
  content.observations = {{"shoulder-heights", "left-higher", "level"}, {"limp", "", "right"}};
  content.measuresAfter = {{"nprs-now", "", 2}, {"scale", "Ease of breath", 7}};
  content.measures = {{"nprs-now", "", 5}, {"psfs", "carry my child", 4}, {"groc", "since last time", -2}};
  return content;
}

// Every field set but the answer from memory.
inline domain::PracticeLog fullPracticeLog() {
  domain::PracticeLog log;
  log.id = idOf<domain::PracticeLogId>(11);
  log.weekOf = core::Date(2026, 3, 2);
  log.grid = {{"arch-and-flatten", {true, true, false, true, false, false, true}},
              {"side-curl", {false, false, false, false, false, false, false}}};
  log.note = "Tuesday twice.";
  log.author = idOf<domain::UserId>(9);
  log.enteredAt = {1'772'442'000'456};
  return log;
}

inline domain::ExercisePlan fullPlan() {
  domain::ExercisePlan plan;
  plan.id = idOf<domain::PlanId>(2);
  plan.version = 3;
  plan.from = core::Date(2026, 3, 2);
  plan.reviewOn = core::Date(2026, 3, 23);
  plan.items = {{"arch-and-flatten", domain::PlanSide::none, 8, 1, 2, 5, "Let the breath do it.", ""},
                {"side-curl", domain::PlanSide::left, 3, 2, 1, 4, "", "Cleared by her physician in May."}};
  plan.note = "Half the effort.";
  plan.weeks = 4;
  plan.grouped = true;
  plan.author = idOf<domain::UserId>(9);
  plan.savedAt = {1'772'442'000'456};
  return plan;
}

inline domain::PlanTemplate fullPlanTemplate() {
  auto kept = domain::templateOf(fullPlan(), "First lesson, chair version");
  kept.id = idOf<domain::PlanTemplateId>(12);
  kept.author = idOf<domain::UserId>(9);
  kept.savedAt = {1'772'442'000'789};
  return kept;
}

inline domain::Intake fullIntake() {
  domain::Intake intake;
  intake.id = idOf<domain::IntakeId>(3);
  intake.version = 2;
  intake.questionnaire = "general/1";
  intake.definition = std::string(64, 'd');
  intake.language = "de";
  intake.takenOn = core::Date(2026, 2, 27);
  intake.answers = {{"sleep", domain::AnswerState::answered, {"well", "on the side"}},
                    {"surgery", domain::AnswerState::notSure, {}},
                    {"pregnancy", domain::AnswerState::answered, {"yes"}, "week 12"},
                    {"medicines",
                     domain::AnswerState::answered,
                     {},
                     {},
                     {{{"name", "Aspirin"}, {"dose", "100 mg"}}, {{"name", "Salbe"}}}},
                    {"stress", domain::AnswerState::ratherTell, {}}};
  intake.author = idOf<domain::UserId>(9);
  intake.enteredAt = {1'772'200'000'000};
  return intake;
}

// The value of an argument of an error's message; "" when there is none.
inline std::string argument(const core::Error& error, std::string_view name) {
  for (const auto& arg : error.message().args)
    if (arg.name == name) return arg.value;
  return {};
}

}  // namespace unknot::test

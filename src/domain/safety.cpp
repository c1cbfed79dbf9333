#include "domain/safety.h"

#include <algorithm>

#include "core/error.h"
#include "core/utf8.h"
#include "domain/choice.h"
#include "domain/required.h"

namespace unknot::domain {
namespace {

constexpr Choices<SafetyLevel, 4> kLevels{{{SafetyLevel::stopNow, "stop-now"},
                                           {SafetyLevel::clearanceFirst, "clearance-first"},
                                           {SafetyLevel::askMore, "ask-more"},
                                           {SafetyLevel::adapt, "adapt"}}};

constexpr Choices<ClosingKind, 4> kClosings{{{ClosingKind::cleared, "cleared"},
                                             {ClosingKind::referred, "referred"},
                                             {ClosingKind::notRelevant, "not-relevant"},
                                             {ClosingKind::reopened, "reopened"}}};

bool isGiven(const SafetySign& sign, const Intake& intake) {
  const IntakeAnswer* answer = answerTo(intake.answers, sign.question);
  return answer != nullptr && says(*answer, sign.answer) &&
         std::all_of(sign.together.begin(), sign.together.end(),
                     [&](const SafetySign& other) { return isGiven(other, intake); });
}

void addAnswers(const std::vector<SafetySign>& signs, const Intake& intake,
                std::vector<IntakeAnswer>& answers) {
  for (const auto& sign : signs) {
    const IntakeAnswer* answer = answerTo(intake.answers, sign.question);
    if (answer != nullptr && answerTo(answers, sign.question) == nullptr) answers.push_back(*answer);
    addAnswers(sign.together, intake, answers);
  }
}

// The newest word on the flag, while it still speaks of what is answered now.
std::optional<FlagClosing> closingOf(const SafetyFlag& flag, const std::vector<Intake>& intakes,
                                     const std::vector<FlagClosing>& closings) {
  const auto newest = std::find_if(closings.rbegin(), closings.rend(),
                                   [&](const FlagClosing& each) { return each.flag == flag.slug; });
  if (newest == closings.rend() || newest->kind == ClosingKind::reopened) return {};
  const auto spokenOf = std::find_if(intakes.begin(), intakes.end(),
                                     [&](const Intake& each) { return each.id == newest->intake; });
  if (spokenOf == intakes.end() || answersBehind(flag, *spokenOf) != answersBehind(flag, intakes.back()))
    return {};
  return *newest;
}

void collect(const Exercise& exercise, const SafetyFlag& flag, const std::vector<std::string>& movements,
             std::vector<SafetyHit>& hits) {
  for (const auto& movement : exercise.movements)
    if (std::find(movements.begin(), movements.end(), movement) != movements.end())
      hits.push_back({&flag, movement});
}

}  // namespace

std::string_view toString(SafetyLevel level) {
  return choiceText(kLevels, level);
}
SafetyLevel safetyLevelFrom(std::string_view text) {
  return choiceFrom(kLevels, "level", text);
}

std::vector<const SafetyFlag*> raisedFlags(const std::vector<SafetyFlag>& flags,
                                           const std::optional<Intake>& intake) {
  std::vector<const SafetyFlag*> raised;
  if (!intake) return raised;
  for (const auto& flag : flags)
    if (std::any_of(flag.raisedBy.begin(), flag.raisedBy.end(),
                    [&](const SafetySign& sign) { return isGiven(sign, *intake); }))
      raised.push_back(&flag);
  return raised;
}

std::string_view toString(ClosingKind kind) {
  return choiceText(kClosings, kind);
}
ClosingKind closingKindFrom(std::string_view text) {
  return choiceFrom(kClosings, "kind", text);
}

void check(const FlagClosing& closing, const core::Date& today) {
  checkRequired("flag", closing.flag, core::kNameLimit);
  if (closing.kind == ClosingKind::cleared || closing.kind == ClosingKind::referred)
    checkRequired("who", closing.who, core::kNameLimit);
  else
    checkRequired("reason", closing.reason, core::kLineLimit);
  core::checkText("who", closing.who, core::kNameLimit);
  core::checkText("reason", closing.reason, core::kLineLimit);
  if (closing.on > today)
    throw core::InputError({"error.use.takenOn", {{"field", "on"}, {"value", closing.on.toIso()}}, {}});
}

std::vector<StandingFlag> standingFlags(const std::vector<SafetyFlag>& flags,
                                        const std::vector<Intake>& intakes,
                                        const std::vector<FlagClosing>& closings) {
  std::vector<StandingFlag> standing;
  if (intakes.empty()) return standing;
  for (const auto* flag : raisedFlags(flags, intakes.back()))
    standing.push_back({flag, closingOf(*flag, intakes, closings)});
  return standing;
}

std::vector<StandingFlag> together(const std::vector<SafetyFlag>& flags,
                                   const std::vector<std::vector<StandingFlag>>& each) {
  // The more of it stands, the higher.
  const auto weight = [](const StandingFlag& one) { return one.isOpen() ? 2 : one.counts() ? 1 : 0; };
  std::vector<StandingFlag> all;
  for (const auto& flag : flags) {
    const StandingFlag* gravest = nullptr;
    for (const auto& standing : each)
      for (const auto& one : standing)
        if (one.flag == &flag && (gravest == nullptr || weight(*gravest) < weight(one))) gravest = &one;
    if (gravest != nullptr) all.push_back(*gravest);
  }
  return all;
}

std::vector<const SafetyFlag*> countingFlags(const std::vector<StandingFlag>& standing) {
  std::vector<const SafetyFlag*> counting;
  for (const auto& each : standing)
    if (each.counts()) counting.push_back(each.flag);
  return counting;
}

std::set<RegionSlug, std::less<>> touchedRegions(const std::vector<StandingFlag>& standing) {
  std::set<RegionSlug, std::less<>> regions;
  for (const auto* flag : countingFlags(standing)) regions.insert(flag->regions.begin(), flag->regions.end());
  return regions;
}

std::vector<const SafetyFlag*> openStopFlags(const std::vector<StandingFlag>& standing) {
  std::vector<const SafetyFlag*> open;
  for (const auto& each : standing)
    if (each.isOpen() && each.flag->level == SafetyLevel::stopNow) open.push_back(each.flag);
  return open;
}

std::vector<IntakeAnswer> answersBehind(const SafetyFlag& flag, const Intake& intake) {
  std::vector<IntakeAnswer> answers;
  addAnswers(flag.raisedBy, intake, answers);
  return answers;
}

std::vector<std::string> openQuestions(const std::vector<SafetyFlag>& flags, const Intake& intake) {
  std::vector<std::string> open;
  for (const auto& flag : flags)
    for (const auto& sign : flag.raisedBy) {
      const IntakeAnswer* answer = answerTo(intake.answers, sign.question);
      const bool there = answer != nullptr;
      // A text that was left empty says most often that there is nothing to tell.
      const bool isOpen = there ? answer->state != AnswerState::answered : !sign.answer.empty();
      if (isOpen && std::find(open.begin(), open.end(), sign.question) == open.end())
        open.push_back(sign.question);
    }
  return open;
}

SafetyJudgement judge(const Exercise& exercise, const std::vector<const SafetyFlag*>& raised) {
  SafetyJudgement judgement;
  for (const auto* flag : raised) {
    if (flag->level == SafetyLevel::stopNow || flag->level == SafetyLevel::clearanceFirst)
      judgement.leavesOut.push_back({flag, {}});
    else
      collect(exercise, *flag, flag->leavesOut, judgement.leavesOut);
    collect(exercise, *flag, flag->keepsSmall, judgement.keepsSmall);
  }
  return judgement;
}

}  // namespace unknot::domain

#include "domain/safety.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "domain/choice.h"

namespace unknot::domain {
namespace {

constexpr Choices<SafetyLevel, 4> kLevels{{{SafetyLevel::stopNow, "stop-now"},
                                           {SafetyLevel::clearanceFirst, "clearance-first"},
                                           {SafetyLevel::askMore, "ask-more"},
                                           {SafetyLevel::adapt, "adapt"}}};

// What people write where they have nothing to tell.
constexpr std::array<std::string_view, 12> kNothing{"no",    "none", "nothing", "-",    "n/a",   "nein",
                                                    "keine", "no.",  "none.",   "nada", "aucun", "rien"};

bool saysNothing(std::string_view text) {
  std::string plain = core::trimmed(text);
  for (char& c : plain)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return plain.empty() || std::find(kNothing.begin(), kNothing.end(), plain) != kNothing.end();
}

bool isGiven(const SafetySign& sign, const Intake& intake) {
  const auto answer = std::find_if(intake.answers.begin(), intake.answers.end(),
                                   [&](const IntakeAnswer& each) { return each.question == sign.question; });
  if (answer == intake.answers.end() || answer->state != AnswerState::answered) return false;
  const auto says = [&](const std::string& value) {
    return sign.answer.empty() ? !saysNothing(value) : value == sign.answer;
  };
  return std::any_of(answer->values.begin(), answer->values.end(), says) &&
         std::all_of(sign.together.begin(), sign.together.end(),
                     [&](const SafetySign& other) { return isGiven(other, intake); });
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

std::vector<std::string> openQuestions(const std::vector<SafetyFlag>& flags, const Intake& intake) {
  std::vector<std::string> open;
  for (const auto& flag : flags)
    for (const auto& sign : flag.raisedBy) {
      const auto answer =
          std::find_if(intake.answers.begin(), intake.answers.end(),
                       [&](const IntakeAnswer& each) { return each.question == sign.question; });
      const bool there = answer != intake.answers.end();
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

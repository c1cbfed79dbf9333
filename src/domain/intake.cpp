#include "domain/intake.h"

#include <set>

#include "core/error.h"
#include "core/utf8.h"
#include "domain/choice.h"
#include "domain/required.h"

namespace unknot::domain {
namespace {

constexpr Choices<AnswerState, 3> kStates{{{AnswerState::answered, "answered"},
                                           {AnswerState::notSure, "not-sure"},
                                           {AnswerState::ratherTell, "rather-tell"}}};

}  // namespace

std::string_view toString(AnswerState state) {
  return choiceText(kStates, state);
}
AnswerState answerStateFrom(std::string_view text) {
  return choiceFrom(kStates, "state", text);
}

void check(const Intake& intake) {
  checkRequired("questionnaire", intake.questionnaire, core::kNameLimit);
  std::set<std::string> seen;
  for (const auto& answer : intake.answers) {
    checkRequired("answers.question", answer.question, core::kNameLimit);
    if (!seen.insert(answer.question).second)
      throw core::InputError(
          {"error.twice", {{"field", "answers.question"}, {"value", answer.question}}, {}});
    if (answer.state == AnswerState::answered && answer.values.empty())
      throw core::InputError({"error.text.empty", {{"field", "answers." + answer.question}}, {}});
    for (const auto& value : answer.values)
      core::checkText("answers." + answer.question, value, core::kTextLimit);
  }
}

const Question* Questionnaire::find(std::string_view question) const {
  for (const auto& section : sections)
    for (const auto& candidate : section.questions)
      if (candidate.slug == question) return &candidate;
  return nullptr;
}

}  // namespace unknot::domain

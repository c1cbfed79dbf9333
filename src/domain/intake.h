// What a client answered before work began. Versions are kept; an old one is shown with the questions it
// answered.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "domain/ids.h"

namespace unknot::domain {

// Every question takes "not sure" and "I'd rather tell you".
enum class AnswerState { answered, notSure, ratherTell };

struct IntakeAnswer {
  std::string question;  // permanent slug of the questionnaire
  AnswerState state = AnswerState::answered;
  std::vector<std::string> values;  // as typed; several for "several of"
  friend bool operator==(const IntakeAnswer&, const IntakeAnswer&) = default;
};

struct Intake {
  IntakeId id;
  ClientId client;
  int version = 1;            // grows by one with each later intake of the client
  std::string questionnaire;  // slug and version of the definition, "general/1"
  core::Date takenOn{1970, 1, 1};
  std::vector<IntakeAnswer> answers;
  UserId author;
  core::Instant enteredAt;
  friend bool operator==(const Intake&, const Intake&) = default;
};

std::string_view toString(AnswerState state);
AnswerState answerStateFrom(std::string_view text);

// Throws InputError naming the question: slugs once each, values within limits, no answer without a value.
void check(const Intake& intake);

// The questionnaire itself, as the screens need it.
enum class QuestionKind { text, longText, yesNo, oneOf, severalOf, date, number, scale };

struct QuestionChoice {
  std::string slug;
  std::string label;
};

struct Question {
  std::string slug;
  QuestionKind kind = QuestionKind::text;
  std::string label;
  std::string help;
  std::vector<QuestionChoice> choices;
};

struct QuestionnaireSection {
  std::string title;
  std::vector<Question> questions;
};

struct Questionnaire {
  std::string slug;  // "general"
  int version = 1;
  std::string language = "en";
  std::vector<QuestionnaireSection> sections;
  // nullptr when there is none of that slug.
  const Question* find(std::string_view question) const;
};

}  // namespace unknot::domain

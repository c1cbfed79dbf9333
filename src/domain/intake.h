// What a client answered before work began. Versions are kept; an old one is shown with the questions it
// answered.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "domain/ids.h"

namespace unknot::domain {

// Every question takes "not sure" and "I'd rather tell you".
enum class AnswerState { answered, notSure, ratherTell };

// One line of an answer with several fields, field to text as typed: a medicine, an injury, a place that
// hurts. Only fields that were filled.
using AnswerRow = std::map<std::string, std::string, std::less<>>;

struct IntakeAnswer {
  std::string question;  // permanent slug of the questionnaire
  AnswerState state = AnswerState::answered;
  std::vector<std::string> values = {};  // as typed; several for "several of"
  std::string detail = {};               // beneath a "yes" or a choice that asks for more
  std::vector<AnswerRow> rows = {};      // of the kinds that have rows
  friend bool operator==(const IntakeAnswer&, const IntakeAnswer&) = default;
};

struct Intake {
  IntakeId id;
  ClientId client;
  int version = 1;            // grows by one with each later intake of the client
  std::string questionnaire;  // slug and version of the definition, "general/2"
  std::string definition;     // hex hash of the questions as they were asked (IntakeRepository::definition);
                              // empty: only the name is known
  std::string language = "en";  // in which they were asked
  core::Date takenOn{1970, 1, 1};
  std::vector<IntakeAnswer> answers;
  UserId author;
  core::Instant enteredAt;
  friend bool operator==(const Intake&, const Intake&) = default;
};

inline constexpr std::size_t kMostAnswerRows = 100;

std::string_view toString(AnswerState state);
AnswerState answerStateFrom(std::string_view text);

// Throws InputError naming the question: slugs once each, values within limits, no answer without a value,
// no row without a field.
void check(const Intake& intake);

// nullptr when that question has none.
const IntakeAnswer* answerTo(const std::vector<IntakeAnswer>& answers, std::string_view question);
// Answered with nothing but blanks.
bool isBlank(const IntakeAnswer& answer);
// Whether the answer holds `value`; empty: anything but "no", "none" and the like.
bool says(const IntakeAnswer& answer, std::string_view value);

// The questionnaire itself, as the screens need it.
enum class QuestionKind {
  text,
  longText,
  yesNo,
  oneOf,
  severalOf,
  date,        // kept as typed: "spring 2019" is an answer
  number,      // kept as typed too
  scale,       // 0 to 10
  medicines,   // rows: name, dose, for
  history,     // rows: what, side, when
  bodyMap,     // rows: a plain area, or a point in a region; with the client's words
  activities,  // rows: activity, score 0 to 10 (the Patient-Specific Functional Scale)
};

struct QuestionChoice {
  std::string slug;
  std::string label;
  std::string detail = {};  // asked beneath when it is chosen; of one choice at most
  bool alone = false;       // choosing it empties the others
};

// "Ask if": the question was answered so; an empty answer is anything but "no", "none" and the like.
struct AskIf {
  std::string question;
  std::string answer;
};

// What a client's card takes from an answer.
enum class CardField {
  name,
  calledAs,
  pronouns,
  birthDate,
  phone,
  email,
  address,
  occupation,
  emergencyContact,
  largePrint,
  language
};

struct Question {
  std::string slug;
  QuestionKind kind = QuestionKind::text;
  std::string label;
  std::string help = {};
  std::vector<QuestionChoice> choices = {};
  std::vector<AskIf> askIf = {};  // any one of them; none: always asked
  std::optional<CardField> fills = {};
  std::string unit = {};    // of a number
  std::string low = {};     // what 0 means on a scale
  std::string high = {};    // and 10
  std::string detail = {};  // asked beneath a "yes"
};

struct QuestionnaireSection {
  std::string slug;
  std::string title;
  std::string intro;
  std::vector<Question> questions;
};

struct Questionnaire {
  std::string slug;  // "general"
  int version = 1;
  std::string language = "en";
  std::vector<QuestionnaireSection> sections;
  // "general/2"
  std::string name() const;
  // nullptr when there is none of that slug.
  const Question* find(std::string_view question) const;
};

// Sixteen letters and digits that differ where slugs, kinds, choices, conditions or wording do. It tells
// questionnaires apart, and proves nothing.
std::string definitionCode(const Questionnaire& questionnaire);

// Fields of a row, in their order; empty for kinds without rows. A body map's are "area", or "region",
// "view", "across" and "down" (as of a PointMark), each with "words".
const std::vector<std::string>& rowFields(QuestionKind kind);
// Those of them that a person fills in or reads; where a point lies on the map is no word.
const std::vector<std::string>& writtenFields(QuestionKind kind);

// "name", "called-as" ... Parsing throws InputError ("error.choice").
std::string_view toString(CardField field);
CardField cardFieldFrom(std::string_view text);

// What is asked beneath the answer as it stands: the detail of a "yes" or of a chosen choice; "" for nothing.
std::string detailAsked(const Question& question, const IntakeAnswer& answer);

// Whether the answers so far let the question be asked. A condition on a question that is not asked itself
// does not hold.
bool isAsked(const Questionnaire& questionnaire, const Question& question,
             const std::vector<IntakeAnswer>& answers);

// The values after `choice` was ticked or unticked: one that stands alone empties the others, and is emptied
// by them.
std::vector<std::string> withChoice(const Question& question, std::vector<std::string> values,
                                    const std::string& choice, bool chosen);

// Answers of another questionnaire for this one: a text where rows are asked now is the first row, and
// choices that are no longer offered are gone.
std::vector<IntakeAnswer> carriedOver(const Questionnaire& questionnaire, std::vector<IntakeAnswer> answers);

// One question that is answered otherwise than before. Either is missing where there was no answer.
struct AnswerChange {
  std::string question;
  std::optional<IntakeAnswer> before;
  std::optional<IntakeAnswer> after;
};
// In the order of `after`; what is no longer answered follows.
std::vector<AnswerChange> differences(const Intake& before, const Intake& after);

}  // namespace unknot::domain

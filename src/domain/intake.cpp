#include "domain/intake.h"

#include <algorithm>
#include <array>
#include <cstdint>
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

constexpr Choices<CardField, 11> kCardFields{{{CardField::name, "name"},
                                              {CardField::calledAs, "called-as"},
                                              {CardField::pronouns, "pronouns"},
                                              {CardField::birthDate, "birth-date"},
                                              {CardField::phone, "phone"},
                                              {CardField::email, "email"},
                                              {CardField::address, "address"},
                                              {CardField::occupation, "occupation"},
                                              {CardField::emergencyContact, "emergency-contact"},
                                              {CardField::largePrint, "large-print"},
                                              {CardField::language, "language"}}};

// What people write where they have nothing to tell, in the languages of the questionnaire.
constexpr std::array<std::string_view, 16> kNothing{
    "no",   "none",    "nothing", "-",     "n/a",    "nein", "keine", "nichts",
    "nada", "ninguno", "ninguna", "aucun", "aucune", "rien", "non",   "0"};

bool saysNothing(std::string_view text) {
  std::string plain = core::trimmed(text);
  if (!plain.empty() && plain.back() == '.') plain.pop_back();
  for (char& c : plain)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return plain.empty() || std::find(kNothing.begin(), kNothing.end(), plain) != kNothing.end();
}

bool isBlankText(std::string_view text) {
  return core::trimmed(text).empty();
}

void checkRows(const IntakeAnswer& answer, const std::string& place) {
  checkRange(place + ".rows", static_cast<long>(answer.rows.size()), 0, static_cast<long>(kMostAnswerRows));
  for (const auto& row : answer.rows) {
    if (row.empty()) throw core::InputError({"error.text.empty", {{"field", place + ".rows"}}, {}});
    for (const auto& [field, text] : row) {
      checkRequired(place + ".rows", field, core::kNameLimit);
      std::string at = place;
      at.append(".").append(field);
      checkRequired(at, text, core::kTextLimit);
    }
  }
}

}  // namespace

std::string_view toString(AnswerState state) {
  return choiceText(kStates, state);
}
AnswerState answerStateFrom(std::string_view text) {
  return choiceFrom(kStates, "state", text);
}
std::string_view toString(CardField field) {
  return choiceText(kCardFields, field);
}
CardField cardFieldFrom(std::string_view text) {
  return choiceFrom(kCardFields, "fills", text);
}

void check(const Intake& intake) {
  checkRequired("questionnaire", intake.questionnaire, core::kNameLimit);
  checkRequired("language", intake.language, core::kNameLimit);
  core::checkText("definition", intake.definition, core::kNameLimit);
  std::set<std::string> seen;
  for (const auto& answer : intake.answers) {
    checkRequired("answers.question", answer.question, core::kNameLimit);
    const std::string place = "answers." + answer.question;
    if (!seen.insert(answer.question).second)
      throw core::InputError(
          {"error.twice", {{"field", "answers.question"}, {"value", answer.question}}, {}});
    if (answer.state == AnswerState::answered && answer.values.empty() && answer.rows.empty())
      throw core::InputError({"error.text.empty", {{"field", place}}, {}});
    for (const auto& value : answer.values) core::checkText(place, value, core::kTextLimit);
    core::checkText(place, answer.detail, core::kTextLimit);
    checkRows(answer, place);
  }
}

const IntakeAnswer* answerTo(const std::vector<IntakeAnswer>& answers, std::string_view question) {
  const auto found = std::find_if(answers.begin(), answers.end(),
                                  [&](const IntakeAnswer& each) { return each.question == question; });
  return found == answers.end() ? nullptr : &*found;
}

bool isBlank(const IntakeAnswer& answer) {
  return answer.state == AnswerState::answered && answer.rows.empty() && isBlankText(answer.detail) &&
         std::all_of(answer.values.begin(), answer.values.end(), isBlankText);
}

bool says(const IntakeAnswer& answer, std::string_view value) {
  if (answer.state != AnswerState::answered) return false;
  if (value.empty() && !answer.rows.empty()) return true;
  return std::any_of(answer.values.begin(), answer.values.end(), [&](const std::string& given) {
    return value.empty() ? !saysNothing(given) : given == value;
  });
}

std::string Questionnaire::name() const {
  return slug + "/" + std::to_string(version);
}

const Question* Questionnaire::find(std::string_view question) const {
  for (const auto& section : sections)
    for (const auto& candidate : section.questions)
      if (candidate.slug == question) return &candidate;
  return nullptr;
}

std::string definitionCode(const Questionnaire& questionnaire) {
  // FNV-1a over everything that is read, with an end behind each text.
  std::uint64_t hash = 14695981039346656037U;
  const auto add = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    hash = (hash ^ 0x100U) * 1099511628211U;
  };
  add(questionnaire.name());
  for (const auto& section : questionnaire.sections) {
    for (const auto* text : {&section.slug, &section.title, &section.intro}) add(*text);
    for (const auto& question : section.questions) {
      add(std::to_string(static_cast<int>(question.kind)));
      for (const auto* text : {&question.slug, &question.label, &question.help, &question.unit, &question.low,
                               &question.high, &question.detail})
        add(*text);
      for (const auto& choice : question.choices)
        for (const auto* text : {&choice.slug, &choice.label, &choice.detail}) add(*text);
      for (const auto& condition : question.askIf)
        for (const auto* text : {&condition.question, &condition.answer}) add(*text);
    }
  }
  std::string code;
  for (int shift = 60; shift >= 0; shift -= 4) code += "0123456789abcdef"[hash >> shift & 15U];
  return code;
}

const std::vector<std::string>& rowFields(QuestionKind kind) {
  static const std::vector<std::string> medicines{"name", "dose", "for"};
  static const std::vector<std::string> history{"what", "side", "when"};
  static const std::vector<std::string> bodyMap{"area", "region", "view", "across", "down", "words"};
  static const std::vector<std::string> activities{"activity", "score"};
  static const std::vector<std::string> none;
  switch (kind) {
    case QuestionKind::medicines:
      return medicines;
    case QuestionKind::history:
      return history;
    case QuestionKind::bodyMap:
      return bodyMap;
    case QuestionKind::activities:
      return activities;
    default:
      return none;
  }
}

const std::vector<std::string>& writtenFields(QuestionKind kind) {
  static const std::vector<std::string> bodyMap{"area", "words"};
  return kind == QuestionKind::bodyMap ? bodyMap : rowFields(kind);
}

std::string detailAsked(const Question& question, const IntakeAnswer& answer) {
  if (question.kind == QuestionKind::yesNo) return says(answer, "yes") ? question.detail : std::string();
  for (const auto& choice : question.choices)
    if (!choice.detail.empty() && says(answer, choice.slug)) return choice.detail;
  return {};
}

bool isAsked(const Questionnaire& questionnaire, const Question& question,
             const std::vector<IntakeAnswer>& answers) {
  if (question.askIf.empty()) return true;
  return std::any_of(question.askIf.begin(), question.askIf.end(), [&](const AskIf& condition) {
    const IntakeAnswer* answer = answerTo(answers, condition.question);
    const Question* asked = questionnaire.find(condition.question);
    return answer != nullptr && asked != nullptr && says(*answer, condition.answer) &&
           isAsked(questionnaire, *asked, answers);
  });
}

std::vector<std::string> withChoice(const Question& question, std::vector<std::string> values,
                                    const std::string& choice, bool chosen) {
  std::erase(values, choice);
  if (!chosen) return values;
  const auto standsAlone = [&](const std::string& slug) {
    return std::any_of(question.choices.begin(), question.choices.end(),
                       [&](const QuestionChoice& each) { return each.slug == slug && each.alone; });
  };
  if (question.kind != QuestionKind::severalOf || standsAlone(choice)) values.clear();
  std::erase_if(values, standsAlone);
  values.push_back(choice);
  return values;
}

namespace {

// Where a text that was one line goes.
std::string_view mainField(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::medicines:
      return "name";
    case QuestionKind::history:
      return "what";
    case QuestionKind::bodyMap:
      return "words";
    default:
      return "activity";
  }
}

bool isOffered(const Question& question, const std::string& value) {
  return std::any_of(question.choices.begin(), question.choices.end(),
                     [&](const QuestionChoice& choice) { return choice.slug == value; });
}

}  // namespace

std::vector<IntakeAnswer> carriedOver(const Questionnaire& questionnaire, std::vector<IntakeAnswer> answers) {
  for (auto& answer : answers) {
    const Question* question = questionnaire.find(answer.question);
    if (question == nullptr) continue;
    if (!rowFields(question->kind).empty() && answer.rows.empty()) {
      for (const auto& value : answer.values)
        if (!saysNothing(value)) answer.rows.push_back({{std::string(mainField(question->kind)), value}});
      answer.values.clear();
    }
    if (!question->choices.empty())
      std::erase_if(answer.values, [&](const std::string& value) { return !isOffered(*question, value); });
  }
  std::erase_if(answers, isBlank);
  return answers;
}

std::vector<AnswerChange> differences(const Intake& before, const Intake& after) {
  std::vector<AnswerChange> changes;
  for (const auto& answer : after.answers) {
    const IntakeAnswer* earlier = answerTo(before.answers, answer.question);
    if (earlier == nullptr)
      changes.push_back({answer.question, {}, answer});
    else if (*earlier != answer)
      changes.push_back({answer.question, *earlier, answer});
  }
  for (const auto& answer : before.answers)
    if (answerTo(after.answers, answer.question) == nullptr) changes.push_back({answer.question, answer, {}});
  return changes;
}

}  // namespace unknot::domain

#include "content/questionnaire_loader.h"

#include <array>
#include <set>
#include <string>
#include <utility>

#include "content/toml_file.h"

namespace unknot::content {
namespace {

using domain::QuestionKind;

constexpr std::array<std::pair<QuestionKind, std::string_view>, 12> kKinds{
    {{QuestionKind::text, "text"},
     {QuestionKind::longText, "long-text"},
     {QuestionKind::yesNo, "yes-no"},
     {QuestionKind::oneOf, "one-of"},
     {QuestionKind::severalOf, "several-of"},
     {QuestionKind::date, "date"},
     {QuestionKind::number, "number"},
     {QuestionKind::scale, "scale"},
     {QuestionKind::medicines, "medicines"},
     {QuestionKind::history, "history"},
     {QuestionKind::bodyMap, "body-map"},
     {QuestionKind::activities, "activities"}}};

const std::vector<std::string>& cardFields() {
  static const std::vector<std::string> fields{
      "name",    "called-as",  "pronouns",          "birth-date",  "phone",   "email",
      "address", "occupation", "emergency-contact", "large-print", "language"};
  return fields;
}

QuestionKind readKind(TomlTable& table) {
  std::vector<std::string> allowed;
  for (const auto& [kind, word] : kKinds) allowed.emplace_back(word);
  const std::string found = table.oneOf("kind", allowed);
  for (const auto& [kind, word] : kKinds)
    if (word == found) return kind;
  throw core::BugError("questionnaire: a kind without a word");
}

std::vector<domain::QuestionChoice> readChoices(TomlTable& table, QuestionKind kind) {
  const bool chosen = kind == QuestionKind::oneOf || kind == QuestionKind::severalOf;
  // Not asked for, so that finish() refuses choices where none can be chosen.
  if (!chosen) return {};
  std::vector<domain::QuestionChoice> choices;
  std::set<std::string> seen;
  bool detail = false;
  for (auto& entry : table.tables("choices")) {
    auto& choice = choices.emplace_back();
    choice.slug = entry.slug("slug", seen);
    choice.label = entry.text("label");
    // Beneath a second one the same line could not tell whose it is.
    if (!detail) choice.detail = entry.textOr("detail");
    detail = detail || !choice.detail.empty();
    if (kind == QuestionKind::severalOf) choice.alone = entry.flagOr("alone", false);
    entry.finish();
  }
  if (choices.size() < 2)
    throw table.fault("error.file.missing", "choices",
                      {{"allowed", "two or more { slug = \"...\", label = \"...\" }"}});
  return choices;
}

// `before`: the questions that stand before this one.
std::vector<domain::AskIf> readConditions(TomlTable& table, const std::set<std::string>& before) {
  std::vector<domain::AskIf> conditions;
  for (auto& entry : table.tables("ask_if")) {
    auto& condition = conditions.emplace_back();
    condition.question = entry.slug("question");
    if (!before.contains(condition.question))
      throw entry.fault(
          "error.file.choice", "question",
          {{"value", condition.question}, {"allowed", "a question that stands before this one"}});
    if (entry.has("answer")) condition.answer = entry.slug("answer");
    entry.finish();
  }
  return conditions;
}

domain::Question readQuestion(TomlTable table, std::set<std::string>& seen) {
  domain::Question question;
  question.askIf = readConditions(table, seen);
  question.slug = table.slug("slug", seen);
  question.kind = readKind(table);
  question.label = table.text("label");
  question.help = table.textOr("help");
  question.choices = readChoices(table, question.kind);
  if (table.has("fills")) question.fills = domain::cardFieldFrom(table.oneOf("fills", cardFields()));
  if (question.kind == QuestionKind::number) question.unit = table.textOr("unit");
  if (question.kind == QuestionKind::yesNo) question.detail = table.textOr("detail");
  if (question.kind == QuestionKind::scale) {
    question.low = table.textOr("low");
    question.high = table.textOr("high");
  }
  table.finish();
  return question;
}

}  // namespace

domain::Questionnaire readQuestionnaire(std::string_view shown, std::string_view text) {
  const TomlFile file{std::string(shown), text};
  TomlTable root = file.root();
  domain::Questionnaire questionnaire;
  questionnaire.slug = root.text("slug");
  questionnaire.version = static_cast<int>(root.whole("version", 1, 9999));
  questionnaire.language = root.text("language");
  std::set<std::string> seen;
  std::set<std::string> sections;
  for (auto& table : root.tables("section")) {
    auto& section = questionnaire.sections.emplace_back();
    // The first questionnaires had none.
    section.slug = table.has("slug") ? table.slug("slug", sections)
                                     : "section-" + std::to_string(questionnaire.sections.size());
    section.intro = table.textOr("intro");
    section.title = table.text("title");
    for (auto& question : table.tables("question")) section.questions.push_back(readQuestion(question, seen));
    if (section.questions.empty())
      throw table.fault("error.file.missing", "question", {{"allowed", "[[section.question]]"}});
    table.finish();
  }
  if (questionnaire.sections.empty())
    throw root.fault("error.file.missing", "section", {{"allowed", "[[section]]"}});
  root.finish();
  return questionnaire;
}

}  // namespace unknot::content

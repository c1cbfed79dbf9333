#include "content/questionnaire_loader.h"

#include <array>
#include <set>
#include <string>
#include <utility>

#include "content/toml_file.h"

namespace unknot::content {
namespace {

using domain::QuestionKind;

constexpr std::array<std::pair<QuestionKind, std::string_view>, 8> kKinds{
    {{QuestionKind::text, "text"},
     {QuestionKind::longText, "long-text"},
     {QuestionKind::yesNo, "yes-no"},
     {QuestionKind::oneOf, "one-of"},
     {QuestionKind::severalOf, "several-of"},
     {QuestionKind::date, "date"},
     {QuestionKind::number, "number"},
     {QuestionKind::scale, "scale"}}};

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
  for (auto& entry : table.tables("choices")) {
    std::string slug = entry.slug("slug", seen);
    choices.push_back({std::move(slug), entry.text("label")});
    entry.finish();
  }
  if (choices.size() < 2)
    throw table.fault("error.file.missing", "choices",
                      {{"allowed", "two or more { slug = \"...\", label = \"...\" }"}});
  return choices;
}

domain::Question readQuestion(TomlTable table, std::set<std::string>& seen) {
  domain::Question question;
  question.slug = table.slug("slug", seen);
  question.kind = readKind(table);
  question.label = table.text("label");
  question.help = table.textOr("help");
  question.choices = readChoices(table, question.kind);
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
  for (auto& table : root.tables("section")) {
    auto& section = questionnaire.sections.emplace_back();
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

domain::Questionnaire loadQuestionnaire(const Folders& folders, std::vector<Problem>& problems) {
  return firstUsable(folders, "templates/intake.en.toml", problems,
                     [](const FoundFile& file) { return readQuestionnaire(file.shown, readFile(file)); })
      .value_or(domain::Questionnaire());
}

}  // namespace unknot::content

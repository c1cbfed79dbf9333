#include "domain/answer_text.h"

#include <algorithm>

namespace unknot::domain {
namespace {

void appendTo(std::string& list, const std::string& next) {
  if (!list.empty() && !next.empty()) list += ", ";
  list += next;
}

// What a field of a row says.
std::string fieldText(const core::Words& words, const std::string& field, const std::string& text) {
  if (field == "area" && words.entries().contains("area." + text)) return words.say("area." + text);
  if (field == "side" && words.entries().contains("kiosk.side." + text))
    return words.say("kiosk.side." + text);
  if (field == "score") return words.say("kiosk.scale.value", {{"value", text}});
  return text;
}

}  // namespace

std::string answerText(const core::Words& words, const Question& question, const IntakeAnswer& answer) {
  if (answer.state == AnswerState::notSure) return words.say("answer.not-sure");
  if (answer.state == AnswerState::ratherTell) return words.say("answer.rather-tell");
  std::string text;
  for (const auto& value : answer.values) {
    const auto choice = std::find_if(question.choices.begin(), question.choices.end(),
                                     [&](const auto& entry) { return entry.slug == value; });
    if (choice != question.choices.end())
      appendTo(text, choice->label);
    else if (question.kind == QuestionKind::yesNo && (value == "yes" || value == "no"))
      appendTo(text, words.say(value == "yes" ? "answer.yes" : "answer.no"));
    else
      appendTo(text, value);
  }
  for (const auto& row : answer.rows) {
    std::string line;
    for (const auto& field : writtenFields(question.kind))
      if (const auto found = row.find(field); found != row.end())
        appendTo(line, fieldText(words, field, found->second));
    if (!text.empty() && !line.empty()) text += "; ";
    text += line;
  }
  if (!answer.detail.empty()) text += " (" + answer.detail + ")";
  return text;
}

}  // namespace unknot::domain

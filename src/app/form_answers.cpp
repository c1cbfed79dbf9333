// What the fields of a form say, as answers.
#include <algorithm>
#include <set>

#include "app/filled_forms.h"
#include "core/utf8.h"
#include "document/form_names.h"

namespace unknot::app {

using domain::AnswerState;
using domain::IntakeAnswer;
using domain::Question;
using domain::QuestionKind;

namespace {

// One question's fields, of which each is read once: what is left over afterwards is told.
class QuestionFields {
 public:
  QuestionFields(const content::Content& content, const domain::Questionnaire& questionnaire,
                 const document::FilledForm& form, FormAnswers& to)
      : m_content(content), m_words(content.words(questionnaire.language)), m_form(form), m_to(to) {}

  void read(const Question& question) {
    IntakeAnswer answer{question.slug, AnswerState::answered, {}};
    const std::string state = take(document::formField(question.slug, document::kFormState));
    readValues(question, answer);
    answer.detail = take(document::formField(question.slug, document::kFormDetail));
    const bool said = !answer.values.empty() || !answer.rows.empty();
    if (!said && !answer.detail.empty()) {
      remark(question, answer.detail);
      answer.detail.clear();
    }
    if (!state.empty()) readState(question, state, said, answer);
    if (said || answer.state != AnswerState::answered) m_to.answers.push_back(std::move(answer));
  }

  // Fields of questions that nobody has read.
  void finish() {
    for (const auto& [name, text] : m_form.values)
      if (name.starts_with("q.") && !m_taken.contains(name)) m_to.remarks.push_back({name, text});
  }

 private:
  std::string take(const std::string& name) {
    const auto found = m_form.values.find(name);
    if (found == m_form.values.end()) return {};
    m_taken.insert(name);
    return core::trimmed(found->second);
  }
  bool isTicked(const std::string& name) { return !take(name).empty(); }

  void remark(const Question& question, std::string text) {
    m_to.remarks.push_back({question.label, std::move(text)});
  }

  void readState(const Question& question, const std::string& state, bool said, IntakeAnswer& answer) {
    const bool known =
        state == domain::toString(AnswerState::notSure) || state == domain::toString(AnswerState::ratherTell);
    if (known && !said)
      answer.state = domain::answerStateFrom(state);
    else
      remark(question, known ? m_words.say("answer." + state) : state);
  }

  void readValues(const Question& question, IntakeAnswer& answer) {
    switch (question.kind) {
      case QuestionKind::text:
      case QuestionKind::longText:
      case QuestionKind::date:
      case QuestionKind::number:
        if (auto text = take(document::formField(question.slug, document::kFormText)); !text.empty())
          answer.values = {std::move(text)};
        return;
      case QuestionKind::yesNo:
      case QuestionKind::oneOf:
        return readOne(question, answer);
      case QuestionKind::scale:
        // Kept as it stands, as a typed one is.
        if (auto number = take(document::formField(question.slug, document::kFormOne)); !number.empty())
          answer.values = {std::move(number)};
        return;
      case QuestionKind::severalOf:
        return readSeveral(question, answer);
      case QuestionKind::medicines:
      case QuestionKind::history:
      case QuestionKind::activities:
        return readRows(question, answer);
      case QuestionKind::bodyMap:
        return readAreas(question, answer);
    }
  }

  void readOne(const Question& question, IntakeAnswer& answer) {
    auto chosen = take(document::formField(question.slug, document::kFormOne));
    if (chosen.empty()) return;
    const bool known = question.kind == QuestionKind::yesNo
                           ? chosen == "yes" || chosen == "no"
                           : std::any_of(question.choices.begin(), question.choices.end(),
                                         [&](const auto& choice) { return choice.slug == chosen; });
    if (known)
      answer.values = {std::move(chosen)};
    else
      remark(question, std::move(chosen));
  }

  void readSeveral(const Question& question, IntakeAnswer& answer) {
    const domain::QuestionChoice* alone = nullptr;
    for (const auto& choice : question.choices) {
      if (!isTicked(document::formTick(question.slug, document::kFormChoice, choice.slug))) continue;
      if (choice.alone)
        alone = &choice;
      else
        answer.values.push_back(choice.slug);
    }
    if (alone == nullptr) return;
    // "None of these" beside others: what was ticked counts, since it may ask for caution.
    if (answer.values.empty())
      answer.values = {alone->slug};
    else
      remark(question, alone->label);
  }

  void readRows(const Question& question, IntakeAnswer& answer) {
    for (std::size_t i = 1; i <= domain::kMostAnswerRows; ++i) {
      domain::AnswerRow row;
      for (const auto& field : domain::rowFields(question.kind))
        if (auto text = take(document::formRow(question.slug, i, field)); !text.empty())
          row.emplace(field, std::move(text));
      if (!row.empty()) answer.rows.push_back(std::move(row));
    }
  }

  void readAreas(const Question& question, IntakeAnswer& answer) {
    for (const auto& area : m_content.areas())
      if (isTicked(document::formTick(question.slug, document::kFormArea, area.slug)))
        answer.rows.push_back({{"area", area.slug}});
    auto words = take(document::formField(question.slug, document::kFormWords));
    if (words.empty()) return;
    // Of one place they are its words; of several they can only stand by themselves.
    if (answer.rows.size() == 1)
      answer.rows.front().emplace("words", std::move(words));
    else
      answer.rows.push_back({{"words", std::move(words)}});
  }

  const content::Content& m_content;
  const core::Words& m_words;
  const document::FilledForm& m_form;
  FormAnswers& m_to;
  std::set<std::string, std::less<>> m_taken;
};

}  // namespace

FormAnswers answersIn(const domain::Questionnaire& questionnaire, const content::Content& content,
                      const document::FilledForm& form) {
  FormAnswers found;
  QuestionFields fields(content, questionnaire, form, found);
  for (const auto& section : questionnaire.sections)
    for (const auto& question : section.questions) fields.read(question);
  fields.finish();
  return found;
}

}  // namespace unknot::app

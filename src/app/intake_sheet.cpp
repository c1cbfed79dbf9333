#include "app/intake_sheet.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"

namespace unknot::app {

using domain::AnswerState;
using domain::IntakeAnswer;

namespace {

// Without empty rows and blank details.
IntakeAnswer tidied(IntakeAnswer answer) {
  std::erase_if(answer.rows, [](const domain::AnswerRow& row) { return row.empty(); });
  std::erase_if(answer.values, [](const std::string& value) { return core::trimmed(value).empty(); });
  if (core::trimmed(answer.detail).empty()) answer.detail.clear();
  return answer;
}

// An answer from before whose condition nobody has answered yet is still asked: it must not be lost unseen.
bool isOpen(const domain::Questionnaire& questionnaire, const domain::Question& question,
            const std::vector<IntakeAnswer>& answers) {
  if (domain::isAsked(questionnaire, question, answers)) return true;
  return domain::answerTo(answers, question.slug) != nullptr &&
         std::none_of(question.askIf.begin(), question.askIf.end(), [&](const domain::AskIf& condition) {
           return domain::answerTo(answers, condition.question) != nullptr;
         });
}

std::vector<IntakeAnswer> inOrder(const domain::Questionnaire& questionnaire,
                                  const std::vector<IntakeAnswer>& answers) {
  std::vector<IntakeAnswer> kept;
  for (const auto& section : questionnaire.sections)
    for (const auto& question : section.questions) {
      const IntakeAnswer* answer = domain::answerTo(answers, question.slug);
      if (answer == nullptr || !isOpen(questionnaire, question, answers)) continue;
      IntakeAnswer tidy = tidied(*answer);
      if (domain::detailAsked(question, tidy).empty()) tidy.detail.clear();
      if (!domain::isBlank(tidy)) kept.push_back(std::move(tidy));
    }
  return kept;
}

}  // namespace

IntakeSheet::IntakeSheet() : IntakeSheet(domain::Questionnaire(), {}) {}

IntakeSheet::IntakeSheet(domain::Questionnaire questionnaire, std::vector<IntakeAnswer> answers)
    : m_questionnaire(std::make_shared<const domain::Questionnaire>(std::move(questionnaire))),
      m_answers(domain::carriedOver(*m_questionnaire, std::move(answers))),
      m_before(std::make_shared<const std::vector<IntakeAnswer>>(inOrder(*m_questionnaire, m_answers))) {}

bool IntakeSheet::isAsked(const domain::Question& question) const {
  return isOpen(*m_questionnaire, question, m_answers);
}

std::vector<std::size_t> IntakeSheet::askedSections() const {
  std::vector<std::size_t> asked;
  const auto& sections = m_questionnaire->sections;
  for (std::size_t i = 0; i < sections.size(); ++i)
    if (std::any_of(sections[i].questions.begin(), sections[i].questions.end(),
                    [&](const domain::Question& question) { return isAsked(question); }))
      asked.push_back(i);
  return asked;
}

IntakeAnswer& IntakeSheet::at(const std::string& question) {
  const auto found = std::find_if(m_answers.begin(), m_answers.end(),
                                  [&](const IntakeAnswer& each) { return each.question == question; });
  if (found != m_answers.end()) return *found;
  return m_answers.emplace_back(IntakeAnswer{question, AnswerState::answered, {}});
}

void IntakeSheet::dropIfBlank(const std::string& question) {
  std::erase_if(m_answers,
                [&](const IntakeAnswer& each) { return each.question == question && domain::isBlank(each); });
}

void IntakeSheet::setText(const std::string& question, const std::string& text) {
  auto& answer = at(question);
  answer.state = AnswerState::answered;
  answer.values = {text};
  dropIfBlank(question);
}

void IntakeSheet::choose(const std::string& question, const std::string& choice, bool chosen) {
  const auto* asked = m_questionnaire->find(question);
  if (asked == nullptr) return;
  auto& answer = at(question);
  answer.state = AnswerState::answered;
  answer.values = domain::withChoice(*asked, std::move(answer.values), choice, chosen);
  dropIfBlank(question);
}

void IntakeSheet::setDetail(const std::string& question, const std::string& text) {
  at(question).detail = text;
  dropIfBlank(question);
}

void IntakeSheet::setState(const std::string& question, AnswerState state) {
  std::erase_if(m_answers, [&](const IntakeAnswer& each) { return each.question == question; });
  if (state != AnswerState::answered) m_answers.push_back({question, state, {}});
}

void IntakeSheet::setRow(const std::string& question, std::size_t row, const std::string& field,
                         const std::string& text) {
  auto& answer = at(question);
  answer.state = AnswerState::answered;
  if (row >= answer.rows.size()) answer.rows.resize(row + 1);
  if (core::trimmed(text).empty())
    answer.rows[row].erase(field);
  else
    answer.rows[row][field] = text;
}

void IntakeSheet::removeRow(const std::string& question, std::size_t row) {
  auto& answer = at(question);
  if (row < answer.rows.size()) answer.rows.erase(answer.rows.begin() + static_cast<std::ptrdiff_t>(row));
  dropIfBlank(question);
}

void IntakeSheet::addRow(const std::string& question, domain::AnswerRow row) {
  auto& answer = at(question);
  answer.state = AnswerState::answered;
  answer.rows.push_back(std::move(row));
}

domain::Intake IntakeSheet::intake(domain::ClientId client, const core::Date& takenOn) const {
  domain::Intake intake;
  intake.client = client;
  intake.questionnaire = m_questionnaire->name();
  intake.language = m_questionnaire->language;
  intake.takenOn = takenOn;
  intake.answers = answers();
  return intake;
}

std::vector<IntakeAnswer> IntakeSheet::answers() const {
  return inOrder(*m_questionnaire, m_answers);
}

bool IntakeSheet::isChanged() const {
  return answers() != *m_before;
}

bool IntakeSheet::isChanged(std::string_view question) const {
  const IntakeAnswer* now = answer(question);
  const IntakeAnswer* before = domain::answerTo(*m_before, question);
  if (now == nullptr || before == nullptr) return now != before;
  return tidied(*now) != *before;
}

}  // namespace unknot::app

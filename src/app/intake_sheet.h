// A questionnaire that is being answered: the answers so far and what each edit makes of them. The form of
// the practitioner and the screen handed to the client fill the same sheet.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "domain/intake.h"

namespace unknot::app {

class IntakeSheet {
 public:
  IntakeSheet();
  // `answers`: those it begins with, of the last time.
  IntakeSheet(domain::Questionnaire questionnaire, std::vector<domain::IntakeAnswer> answers);

  const domain::Questionnaire& questionnaire() const { return *m_questionnaire; }
  // nullptr when it isn't answered.
  const domain::IntakeAnswer* answer(std::string_view question) const {
    return domain::answerTo(m_answers, question);
  }
  bool isAsked(const domain::Question& question) const;
  // Sections with a question that is asked, by their place in the questionnaire.
  std::vector<std::size_t> askedSections() const;

  // Typed text, or the slug of a choice; blank takes the answer away. The detail stays.
  void setText(const std::string& question, const std::string& text);
  // Ticks or unticks one choice of several; of one-of and yes-no it replaces the other.
  void choose(const std::string& question, const std::string& choice, bool chosen);
  void setDetail(const std::string& question, const std::string& text);
  // "Not sure", "I'd rather tell you"; answered empties the answer.
  void setState(const std::string& question, domain::AnswerState state);
  // Field of a row; `row` may be one past the last, which begins a new one. A blank text takes the field
  // away; rows without a field are dropped by removeRow() and answers().
  void setRow(const std::string& question, std::size_t row, const std::string& field,
              const std::string& text);
  void removeRow(const std::string& question, std::size_t row);
  void addRow(const std::string& question, domain::AnswerRow row);
  // As they are in a draft.
  void setAnswers(std::vector<domain::IntakeAnswer> answers) { m_answers = std::move(answers); }

  // What would be saved, taken on that day: no id, author or time yet.
  domain::Intake intake(domain::ClientId client, const core::Date& takenOn) const;
  // Its answers: in the order of the questions, without blanks and without what isn't asked.
  std::vector<domain::IntakeAnswer> answers() const;
  // Whether that differs from the answers it began with.
  bool isChanged() const;
  const std::vector<domain::IntakeAnswer>& startingAnswers() const { return *m_before; }
  // Whether that question is answered otherwise than at the beginning.
  bool isChanged(std::string_view question) const;

  friend bool operator==(const IntakeSheet&, const IntakeSheet&) = default;

 private:
  domain::IntakeAnswer& at(const std::string& question);
  void dropIfBlank(const std::string& question);

  std::shared_ptr<const domain::Questionnaire> m_questionnaire;
  std::vector<domain::IntakeAnswer> m_answers;
  std::shared_ptr<const std::vector<domain::IntakeAnswer>> m_before;
};

}  // namespace unknot::app

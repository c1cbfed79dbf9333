// Use cases: an intake form on paper or as a PDF: blank, as answered, and coming back filled in.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/intakes.h"
#include "app/papers.h"
#include "document/form_reader.h"

namespace unknot::app {

// The questions of today, with the practice's name and logo; `practice` may be one without a name. Of the
// choice, the language is English where none is chosen.
document::Document composeBlankIntake(const content::Content& content, draw::Typesetter& typesetter,
                                      const domain::Practice& practice, const PaperChoice& choice);
// For a client, in their language and print.
document::Document composeBlankIntake(Workspace& work, domain::ClientId client, const PaperChoice& choice);
// The newest answers, under the questions as they were asked, in their language unless another is chosen.
// Throws InputError ("error.intake.none").
document::Document composeFilledIntake(Workspace& work, domain::ClientId client, PaperChoice choice);

// What stands in a form and could not become an answer: it is shown, and the file that is kept still says it.
struct FormRemark {
  std::string question;  // its label, or the name of the field
  std::string text;      // as it was typed or ticked
  friend bool operator==(const FormRemark&, const FormRemark&) = default;
};

// A form that came back, before anything of it is saved.
struct FormReading {
  domain::Intake intake;  // the last answers with those of the form over them; without id and version
  domain::Questionnaire questionnaire;
  std::vector<domain::AnswerChange> changes;  // against the last answers
  std::vector<FormRemark> remarks;
  bool otherWording = false;    // the same questions, worded otherwise when it was printed
  bool consentsTicked = false;  // which is no consent: that is signed
  int pages = 0;
};

// The answers in the fields of a form, under these questions. What is left blank is in none of them.
struct FormAnswers {
  std::vector<domain::IntakeAnswer> answers;
  std::vector<FormRemark> remarks;
};
FormAnswers answersIn(const domain::Questionnaire& questionnaire, const content::Content& content,
                      const document::FilledForm& form);

// Throws InputError: what FormReader::read throws, "error.form.foreign" for a form that isn't ours,
// "error.form.questions" for one that asks other questions than those of today. What was left blank stays as
// it was answered last.
FormReading readFilledForm(Workspace& work, domain::ClientId client, std::string_view pdf);
// Adds the answers as a version, takes over what they say for the card where it said nothing yet, and keeps
// the file in the chart as it came. `id` names the version, so that a second try adds none.
domain::Intake saveFilledForm(Workspace& work, const FormReading& reading, domain::IntakeId id,
                              std::string_view pdf);

}  // namespace unknot::app

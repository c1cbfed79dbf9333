#include "app/filled_forms.h"

#include <algorithm>

#include "app/paper_context.h"
#include "app/permission.h"
#include "app/require_client.h"
#include "app/subject.h"
#include "core/error.h"
#include "core/utf8.h"
#include "document/form_names.h"
#include "unicode/dates.h"

namespace unknot::app {

using document::Document;
using domain::Intake;
using domain::IntakeAnswer;

namespace {

const IntakeAnswer* answered(const std::vector<IntakeAnswer>& form, const std::vector<IntakeAnswer>& last,
                             std::string_view question) {
  const auto* answer = domain::answerTo(form, question);
  return answer != nullptr ? answer : domain::answerTo(last, question);
}

// In the order of the questions: what the form says, and what it leaves blank as it was.
std::vector<IntakeAnswer> over(const domain::Questionnaire& questionnaire,
                               const std::vector<IntakeAnswer>& form, const std::vector<IntakeAnswer>& last) {
  std::vector<IntakeAnswer> answers;
  for (const auto& section : questionnaire.sections)
    for (const auto& question : section.questions)
      if (const auto* answer = answered(form, last, question.slug)) answers.push_back(*answer);
  return answers;
}

// The day that was written on it, where that is one and not still to come.
core::Date dayOf(const document::FilledForm& form, std::string_view language, const core::Date& today) {
  const auto written = form.values.find(document::kFormDate);
  if (written == form.values.end()) return today;
  const auto day = unicode::parseDate(core::trimmed(written->second), language, today);
  return day && *day <= today ? *day : today;
}

}  // namespace

Document composeBlankIntake(const content::Content& content, draw::Typesetter& typesetter,
                            const domain::Practice& practice, const PaperChoice& choice) {
  document::BuildContext context{content,
                                 typesetter,
                                 practice,
                                 choice.language.value_or("en"),
                                 choice.paper.value_or(practice.paper),
                                 choice.largePrint.value_or(false),
                                 core::Date{1970, 1, 1},
                                 {}};
  context.logo = logoOf(content);
  const auto& forms = content.intake();
  return document::buildIntakeForm(
      context, {forms.form(context.language).questionnaire, forms.consents(context.language)});
}

Document composeBlankIntake(Workspace& work, domain::ClientId id, const PaperChoice& choice) {
  requireRight(work.store, Right::writeClient);
  const auto client = requireClient(work, id);
  const auto practice = work.store.practice();
  const auto context =
      contextFor(work, practice, client, choice, Reader::client, domain::DocumentKind::intake);
  const auto form = intakeForm(work, context.language);
  return document::buildIntakeForm(context,
                                   {form.questionnaire, work.content.intake().consents(context.language)});
}

Document composeFilledIntake(Workspace& work, domain::ClientId id, PaperChoice choice) {
  requireRight(work.store, Right::handOut);
  const auto client = requireClient(work, id);
  const auto intakes = work.store.intakes().ofClient(id);
  if (intakes.empty()) throw core::InputError({"error.intake.none", {}, {}});
  const auto& intake = intakes.back();
  const auto practice = work.store.practice();
  if (!choice.language) choice.language = intake.language;
  const auto context =
      contextFor(work, practice, client, choice, Reader::client, domain::DocumentKind::intake);
  // The same questions in the language that was chosen, where they are still the same.
  auto questions = intakeForm(work, context.language).questionnaire;
  if (questions.name() != intake.questionnaire || context.language == intake.language)
    questions = questionsOf(work, intake);
  return document::buildFilledIntakeForm(
      context, {questions, work.content.intake().consents(context.language)},
      {client, intake, domain::standingConsents(work.store.consents().ofClient(id))});
}

FormReading readFilledForm(Workspace& work, domain::ClientId id, std::string_view pdf) {
  requireRight(work.store, Right::writeClient);
  requireClient(work, id);
  const auto form = work.forms.read(pdf);
  const auto told = form.values.find(document::kFormAbout);
  const auto about = told == form.values.end() ? std::nullopt : document::formAboutFrom(told->second);
  if (!about) throw core::InputError({"error.form.foreign", {}, {}});
  FormReading reading;
  reading.questionnaire = intakeForm(work, about->language).questionnaire;
  if (reading.questionnaire.name() != about->questionnaire)
    throw core::InputError({"error.form.questions",
                            {{"asked", about->questionnaire}, {"now", reading.questionnaire.name()}},
                            {}});
  reading.otherWording = domain::definitionCode(reading.questionnaire) != about->code;
  reading.pages = form.pages;
  auto found = answersIn(reading.questionnaire, work.content, form);
  reading.remarks = std::move(found.remarks);
  reading.consentsTicked = std::any_of(form.values.begin(), form.values.end(), [](const auto& value) {
    return value.first.starts_with("consent.") && value.first.ends_with(".decision");
  });
  Intake last;
  if (auto intakes = work.store.intakes().ofClient(id); !intakes.empty()) last = std::move(intakes.back());
  last.answers = domain::carriedOver(reading.questionnaire, std::move(last.answers));
  reading.intake.client = id;
  reading.intake.questionnaire = reading.questionnaire.name();
  reading.intake.language = reading.questionnaire.language;
  reading.intake.takenOn = dayOf(form, about->language, work.today());
  reading.intake.answers = over(reading.questionnaire, found.answers, last.answers);
  reading.changes = domain::differences(last, reading.intake);
  return reading;
}

Intake saveFilledForm(Workspace& work, const FormReading& reading, domain::IntakeId id,
                      std::string_view pdf) {
  requireRight(work.store, Right::writeClient);
  const auto client = requireClient(work, reading.intake.client);
  domain::DocumentRecord record;
  record.id = work.ids.make<domain::DocumentId>();
  record.client = client.id;
  record.kind = domain::DocumentKind::incoming;
  record.language = reading.intake.language;
  record.title = work.content.words(record.language).say("paper.intakeForm.title");
  record.paper = work.store.practice().paper;
  record.pages = reading.pages;
  record.sender = client.name;
  record.dated = reading.intake.takenOn;
  record.author = work.store.user().id;
  record.createdAt = work.clock.now();
  Intake named = reading.intake;
  named.id = id;
  work.store.atomically([&] {
    const auto before = work.store.intakes().ofClient(client.id).size();
    named = addIntake(work, named);
    // A second try found the first one saved, with its file.
    if (work.store.intakes().ofClient(client.id).size() == before) return;
    fillCard(work, named);
    work.store.documents().add(record, pdf);
    work.store.audit(domain::AuditAction::imported, subjectOf("document", record.id));
  });
  publishAfterCommit(work, {Change::Kind::document, client.id.value, record.id.value});
  return named;
}

}  // namespace unknot::app

// The intake form on paper: blank, as answered, and read when it comes back.
#include "app/clients.h"
#include "app/filled_forms.h"
#include "cli/commands.h"
#include "cli/paper_options.h"
#include "domain/answer_text.h"
#include "exchange/json.h"

namespace unknot::cli {
namespace {

Json answerJson(const domain::IntakeAnswer& answer) {
  domain::Intake one;
  one.questionnaire = "any";
  one.answers = {answer};
  return Json::parse(exchange::writeIntake(one))["answers"].front();
}

Json readingJson(const app::FormReading& reading) {
  Json out{{"schema", "unknot/form-reading/1"}, {"takenOn", reading.intake.takenOn.toIso()}};
  out["changes"] = Json::array();
  for (const auto& change : reading.changes) {
    Json one{{"question", change.question}};
    if (change.before) one["before"] = answerJson(*change.before);
    if (change.after) one["after"] = answerJson(*change.after);
    out["changes"].push_back(std::move(one));
  }
  out["remarks"] = Json::array();
  for (const auto& remark : reading.remarks)
    out["remarks"].push_back({{"question", remark.question}, {"text", remark.text}});
  out["otherWording"] = reading.otherWording;
  out["consentsTicked"] = reading.consentsTicked;
  return out;
}

void sayReading(Call& call, const app::FormReading& reading) {
  const auto& words = call.words();
  if (reading.changes.empty()) call.say(words.say("cli.form.nothing"));
  for (const auto& change : reading.changes) {
    const auto* question = reading.questionnaire.find(change.question);
    if (question == nullptr) continue;
    call.say(question->label);
    if (change.after) call.say("    " + domain::answerText(words, *question, *change.after));
    if (change.before)
      call.say(words.say("cli.form.was", {{"answer", domain::answerText(words, *question, *change.before)}}));
  }
  for (const auto& remark : reading.remarks)
    call.say(words.say("cli.form.remark", {{"question", remark.question}, {"text", remark.text}}));
  if (reading.otherWording) call.say(words.say("cli.form.otherWording"));
  if (reading.consentsTicked) call.say(words.say("cli.form.consents"));
}

}  // namespace

void writeIntakeForm(Call& call) {
  const auto file = call.outFile({".pdf"});
  const auto choice = paperChoice(call);
  auto& assembly = call.assembly();
  const auto document = app::composeBlankIntake(assembly.content(), assembly.typesetter(), {}, choice);
  call.surroundings().writeFile(file, assembly.pdf().write(document));
  const auto pages = static_cast<long>(document.pages.size());
  if (call.json()) return call.printSaved("form", "intake", {{"file", file.string()}, {"pages", pages}});
  call.say(call.words().say({"cli.blank", {{"file", file.string()}}, pages}));
}

void printIntake(Call& call) {
  const auto file = call.outFile({".pdf"});
  const auto choice = paperChoice(call);
  auto practice = call.open();
  const auto client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  const auto document = app::composeFilledIntake(practice.work, client, choice);
  giveOut(call, practice, client, domain::DocumentKind::intake, document, choice, file);
}

void readIntakeForm(Call& call) {
  // One byte more than is taken, so that it is the reader that refuses.
  const auto pdf = call.inputFile(document::kLargestForm + 1, "FILE.pdf");
  auto practice = call.open();
  const auto client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  const auto reading = app::readFilledForm(practice.work, client, pdf);
  Json out = readingJson(reading);
  if (!call.json()) sayReading(call, reading);
  if (!call.arguments().has("--dry-run")) {
    const auto saved =
        app::saveFilledForm(practice.work, reading, practice.work.ids.make<domain::IntakeId>(), pdf);
    out["id"] = saved.id.toString();
    out["version"] = saved.version;
    if (!call.json()) call.say(saved.id.toString());
  }
  if (call.json()) call.print(out);
}

}  // namespace unknot::cli

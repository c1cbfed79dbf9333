// What a client answered, and what that asks the practitioner to look at.
#include "app/clients.h"
#include "app/intakes.h"
#include "cli/commands.h"
#include "core/error.h"
#include "domain/answer_text.h"
#include "exchange/json.h"

namespace unknot::cli {
namespace {

core::Date dayOption(const Call& call, std::string_view name, const core::Date& missing) {
  const auto text = call.arguments().option(name);
  if (!text) return missing;
  const auto day = core::Date::parseIso(*text);
  if (!day) throw core::InputError({"error.json.date", {{"field", std::string(name)}, {"value", *text}}, {}});
  return *day;
}

Json closingJson(const domain::FlagClosing& closing) {
  Json json{{"kind", domain::toString(closing.kind)},
            {"who", closing.who},
            {"on", closing.on.toIso()},
            {"reason", closing.reason},
            {"by", closing.authorName}};
  if (closing.evidence) json["document"] = closing.evidence->toString();
  return json;
}

}  // namespace

void showIntake(Call& call) {
  auto practice = call.open();
  const auto client = app::resolveClient(practice.work, call.arguments().operand("CLIENT"));
  const auto chart = app::readChart(practice.work, client.id);
  if (chart.intakes.empty()) throw core::InputError({"error.intake.none", {}, {}});
  const auto& intake = chart.intakes.back();
  if (call.json()) return call.print(Json::parse(exchange::writeIntake(intake)));
  call.say(call.words().say("chart.intake.heading", {{"version", std::to_string(chart.intakes.size())},
                                                     {"date", intake.takenOn.toIso()}}));
  for (const auto& section : chart.questions.sections) {
    bool first = true;
    for (const auto& question : section.questions) {
      const auto* answer = domain::answerTo(intake.answers, question.slug);
      if (answer == nullptr) continue;
      if (first) call.say(section.title);
      first = false;
      call.say("  " + question.label + "  " + domain::answerText(call.words(), question, *answer));
    }
  }
}

void listFlags(Call& call) {
  auto practice = call.open();
  const auto client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  const auto standing = app::flagsOf(practice.work, client);
  if (call.json()) {
    Json out{{"schema", "unknot/flags/1"}, {"flags", Json::array()}};
    for (const auto& each : standing) {
      Json one{{"flag", each.flag->slug},
               {"level", domain::toString(each.flag->level)},
               {"title", each.flag->title},
               {"reason", each.flag->reason},
               {"regions", each.flag->regions},
               {"leavesOut", each.flag->leavesOut},
               {"keepsSmall", each.flag->keepsSmall},
               {"source", each.flag->source},
               {"checked", each.flag->checkedOn.toIso()},
               {"open", each.isOpen()}};
      if (each.closing) one["closing"] = closingJson(*each.closing);
      out["flags"].push_back(std::move(one));
    }
    return call.print(out);
  }
  if (standing.empty()) call.say(call.words().say("cli.flags.none"));
  for (const auto& each : standing) {
    call.say(each.flag->slug + "  " +
             call.words().say("safetyLevel." + std::string(domain::toString(each.flag->level))) + ": " +
             each.flag->title);
    call.say("    " + each.flag->reason);
    if (each.closing)
      call.say("    " +
               call.words().say("closingKind." + std::string(domain::toString(each.closing->kind)),
                                {{"who", each.closing->who}, {"date", each.closing->on.toIso()}}) +
               (each.closing->reason.empty() ? "" : " " + each.closing->reason));
  }
}

void closeFlag(Call& call) {
  auto practice = call.open();
  domain::FlagClosing closing;
  closing.client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  closing.flag = call.arguments().operand("FLAG");
  closing.kind = domain::closingKindFrom(call.arguments().option("--as").value_or(""));
  closing.who = call.arguments().option("--who").value_or("");
  closing.reason = call.arguments().option("--reason").value_or("");
  closing.on = dayOption(call, "--on", practice.work.today());
  if (const auto document = call.arguments().option("--document")) {
    closing.evidence = domain::DocumentId::parse(*document);
    if (!closing.evidence)
      throw core::InputError({"error.document.notInChart", {{"field", "--document"}}, {}});
  }
  call.printSaved("flag-closing", app::closeFlag(practice.work, closing).id.toString());
}

}  // namespace unknot::cli

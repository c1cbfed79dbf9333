// What is kept of a client: in, out, and on screen.
#include "app/charting.h"
#include "app/clients.h"
#include "app/home_practice.h"
#include "app/intakes.h"
#include "app/subject.h"
#include "app/suggestion_words.h"
#include "app/transfer.h"
#include "cli/commands.h"
#include "domain/shorthand.h"
#include "exchange/json.h"

namespace unknot::cli {
namespace {

constexpr std::size_t kFileLimit =
    10'000'001;  // one more than exchange reads, so that it is exchange that refuses
constexpr std::size_t kRecordLimit = 500'000'001;

std::string sessionState(const core::Words& words, const domain::Session& session) {
  return words.say(session.isInError()  ? "cli.state.inError"
                   : session.isSigned() ? "cli.state.signed"
                                        : "cli.state.open");
}

void sayChart(Call& call, const app::Chart& chart) {
  const auto& words = call.words();
  call.say(chart.client.name);
  call.say("  " + chart.client.id.toString());
  if (chart.client.birthDate)
    call.say("  " + words.say("cli.show.born", {{"date", chart.client.birthDate->toIso()}}));
  for (const auto& held : chart.held)
    call.say("  " +
             words.say("chart.held.line", {{"name", held.name}, {"date", held.merge.mergedAt.toIso()}}));
  call.say(words.sayCount("cli.sessions", static_cast<long>(chart.sessions.size())));
  int number = 0;
  for (const auto& session : chart.sessions) {
    const auto& content = session.current.content;
    call.say("  " + std::to_string(++number) + "  " + content.serviceDate.toIso() + "  " +
             std::string(domain::toString(content.kind)) + "  " +
             words.sayCount("cli.show.regions", static_cast<long>(content.findings.size())) + "  " +
             sessionState(words, session) + "  " + session.id.toString());
  }
  if (chart.plan) {
    call.say(words.say("cli.show.plan", {{"date", chart.plan->from.toIso()}}));
    for (const auto& item : chart.plan->items)
      call.say("  " + item.exercise + "  " + std::to_string(item.repetitions) + " x " +
               std::to_string(item.timesADay));
  }
  call.say(words.sayCount("cli.show.intakes", static_cast<long>(chart.intakes.size())));
  call.say(words.sayCount("cli.show.measures", static_cast<long>(chart.measures.size())));
  call.say(words.sayCount("cli.show.documents", static_cast<long>(chart.documents.size())));
}

// As it would be typed: the shorthand of each region, then the texts.
void saySession(Call& call, const domain::Session& session, int number) {
  const auto& words = call.words();
  const auto& content = session.current.content;
  call.say(std::to_string(number) + "  " + content.serviceDate.toIso() + "  " +
           std::string(domain::toString(content.kind)) + "  " + sessionState(words, session));
  const auto& atlas = call.assembly().content().atlas();
  // A region that the atlas no longer knows has no shorthand, but it is still in the record.
  for (const auto& finding : content.findings)
    call.say("  " + (atlas.find(finding.region) == nullptr ? finding.region
                                                           : domain::printShorthand(atlas, finding)));
  for (const auto& mark : content.points)
    call.say("  " + std::string(domain::toString(mark.kind)) + "  " + mark.region +
             (mark.note.empty() ? "" : "  " + mark.note));
  for (const auto& seen : content.observations)
    call.say("  " + seen.item + "  " + (seen.before.empty() ? "-" : seen.before) + " > " +
             (seen.after.empty() ? "-" : seen.after));
  for (const std::string* text : {&content.lesson, &content.theirWords, &content.postureAndGait,
                                  &content.work, &content.response, &content.nextTime})
    if (!text->empty()) call.say("  " + *text);
}

Json regionsJson(const std::vector<domain::SpeakingRegion>& regions) {
  Json list = Json::array();
  for (const auto& region : regions) {
    Json one{{"region", region.region}};
    if (region.tension) one["tension"] = *region.tension;
    one["after"] = region.after;
    one["noControl"] = region.noControl;
    list.push_back(std::move(one));
  }
  return list;
}

Json hitsJson(const std::vector<domain::SafetyHit>& hits) {
  Json list = Json::array();
  for (const auto& hit : hits) {
    Json one{{"flag", hit.flag->slug}, {"level", domain::toString(hit.flag->level)}};
    if (!hit.movement.empty()) one["movement"] = hit.movement;
    one["reason"] = hit.flag->reason;
    one["source"] = hit.flag->source;
    list.push_back(std::move(one));
  }
  return list;
}

Json suggestionsJson(const content::Content& content, const domain::Suggestions& all,
                     const app::HomePracticeGrounds& grounds) {
  Json out{{"schema", "unknot/suggestions/1"}};
  if (grounds.mapOf) out["mapOf"] = grounds.mapOf->toIso();
  out["intake"] = grounds.intake;
  out["notAnswered"] = grounds.open;
  out["suggested"] = Json::array();
  out["leftOut"] = Json::array();
  for (const auto& one : all.suggested)
    out["suggested"].push_back({{"id", one.exercise},
                                {"title", content.exercise(one.exercise)->text.title},
                                {"first", one.first},
                                {"regions", regionsJson(one.regions)},
                                {"patterns", one.patterns},
                                {"keepSmall", hitsJson(one.keepSmall)}});
  for (const auto& one : all.leftOut)
    out["leftOut"].push_back({{"id", one.exercise},
                              {"title", content.exercise(one.exercise)->text.title},
                              {"regions", regionsJson(one.regions)},
                              {"because", hitsJson(one.because)}});
  return out;
}

void saySuggestions(Call& call, const domain::Suggestions& all, const app::HomePracticeGrounds& grounds) {
  const auto& words = call.words();
  const auto& content = call.assembly().content();
  call.say(grounds.mapOf ? words.say("cli.suggest.map", {{"date", grounds.mapOf->toIso()}})
                         : words.say("cli.suggest.noMap"));
  if (!grounds.intake) call.say(words.say("cli.suggest.noIntake"));
  for (const auto& question : grounds.open)
    call.say(words.say("cli.suggest.notAnswered", {{"question", question}}));
  for (const auto& one : all.suggested) {
    call.say("  " + one.exercise + "  " + content.exercise(one.exercise)->text.title);
    for (const auto& line : app::reasonsFor(words, content.atlas(), one)) call.say("      " + line);
  }
  if (all.leftOut.empty()) return;
  call.say(words.say("cli.suggest.leftOut"));
  for (const auto& one : all.leftOut) {
    call.say("  " + one.exercise + "  " + content.exercise(one.exercise)->text.title);
    for (const auto& line : app::reasonsAgainst(words, one)) call.say("      " + line);
  }
}

}  // namespace

void addClient(Call& call) {
  auto wanted = exchange::readClient(call.inputFile(kFileLimit));
  auto practice = call.open();
  call.printSaved("client", app::addClient(practice.work, std::move(wanted)).id.toString());
}

void mergeCharts(Call& call) {
  auto practice = call.open();
  const auto keep = app::resolveClient(practice.work, call.arguments().operand("KEEP")).id;
  const auto other = app::resolveClient(practice.work, call.arguments().operand("OTHER")).id;
  call.printSaved("chart-merge", app::mergeCharts(practice.work, keep, other).id.toString());
}

void separateCharts(Call& call) {
  auto practice = call.open();
  const auto client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  const auto held = app::resolveHeld(practice.work, client, call.arguments().operand("OTHER"));
  const auto merge = app::separateCharts(practice.work, client, held.merge.other);
  call.printSaved("chart-merge", merge.id.toString());
  call.surroundings().err << call.words().say("cli.separated", {{"date", merge.mergedAt.toIso()}}) << "\n";
}

void addIntake(Call& call) {
  auto intake = exchange::readIntake(call.inputFile(kFileLimit));
  auto practice = call.open();
  intake.client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  const auto stored = app::addIntake(practice.work, std::move(intake));
  call.printSaved("intake", stored.id.toString(), {{"version", stored.version}});
}

void addSession(Call& call) {
  const auto file = exchange::readSession(call.inputFile(kFileLimit));
  const auto reason = call.arguments().option("--reason");
  if (reason && !file.sign) throw UsageError({"error.cli.reasonUnsigned", {}, {}});
  auto practice = call.open();
  auto& work = practice.work;
  const auto client = app::resolveClient(work, call.arguments().operand("CLIENT")).id;
  const auto id = file.id.isNil() ? work.ids.make<domain::SessionId>() : file.id;
  domain::SessionVersion stored;
  bool isSigned = false;
  work.store.atomically([&] {
    stored = app::saveSession(work, id, client, file.content);
    isSigned = work.store.sessions().find(id).value().isSigned();
    // The same file given again finds its session signed.
    if (file.sign && !isSigned) app::signSession(work, id, reason.value_or(""));
    isSigned = isSigned || file.sign;
  });
  call.printSaved("session", id.toString(), {{"version", stored.number}, {"signed", isSigned}});
}

void showSession(Call& call) {
  const auto wanted = call.numberOption("--session");
  auto practice = call.open();
  auto& work = practice.work;
  const auto client = app::resolveClient(work, call.arguments().operand("CLIENT")).id;
  const auto [session, number] = app::readSession(work, client, wanted);
  if (call.json())
    call.surroundings().out << exchange::writeSession(
        {session.id, session.current.content, session.isSigned()});
  else
    saySession(call, session, number);
}

void setPlan(Call& call) {
  auto plan = exchange::readPlan(call.inputFile(kFileLimit));
  auto practice = call.open();
  plan.client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  const auto stored = app::savePlan(practice.work, std::move(plan));
  call.printSaved("plan", stored.id.toString(), {{"version", stored.version}});
}

void suggestPlan(Call& call) {
  auto practice = call.open();
  auto& work = practice.work;
  const auto client = app::resolveClient(work, call.arguments().operand("CLIENT")).id;
  std::vector<domain::ExerciseSlug> planned;
  if (const auto plan = work.store.plans().current(client))
    for (const auto& item : plan->items) planned.push_back(item.exercise);
  const auto grounds = app::groundsOf(work, client);
  const auto all =
      domain::suggest(work.content.exercises(), work.content.atlas(), grounds.map, grounds.raised, planned);
  if (call.json()) return call.print(suggestionsJson(work.content, all, grounds));
  saySuggestions(call, all, grounds);
}

void addLog(Call& call) {
  auto log = exchange::readPracticeLog(call.inputFile(kFileLimit));
  auto practice = call.open();
  log.client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  const auto stored = app::addPracticeLog(practice.work, std::move(log));
  call.printSaved("practice-log", stored.id.toString());
}

void showClient(Call& call) {
  auto practice = call.open();
  const auto client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  if (call.json())
    call.surroundings().out << exchange::writeExport(app::exportClient(practice.work, client));
  else
    sayChart(call, app::readChart(practice.work, client));
}

void importClient(Call& call) {
  const auto record = exchange::readExport(call.inputFile(kRecordLimit));
  auto practice = call.open();
  const bool changed = app::importClient(practice.work, record);
  call.printSaved("client", record.client.id.toString(), {{"changed", changed}});
}

}  // namespace unknot::cli

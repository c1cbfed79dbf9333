// Practices, and lists.
#include <algorithm>

#include "app/clients.h"
#include "app/demo.h"
#include "app/verify.h"
#include "cli/commands.h"
#include "core/utf8.h"

namespace unknot::cli {
namespace {

// Columns of text, each as wide as its widest cell.
class Columns {
 public:
  void add(std::vector<std::string> row) {
    m_widths.resize(std::max(m_widths.size(), row.size()), 0);
    for (std::size_t i = 0; i < row.size(); ++i)
      m_widths[i] = std::max(m_widths[i], core::codePointCount(row[i]));
    m_rows.push_back(std::move(row));
  }
  void print(Call& call) const {
    for (const auto& row : m_rows) {
      std::string line;
      for (std::size_t i = 0; i < row.size(); ++i) {
        line += row[i];
        if (i + 1 < row.size()) line.append(m_widths[i] - core::codePointCount(row[i]) + 2, ' ');
      }
      line.erase(line.find_last_not_of(' ') + 1);
      call.say(line);
    }
  }

 private:
  std::vector<std::vector<std::string>> m_rows;
  std::vector<std::size_t> m_widths;
};

std::string isoOrDash(const std::optional<core::Date>& date) {
  return date ? date->toIso() : "-";
}

template <class Items>
std::string joined(const Items& items) {
  std::string text;
  for (const auto& item : items) text.append(text.empty() ? "" : ", ").append(item);
  return text;
}

Json summaryJson(const domain::ClientSummary& line) {
  Json json{{"schema", "unknot/client-summary/1"},
            {"id", line.id.toString()},
            {"name", line.name},
            {"sortName", line.sortName}};
  if (line.birthDate) json["birthDate"] = line.birthDate->toIso();
  json["phone"] = line.phone;
  json["email"] = line.email;
  json["status"] = domain::toString(line.status);
  if (line.lastSeen) json["lastSeen"] = line.lastSeen->toIso();
  json["sessionCount"] = line.sessionCount;
  json["unsignedCount"] = line.unsignedCount;
  if (line.reviewOn) json["reviewOn"] = line.reviewOn->toIso();
  return json;
}

std::vector<std::string> viewWords(const domain::BodyRegion& region) {
  std::vector<std::string> words;
  for (const auto view : region.views()) words.emplace_back(domain::toString(view));
  return words;
}

void printCreated(Call& call, const domain::Practice& practice, const std::string& key,
                  const std::string& password) {
  const auto folder = call.practiceFolder();
  if (call.json()) {
    Json created{{"schema", "unknot/created/1"}, {"id", practice.id.toString()}, {"folder", folder.string()}};
    if (!key.empty()) created["recoveryKey"] = key;
    if (!password.empty()) created["password"] = password;
    return call.print(created);
  }
  call.say(call.words().say("cli.created", {{"folder", folder.string()}}));
  if (!password.empty()) call.say(call.words().say("cli.demoPassword", {{"password", password}}));
  if (!key.empty()) {
    call.say(call.words().say("cli.recoveryKey"));
    call.say(key);
  }
}

}  // namespace

void initPractice(Call& call) {
  domain::NewPractice wanted;
  wanted.practice.name = call.arguments().option("--name").value_or("");
  wanted.practice.practitionerName = call.arguments().option("--practitioner").value_or("");
  wanted.practice.timeZone = call.surroundings().timeZone;
  wanted.userName = wanted.practice.practitionerName;
  check(wanted.practice);
  wanted.password = call.password();
  const auto created = call.surroundings().openVault()->create(call.practiceFolder(), wanted);
  printCreated(call, created.store->practice(), created.recoveryKey, "");
}

void makeDemo(Call& call) {
  auto& assembly = call.assembly();
  const auto vault = call.surroundings().openVault();
  const auto store = app::makeDemoPractice(*vault, call.practiceFolder(), assembly.content(),
                                           assembly.clock(), assembly.ids(), call.surroundings().timeZone);
  printCreated(call, store->practice(), "", std::string(app::kDemoPassword));
}

void verifyPractice(Call& call) {
  auto practice = call.open();
  Json faults = Json::array();
  const auto seen = app::verifyPractice(practice.work, [&](const core::Message& fault) {
    const std::string line = call.words().say(fault);
    if (call.json())
      faults.push_back(line);
    else
      call.say(line);
  });
  if (call.json()) {
    call.print({{"schema", "unknot/verified/1"},
                {"id", practice.store->practice().id.toString()},
                {"verified", seen.faults == 0},
                {"clients", seen.clients},
                {"sessions", seen.sessions},
                {"versions", seen.versions},
                {"signatures", seen.signatures},
                {"documents", seen.documents},
                {"auditEntries", seen.auditEntries},
                {"faults", faults}});
  } else {
    call.say(call.words().say("verify.seen", {{"clients", std::to_string(seen.clients)},
                                              {"sessions", std::to_string(seen.sessions)},
                                              {"versions", std::to_string(seen.versions)},
                                              {"signatures", std::to_string(seen.signatures)},
                                              {"documents", std::to_string(seen.documents)},
                                              {"auditEntries", std::to_string(seen.auditEntries)}}));
    if (seen.faults == 0) call.say(call.words().say("verify.whole"));
  }
  if (seen.faults > 0) throw core::DamageError({"verify.faults", {}, static_cast<long>(seen.faults)});
}

void listClients(Call& call) {
  auto practice = call.open();
  const auto lines = app::findClients(practice.work, call.arguments().operand("WORDS"));
  if (call.json()) {
    Json list = Json::array();
    for (const auto& line : lines) list.push_back(summaryJson(line));
    return call.print(list);
  }
  Columns columns;
  for (const auto& line : lines)
    columns.add({line.id.toString(), line.name, isoOrDash(line.birthDate), isoOrDash(line.lastSeen),
                 call.words().sayCount("cli.sessions", line.sessionCount)});
  columns.print(call);
}

void listRegions(Call& call) {
  const auto& regions = call.assembly().content().atlas().regions();
  if (call.json()) {
    Json list = Json::array();
    for (const auto& region : regions)
      list.push_back({{"schema", "unknot/region/1"},
                      {"id", region.slug},
                      {"side", domain::toString(region.side)},
                      {"views", viewWords(region)},
                      {"name", region.name},
                      {"anatomicalName", region.anatomicalName},
                      {"code", region.code},
                      {"base", region.base},
                      {"aliases", region.aliases}});
    return call.print(list);
  }
  Columns columns;
  for (const auto& region : regions)
    columns.add({region.slug, region.code, std::string(domain::toString(region.side)), region.name,
                 region.anatomicalName, joined(viewWords(region))});
  columns.print(call);
}

void listExercises(Call& call) {
  auto exercises = call.assembly().content().exercises();
  std::erase_if(exercises, [](const auto& exercise) { return exercise.putAway; });
  if (call.json()) {
    Json list = Json::array();
    for (const auto& exercise : exercises)
      list.push_back({{"schema", "unknot/exercise/1"},
                      {"id", exercise.slug},
                      {"title", exercise.text.title},
                      {"position", domain::toString(exercise.position)},
                      {"patterns", exercise.patterns},
                      {"regions", exercise.regions},
                      {"dose",
                       {{"repetitions", exercise.dose.repetitions},
                        {"rounds", exercise.dose.rounds},
                        {"timesADay", exercise.dose.timesADay},
                        {"minutes", exercise.dose.minutes},
                        {"eachSide", exercise.dose.eachSide}}}});
    return call.print(list);
  }
  Columns columns;
  for (const auto& exercise : exercises)
    columns.add({exercise.slug, exercise.text.title, std::string(domain::toString(exercise.position)),
                 joined(exercise.patterns)});
  columns.print(call);
}

}  // namespace unknot::cli

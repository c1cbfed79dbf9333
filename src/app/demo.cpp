#include "app/demo.h"

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "core/error.h"
#include "unicode/time_zone.h"

namespace unknot::app {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kErrorId = "error.demo";
constexpr std::int64_t kFurthestDays = 50'000;

// Where in which file the reader stands, for the sentence when something is wrong.
struct Place {
  std::string file;
  std::string path;

  Place inside(std::string_view key) const {
    return {file, path.empty() ? std::string(key) : path + "." + std::string(key)};
  }
  Place at(std::size_t index) const { return {file, path + "[" + std::to_string(index) + "]"}; }
  [[noreturn]] void refuse(const std::string& why) const {
    throw core::InputError({std::string(kErrorId), {{"file", file}, {"place", path}, {"why", why}}, {}});
  }
  // Runs a reader or a check and says where it failed.
  template <class Work>
  auto here(Work&& work) const {
    try {
      return work();
    } catch (const core::InputError& error) {
      // Said already, from deeper inside.
      if (error.message().id == kErrorId) throw;
      refuse(error.what());
    } catch (const Json::exception& error) {
      refuse(error.what());
    }
  }
};

Json parsed(std::string_view text, const Place& place) {
  return place.here([&] { return Json::parse(text); });
}

void requireFields(const Json& object, const Place& place, std::initializer_list<std::string_view> allowed) {
  if (!object.is_object()) place.refuse("an object is needed");
  for (const auto& [key, value] : object.items())
    if (std::find(allowed.begin(), allowed.end(), key) == allowed.end())
      place.inside(key).refuse("not known here");
}

void requireSchema(const Json& object, const Place& place, std::string_view schema) {
  const auto found = object.find("schema");
  if (found == object.end() || *found != schema)
    place.inside("schema").refuse("needed: " + std::string(schema));
}

std::optional<std::int64_t> daysFromToday(const Json& value) {
  if (!value.is_object() || value.size() != 1) return {};
  for (const auto& [key, sign] : {std::pair{"daysAgo", -1}, std::pair{"inDays", 1}})
    if (value.contains(key) && value[key].is_number_unsigned() &&
        value[key].get<std::int64_t>() <= kFurthestDays)
      return sign * value[key].get<std::int64_t>();
  return {};
}

// Every {"daysAgo": n} and {"inDays": n} becomes the day it means.
void fillInDays(Json& value, const core::Date& today) {
  if (const auto days = daysFromToday(value)) {
    value = today.plusDays(*days).toIso();
  } else if (value.is_structured()) {
    for (auto& child : value) fillInDays(child, today);
  }
}

// Calls `read(element, place)` for each element of an optional list.
template <class Read>
void eachOf(const Json& object, std::string_view key, const Place& place, Read&& read) {
  const auto found = object.find(std::string(key));
  if (found == object.end()) return;
  const Place list = place.inside(key);
  if (!found->is_array()) list.refuse("a list is needed");
  for (std::size_t i = 0; i < found->size(); ++i) {
    const Place here = list.at(i);
    here.here([&] { read((*found)[i], here); });
  }
}

domain::Measure readMeasure(const Json& json, const Place& place) {
  requireFields(json, place, {"instrument", "item", "value", "takenOn"});
  domain::Measure measure;
  measure.value = {json.at("instrument").get<std::string>(), json.value("item", ""),
                   json.at("value").get<double>()};
  const auto day = core::Date::parseIso(json.at("takenOn").get<std::string>());
  if (!day) place.inside("takenOn").refuse("a day is needed");
  measure.takenOn = *day;
  return measure;
}

DemoSession readSession(const Json& json, const Place& place) {
  requireFields(json, place, {"session", "laterNotes"});
  DemoSession session;
  session.file =
      place.inside("session").here([&] { return exchange::readSession(json.at("session").dump()); });
  eachOf(json, "laterNotes", place,
         [&](const Json& note, const Place&) { session.laterNotes.push_back(note.get<std::string>()); });
  if (!session.laterNotes.empty() && !session.file.sign)
    place.inside("laterNotes").refuse("the session is not signed");
  return session;
}

void checkClient(const DemoClient& demo, const Place& place, const content::Content& content,
                 const core::Date& today) {
  place.inside("client").here([&] { domain::check(demo.client, today); });
  for (const auto& intake : demo.intakes) place.inside("intakes").here([&] { domain::check(intake); });
  for (std::size_t i = 0; i < demo.sessions.size(); ++i) {
    const auto& session = demo.sessions[i].file.content;
    place.inside("sessions").at(i).here([&] {
      domain::check(session, today);
      for (const auto& finding : session.findings) content.atlas().require("findings.region", finding.region);
    });
  }
  for (std::size_t i = 0; i < demo.plans.size(); ++i) {
    const Place plan = place.inside("plans").at(i);
    plan.here([&] { domain::check(demo.plans[i]); });
    for (const auto& item : demo.plans[i].items)
      if (content.exercise(item.exercise) == nullptr) plan.refuse("no exercise " + item.exercise);
  }
  for (std::size_t i = 0; i < demo.practiceLogs.size(); ++i) {
    const Place log = place.inside("practiceLogs").at(i);
    log.here([&] { domain::check(demo.practiceLogs[i], today); });
    for (const auto& row : demo.practiceLogs[i].grid)
      if (content.exercise(row.exercise) == nullptr) log.refuse("no exercise " + row.exercise);
  }
  for (const auto& measure : demo.measures)
    place.inside("measures").here([&] { domain::check(measure.value); });
}

std::string readFile(const std::filesystem::path& file, const std::string& name) {
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream || text.empty()) Place{name, ""}.refuse("the file can't be read");
  return text;
}

// What every row of the demo is signed with.
struct Author {
  domain::User user;
  core::Instant now;
};

void addSession(domain::PracticeStore& store, const DemoSession& demo, domain::ClientId client,
                const Author& author, core::IdSource& ids) {
  domain::SessionVersion version;
  version.id = ids.make<domain::SessionVersionId>();
  version.session = ids.make<domain::SessionId>();
  version.client = client;
  version.content = demo.file.content;
  version.author = author.user.id;
  version.savedAt = author.now;
  const auto stored = store.sessions().append(version);
  const auto sign = [&](domain::SignatureKind kind, const std::string& text) {
    store.sessions().addSignature({ids.make<domain::SignatureId>(), stored.session, stored.id, kind, text,
                                   author.user.id, author.user.name, author.now});
  };
  if (demo.file.sign) sign(domain::SignatureKind::signedAsIs, "");
  for (const auto& note : demo.laterNotes) sign(domain::SignatureKind::laterNote, note);
}

void addClient(domain::PracticeStore& store, const DemoClient& demo, const Author& author,
               core::IdSource& ids) {
  domain::Client client = demo.client;
  client.id = ids.make<domain::ClientId>();
  client.createdAt = author.now;
  store.clients().save(client);
  int intakeVersion = 0;
  for (domain::Intake intake : demo.intakes) {
    intake.id = ids.make<domain::IntakeId>();
    intake.client = client.id;
    intake.version = ++intakeVersion;
    intake.author = author.user.id;
    intake.enteredAt = author.now;
    store.intakes().add(intake);
  }
  for (const auto& session : demo.sessions) addSession(store, session, client.id, author, ids);
  for (domain::ExercisePlan plan : demo.plans) {
    plan.id = ids.make<domain::PlanId>();
    plan.client = client.id;
    plan.author = author.user.id;
    plan.savedAt = author.now;
    store.plans().append(plan);
  }
  for (domain::PracticeLog log : demo.practiceLogs) {
    log.id = ids.make<domain::PracticeLogId>();
    log.client = client.id;
    log.author = author.user.id;
    log.enteredAt = author.now;
    store.practiceLogs().add(log);
  }
  for (domain::Measure measure : demo.measures) {
    measure.id = ids.make<domain::MeasureId>();
    measure.client = client.id;
    measure.author = author.user.id;
    measure.enteredAt = author.now;
    store.measures().add(measure);
  }
}

}  // namespace

DemoClient readDemoClient(std::string_view text, const std::string& fileName, const core::Date& today) {
  const Place file{fileName, ""};
  Json json = parsed(text, file);
  requireFields(json, file, {"schema", "client", "intakes", "sessions", "plans", "practiceLogs", "measures"});
  requireSchema(json, file, "unknot/demo-client/1");
  fillInDays(json, today);

  DemoClient demo;
  demo.client = file.inside("client").here([&] { return exchange::readClient(json.at("client").dump()); });
  eachOf(json, "intakes", file, [&](const Json& intake, const Place&) {
    demo.intakes.push_back(exchange::readIntake(intake.dump()));
  });
  eachOf(json, "sessions", file, [&](const Json& session, const Place& place) {
    demo.sessions.push_back(readSession(session, place));
  });
  eachOf(json, "plans", file,
         [&](const Json& plan, const Place&) { demo.plans.push_back(exchange::readPlan(plan.dump())); });
  eachOf(json, "practiceLogs", file, [&](const Json& log, const Place&) {
    demo.practiceLogs.push_back(exchange::readPracticeLog(log.dump()));
    // Counted from today, the day may be any of its week.
    auto& weekOf = demo.practiceLogs.back().weekOf;
    weekOf = domain::mondayOf(weekOf);
  });
  eachOf(json, "measures", file, [&](const Json& measure, const Place& place) {
    demo.measures.push_back(readMeasure(measure, place));
  });
  return demo;
}

DemoPractice readDemoPractice(const std::filesystem::path& folder, const content::Content& content,
                              const core::Date& today) {
  const Place place{"practice.json", ""};
  const Json json = parsed(readFile(folder / "practice.json", place.file), place);
  requireFields(json, place, {"schema", "name", "practitionerName", "phone", "paper", "language", "clients"});
  requireSchema(json, place, "unknot/demo-practice/1");

  DemoPractice demo;
  place.here([&] {
    demo.practice.name = json.at("name").get<std::string>();
    demo.practice.practitionerName = json.at("practitionerName").get<std::string>();
    demo.practice.phone = json.value("phone", "");
    demo.practice.paper = domain::paperFrom(json.at("paper").get<std::string>());
    demo.practice.language = json.at("language").get<std::string>();
    demo.practice.demo = true;
    domain::check(demo.practice);
  });
  eachOf(json, "clients", place, [&](const Json& name, const Place&) {
    const auto fileName = name.get<std::string>();
    demo.clients.push_back(readDemoClient(readFile(folder / fileName, fileName), fileName, today));
    checkClient(demo.clients.back(), {fileName, ""}, content, today);
  });
  return demo;
}

std::unique_ptr<domain::PracticeStore> makeDemoPractice(domain::PracticeVault& vault,
                                                        const std::filesystem::path& folder,
                                                        const content::Content& content,
                                                        const core::Clock& clock, core::IdSource& ids,
                                                        const std::string& timeZone) {
  const core::Date today = unicode::dateIn(clock.now(), timeZone);
  DemoPractice demo = readDemoPractice(content.folders().data / "demo", content, today);
  demo.practice.timeZone = timeZone;
  demo.practice.createdAt = clock.now();

  auto store =
      vault.create(folder, {demo.practice, demo.practice.practitionerName, std::string(kDemoPassword)}).store;
  const domain::User user = store->user();
  for (const auto& client : demo.clients)
    store->atomically([&] { addClient(*store, client, {user, clock.now()}, ids); });
  return store;
}

}  // namespace unknot::app

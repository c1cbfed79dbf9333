#include "exchange/json.h"

#include <algorithm>
#include <array>

#include "exchange/json_text.h"
#include "exchange/parts.h"

namespace unknot::exchange {

using domain::Client;
using domain::ExercisePlan;
using domain::Intake;
using domain::PlanTemplate;
using domain::PracticeLog;
using nlohmann::json;

namespace {

constexpr std::string_view kClientSchema = "unknot/client/1";
constexpr std::string_view kSessionSchema = "unknot/session/1";
constexpr std::string_view kPlanSchema = "unknot/plan/1";
constexpr std::string_view kPlanTemplateSchema = "unknot/plan-template/1";
constexpr std::string_view kPracticeLogSchema = "unknot/practice-log/1";
constexpr std::string_view kIntakeSchema = "unknot/intake/1";
constexpr int kManyVersions = 1'000'000;

std::array<bool, domain::kDaysOfWeek> daysFrom(const Fields& row) {
  std::array<bool, domain::kDaysOfWeek> days{};
  for (const auto& word : row.texts("days")) {
    const auto found = std::find(domain::kWeekdays.begin(), domain::kWeekdays.end(), word);
    if (found == domain::kWeekdays.end()) {
      std::string allowed;
      for (const auto day : domain::kWeekdays) allowed.append(allowed.empty() ? "" : ", ").append(day);
      throw core::InputError(
          {"error.choice",
           {{"field", row.placeOf("days")}, {"value", shortened(word)}, {"allowed", allowed}},
           {}});
    }
    days[static_cast<std::size_t>(found - domain::kWeekdays.begin())] = true;
  }
  return days;
}

}  // namespace

std::string withSchema(std::string_view schema, const OutJson& value) {
  OutJson file{{"schema", schema}};
  file.update(value);
  return printJson(file);
}

json fileOf(std::string_view text, std::string_view schema, std::size_t limit) {
  json file = parseJson(text, limit);
  checkSchema(file, schema);
  file.erase("schema");
  return file;
}

OutJson clientJson(const Client& client) {
  OutJson out = OutJson::object();
  putId(out, "id", client.id);
  out["name"] = client.name;
  out["calledAs"] = client.calledAs;
  out["sortName"] = client.sortName;
  out["pronouns"] = client.pronouns;
  if (client.birthDate) out["birthDate"] = client.birthDate->toIso();
  out["phone"] = client.phone;
  out["email"] = client.email;
  out["address"] = client.address;
  out["occupation"] = client.occupation;
  out["emergencyContact"] = client.emergencyContact;
  out["language"] = client.language;
  out["largePrint"] = client.largePrint;
  out["build"] = domain::toString(client.build);
  out["skin"] = domain::toString(client.look.skin);
  out["hair"] = domain::toString(client.look.hair);
  out["hairColor"] = domain::toString(client.look.hairColor);
  out["about"] = client.about;
  out["status"] = domain::toString(client.status);
  putInstant(out, "createdAt", client.createdAt);
  return out;
}

Client clientFrom(const json& value, const std::string& place) {
  const Fields fields(
      value, place,
      {"id",        "name",       "calledAs",         "sortName", "pronouns",   "birthDate", "phone", "email",
       "address",   "occupation", "emergencyContact", "language", "largePrint", "build",     "skin",  "hair",
       "hairColor", "about",      "status",           "createdAt"});
  Client client;
  client.id = fields.optionalId<domain::ClientId>("id");
  client.name = fields.text("name");
  client.calledAs = fields.text("calledAs", "");
  client.sortName = fields.text("sortName", "");
  client.pronouns = fields.text("pronouns", "");
  client.birthDate = fields.optionalDate("birthDate");
  client.phone = fields.text("phone", "");
  client.email = fields.text("email", "");
  client.address = fields.text("address", "");
  client.occupation = fields.text("occupation", "");
  client.emergencyContact = fields.text("emergencyContact", "");
  client.language = fields.text("language", "en");
  client.largePrint = fields.flag("largePrint", false);
  client.build = fields.choice("build", domain::bodyBuildFrom, domain::BodyBuild::medium);
  const domain::FigureLook usual;
  client.look = {fields.choice("skin", domain::skinToneFrom, usual.skin),
                 fields.choice("hair", domain::hairStyleFrom, usual.hair),
                 fields.choice("hairColor", domain::hairColorFrom, usual.hairColor)};
  client.about = fields.text("about", "");
  client.status = fields.choice("status", domain::clientStatusFrom, domain::ClientStatus::active);
  client.createdAt = fields.optionalInstant("createdAt").value_or(core::Instant{});
  return client;
}

namespace {

domain::AnswerRow answerRowFrom(const json& value, const std::string& place) {
  if (!value.is_object()) throw core::InputError({"error.json.object", {{"field", place}}, {}});
  domain::AnswerRow row;
  for (const auto& [field, text] : value.items()) {
    if (!text.is_string()) {
      std::string at = place;
      at.append(".").append(field);
      throw core::InputError({"error.json.text", {{"field", at}}, {}});
    }
    row.emplace(field, text.get<std::string>());
  }
  return row;
}

}  // namespace

OutJson intakeJson(const Intake& intake) {
  OutJson out = OutJson::object();
  putId(out, "id", intake.id);
  out["version"] = intake.version;
  out["questionnaire"] = intake.questionnaire;
  if (!intake.definition.empty()) out["definition"] = intake.definition;
  out["language"] = intake.language;
  out["takenOn"] = intake.takenOn.toIso();
  out["answers"] = OutJson::array();
  for (const auto& answer : intake.answers) {
    OutJson given{
        {"question", answer.question}, {"state", domain::toString(answer.state)}, {"values", answer.values}};
    if (!answer.detail.empty()) given["detail"] = answer.detail;
    for (const auto& row : answer.rows) {
      OutJson fields = OutJson::object();
      for (const auto& [field, text] : row) fields[field] = text;
      given["rows"].push_back(std::move(fields));
    }
    out["answers"].push_back(std::move(given));
  }
  putId(out, "author", intake.author);
  putInstant(out, "enteredAt", intake.enteredAt);
  return out;
}

Intake intakeFrom(const json& value, const std::string& place) {
  const Fields fields(value, place,
                      {"id", "version", "questionnaire", "definition", "language", "takenOn", "answers",
                       "author", "enteredAt"});
  Intake intake;
  intake.id = fields.optionalId<domain::IntakeId>("id");
  intake.version = fields.whole("version", 1, kManyVersions, 1);
  intake.questionnaire = fields.text("questionnaire");
  intake.definition = fields.text("definition", "");
  intake.language = fields.text("language", "en");
  intake.takenOn = fields.date("takenOn");
  fields.each("answers", [&](const json& item, const std::string& at) {
    const Fields answer(item, at, {"question", "state", "values", "detail", "rows"});
    auto& given = intake.answers.emplace_back(
        domain::IntakeAnswer{answer.text("question"),
                             answer.choice("state", domain::answerStateFrom, domain::AnswerState::answered),
                             answer.texts("values"), answer.text("detail", "")});
    answer.each("rows", [&](const json& row, const std::string& rowPlace) {
      given.rows.push_back(answerRowFrom(row, rowPlace));
    });
  });
  intake.author = fields.optionalId<domain::UserId>("author");
  intake.enteredAt = fields.optionalInstant("enteredAt").value_or(core::Instant{});
  return intake;
}

namespace {

OutJson itemsJson(const std::vector<domain::PlanItem>& items, bool withReasons) {
  OutJson list = OutJson::array();
  for (const auto& item : items) {
    OutJson one{{"exercise", item.exercise},
                {"side", domain::toString(item.side)},
                {"repetitions", item.repetitions},
                {"rounds", item.rounds},
                {"timesADay", item.timesADay},
                {"minutes", item.minutes},
                {"cue", item.cue}};
    if (withReasons) one["reason"] = item.reason;
    list.push_back(std::move(one));
  }
  return list;
}

std::vector<domain::PlanItem> itemsFrom(const Fields& fields, bool withReasons) {
  const domain::PlanItem usual;
  fields.required("items");
  std::vector<domain::PlanItem> items;
  fields.each("items", [&](const json& entry, const std::string& at) {
    const auto item =
        withReasons
            ? Fields(entry, at,
                     {"exercise", "side", "repetitions", "rounds", "timesADay", "minutes", "cue", "reason"})
            : Fields(entry, at, {"exercise", "side", "repetitions", "rounds", "timesADay", "minutes", "cue"});
    items.push_back(
        {item.text("exercise"), item.choice("side", domain::planSideFrom, domain::PlanSide::none),
         item.whole("repetitions", 1, 100, usual.repetitions), item.whole("rounds", 1, 20, usual.rounds),
         item.whole("timesADay", 1, 10, usual.timesADay), item.whole("minutes", 1, 60, usual.minutes),
         item.text("cue", ""), withReasons ? item.text("reason", "") : std::string()});
  });
  return items;
}

}  // namespace

OutJson planJson(const ExercisePlan& plan) {
  OutJson out = OutJson::object();
  putId(out, "id", plan.id);
  out["version"] = plan.version;
  out["from"] = plan.from.toIso();
  if (plan.reviewOn) out["reviewOn"] = plan.reviewOn->toIso();
  out["items"] = itemsJson(plan.items, true);
  out["note"] = plan.note;
  out["weeks"] = plan.weeks;
  out["grouped"] = plan.grouped;
  putId(out, "author", plan.author);
  putInstant(out, "savedAt", plan.savedAt);
  return out;
}

ExercisePlan planFrom(const json& value, const std::string& place) {
  const Fields fields(
      value, place,
      {"id", "version", "from", "reviewOn", "items", "note", "weeks", "grouped", "author", "savedAt"});
  ExercisePlan plan;
  plan.id = fields.optionalId<domain::PlanId>("id");
  plan.version = fields.whole("version", 1, kManyVersions, 1);
  plan.from = fields.date("from");
  plan.reviewOn = fields.optionalDate("reviewOn");
  plan.items = itemsFrom(fields, true);
  plan.note = fields.text("note", "");
  plan.weeks = fields.whole("weeks", 1, domain::kMostWeeks, plan.weeks);
  plan.grouped = fields.flag("grouped", false);
  plan.author = fields.optionalId<domain::UserId>("author");
  plan.savedAt = fields.optionalInstant("savedAt").value_or(core::Instant{});
  return plan;
}

OutJson practiceLogJson(const PracticeLog& log) {
  OutJson out = OutJson::object();
  putId(out, "id", log.id);
  out["weekOf"] = log.weekOf.toIso();
  if (log.fromMemory) {
    out["fromMemory"] = domain::toString(*log.fromMemory);
  } else {
    out["grid"] = OutJson::array();
    for (const auto& row : log.grid) {
      OutJson days = OutJson::array();
      for (std::size_t day = 0; day < domain::kWeekdays.size(); ++day)
        if (row.days[day]) days.push_back(domain::kWeekdays[day]);
      out["grid"].push_back(OutJson{{"exercise", row.exercise}, {"days", std::move(days)}});
    }
  }
  out["note"] = log.note;
  putId(out, "author", log.author);
  putInstant(out, "enteredAt", log.enteredAt);
  return out;
}

PracticeLog practiceLogFrom(const json& value, const std::string& place) {
  const Fields fields(value, place, {"id", "weekOf", "fromMemory", "grid", "note", "author", "enteredAt"});
  PracticeLog log;
  log.id = fields.optionalId<domain::PracticeLogId>("id");
  log.weekOf = fields.date("weekOf");
  if (fields.has("fromMemory")) log.fromMemory = fields.choice("fromMemory", domain::daysFromMemoryFrom);
  fields.each("grid", [&](const json& entry, const std::string& at) {
    const Fields row(entry, at, {"exercise", "days"});
    log.grid.push_back({row.text("exercise"), daysFrom(row)});
  });
  log.note = fields.text("note", "");
  log.author = fields.optionalId<domain::UserId>("author");
  log.enteredAt = fields.optionalInstant("enteredAt").value_or(core::Instant{});
  return log;
}

Client readClient(std::string_view text) {
  return clientFrom(fileOf(text, kClientSchema, kFileLimit), "");
}
std::string writeClient(const Client& client) {
  return withSchema(kClientSchema, clientJson(client));
}

PracticeLog readPracticeLog(std::string_view text) {
  return practiceLogFrom(fileOf(text, kPracticeLogSchema, kFileLimit), "");
}
std::string writePracticeLog(const PracticeLog& log) {
  return withSchema(kPracticeLogSchema, practiceLogJson(log));
}

ExercisePlan readPlan(std::string_view text) {
  return planFrom(fileOf(text, kPlanSchema, kFileLimit), "");
}
std::string writePlan(const ExercisePlan& plan) {
  return withSchema(kPlanSchema, planJson(plan));
}

PlanTemplate readPlanTemplate(std::string_view text) {
  const json file = fileOf(text, kPlanTemplateSchema, kFileLimit);
  const Fields fields(file, "", {"id", "name", "items", "weeks", "grouped", "author", "savedAt"});
  PlanTemplate kept;
  kept.id = fields.optionalId<domain::PlanTemplateId>("id");
  kept.name = fields.text("name");
  kept.items = itemsFrom(fields, false);
  kept.weeks = fields.whole("weeks", 1, domain::kMostWeeks, kept.weeks);
  kept.grouped = fields.flag("grouped", false);
  kept.author = fields.optionalId<domain::UserId>("author");
  kept.savedAt = fields.optionalInstant("savedAt").value_or(core::Instant{});
  return kept;
}
std::string writePlanTemplates(const std::vector<PlanTemplate>& all) {
  OutJson list = OutJson::array();
  for (const auto& kept : all) {
    OutJson one{{"schema", kPlanTemplateSchema}};
    putId(one, "id", kept.id);
    one["name"] = kept.name;
    one["items"] = itemsJson(kept.items, false);
    one["weeks"] = kept.weeks;
    one["grouped"] = kept.grouped;
    putId(one, "author", kept.author);
    putInstant(one, "savedAt", kept.savedAt);
    list.push_back(std::move(one));
  }
  return printJson(list);
}

Intake readIntake(std::string_view text) {
  return intakeFrom(fileOf(text, kIntakeSchema, kFileLimit), "");
}
std::string writeIntake(const Intake& intake) {
  return withSchema(kIntakeSchema, intakeJson(intake));
}

SessionFile readSession(std::string_view text) {
  json file = fileOf(text, kSessionSchema, kFileLimit);
  SessionFile session;
  if (file.is_object()) {
    // What is the file's own, beside the content.
    json own = json::object();
    for (const char* name : {"id", "sign"}) {
      if (!file.contains(name)) continue;
      own[name] = file[name];
      file.erase(name);
    }
    const Fields fields(own, "", {"id", "sign"});
    session.id = fields.optionalId<domain::SessionId>("id");
    session.sign = fields.flag("sign", false);
  }
  session.content = contentFrom(file, "");
  checkContent(session.content, "");
  return session;
}

std::string writeSession(const SessionFile& file) {
  OutJson out = OutJson::object();
  putId(out, "id", file.id);
  out.update(contentJson(file.content));
  if (file.sign) out["sign"] = true;
  return withSchema(kSessionSchema, out);
}

std::string writeSessionContent(const domain::SessionContent& content) {
  return withSchema(kSessionSchema, contentJson(content));
}

domain::SessionContent readSessionContent(std::string_view text) {
  return contentFrom(fileOf(text, kSessionSchema, kFileLimit), "");
}

}  // namespace unknot::exchange

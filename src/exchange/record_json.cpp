#include <algorithm>
#include <map>
#include <set>

#include "core/utf8.h"
#include "domain/required.h"
#include "exchange/base64.h"
#include "exchange/json.h"
#include "exchange/json_text.h"
#include "exchange/parts.h"

namespace unknot::exchange {

using domain::ClientId;
using domain::DocumentRecord;
using domain::Measure;
using domain::SessionHistory;
using domain::SessionVersion;
using domain::Signature;
using nlohmann::json;

namespace {

constexpr std::string_view kRecordSchema = "unknot/client-record/1";
constexpr int kMany = 1'000'000;

OutJson versionJson(const SessionVersion& version) {
  OutJson out = OutJson::object();
  putId(out, "id", version.id);
  out["number"] = version.number;
  putId(out, "author", version.author);
  out["savedAt"] = version.savedAt.toIso();
  out["content"] = contentJson(version.content);
  out["salt"] = version.salt;
  out["previousHash"] = version.previousHash;
  out["hash"] = version.hash;
  return out;
}

OutJson signatureJson(const Signature& signature) {
  OutJson out = OutJson::object();
  putId(out, "id", signature.id);
  putId(out, "version", signature.version);
  out["kind"] = domain::toString(signature.kind);
  out["text"] = signature.text;
  putId(out, "author", signature.author);
  out["authorName"] = signature.authorName;
  out["signedAt"] = signature.signedAt.toIso();
  return out;
}

OutJson historyJson(const SessionHistory& history) {
  OutJson out{{"id", history.versions.front().session.toString()},
              {"versions", OutJson::array()},
              {"signatures", OutJson::array()}};
  for (const auto& version : history.versions) out["versions"].push_back(versionJson(version));
  for (const auto& signature : history.signatures) out["signatures"].push_back(signatureJson(signature));
  return out;
}

OutJson measureRecordJson(const Measure& measure) {
  OutJson out = OutJson::object();
  putId(out, "id", measure.id);
  out.update(measureJson(measure.value));
  out["takenOn"] = measure.takenOn.toIso();
  putId(out, "author", measure.author);
  out["enteredAt"] = measure.enteredAt.toIso();
  return out;
}

OutJson documentJson(const ExportedDocument& document) {
  const auto& record = document.record;
  OutJson out = OutJson::object();
  putId(out, "id", record.id);
  out["kind"] = domain::toString(record.kind);
  out["title"] = record.title;
  out["language"] = record.language;
  out["paper"] = domain::toString(record.paper);
  out["largePrint"] = record.largePrint;
  out["pages"] = record.pages;
  out["bytes"] = record.bytes;
  out["sha256"] = record.sha256;
  putId(out, "author", record.author);
  out["createdAt"] = record.createdAt.toIso();
  if (record.format != domain::DocumentFormat::pdf) out["format"] = domain::toString(record.format);
  if (!record.sender.empty()) out["sender"] = record.sender;
  if (record.dated) out["dated"] = record.dated->toIso();
  if (document.content) out["content"] = toBase64(*document.content);
  return out;
}

// Ids that must stand once in the file.
class Once {
 public:
  void add(const core::Uuid& id, const std::string& place) {
    if (!m_seen.insert(id).second)
      throw core::InputError({"error.twice", {{"field", place + ".id"}, {"value", id.toString()}}, {}});
  }

 private:
  std::set<core::Uuid> m_seen;
};

SessionVersion versionFrom(const json& value, const std::string& place, int number) {
  const Fields fields(value, place,
                      {"id", "number", "author", "savedAt", "content", "salt", "previousHash", "hash"});
  SessionVersion version;
  version.id = fields.id<domain::SessionVersionId>("id");
  version.number = fields.whole("number", number, number);
  version.author = fields.optionalId<domain::UserId>("author");
  version.savedAt = fields.instant("savedAt");
  version.content = contentFrom(fields.required("content"), fields.placeOf("content"));
  checkContent(version.content, fields.placeOf("content"));
  version.salt = fields.text("salt");
  version.previousHash = fields.text("previousHash");
  version.hash = fields.text("hash");
  return version;
}

Signature signatureFrom(const json& value, const std::string& place) {
  const Fields fields(value, place, {"id", "version", "kind", "text", "author", "authorName", "signedAt"});
  Signature signature;
  signature.id = fields.id<domain::SignatureId>("id");
  signature.version = fields.id<domain::SessionVersionId>("version");
  signature.kind = fields.choice("kind", domain::signatureKindFrom);
  signature.text = fields.text("text", "");
  core::checkText(fields.placeOf("text"), signature.text, core::kTextLimit);
  signature.author = fields.optionalId<domain::UserId>("author");
  signature.authorName = fields.text("authorName");
  domain::checkRequired(fields.placeOf("authorName"), signature.authorName, core::kNameLimit);
  signature.signedAt = fields.instant("signedAt");
  return signature;
}

SessionHistory historyFrom(const json& value, const std::string& place, ClientId client, Once& ids) {
  const Fields fields(value, place, {"id", "versions", "signatures"});
  const auto session = fields.id<domain::SessionId>("id");
  ids.add(session.value, place);
  SessionHistory history;
  fields.each("versions", [&](const json& item, const std::string& at) {
    auto version = versionFrom(item, at, static_cast<int>(history.versions.size()) + 1);
    ids.add(version.id.value, at);
    version.session = session;
    version.client = client;
    history.versions.push_back(std::move(version));
  });
  if (history.versions.empty())
    throw core::InputError({"error.json.missing", {{"field", fields.placeOf("versions[0]")}}, {}});
  fields.each("signatures", [&](const json& item, const std::string& at) {
    auto signature = signatureFrom(item, at);
    ids.add(signature.id.value, at);
    const bool known = std::any_of(history.versions.begin(), history.versions.end(),
                                   [&](const SessionVersion& v) { return v.id == signature.version; });
    if (!known)
      throw core::InputError({"error.json.reference",
                              {{"field", at + ".version"}, {"value", signature.version.toString()}},
                              {}});
    signature.session = session;
    history.signatures.push_back(std::move(signature));
  });
  return history;
}

Measure measureRecordFrom(const json& value, const std::string& place) {
  const Fields fields(value, place, {"id", "instrument", "item", "value", "takenOn", "author", "enteredAt"});
  Measure measure;
  measure.id = fields.id<domain::MeasureId>("id");
  measure.value = measureFrom(fields);
  checkMeasure(measure.value, place);
  measure.takenOn = fields.date("takenOn");
  measure.author = fields.optionalId<domain::UserId>("author");
  measure.enteredAt = fields.instant("enteredAt");
  return measure;
}

ExportedDocument documentFrom(const json& value, const std::string& place) {
  const Fields fields(value, place,
                      {"id", "kind", "title", "language", "paper", "largePrint", "pages", "bytes", "sha256",
                       "author", "createdAt", "format", "sender", "dated", "content"});
  ExportedDocument document;
  DocumentRecord& record = document.record;
  record.id = fields.id<domain::DocumentId>("id");
  record.kind = fields.choice("kind", domain::documentKindFrom);
  record.title = fields.text("title");
  core::checkText(fields.placeOf("title"), record.title, core::kLineLimit);
  record.language = fields.text("language");
  domain::checkRequired(fields.placeOf("language"), record.language, core::kNameLimit);
  record.paper = fields.choice("paper", domain::paperFrom);
  record.largePrint = fields.flag("largePrint", false);
  record.pages = fields.whole("pages", 0, kMany);
  record.bytes = fields.large("bytes");
  record.sha256 = fields.text("sha256");
  record.author = fields.optionalId<domain::UserId>("author");
  record.createdAt = fields.instant("createdAt");
  record.format = fields.choice("format", domain::documentFormatFrom, domain::DocumentFormat::pdf);
  record.sender = fields.text("sender", "");
  core::checkText(fields.placeOf("sender"), record.sender, core::kLineLimit);
  record.dated = fields.optionalDate("dated");
  if (!fields.has("content")) return document;
  document.content = fromBase64(fields.text("content"));
  if (!document.content)
    throw core::InputError({"error.json.base64", {{"field", fields.placeOf("content")}}, {}});
  const auto length = static_cast<std::int64_t>(document.content->size());
  if (length != record.bytes)
    throw core::InputError({"error.json.length",
                            {{"field", fields.placeOf("bytes")},
                             {"value", std::to_string(record.bytes)},
                             {"length", std::to_string(length)}},
                            {}});
  return document;
}

OutJson heldJson(ClientExport::Held held);

OutJson recordJson(ClientExport everything) {
  std::sort(everything.intakes.begin(), everything.intakes.end(), [](const auto& a, const auto& b) {
    return std::tie(a.version, a.id) < std::tie(b.version, b.id);
  });
  std::sort(everything.definitions.begin(), everything.definitions.end());
  const auto byId = [](const auto& a, const auto& b) { return a.id < b.id; };
  std::sort(everything.flagClosings.begin(), everything.flagClosings.end(), byId);
  std::sort(everything.consents.begin(), everything.consents.end(), byId);
  std::sort(everything.sessions.begin(), everything.sessions.end(), [](const auto& a, const auto& b) {
    return a.versions.front().session < b.versions.front().session;
  });
  std::sort(everything.plans.begin(), everything.plans.end(), [](const auto& a, const auto& b) {
    return std::tie(a.version, a.id) < std::tie(b.version, b.id);
  });
  std::sort(everything.practiceLogs.begin(), everything.practiceLogs.end(), byId);
  std::sort(everything.measures.begin(), everything.measures.end(), byId);
  std::sort(everything.documents.begin(), everything.documents.end(),
            [](const auto& a, const auto& b) { return a.record.id < b.record.id; });

  std::sort(everything.held.begin(), everything.held.end(),
            [](const auto& one, const auto& other) { return one.merge.id < other.merge.id; });

  OutJson file{{"schema", kRecordSchema},          {"client", clientJson(everything.client)},
               {"definitions", OutJson::array()},  {"intakes", OutJson::array()},
               {"flagClosings", OutJson::array()}, {"consents", OutJson::array()},
               {"sessions", OutJson::array()},     {"plans", OutJson::array()},
               {"practiceLogs", OutJson::array()}, {"measures", OutJson::array()},
               {"documents", OutJson::array()}};
  for (const auto& [language, text] : everything.definitions)
    file["definitions"].push_back(OutJson{{"language", language}, {"text", text}});
  for (const auto& intake : everything.intakes) file["intakes"].push_back(intakeJson(intake));
  for (const auto& closing : everything.flagClosings)
    file["flagClosings"].push_back(flagClosingJson(closing));
  for (const auto& consent : everything.consents) file["consents"].push_back(consentJson(consent));
  for (const auto& session : everything.sessions) file["sessions"].push_back(historyJson(session));
  for (const auto& plan : everything.plans) file["plans"].push_back(planJson(plan));
  for (const auto& log : everything.practiceLogs) file["practiceLogs"].push_back(practiceLogJson(log));
  for (const auto& measure : everything.measures) file["measures"].push_back(measureRecordJson(measure));
  for (const auto& document : everything.documents) file["documents"].push_back(documentJson(document));
  if (!everything.held.empty()) file["held"] = OutJson::array();
  for (auto& held : everything.held) file["held"].push_back(heldJson(std::move(held)));
  return file;
}

OutJson heldJson(ClientExport::Held held) {
  OutJson out = OutJson::object();
  putId(out, "id", held.merge.id);
  putId(out, "kept", held.merge.kept);
  putId(out, "author", held.merge.author);
  out["authorName"] = held.merge.authorName;
  out["mergedAt"] = held.merge.mergedAt.toIso();
  out["record"] = recordJson(std::move(held.record));
  return out;
}

ClientExport::Held heldFrom(const json& value, const std::string& place, Once& ids);

// Every part leads to the chart of the file itself.
void checkHeld(const ClientExport& everything) {
  std::map<ClientId, ClientId> kept;
  for (const auto& held : everything.held) kept.emplace(held.merge.other, held.merge.kept);
  for (std::size_t i = 0; i < everything.held.size(); ++i) {
    auto at = everything.held[i].merge.other;
    for (std::size_t steps = 0; steps < kept.size() && kept.contains(at); ++steps) at = kept.at(at);
    if (at != everything.client.id)
      throw core::InputError({"error.json.reference",
                              {{"field", "held[" + std::to_string(i) + "].kept"},
                               {"value", everything.held[i].merge.kept.toString()}},
                              {}});
  }
}

enum class Place { top, insideAnother };

ClientExport recordFrom(const json& file, const std::string& at, Once& ids, Place where) {
  checkSchema(file, kRecordSchema);
  const Fields fields(
      file, at,
      {"schema", "client", "definitions", "intakes", "flagClosings", "consents", "sessions", "plans",
       "practiceLogs", "measures", "documents", where == Place::top ? "held" : "schema"});
  ClientExport everything;
  const auto& client = fields.required("client");
  everything.client = clientFrom(client, fields.placeOf("client"));
  if (everything.client.id.isNil())
    throw core::InputError({"error.json.missing", {{"field", fields.placeOf("client.id")}}, {}});
  const ClientId owner = everything.client.id;
  ids.add(owner.value, fields.placeOf("client"));
  fields.each("intakes", [&](const json& item, const std::string& place) {
    auto intake = intakeFrom(item, place);
    if (intake.id.isNil()) throw core::InputError({"error.json.missing", {{"field", place + ".id"}}, {}});
    ids.add(intake.id.value, place);
    intake.client = owner;
    everything.intakes.push_back(std::move(intake));
  });
  fields.each("definitions", [&](const json& item, const std::string& place) {
    const Fields definition(item, place, {"language", "text"});
    everything.definitions.push_back({definition.text("language"), definition.text("text")});
  });
  fields.each("flagClosings", [&](const json& item, const std::string& place) {
    auto closing = flagClosingFrom(item, place);
    ids.add(closing.id.value, place);
    closing.client = owner;
    everything.flagClosings.push_back(std::move(closing));
  });
  fields.each("consents", [&](const json& item, const std::string& place) {
    auto consent = consentFrom(item, place);
    if (consent.id.isNil()) throw core::InputError({"error.json.missing", {{"field", place + ".id"}}, {}});
    ids.add(consent.id.value, place);
    consent.client = owner;
    everything.consents.push_back(std::move(consent));
  });
  fields.each("sessions", [&](const json& item, const std::string& place) {
    everything.sessions.push_back(historyFrom(item, place, owner, ids));
  });
  fields.each("plans", [&](const json& item, const std::string& place) {
    auto plan = planFrom(item, place);
    if (plan.id.isNil()) throw core::InputError({"error.json.missing", {{"field", place + ".id"}}, {}});
    ids.add(plan.id.value, place);
    plan.client = owner;
    everything.plans.push_back(std::move(plan));
  });
  fields.each("practiceLogs", [&](const json& item, const std::string& place) {
    auto log = practiceLogFrom(item, place);
    if (log.id.isNil()) throw core::InputError({"error.json.missing", {{"field", place + ".id"}}, {}});
    ids.add(log.id.value, place);
    log.client = owner;
    everything.practiceLogs.push_back(std::move(log));
  });
  fields.each("measures", [&](const json& item, const std::string& place) {
    auto measure = measureRecordFrom(item, place);
    ids.add(measure.id.value, place);
    measure.client = owner;
    everything.measures.push_back(std::move(measure));
  });
  fields.each("documents", [&](const json& item, const std::string& place) {
    auto document = documentFrom(item, place);
    ids.add(document.record.id.value, place);
    document.record.client = owner;
    everything.documents.push_back(std::move(document));
  });
  fields.each("held", [&](const json& item, const std::string& place) {
    everything.held.push_back(heldFrom(item, place, ids));
  });
  checkHeld(everything);
  return everything;
}

ClientExport::Held heldFrom(const json& value, const std::string& place, Once& ids) {
  const Fields fields(value, place, {"id", "kept", "author", "authorName", "mergedAt", "record"});
  ClientExport::Held held;
  held.merge.id = fields.id<domain::ChartMergeId>("id");
  ids.add(held.merge.id.value, place);
  held.merge.kept = fields.id<ClientId>("kept");
  held.merge.author = fields.optionalId<domain::UserId>("author");
  held.merge.authorName = fields.text("authorName");
  domain::checkRequired(fields.placeOf("authorName"), held.merge.authorName, core::kNameLimit);
  held.merge.mergedAt = fields.instant("mergedAt");
  held.record = recordFrom(fields.required("record"), fields.placeOf("record"), ids, Place::insideAnother);
  held.merge.other = held.record.client.id;
  return held;
}

}  // namespace

std::string writeExport(ClientExport everything) {
  return printJson(recordJson(std::move(everything)));
}

ClientExport readExport(std::string_view text) {
  Once ids;
  return recordFrom(parseJson(text, kRecordLimit), "", ids, Place::top);
}

}  // namespace unknot::exchange

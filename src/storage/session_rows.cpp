#include "storage/session_rows.h"

#include <string>
#include <string_view>
#include <vector>

#include "storage/columns.h"

namespace unknot::storage {
namespace {

std::optional<domain::Tension> readTension(const Statement& row, int column) {
  if (row.isNull(column)) return {};
  return domain::Tension(readInt(row, column));
}

void bindTension(Statement& statement, std::string_view name, const std::optional<domain::Tension>& tension) {
  if (tension)
    statement.bindInteger(name, tension->value());
  else
    statement.bindNull(name);
}

domain::RegionFinding readFinding(const Statement& row) {
  domain::RegionFinding finding;
  finding.region = row.text(0);
  finding.before = readTension(row, 1);
  finding.after = readTension(row, 2);
  finding.findings = {readFlag(row, 3), readFlag(row, 4), readFlag(row, 5)};
  finding.techniques = {readFlag(row, 6), readFlag(row, 7), readFlag(row, 8)};
  finding.note = row.text(9);
  return finding;
}

void bindFinding(Statement& statement, const domain::RegionFinding& finding) {
  statement.bindText("region", finding.region);
  bindTension(statement, "tension_before", finding.before);
  bindTension(statement, "tension_after", finding.after);
  bindFlag(statement, "contracted", finding.findings.contracted);
  bindFlag(statement, "limited", finding.findings.limited);
  bindFlag(statement, "no_control", finding.findings.noControl);
  bindFlag(statement, "means_whereby", finding.techniques.meansWhereby);
  bindFlag(statement, "kinetic_mirroring", finding.techniques.kineticMirroring);
  bindFlag(statement, "assisted_pandiculation", finding.techniques.assistedPandiculation);
  statement.bindText("note", finding.note);
}

void bindVersion(Statement& statement, const domain::SessionVersion& version) {
  const auto& content = version.content;
  bindId(statement, "id", version.id);
  bindId(statement, "session", version.session);
  statement.bindInteger("number", version.number).bindText("kind", domain::toString(content.kind));
  bindDay(statement, "service_date", content.serviceDate);
  statement.bindInteger("minutes", content.minutes)
      .bindText("lesson", content.lesson)
      .bindText("their_words", content.theirWords)
      .bindText("posture_and_gait", content.postureAndGait)
      .bindText("work", content.work)
      .bindText("response", content.response)
      .bindText("next_time", content.nextTime)
      .bindText("private_memo", content.privateMemo);
  bindId(statement, "author", version.author);
  bindInstant(statement, "saved_at", version.savedAt);
  statement.bindText("salt", version.salt)
      .bindText("hash", version.hash)
      .bindText("previous_hash", version.previousHash);
}

domain::Signature readSignature(const Statement& row) {
  domain::Signature signature;
  signature.id = readId<domain::SignatureId>(row, 0);
  signature.session = readId<domain::SessionId>(row, 1);
  signature.version = readId<domain::SessionVersionId>(row, 2);
  signature.kind = domain::signatureKindFrom(row.text(3));
  signature.text = row.text(4);
  signature.author = readId<domain::UserId>(row, 5);
  signature.authorName = row.text(6);
  signature.signedAt = readInstant(row, 7);
  return signature;
}

void bindSignature(Statement& statement, const domain::Signature& signature) {
  bindId(statement, "id", signature.id);
  bindId(statement, "session", signature.session);
  bindId(statement, "version", signature.version);
  statement.bindText("kind", domain::toString(signature.kind)).bindText("text", signature.text);
  bindId(statement, "author", signature.author);
  statement.bindText("author_name", signature.authorName);
  bindInstant(statement, "signed_at", signature.signedAt);
}

// One row for each of `items`, in their order; `bind` puts in what is the item's own.
template <class Item, class Bind>
void insertEach(Connection& connection, const domain::SessionVersion& version, std::string_view sql,
                const std::vector<Item>& items, Bind bind) {
  if (items.empty()) return;
  const auto statement = connection.prepare(sql);
  std::int64_t position = 0;
  for (const auto& item : items) {
    statement->rewind();
    bindId(*statement, "session_version", version.id);
    statement->bindInteger("position", position++);
    bind(*statement, item);
    statement->run();
  }
}

void insertFindings(Connection& connection, const domain::SessionVersion& version) {
  insertEach(connection, version,
             "INSERT INTO finding (session_version, region, position, tension_before, tension_after, "
             "contracted, limited, no_control, means_whereby, kinetic_mirroring, assisted_pandiculation, "
             "note) VALUES (:session_version, :region, :position, :tension_before, :tension_after, "
             ":contracted, :limited, :no_control, :means_whereby, :kinetic_mirroring, "
             ":assisted_pandiculation, :note)",
             version.content.findings, bindFinding);
}

void insertMeasures(Connection& connection, const domain::SessionVersion& version) {
  const auto statement = connection.prepare(
      "INSERT INTO session_measure (session_version, position, instrument, item, value, taken_after) "
      "VALUES (:session_version, :position, :instrument, :item, :value, :taken_after)");
  std::int64_t position = 0;
  const auto insert = [&](const domain::MeasureValue& measure, bool after) {
    statement->rewind();
    bindId(*statement, "session_version", version.id);
    bindFlag(*statement, "taken_after", after);
    statement->bindInteger("position", position++)
        .bindText("instrument", measure.instrument)
        .bindText("item", measure.item)
        .bindReal("value", measure.value)
        .run();
  };
  for (const auto& measure : version.content.measures) insert(measure, false);
  for (const auto& measure : version.content.measuresAfter) insert(measure, true);
}

domain::PointMark readPoint(const Statement& row) {
  domain::PointMark mark;
  mark.region = row.text(0);
  mark.view = domain::bodyViewFrom(row.text(1));
  mark.kind = domain::pointKindFrom(row.text(2));
  mark.across = readInt(row, 3);
  mark.down = readInt(row, 4);
  mark.reachX = readInt(row, 5);
  mark.reachY = readInt(row, 6);
  mark.note = row.text(7);
  return mark;
}

void bindPoint(Statement& statement, const domain::PointMark& mark) {
  statement.bindText("region", mark.region)
      .bindText("view", domain::toString(mark.view))
      .bindText("kind", domain::toString(mark.kind))
      .bindInteger("across", mark.across)
      .bindInteger("down", mark.down)
      .bindInteger("reach_x", mark.reachX)
      .bindInteger("reach_y", mark.reachY)
      .bindText("note", mark.note);
}

void insertPoints(Connection& connection, const domain::SessionVersion& version) {
  insertEach(connection, version,
             "INSERT INTO point_mark (session_version, position, region, view, kind, across, down, reach_x, "
             "reach_y, note) VALUES (:session_version, :position, :region, :view, :kind, :across, :down, "
             ":reach_x, :reach_y, :note)",
             version.content.points, bindPoint);
}

void insertObservations(Connection& connection, const domain::SessionVersion& version) {
  insertEach(
      connection, version,
      "INSERT INTO observation (session_version, position, item, before, after) VALUES "
      "(:session_version, :position, :item, :before, :after)",
      version.content.observations, [](Statement& statement, const domain::Observation& seen) {
        statement.bindText("item", seen.item).bindText("before", seen.before).bindText("after", seen.after);
      });
}

}  // namespace

domain::SessionVersion readVersion(const Statement& row) {
  domain::SessionVersion version;
  version.id = readId<domain::SessionVersionId>(row, 0);
  version.session = readId<domain::SessionId>(row, 1);
  version.client = readId<domain::ClientId>(row, 2);
  version.number = readInt(row, 3);
  auto& content = version.content;
  content.kind = domain::sessionKindFrom(row.text(4));
  content.serviceDate = readDay(row, 5);
  content.minutes = readInt(row, 6);
  content.lesson = row.text(7);
  content.theirWords = row.text(8);
  content.postureAndGait = row.text(9);
  content.work = row.text(10);
  content.response = row.text(11);
  content.nextTime = row.text(12);
  content.privateMemo = row.text(13);
  version.author = readId<domain::UserId>(row, 14);
  version.savedAt = readInstant(row, 15);
  version.salt = row.text(16);
  version.hash = row.text(17);
  version.previousHash = row.text(18);
  return version;
}

void readDetails(Connection& connection, domain::SessionVersion& version) {
  const auto findings = connection.prepare(
      "SELECT region, tension_before, tension_after, contracted, limited, no_control, means_whereby, "
      "kinetic_mirroring, assisted_pandiculation, note FROM finding WHERE session_version = :version ORDER "
      "BY position");
  bindId(*findings, "version", version.id);
  while (findings->step()) version.content.findings.push_back(readFinding(*findings));
  const auto measures = connection.prepare(
      "SELECT instrument, item, value, taken_after FROM session_measure WHERE session_version = :version "
      "ORDER BY position");
  bindId(*measures, "version", version.id);
  while (measures->step())
    (readFlag(*measures, 3) ? version.content.measuresAfter : version.content.measures)
        .push_back({measures->text(0), measures->text(1), measures->real(2)});
  const auto points = connection.prepare(
      "SELECT region, view, kind, across, down, reach_x, reach_y, note FROM point_mark WHERE "
      "session_version = :version ORDER BY position");
  bindId(*points, "version", version.id);
  while (points->step()) version.content.points.push_back(readPoint(*points));
  const auto observations = connection.prepare(
      "SELECT item, before, after FROM observation WHERE session_version = :version ORDER BY position");
  bindId(*observations, "version", version.id);
  while (observations->step())
    version.content.observations.push_back(
        {observations->text(0), observations->text(1), observations->text(2)});
}

void insertRows(Connection& connection, const domain::SessionVersion& version) {
  const auto statement = connection.prepare(
      "INSERT INTO session_version (id, session, number, kind, service_date, minutes, lesson, their_words, "
      "posture_and_gait, work, response, next_time, private_memo, author, saved_at, salt, hash, "
      "previous_hash) VALUES "
      "(:id, :session, "
      ":number, :kind, :service_date, :minutes, :lesson, :their_words, :posture_and_gait, :work, :response, "
      ":next_time, :private_memo, "
      ":author, :saved_at, :salt, :hash, :previous_hash)");
  bindVersion(*statement, version);
  statement->run();
  insertFindings(connection, version);
  insertMeasures(connection, version);
  insertPoints(connection, version);
  insertObservations(connection, version);
}

std::vector<domain::Signature> readSignatures(Connection& connection, domain::SessionId session) {
  const auto rows = connection.prepare(
      "SELECT id, session, version, kind, text, author, author_name, signed_at FROM signature "
      "WHERE session = :session ORDER BY position");
  bindId(*rows, "session", session);
  std::vector<domain::Signature> signatures;
  while (rows->step()) signatures.push_back(readSignature(*rows));
  return signatures;
}

void insertRow(Connection& connection, const domain::Signature& signature) {
  const auto statement = connection.prepare(
      "INSERT INTO signature (id, session, version, position, kind, text, author, author_name, signed_at) "
      "VALUES (:id, "
      ":session, :version, (SELECT count(*) FROM signature WHERE session = :session), :kind, :text, :author, "
      ":author_name, :signed_at)");
  bindSignature(*statement, signature);
  statement->run();
}

}  // namespace unknot::storage

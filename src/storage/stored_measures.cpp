#include "storage/stored_measures.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "storage/columns.h"
#include "storage/encoding.h"

namespace unknot::storage {
namespace {

constexpr std::string_view kColumns =
    "SELECT id, client, session, instrument, item, value, taken_on, author, entered_at FROM measure ";

domain::Measure readMeasure(const Statement& row) {
  domain::Measure measure;
  measure.id = readId<domain::MeasureId>(row, 0);
  measure.client = readId<domain::ClientId>(row, 1);
  if (!row.isNull(2)) measure.session = readId<domain::SessionId>(row, 2);
  measure.value = {row.text(3), row.text(4), row.real(5)};
  measure.takenOn = readDay(row, 6);
  measure.author = readId<domain::UserId>(row, 7);
  measure.enteredAt = readInstant(row, 8);
  return measure;
}

void bindMeasure(Statement& statement, const domain::Measure& measure) {
  bindId(statement, "id", measure.id);
  bindId(statement, "client", measure.client);
  if (measure.session)
    bindId(statement, "session", *measure.session);
  else
    statement.bindNull("session");
  statement.bindText("instrument", measure.value.instrument)
      .bindText("item", measure.value.item)
      .bindReal("value", measure.value.value);
  bindDay(statement, "taken_on", measure.takenOn);
  bindId(statement, "author", measure.author);
  bindInstant(statement, "entered_at", measure.enteredAt);
}

// A UUID of version 8: of our own making.
domain::MeasureId idOf(const core::Uuid& version, std::int64_t position) {
  const std::string hash =
      *fromHex(sha256Hex("measure " + version.toString() + " " + std::to_string(position)));
  domain::MeasureId id;
  auto& bytes = id.value.bytes;
  std::transform(hash.begin(), hash.begin() + static_cast<std::ptrdiff_t>(bytes.size()), bytes.begin(),
                 [](char c) { return static_cast<std::byte>(c); });
  bytes[6] = (bytes[6] & std::byte{0x0F}) | std::byte{0x80};
  bytes[8] = (bytes[8] & std::byte{0x3F}) | std::byte{0x80};
  return id;
}

}  // namespace

void StoredMeasures::add(const domain::Measure& measure) {
  m_context.atomically([&] {
    if (const auto there = find(measure.id)) {
      if (*there == measure) return;
      throw refusal("sameId");
    }
    m_context.requireClient(measure.client);
    const auto row = m_context.connection.prepare(
        "INSERT INTO measure (id, client, session, instrument, item, value, taken_on, author, entered_at) "
        "VALUES "
        "(:id, :client, :session, :instrument, :item, :value, :taken_on, :author, :entered_at)");
    bindMeasure(*row, measure);
    row->run();
    m_context.audit.append(domain::AuditAction::created, "measure " + measure.id.toString());
  });
}

std::optional<domain::Measure> StoredMeasures::find(domain::MeasureId id) {
  const auto row = m_context.connection.prepare(joinSql({kColumns, "WHERE id = :id"}));
  bindId(*row, "id", id);
  if (!row->step()) return {};
  return readMeasure(*row);
}

std::vector<domain::Measure> StoredMeasures::ofClient(domain::ClientId client) {
  return ofChart(
      m_context, client, [this](domain::ClientId part) { return ofOne(part); },
      [](const domain::Measure& a, const domain::Measure& b) {
        return std::tie(a.takenOn, a.enteredAt) < std::tie(b.takenOn, b.enteredAt);
      });
}

std::vector<domain::Measure> StoredMeasures::ofOne(domain::ClientId client) {
  const auto rows = m_context.connection.prepare(joinSql({kColumns, "WHERE client = :client"}));
  bindId(*rows, "client", client);
  std::vector<domain::Measure> measures;
  while (rows->step()) measures.push_back(readMeasure(*rows));
  addOfSessions(client, measures);
  std::stable_sort(measures.begin(), measures.end(), [](const domain::Measure& a, const domain::Measure& b) {
    return std::tie(a.takenOn, a.enteredAt) < std::tie(b.takenOn, b.enteredAt);
  });
  return measures;
}

void StoredMeasures::addOfSessions(domain::ClientId client, std::vector<domain::Measure>& measures) {
  const auto rows = m_context.connection.prepare(
      "SELECT v.id, m.position, s.id, m.instrument, m.item, m.value, v.service_date, v.author, v.saved_at "
      "FROM session AS s JOIN session_version AS v ON v.session = s.id AND v.number = s.newest "
      "JOIN session_measure AS m ON m.session_version = v.id WHERE s.client = :client AND NOT EXISTS "
      "(SELECT 1 FROM signature AS g WHERE g.session = s.id AND g.kind = 'entered-in-error') "
      "ORDER BY v.id, m.position");
  bindId(*rows, "client", client);
  while (rows->step()) {
    domain::Measure measure;
    measure.id = idOf(readUuid(*rows, 0), rows->integer(1));
    measure.client = client;
    measure.session = readId<domain::SessionId>(*rows, 2);
    measure.value = {rows->text(3), rows->text(4), rows->real(5)};
    measure.takenOn = readDay(*rows, 6);
    measure.author = readId<domain::UserId>(*rows, 7);
    measure.enteredAt = readInstant(*rows, 8);
    measures.push_back(std::move(measure));
  }
}

}  // namespace unknot::storage

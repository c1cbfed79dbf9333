#include "storage/audit_chain.h"

#include <optional>
#include <utility>

#include "core/error.h"
#include "storage/columns.h"
#include "storage/encoding.h"

namespace unknot::storage {
namespace {

struct Row {
  std::int64_t sequence = 1;
  core::Instant at;
  domain::UserId user;
  std::string workstation;
  std::string action;
  std::string subject;
  std::string recordHash;
  std::string previousHash;
  std::string hash;
};

std::string hashOf(const Row& row) {
  return sha256Hex(CanonicalText()
                       .add("audit", std::int64_t{1})
                       .add("sequence", row.sequence)
                       .add("at", row.at.ms)
                       .add("user", row.user.toString())
                       .add("workstation", row.workstation)
                       .add("action", row.action)
                       .add("subject", row.subject)
                       .add("record", row.recordHash)
                       .add("previous", row.previousHash)
                       .text());
}

constexpr std::string_view kNewestFirst =
    "SELECT sequence, at, user, workstation, action, subject, record_hash, previous_hash, hash FROM audit "
    "ORDER BY sequence DESC LIMIT :most";

constexpr std::string_view kOldestFirst =
    "SELECT sequence, at, user, workstation, action, subject, record_hash, previous_hash, hash FROM audit "
    "ORDER BY sequence";

Row readRow(const Statement& row) {
  return {row.integer(0), readInstant(row, 1), readId<domain::UserId>(row, 2),
          row.text(3),    row.text(4),         row.text(5),
          row.text(6),    row.text(7),         row.text(8)};
}

void bindRow(Statement& statement, const Row& row) {
  statement.bindInteger("sequence", row.sequence);
  bindInstant(statement, "at", row.at);
  bindId(statement, "user", row.user);
  statement.bindText("workstation", row.workstation)
      .bindText("action", row.action)
      .bindText("subject", row.subject)
      .bindText("record_hash", row.recordHash)
      .bindText("previous_hash", row.previousHash)
      .bindText("hash", row.hash);
}

std::vector<Row> newest(Connection& connection, std::size_t most) {
  const auto statement = connection.prepare(kNewestFirst);
  statement->bindInteger("most", static_cast<std::int64_t>(most));
  std::vector<Row> rows;
  while (statement->step()) rows.push_back(readRow(*statement));
  return rows;
}

}  // namespace

AuditChain::AuditChain(Connection& connection, const core::Clock& clock, domain::UserId user,
                       std::string workstation)
    : m_connection(connection), m_clock(clock), m_user(user), m_workstation(std::move(workstation)) {}

void AuditChain::append(domain::AuditAction action, std::string_view subject, std::string_view recordHash) {
  append(action, {Entry{std::string(subject), std::string(recordHash)}});
}

void AuditChain::append(domain::AuditAction action, const std::vector<Entry>& entries) {
  Transaction transaction(m_connection);
  Row row;
  row.sequence = 0;
  if (const auto before = newest(m_connection, 1); !before.empty()) {
    row.sequence = before.front().sequence;
    row.hash = before.front().hash;
  }
  row.user = m_user;
  row.workstation = m_workstation;
  row.action = domain::toString(action);
  const auto statement = m_connection.prepare(
      "INSERT INTO audit (sequence, at, user, workstation, action, subject, record_hash, previous_hash, "
      "hash) "
      "VALUES (:sequence, :at, :user, :workstation, :action, :subject, :record_hash, :previous_hash, :hash)");
  for (const auto& entry : entries) {
    ++row.sequence;
    row.previousHash = std::exchange(row.hash, {});
    row.at = m_clock.now();
    row.subject = entry.subject;
    row.recordHash = entry.recordHash;
    row.hash = hashOf(row);
    statement->rewind();
    bindRow(*statement, row);
    statement->run();
  }
  transaction.commit();
}

std::vector<domain::AuditEntry> AuditChain::tail(std::size_t most) {
  std::vector<domain::AuditEntry> entries;
  for (const auto& row : newest(m_connection, most))
    entries.push_back(
        {row.sequence, row.at, row.user, domain::auditActionFrom(row.action), row.subject, row.hash});
  return entries;
}

std::string AuditChain::head() {
  const auto rows = newest(m_connection, 1);
  return rows.empty() ? std::string() : rows.front().hash;
}

void AuditChain::verifyTail(std::size_t most) {
  const auto rows = newest(m_connection, most);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i];
    const bool first = row.sequence == 1;
    bool holds = row.hash == hashOf(row) && first == row.previousHash.empty();
    // The row before, where it was read; the oldest row of the whole chain is number 1.
    if (i + 1 < rows.size())
      holds = holds && rows[i + 1].sequence + 1 == row.sequence && rows[i + 1].hash == row.previousHash;
    else if (rows.size() < most)
      holds = holds && first;
    if (!holds)
      throw core::DamageError({"error.database.audit", {{"sequence", std::to_string(row.sequence)}}, {}});
  }
}

void AuditChain::readAll(const std::function<void(const Link&)>& seen) {
  const auto statement = m_connection.prepare(kOldestFirst);
  std::int64_t sequence = 0;
  std::string previous;
  while (statement->step()) {
    const Row row = readRow(*statement);
    const bool holds =
        row.sequence == sequence + 1 && row.previousHash == previous && row.hash == hashOf(row);
    seen({row.sequence, row.action, row.subject, row.recordHash, holds});
    sequence = row.sequence;
    previous = row.hash;
  }
}

}  // namespace unknot::storage

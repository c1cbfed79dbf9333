#include "storage/stored_flag_closings.h"

#include "core/error.h"
#include "storage/columns.h"

namespace unknot::storage {
namespace {

domain::FlagClosing readClosing(const Statement& row) {
  domain::FlagClosing closing;
  closing.id = readId<domain::FlagClosingId>(row, 0);
  closing.client = readId<domain::ClientId>(row, 1);
  closing.flag = row.text(2);
  closing.intake = readId<domain::IntakeId>(row, 3);
  closing.kind = domain::closingKindFrom(row.text(4));
  closing.who = row.text(5);
  closing.on = readDay(row, 6);
  closing.reason = row.text(7);
  if (!row.isNull(8)) closing.evidence = readId<domain::DocumentId>(row, 8);
  closing.author = readId<domain::UserId>(row, 9);
  closing.authorName = row.text(10);
  closing.enteredAt = readInstant(row, 11);
  return closing;
}

void bindClosing(Statement& statement, const domain::FlagClosing& closing) {
  bindId(statement, "id", closing.id);
  bindId(statement, "client", closing.client);
  statement.bindText("flag", closing.flag);
  bindId(statement, "intake", closing.intake);
  statement.bindText("kind", domain::toString(closing.kind)).bindText("who", closing.who);
  bindDay(statement, "said_on", closing.on);
  statement.bindText("reason", closing.reason);
  if (closing.evidence)
    bindId(statement, "evidence", *closing.evidence);
  else
    statement.bindNull("evidence");
  bindId(statement, "author", closing.author);
  statement.bindText("author_name", closing.authorName);
  bindInstant(statement, "entered_at", closing.enteredAt);
}

}  // namespace

void StoredFlagClosings::add(const domain::FlagClosing& wanted) {
  m_context.atomically([&] {
    if (isThere(ofClient(wanted.client), wanted)) return;
    m_context.requireClient(wanted.client);
    const auto row = m_context.connection.prepare(
        "INSERT INTO flag_closing (id, client, flag, intake, kind, who, said_on, reason, evidence, author, "
        "author_name, entered_at) VALUES (:id, :client, :flag, :intake, :kind, :who, :said_on, :reason, "
        ":evidence, :author, :author_name, :entered_at)");
    bindClosing(*row, wanted);
    row->run();
    m_context.audit.append(domain::AuditAction::created, "flag-closing " + wanted.id.toString());
  });
}

std::vector<domain::FlagClosing> StoredFlagClosings::ofClient(domain::ClientId client) {
  return ofChart(
      m_context, client, [this](domain::ClientId part) { return ofOne(part); },
      [](const domain::FlagClosing& a, const domain::FlagClosing& b) {
        return std::tie(a.enteredAt, a.id) < std::tie(b.enteredAt, b.id);
      });
}

std::vector<domain::FlagClosing> StoredFlagClosings::ofOne(domain::ClientId client) {
  const auto rows = m_context.connection.prepare(
      "SELECT id, client, flag, intake, kind, who, said_on, reason, evidence, author, author_name, "
      "entered_at "
      "FROM flag_closing WHERE client = :client ORDER BY entered_at, id");
  bindId(*rows, "client", client);
  std::vector<domain::FlagClosing> closings;
  while (rows->step()) closings.push_back(readClosing(*rows));
  return closings;
}

}  // namespace unknot::storage

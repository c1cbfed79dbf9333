#include "storage/stored_practice_logs.h"

#include <string>
#include <tuple>

#include "core/error.h"
#include "storage/columns.h"

namespace unknot::storage {
namespace {

domain::PracticeLog readLog(const Statement& row) {
  domain::PracticeLog log;
  log.id = readId<domain::PracticeLogId>(row, 0);
  log.client = readId<domain::ClientId>(row, 1);
  log.weekOf = readDay(row, 2);
  if (!row.isNull(3)) log.fromMemory = domain::daysFromMemoryFrom(row.text(3));
  log.note = row.text(4);
  log.author = readId<domain::UserId>(row, 5);
  log.enteredAt = readInstant(row, 6);
  return log;
}

void bindLog(Statement& statement, const domain::PracticeLog& log) {
  bindId(statement, "id", log.id);
  bindId(statement, "client", log.client);
  bindDay(statement, "week_of", log.weekOf);
  if (log.fromMemory)
    statement.bindText("from_memory", domain::toString(*log.fromMemory));
  else
    statement.bindNull("from_memory");
  statement.bindText("note", log.note);
  bindId(statement, "author", log.author);
  bindInstant(statement, "entered_at", log.enteredAt);
}

// Monday is the lowest bit.
std::int64_t bitsOf(const std::array<bool, domain::kDaysOfWeek>& days) {
  std::int64_t bits = 0;
  for (std::size_t day = 0; day < days.size(); ++day)
    if (days[day]) bits |= std::int64_t{1} << day;
  return bits;
}

std::array<bool, domain::kDaysOfWeek> daysOf(std::int64_t bits) {
  std::array<bool, domain::kDaysOfWeek> days{};
  for (std::size_t day = 0; day < days.size(); ++day) days[day] = ((bits >> day) & 1) != 0;
  return days;
}

}  // namespace

void StoredPracticeLogs::add(const domain::PracticeLog& log) {
  m_context.atomically([&] {
    if (isThere(ofClient(log.client), log)) return;
    m_context.requireClient(log.client);
    const auto row = m_context.connection.prepare(
        "INSERT INTO practice_log (id, client, week_of, from_memory, note, author, entered_at) "
        "VALUES (:id, :client, :week_of, :from_memory, :note, :author, :entered_at)");
    bindLog(*row, log);
    row->run();
    for (std::size_t i = 0; i < log.grid.size(); ++i) {
      const auto line = m_context.connection.prepare(
          "INSERT INTO practice_log_row (log, position, exercise, days) VALUES (:log, :position, :exercise, "
          ":days)");
      bindId(*line, "log", log.id);
      line->bindInteger("position", static_cast<std::int64_t>(i))
          .bindText("exercise", log.grid[i].exercise)
          .bindInteger("days", bitsOf(log.grid[i].days));
      line->run();
    }
    m_context.audit.append(domain::AuditAction::created, "practice-log " + log.id.toString());
  });
}

std::vector<domain::PracticeLog> StoredPracticeLogs::ofClient(domain::ClientId client) {
  return ofChart(
      m_context, client, [this](domain::ClientId part) { return ofOne(part); },
      [](const domain::PracticeLog& a, const domain::PracticeLog& b) {
        return std::tie(a.enteredAt, a.id) < std::tie(b.enteredAt, b.id);
      });
}

std::vector<domain::PracticeLog> StoredPracticeLogs::ofOne(domain::ClientId client) {
  const auto rows = m_context.connection.prepare(
      "SELECT id, client, week_of, from_memory, note, author, entered_at FROM practice_log WHERE client = "
      ":client "
      "ORDER BY entered_at, id");
  bindId(*rows, "client", client);
  std::vector<domain::PracticeLog> logs;
  while (rows->step()) logs.push_back(readLog(*rows));
  for (auto& log : logs) log.grid = rowsOf(log.id);
  return logs;
}

std::vector<domain::PracticeLogRow> StoredPracticeLogs::rowsOf(domain::PracticeLogId id) {
  const auto rows = m_context.connection.prepare(
      "SELECT exercise, days FROM practice_log_row WHERE log = :log ORDER BY position");
  bindId(*rows, "log", id);
  std::vector<domain::PracticeLogRow> grid;
  while (rows->step()) grid.push_back({rows->text(0), daysOf(rows->integer(1))});
  return grid;
}

}  // namespace unknot::storage

#include "storage/columns.h"

#include <algorithm>

#include "core/error.h"

namespace unknot::storage {
namespace {

core::DamageError damagedRow() {
  return core::DamageError({"error.database.row", {}, {}});
}

}  // namespace

void bindUuid(Statement& statement, std::string_view name, const core::Uuid& id) {
  statement.bindBlob(name, {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
}

void bindDay(Statement& statement, std::string_view name, const std::optional<core::Date>& day) {
  if (day)
    statement.bindText(name, day->toIso());
  else
    statement.bindNull(name);
}

void bindInstant(Statement& statement, std::string_view name, core::Instant at) {
  statement.bindInteger(name, at.ms);
}

void bindFlag(Statement& statement, std::string_view name, bool flag) {
  statement.bindInteger(name, flag ? 1 : 0);
}

core::Uuid readUuid(const Statement& row, int column) {
  const std::string bytes = row.blob(column);
  core::Uuid id;
  if (bytes.size() != id.bytes.size()) throw damagedRow();
  std::transform(bytes.begin(), bytes.end(), id.bytes.begin(),
                 [](char c) { return static_cast<std::byte>(c); });
  return id;
}

core::Date readDay(const Statement& row, int column) {
  const auto day = core::Date::parseIso(row.text(column));
  if (!day) throw damagedRow();
  return *day;
}

std::optional<core::Date> readOptionalDay(const Statement& row, int column) {
  if (row.isNull(column)) return {};
  return readDay(row, column);
}

core::Instant readInstant(const Statement& row, int column) {
  return {row.integer(column)};
}

bool readFlag(const Statement& row, int column) {
  return row.integer(column) != 0;
}

int readInt(const Statement& row, int column) {
  return static_cast<int>(row.integer(column));
}

}  // namespace unknot::storage

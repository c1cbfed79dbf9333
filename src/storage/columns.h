// Our value types in and out of columns.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/date.h"
#include "core/id.h"
#include "storage/engine.h"

namespace unknot::storage {

void bindUuid(Statement& statement, std::string_view name, const core::Uuid& id);
void bindDay(Statement& statement, std::string_view name, const std::optional<core::Date>& day);
void bindInstant(Statement& statement, std::string_view name, core::Instant at);
void bindFlag(Statement& statement, std::string_view name, bool flag);

template <class Tag>
void bindId(Statement& statement, std::string_view name, const core::Id<Tag>& id) {
  bindUuid(statement, name, id.value);
}

// A value that can't be one of ours is core::DamageError ("error.database.row").
core::Uuid readUuid(const Statement& row, int column);
core::Date readDay(const Statement& row, int column);
std::optional<core::Date> readOptionalDay(const Statement& row, int column);
core::Instant readInstant(const Statement& row, int column);
bool readFlag(const Statement& row, int column);
int readInt(const Statement& row, int column);

template <class TypedId>
TypedId readId(const Statement& row, int column) {
  return TypedId{readUuid(row, column)};
}

}  // namespace unknot::storage

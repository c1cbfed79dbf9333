#include "storage/engine.h"

namespace unknot::storage {

void Statement::run() {
  while (step()) {
  }
}

std::string joinSql(std::initializer_list<std::string_view> parts) {
  std::string sql;
  for (const auto part : parts) sql.append(part);
  return sql;
}

}  // namespace unknot::storage

// The migrations, embedded at build time from src/storage/migrations/NNNN_name.sql.
#pragma once

#include <string_view>
#include <vector>

namespace unknot::storage {

struct MigrationText {
  std::string_view name;  // "0001_initial.sql"
  std::string_view sql;   // first line: "-- " and a human description
};

// In order; the schema version is their count.
const std::vector<MigrationText>& migrationTexts();

}  // namespace unknot::storage

// From no tables, or those of an older version, to the tables of this version.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "storage/engine.h"
#include "storage/migrations.h"

namespace unknot::storage {

// "UNKT"
inline constexpr int kApplicationId = 0x554E4B54;

enum class MigrationResult { upToDate, created, migrated };

// Each migration is one transaction that also raises the version. `beforeFirst` runs once before the first
// migration of a database that already has tables: it makes the backup, and when it throws nothing is
// changed. A version above `texts` is core::RefusedError ("error.practice.newer"), a foreign application id
// too
// ("error.practice.foreign"); both leave the file as it was.
MigrationResult migrate(Connection& connection, const std::vector<MigrationText>& texts,
                        const std::function<void()>& beforeFirst);

// What schemaTexts() gives after the first `version` of `texts`, made in memory.
std::vector<std::string> expectedSchema(const std::vector<MigrationText>& texts, int version);

// Throws core::DamageError ("error.database.schema") when the tables are not those of the database's version:
// something was planted or taken away. core::RefusedError as above.
void checkSchema(Connection& connection, const std::vector<MigrationText>& texts);

}  // namespace unknot::storage

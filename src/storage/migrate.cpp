#include "storage/migrate.h"

#include "core/error.h"
#include "storage/sqlcipher_engine.h"

namespace unknot::storage {
namespace {

core::RefusedError refused(const char* id) {
  return core::RefusedError({std::string("error.practice.") + id, {}, {}});
}

void apply(Connection& connection, const std::vector<MigrationText>& texts, int from, int to) {
  for (int version = from; version < to; ++version) {
    Transaction transaction(connection);
    connection.runScript(texts[static_cast<std::size_t>(version)].sql);
    if (version == 0) connection.setApplicationId(kApplicationId);
    connection.setSchemaVersion(version + 1);
    transaction.commit();
  }
}

}  // namespace

MigrationResult migrate(Connection& connection, const std::vector<MigrationText>& texts,
                        const std::function<void()>& beforeFirst) {
  const int newest = static_cast<int>(texts.size());
  const int version = connection.schemaVersion();
  if (version > newest) throw refused("newer");
  if (version == newest) return MigrationResult::upToDate;
  if (version > 0)
    beforeFirst();
  else if (!connection.schemaTexts().empty() || connection.applicationId() != 0)
    throw refused("foreign");
  apply(connection, texts, version, newest);
  return version > 0 ? MigrationResult::migrated : MigrationResult::created;
}

std::vector<std::string> expectedSchema(const std::vector<MigrationText>& texts, int version) {
  const auto memory = openInMemory();
  apply(*memory, texts, 0, version);
  return memory->schemaTexts();
}

void checkSchema(Connection& connection, const std::vector<MigrationText>& texts) {
  if (connection.applicationId() != kApplicationId) throw refused("foreign");
  const int version = connection.schemaVersion();
  if (version > static_cast<int>(texts.size())) throw refused("newer");
  if (version < 1) throw refused("foreign");
  if (connection.schemaTexts() != expectedSchema(texts, version))
    throw core::DamageError({"error.database.schema", {}, {}});
}

}  // namespace unknot::storage

#include "storage/stored_client_imports.h"

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "storage/columns.h"
#include "storage/encoding.h"
#include "storage/stored_clients.h"

namespace unknot::storage {
namespace {

std::string filledJson(const std::vector<domain::FilledField>& filled) {
  auto json = nlohmann::ordered_json::object();
  for (const auto& one : filled) json[one.field] = one.value;
  return json.dump();
}

std::vector<domain::FilledField> filledFrom(const std::string& text) {
  std::vector<domain::FilledField> filled;
  const auto json = nlohmann::ordered_json::parse(text, nullptr, false);
  if (!json.is_object()) throw core::DamageError({"error.database.row", {}, {}});
  for (const auto& [field, value] : json.items()) {
    if (!value.is_string()) throw core::DamageError({"error.database.row", {}, {}});
    filled.push_back({field, value.get<std::string>()});
  }
  return filled;
}

}  // namespace

void StoredClientImports::add(const domain::ClientImport& import,
                              const std::vector<domain::ImportedClient>& clients) {
  m_context.atomically([&] {
    const auto head = m_context.connection.prepare(
        "INSERT INTO client_import (id, source, author, taken_at) VALUES (:id, :source, :author, :at)");
    bindId(*head, "id", import.id);
    head->bindText("source", import.source);
    bindId(*head, "author", import.author);
    bindInstant(*head, "at", import.takenAt);
    head->run();
    const auto row = m_context.connection.prepare(
        "INSERT INTO client_import_row (import, position, client, filled) VALUES (:import, :position, "
        ":client, "
        ":filled)");
    std::int64_t position = 0;
    for (const auto& one : clients) {
      row->rewind();
      bindId(*row, "import", import.id);
      row->bindInteger("position", position++);
      bindId(*row, "client", one.client);
      if (!one.filled.empty()) row->bindText("filled", filledJson(one.filled));
      row->run();
    }
    m_context.audit.append(domain::AuditAction::imported, "client-import " + import.id.toString());
  });
}

std::vector<domain::ClientImport> StoredClientImports::list() {
  const auto rows = m_context.connection.prepare(
      "SELECT i.id, i.source, i.author, i.taken_at, i.undone_at, "
      "(SELECT count(*) FROM client_import_row AS r WHERE r.import = i.id AND r.filled IS NULL), "
      "(SELECT count(*) FROM client_import_row AS r WHERE r.import = i.id AND r.filled IS NOT NULL) "
      "FROM client_import AS i ORDER BY i.taken_at DESC, i.id DESC");
  std::vector<domain::ClientImport> all;
  while (rows->step()) {
    domain::ClientImport import;
    import.id = readId<domain::ImportId>(*rows, 0);
    import.source = rows->text(1);
    import.author = readId<domain::UserId>(*rows, 2);
    import.takenAt = readInstant(*rows, 3);
    if (!rows->isNull(4)) import.undoneAt = readInstant(*rows, 4);
    import.added = readInt(*rows, 5);
    import.filled = readInt(*rows, 6);
    all.push_back(std::move(import));
  }
  return all;
}

std::vector<domain::ImportedClient> StoredClientImports::clients(domain::ImportId import) {
  const auto rows = m_context.connection.prepare(
      "SELECT r.client, r.filled, t.client IS NOT NULL FROM client_import_row AS r LEFT JOIN "
      "client_taken_away AS t "
      "ON t.client = r.client WHERE r.import = :import ORDER BY r.position");
  bindId(*rows, "import", import);
  std::vector<domain::ImportedClient> all;
  while (rows->step()) {
    domain::ImportedClient one;
    one.client = readId<domain::ClientId>(*rows, 0);
    if (!rows->isNull(1)) one.filled = filledFrom(rows->text(1));
    one.takenAway = readFlag(*rows, 2);
    all.push_back(std::move(one));
  }
  return all;
}

// Whatever table comes to refer to a client is asked, without being named here.
std::vector<domain::ClientId> StoredClientImports::withMore() {
  std::set<domain::ClientId> found;
  for (const auto& [table, column] : m_context.connection.referencesTo("client")) {
    const auto rows = m_context.connection.prepare(joinSql(
        {"SELECT DISTINCT \"", column, "\" FROM \"", table, "\" WHERE \"", column, "\" IS NOT NULL"}));
    while (rows->step()) found.insert(readId<domain::ClientId>(*rows, 0));
  }
  return {found.begin(), found.end()};
}

void StoredClientImports::takeAway(domain::ImportId import, const std::vector<domain::ClientId>& wanted) {
  m_context.atomically([&] {
    std::set<domain::ClientId> came;
    for (const auto& one : clients(import))
      if (one.filled.empty() && !one.takenAway) came.insert(one.client);
    StoredClients present(m_context);
    const auto kept = m_context.connection.prepare(
        "INSERT INTO client_taken_away (client, import, was) VALUES (:client, :import, :was)");
    const auto gone = m_context.connection.prepare("DELETE FROM client WHERE id = :id");
    std::vector<AuditChain::Entry> entries;
    for (const auto id : wanted) {
      const auto client = present.find(id);
      if (!client) throw refusal("noClient");
      if (!came.contains(id))
        throw core::BugError("a client taken away with an import they did not come with");
      const std::string was = historyJson(*client);
      kept->rewind();
      kept->bindText("was", was);
      bindId(*kept, "import", import);
      bindId(*kept, "client", id);
      kept->run();
      gone->rewind();
      bindId(*gone, "id", id);
      gone->run();
      m_context.index.touch(id);
      entries.push_back({"client " + id.toString(), sha256Hex(was)});
    }
    m_context.audit.append(domain::AuditAction::removed, entries);
  });
}

void StoredClientImports::setUndone(domain::ImportId import, core::Instant at) {
  m_context.atomically([&] {
    const auto statement = m_context.connection.prepare(
        "UPDATE client_import SET undone_at = :at WHERE id = :id AND undone_at IS NULL");
    bindInstant(*statement, "at", at);
    bindId(*statement, "id", import);
    statement->run();
    m_context.audit.append(domain::AuditAction::undone, "client-import " + import.toString());
  });
}

}  // namespace unknot::storage

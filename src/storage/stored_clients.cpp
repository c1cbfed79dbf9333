#include "storage/stored_clients.h"

#include <nlohmann/json.hpp>
#include <string>

#include "storage/columns.h"

namespace unknot::storage {
namespace {

domain::Client readClient(const Statement& row) {
  domain::Client client;
  client.id = readId<domain::ClientId>(row, 0);
  client.name = row.text(1);
  client.calledAs = row.text(2);
  client.sortName = row.text(3);
  client.pronouns = row.text(4);
  client.birthDate = readOptionalDay(row, 5);
  client.phone = row.text(6);
  client.email = row.text(7);
  client.address = row.text(8);
  client.occupation = row.text(9);
  client.emergencyContact = row.text(10);
  client.language = row.text(11);
  client.largePrint = readFlag(row, 12);
  client.about = row.text(13);
  client.status = domain::clientStatusFrom(row.text(14));
  client.createdAt = readInstant(row, 15);
  client.build = domain::bodyBuildFrom(row.text(16));
  client.look = {domain::skinToneFrom(row.text(17)), domain::hairStyleFrom(row.text(18)),
                 domain::hairColorFrom(row.text(19))};
  return client;
}

void bindClient(Statement& statement, const domain::Client& client) {
  bindId(statement, "id", client.id);
  statement.bindText("name", client.name)
      .bindText("called_as", client.calledAs)
      .bindText("sort_name", client.sortName)
      .bindText("pronouns", client.pronouns);
  bindDay(statement, "birth_date", client.birthDate);
  statement.bindText("phone", client.phone)
      .bindText("email", client.email)
      .bindText("address", client.address)
      .bindText("occupation", client.occupation)
      .bindText("emergency_contact", client.emergencyContact)
      .bindText("language", client.language);
  bindFlag(statement, "large_print", client.largePrint);
  statement.bindText("about", client.about)
      .bindText("status", domain::toString(client.status))
      .bindText("body_build", domain::toString(client.build))
      .bindText("skin", domain::toString(client.look.skin))
      .bindText("hair", domain::toString(client.look.hair))
      .bindText("hair_color", domain::toString(client.look.hairColor));
  bindInstant(statement, "created_at", client.createdAt);
}

}  // namespace

std::string historyJson(const domain::Client& client) {
  nlohmann::ordered_json json = {{"name", client.name},
                                 {"calledAs", client.calledAs},
                                 {"sortName", client.sortName},
                                 {"pronouns", client.pronouns},
                                 {"birthDate", nullptr},
                                 {"phone", client.phone},
                                 {"email", client.email},
                                 {"address", client.address},
                                 {"occupation", client.occupation},
                                 {"emergencyContact", client.emergencyContact},
                                 {"language", client.language},
                                 {"largePrint", client.largePrint},
                                 {"build", domain::toString(client.build)},
                                 {"skin", domain::toString(client.look.skin)},
                                 {"hair", domain::toString(client.look.hair)},
                                 {"hairColor", domain::toString(client.look.hairColor)},
                                 {"about", client.about},
                                 {"status", domain::toString(client.status)},
                                 {"createdAt", client.createdAt.toIso()}};
  if (client.birthDate) json["birthDate"] = client.birthDate->toIso();
  return json.dump();
}

namespace {

constexpr std::string_view kInsert =
    "INSERT INTO client (id, name, called_as, sort_name, pronouns, birth_date, phone, email, address, "
    "occupation, emergency_contact, language, large_print, about, status, created_at, body_build, skin, "
    "hair, hair_color) VALUES (:id, :name, :called_as, :sort_name, :pronouns, :birth_date, :phone, :email, "
    ":address, :occupation, :emergency_contact, :language, :large_print, :about, :status, :created_at, "
    ":body_build, :skin, :hair, :hair_color)";

constexpr std::string_view kUpdate =
    "UPDATE client SET name = :name, called_as = :called_as, sort_name = :sort_name, pronouns = :pronouns, "
    "birth_date = :birth_date, phone = :phone, email = :email, address = :address, occupation = :occupation, "
    "emergency_contact = :emergency_contact, language = :language, large_print = :large_print, about = "
    ":about, status = :status, created_at = :created_at, body_build = :body_build, skin = :skin, hair = "
    ":hair, hair_color = :hair_color WHERE id = :id";

}  // namespace

void StoredClients::save(const domain::Client& client) {
  m_context.atomically([&] {
    const auto before = find(client.id);
    if (before == client) return;
    if (before) keepHistory(*before);
    // One command for both opens a table of its own for every row.
    const auto statement = m_context.connection.prepare(before ? kUpdate : kInsert);
    bindClient(*statement, client);
    statement->run();
    m_context.index.touch(client.id);
    m_context.audit.append(before ? domain::AuditAction::changed : domain::AuditAction::created,
                           "client " + client.id.toString());
  });
}

void StoredClients::addAll(const std::vector<domain::Client>& clients) {
  m_context.atomically([&] {
    const auto statement = m_context.connection.prepare(kInsert);
    std::vector<AuditChain::Entry> entries;
    for (const auto& client : clients) {
      statement->rewind();
      bindClient(*statement, client);
      statement->run();
      m_context.index.touch(client.id);
      entries.push_back({"client " + client.id.toString(), {}});
    }
    m_context.audit.append(domain::AuditAction::created, entries);
  });
}

void StoredClients::keepHistory(const domain::Client& previous) {
  const auto statement = m_context.connection.prepare(
      "INSERT INTO client_history (client, number, previous, replaced_by, replaced_at) VALUES (:client, "
      "(SELECT count(*) + 1 FROM client_history WHERE client = :client), :previous, :by, :at)");
  bindId(*statement, "client", previous.id);
  statement->bindText("previous", historyJson(previous));
  bindId(*statement, "by", m_context.user);
  bindInstant(*statement, "at", m_context.clock.now());
  statement->run();
}

std::optional<domain::Client> StoredClients::find(domain::ClientId id) {
  const auto row = m_context.connection.prepare(
      "SELECT id, name, called_as, sort_name, pronouns, birth_date, phone, email, address, occupation, "
      "emergency_contact, language, large_print, about, status, created_at, body_build, skin, hair, "
      "hair_color "
      "FROM client WHERE id = :id");
  bindId(*row, "id", id);
  if (!row->step()) return {};
  return readClient(*row);
}

}  // namespace unknot::storage

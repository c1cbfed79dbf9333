#include "storage/stored_clients.h"

#include <array>
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

// `number` stands behind the name of each parameter, for a command that takes several clients.
void bindClient(Statement& statement, const domain::Client& client, std::string_view number = {}) {
  const auto at = [&](std::string_view name) { return joinSql({name, number}); };
  const auto text = [&](std::string_view name, std::string_view value) {
    statement.bindText(at(name), value);
  };
  bindId(statement, at("id"), client.id);
  text("name", client.name);
  text("called_as", client.calledAs);
  text("sort_name", client.sortName);
  text("pronouns", client.pronouns);
  bindDay(statement, at("birth_date"), client.birthDate);
  text("phone", client.phone);
  text("email", client.email);
  text("address", client.address);
  text("occupation", client.occupation);
  text("emergency_contact", client.emergencyContact);
  text("language", client.language);
  bindFlag(statement, at("large_print"), client.largePrint);
  text("about", client.about);
  text("status", domain::toString(client.status));
  text("body_build", domain::toString(client.build));
  text("skin", domain::toString(client.look.skin));
  text("hair", domain::toString(client.look.hair));
  text("hair_color", domain::toString(client.look.hairColor));
  bindInstant(statement, at("created_at"), client.createdAt);
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

constexpr std::array<std::string_view, 20> kColumns{
    "id",     "name",    "called_as",  "sort_name",         "pronouns",   "birth_date",  "phone",
    "email",  "address", "occupation", "emergency_contact", "language",   "large_print", "about",
    "status", "skin",    "hair",       "hair_color",        "body_build", "created_at"};

// The checks of a row ("one of these words") are prepared anew for every command, which takes longer than the
// row itself. As many rows as there may be parameters.
constexpr std::size_t kRowsAtOnce = std::size_t{kMostParameters} / kColumns.size();

// With the parameters of bindClient(): numbered from 0 where there are several rows.
std::string insertOf(std::size_t rows) {
  std::string columns, all;
  for (const auto column : kColumns) columns.append(columns.empty() ? "" : ", ").append(column);
  for (std::size_t i = 0; i < rows; ++i) {
    std::string row;
    for (const auto column : kColumns)
      row.append(row.empty() ? ":" : ", :").append(column).append(rows == 1 ? "" : std::to_string(i));
    all += (all.empty() ? "(" : ", (") + row + ")";
  }
  return "INSERT INTO client (" + columns + ") VALUES " + all;
}

const std::string& insertOne() {
  static const std::string kSql = insertOf(1);
  return kSql;
}
const std::string& insertSeveral() {
  static const std::string kSql = insertOf(kRowsAtOnce);
  return kSql;
}

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
    const auto statement = m_context.connection.prepare(before ? kUpdate : std::string_view(insertOne()));
    bindClient(*statement, client);
    statement->run();
    m_context.index.touch(client.id);
    m_context.audit.append(before ? domain::AuditAction::changed : domain::AuditAction::created,
                           "client " + client.id.toString());
  });
}

void StoredClients::addAll(const std::vector<domain::Client>& clients) {
  m_context.atomically([&] {
    const auto several = m_context.connection.prepare(insertSeveral());
    const auto one = m_context.connection.prepare(insertOne());
    std::size_t next = 0;
    for (; next + kRowsAtOnce <= clients.size(); next += kRowsAtOnce) {
      several->rewind();
      for (std::size_t i = 0; i < kRowsAtOnce; ++i)
        bindClient(*several, clients[next + i], std::to_string(i));
      several->run();
    }
    for (; next < clients.size(); ++next) {
      one->rewind();
      bindClient(*one, clients[next]);
      one->run();
    }
    std::vector<AuditChain::Entry> entries;
    for (const auto& client : clients) {
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

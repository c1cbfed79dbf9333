#include "storage/stored_sessions.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "storage/columns.h"
#include "storage/encoding.h"
#include "storage/session_hash.h"
#include "storage/session_rows.h"

namespace unknot::storage {
namespace {

constexpr std::string_view kFromVersions =
    " FROM session_version AS v JOIN session AS s ON s.id = v.session ";
constexpr std::string_view kFromNewest =
    " FROM session AS s JOIN session_version AS v ON v.session = s.id AND v.number = s.newest ";

bool sameWork(const domain::SessionVersion& a, const domain::SessionVersion& b) {
  return a.session == b.session && a.client == b.client && a.author == b.author && a.content == b.content;
}

std::string newSalt(core::Random& random) {
  std::string salt(16, '\0');
  random.fill(std::as_writable_bytes(std::span(salt)));
  return toHex(salt);
}

}  // namespace

domain::SessionVersion StoredSessions::append(const domain::SessionVersion& version) {
  domain::SessionVersion stored = version;
  m_context.atomically([&] {
    if (auto there = findVersion(version.id)) {
      if (!sameWork(*there, version)) throw refusal("sameId");
      stored = std::move(*there);
      return;
    }
    const auto session = find(version.session);
    if (session && session->isSigned()) throw refusal("signed");
    if (session && session->client != version.client) throw refusal("sameId");
    if (!session) m_context.requireClient(version.client);
    stored.number = session ? session->current.number + 1 : 1;
    stored.previousHash = session ? session->current.hash : std::string();
    stored.salt = newSalt(m_context.random);
    stored.hash = hashOf(stored);
    insertVersion(stored);
  });
  return stored;
}

void StoredSessions::insertVersion(const domain::SessionVersion& version) {
  const auto row = m_context.connection.prepare(
      "INSERT INTO session (id, client, created_at, newest, kind, service_date) VALUES (:id, :client, "
      ":created_at, "
      ":newest, :kind, :service_date) ON CONFLICT (id) DO UPDATE SET newest = excluded.newest, kind = "
      "excluded.kind, "
      "service_date = excluded.service_date");
  bindId(*row, "id", version.session);
  bindId(*row, "client", version.client);
  bindInstant(*row, "created_at", version.savedAt);
  row->bindInteger("newest", version.number).bindText("kind", domain::toString(version.content.kind));
  bindDay(*row, "service_date", version.content.serviceDate);
  row->run();
  insertRows(m_context.connection, version);
  m_context.index.touch(version.client);
  m_context.audit.append(version.number == 1 ? domain::AuditAction::created : domain::AuditAction::changed,
                         "session " + version.session.toString(), version.hash);
}

void StoredSessions::addSignature(const domain::Signature& signature) {
  m_context.atomically([&] {
    const auto session = find(signature.session);
    if (!session) throw refusal("noSession");
    if (isThere(session->signatures, signature)) return;
    const bool signing = signature.kind == domain::SignatureKind::signedAsIs;
    if (signing && session->isSigned()) throw refusal("alreadySigned");
    if (!signing && !session->isSigned()) throw refusal("notSigned");
    if (signing && signature.version != session->current.id) throw refusal("notNewest");
    const auto version = findVersion(signature.version);
    if (!version || version->session != signature.session) throw refusal("notNewest");
    insertSignature(signature);
    m_context.index.touch(session->client);
  });
}

void StoredSessions::insertSignature(const domain::Signature& signature) {
  insertRow(m_context.connection, signature);
  m_context.audit.append(
      domain::AuditAction::signedIt,
      "session " + signature.session.toString() + " " + std::string(domain::toString(signature.kind)),
      hashOf(signature));
}

std::optional<domain::SessionVersion> StoredSessions::findVersion(domain::SessionVersionId id) {
  const auto row =
      m_context.connection.prepare(joinSql({"SELECT ", kVersionColumns, kFromVersions, "WHERE v.id = :id"}));
  bindId(*row, "id", id);
  if (!row->step()) return {};
  auto version = readVersion(*row);
  readDetails(m_context.connection, version);
  return version;
}

std::vector<domain::SessionVersion> StoredSessions::versions(domain::SessionId id) {
  const auto rows =
      m_context.connection.prepare("SELECT " + std::string(kVersionColumns) + std::string(kFromVersions) +
                                   "WHERE s.id = :id ORDER BY v.number");
  bindId(*rows, "id", id);
  std::vector<domain::SessionVersion> all;
  while (rows->step()) all.push_back(readVersion(*rows));
  for (auto& version : all) readDetails(m_context.connection, version);
  return all;
}

std::optional<domain::Session> StoredSessions::find(domain::SessionId id) {
  const auto row = m_context.connection.prepare(
      joinSql({"SELECT ", kVersionColumns, ", s.created_at", kFromNewest, "WHERE s.id = :id"}));
  bindId(*row, "id", id);
  if (!row->step()) return {};
  domain::Session session{id,
                          {},
                          readInstant(*row, kVersionColumnCount),
                          readVersion(*row),
                          readSignatures(m_context.connection, id)};
  session.client = session.current.client;
  readDetails(m_context.connection, session.current);
  return session;
}

std::vector<domain::Session> StoredSessions::sessionsWhere(std::string_view condition,
                                                           std::optional<domain::ClientId> client) {
  const auto rows = m_context.connection.prepare(
      joinSql({"SELECT ", kVersionColumns, ", s.created_at", kFromNewest, condition}));
  if (client) bindId(*rows, "client", *client);
  std::vector<domain::Session> sessions;
  while (rows->step()) {
    domain::Session session{{}, {}, readInstant(*rows, kVersionColumnCount), readVersion(*rows), {}};
    session.id = session.current.session;
    session.client = session.current.client;
    sessions.push_back(std::move(session));
  }
  for (auto& session : sessions) {
    readDetails(m_context.connection, session.current);
    session.signatures = readSignatures(m_context.connection, session.id);
  }
  return sessions;
}

std::vector<domain::Session> StoredSessions::ofClient(domain::ClientId client) {
  return ofChart(
      m_context, client, [this](domain::ClientId part) { return ofOne(part); },
      [](const domain::Session& a, const domain::Session& b) {
        return std::tie(a.current.content.serviceDate, a.createdAt, a.id) <
               std::tie(b.current.content.serviceDate, b.createdAt, b.id);
      });
}

std::vector<domain::Session> StoredSessions::ofOne(domain::ClientId client) {
  return sessionsWhere("WHERE s.client = :client ORDER BY s.service_date, s.created_at, s.id", client);
}

std::vector<domain::Session> StoredSessions::unsignedOnes() {
  return sessionsWhere(
      "WHERE NOT EXISTS (SELECT 1 FROM signature AS g WHERE g.session = s.id AND g.kind = 'signed') "
      "ORDER BY s.service_date DESC, s.created_at DESC, s.id DESC",
      {});
}

void StoredSessions::restore(const domain::SessionHistory& history) {
  requireWhole(history);
  const auto& first = history.versions.front();
  m_context.atomically([&] {
    if (const auto there = find(first.session)) {
      if (domain::SessionHistory{versions(first.session), there->signatures} == history) return;
      throw refusal("sameId");
    }
    m_context.requireClient(first.client);
    for (const auto& version : history.versions) {
      if (findVersion(version.id)) throw refusal("sameId");
      insertVersion(version);
    }
    for (const auto& signature : history.signatures) insertSignature(signature);
    m_context.audit.append(domain::AuditAction::imported, "session " + first.session.toString(),
                           history.versions.back().hash);
  });
}

}  // namespace unknot::storage

#include "storage/verify.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/error.h"
#include "storage/columns.h"
#include "storage/encoding.h"
#include "storage/session_hash.h"
#include "storage/session_rows.h"

namespace unknot::storage {
namespace {

class Verifier {
 public:
  Verifier(domain::PracticeStore& store, Connection& connection, AuditChain& audit,
           const domain::PracticeStore::OnFault& fault)
      : m_store(store), m_connection(connection), m_audit(audit), m_onFault(fault) {}

  domain::Verification verify() {
    // A damaged part must not keep the others from being looked at.
    attempt([&] { verifyFile(); });
    attempt([&] { verifyClients(); });
    attempt([&] { m_store.planTemplates().all(); });
    attempt([&] { verifySessions(); });
    attempt([&] { verifyDocuments(); });
    attempt([&] { verifyAudit(); });
    return m_seen;
  }

 private:
  domain::PracticeStore& m_store;
  Connection& m_connection;
  AuditChain& m_audit;
  const domain::PracticeStore::OnFault& m_onFault;
  domain::Verification m_seen;

  void fault(const core::Message& message) {
    ++m_seen.faults;
    m_onFault(message);
  }
  void fault(const char* id, const char* argument, const std::string& value) {
    fault({std::string("verify.") + id, {{argument, value}}, {}});
  }

  template <class Part>
  void attempt(Part part) {
    try {
      part();
    } catch (const core::DamageError& error) {
      fault(error.message());
    } catch (const core::StorageError& error) {
      fault(error.message());
    } catch (const core::BugError& error) {
      // A file with a damaged page answers good queries with errors of every kind.
      if (m_seen.faults == 0) throw;
      fault("file", "what", error.message().args.front().value);
    }
  }

  void verifyFile() {
    const std::string found = m_connection.findDamage();
    if (!found.empty()) fault("file", "what", found.substr(0, found.find('\n')));
  }

  // What hangs on a client and has no hash of its own can at least be read.
  void verifyClients() {
    const auto rows = m_connection.prepare("SELECT id FROM client ORDER BY id");
    while (rows->step()) {
      const auto id = readId<domain::ClientId>(*rows, 0);
      ++m_seen.clients;
      try {
        m_store.clients().find(id);
        m_store.chartMerges().standing(id);
        for (const auto& intake : m_store.intakes().ofClient(id))
          if (!intake.definition.empty()) m_store.intakes().definition(intake.definition);
        m_store.flagClosings().ofClient(id);
        m_store.consents().ofClient(id);
        m_store.plans().ofClient(id);
        m_store.practiceLogs().ofClient(id);
        m_store.measures().ofClient(id);
      } catch (const core::DamageError&) {
        fault("client", "client", id.toString());
      }
    }
  }

  void verifySessions() {
    const auto rows = m_connection.prepare("SELECT id FROM session ORDER BY id");
    while (rows->step()) {
      const auto id = readId<domain::SessionId>(*rows, 0);
      ++m_seen.sessions;
      if (!isWhole(id)) fault("session", "session", id.toString());
    }
  }

  bool isWhole(domain::SessionId id) {
    try {
      const domain::SessionHistory history{m_store.sessions().versions(id), readSignatures(m_connection, id)};
      m_seen.versions += static_cast<std::int64_t>(history.versions.size());
      m_seen.signatures += static_cast<std::int64_t>(history.signatures.size());
      requireWhole(history);
      const auto session = m_store.sessions().find(id);
      return session && session->current == history.versions.back();
    } catch (const core::DamageError&) {
      return false;
    } catch (const core::RefusedError&) {
      return false;
    }
  }

  void verifyDocuments() {
    const auto rows = m_connection.prepare("SELECT id FROM document ORDER BY id");
    while (rows->step()) {
      const auto id = readId<domain::DocumentId>(*rows, 0);
      ++m_seen.documents;
      try {
        m_store.documents().content(id);
      } catch (const core::DamageError& error) {
        fault(error.message().id == "error.practice.documentMissing" ? "documentMissing" : "documentDamaged",
              "document", id.toString());
      } catch (const core::StorageError&) {
        fault("documentDamaged", "document", id.toString());
      }
    }
  }

  void verifyAudit() {
    m_audit.readAll([&](const AuditChain::Link& link) {
      ++m_seen.auditEntries;
      if (!link.holds) fault("audit", "sequence", std::to_string(link.sequence));
      if (!link.recordHash.empty() && !isThere(link)) fault("record", "record", link.subject);
    });
  }

  // Whether what the row tells of still has the hash it had then.
  bool isThere(const AuditChain::Link& link) {
    const auto space = link.subject.find(' ');
    const std::string kind = link.subject.substr(0, space);
    const auto id = space == std::string::npos
                        ? std::nullopt
                        : core::Uuid::parse(link.subject.substr(space + 1, kUuidLength));
    if (!id) return false;
    if (kind == "document")
      return exists("SELECT 1 FROM document WHERE id = :id AND sha256 = :hash", *id, link.recordHash);
    if (kind == "client") return isKeptAsItWas(*id, link.recordHash);
    if (kind != "session") return false;
    if (link.action != "signed")
      return exists("SELECT 1 FROM session_version WHERE session = :id AND hash = :hash", *id,
                    link.recordHash);
    const auto signatures = readSignatures(m_connection, domain::SessionId{*id});
    return std::any_of(signatures.begin(), signatures.end(),
                       [&](const domain::Signature& one) { return hashOf(one) == link.recordHash; });
  }

  // A client who was taken away with the import that brought them.
  bool isKeptAsItWas(const core::Uuid& client, const std::string& hash) {
    const auto row = m_connection.prepare("SELECT was FROM client_taken_away WHERE client = :id");
    bindUuid(*row, "id", client);
    return row->step() && sha256Hex(row->text(0)) == hash;
  }

  bool exists(std::string_view sql, const core::Uuid& id, const std::string& hash) {
    const auto row = m_connection.prepare(sql);
    bindUuid(*row, "id", id);
    row->bindText("hash", hash);
    return row->step();
  }

  static constexpr std::size_t kUuidLength = 36;
};

}  // namespace

domain::Verification verifyPractice(domain::PracticeStore& store, Connection& connection, AuditChain& audit,
                                    const domain::PracticeStore::OnFault& fault) {
  return Verifier(store, connection, audit, fault).verify();
}

}  // namespace unknot::storage

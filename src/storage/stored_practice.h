#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/clock.h"
#include "domain/practice_store.h"
#include "platform/file_lock.h"
#include "storage/engine.h"
#include "storage/keys.h"
#include "storage/practice_context.h"
#include "storage/secret.h"
#include "storage/stored_chart_merges.h"
#include "storage/stored_client_imports.h"
#include "storage/stored_clients.h"
#include "storage/stored_consents.h"
#include "storage/stored_documents.h"
#include "storage/stored_drafts.h"
#include "storage/stored_flag_closings.h"
#include "storage/stored_intakes.h"
#include "storage/stored_measures.h"
#include "storage/stored_plan_templates.h"
#include "storage/stored_plans.h"
#include "storage/stored_practice_logs.h"
#include "storage/stored_sessions.h"

namespace unknot::storage {

// Where the parts of a practice stand.
struct PracticeFolder {
  std::filesystem::path root;  // a real path, without links
  std::filesystem::path database() const { return root / "practice.db"; }
  std::filesystem::path journal() const { return root / "practice.db-journal"; }
  std::filesystem::path lock() const { return root / "practice.lock"; }
  std::filesystem::path documents() const { return root / "documents"; }
  std::filesystem::path custom() const { return root / "custom"; }
  std::filesystem::path backups() const { return root / "backups"; }
  std::filesystem::path replaced() const { return root / "replaced"; }
};

// The row of the practice, and those of its people.
void insertPractice(Connection& connection, const domain::Practice& practice);
void insertUser(Connection& connection, const domain::User& user);

// A practice that is open: it holds the lock until it ends.
class StoredPractice final : public domain::PracticeStore {
 public:
  struct Opened {
    PracticeFolder folder;
    platform::FileLock lock;
    std::unique_ptr<Connection> connection;
    Secret key;
    KeyFile keys;
    domain::UserId user;
    std::string workstation;
    std::filesystem::path stateFolder;
  };

  // Keeps clock and random for as long as it lives.
  StoredPractice(core::Clock& clock, core::Random& random, Opened opened);

  domain::Practice practice() override;
  void savePractice(const domain::Practice& practice) override;
  domain::User user() override;
  std::vector<domain::User> users() override;
  domain::ClientRepository& clients() override { return m_clients; }
  domain::ClientImportRepository& clientImports() override { return m_clientImports; }
  domain::ChartMergeRepository& chartMerges() override { return m_chartMerges; }
  domain::IntakeRepository& intakes() override { return m_intakes; }
  domain::FlagClosingRepository& flagClosings() override { return m_flagClosings; }
  domain::ConsentRepository& consents() override { return m_consents; }
  domain::SessionRepository& sessions() override { return m_sessions; }
  domain::PlanRepository& plans() override { return m_plans; }
  domain::PlanTemplateRepository& planTemplates() override { return m_planTemplates; }
  domain::PracticeLogRepository& practiceLogs() override { return m_practiceLogs; }
  domain::MeasureRepository& measures() override { return m_measures; }
  domain::DocumentRepository& documents() override { return m_documents; }
  domain::DraftStore& drafts() override { return m_drafts; }
  void audit(domain::AuditAction action, const std::string& subject) override {
    m_audit.append(action, subject);
  }
  std::vector<domain::AuditEntry> auditTail(std::size_t most) override { return m_audit.tail(most); }
  std::string auditHead() override;
  domain::Verification verify(const OnFault& fault) override;

 private:
  void commitOrUndo(const std::function<void()>& work) override { m_context.atomically(work); }
  // The name stands in keys.json too, for the login screen: written once the database has it.
  void writeLabel();

  // The lock is given back last.
  Opened m_opened;
  AuditChain m_audit;
  ChartParts m_parts;
  ClientIndex m_index;
  PracticeContext m_context;
  StoredClients m_clients;
  StoredClientImports m_clientImports;
  StoredChartMerges m_chartMerges;
  StoredIntakes m_intakes;
  StoredFlagClosings m_flagClosings;
  StoredConsents m_consents;
  StoredSessions m_sessions;
  StoredPlans m_plans;
  StoredPlanTemplates m_planTemplates;
  StoredPracticeLogs m_practiceLogs;
  StoredMeasures m_measures;
  StoredDocuments m_documents;
  StoredDrafts m_drafts;
};

}  // namespace unknot::storage

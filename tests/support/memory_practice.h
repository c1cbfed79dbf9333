// A practice that lives in memory: the repositories' promises without a disk, for tests of what stands above
// storage.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/clock.h"
#include "core/id.h"
#include "domain/practice_store.h"

namespace unknot::test {

// What is stored; copied whole for a commit that fails.
struct MemoryData {
  domain::Practice practice;
  std::vector<domain::User> users;
  std::map<domain::ClientId, domain::Client> clients;
  std::vector<std::pair<domain::ClientImport, std::vector<domain::ImportedClient>>> imports;
  std::set<domain::ClientId> changedClients;
  std::vector<domain::ChartMerge> chartMerges;
  std::vector<domain::Intake> intakes;
  std::map<std::string, std::string> definitions;  // by hash
  std::vector<domain::FlagClosing> flagClosings;
  std::vector<domain::Consent> consents;
  std::vector<domain::SessionVersion> versions;  // in the order of appending
  std::vector<domain::Signature> signatures;
  std::vector<domain::ExercisePlan> plans;
  std::vector<domain::PlanTemplate> planTemplates;
  std::vector<domain::PracticeLog> practiceLogs;
  std::vector<domain::Measure> measures;
  std::vector<std::pair<domain::DocumentRecord, std::string>> documents;
  std::map<std::pair<std::string, core::Uuid>, domain::Draft> drafts;
  std::vector<domain::AuditEntry> audit;
};

class MemoryPractice final : public domain::PracticeStore {
 public:
  // Keeps the clock for as long as it lives. One owner, "Robin Example"; practice "Example Somatics" in UTC.
  explicit MemoryPractice(const core::Clock& clock);
  // Over data that outlives the store: closed and opened again.
  MemoryPractice(const core::Clock& clock, std::shared_ptr<MemoryData> data, domain::UserId user);
  ~MemoryPractice() override;

  domain::Practice practice() override;
  void savePractice(const domain::Practice& practice) override;
  domain::User user() override;
  std::vector<domain::User> users() override;
  domain::ClientRepository& clients() override;
  domain::ClientImportRepository& clientImports() override;
  domain::ChartMergeRepository& chartMerges() override;
  domain::IntakeRepository& intakes() override;
  domain::FlagClosingRepository& flagClosings() override;
  domain::ConsentRepository& consents() override;
  domain::SessionRepository& sessions() override;
  domain::PlanRepository& plans() override;
  domain::PlanTemplateRepository& planTemplates() override;
  domain::PracticeLogRepository& practiceLogs() override;
  domain::MeasureRepository& measures() override;
  domain::DocumentRepository& documents() override;
  domain::DraftStore& drafts() override;
  void audit(domain::AuditAction action, const std::string& subject) override;
  std::vector<domain::AuditEntry> auditTail(std::size_t most) override;
  std::string auditHead() override;
  // Counts; a document without content is the only fault it knows.
  domain::Verification verify(const OnFault& fault) override;

  // For tests: look inside, or make every write fail from now on (StorageError "error.unexpected").
  MemoryData& data();
  void failWrites(bool fail);
  // The next client or intake is kept, and then the same is thrown: a commit of which nobody is certain.
  void keepNextButFail();

 private:
  void commitOrUndo(const std::function<void()>& work) override;

  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

// Practices by folder name; nothing touches a disk.
class MemoryVault final : public domain::PracticeVault {
 public:
  // Keeps both for as long as it lives.
  MemoryVault(const core::Clock& clock, core::Random& random);
  ~MemoryVault() override;

  domain::CreatedPractice create(const std::filesystem::path& folder,
                                 const domain::NewPractice& wanted) override;
  domain::PracticeLabel label(const std::filesystem::path& folder) override;
  std::unique_ptr<domain::PracticeStore> open(const std::filesystem::path& folder, std::string_view user,
                                              std::string_view password) override;
  void confirmPassword(const std::filesystem::path& folder, std::string_view user,
                       std::string_view password) override;
  void recover(const std::filesystem::path& folder, std::string_view user, std::string_view recoveryKey,
               std::string_view newPassword) override;

 private:
  struct Kept;
  const core::Clock& m_clock;
  core::IdSource m_ids;
  std::map<std::filesystem::path, Kept> m_practices;

  Kept& find(const std::filesystem::path& folder);
};

}  // namespace unknot::test

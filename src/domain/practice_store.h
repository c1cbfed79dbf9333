// What the use cases need of storage: an opened practice and its repositories. `storage` implements it, tests
// fake it. Charts that were put together are read as one: ofClient() and current() of any of them give what
// all of them hold, lists and search name only the one that goes on, and each record still says for whom it
// was written. Adding writes for whom the record says, and for nobody else. Every call runs on the storage
// thread. Surprises are core::StorageError and core::DamageError.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/message.h"
#include "domain/chart_merge.h"
#include "domain/client.h"
#include "domain/client_import.h"
#include "domain/consent.h"
#include "domain/document_record.h"
#include "domain/exercise_plan.h"
#include "domain/intake.h"
#include "domain/plan_template.h"
#include "domain/practice.h"
#include "domain/practice_log.h"
#include "domain/safety.h"
#include "domain/session.h"

namespace unknot::domain {

// One line of the client list.
struct ClientSummary {
  ClientId id;
  std::string name;
  std::string sortName;
  std::optional<core::Date> birthDate;
  std::string phone;
  std::string email;
  ClientStatus status = ClientStatus::active;
  std::optional<core::Date> lastSeen;  // newest hands-on session
  int sessionCount = 0;
  int unsignedCount = 0;
  std::optional<core::Date> reviewOn;  // of the current plan
  friend bool operator==(const ClientSummary&, const ClientSummary&) = default;
};

class ClientRepository {
 public:
  virtual ~ClientRepository() = default;
  // Adds, or replaces the client of the same id; the row before is kept in the client's history.
  virtual void save(const Client& client) = 0;
  // Adds many who are all new, as save() does, in less time.
  virtual void addAll(const std::vector<Client>& clients) = 0;
  virtual std::optional<Client> find(ClientId id) = 0;
  // Sorted by folded sort name.
  virtual std::vector<ClientSummary> list() = 0;
  // Every word of `words` begins a word of name or e-mail, or the digits stand in the phone number; accents,
  // case and special letters folded. Empty words: everybody.
  virtual std::vector<ClientSummary> search(std::string_view words) = 0;
};

class ClientImportRepository {
 public:
  virtual ~ClientImportRepository() = default;
  // Notes what was done, in the commit that saves its clients.
  virtual void add(const ClientImport& import, const std::vector<ImportedClient>& clients) = 0;
  virtual std::vector<ClientImport> list() = 0;                      // newest first
  virtual std::vector<ImportedClient> clients(ImportId import) = 0;  // in the order of the file
  // Everybody whose details were changed since they were first saved, or on whom anything else in the
  // practice hangs, in the order of ids.
  virtual std::vector<ClientId> withMore() = 0;
  // Takes clients of this import out of the practice; their rows are kept with the import as they were. Only
  // for those who are not among withMore().
  virtual void takeAway(ImportId import, const std::vector<ClientId>& clients) = 0;
  virtual void setUndone(ImportId import, core::Instant at) = 0;
};

class ChartMergeRepository {
 public:
  virtual ~ChartMergeRepository() = default;
  // An id that is there with the same content is left alone. Refused (RefusedError) for a chart that is part
  // of another already, or that the other one is part of.
  virtual void add(const ChartMerge& merge) = 0;
  // One that was separated before is left alone.
  virtual void separate(ChartMergeId id, UserId by, core::Instant at) = 0;
  virtual std::optional<ChartMerge> find(ChartMergeId id) = 0;
  // Whose chart holds this client's; the client for most.
  virtual ClientId holderOf(ClientId client) = 0;
  // The holder, then everybody whose chart is part of it.
  virtual std::vector<ClientId> partsOf(ClientId client) = 0;
  // By which this client's chart is one with others, oldest first.
  virtual std::vector<ChartMerge> standing(ClientId client) = 0;
};

class IntakeRepository {
 public:
  virtual ~IntakeRepository() = default;
  // Adds; an id that is there with the same content is left alone, with another one refused (RefusedError).
  virtual void add(const Intake& intake) = 0;
  virtual std::vector<Intake> ofClient(ClientId client) = 0;  // oldest first, by version and then by entry
  // The questions as they were asked: keeps the text of a questionnaire file and gives its hash, which
  // Intake::definition names. The same text is kept once.
  virtual std::string keepDefinition(std::string_view language, std::string_view text) = 0;
  virtual std::optional<std::string> definition(std::string_view hash) = 0;
  // The one kept last in that language.
  virtual std::optional<std::string> newestDefinition(std::string_view language) = 0;
};

class FlagClosingRepository {
 public:
  virtual ~FlagClosingRepository() = default;
  // Adds; an id that is there with the same content is left alone, with another one refused (RefusedError).
  virtual void add(const FlagClosing& closing) = 0;
  virtual std::vector<FlagClosing> ofClient(ClientId client) = 0;  // in the order of entry
};

class ConsentRepository {
 public:
  virtual ~ConsentRepository() = default;
  // Adds; an id that is there with the same content is left alone, with another one refused (RefusedError).
  virtual void add(const Consent& consent) = 0;
  virtual std::vector<Consent> ofClient(ClientId client) = 0;  // in the order of entry
};

class SessionRepository {
 public:
  virtual ~SessionRepository() = default;
  // Appends a version, with its findings and measures, in one commit. Sets number, hash and previousHash and
  // returns the version as stored. Refused (RefusedError) once the session is signed. A version id that is
  // there with the same content is left alone and returned (a retry can't double); with another content it is
  // refused.
  virtual SessionVersion append(const SessionVersion& version) = 0;
  // "signed" needs an unsigned session and its newest version; the two others need a signed one.
  virtual void addSignature(const Signature& signature) = 0;
  virtual std::optional<Session> find(SessionId id) = 0;
  virtual std::vector<Session> ofClient(ClientId client) = 0;      // by service date, then creation
  virtual std::vector<SessionVersion> versions(SessionId id) = 0;  // oldest first
  // Puts a session back as it was exported, hashes and all. The same content again changes nothing; the same
  // id with other content, or a chain that does not verify, is refused (RefusedError) and nothing is written.
  virtual void restore(const SessionHistory& history) = 0;
  // All of the practice that are not signed yet, newest first.
  virtual std::vector<Session> unsignedOnes() = 0;
};

class PlanRepository {
 public:
  virtual ~PlanRepository() = default;
  // Appends; `version` is set to the next one of the client and returned with it.
  virtual ExercisePlan append(const ExercisePlan& plan) = 0;
  virtual std::optional<ExercisePlan> current(ClientId client) = 0;
  virtual std::vector<ExercisePlan> ofClient(ClientId client) = 0;  // oldest first
  // How many clients have a plan or a returned week, of now or of earlier, that names the movement.
  virtual long clientsNaming(const ExerciseSlug& exercise) = 0;
};

// The practice's own; of no client.
class PlanTemplateRepository {
 public:
  virtual ~PlanTemplateRepository() = default;
  // Adds, or replaces the one of the same id.
  virtual void save(const PlanTemplate& wanted) = 0;
  // One that is gone already is left alone.
  virtual void remove(PlanTemplateId id) = 0;
  virtual std::vector<PlanTemplate> all() = 0;  // oldest first
};

class PracticeLogRepository {
 public:
  virtual ~PracticeLogRepository() = default;
  // Adds; an id that is there with the same content is left alone, with another one refused (RefusedError).
  virtual void add(const PracticeLog& log) = 0;
  virtual std::vector<PracticeLog> ofClient(ClientId client) = 0;  // in the order of entry
};

class MeasureRepository {
 public:
  virtual ~MeasureRepository() = default;
  // A measure taken outside a session.
  virtual void add(const Measure& measure) = 0;
  // All of the client: those of each session's newest version and those by themselves, by day.
  virtual std::vector<Measure> ofClient(ClientId client) = 0;
};

class DocumentRepository {
 public:
  virtual ~DocumentRepository() = default;
  // Writes the encrypted file, then the row that names it. Sets bytes and sha256 and returns the record as
  // stored.
  virtual DocumentRecord add(const DocumentRecord& record, std::string_view content) = 0;
  virtual std::optional<DocumentRecord> find(DocumentId id) = 0;
  virtual std::vector<DocumentRecord> ofClient(ClientId client) = 0;  // newest first
  // Byte for byte what was handed out or came in; DamageError when it is not.
  virtual std::string content(DocumentId id) = 0;
};

// A draft bridges between commits: the whole content of an open session (or form) as typed, in its own
// encrypted file.
struct Draft {
  std::string kind;  // "session"
  core::Uuid subject;
  core::Instant keptAt;
  std::string content;  // the caller's own form
};

class DraftStore {
 public:
  virtual ~DraftStore() = default;
  virtual void keep(const Draft& draft) = 0;
  virtual std::vector<Draft> list() = 0;
  // Only after the commit.
  virtual void remove(std::string_view kind, const core::Uuid& subject) = 0;
};

enum class AuditAction {
  opened,
  read,
  created,
  changed,
  removed,
  signedIt,
  printed,
  exported,
  imported,
  refused,
  undone
};

std::string_view toString(AuditAction action);
AuditAction auditActionFrom(std::string_view text);

struct AuditEntry {
  std::int64_t sequence = 0;
  core::Instant at;
  UserId user;
  AuditAction action = AuditAction::read;
  std::string subject;  // kind and id, "client 018f…"; never clinical text
  std::string hash;     // hex
};

// What was looked at, and how much of it is not as it was written.
struct Verification {
  std::int64_t clients = 0;
  std::int64_t sessions = 0;
  std::int64_t versions = 0;  // of the sessions
  std::int64_t signatures = 0;
  std::int64_t documents = 0;
  std::int64_t auditEntries = 0;
  std::int64_t faults = 0;
};

class PracticeStore {
 public:
  using OnFault = std::function<void(const core::Message&)>;

  virtual ~PracticeStore() = default;
  virtual Practice practice() = 0;
  virtual void savePractice(const Practice& practice) = 0;
  virtual User user() = 0;  // who opened it
  virtual std::vector<User> users() = 0;
  virtual ClientRepository& clients() = 0;
  virtual ClientImportRepository& clientImports() = 0;
  virtual ChartMergeRepository& chartMerges() = 0;
  virtual IntakeRepository& intakes() = 0;
  virtual FlagClosingRepository& flagClosings() = 0;
  virtual ConsentRepository& consents() = 0;
  virtual SessionRepository& sessions() = 0;
  virtual PlanRepository& plans() = 0;
  virtual PlanTemplateRepository& planTemplates() = 0;
  virtual PracticeLogRepository& practiceLogs() = 0;
  virtual MeasureRepository& measures() = 0;
  virtual DocumentRepository& documents() = 0;
  virtual DraftStore& drafts() = 0;
  // Everything `work` saves is one commit or none. May be nested.
  void atomically(const std::function<void()>& work);
  // For what may only follow a commit: telling of a change, removing a draft. `action` runs when everything
  // around it is committed, at once when nothing is open, and never when it is undone.
  void afterCommit(std::function<void()> action);
  // Reads, prints and exports are in the audit chain too.
  virtual void audit(AuditAction action, const std::string& subject) = 0;
  virtual std::vector<AuditEntry> auditTail(std::size_t most) = 0;  // newest first
  // Head of the audit chain, for document footers: 8 hex digits.
  virtual std::string auditHead() = 0;
  // Looks at everything: the file, every session's chain, every document's bytes, the whole audit chain. Each
  // fault names the record by its id. Nothing is changed. Takes long in a large practice.
  virtual Verification verify(const OnFault& fault) = 0;

 private:
  // One level of atomically().
  virtual void commitOrUndo(const std::function<void()>& work) = 0;
  void runActions();

  int m_depth = 0;
  std::vector<std::function<void()>> m_actions;  // after the outermost commit, in this order
};

struct NewPractice {
  Practice practice;  // ids are made by the vault where they are nil
  std::string userName;
  std::string password;
};

struct CreatedPractice {
  std::unique_ptr<PracticeStore> store;
  std::string recoveryKey;  // in groups, to be printed; kept nowhere
};

struct UserLabel {
  UserId id;
  std::string name;
};

// What can be known of a practice before its password is given.
struct PracticeLabel {
  std::string name;
  bool demo = false;
  std::vector<UserLabel> users;
};

// Practices on this machine. A practice is a folder.
class PracticeVault {
 public:
  virtual ~PracticeVault() = default;
  // Refuses a folder that holds anything (RefusedError), a password under 8 characters (InputError; the demo
  // is excepted).
  virtual CreatedPractice create(const std::filesystem::path& folder, const NewPractice& wanted) = 0;
  virtual PracticeLabel label(const std::filesystem::path& folder) = 0;
  // Wrong password, foreign file, zero bytes, missing file, newer schema, in use: RefusedError, and nothing
  // is touched. `user` is a name or an id; empty takes the only one.
  virtual std::unique_ptr<PracticeStore> open(const std::filesystem::path& folder, std::string_view user,
                                              std::string_view password) = 0;
  // Says whether the password is right, by RefusedError when it is not; a practice that is open stays so. A
  // wrong one counts like one at open().
  virtual void confirmPassword(const std::filesystem::path& folder, std::string_view user,
                               std::string_view password) = 0;
  // With the recovery key a new password is set for `user`; the practice is not opened.
  virtual void recover(const std::filesystem::path& folder, std::string_view user,
                       std::string_view recoveryKey, std::string_view newPassword) = 0;
};

}  // namespace unknot::domain

#include "storage/vault.h"

#include <utility>

#include "core/error.h"
#include "core/id.h"
#include "core/utf8.h"
#include "domain/required.h"
#include "platform/file_lock.h"
#include "platform/files.h"
#include "storage/attempts.h"
#include "storage/keys.h"
#include "storage/migrate.h"
#include "storage/recovery_key.h"
#include "storage/sqlcipher_engine.h"
#include "storage/stored_practice.h"
#include "unicode/time_zone.h"

namespace unknot::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDatabaseKeyBytes = 32;
// How much of the audit chain is looked at before a practice is opened; all of it is what `verify` is for.
constexpr std::size_t kCheckedTail = 200;

core::RefusedError refusedFile(const char* id, const fs::path& file) {
  return core::RefusedError({std::string("error.practice.") + id, {{"file", file.filename().string()}}, {}});
}

// The lock of a practice that is looked into. A lock file that was not there before is taken away again
// unless the practice is opened, so that a refusal leaves no trace.
class PracticeLock {
 public:
  explicit PracticeLock(const PracticeFolder& folder)
      : m_file(folder.lock()), m_lock(platform::FileLock::tryTake(m_file)) {
    if (!m_lock) throw refusal("inUse");
  }
  PracticeLock(const PracticeLock&) = delete;
  PracticeLock& operator=(const PracticeLock&) = delete;
  ~PracticeLock() {
    std::error_code problem;
    if (m_lock && m_lock->madeTheFile()) fs::remove(m_file, problem);
  }
  platform::FileLock keep() {
    platform::FileLock lock = std::move(*m_lock);
    m_lock.reset();
    return lock;
  }

 private:
  fs::path m_file;
  std::optional<platform::FileLock> m_lock;
};

PracticeFolder existingFolder(const fs::path& folder) {
  std::error_code problem;
  if (!fs::is_directory(folder, problem)) throw refusedFile("folder", folder);
  return {fs::canonical(folder)};
}

// What can be told without opening the file, which somebody may be writing just now.
void checkFromOutside(const PracticeFolder& folder) {
  std::error_code problem;
  const auto status = fs::symlink_status(folder.database(), problem);
  if (!fs::exists(status)) throw refusedFile("missing", folder.database());
  if (!fs::is_regular_file(status)) throw refusal("foreign");
  if (fs::file_size(folder.database()) == 0) throw refusal("zeroBytes");
}

// Only under the lock: nobody else has the file open, and our closing it would drop another connection's
// locks.
void checkHeader(const PracticeFolder& folder) {
  constexpr std::size_t kHeaderBytes = 16;
  if (isPlainSqlite(platform::readStart(folder.database(), kHeaderBytes))) throw refusal("foreign");
  // A journal that holds something may still make it whole.
  std::error_code none;
  const bool hasJournal = fs::exists(folder.journal(), none) && fs::file_size(folder.journal(), none) > 0;
  if (fs::file_size(folder.database()) % kPageBytes != 0 && !hasJournal)
    throw core::DamageError({"error.practice.truncated", {}, {}});
}

// What a practice is made of until it is finished: taken away again when it can't be (the disk is full), so
// that the same folder can be used once there is room. The folder was empty before, so all of it is ours.
class Unfinished {
 public:
  Unfinished(PracticeFolder folder, bool madeTheRoot)
      : m_folder(std::move(folder)), m_madeTheRoot(madeTheRoot) {}
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() {
    if (m_finished) return;
    std::error_code problem;
    for (const auto& part : {m_folder.database(), m_folder.journal(), m_folder.root / "keys.json",
                             m_folder.root / "keys.json.bak", m_folder.documents(), m_folder.custom(),
                             m_folder.backups(), m_folder.replaced()})
      fs::remove(part, problem);
    if (m_madeTheRoot) fs::remove(m_folder.root, problem);
  }
  void finish() { m_finished = true; }

 private:
  PracticeFolder m_folder;
  bool m_madeTheRoot;
  bool m_finished = false;
};

// A name never used before, so that no backup is ever written over.
fs::path newBackupName(const PracticeFolder& folder, core::Instant now, int version) {
  platform::makeFolder(folder.backups());
  std::string stamp = now.toIso().substr(0, 19);
  std::erase(stamp, ':');
  const std::string stem = "before-version-" + std::to_string(version) + "-" + stamp;
  for (int count = 1;; ++count) {
    const fs::path file = folder.backups() / (stem + (count == 1 ? "" : "-" + std::to_string(count)) + ".db");
    if (!fs::exists(fs::symlink_status(file))) return file;
  }
}

class Vault final : public domain::PracticeVault {
 public:
  Vault(core::Clock& clock, core::Random& random, fs::path stateFolder, std::string workstation)
      : m_clock(clock),
        m_random(random),
        m_stateFolder(std::move(stateFolder)),
        m_workstation(std::move(workstation)) {}

  domain::CreatedPractice create(const fs::path& folder, const domain::NewPractice& wanted) override;
  domain::PracticeLabel label(const fs::path& folder) override;
  std::unique_ptr<domain::PracticeStore> open(const fs::path& folder, std::string_view user,
                                              std::string_view password) override;
  void confirmPassword(const fs::path& folder, std::string_view user, std::string_view password) override;
  void recover(const fs::path& folder, std::string_view user, std::string_view recoveryKey,
               std::string_view newPassword) override;

 private:
  std::unique_ptr<Connection> openDatabase(const PracticeFolder& folder, const Secret& key) const;
  void bringUpToDate(const PracticeFolder& folder, Connection& connection, const Secret& key) const;
  Secret unlock(const KeyFile& keys, const UserSlot& user, std::string_view password) const;

  core::Clock& m_clock;
  core::Random& m_random;
  fs::path m_stateFolder;
  std::string m_workstation;
};

domain::CreatedPractice Vault::create(const fs::path& place, const domain::NewPractice& wanted) {
  domain::check(wanted.practice);
  domain::checkRequired("user.name", wanted.userName, core::kNameLimit);
  checkPassword(wanted.password, wanted.practice.demo);
  if (!unicode::isTimeZone(wanted.practice.timeZone))
    throw core::InputError({"error.practice.timeZone", {{"value", wanted.practice.timeZone}}, {}});
  if (fs::exists(place) && !fs::is_directory(place)) throw refusedFile("folder", place);
  if (fs::exists(place) && !fs::is_empty(place)) throw refusal("notEmpty");
  const bool madeTheRoot = !fs::exists(place);
  platform::makeFolder(place);
  const PracticeFolder folder{fs::canonical(place)};
  // Ends after the lock and the connection.
  Unfinished unfinished(folder, madeTheRoot);
  PracticeLock lock(folder);

  core::IdSource ids(m_clock, m_random);
  domain::Practice practice = wanted.practice;
  if (practice.id.isNil()) practice.id = ids.make<domain::PracticeId>();
  if (practice.createdAt.ms == 0) practice.createdAt = m_clock.now();
  const domain::User owner{ids.make<domain::UserId>(), wanted.userName, domain::Role::owner, m_clock.now()};

  Secret key = Secret::random(m_random, kDatabaseKeyBytes);
  KeyFile keys{practice.id, practice.name, practice.demo, {}, {}};
  keys.users.push_back(
      {owner.id, owner.name, wrapForPassword(m_random, key, keys, owner.id, wanted.password)});
  const std::string recoveryKey = makeRecoveryKey(m_random);
  keys.recovery = wrapForRecovery(m_random, key, keys, *readRecoveryKey(recoveryKey));

  auto connection = openSqlCipher(folder.database(), key, OpenMode::createNew);
  migrate(*connection, migrationTexts(), [] {});
  {
    Transaction transaction(*connection);
    insertPractice(*connection, practice);
    insertUser(*connection, owner);
    AuditChain(*connection, m_clock, owner.id, m_workstation)
        .append(domain::AuditAction::created, "practice " + practice.id.toString());
    transaction.commit();
  }
  connection.reset();
  if (isPlainSqlite(platform::readStart(folder.database(), 16)))
    throw core::BugError("the database is not encrypted");
  fs::permissions(folder.database(), fs::perms::owner_read | fs::perms::owner_write);
  for (const auto& part : {folder.documents(), folder.custom(), folder.backups(), folder.replaced()})
    platform::makeFolder(part);
  // Last: without its keys a folder is no practice, so one that was begun and not finished is never opened.
  saveKeyFile(folder.root, keys);
  connection = openDatabase(folder, key);
  unfinished.finish();
  return {std::make_unique<StoredPractice>(
              m_clock, m_random,
              StoredPractice::Opened{folder, lock.keep(), std::move(connection), std::move(key),
                                     std::move(keys), owner.id, m_workstation, m_stateFolder}),
          recoveryKey};
}

domain::PracticeLabel Vault::label(const fs::path& place) {
  const PracticeFolder folder = existingFolder(place);
  std::error_code problem;
  if (!fs::exists(folder.database(), problem)) throw refusedFile("missing", folder.database());
  return loadKeyFile(folder.root).label();
}

std::unique_ptr<domain::PracticeStore> Vault::open(const fs::path& place, std::string_view userName,
                                                   std::string_view password) {
  const PracticeFolder folder = existingFolder(place);
  checkFromOutside(folder);
  PracticeLock lock(folder);
  // Only now: a new password may just have been set by whoever held the lock.
  KeyFile keys = loadKeyFile(folder.root);
  checkHeader(folder);
  const UserSlot& user = keys.find(userName);
  Secret key = unlock(keys, user, password);
  auto connection = openDatabase(folder, key);
  bringUpToDate(folder, *connection, key);
  const domain::UserId id = user.id;
  auto store = std::make_unique<StoredPractice>(
      m_clock, m_random,
      StoredPractice::Opened{folder, lock.keep(), std::move(connection), std::move(key), keys, id,
                             m_workstation, m_stateFolder});
  store->audit(domain::AuditAction::opened, "practice " + keys.practice.toString());
  return store;
}

void Vault::confirmPassword(const fs::path& place, std::string_view userName, std::string_view password) {
  KeyFile keys = loadKeyFile(existingFolder(place).root);
  unlock(keys, keys.find(userName), password);
}

Secret Vault::unlock(const KeyFile& keys, const UserSlot& user, std::string_view password) const {
  PasswordAttempts attempts(m_stateFolder, m_clock, keys.practice);
  attempts.requireNoWait();
  try {
    Secret key = unwrapWithPassword(keys, user, password);
    attempts.noteRight();
    return key;
  } catch (const core::RefusedError&) {
    attempts.noteWrong();
    throw;
  }
}

// The checks before anything is written; a refusal leaves the file as it was.
std::unique_ptr<Connection> Vault::openDatabase(const PracticeFolder& folder, const Secret& key) const {
  std::unique_ptr<Connection> connection;
  try {
    connection = openSqlCipher(folder.database(), key, OpenMode::existing);
  } catch (const core::DamageError& error) {
    // The key is right, its wrapping proved that: the file is another one, or its beginning is damaged.
    if (error.message().id == "error.database.notOurs") throw core::RefusedError(error.message());
    throw;
  }
  checkSchema(*connection, migrationTexts());
  AuditChain(*connection, m_clock, {}, m_workstation).verifyTail(kCheckedTail);
  return connection;
}

void Vault::bringUpToDate(const PracticeFolder& folder, Connection& connection, const Secret& key) const {
  migrate(connection, migrationTexts(), [&] {
    copyDatabase(connection, newBackupName(folder, m_clock.now(), static_cast<int>(migrationTexts().size())),
                 key);
  });
}

void Vault::recover(const fs::path& place, std::string_view userName, std::string_view typedKey,
                    std::string_view newPassword) {
  const PracticeFolder folder = existingFolder(place);
  checkFromOutside(folder);
  const PracticeLock lock(folder);
  KeyFile keys = loadKeyFile(folder.root);
  checkHeader(folder);
  UserSlot& user = keys.find(userName);
  const auto recoveryKey = readRecoveryKey(typedKey);
  if (!recoveryKey) throw core::RefusedError({"error.password.recoveryTypo", {}, {}});
  checkPassword(newPassword, keys.demo);
  const Secret key = unwrapWithRecovery(keys, *recoveryKey);
  const auto connection = openDatabase(folder, key);
  user.slot = wrapForPassword(m_random, key, keys, user.id, newPassword);
  // Noted first: a password that changed without a trace would be worse than a trace without a change.
  AuditChain(*connection, m_clock, user.id, m_workstation)
      .append(domain::AuditAction::changed, "password-by-recovery-key user " + user.id.toString());
  saveKeyFile(folder.root, keys);
  PasswordAttempts(m_stateFolder, m_clock, keys.practice).noteRight();
}

}  // namespace

std::unique_ptr<domain::PracticeVault> makeVault(core::Clock& clock, core::Random& random,
                                                 const fs::path& stateFolder, std::string workstation) {
  return std::make_unique<Vault>(clock, random, stateFolder, std::move(workstation));
}

}  // namespace unknot::storage

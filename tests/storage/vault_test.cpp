#include "storage/vault.h"

#include <unistd.h>
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "core/error.h"
#include "platform/file_lock.h"
#include "storage/keys.h"
#include "storage/practice_fixture.h"
#include "storage/recovery_key.h"
#include "storage/sqlcipher_engine.h"
#include "storage/stored_practice.h"
#include "support/throws.h"

using namespace unknot;
using test::kPassword;
using test::thrownBy;
namespace fs = std::filesystem;

namespace {

struct Vault : test::PracticeFixture {
  // What opening says, after which every file must be as it was.
  template <class Error = core::RefusedError>
  std::string refused(const std::string& password = kPassword, const std::string& user = {}) {
    const auto before = test::snapshot(place);
    const std::string said = thrownBy<Error>([&] { vault->open(place, user, password); });
    BOOST_TEST((test::snapshot(place) == before), "something was touched: " << said);
    return said;
  }

  storage::Secret databaseKey() {
    auto keys = storage::loadKeyFile(place);
    return storage::unwrapWithPassword(keys, keys.users.front(), kPassword);
  }
  std::unique_ptr<storage::Connection> database() {
    return storage::openSqlCipher(fs::canonical(place) / "practice.db", databaseKey(),
                                  storage::OpenMode::existing);
  }
};

domain::NewPractice wanted() {
  domain::NewPractice one;
  one.practice.name = "Example";
  one.practice.practitionerName = "Robin";
  one.userName = "Robin";
  one.password = "longenough";
  return one;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(VaultTests, Vault)

BOOST_AUTO_TEST_CASE(ANewPracticeIsWhatWasWantedAndOpensAgain) {
  auto& opened = open();
  const auto practice = opened.practice();
  BOOST_TEST(practice.name == "Quiet Hands");
  BOOST_TEST(practice.practitionerName == "Robin Example");
  BOOST_TEST(practice.timeZone == "Europe/Berlin");
  BOOST_TEST(!practice.id.isNil());
  BOOST_TEST(practice.createdAt.ms == test::FakeClock::kStartMs);
  BOOST_TEST(opened.user().name == "Robin");
  BOOST_TEST((opened.user().role == domain::Role::owner));
  BOOST_TEST(opened.users().size() == 1U);
  const auto label = vault->label(place);
  BOOST_TEST(label.name == "Quiet Hands");
  BOOST_TEST(!label.demo);
  BOOST_TEST(label.users.front().name == "Robin");
  for (const char* part : {"documents", "custom", "backups", "replaced"})
    BOOST_TEST(fs::is_directory(place / part));
  store.reset();
  BOOST_TEST(vault->open(place, label.users.front().id.toString(), kPassword)->user().name == "Robin");
}

BOOST_AUTO_TEST_CASE(OnlyTheOwnerMayReadTheFiles) {
  open();
  // Copying for the test keeps the modes.
  for (const auto& [file, content] : test::snapshot(place)) {
    const auto others = fs::status(file).permissions() & (fs::perms::group_all | fs::perms::others_all);
    BOOST_TEST((others == fs::perms::none), file);
  }
}

BOOST_AUTO_TEST_CASE(AFolderThatHoldsAnythingIsRefused) {
  const auto other = folder / "other";
  fs::create_directory(other);
  test::put(other / "notes.txt", "x");
  BOOST_TEST(thrownBy<core::RefusedError>([&] { vault->create(other, wanted()); }) ==
             "error.practice.notEmpty");
  BOOST_TEST(thrownBy<core::RefusedError>([&] {
               vault->create(other / "notes.txt", wanted());
             }).starts_with("error.practice.folder"));
  BOOST_TEST(std::distance(fs::directory_iterator(other), fs::directory_iterator{}) == 1);
}

BOOST_AUTO_TEST_CASE(APasswordHasARuleAndTheDemoIsExcepted) {
  const auto other = folder / "other";
  auto one = wanted();
  one.password = "seven77";
  BOOST_TEST(thrownBy<core::InputError>([&] { vault->create(other, one); }) == "error.password.short");
  one.password = std::string(1025, 'x');
  BOOST_TEST(thrownBy<core::InputError>([&] { vault->create(other, one); }) == "error.password.long");
  one.password = "";
  one.practice.demo = true;
  BOOST_TEST(thrownBy<core::InputError>([&] { vault->create(other, one); }) == "error.password.short");
  BOOST_TEST(!fs::exists(other));
  one.password = "demo";
  vault->create(other, one);
  BOOST_TEST(vault->label(other).demo);
  BOOST_TEST(vault->open(other, {}, "demo")->practice().demo);
}

BOOST_AUTO_TEST_CASE(APasswordTypedOnAnotherKeyboardIsTheSame) {
  const auto other = folder / "other";
  auto one = wanted();
  one.password = "caf\u00e9 caf\u00e9";
  vault->create(other, one);
  BOOST_TEST(vault->open(other, "Robin", "cafe\u0301 cafe\u0301")->user().name == "Robin");
}

BOOST_AUTO_TEST_CASE(AWrongPasswordOpensNothingTwentyTimes) {
  std::int64_t waited = 0;
  for (int i = 1; i <= 20; ++i) {
    const std::string said = refused("wrong password " + std::to_string(i));
    BOOST_TEST(said == "error.password.wrong");
    if (i < 5) continue;
    // After the fifth each further one costs a wait; until it is over not even the right one is tried.
    BOOST_TEST(refused().starts_with("error.password.wait"));
    clock.advanceMs(4'000);
    BOOST_TEST(refused().starts_with("error.password.wait"));
    clock.advanceMs(300'000);
    waited += 304'000;
  }
  BOOST_TEST(waited > 0);
  open();
  // The right one ends it.
  store.reset();
  BOOST_TEST(refused("wrong again") == "error.password.wrong");
  BOOST_TEST(refused("wrong again") == "error.password.wrong");
}

BOOST_AUTO_TEST_CASE(WrongPasswordsAreCountedAcrossARestart) {
  for (int i = 0; i < 5; ++i) refused("wrong password");
  const auto other = storage::makeVault(clock, random, state, "desk-1");
  try {
    other->open(place, {}, kPassword);
    BOOST_ERROR("was opened");
  } catch (const core::RefusedError& error) {
    BOOST_TEST(error.message().id == "error.password.wait");
    BOOST_TEST(error.message().count.value_or(0) == 5);
  }
}

BOOST_AUTO_TEST_CASE(TheSecondOpenerIsRefused) {
  open();
  BOOST_TEST(thrownBy<core::RefusedError>([&] { vault->open(place, {}, kPassword); }) ==
             "error.practice.inUse");
  BOOST_TEST(thrownBy<core::RefusedError>([&] {
               vault->recover(place, {}, test::MadeOnce::get().recoveryKey, "another password");
             }) == "error.practice.inUse");
  store->clients().save(client("Zoë"));
  store.reset();
  BOOST_TEST(open().clients().list().size() == 1U);
}

// Read before it, they could be those from before a new password, and would be written back as they were.
BOOST_AUTO_TEST_CASE(TheKeysAreReadOnlyUnderTheLock) {
  open();
  for (const char* name : {"keys.json", "keys.json.bak"}) test::put(place / name, "{ half");
  BOOST_TEST(thrownBy([&] { vault->open(place, {}, kPassword); }) == "error.practice.inUse");
  BOOST_TEST(thrownBy([&] {
               vault->recover(place, {}, test::MadeOnce::get().recoveryKey, "another password");
             }) == "error.practice.inUse");
}

BOOST_AUTO_TEST_CASE(ThePasswordOfAnOpenPracticeIsAskedAgain) {
  const auto user = open().user().id.toString();
  vault->confirmPassword(place, user, kPassword);
  for (int i = 0; i < 5; ++i)
    BOOST_TEST(thrownBy<core::RefusedError>([&] { vault->confirmPassword(place, user, "wrong password"); }) ==
               "error.password.wrong");
  BOOST_TEST(thrownBy<core::RefusedError>([&] {
               vault->confirmPassword(place, user, kPassword);
             }).starts_with("error.password.wait"));
  // Nothing of this touched what is open.
  store->clients().save(client("Zoë Example"));
}

BOOST_AUTO_TEST_CASE(WhatIsNoPracticeIsRefusedUntouched) {
  struct Case {
    const char* said;
    std::function<void()> spoil;
  };
  const std::string magic("SQLite format 3\0", 16);
  const std::vector<Case> cases{
      {"error.practice.missing file=practice.db", [&] { fs::remove(place / "practice.db"); }},
      {"error.practice.zeroBytes", [&] { test::put(place / "practice.db", ""); }},
      {"error.practice.foreign",
       [&] { test::put(place / "practice.db", magic + std::string(8192 - 16, 'x')); }},
      {"error.database.notOurs", [&] { test::put(place / "practice.db", std::string(8192, 'x')); }},
      {"error.practice.foreign",
       [&] { fs::remove(place / "practice.db"), fs::create_directory(place / "practice.db"); }},
      {"error.practice.foreign",
       [&] {
         fs::rename(place / "practice.db", folder / "elsewhere.db");
         fs::create_symlink(folder / "elsewhere.db", place / "practice.db");
       }},
      {"error.practice.missing file=keys.json",
       [&] { fs::remove(place / "keys.json"), fs::remove(place / "keys.json.bak"); }},
      {"error.practice.folder file=practice", [&] { fs::remove_all(place), test::put(place, "x"); }},
      {"error.practice.folder file=practice", [&] { fs::remove_all(place); }},
  };
  for (const auto& one : cases) {
    fs::remove_all(place);
    fs::copy(test::MadeOnce::get().folder / "practice", place, fs::copy_options::recursive);
    one.spoil();
    const std::string said = thrownBy<core::RefusedError>([&] { vault->open(place, {}, kPassword); });
    BOOST_TEST(said == one.said);
    if (fs::is_directory(place)) BOOST_TEST(refused() == one.said);
  }
}

BOOST_AUTO_TEST_CASE(ACutOrDamagedFileIsSaidAndUntouched) {
  const std::string whole = test::bytesOf(place / "practice.db");
  test::put(place / "practice.db", whole.substr(0, whole.size() - 100));
  BOOST_TEST(refused<core::DamageError>() == "error.practice.truncated");
  test::put(place / "practice.db", whole.substr(0, whole.size() - storage::kPageBytes * 2));
  BOOST_TEST(refused<core::DamageError>() != "");
  std::string flipped = whole;
  flipped[200] = static_cast<char>(flipped[200] ^ 4);
  test::put(place / "practice.db", flipped);
  BOOST_TEST(refused() == "error.database.notOurs");
  test::put(place / "practice.db", whole);
  test::put(place / "keys.json", "{");
  test::put(place / "keys.json.bak", "[]");
  BOOST_TEST(refused<core::DamageError>() == "error.practice.keysDamaged");
}

BOOST_AUTO_TEST_CASE(TheCopyOfTheKeyFileStandsIn) {
  test::put(place / "keys.json", "{ half");
  BOOST_TEST(open().practice().name == "Quiet Hands");
}

BOOST_AUTO_TEST_CASE(AKeyFileOfAnotherPracticeOpensNothing) {
  const auto other = folder / "other";
  auto one = wanted();
  one.password = kPassword;
  vault->create(other, one);
  for (const char* name : {"keys.json", "keys.json.bak"})
    fs::copy_file(other / name, place / name, fs::copy_options::overwrite_existing);
  BOOST_TEST(refused() == "error.database.notOurs");
}

BOOST_AUTO_TEST_CASE(ANewerPracticeIsRefusedUntouched) {
  database()->setSchemaVersion(99);
  BOOST_TEST(refused() == "error.practice.newer");
}

BOOST_AUTO_TEST_CASE(AnEncryptedFileOfAnotherProgramIsRefusedUntouched) {
  database()->setApplicationId(5);
  BOOST_TEST(refused() == "error.practice.foreign");
}

BOOST_AUTO_TEST_CASE(APlantedTriggerIsFound) {
  database()->runScript("CREATE TRIGGER planted AFTER INSERT ON client BEGIN DELETE FROM client; END");
  BOOST_TEST(refused<core::DamageError>() == "error.database.schema");
}

BOOST_AUTO_TEST_CASE(AChangedAuditRowIsFound) {
  open().audit(domain::AuditAction::printed, "document 1");
  store->audit(domain::AuditAction::printed, "document 2");
  store.reset();
  database()->runScript("UPDATE audit SET subject = 'document 3' WHERE sequence = 3");
  BOOST_TEST(refused<core::DamageError>() == "error.database.audit sequence=3");
}

BOOST_AUTO_TEST_CASE(ARemovedAuditRowIsFound) {
  open().audit(domain::AuditAction::printed, "document 1");
  store->audit(domain::AuditAction::printed, "document 2");
  store.reset();
  database()->runScript("DELETE FROM audit WHERE sequence = 3");
  BOOST_TEST(refused<core::DamageError>() != "");
}

BOOST_AUTO_TEST_CASE(ARefusalLeavesNoLockFileBehind) {
  fs::remove(place / "practice.lock");
  BOOST_TEST(refused("wrong password") == "error.password.wrong");
  BOOST_TEST(!fs::exists(place / "practice.lock"));
  open();
  BOOST_TEST(fs::exists(place / "practice.lock"));
}

BOOST_AUTO_TEST_CASE(WhoeverIsNotThereIsNamed) {
  BOOST_TEST(refused(kPassword, "Sam") == "error.practice.noUser users=Robin");
}

BOOST_AUTO_TEST_CASE(TheRecoveryKeySetsANewPassword) {
  const std::string key = test::MadeOnce::get().recoveryKey;
  std::string typed;
  for (const char c : key)
    typed += c == '-' ? ' ' : static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  vault->recover(place, "Robin", typed, "a new password");
  BOOST_TEST(refused() == "error.password.wrong");
  const auto opened = vault->open(place, {}, "a new password");
  BOOST_TEST(opened->practice().name == "Quiet Hands");
  BOOST_TEST(opened->auditTail(2).back().subject.starts_with("password-by-recovery-key"));
  // The copy of the key file does not take the old one either.
  BOOST_TEST(test::bytesOf(place / "keys.json") == test::bytesOf(place / "keys.json.bak"));
}

BOOST_AUTO_TEST_CASE(AWrongRecoveryKeyIsToldFromASlip) {
  const auto before = test::snapshot(place);
  std::string slip = test::MadeOnce::get().recoveryKey;
  slip[2] = slip[2] == 'A' ? 'B' : 'A';
  const auto recover = [&](const std::string& key, const std::string& password) {
    return thrownBy([&] { vault->recover(place, {}, key, password); });
  };
  BOOST_TEST(recover(slip, "a new password") == "error.password.recoveryTypo");
  BOOST_TEST(recover("", "a new password") == "error.password.recoveryTypo");
  BOOST_TEST(recover(storage::makeRecoveryKey(random), "a new password") == "error.password.recovery");
  BOOST_TEST(recover(test::MadeOnce::get().recoveryKey, "short") == "error.password.short");
  BOOST_TEST((test::snapshot(place) == before));
}

BOOST_AUTO_TEST_CASE(ARecoveryKeyIsReadHoweverItIsTyped) {
  const std::string key = storage::makeRecoveryKey(random);
  BOOST_TEST(key.size() == 39U);
  const auto read = storage::readRecoveryKey(key);
  BOOST_REQUIRE(read);
  BOOST_TEST(read->size() == 32U);
  std::string sloppy = "  ";
  for (const char c : *read) sloppy += c == '1' ? 'l' : c == '0' ? 'o' : c;
  BOOST_TEST((storage::readRecoveryKey(sloppy) == read));
  BOOST_TEST(!storage::readRecoveryKey(read->substr(1)));
  std::set<std::string> keys;
  for (int i = 0; i < 50; ++i) keys.insert(storage::makeRecoveryKey(random));
  BOOST_TEST(keys.size() == 50U);
}

BOOST_AUTO_TEST_CASE(KeyFilesOutOfProportionAreRefused) {
  const std::string json = test::bytesOf(place / "keys.json");
  BOOST_TEST(storage::toJson(storage::parseKeyFile(json)) == json);
  for (const auto& [from, to] :
       std::vector<std::pair<std::string, std::string>>{{"67108864", "99999999999"},
                                                        {"\"ops\": 2", "\"ops\": 99"},
                                                        {"unknot/keys/1", "unknot/keys/2"},
                                                        {"\"demo\": false", "\"demo\": false, \"more\": 1"},
                                                        {"\"demo\": false", "\"demo\": 3"}}) {
    std::string changed = json;
    changed.replace(changed.find(from), from.size(), to);
    BOOST_TEST(thrownBy<core::DamageError>([&, text = changed] { storage::parseKeyFile(text); }) ==
               "error.practice.keysDamaged");
  }
}

BOOST_AUTO_TEST_CASE(ANewNameStandsOnTheLoginScreen) {
  auto practice = open().practice();
  practice.name = "Still Waters";
  practice.paper = domain::Paper::letter;
  practice.language = "de";
  store->atomically([&] {
    store->savePractice(practice);
    BOOST_TEST(vault->label(place).name == "Quiet Hands");
  });
  BOOST_TEST(vault->label(place).name == "Still Waters");
  BOOST_TEST((open().practice() == practice));
}

BOOST_AUTO_TEST_CASE(NoFileHoldsANameInTheClear) {
  open();
  auto zoe = client("Zebediah Quillfeather");
  store->clients().save(zoe);
  auto first = version(zoe.id);
  first.content.work = "xylophonic wording";
  store->sessions().append(first);
  domain::DocumentRecord record;
  record.id = ids.make<domain::DocumentId>();
  record.client = zoe.id;
  record.title = "Quillfeather handout";
  store->documents().add(record, "PDF for Quillfeather");
  store->drafts().keep({"session", first.session.value, clock.now(), "draft of Quillfeather"});
  store.reset();
  int files = 0;
  for (const auto& [file, content] : test::snapshot(folder.path())) {
    ++files;
    for (const char* word : {"Quillfeather", "Zebediah", "xylophonic", "session"})
      BOOST_TEST((content.first.find(word) == std::string::npos && file.find(word) == std::string::npos),
                 file << " " << word);
  }
  BOOST_TEST(files >= 6);
}

BOOST_AUTO_TEST_CASE(OpeningIsNotedWithWhoAndWhere) {
  const auto tail = open().auditTail(10);
  BOOST_REQUIRE(tail.size() == 2U);
  BOOST_TEST((tail[0].action == domain::AuditAction::opened));
  BOOST_TEST((tail[0].user == store->user().id));
  BOOST_TEST((tail[1].action == domain::AuditAction::created));
  BOOST_TEST(store->auditHead() == tail[0].hash.substr(0, 8));
  store->audit(domain::AuditAction::exported, "client 1");
  BOOST_TEST(store->auditHead() != tail[0].hash.substr(0, 8));
  BOOST_TEST(store->auditTail(1).front().sequence == 3);
}

BOOST_AUTO_TEST_SUITE_END()

// The contract of storage/engine.h, and the settings of the engine behind it.
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "core/error.h"
#include "storage/migrate.h"
#include "storage/sqlcipher_engine.h"
#include "support/fakes.h"
#include "support/temporary_folder.h"
#include "support/throws.h"

using namespace unknot;
using namespace unknot::storage;
using test::thrownBy;

namespace {

struct Database {
  test::TemporaryFolder folder;
  test::FakeRandom random;
  Secret key = Secret::random(random, 32);
  std::filesystem::path file = std::filesystem::canonical(folder.path()) / "a.db";
  std::unique_ptr<Connection> db = openSqlCipher(file, key, OpenMode::createNew);

  Database() {
    db->runScript(
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, x TEXT, y REAL, z BLOB) STRICT;"
        "CREATE TABLE child (t INTEGER NOT NULL REFERENCES t (id)) STRICT;");
  }
  std::int64_t count() {
    const auto row = db->prepare("SELECT count(*) FROM t");
    row->step();
    return row->integer(0);
  }
  void add(int id) { db->prepare("INSERT INTO t (id, x) VALUES (:id, 'Zoë')")->bindInteger("id", id).run(); }
};

std::string bytesOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(Engine, Database)

BOOST_AUTO_TEST_CASE(WhatIsBoundIsRead) {
  const std::string blob("\0\xFF'\"", 4);
  db->prepare("INSERT INTO t VALUES (:id, :x, :y, :z)")
      ->bindInteger("id", 1LL << 60)
      .bindText("x", "naïve '; DROP TABLE t; --")
      .bindReal("y", 0.1)
      .bindBlob("z", blob)
      .run();
  db->prepare("INSERT INTO t VALUES (:id, :x, :y, :z)")
      ->bindInteger("id", 1)
      .bindText("x", {})
      .bindNull("y")
      .run();
  const auto row = db->prepare("SELECT id, x, y, z FROM t ORDER BY id DESC");
  BOOST_REQUIRE(row->step());
  BOOST_TEST(row->integer(0) == 1LL << 60);
  BOOST_TEST(row->text(1) == "naïve '; DROP TABLE t; --");
  BOOST_TEST(row->real(2) == 0.1);
  BOOST_TEST(row->blob(3) == blob);
  BOOST_REQUIRE(row->step());
  BOOST_TEST(!row->isNull(1));
  BOOST_TEST(row->text(1).empty());
  BOOST_TEST(row->isNull(2));
  BOOST_TEST(row->isNull(3));
  BOOST_TEST(!row->step());
}

BOOST_AUTO_TEST_CASE(AStatementUsedAgainBeginsEmpty) {
  add(1);
  const char* sql = "SELECT :a";
  {
    const auto row = db->prepare(sql);
    row->bindText("a", "x");
    BOOST_REQUIRE(row->step());
  }
  const auto row = db->prepare(sql);
  BOOST_REQUIRE(row->step());
  BOOST_TEST(row->isNull(0));
  // Two of the same text at once are two.
  const auto other = db->prepare(sql);
  other->bindInteger("a", 5);
  BOOST_REQUIRE(other->step());
  BOOST_TEST(row->isNull(0));
}

BOOST_AUTO_TEST_CASE(AnUnknownParameterIsABug) {
  BOOST_TEST(thrownBy<core::BugError>([&] { db->prepare("SELECT 1")->bindInteger("no", 1); }) != "");
}

BOOST_AUTO_TEST_CASE(ATransactionIsWholeOrNothing) {
  {
    Transaction outer(*db);
    add(1);
    outer.commit();
  }
  {
    const Transaction outer(*db);
    add(2);
  }
  BOOST_TEST(count() == 1);
  BOOST_TEST(db->transactionDepth() == 0);
}

BOOST_AUTO_TEST_CASE(AnInnerTransactionIsUndoneAlone) {
  Transaction outer(*db);
  add(1);
  {
    const Transaction inner(*db);
    add(2);
    BOOST_TEST(count() == 2);
  }
  {
    Transaction inner(*db);
    add(3);
    inner.commit();
  }
  outer.commit();
  BOOST_TEST(count() == 2);
}

BOOST_AUTO_TEST_CASE(ForeignKeysAndTypesHold) {
  BOOST_TEST(thrownBy<core::BugError>([&] { db->runScript("INSERT INTO child VALUES (7)"); }) != "");
  BOOST_TEST(thrownBy<core::BugError>([&] { db->runScript("INSERT INTO t (id) VALUES ('seven')"); }) != "");
}

BOOST_AUTO_TEST_CASE(NoTriggerOrViewOfTheFileRuns) {
  db->runScript(
      "CREATE TRIGGER planted AFTER INSERT ON t BEGIN DELETE FROM t; END;"
      "CREATE VIEW planted_view AS SELECT 1;");
  add(1);
  BOOST_TEST(count() == 1);
  BOOST_TEST(thrownBy([&] { db->prepare("SELECT * FROM planted_view")->run(); }) != "");
}

BOOST_AUTO_TEST_CASE(NothingElseIsAttachedOrLoaded) {
  BOOST_TEST(thrownBy([&] { db->runScript("ATTACH ':memory:' AS other"); }) != "");
  BOOST_TEST(thrownBy([&] { db->runScript("SELECT load_extension('x')"); }) != "");
  BOOST_TEST(thrownBy([&] {
               db->runScript(
                   "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = '' WHERE name = 't'");
             }) != "");
}

BOOST_AUTO_TEST_CASE(TheFileIsNoPlainSqliteAndHoldsNoPlainText) {
  add(1);
  const std::string bytes = bytesOf(file);
  BOOST_TEST(bytes.size() >= kPageBytes);
  BOOST_TEST(!isPlainSqlite(bytes));
  BOOST_TEST(bytes.find("Zoë") == std::string::npos);
  BOOST_TEST(bytes.find("CREATE TABLE") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(AnotherKeyOpensNothing) {
  add(1);
  db.reset();
  const std::string before = bytesOf(file);
  const Secret other = Secret::random(random, 32);
  BOOST_TEST(thrownBy<core::DamageError>([&] { openSqlCipher(file, other, OpenMode::existing); }) ==
             "error.database.notOurs");
  BOOST_TEST((bytesOf(file) == before));
  db = openSqlCipher(file, key, OpenMode::existing);
  BOOST_TEST(count() == 1);
}

BOOST_AUTO_TEST_CASE(AMissingFileIsNotMade) {
  BOOST_TEST(thrownBy<core::StorageError>([&] {
               openSqlCipher(file.parent_path() / "none.db", key, OpenMode::existing);
             }) == "error.database.cantOpen");
  BOOST_TEST(!std::filesystem::exists(file.parent_path() / "none.db"));
}

BOOST_AUTO_TEST_CASE(ASecondWriterIsToldAndNothingIsHalfDone) {
  const auto second = openSqlCipher(file, key, OpenMode::existing);
  Transaction outer(*db);
  add(1);
  BOOST_TEST(thrownBy<core::StorageError>([&] { Transaction other(*second); }) == "error.database.busy");
  BOOST_TEST(second->transactionDepth() == 0);
  outer.commit();
  BOOST_TEST(count() == 1);
}

BOOST_AUTO_TEST_CASE(WithoutRoomNothingOfATransactionIsSavedAndTheNextOneWorks) {
  add(1);
  const auto large = [&](int id) {
    db->prepare("INSERT INTO t (id, x) VALUES (:id, :x)")
        ->bindInteger("id", id)
        .bindText("x", std::string(100'000, 'x'))
        .run();
  };
  db->prepare("PRAGMA max_page_count = 10")->run();
  BOOST_TEST(thrownBy<core::StorageError>([&] {
               Transaction outer(*db);
               add(2);
               {
                 Transaction inner(*db);
                 large(3);
                 inner.commit();
               }
               outer.commit();
             }) == "error.database.full");
  BOOST_TEST(db->transactionDepth() == 0);
  BOOST_TEST(count() == 1);
  db->prepare("PRAGMA max_page_count = 1000")->run();
  Transaction outer(*db);
  large(3);
  outer.commit();
  BOOST_TEST(count() == 2);
  BOOST_TEST(db->findDamage().empty());
}

BOOST_AUTO_TEST_CASE(ACopyIsWholeAndUnderTheSameKey) {
  add(1);
  db->setSchemaVersion(3);
  const auto copy = file.parent_path() / "copy.db";
  copyDatabase(*db, copy, key);
  BOOST_TEST(thrownBy<core::BugError>([&] { copyDatabase(*db, copy, key); }) != "");
  const auto opened = openSqlCipher(copy, key, OpenMode::existing);
  BOOST_TEST((opened->schemaTexts() == db->schemaTexts()));
  BOOST_TEST(opened->schemaVersion() == 3);
  BOOST_TEST(opened->findDamage().empty());
}

BOOST_AUTO_TEST_CASE(WhateverRefersToATableIsNamed) {
  db->runScript(
      "CREATE TABLE person (id INTEGER PRIMARY KEY) STRICT; "
      "CREATE TABLE visit (of INTEGER UNIQUE REFERENCES person (id), other INTEGER) STRICT; "
      "CREATE TABLE later (first INTEGER REFERENCES person (id), second INTEGER REFERENCES visit (of)) "
      "STRICT;");
  const auto found = db->referencesTo("person");
  BOOST_REQUIRE(found.size() == 2U);
  BOOST_TEST(found[0].table + "." + found[0].column == "later.first");
  BOOST_TEST(found[1].table + "." + found[1].column == "visit.of");
  BOOST_TEST(db->referencesTo("later").empty());
}

BOOST_AUTO_TEST_CASE(AFlippedByteIsFound) {
  for (int id = 1; id < 300; ++id) add(id);
  db.reset();
  std::string bytes = bytesOf(file);
  BOOST_REQUIRE(bytes.size() > 3 * kPageBytes);
  bytes[2 * kPageBytes + 100] = static_cast<char>(bytes[2 * kPageBytes + 100] ^ 1);
  std::ofstream(file, std::ios::binary) << bytes;
  db = openSqlCipher(file, key, OpenMode::existing);
  BOOST_TEST(db->findDamage() != "");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(Migrations)

namespace {
const std::vector<MigrationText> kThree{
    {"0001", "-- One.\nCREATE TABLE a (x INTEGER NOT NULL) STRICT;"},
    {"0002", "-- Two; with a ';' in it.\nCREATE TABLE b (y TEXT) STRICT;"},
    {"0003", "-- Three.\nALTER TABLE a ADD COLUMN z TEXT; CREATE INDEX i ON a (x);"}};
}

BOOST_AUTO_TEST_CASE(EveryMigrationIsDescribedInItsFirstLine) {
  BOOST_TEST(!migrationTexts().empty());
  for (const auto& text : migrationTexts()) {
    BOOST_TEST(text.sql.substr(0, 3) == "-- ");
    BOOST_TEST(text.sql.find('\n') > 15U);
  }
}

BOOST_AUTO_TEST_CASE(AFreshSchemaEqualsAMigratedOneAndTheBackupComesFirst) {
  const auto stepwise = openInMemory();
  int backups = 0;
  for (std::size_t count = 1; count <= kThree.size(); ++count) {
    const std::vector<MigrationText> known(kThree.begin(),
                                           kThree.begin() + static_cast<std::ptrdiff_t>(count));
    const auto result = migrate(*stepwise, known, [&] {
      ++backups;
      BOOST_TEST(stepwise->schemaVersion() == static_cast<int>(count) - 1);
    });
    BOOST_TEST((result == (count == 1 ? MigrationResult::created : MigrationResult::migrated)));
  }
  BOOST_TEST(backups == 2);
  BOOST_TEST((stepwise->schemaTexts() == expectedSchema(kThree, 3)));
  BOOST_TEST((migrate(*stepwise, kThree, [&] { ++backups; }) == MigrationResult::upToDate));
  BOOST_TEST(backups == 2);
}

BOOST_AUTO_TEST_CASE(AFailedBackupOrMigrationChangesNothing) {
  const auto db = openInMemory();
  migrate(*db, {kThree[0]}, [] {});
  const auto before = db->schemaTexts();
  BOOST_TEST(thrownBy([&] { migrate(*db, kThree, [] { throw core::BugError("no room"); }); }) != "");
  BOOST_TEST((db->schemaTexts() == before));
  const std::vector<MigrationText> broken{
      kThree[0], {"0002", "-- Two.\nCREATE TABLE b (y TEXT) STRICT; SELECT nonsense;"}};
  BOOST_TEST(thrownBy([&] { migrate(*db, broken, [] {}); }) != "");
  BOOST_TEST((db->schemaTexts() == before));
  BOOST_TEST(db->schemaVersion() == 1);
}

BOOST_AUTO_TEST_CASE(NewerForeignAndPlantedSchemasAreRefused) {
  const auto db = openInMemory();
  migrate(*db, kThree, [] {});
  checkSchema(*db, kThree);
  BOOST_TEST(thrownBy<core::RefusedError>([&] { checkSchema(*db, {kThree[0]}); }) == "error.practice.newer");
  BOOST_TEST(thrownBy<core::RefusedError>([&] { migrate(*db, {kThree[0]}, [] {}); }) ==
             "error.practice.newer");
  db->runScript("CREATE TRIGGER planted AFTER INSERT ON a BEGIN DELETE FROM b; END");
  BOOST_TEST(thrownBy<core::DamageError>([&] { checkSchema(*db, kThree); }) == "error.database.schema");
  const auto foreign = openInMemory();
  foreign->runScript("CREATE TABLE other (x INTEGER)");
  BOOST_TEST(thrownBy<core::RefusedError>([&] { checkSchema(*foreign, kThree); }) ==
             "error.practice.foreign");
  BOOST_TEST(thrownBy<core::RefusedError>([&] { migrate(*foreign, kThree, [] {}); }) ==
             "error.practice.foreign");
}

BOOST_AUTO_TEST_SUITE_END()

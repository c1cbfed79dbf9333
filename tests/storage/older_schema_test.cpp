// What an earlier version of the program wrote is there, unchanged, after the tables were brought up to date.
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "core/error.h"
#include "storage/migrate.h"
#include "storage/session_rows.h"
#include "storage/sqlcipher_engine.h"

using namespace unknot::storage;

namespace {

constexpr const char* kId = "x'000102030405060708090a0b0c0d0e0f'";

std::vector<MigrationText> upTo(std::size_t version) {
  const auto& all = migrationTexts();
  return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(version)};
}

void fill(Connection& db) {
  const std::string id(kId);
  db.runScript("INSERT INTO client VALUES (" + id +
               ", 'Zoë', '', '', '', NULL, '', '', '', '', '', 'en', 0, '', 'active', 1)");
  db.runScript("INSERT INTO session VALUES (" + id + ", " + id + ", 1, 1, 'hands-on', '2026-03-02')");
  db.runScript("INSERT INTO session_version VALUES (" + id + ", " + id +
               ", 1, 'hands-on', '2026-03-02', 60, 'l', 't', 'p', 'w', 'r', 'n', " + id + ", 2, '" +
               std::string(32, '0') + "', '" + std::string(64, 'a') + "', '')");
  db.runScript("INSERT INTO finding VALUES (" + id + ", 'ql-l', 0, 3, NULL, 1, 0, 0, 0, 0, 1, 'ticklish')");
  db.runScript("INSERT INTO session_measure VALUES (" + id + ", 0, 'nprs-now', '', 5.0)");
  for (const char* kind : {"handout", "report", "map"})
    db.runScript("INSERT INTO document VALUES (randomblob(16), " + id + ", '" + kind +
                 "', 'title', 'en', 'a4', 0, 2, 10, '" + std::string(64, 'b') + "', '" +
                 std::string(64, 'c') + "', " + id + ", 3)");
}

std::int64_t count(Connection& db, const char* table) {
  const auto rows = db.prepare("SELECT count(*) FROM " + std::string(table));
  rows->step();
  return rows->integer(0);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(OlderSchema)

BOOST_AUTO_TEST_CASE(WhatTheFirstVersionWroteIsReadByTheNewest) {
  const auto db = openInMemory();
  migrate(*db, upTo(1), [] {});
  fill(*db);
  int backups = 0;
  BOOST_TEST((migrate(*db, migrationTexts(), [&] { ++backups; }) == MigrationResult::migrated));
  BOOST_TEST(backups == 1);
  checkSchema(*db, migrationTexts());
  BOOST_TEST(count(*db, "document") == 3);
  const auto row = db->prepare("SELECT " + std::string(kVersionColumns) +
                               " FROM session_version AS v JOIN session AS s ON s.id = v.session");
  BOOST_REQUIRE(row->step());
  auto version = readVersion(*row);
  readDetails(*db, version);
  BOOST_TEST(version.content.theirWords == "t");
  BOOST_TEST(version.content.nextTime == "n");
  BOOST_TEST(version.content.privateMemo.empty());
  BOOST_TEST(version.hash == std::string(64, 'a'));
  BOOST_REQUIRE(version.content.findings.size() == 1U);
  BOOST_TEST(version.content.findings[0].note == "ticklish");
  BOOST_REQUIRE(version.content.measures.size() == 1U);
  BOOST_TEST(version.content.measures[0].value == 5.0);
  BOOST_TEST(version.content.measuresAfter.empty());
}

BOOST_AUTO_TEST_CASE(APlanOfTheSecondVersionIsReadByTheNewest) {
  const auto db = openInMemory();
  migrate(*db, upTo(2), [] {});
  const std::string id(kId);
  db->runScript("INSERT INTO client VALUES (" + id +
                ", 'Zoë', '', '', '', NULL, '', '', '', '', '', 'en', 0, '', 'active', 1, 'broad')");
  db->runScript("INSERT INTO plan VALUES (" + id + ", " + id + ", 1, '2026-03-02', NULL, 'n', " + id +
                ", 2)");
  db->runScript("INSERT INTO plan_item VALUES (" + id + ", 0, 'flower', 'none', 3, 1, 1, 4, 'c')");
  migrate(*db, migrationTexts(), [] {});
  checkSchema(*db, migrationTexts());
  const auto plan = db->prepare(
      "SELECT p.weeks, p.grouped, i.reason, i.cue FROM plan AS p JOIN plan_item AS i ON i.plan = p.id");
  BOOST_REQUIRE(plan->step());
  BOOST_TEST(plan->integer(0) == 2);
  BOOST_TEST(plan->integer(1) == 0);
  BOOST_TEST(plan->text(2) == "");
  BOOST_TEST(plan->text(3) == "c");
  const auto client = db->prepare("SELECT body_build, skin, hair, hair_color FROM client");
  BOOST_REQUIRE(client->step());
  BOOST_TEST(client->text(0) == "broad");
  BOOST_TEST(client->text(1) == "light");
  BOOST_TEST(client->text(2) == "cropped");
  BOOST_TEST(client->text(3) == "brown");
}

BOOST_AUTO_TEST_CASE(ClientsOfEarlierVersionsCameWithNoImport) {
  const auto db = openInMemory();
  migrate(*db, upTo(1), [] {});
  fill(*db);
  migrate(*db, migrationTexts(), [] {});
  BOOST_TEST(count(*db, "client") == 1);
  BOOST_TEST(count(*db, "client_import") == 0);
  BOOST_TEST(count(*db, "client_import_row") == 0);
  BOOST_TEST(count(*db, "client_taken_away") == 0);
}

BOOST_AUTO_TEST_CASE(ChartsOfEarlierVersionsAreEachByThemselves) {
  const auto db = openInMemory();
  migrate(*db, upTo(6), [] {});
  migrate(*db, migrationTexts(), [] {});
  BOOST_TEST(count(*db, "chart_merge") == 0);
  const std::string one = "x'000102030405060708090a0b0c0d0e0f'", two = "x'0f0102030405060708090a0b0c0d0e0f'";
  for (const auto& id : {one, two})
    db->runScript(
        "INSERT INTO client (id, name, called_as, sort_name, pronouns, phone, email, address, "
        "occupation, emergency_contact, language, large_print, about, status, created_at) VALUES (" +
        id + ", 'Zoë', '', '', '', '', '', '', '', '', 'en', 0, '', 'active', 1)");
  const auto merged = [&](const std::string& id, const std::string& rest) {
    db->runScript("INSERT INTO chart_merge VALUES (" + id + ", " + one + ", " + two + ", " + one +
                  ", 'Robin', 1, " + rest + ")");
  };
  merged(one, "2, " + one);
  merged(two, "NULL, NULL");
  // One that stands is enough; when it was undone, somebody undid it.
  BOOST_CHECK_THROW(merged("randomblob(16)", "NULL, NULL"), unknot::core::Error);
  BOOST_CHECK_THROW(merged("randomblob(16)", "3, NULL"), unknot::core::Error);
  BOOST_CHECK_THROW(merged("randomblob(16)", "NULL, " + one), unknot::core::Error);
}

BOOST_AUTO_TEST_CASE(OlderAndFreshTablesEndTheSame) {
  for (std::size_t from = 1; from < migrationTexts().size(); ++from) {
    const auto db = openInMemory();
    migrate(*db, upTo(from), [] {});
    migrate(*db, migrationTexts(), [] {});
    BOOST_TEST(
        (db->schemaTexts() == expectedSchema(migrationTexts(), static_cast<int>(migrationTexts().size()))),
        "from version " << from);
  }
}

BOOST_AUTO_TEST_SUITE_END()

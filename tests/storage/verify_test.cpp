#include "storage/verify.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <string>
#include <vector>

#include "storage/keys.h"
#include "storage/practice_fixture.h"
#include "storage/sqlcipher_engine.h"

using namespace unknot;
namespace fs = std::filesystem;

namespace {

// A client with a session in two versions, signed, with a later note, and a document.
struct Kept : test::PracticeFixture {
  domain::SessionVersion first;
  domain::SessionVersion second;
  domain::DocumentRecord document;

  Kept() {
    const auto zoe = client("Zoë");
    open().clients().save(zoe);
    auto version = this->version(zoe.id);
    version.content.measures = {{"nprs-now", "", 4}};
    domain::RegionFinding finding;
    finding.region = "waist-l";
    finding.before = domain::Tension(3);
    version.content.findings = {finding};
    first = store->sessions().append(version);
    version.id = ids.make<domain::SessionVersionId>();
    version.content.work = "slowly";
    second = store->sessions().append(version);
    store->sessions().addSignature(signature(second, domain::SignatureKind::signedAsIs));
    store->sessions().addSignature(signature(second, domain::SignatureKind::laterNote));
    document.id = ids.make<domain::DocumentId>();
    document.client = zoe.id;
    document.title = "Home practice";
    store->documents().add(document, "%PDF of it");
  }

  // As something other than Unknot would, which has the key.
  void change(const std::string& sql) {
    store.reset();
    auto keys = storage::loadKeyFile(place);
    const auto key = storage::unwrapWithPassword(keys, keys.users.front(), test::kPassword);
    storage::openSqlCipher(fs::canonical(place) / "practice.db", key, storage::OpenMode::existing)
        ->runScript(sql);
  }

  std::vector<std::string> faults() {
    std::vector<std::string> found;
    const auto seen = open().verify([&](const core::Message& message) {
      std::string line = message.id;
      for (const auto& arg : message.args) line.append(" ").append(arg.value);
      found.push_back(line);
    });
    BOOST_TEST(seen.faults == static_cast<std::int64_t>(found.size()));
    return found;
  }
  std::string onlyFault() {
    const auto found = faults();
    std::string all;
    for (const auto& one : found) all.append(all.empty() ? "" : "; ").append(one);
    return all;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(Verify, Kept)

BOOST_AUTO_TEST_CASE(WhatIsAsItWasWrittenVerifiesAndIsCounted) {
  std::vector<std::string> found;
  const auto head = store->auditHead();
  const auto seen = store->verify([&](const core::Message& message) { found.push_back(message.id); });
  BOOST_TEST(found.empty());
  BOOST_TEST(seen.clients == 1);
  BOOST_TEST(seen.sessions == 1);
  BOOST_TEST(seen.versions == 2);
  BOOST_TEST(seen.signatures == 2);
  BOOST_TEST(seen.documents == 1);
  BOOST_TEST(seen.auditEntries == store->auditTail(1).front().sequence);
  BOOST_TEST(store->auditHead() == head);
}

BOOST_AUTO_TEST_CASE(AnyChangeToASessionIsFoundAndItsIdIsTold) {
  const std::string session = "verify.session " + first.session.toString();
  struct Case {
    const char* what;
    const char* sql;
  };
  const std::vector<Case> cases{
      {"a text of an older version", "UPDATE session_version SET their_words = 'x' WHERE number = 1"},
      {"a tension", "UPDATE finding SET tension_before = 1"},
      {"not looked at made soft", "UPDATE finding SET tension_after = 0"},
      {"a measure", "UPDATE session_measure SET value = 5"},
      {"a finding taken away", "DELETE FROM finding"},
      {"its newest version", "UPDATE session SET newest = 1"},
  };
  store.reset();
  const auto kept = folder / "kept";
  fs::copy(place, kept, fs::copy_options::recursive);
  for (const auto& one : cases) {
    store.reset();
    fs::remove_all(place);
    fs::copy(kept, place, fs::copy_options::recursive);
    change(one.sql);
    BOOST_TEST(onlyFault() == session, one.what);
  }
}

BOOST_AUTO_TEST_CASE(AChangedLaterNoteIsFound) {
  change("UPDATE signature SET text = 'all is well' WHERE kind = 'later-note'");
  BOOST_TEST(onlyFault() == "verify.record session " + first.session.toString() + " later-note");
}

BOOST_AUTO_TEST_CASE(AWholeSessionTakenAwayIsMissed) {
  change(
      "DELETE FROM signature; DELETE FROM finding; DELETE FROM session_measure; DELETE FROM session_version; "
      "DELETE FROM session");
  // Two versions, two signatures.
  const auto found = faults();
  BOOST_TEST(found.size() == 4U);
  for (const auto& one : found)
    BOOST_TEST(one.starts_with("verify.record session " + first.session.toString()), one);
}

BOOST_AUTO_TEST_CASE(ADocumentThatIsChangedOrGoneIsFound) {
  fs::path file;
  for (const auto& entry : fs::directory_iterator(place / "documents")) file = entry.path();
  std::string bytes = test::bytesOf(file);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  test::put(file, bytes);
  BOOST_TEST(onlyFault() == "verify.documentDamaged " + document.id.toString());
  fs::remove(file);
  BOOST_TEST(onlyFault() == "verify.documentMissing " + document.id.toString());
}

BOOST_AUTO_TEST_CASE(AnOldAuditRowThatWasChangedIsFound) {
  // Beyond what opening looks at.
  for (int i = 0; i < 300; ++i) store->audit(domain::AuditAction::read, "client 1");
  change("UPDATE audit SET workstation = 'desk-2' WHERE sequence = 3");
  BOOST_TEST(onlyFault() == "verify.audit 3");
}

BOOST_AUTO_TEST_CASE(AClientTakenAwayIsHeldToWhatTheyWere) {
  const auto ann = client("Ann");
  const auto import = ids.make<domain::ImportId>();
  open().atomically([&] {
    store->clients().save(ann);
    store->clientImports().add({import, "csv", store->user().id, clock.now(), {}, 0, 0},
                               {{ann.id, {}, false}});
  });
  store->clientImports().takeAway(import, {ann.id});
  BOOST_TEST(faults().empty());
  change("UPDATE client_taken_away SET was = replace(was, 'Ann', 'Bo')");
  BOOST_TEST((faults() == std::vector<std::string>{"verify.record client " + ann.id.toString()}));
}

BOOST_AUTO_TEST_CASE(AMissingAuditRowIsFound) {
  for (int i = 0; i < 300; ++i) store->audit(domain::AuditAction::read, "client 1");
  change("DELETE FROM audit WHERE sequence = 2");
  BOOST_TEST(onlyFault() == "verify.audit 3");
}

BOOST_AUTO_TEST_SUITE_END()

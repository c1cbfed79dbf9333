// What came in together is kept as one, and can be taken away as one.
#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "storage/practice_fixture.h"
#include "support/throws.h"

using namespace unknot;

namespace {

struct Imports : test::PracticeFixture {
  domain::ImportId import = ids.make<domain::ImportId>();

  domain::ClientId bring(const std::string& name) {
    const auto made = client(name);
    open().atomically([&] {
      store->clients().save(made);
      store->clientImports().add({import, "csv", store->user().id, clock.now(), {}, 0, 0},
                                 {{made.id, {}, false}});
    });
    return made.id;
  }
  bool hasMore(domain::ClientId id) {
    const auto all = store->clientImports().withMore();
    return std::find(all.begin(), all.end(), id) != all.end();
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(ClientImports, Imports)

BOOST_AUTO_TEST_CASE(AnImportIsReadBackWithEverythingItDid) {
  const auto ann = client("Ann"), bo = client("Bo");
  open().clients().save(ann);
  store->clients().save(bo);
  domain::ClientImport wanted{import, "vcard", store->user().id, clock.now(), {}, 1, 1};
  const std::vector<domain::ImportedClient> clients{
      {bo.id, {}, false}, {ann.id, {{"phone", "030 \"1\""}, {"about", "one\ntwo"}}, false}};
  store->clientImports().add(wanted, clients);
  open();
  const auto all = store->clientImports().list();
  BOOST_REQUIRE(all.size() == 1U);
  BOOST_TEST((all[0] == wanted));
  BOOST_TEST((store->clientImports().clients(import) == clients));
  store->clientImports().setUndone(import, {5});
  BOOST_TEST((store->clientImports().list()[0].undoneAt == core::Instant{5}));
  BOOST_TEST(store->clientImports().clients(ids.make<domain::ImportId>()).empty());
}

BOOST_AUTO_TEST_CASE(TheNewestImportComesFirst) {
  bring("Ann");
  import = ids.make<domain::ImportId>();
  clock.advanceMs(1000);
  bring("Bo");
  BOOST_TEST((store->clientImports().list().at(0).id == import));
}

BOOST_AUTO_TEST_CASE(ManyAddedAtOnceAreAsIfAddedOneByOne) {
  std::vector<domain::Client> many;
  for (int i = 0; i < 250; ++i) {
    many.push_back(client("Person " + std::to_string(i)));
    many.back().about = i % 2 == 0 ? "" : "one\ntwo";
  }
  open().clients().addAll(many);
  store->clients().addAll({});
  BOOST_TEST(store->clients().list().size() == 250U);
  BOOST_TEST((store->clients().find(many[7].id) == many[7]));
  const auto tail = store->auditTail(250);
  BOOST_TEST(tail.front().subject == "client " + many.back().id.toString());
  BOOST_TEST(tail.back().subject == "client " + many.front().id.toString());
  BOOST_TEST(store->verify([](const core::Message&) {}).faults == 0);
  // All or none.
  many = {client("New"), many[3]};
  BOOST_TEST(test::thrownBy<core::BugError>([&] { store->clients().addAll(many); }) != "");
  BOOST_TEST(store->clients().list().size() == 250U);
}

// Each kind of record that hangs on a client keeps them here.
BOOST_AUTO_TEST_CASE(WhateverIsRecordedOfAClientKeepsThem) {
  const auto ann = bring("Ann");
  BOOST_TEST(!hasMore(ann));
  store->sessions().append(version(ann));
  BOOST_TEST(hasMore(ann));
  import = ids.make<domain::ImportId>();
  const auto bo = bring("Bo");
  domain::Intake intake;
  intake.id = ids.make<domain::IntakeId>();
  intake.client = bo;
  intake.version = 1;
  intake.questionnaire = "general/1";
  intake.takenOn = {2026, 3, 1};
  intake.author = store->user().id;
  store->intakes().add(intake);
  BOOST_TEST(hasMore(bo));
  import = ids.make<domain::ImportId>();
  const auto cy = bring("Cy");
  auto changed = store->clients().find(cy).value();
  changed.phone = "1";
  store->clients().save(changed);
  BOOST_TEST(hasMore(cy));
  import = ids.make<domain::ImportId>();
  const auto di = bring("Di");
  domain::DocumentRecord document;
  document.id = ids.make<domain::DocumentId>();
  document.client = di;
  store->documents().add(document, "%PDF");
  BOOST_TEST(hasMore(di));
}

BOOST_AUTO_TEST_CASE(WhoIsTakenAwayIsGoneFromEveryListAndKeptWithTheImport) {
  const auto ann = bring("Ann");
  BOOST_TEST(store->clients().search("ann").size() == 1U);
  store->clientImports().takeAway(import, {ann});
  BOOST_TEST(store->clients().search("ann").empty());
  BOOST_TEST(!store->clients().find(ann).has_value());
  BOOST_TEST(store->clientImports().clients(import).at(0).takenAway);
  BOOST_TEST(test::thrownBy([&] { store->sessions().append(version(ann)); }) == "error.practice.noClient");
  const auto tail = store->auditTail(1);
  BOOST_TEST((tail.at(0).action == domain::AuditAction::removed));
  BOOST_TEST(tail.at(0).subject == "client " + ann.toString());
  BOOST_TEST(test::thrownBy([&] { store->clientImports().takeAway(import, {ann}); }) ==
             "error.practice.noClient");
}

BOOST_AUTO_TEST_CASE(NobodyIsTakenAwayWithAnImportThatDidNotBringThem) {
  bring("Ann");
  const auto bo = client("Bo");
  store->clients().save(bo);
  BOOST_TEST(test::thrownBy<core::BugError>([&] { store->clientImports().takeAway(import, {bo.id}); }) != "");
  BOOST_TEST(store->clients().find(bo.id).has_value());
}

// The schema itself is the last to say no.
BOOST_AUTO_TEST_CASE(WhoHasASessionCanNotBeTakenAwayByMistake) {
  const auto ann = bring("Ann");
  store->sessions().append(version(ann));
  BOOST_TEST(test::thrownBy<core::BugError>([&] { store->clientImports().takeAway(import, {ann}); }) != "");
  BOOST_TEST(store->clients().find(ann).has_value());
  BOOST_TEST(store->clients().search("ann").size() == 1U);
  BOOST_TEST(!store->clientImports().clients(import).at(0).takenAway);
}

BOOST_AUTO_TEST_SUITE_END()

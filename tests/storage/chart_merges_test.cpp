// Which charts are read as one, in the tables.
#include <boost/test/unit_test.hpp>

#include "practice_fixture.h"
#include "storage/migrate.h"
#include "storage/sqlcipher_engine.h"
#include "support/throws.h"

using namespace unknot;
using namespace unknot::domain;
using test::thrownBy;

namespace {

struct Opened : test::PracticeFixture {
  Client zoe, ann;
  Opened() {
    open();
    zoe = client("Zoë");
    ann = client("Ann");
    store->clients().save(zoe);
    store->clients().save(ann);
  }
  ChartMerge merge(ClientId kept, ClientId other) {
    ChartMerge made;
    made.id = ids.make<ChartMergeId>();
    made.kept = kept;
    made.other = other;
    made.author = store->user().id;
    made.authorName = "Robin";
    made.mergedAt = clock.now();
    return made;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(ChartMerges, Opened)

BOOST_AUTO_TEST_CASE(EveryFieldComesBack) {
  auto wanted = merge(zoe.id, ann.id);
  store->chartMerges().add(wanted);
  store->chartMerges().add(wanted);
  open();
  BOOST_TEST((store->chartMerges().find(wanted.id) == wanted));
  BOOST_TEST((store->chartMerges().standing(ann.id) == std::vector{wanted}));
  BOOST_TEST((store->chartMerges().holderOf(ann.id) == zoe.id));
  BOOST_TEST((store->chartMerges().partsOf(ann.id) == std::vector{zoe.id, ann.id}));
  clock.advanceMs(5000);
  store->chartMerges().separate(wanted.id, store->user().id, clock.now());
  wanted.separatedAt = clock.now();
  wanted.separatedBy = store->user().id;
  store->chartMerges().separate(wanted.id, store->user().id, core::Instant{1});
  open();
  BOOST_TEST((store->chartMerges().find(wanted.id) == wanted));
  BOOST_TEST(store->chartMerges().standing(ann.id).empty());
  BOOST_TEST((store->chartMerges().partsOf(ann.id) == std::vector{ann.id}));
  store->chartMerges().add(merge(ann.id, zoe.id));
  BOOST_TEST((store->chartMerges().holderOf(zoe.id) == ann.id));
}

BOOST_AUTO_TEST_CASE(AChartIsPartOfOneOtherAndNeverOfItself) {
  const auto bo = client("Bo");
  store->clients().save(bo);
  store->chartMerges().add(merge(zoe.id, ann.id));
  const auto refused = [&](ClientId kept, ClientId other) {
    return thrownBy<core::RefusedError>([&] { store->chartMerges().add(merge(kept, other)); });
  };
  BOOST_TEST(refused(bo.id, ann.id) == "error.practice.chartMerged");
  BOOST_TEST(refused(ann.id, zoe.id) == "error.practice.chartMerged");
  BOOST_TEST(refused(bo.id, bo.id) == "error.practice.chartMerged");
  BOOST_TEST(refused(zoe.id, ids.make<ClientId>()) == "error.practice.noClient");
  store->chartMerges().add(merge(ann.id, bo.id));
  BOOST_TEST((store->chartMerges().holderOf(bo.id) == zoe.id));
  BOOST_TEST((store->chartMerges().partsOf(zoe.id) == std::vector{zoe.id, ann.id, bo.id}));
}

BOOST_AUTO_TEST_CASE(WhatIsUndoneIsNotRemembered) {
  BOOST_CHECK_THROW(store->atomically([&] {
    store->chartMerges().add(merge(zoe.id, ann.id));
    BOOST_TEST(store->clients().list().size() == 1U);
    throw core::BugError("test");
  }),
                    core::BugError);
  BOOST_TEST((store->chartMerges().holderOf(ann.id) == ann.id));
  BOOST_TEST(store->clients().list().size() == 2U);
}

// Who is part of another chart, or was, has a history that an import can't take away.
BOOST_AUTO_TEST_CASE(WhoWasPutTogetherIsNotTakenAwayWithAnImport) {
  const auto made = merge(zoe.id, ann.id);
  store->chartMerges().add(made);
  store->chartMerges().separate(made.id, store->user().id, clock.now());
  auto both = std::vector{zoe.id, ann.id};
  std::sort(both.begin(), both.end());
  BOOST_TEST((store->clientImports().withMore() == both));
}

// Reading a chart goes by the indexes of each table, as before there were parts.
BOOST_AUTO_TEST_CASE(TheIndexesOfAChartAreUsed) {
  const auto db = storage::openInMemory();
  storage::migrate(*db, storage::migrationTexts(), [] {});
  for (const char* sql : {"SELECT id FROM session WHERE client = x'00' ORDER BY service_date, created_at, id",
                          "SELECT id FROM document WHERE client = x'00' ORDER BY created_at DESC",
                          "SELECT id FROM consent WHERE client = x'00' ORDER BY entered_at",
                          "SELECT id FROM flag_closing WHERE client = x'00' ORDER BY entered_at",
                          "SELECT id FROM plan WHERE client = x'00' ORDER BY version",
                          "SELECT id FROM intake WHERE client = x'00' ORDER BY version",
                          "SELECT id FROM chart_merge WHERE other = x'00' AND separated_at IS NULL"}) {
    const auto plan = db->prepare("EXPLAIN QUERY PLAN " + std::string(sql));
    std::string steps;
    while (plan->step()) steps += plan->text(3) + "\n";
    BOOST_TEST(steps.find("USING") != std::string::npos, sql << "\n" << steps);
    BOOST_TEST(steps.find("SCAN") == std::string::npos, sql << "\n" << steps);
  }
}

BOOST_AUTO_TEST_SUITE_END()

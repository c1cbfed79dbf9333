// A returned week: entered, remembered, and told without praise or blame.
#include "app/practice_log_presenter.h"

#include <boost/test/unit_test.hpp>

#include "app/desk_support.h"
#include "app/home_practice.h"

using namespace unknot;

namespace {

struct LogDesk : test::PresenterDesk {
  domain::ClientId zoe = client("Zoë Example");
  app::PracticeLogPresenter presenter{desk};

  void givePlan(const core::Date& from) {
    domain::ExercisePlan plan;
    plan.client = zoe;
    plan.from = from;
    for (const char* slug : {"arch-and-flatten", "flower"})
      plan.items.push_back(domain::usualItem(*work.content.exercise(slug)));
    app::savePlan(work, plan);
  }
  bool flush() {
    bool saved = false;
    presenter.flush([&](bool all) { saved = all; });
    return saved;
  }
  core::Date lastMonday() const { return domain::mondayOf(desk.today()).plusDays(-7); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(PracticeLogPresenterTest, LogDesk)

BOOST_AUTO_TEST_CASE(TheOldestGapOfTheLastWeeksComesFirst) {
  givePlan(lastMonday().plusDays(-10));
  presenter.open(zoe);
  BOOST_TEST(presenter.state().ready);
  BOOST_TEST(presenter.state().rows.size() == 2U);
  presenter.tick(0, 0, true);
  presenter.tick(1, 0, true);
  presenter.tick(1, 6, true);
  BOOST_TEST(presenter.state().summary == "2 days");
  BOOST_TEST(flush());
  const auto logs = store.practiceLogs().ofClient(zoe);
  BOOST_REQUIRE(logs.size() == 1U);
  BOOST_TEST((logs[0].weekOf == lastMonday().plusDays(-14)));
  BOOST_TEST(domain::daysPractised(logs[0]) == 2);
  presenter.open(zoe);
  BOOST_TEST(!presenter.state().rows[0].days[0]);
  BOOST_REQUIRE(presenter.state().history.size() == 2U);
  BOOST_TEST(presenter.state().history[0] == "2 weeks: nothing came back");
  BOOST_TEST(presenter.state().history[1].ends_with("2 days"), presenter.state().history[1]);
}

BOOST_AUTO_TEST_CASE(GoingToAnotherWeekKeepsThisOne) {
  givePlan(lastMonday());
  presenter.open(zoe);
  presenter.tickRow(0);
  presenter.goBy(1);
  BOOST_TEST(store.practiceLogs().ofClient(zoe).size() == 1U);
  BOOST_TEST(!presenter.state().mayGoOn);
  presenter.goBy(1);
  presenter.goBy(-1);
  for (const bool day : presenter.state().rows[0].days) BOOST_TEST(day);
  BOOST_TEST(store.practiceLogs().ofClient(zoe).size() == 1U);
}

BOOST_AUTO_TEST_CASE(AnAnswerFromMemoryIsShownApart) {
  givePlan(lastMonday());
  presenter.open(zoe);
  presenter.setFromMemory(domain::DaysFromMemory::threeOrFour);
  BOOST_TEST(flush());
  BOOST_TEST(store.practiceLogs().ofClient(zoe).front().grid.empty());
  BOOST_TEST(presenter.state().history.front().find("from memory: 3 or 4 days") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(ANoteWithoutAWeekIsNotLetGoOfAndNothingAtAllIs) {
  givePlan(lastMonday());
  presenter.open(zoe);
  presenter.setBrought(false);
  BOOST_TEST(flush());
  presenter.setNote("Lost it on the train.");
  BOOST_TEST(!flush());
  BOOST_TEST(presenter.state().problem.value().id == "error.log.either");
  BOOST_TEST(store.practiceLogs().ofClient(zoe).empty());
}

BOOST_AUTO_TEST_CASE(AnEmptyGridThatCameBackIsKeptWhenItIsSaved) {
  givePlan(lastMonday());
  presenter.open(zoe);
  BOOST_TEST(flush());
  BOOST_TEST(store.practiceLogs().ofClient(zoe).empty());
  presenter.save();
  BOOST_TEST(domain::daysPractised(store.practiceLogs().ofClient(zoe).front()) == 0);
}

BOOST_AUTO_TEST_CASE(AFailedSaveKeepsTheTicksOnScreen) {
  givePlan(lastMonday());
  presenter.open(zoe);
  presenter.tick(0, 3, true);
  store.failWrites(true);
  BOOST_TEST(!flush());
  BOOST_TEST(presenter.state().problem.has_value());
  BOOST_TEST(presenter.state().rows[0].days[3]);
  store.failWrites(false);
  BOOST_TEST(flush());
}

BOOST_AUTO_TEST_CASE(WhatWasTickedAndClearedAgainIsNoWeekThatCameBack) {
  givePlan(lastMonday());
  presenter.open(zoe);
  presenter.tick(0, 0, true);
  presenter.tick(0, 0, false);
  BOOST_TEST(!presenter.state().changed);
  presenter.setBrought(false);
  presenter.setBrought(true);
  BOOST_TEST(!presenter.state().changed);
  BOOST_TEST(flush());
  BOOST_TEST(store.practiceLogs().ofClient(zoe).empty());
}

BOOST_AUTO_TEST_CASE(AWeekHasTheMovementsThatWerePlannedThen) {
  givePlan(lastMonday().plusDays(-7));
  domain::ExercisePlan later;
  later.client = zoe;
  later.from = desk.today();
  later.items = {domain::usualItem(*work.content.exercise("washrag"))};
  app::savePlan(work, later);
  presenter.open(zoe);
  BOOST_REQUIRE(presenter.state().rows.size() == 2U);
  BOOST_TEST(presenter.state().rows[0].exercise == "arch-and-flatten");
  presenter.goBy(2);
  BOOST_REQUIRE(presenter.state().rows.size() == 1U);
  BOOST_TEST(presenter.state().rows[0].exercise == "washrag");
}

BOOST_AUTO_TEST_CASE(YearsOfWhichNothingCameBackAreOneLine) {
  domain::PracticeLog old;
  old.client = zoe;
  old.weekOf = core::Date(2006, 3, 6);
  old.fromMemory = domain::DaysFromMemory::none;
  const auto lines = app::practiceHistory(desk.words, "en", {}, {old}, core::Date(2026, 3, 10));
  BOOST_REQUIRE(lines.size() == 2U);
  BOOST_TEST(lines[0] == "1043 weeks: nothing came back");
}

BOOST_AUTO_TEST_SUITE_END()

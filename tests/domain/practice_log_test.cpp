// What came back of the home practice.
#include "domain/practice_log.h"

#include <boost/test/unit_test.hpp>

#include "support/samples.h"
#include "support/throws.h"

using namespace unknot::domain;
using unknot::core::Date;
using unknot::test::fullPracticeLog;
using unknot::test::thrownBy;

namespace {

const Date kToday(2026, 3, 10);

std::string refusal(const PracticeLog& log) {
  return thrownBy([&] { check(log, kToday); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(PracticeLogTest)

BOOST_AUTO_TEST_CASE(AWeekBeginsOnMonday) {
  BOOST_TEST(mondayOf(Date(2026, 3, 2)).toIso() == "2026-03-02");
  BOOST_TEST(mondayOf(Date(2026, 3, 8)).toIso() == "2026-03-02");
  BOOST_TEST(mondayOf(Date(1970, 1, 1)).toIso() == "1969-12-29");
  BOOST_TEST(mondayOf(Date(1969, 12, 28)).toIso() == "1969-12-22");
}

BOOST_AUTO_TEST_CASE(ADayCountsOnceHoweverManyMovementsWereTicked) {
  auto log = fullPracticeLog();
  BOOST_TEST(daysPractised(log) == 4);
  log.grid[1].days[0] = true;
  BOOST_TEST(daysPractised(log) == 4);
  log.grid[1].days[2] = true;
  BOOST_TEST(daysPractised(log) == 5);
}

BOOST_AUTO_TEST_CASE(OfOneWeekTheEntryMadeLastCounts) {
  auto first = fullPracticeLog();
  auto second = first;
  second.enteredAt.ms += 1;
  second.note = "second";
  auto earlierWeek = first;
  earlierWeek.weekOf = first.weekOf.plusDays(-7);
  const auto counting = countingLogs({second, first, earlierWeek});
  BOOST_REQUIRE(counting.size() == 2U);
  BOOST_TEST((counting[0].weekOf == earlierWeek.weekOf));
  BOOST_TEST(counting[1].note == "second");
}

BOOST_AUTO_TEST_CASE(WhatIsNoWeekOfPracticeIsRefused) {
  auto log = fullPracticeLog();
  BOOST_CHECK_NO_THROW(check(log, kToday));
  log.weekOf = Date(2026, 3, 3);
  BOOST_TEST(refusal(log) == "error.log.monday field=weekOf value=2026-03-03 monday=2026-03-02");
  log.weekOf = Date(2026, 3, 16);
  BOOST_TEST(refusal(log) == "error.log.future field=weekOf value=2026-03-16");
  log = fullPracticeLog();
  log.fromMemory = DaysFromMemory::none;
  BOOST_TEST(refusal(log) == "error.log.either field=grid");
  log.grid.clear();
  BOOST_CHECK_NO_THROW(check(log, kToday));
  log.fromMemory.reset();
  BOOST_TEST(refusal(log) == "error.log.either field=grid");
  log = fullPracticeLog();
  log.grid[1].exercise = log.grid[0].exercise;
  BOOST_TEST(refusal(log) == "error.twice field=grid[1].exercise value=arch-and-flatten");
}

BOOST_AUTO_TEST_SUITE_END()

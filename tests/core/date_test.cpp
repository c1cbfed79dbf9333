#include "core/date.h"

#include <boost/test/unit_test.hpp>

#include "support/throws.h"

using unknot::core::Date;
using unknot::core::Instant;
using unknot::test::thrownBy;

BOOST_AUTO_TEST_SUITE(DateTest)

BOOST_AUTO_TEST_CASE(OnlyRealDaysAreDates) {
  for (const char* none : {"2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "0000-01-01",
                           "2024-2-03", "24-02-03", "2024/02/03", "2024-02-03 ", "", "2024-02-0x"})
    BOOST_TEST(!Date::parseIso(none), none);
  for (const char* day : {"2024-02-29", "0001-01-01", "9999-12-31", "1900-02-28"})
    BOOST_TEST(Date::parseIso(day).value().toIso() == day);
  BOOST_TEST(thrownBy([] { Date(1900, 2, 29); }) == "error.date value=1900-02-29");
}

BOOST_AUTO_TEST_CASE(DayNumbersCountFrom1970) {
  BOOST_TEST(Date(1970, 1, 1).dayNumber() == 0);
  BOOST_TEST(Date(2000, 3, 1).dayNumber() == 11017);
  BOOST_TEST(Date::fromDayNumber(-1).toIso() == "1969-12-31");
  BOOST_TEST(Date(2024, 2, 28).plusDays(2).toIso() == "2024-03-01");
  BOOST_TEST(Date(2026, 11, 22).daysUntil(Date(2027, 11, 22)) == 365);
}

BOOST_AUTO_TEST_CASE(ABirthdayOnTheLeapDayCountsFromMarchInOtherYears) {
  const Date born(2000, 2, 29);
  BOOST_TEST(born.yearsUntil(Date(2023, 2, 28)) == 22);
  BOOST_TEST(born.yearsUntil(Date(2023, 3, 1)) == 23);
  BOOST_TEST(born.yearsUntil(Date(2024, 2, 29)) == 24);
}

BOOST_AUTO_TEST_CASE(InstantsAreWrittenAndReadToTheMillisecond) {
  BOOST_TEST(Instant{0}.toIso() == "1970-01-01T00:00:00.000Z");
  BOOST_TEST(Instant{-1}.toIso() == "1969-12-31T23:59:59.999Z");
  const Instant moment{1'795'470'360'123};
  BOOST_TEST(Instant::parseIso(moment.toIso()).value().ms == moment.ms);
  for (const char* none : {"1970-01-01T24:00:00.000Z", "1970-01-01T00:60:00.000Z", "1970-01-01T00:00:00Z",
                           "1970-01-01 00:00:00.000Z", "1970-02-30T00:00:00.000Z"})
    BOOST_TEST(!Instant::parseIso(none), none);
}

BOOST_AUTO_TEST_SUITE_END()

// Days as people and programs write them. Nothing is guessed that can mean two days.
#include <boost/test/unit_test.hpp>

#include <optional>
#include <string>

#include "exchange/written_date.h"

using namespace unknot::exchange;
using unknot::core::Date;

namespace {

const Date kToday(2026, 3, 2);

std::string iso(std::string_view written, std::optional<DateOrder> order = {}) {
  const auto date = readWrittenDate(written, order, kToday);
  return date ? date->toIso() : "-";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(WrittenDateTest)

BOOST_AUTO_TEST_CASE(WhatHasTheYearInFrontNeedsNoOrder) {
  for (const char* written : {"1980-02-29", "1980/02/29", "19800229", "1980.2.29", "1980-02-29T00:00:00Z",
                              "1980-02-29 00:00", " 1980-02-29 "})
    BOOST_TEST(iso(written) == "1980-02-29", written);
}

BOOST_AUTO_TEST_CASE(WhatCanBeReadInOneWayIsRead) {
  BOOST_TEST(iso("29.2.1980") == "1980-02-29");
  BOOST_TEST(iso("2/29/1980") == "1980-02-29");
  BOOST_TEST(iso("2/29/1980 12:00:00 AM") == "1980-02-29");
  BOOST_TEST(iso("5-5-1980") == "1980-05-05");
  BOOST_TEST(iso("3.2.1980") == "-");
}

BOOST_AUTO_TEST_CASE(TheChosenOrderIsHeldTo) {
  BOOST_TEST(iso("3/2/1980", DateOrder::dayFirst) == "1980-02-03");
  BOOST_TEST(iso("3/2/1980", DateOrder::monthFirst) == "1980-03-02");
  BOOST_TEST(iso("29/2/1980", DateOrder::monthFirst) == "-");
}

BOOST_AUTO_TEST_CASE(MonthsHaveNamesInFourLanguages) {
  for (const char* written :
       {"12 March 1980", "12. März 1980", "12 de marzo de 1980", "12 mars 1980", "March 12, 1980",
        "12-Mar-1980", "12 MAR 80", "12. Mrz. 1980", "March 12th, 1980"})
    BOOST_TEST(iso(written) == "1980-03-12", written);
  BOOST_TEST(iso("1er août 1975") == "1975-08-01");
  BOOST_TEST(iso("3 Dezember 1975") == "1975-12-03");
  BOOST_TEST(iso("3 jui 1975") == "-", "juin or juillet");
}

BOOST_AUTO_TEST_CASE(TwoDigitsOfAYearAreTheLatestThatIsNotAhead) {
  BOOST_TEST(iso("29.2.80") == "1980-02-29");
  BOOST_TEST(iso("13.1.26") == "2026-01-13");
  BOOST_TEST(iso("13.5.26") == "1926-05-13");
}

BOOST_AUTO_TEST_CASE(WhatIsNoBirthdayIsNotMadeOne) {
  for (const char* written :
       {"", "unknown", "-", "0000-00-00", "31.2.1980", "--02-29", "1604-02-29", "2026-03-03", "29281", "1980",
        "13.13.1980", "1.2.3.4", "born 1980-02-29", "1980-02-29-1", "99999999999", "29.2.198"})
    BOOST_TEST(iso(written, DateOrder::dayFirst) == "-", written);
}

BOOST_AUTO_TEST_CASE(OneValueSettlesTheOrderOfAll) {
  DateEvidence days;
  for (const char* written : {"3/2/1980", "4/5/1981", "unknown", "13/1/1990"}) days.take(written);
  BOOST_TEST((days.settled() == DateOrder::dayFirst));
  BOOST_TEST(!days.isOpen());
  DateEvidence months;
  for (const char* written : {"3/2/1980", "1/13/90"}) months.take(written);
  BOOST_TEST((months.settled() == DateOrder::monthFirst));
}

BOOST_AUTO_TEST_CASE(WhatNothingSettlesIsAsked) {
  DateEvidence open;
  open.take("3/2/1980");
  BOOST_TEST(open.isOpen());
  DateEvidence both;
  for (const char* written : {"3/2/1980", "13/1/1990", "1/13/1990"}) both.take(written);
  BOOST_TEST(both.isOpen());
  DateEvidence clear;
  for (const char* written : {"1980-02-03", "5/5/1980", "12 March 1980"}) clear.take(written);
  BOOST_TEST(!clear.isOpen());
  BOOST_TEST(!clear.settled().has_value());
}

BOOST_AUTO_TEST_CASE(WithPointsTheDayComesFirst) {
  DateEvidence dots;
  dots.take("3.2.1980");
  BOOST_TEST((dots.settled() == DateOrder::dayFirst));
  dots.take("3/4/1980");
  BOOST_TEST(dots.isOpen());
}

BOOST_AUTO_TEST_SUITE_END()

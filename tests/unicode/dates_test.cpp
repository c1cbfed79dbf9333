#include "unicode/dates.h"

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string>
#include <vector>

#include "unicode/numbers.h"
#include "unicode/time_zone.h"

using namespace unknot;
using namespace unknot::unicode;

namespace {
const core::Date kToday{2026, 11, 22};
}

BOOST_AUTO_TEST_SUITE(Dates)

BOOST_AUTO_TEST_CASE(DatesAreWrittenInTheLanguage) {
  BOOST_TEST(formatDate(kToday, "en") == "22 November 2026");
  BOOST_TEST(formatDate(kToday, "en", DateForm::medium) == "22 Nov 2026");
  BOOST_TEST(formatDate(kToday, "en", DateForm::shortForm) == "22/11/2026");
  BOOST_TEST(formatDate(kToday, "en-US") == "November 22, 2026");
  BOOST_TEST(formatDate(kToday, "en-US", DateForm::shortForm) == "11/22/2026");
  BOOST_TEST(formatDate(kToday, "de") == "22. November 2026");
  BOOST_TEST(formatDate(kToday, "de", DateForm::shortForm) == "22.11.2026");
  BOOST_TEST(formatDate({1500, 2, 28}, "en") == "28 February 1500");
  BOOST_TEST(formatDate(kToday, "th").find("2026") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(TypedDatesAreRead) {
  struct Case {
    const char* text;
    const char* language;
    const char* day;  // empty: no day
  };
  const std::vector<Case> cases{{"2026-11-22", "en", "2026-11-22"},
                                {" 22.11.2026 ", "en", "2026-11-22"},
                                {"22/11/2026", "de", "2026-11-22"},
                                {"22 11 2026", "en", "2026-11-22"},
                                {"11/22/2026", "en-US", "2026-11-22"},
                                {"22/11/2026", "en-US", ""},
                                {"2026/11/22", "en-US", "2026-11-22"},
                                {"1.2.90", "de", "1990-02-01"},
                                {"22.11.26", "en", "2026-11-22"},
                                {"23.11.26", "en", "1926-11-23"},
                                {"1/2/90", "en-US", "1990-01-02"},
                                {"29.2.26", "en", ""},
                                {"29.2.24", "en", "2024-02-29"},
                                {"30.2.2024", "en", ""},
                                {"22 November 2026", "en", "2026-11-22"},
                                {"22 Nov 2026", "en", "2026-11-22"},
                                {"22. November 2026", "de", "2026-11-22"},
                                {"November 22, 2026", "en-US", "2026-11-22"},
                                {"26-11-22", "ja", "2026-11-22"},
                                {"", "en", ""},
                                {"yesterday", "en", ""},
                                {"1.2", "en", ""},
                                {"1.2.3.4", "en", ""},
                                {"2026-13-01", "en", ""},
                                {"1.1.123", "en", ""},
                                {"12345-1-1", "en", ""}};
  for (const auto& c : cases) {
    const auto date = parseDate(c.text, c.language, kToday);
    BOOST_TEST((date ? date->toIso() : "") == c.day, c.language << " " << c.text);
  }
}

BOOST_AUTO_TEST_CASE(AYearOfTwoDigitsMayBeAheadWhereTheCallerAllowsIt) {
  BOOST_TEST((parseDate("10.1.27", "en", {2030, 1, 1}) == core::Date{2027, 1, 10}));
}

BOOST_AUTO_TEST_CASE(EveryLanguageReadsWhatItWrites) {
  for (const char* language : {"en", "en-US", "de", "fr", "ja", "sv", "hu", "pl", "el", "tr", "ru"})
    for (const DateForm form : {DateForm::longForm, DateForm::medium, DateForm::shortForm}) {
      const core::Date date{1987, 3, 4};
      const std::string text = formatDate(date, language, form);
      BOOST_TEST((parseDate(text, language, kToday) == date), language << " " << text);
    }
}

BOOST_AUTO_TEST_CASE(ADayDependsOnTheTimeZone) {
  const auto at = *core::Instant::parseIso("2026-11-22T23:30:00.000Z");
  BOOST_TEST((dateIn(at, "UTC") == kToday));
  BOOST_TEST((dateIn(at, "Europe/Berlin") == core::Date{2026, 11, 23}));
  BOOST_TEST((dateIn(at, "America/Los_Angeles") == kToday));
  BOOST_TEST((dateIn({-1}, "UTC") == core::Date{1969, 12, 31}));
  BOOST_TEST((dateIn({0}, "UTC") == core::Date{1970, 1, 1}));
}

BOOST_AUTO_TEST_CASE(TheHourDependsOnSummerTime) {
  BOOST_TEST(formatTime(*core::Instant::parseIso("2026-07-01T12:03:00.000Z"), "Europe/Berlin", "en") ==
             "14:03");
  BOOST_TEST(formatTime(*core::Instant::parseIso("2026-12-01T12:03:00.000Z"), "Europe/Berlin", "en") ==
             "13:03");
}

BOOST_AUTO_TEST_CASE(OnlyNamesOfTheDatabaseAreTimeZones) {
  for (const char* name : {"UTC", "Europe/Berlin", "Asia/Kolkata", "America/New_York"})
    BOOST_TEST(isTimeZone(name), name);
  for (const char* name : {"", "Europe/Atlantis", "GMT+5", "Etc/Unknown", "berlin"})
    BOOST_TEST(!isTimeZone(name), name);
  BOOST_TEST(isTimeZone(systemTimeZone()));
}

BOOST_AUTO_TEST_CASE(NumbersHaveTheDecimalSignOfTheLanguage) {
  BOOST_TEST(formatNumber(2.5, "en") == "2.5");
  BOOST_TEST(formatNumber(2.5, "de") == "2,5");
  BOOST_TEST(formatNumber(3, "de") == "3");
  BOOST_TEST(formatNumber(2.25, "en") == "2.3");
  BOOST_TEST(formatNumber(1234.5, "en") == "1234.5");
  BOOST_TEST(formatNumber(-0.0, "en") == "0");
}

BOOST_AUTO_TEST_SUITE_END()

#include <boost/test/unit_test.hpp>

#include "document/builders.h"
#include "document/report_data.h"
#include "support/fixed_typesetter.h"
#include "support/fonts.h"
#include "support/page_reader.h"
#include "support/paper_samples.h"

using namespace unknot;
using document::reportData;

namespace {

struct Builder {
  test::FixedTypesetter typesetter;
  domain::Practice practice = test::samplePractice();
  document::BuildContext context = test::paperContext(typesetter, practice);
  std::vector<domain::Session> sessions = test::sampleSessions();
  std::vector<domain::Measure> measures;
  document::ReportPeriod period;

  document::ReportData data() const {
    return reportData(test::shippedContent().atlas(), sessions, measures, period);
  }
  document::Document build() const {
    return document::buildReport(context, test::sampleClient(), sessions, measures, period);
  }
  std::string said() const { return test::allText(build()); }
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

domain::Measure measure(std::string instrument, double value, core::Date on) {
  domain::Measure made;
  made.value = {std::move(instrument), "", value};
  made.takenOn = on;
  return made;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(ReportBuilder, Builder)

BOOST_AUTO_TEST_CASE(OnlyRegionsLookedAtBothTimesAreCompared) {
  sessions = {test::sampleSession(1, {2026, 1, 5}, {{"ql-l", 4, 2}, {"ql-r", 3, -1}, {"jaw-l", 0, 0}}),
              test::sampleSession(2, {2026, 2, 5}, {{"ql-l", 3, 1}, {"ham-r", 2, 2}, {"jaw-l", 1, 1}})};
  const auto result = data();
  BOOST_REQUIRE_EQUAL(result.compared.size(), 2U);
  BOOST_TEST(result.compared[0].region == "ql-l");
  BOOST_TEST(result.compared[0].before == 4);
  BOOST_TEST(result.compared[0].now == 1);
  BOOST_TEST(result.compared[1].change() == 1);
  BOOST_TEST(result.notCompared == 2);
  BOOST_TEST(document::summaryOf(result.compared, false).mean == 2.0);
  BOOST_TEST(document::summaryOf(result.compared, true).mean == 1.0);
  BOOST_TEST(document::summaryOf(result.compared, false).strong == 1);
}

BOOST_AUTO_TEST_CASE(TheNewestSessionWithoutAnAfterIsShownFromBefore) {
  sessions = {test::sampleSession(1, {2026, 1, 5}, {{"ql-l", 4, 2}}),
              test::sampleSession(2, {2026, 2, 5}, {{"ql-l", 3, -1}}),
              test::sampleSession(3, {2026, 3, 5}, {})};
  const auto result = data();
  BOOST_REQUIRE(result.now.has_value());
  BOOST_TEST(result.now->session.number == 2);
  BOOST_TEST((result.now->moment == draw::MapMoment::before));
  BOOST_TEST(contains(said(), "Session 2, 5 Feb 2026, before the work"));
}

BOOST_AUTO_TEST_CASE(SessionsInErrorCallsAndOtherTimesAreLeftOutButCounted) {
  sessions[2].signatures.push_back({});
  sessions[2].signatures.back().kind = domain::SignatureKind::enteredInError;
  sessions[3].current.content.kind = domain::SessionKind::call;
  period.from = sessions[1].current.content.serviceDate;
  period.to = sessions[5].current.content.serviceDate;
  const auto result = data();
  std::vector<int> numbers;
  for (const auto& session : result.sessions) numbers.push_back(session.number);
  const std::vector<int> wanted{2, 5, 6};
  BOOST_TEST(numbers == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(MissingIsNeverZero) {
  const auto none = test::sampleSession(1, {2026, 1, 5}, {{"ql-l", -1, -1}});
  BOOST_TEST(!document::meanTension(none.current.content, draw::MapMoment::before).has_value());
  const auto half = test::sampleSession(1, {2026, 1, 5}, {{"ql-l", 4, -1}, {"ql-r", -1, 0}});
  BOOST_TEST(document::meanTension(half.current.content, draw::MapMoment::before).value() == 4.0);
  BOOST_TEST(document::meanTension(half.current.content, draw::MapMoment::after).value() == 0.0);
}

BOOST_AUTO_TEST_CASE(AMeasureOfASessionIsCountedOnce) {
  sessions = {test::sampleSession(1, {2026, 1, 5}, {})};
  sessions[0].current.content.measures = {{"nprs-now", "", 6}};
  measures = {measure("nprs-now", 6, {2026, 1, 5}), measure("nprs-now", 4, {2026, 1, 9}),
              measure("nprs-worst", 8, {2026, 1, 9}), measure("sleep", 3, {2026, 1, 9})};
  measures[0].session = sessions[0].id;
  const auto result = data();
  BOOST_REQUIRE_EQUAL(result.pain.size(), 2U);
  BOOST_TEST(result.pain[0].instrument == "nprs-now");
  BOOST_TEST(result.pain[0].values.size() == 2U);
  BOOST_TEST(result.pain[1].values.size() == 1U);
}

BOOST_AUTO_TEST_CASE(TheReportSaysWhatChangedInPlainWords) {
  const auto text = said();
  for (const std::string sentence :
       {"Progress report", "Alex Example · sessions 1 to 8 · 7 Sept 2026 to",
        "Session 1, 7 Sept 2026, before the work", "Session 8,", "after the work",
        "regions, looked at both times", "Regions at 3 or more", "Region by region",
        "One more region was looked at only one of the two times and is not compared.",
        "What you wanted to do again", "Lifting my grandchild", "not asked again",
        "An educator’s description, not a diagnosis.", "Record 3f2a91c04b7de812", "\u2212"})
    BOOST_TEST(contains(text, sentence), sentence);
  const auto* region = test::shippedContent().atlas().find("ql-l");
  BOOST_REQUIRE(region != nullptr);
  BOOST_TEST(contains(text, region->name + ", left"));
}

BOOST_AUTO_TEST_CASE(MapsAndChartsSpeakInWords) {
  std::string all;
  for (const auto& reader : test::read(build()))
    for (const auto& element : reader.elements) all += element.alternative + "\n";
  for (const std::string part :
       {"Body map. Before, Session 1", "Body map. Now, Session 8", "Tension.", "Pain.", "hatched"})
    BOOST_TEST(contains(all, part), part);
}

BOOST_AUTO_TEST_CASE(MapsNumbersAndBothChartsStandOnTheFirstOfTwoPages) {
  document::BuildContext real = test::paperContext(test::testTypesetter(), practice);
  for (const auto paper : {domain::Paper::a4, domain::Paper::letter}) {
    real.paper = paper;
    const auto document = document::buildReport(real, test::sampleClient(), sessions, measures, period);
    BOOST_TEST(document.pages.size() == 2U);
    const auto first = test::read(document).front();
    std::string pictures;
    for (const auto& element : first.elements) pictures += element.alternative + "\n";
    for (const std::string part :
         {"Body map. Before", "Body map. Now", "The tension scale", "Tension. ", "Pain. "})
      BOOST_TEST(contains(pictures, part), part);
    BOOST_TEST(contains(first.text(), "Regions at 3 or more"));
  }
}

BOOST_AUTO_TEST_CASE(LargePrintKeepsAChartUnderTheMaps) {
  document::BuildContext real = test::paperContext(test::testTypesetter(), practice);
  real.largePrint = true;
  for (const auto paper : {domain::Paper::a4, domain::Paper::letter}) {
    real.paper = paper;
    const auto document = document::buildReport(real, test::sampleClient(), sessions, measures, period);
    std::string pictures;
    const auto first = test::read(document).front();
    for (const auto& element : first.elements) pictures += element.alternative + "\n";
    BOOST_TEST(contains(pictures, "Body map. Now"));
    BOOST_TEST(contains(pictures, "Tension. "));
  }
}

BOOST_AUTO_TEST_CASE(DaysThatAllActivitiesShareAreSaidOnce) {
  for (auto& session : sessions) session.current.content.measures.clear();
  sessions.front().current.content.measures = {{"psfs", "Lifting my grandchild", 3},
                                               {"psfs", "Gardening", 4}};
  sessions.back().current.content.measures = {{"psfs", "Lifting my grandchild", 6}, {"psfs", "Gardening", 5}};
  const auto lines = test::read(build()).back().text();
  std::size_t count = 0;
  for (std::size_t at = lines.find("7 Sept 2026"); at != lines.npos; at = lines.find("7 Sept 2026", at + 1))
    ++count;
  BOOST_TEST(contains(lines, "Gardening 4 5 +1"));
  BOOST_TEST(count == 2U);  // in the page's header and in the table's
}

BOOST_AUTO_TEST_CASE(OneSessionGivesAnHonestPage) {
  sessions = {test::sampleSession(1, {2026, 1, 5}, {{"ql-l", 4, -1}})};
  const auto text = said();
  BOOST_TEST(contains(text, "Looked at once"));
  BOOST_TEST(contains(text, "A comparison needs a second look."));
  BOOST_TEST(contains(text, "A line over time needs a second day."));
  BOOST_TEST(!contains(text, "Region by region"));
}

BOOST_AUTO_TEST_CASE(NoSessionGivesAnHonestPage) {
  sessions.clear();
  const auto document = build();
  BOOST_TEST(document.pages.size() == 1U);
  const auto text = test::allText(document);
  BOOST_TEST(contains(text, "There is no hands-on session in this time"));
  BOOST_TEST(contains(text, "An educator’s description, not a diagnosis."));
  BOOST_TEST(!contains(text, "nan"));
}

BOOST_AUTO_TEST_CASE(SessionsWithoutAMapStillShowPain) {
  for (auto& session : sessions) session.current.content.findings.clear();
  const auto text = said();
  BOOST_TEST(contains(text, "No body map was charted in this time"));
  BOOST_TEST(contains(text, "The client’s own number"));
  BOOST_TEST(!contains(text, "looked at both times"));
}

BOOST_AUTO_TEST_CASE(FortySessionsAndAllRegionsFlowOverPages) {
  sessions.clear();
  for (int n = 0; n < 40; ++n) {
    std::vector<test::Level> levels;
    for (const auto& region : test::shippedContent().atlas().regions())
      levels.push_back({region.slug, (n + 3) % 5, n % 4});
    sessions.push_back(test::sampleSession(n + 1, core::Date(2026, 1, 5).plusDays(n * 6), levels));
  }
  for (const bool large : {false, true}) {
    context.largePrint = large;
    const auto document = build();
    BOOST_TEST(document.pages.size() >= 3U);
    for (const auto& reader : test::read(document)) {
      BOOST_TEST(reader.isBalanced());
      BOOST_TEST(reader.drawn.right() <= document.pages[0].size.width - 20);
      BOOST_TEST(reader.drawn.bottom() <= document.pages[0].size.height - 20);
    }
  }
}

BOOST_AUTO_TEST_CASE(TheMapSheetIsOnePageOfFourViews) {
  const auto& session = sessions.front();
  for (const auto paper : {domain::Paper::a4, domain::Paper::letter}) {
    for (const bool large : {false, true}) {
      context.paper = paper;
      context.largePrint = large;
      const auto document =
          document::buildMapSheet(context, test::sampleClient(), session, 1, document::MapSubject::before);
      BOOST_TEST(document.pages.size() == 1U);
      const auto text = test::allText(document);
      for (const std::string part :
           {"Body map", "Alex Example", "Before the session", "Front", "Back", "Left side", "Right side"})
        BOOST_TEST(contains(text, part), part);
    }
  }
  const auto empty = test::sampleSession(1, {2026, 1, 5}, {});
  BOOST_TEST(contains(test::allText(document::buildMapSheet(context, test::sampleClient(), empty, 1,
                                                            document::MapSubject::after)),
                      "No region was looked at."));
}

BOOST_AUTO_TEST_SUITE_END()

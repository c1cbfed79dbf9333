#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "domain/client.h"
#include "domain/exercise_plan.h"
#include "domain/intake.h"
#include "domain/measure.h"
#include "domain/practice.h"
#include "domain/session.h"
#include "support/throws.h"

using namespace unknot::domain;
using unknot::core::Date;
using unknot::test::thrownBy;

namespace {

const Date kToday(2026, 11, 22);

RegionFinding finding(const char* region, std::optional<int> before, std::optional<int> after) {
  RegionFinding f;
  f.region = region;
  if (before) f.before = Tension(*before);
  if (after) f.after = Tension(*after);
  return f;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(TensionTest)

BOOST_AUTO_TEST_CASE(TheScaleGoesFromSoftToRigid) {
  for (int value = 0; value <= 4; ++value) BOOST_TEST(Tension(value).value() == value);
  BOOST_TEST(thrownBy([] { Tension(5); }) == "error.tension value=5");
  BOOST_TEST(thrownBy([] { Tension(-1); }) == "error.tension value=-1");
  BOOST_TEST(thrownBy([] { PainScore(11); }) == "error.pain value=11");
}

BOOST_AUTO_TEST_CASE(NotLookedAtIsNotComparedAndNotZero) {
  BOOST_TEST(difference(Tension(3), Tension(1)).value() == -2);
  BOOST_TEST(difference(Tension(0), Tension(0)).value() == 0);
  BOOST_TEST(!difference(std::nullopt, Tension(1)));
  BOOST_TEST(!difference(Tension(1), std::nullopt));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(ClientTest)

BOOST_AUTO_TEST_CASE(ANameIsEnough) {
  Client client;
  client.name = "دانة";
  BOOST_TEST(thrownBy([&] { check(client, kToday); }) == "");
  client.name = " \xC2\xA0";
  BOOST_TEST(thrownBy([&] { check(client, kToday); }) == "error.text.empty field=name");
}

BOOST_AUTO_TEST_CASE(ABirthDateIsNeitherAheadNorTooLongAgo) {
  Client client;
  client.name = "A";
  for (const auto& [date, wrong] : std::vector<std::pair<Date, bool>>{{Date(2026, 11, 22), false},
                                                                      {Date(2026, 11, 23), true},
                                                                      {Date(1896, 11, 22), false},
                                                                      {Date(1895, 11, 22), true}}) {
    client.birthDate = date;
    BOOST_TEST(!thrownBy([&] { check(client, kToday); }).empty() == wrong, date.toIso());
  }
}

BOOST_AUTO_TEST_CASE(EachTextHasALimitThatIsNamed) {
  Client client;
  client.name = std::string(201, 'a');
  BOOST_TEST(thrownBy([&] { check(client, kToday); }) == "error.text.long field=name length=201 limit=200");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(SessionTest)

BOOST_AUTO_TEST_CASE(SettingAFindingReplacesItAndAnEmptyOneRemovesIt) {
  SessionContent content;
  setFinding(content, finding("ql-l", 3, {}));
  setFinding(content, finding("ql-r", 1, {}));
  setFinding(content, finding("ql-l", 3, 1));
  BOOST_REQUIRE(content.findings.size() == 2U);
  BOOST_TEST(findingOf(content, "ql-l")->after->value() == 1);
  setFinding(content, finding("ql-l", {}, {}));
  BOOST_TEST(content.findings.size() == 1U);
  BOOST_TEST(findingOf(content, "ql-l") == nullptr);
  setFinding(content, finding("jaw-l", {}, {}));
  BOOST_TEST(content.findings.size() == 1U);
}

BOOST_AUTO_TEST_CASE(ZeroIsAFindingAndEmptyIsNone) {
  BOOST_TEST(!finding("ql-l", 0, {}).isEmpty());
  BOOST_TEST(finding("ql-l", {}, {}).isEmpty());
}

BOOST_AUTO_TEST_CASE(ContentIsCheckedFieldByField) {
  SessionContent content;
  content.serviceDate = kToday.plusDays(1);
  BOOST_TEST(thrownBy([&] { check(content, kToday); }) == "error.serviceDate value=2026-11-23");
  content.serviceDate = kToday;
  content.minutes = 601;
  BOOST_TEST(thrownBy([&] { check(content, kToday); }) ==
             "error.range field=minutes value=601 low=0 high=600");
  content.minutes = 60;
  content.findings = {finding("ql-l", 1, {}), finding("ql-l", 2, {})};
  BOOST_TEST(thrownBy([&] { check(content, kToday); }) == "error.twice field=findings.region value=ql-l");
}

BOOST_AUTO_TEST_CASE(TheStateOfASignatureIsComputed) {
  Session session;
  BOOST_TEST(!session.isSigned());
  session.signatures.push_back({{}, {}, {}, SignatureKind::signedAsIs, "", {}, "A", {}});
  BOOST_TEST(session.isSigned());
  BOOST_TEST(!session.isInError());
  session.signatures.push_back({{}, {}, {}, SignatureKind::enteredInError, "wrong client", {}, "A", {}});
  BOOST_TEST(session.isInError());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(MeasureTest)

struct MeasureCase {
  MeasureValue value;
  const char* said;
};
std::ostream& operator<<(std::ostream& out, const MeasureCase& c) {
  return out << c.value.instrument << " " << c.value.value;
}

const MeasureCase kCases[] = {
    {{"nprs-now", "", 0}, ""},
    {{"nprs-now", "", 10}, ""},
    {{"nprs-now", "", 11}, "error.range field=measures.nprs-now value=11 low=0 high=10"},
    {{"nprs-now", "", 2.5}, "error.whole field=measures.nprs-now"},
    {{"psfs", "carry my child", 4}, ""},
    {{"psfs", "", 4}, "error.text.empty field=measures.psfs.item"},
    {{"groc", "since the first visit", -5}, ""},
    {{"groc", "since the first visit", -6}, "error.range field=measures.groc value=-6 low=-5 high=5"},
};

BOOST_DATA_TEST_CASE(AValueKeepsItsInstrumentsRule, boost::unit_test::data::make(kCases), sample) {
  BOOST_TEST(thrownBy([&] { check(sample.value); }) == sample.said);
}

BOOST_AUTO_TEST_CASE(AnUnknownInstrumentIsAnsweredWithTheKnownOnes) {
  const std::string said = thrownBy([] { check(MeasureValue{"dash", "", 1}); });
  BOOST_TEST(said.find("nprs-now") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(ExercisePlanTest)

BOOST_AUTO_TEST_CASE(ADoseOutOfRangeNamesItsItem) {
  ExercisePlan plan;
  BOOST_TEST(thrownBy([&] { check(plan); }) == "error.range field=items value=0 low=1 high=60");
  plan.items.resize(2);
  for (auto& item : plan.items) item.exercise = "flower";
  plan.items[1].repetitions = 0;
  BOOST_TEST(thrownBy([&] { check(plan); }) ==
             "error.range field=items[1].repetitions value=0 low=1 high=100");
  plan.items[1].repetitions = 3;
  plan.from = kToday;
  plan.reviewOn = kToday.plusDays(-1);
  BOOST_TEST(thrownBy([&] { check(plan); }) == "error.reviewDate value=2026-11-21");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(IntakeTest)

BOOST_AUTO_TEST_CASE(NotSureNeedsNoValueButAnAnswerDoes) {
  Intake intake;
  intake.questionnaire = "general/1";
  intake.answers = {{"sleep", AnswerState::notSure, {}}};
  BOOST_TEST(thrownBy([&] { check(intake); }) == "");
  intake.answers = {{"sleep", AnswerState::answered, {}}};
  BOOST_TEST(thrownBy([&] { check(intake); }) == "error.text.empty field=answers.sleep");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(ChoiceTest)

BOOST_AUTO_TEST_CASE(WordsAreReadBackAndOthersAreAnsweredWithWhatIsAllowed) {
  for (const auto kind : {SessionKind::handsOn, SessionKind::call, SessionKind::message, SessionKind::noShow,
                          SessionKind::endedBeforeHandsOn, SessionKind::referred})
    BOOST_TEST((sessionKindFrom(toString(kind)) == kind));
  BOOST_TEST(thrownBy([] { paperFrom("a5"); }) == "error.choice field=paper value=a5 allowed=a4, letter");
}

BOOST_AUTO_TEST_SUITE_END()

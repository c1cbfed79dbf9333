// The questionnaire's own rules, safety flags and their closings, consents.
#include "domain/intake.h"

#include <boost/test/unit_test.hpp>

#include "core/error.h"
#include "domain/consent.h"
#include "domain/safety.h"
#include "support/throws.h"

using namespace unknot;
using namespace unknot::domain;

namespace {

Question question(const char* slug, QuestionKind kind, std::vector<QuestionChoice> choices = {}) {
  Question made;
  made.slug = slug;
  made.kind = kind;
  made.label = slug;
  made.choices = std::move(choices);
  return made;
}

Questionnaire questionnaire() {
  Questionnaire made;
  made.slug = "general";
  made.version = 2;
  auto signs = question("signs", QuestionKind::severalOf,
                        {{"fever", "Fever"}, {"other", "Else", "What?"}, {"none", "None", "", true}});
  auto pregnant = question("pregnant", QuestionKind::yesNo);
  pregnant.detail = "Which week?";
  auto week = question("week", QuestionKind::number);
  week.askIf = {{"pregnant", "yes"}};
  auto twins = question("twins", QuestionKind::yesNo);
  twins.askIf = {{"week", ""}};
  made.sections.push_back({"health",
                           "Health",
                           "",
                           {signs, pregnant, week, twins, question("pills", QuestionKind::medicines),
                            question("where", QuestionKind::bodyMap)}});
  return made;
}

IntakeAnswer answer(const char* slug, std::vector<std::string> values,
                    AnswerState state = AnswerState::answered) {
  return {slug, state, std::move(values)};
}

SafetyFlag feverFlag() {
  SafetyFlag flag;
  flag.slug = "fever";
  flag.level = SafetyLevel::stopNow;
  flag.raisedBy = {{"signs", "fever", {}}};
  return flag;
}

Intake intakeOf(std::vector<IntakeAnswer> answers, unsigned char id = 1) {
  Intake intake;
  intake.id.value.bytes[15] = std::byte{id};
  intake.questionnaire = "general/2";
  intake.answers = std::move(answers);
  return intake;
}

FlagClosing closing(ClosingKind kind, const Intake& intake) {
  FlagClosing made;
  made.flag = "fever";
  made.intake = intake.id;
  made.kind = kind;
  made.who = "Dr Example";
  made.reason = "looked at";
  return made;
}

const core::Date kToday{2026, 11, 28};

}  // namespace

BOOST_AUTO_TEST_SUITE(QuestionnaireTest)

BOOST_AUTO_TEST_CASE(AQuestionIsAskedWhileItsConditionHoldsAllTheWay) {
  const auto form = questionnaire();
  const auto& week = *form.find("week");
  const auto& twins = *form.find("twins");
  BOOST_TEST(isAsked(form, *form.find("signs"), {}));
  BOOST_TEST(!isAsked(form, week, {}));
  BOOST_TEST(isAsked(form, week, {answer("pregnant", {"yes"})}));
  BOOST_TEST(!isAsked(form, week, {answer("pregnant", {}, AnswerState::notSure)}));
  BOOST_TEST(isAsked(form, twins, {answer("pregnant", {"yes"}), answer("week", {"12"})}));
  // The week is no longer asked, so what hangs on it isn't either.
  BOOST_TEST(!isAsked(form, twins, {answer("pregnant", {"no"}), answer("week", {"12"})}));
}

BOOST_AUTO_TEST_CASE(AChoiceThatStandsAloneEmptiesTheOthersAndIsEmptiedByThem) {
  const auto form = questionnaire();
  const auto& signs = *form.find("signs");
  using Values = std::vector<std::string>;
  BOOST_TEST(withChoice(signs, {"fever", "other"}, "none", true) == Values{"none"},
             boost::test_tools::per_element());
  BOOST_TEST(withChoice(signs, {"none"}, "fever", true) == Values{"fever"}, boost::test_tools::per_element());
  BOOST_TEST(withChoice(signs, {"fever"}, "other", true) == (Values{"fever", "other"}),
             boost::test_tools::per_element());
  BOOST_TEST(withChoice(signs, {"fever"}, "fever", false).empty());
  BOOST_TEST(withChoice(*form.find("pregnant"), {"yes"}, "no", true) == Values{"no"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(ADetailIsAskedBeneathWhatAsksForIt) {
  const auto form = questionnaire();
  BOOST_TEST(detailAsked(*form.find("pregnant"), answer("pregnant", {"yes"})) == "Which week?");
  BOOST_TEST(detailAsked(*form.find("pregnant"), answer("pregnant", {"no"})) == "");
  BOOST_TEST(detailAsked(*form.find("signs"), answer("signs", {"fever", "other"})) == "What?");
  BOOST_TEST(detailAsked(*form.find("signs"), answer("signs", {"fever"})) == "");
}

BOOST_AUTO_TEST_CASE(AnswersOfAnEarlierQuestionnaireAreCarriedOver) {
  const auto carried = carriedOver(
      questionnaire(), {answer("pills", {"Aspirin, mornings"}), answer("where", {"none"}),
                        answer("signs", {"fever", "hiccups"}), answer("gone", {"kept as it is"})});
  BOOST_REQUIRE(carried.size() == 3U);
  BOOST_TEST(carried[0].rows.front().at("name") == "Aspirin, mornings");
  BOOST_TEST(carried[0].values.empty());
  BOOST_TEST(carried[1].values == std::vector<std::string>{"fever"}, boost::test_tools::per_element());
  BOOST_TEST(carried[2].values.front() == "kept as it is");
}

BOOST_AUTO_TEST_CASE(DifferencesNameWhatIsNewOtherwiseAndGone) {
  const auto before = intakeOf({answer("a", {"1"}), answer("b", {"2"}), answer("c", {"3"})});
  const auto after = intakeOf({answer("b", {"2"}), answer("a", {"one"}), answer("d", {"4"})});
  const auto changes = differences(before, after);
  BOOST_REQUIRE(changes.size() == 3U);
  BOOST_TEST(changes[0].question == "a");
  BOOST_TEST(changes[0].before->values.front() == "1");
  BOOST_TEST(changes[1].question == "d");
  BOOST_TEST(!changes[1].before.has_value());
  BOOST_TEST(changes[2].question == "c");
  BOOST_TEST(!changes[2].after.has_value());
}

BOOST_AUTO_TEST_CASE(AnIntakeHoldsNoEmptyRowsAndNotTooMany) {
  auto intake = intakeOf({{"pills", AnswerState::answered, {}, {}, {{{"name", "Aspirin"}}}}});
  BOOST_TEST(test::thrownBy<core::InputError>([&] { check(intake); }) == "");
  intake.answers[0].rows.push_back({});
  BOOST_TEST(test::thrownBy<core::InputError>([&] { check(intake); }) ==
             "error.text.empty field=answers.pills.rows");
  intake.answers[0].rows = std::vector<AnswerRow>(kMostAnswerRows + 1, {{"name", "x"}});
  BOOST_TEST(test::thrownBy<core::InputError>([&] { check(intake); }) ==
             "error.range field=answers.pills.rows value=101 low=0 high=100");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(SafetyFlagTest)

BOOST_AUTO_TEST_CASE(ARowRaisesAndNothingToTellDoesNot) {
  SafetyFlag flag;
  flag.raisedBy = {{"pills", "", {}}};
  const std::vector<SafetyFlag> flags{flag};
  const auto raised = [&](IntakeAnswer given) {
    return raisedFlags(flags, intakeOf({std::move(given)})).size();
  };
  BOOST_TEST(raised({"pills", AnswerState::answered, {}, {}, {{{"name", "Aspirin"}}}}) == 1U);
  BOOST_TEST(raised(answer("pills", {"keine"})) == 0U);
  BOOST_TEST(raised(answer("pills", {"None."})) == 0U);
  BOOST_TEST(raised(answer("pills", {}, AnswerState::ratherTell)) == 0U);
}

BOOST_AUTO_TEST_CASE(AClosedFlagNoLongerCountsAndAReferredOneStillDoes) {
  const std::vector<SafetyFlag> flags{feverFlag()};
  const std::vector<Intake> intakes{intakeOf({answer("signs", {"fever"})})};
  const auto open = standingFlags(flags, intakes, {});
  BOOST_REQUIRE(open.size() == 1U);
  BOOST_TEST(open[0].isOpen());
  BOOST_TEST(openStopFlags(open).size() == 1U);
  const auto standing = [&](ClosingKind kind) {
    return standingFlags(flags, intakes, {closing(kind, intakes[0])}).front();
  };
  BOOST_TEST(!standing(ClosingKind::cleared).counts());
  BOOST_TEST(!standing(ClosingKind::notRelevant).counts());
  BOOST_TEST(standing(ClosingKind::referred).counts());
  BOOST_TEST(!standing(ClosingKind::referred).isOpen());
  BOOST_TEST(standing(ClosingKind::reopened).isOpen());
}

BOOST_AUTO_TEST_CASE(TheNewestWordCounts) {
  const std::vector<Intake> intakes{intakeOf({answer("signs", {"fever"})})};
  const auto standing =
      standingFlags({feverFlag()}, intakes,
                    {closing(ClosingKind::referred, intakes[0]), closing(ClosingKind::cleared, intakes[0])});
  BOOST_TEST(!standing.front().counts());
}

BOOST_AUTO_TEST_CASE(AFlagIsOpenAgainWhenTheAnswersBehindItAreOthers) {
  const auto first = intakeOf({answer("signs", {"fever"}), answer("sleep", {"well"})}, 1);
  const auto same = intakeOf({answer("signs", {"fever"}), answer("sleep", {"badly"})}, 2);
  const auto other = intakeOf({answer("signs", {"fever", "other"})}, 3);
  const std::vector<FlagClosing> closings{closing(ClosingKind::cleared, first)};
  BOOST_TEST(!standingFlags({feverFlag()}, {first, same}, closings).front().isOpen());
  BOOST_TEST(standingFlags({feverFlag()}, {first, same, other}, closings).front().isOpen());
  BOOST_TEST(standingFlags({feverFlag()}, {first, intakeOf({}, 4)}, closings).empty());
}

BOOST_AUTO_TEST_CASE(AClosingNamesWhoOrWhy) {
  auto word = closing(ClosingKind::cleared, intakeOf({}));
  word.on = kToday;
  BOOST_TEST(test::thrownBy<core::InputError>([&] { check(word, kToday); }) == "");
  word.who.clear();
  BOOST_TEST(test::thrownBy<core::InputError>([&] { check(word, kToday); }) == "error.text.empty field=who");
  word.kind = ClosingKind::notRelevant;
  BOOST_TEST(test::thrownBy<core::InputError>([&] { check(word, kToday); }) == "");
  word.reason = " ";
  BOOST_TEST(test::thrownBy<core::InputError>([&] { check(word, kToday); }) ==
             "error.text.empty field=reason");
  word.reason = "an old story";
  word.on = kToday.plusDays(1);
  BOOST_TEST(test::thrownBy<core::InputError>([&] { check(word, kToday); }) ==
             "error.use.takenOn field=on value=2026-11-29");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(ConsentTest)

BOOST_AUTO_TEST_CASE(TheNewestWordOnEachConsentStands) {
  Consent hands;
  hands.text.slug = "hands-on";
  hands.decision = ConsentDecision::accepted;
  Consent record = hands;
  record.text.slug = "record";
  Consent withdrawn = hands;
  withdrawn.decision = ConsentDecision::withdrawn;
  const auto standing = standingConsents({hands, record, withdrawn});
  BOOST_REQUIRE(standing.size() == 2U);
  BOOST_TEST((standing[0].decision == ConsentDecision::withdrawn));
  BOOST_TEST((standing[1].decision == ConsentDecision::accepted));
}

BOOST_AUTO_TEST_CASE(AGuardianSignsUntilTheBirthday) {
  const auto needed = [](std::optional<core::Date> born) { return signerNeeded(born, kToday, 18); };
  BOOST_TEST((needed(core::Date(2008, 11, 29)) == SignerNeeded::guardian));
  BOOST_TEST((needed(core::Date(2008, 11, 28)) == SignerNeeded::client));
  BOOST_TEST((needed({}) == SignerNeeded::askAge));
}

BOOST_AUTO_TEST_CASE(ASignatureStaysInsideItsField) {
  Consent consent;
  consent.text = {"hands-on", 1, "Hands-on work", "You stay dressed."};
  consent.signer = "Zoë Example";
  consent.on = kToday;
  consent.signature = {{{{0, 0}, {1000, 300}}}, 300};
  BOOST_TEST(test::thrownBy<core::InputError>([&] { check(consent, kToday); }) == "");
  consent.signature.strokes[0].push_back({1001, 0});
  BOOST_TEST(test::thrownBy<core::InputError>([&] { check(consent, kToday); }) ==
             "error.range field=signature.x value=1001 low=0 high=1000");
}

BOOST_AUTO_TEST_CASE(AQuestionnaireHasACodeThatChangesWithItsWords) {
  domain::Questionnaire asked{
      "general", 2, "en", {{"you", "You", "", {{"name", domain::QuestionKind::text, "Your name?"}}}}};
  const std::string code = domain::definitionCode(asked);
  BOOST_TEST(code.size() == 16U);
  BOOST_TEST(domain::definitionCode(asked) == code);
  auto other = asked;
  other.sections[0].questions[0].label = "Your names?";
  BOOST_TEST(domain::definitionCode(other) != code);
  other = asked;
  other.sections[0].questions[0].kind = domain::QuestionKind::date;
  BOOST_TEST(domain::definitionCode(other) != code);
  // Where one text ends and the next begins counts too.
  other = asked;
  other.sections[0].title = "Y";
  other.sections[0].intro = "ou";
  BOOST_TEST(domain::definitionCode(other) != code);
}

BOOST_AUTO_TEST_SUITE_END()

// What speaks for a movement, and what speaks against it.
#include "domain/suggestion.h"

#include <boost/test/unit_test.hpp>

#include "support/drawing.h"

using namespace unknot::domain;

namespace {

BodyRegion region(const char* base, Side side, std::vector<ReflexPattern> patterns) {
  BodyRegion made;
  made.base = base;
  made.side = side;
  made.slug = std::string(base) + (side == Side::left ? "-l" : "-r");
  made.code = base;
  made.name = base;
  made.patterns = std::move(patterns);
  return made;
}

const BodyAtlas& atlas() {
  static const BodyAtlas s_atlas({}, {region("ql", Side::left, {ReflexPattern::trauma}),
                                      region("ql", Side::right, {ReflexPattern::trauma}),
                                      region("pec", Side::left, {ReflexPattern::red}),
                                      region("para-l", Side::left, {ReflexPattern::green})});
  return s_atlas;
}

Exercise exercise(const char* slug, std::vector<std::string> regions, std::vector<std::string> patterns,
                  std::vector<std::string> movements = {}) {
  Exercise made;
  made.slug = slug;
  made.regions = std::move(regions);
  made.patterns = std::move(patterns);
  made.movements = std::move(movements);
  return made;
}

const std::vector<Exercise>& library() {
  static const std::vector<Exercise> s_library{
      exercise("soma-scan", {}, {"awareness"}, {"getting-to-the-floor"}),
      exercise("flower", {"pec"}, {"red"}),
      exercise("side-curl", {"ql"}, {"trauma"}, {"getting-to-the-floor"}),
      exercise("washrag", {"ql", "pec"}, {"twist", "trauma"}, {"end-range-rotation"}),
      exercise("arch-and-flatten", {"para-l"}, {"green"})};
  return s_library;
}

RegionFinding found(const char* slug, std::optional<int> before, std::optional<int> after = {}) {
  RegionFinding finding;
  finding.region = slug;
  if (before) finding.before = Tension(*before);
  if (after) finding.after = Tension(*after);
  return finding;
}

std::vector<std::string> names(const Suggestions& all) {
  std::vector<std::string> slugs;
  for (const auto& one : all.suggested) slugs.push_back(one.exercise);
  return slugs;
}

using Names = std::vector<std::string>;

SafetyFlag osteoporosis() {
  SafetyFlag flag;
  flag.slug = "osteoporosis";
  flag.raisedBy = {{"conditions", "osteoporosis", {}}};
  flag.leavesOut = {"end-range-rotation"};
  flag.keepsSmall = {"getting-to-the-floor"};
  return flag;
}

Intake answered(const char* question, std::vector<std::string> values,
                AnswerState state = AnswerState::answered) {
  Intake intake;
  intake.answers = {{question, state, std::move(values)}};
  return intake;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(SuggestionTest)

BOOST_AUTO_TEST_CASE(WithoutAMapOnlyWhatComesFirstIsSuggested) {
  BOOST_TEST(names(suggest(library(), atlas(), {}, {}, {})) == Names{"arch-and-flatten"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(TheStrongestReasonsComeFirstAndTheSameInputGivesTheSameOrder) {
  const std::vector<RegionFinding> map{found("ql-l", 4), found("ql-r", 2), found("pec-l", 1)};
  const auto once = suggest(library(), atlas(), map, {}, {});
  BOOST_TEST(names(once) == (Names{"arch-and-flatten", "side-curl", "washrag"}),
             boost::test_tools::per_element());
  BOOST_TEST(names(suggest(library(), atlas(), map, {}, {})) == names(once),
             boost::test_tools::per_element());
  const auto& curl = once.suggested[1];
  BOOST_REQUIRE(curl.regions.size() == 2U);
  BOOST_TEST(curl.regions[0].region == "ql-l");
  BOOST_TEST(*curl.regions[0].tension == 4);
  BOOST_TEST(!curl.regions[0].after);
  BOOST_TEST(curl.patterns == Names{"trauma"}, boost::test_tools::per_element());
  // Nothing charted speaks of a twist.
  BOOST_TEST(once.suggested[2].patterns == Names{"trauma"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(WhatLetGoDoesNotSpeakAndWhatStayedDoes) {
  BOOST_TEST(names(suggest(library(), atlas(), {found("pec-l", 4, 1)}, {}, {})) == Names{"arch-and-flatten"},
             boost::test_tools::per_element());
  const auto stayed = suggest(library(), atlas(), {found("pec-l", 4, 3)}, {}, {});
  BOOST_REQUIRE(stayed.suggested.size() == 3U);
  BOOST_TEST(stayed.suggested[1].exercise == "flower");
  BOOST_TEST(stayed.suggested[1].regions[0].after);
}

BOOST_AUTO_TEST_CASE(NoControlSpeaksAtAnyTension) {
  auto numb = found("pec-l", 0);
  numb.findings.noControl = true;
  const auto all = suggest(library(), atlas(), {numb}, {}, {});
  BOOST_TEST(names(all) == (Names{"arch-and-flatten", "flower", "washrag"}),
             boost::test_tools::per_element());
  BOOST_TEST(all.suggested[1].regions[0].noControl);
}

BOOST_AUTO_TEST_CASE(WhatIsPlannedAlreadyIsNotSuggested) {
  const auto all = suggest(library(), atlas(), {found("pec-l", 4)}, {}, {"flower", "arch-and-flatten"});
  BOOST_TEST(names(all) == Names{"washrag"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(ALeftOutMovementIsNeverSuggestedAndSaysWhy) {
  const auto flag = osteoporosis();
  const auto all = suggest(library(), atlas(), {found("pec-l", 4), found("ql-l", 4)}, {&flag}, {});
  BOOST_TEST(names(all) == (Names{"arch-and-flatten", "flower", "side-curl"}),
             boost::test_tools::per_element());
  BOOST_REQUIRE(all.leftOut.size() == 1U);
  BOOST_TEST(all.leftOut[0].exercise == "washrag");
  BOOST_TEST(all.leftOut[0].because[0].flag->slug == "osteoporosis");
  BOOST_TEST(all.leftOut[0].because[0].movement == "end-range-rotation");
  BOOST_TEST(all.leftOut[0].regions.size() == 2U);
  BOOST_REQUIRE(all.suggested[2].keepSmall.size() == 1U);
  BOOST_TEST(all.suggested[2].keepSmall[0].movement == "getting-to-the-floor");
}

BOOST_AUTO_TEST_CASE(StopNowAndClearanceFirstLeaveEverythingOut) {
  for (const auto level : {SafetyLevel::stopNow, SafetyLevel::clearanceFirst}) {
    SafetyFlag flag;
    flag.level = level;
    const auto all = suggest(library(), atlas(), {found("pec-l", 4)}, {&flag}, {});
    BOOST_TEST(all.suggested.empty());
    BOOST_TEST(all.leftOut.size() == library().size());
  }
}

BOOST_AUTO_TEST_CASE(AnAnswerRaisesItsFlag) {
  const std::vector<SafetyFlag> flags{osteoporosis()};
  BOOST_TEST(raisedFlags(flags, {}).empty());
  BOOST_TEST(raisedFlags(flags, answered("conditions", {"heart", "osteoporosis"})).size() == 1U);
  BOOST_TEST(raisedFlags(flags, answered("conditions", {"heart"})).empty());
  BOOST_TEST(raisedFlags(flags, answered("other", {"osteoporosis"})).empty());
  BOOST_TEST(raisedFlags(flags, answered("conditions", {"osteoporosis"}, AnswerState::notSure)).empty());
}

BOOST_AUTO_TEST_CASE(NotSureIsNoNo) {
  SafetyFlag implants;
  implants.raisedBy = {{"implants", "", {}}};
  const std::vector<SafetyFlag> flags{osteoporosis(), implants};
  using Slugs = std::vector<std::string>;
  BOOST_TEST(openQuestions(flags, answered("conditions", {"heart"})).empty());
  BOOST_TEST(openQuestions(flags, answered("conditions", {}, AnswerState::notSure)) == Slugs{"conditions"},
             boost::test_tools::per_element());
  BOOST_TEST(openQuestions(flags, answered("implants", {}, AnswerState::ratherTell)) ==
                 (Slugs{"conditions", "implants"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(AnyTextRaisesAFlagButSayingThatThereIsNothing) {
  SafetyFlag flag;
  flag.raisedBy = {{"implants", "", {}}};
  BOOST_TEST(raisedFlags({flag}, answered("implants", {"left hip, 2019"})).size() == 1U);
  for (const char* nothing : {"", "  ", "no", "None", "-", "Nein"})
    BOOST_TEST(raisedFlags({flag}, answered("implants", {nothing})).empty(), nothing);
}

BOOST_AUTO_TEST_CASE(AWeakSignRisesOnlyInItsCombination) {
  SafetyFlag flag;
  flag.raisedBy = {{"new-signs", "weight-loss", {{"new-signs", "night-pain", {}}}}};
  BOOST_TEST(raisedFlags({flag}, answered("new-signs", {"weight-loss"})).empty());
  BOOST_TEST(raisedFlags({flag}, answered("new-signs", {"weight-loss", "night-pain"})).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

#include "app/home_practice_presenter.h"

#include <boost/test/unit_test.hpp>

#include "app/charting.h"
#include "app/clients.h"
#include "app/intakes.h"
#include "app/work_support.h"
#include "core/executor.h"

using namespace unknot;

namespace {

struct Screen : test::Desk {
  core::InPlaceExecutor here;
  core::Tasks tasks{here, here};
  domain::ClientId zoe = client("Zoë Example");
  app::HomePracticeState state;
  app::HomePracticePresenter presenter{tasks, work, test::shippedContent(),
                                       clock, "en", [this](const app::HomePracticeState& s) { state = s; }};
  Screen() { presenter.open(zoe); }
  bool flush() {
    bool saved = false;
    presenter.flush([&](bool all) { saved = all; });
    return saved;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(HomePracticePresenterTest, Screen)

BOOST_AUTO_TEST_CASE(TheWholeLibraryIsShownAndFoundByWordBeginnings) {
  BOOST_TEST(state.ready);
  BOOST_TEST(state.library.size() == test::shippedContent().exercises().size());
  presenter.setSearch("arch fl");
  BOOST_REQUIRE(!state.library.empty());
  for (const auto& card : state.library) BOOST_TEST(card.title.find("Arch") != std::string::npos);
  presenter.setSearch("xyz");
  BOOST_TEST(state.library.empty());
  presenter.setSearch("");
  presenter.setPosition(domain::Position::standing);
  BOOST_TEST(!state.library.empty());
  BOOST_TEST(state.library.size() < test::shippedContent().exercises().size());
}

// Those plans stand on the list of what is to be reviewed: the next thing anybody does is change one.
BOOST_AUTO_TEST_CASE(APlanWhoseReviewHasComeIsChangedAndSaved) {
  presenter.add("flower");
  presenter.setReviewOn(work.today().plusDays(7).toIso());
  BOOST_REQUIRE(flush());
  clock.advanceMs(std::int64_t{10} * 24 * 60 * 60 * 1000);
  presenter.open(zoe);
  BOOST_TEST(!state.reviewOn.empty());
  presenter.add("side-curl");
  BOOST_TEST(state.reviewOn.empty());
  BOOST_TEST(state.told.value().id == "plan.reviewOver");
  BOOST_TEST(flush());
  BOOST_TEST(!store.plans().current(zoe)->reviewOn.has_value());
}

BOOST_AUTO_TEST_CASE(WhatCantBeSavedIsGivenUpOnlyWhenAskedTo) {
  presenter.setNote("Slowly.");
  BOOST_TEST(!flush());
  BOOST_TEST(state.changed);
  presenter.dropChanges();
  presenter.open(zoe);
  BOOST_TEST(state.note.empty());
  BOOST_TEST(flush());
}

BOOST_AUTO_TEST_CASE(AMovementComesWithItsUsualDoseOnce) {
  presenter.add("side-curl");
  presenter.add("flower");
  presenter.add("side-curl");
  BOOST_REQUIRE(state.plan.size() == 2U);
  BOOST_TEST(state.selected.value() == 0U);
  const auto* exercise = test::shippedContent().exercise("side-curl");
  BOOST_TEST(state.plan[0].item.repetitions == exercise->dose.repetitions);
  BOOST_TEST((state.plan[0].item.side == domain::PlanSide::both));
  BOOST_TEST(state.plan[0].title == exercise->text.title);
}

BOOST_AUTO_TEST_CASE(OrderIsChangedByKeysAndByDrag) {
  for (const char* slug : {"soma-scan", "flower", "side-curl"}) presenter.add(slug);
  presenter.moveSelected(-1);
  BOOST_TEST(state.plan[1].item.exercise == "side-curl");
  BOOST_TEST(state.selected.value() == 1U);
  presenter.move(0, 2);
  BOOST_TEST(state.plan[2].item.exercise == "soma-scan");
  presenter.moveSelected(1);
  BOOST_TEST(state.plan[2].item.exercise == "soma-scan");
  presenter.removeSelected();
  BOOST_TEST(state.plan.size() == 2U);
  BOOST_TEST(state.selected.value() == 1U);
}

BOOST_AUTO_TEST_CASE(EachSaveIsAVersionOfItsOwn) {
  BOOST_TEST(flush());
  BOOST_TEST(store.plans().ofClient(zoe).empty());
  presenter.add("flower");
  presenter.setRepetitions(4);
  presenter.setCue("Slowly, like a yawn.");
  BOOST_TEST(flush());
  BOOST_TEST(!state.changed);
  presenter.setMinutes(7);
  BOOST_TEST(state.changed);
  BOOST_TEST(flush());
  BOOST_TEST(flush());
  const auto plans = store.plans().ofClient(zoe);
  BOOST_REQUIRE(plans.size() == 2U);
  BOOST_TEST(plans[0].items[0].minutes != 7);
  BOOST_TEST(plans[1].items[0].cue == "Slowly, like a yawn.");
  BOOST_TEST(plans[1].version == 2);
}

BOOST_AUTO_TEST_CASE(MoreThanFiveIsSaidQuietly) {
  for (const char* slug : {"soma-scan", "flower", "side-curl", "washrag", "back-lift"}) presenter.add(slug);
  BOOST_TEST(!state.manyExercises);
  presenter.add("look-behind");
  BOOST_TEST(state.manyExercises);
}

BOOST_AUTO_TEST_CASE(AReviewDateLiesAheadOrIsAnswered) {
  presenter.add("flower");
  presenter.setReviewOn("16 Mar 2026");
  BOOST_TEST(!state.reviewIssue);
  presenter.setReviewOn("1 Mar 2026");
  BOOST_TEST(state.reviewIssue.value().id == "plan.reviewPast");
  presenter.setReviewOn("next week");
  BOOST_TEST(state.reviewIssue.value().id == "session.dateUnknown");
  presenter.setReviewOn("");
  BOOST_TEST(!state.reviewIssue);
  BOOST_TEST(flush());
  BOOST_TEST(!store.plans().current(zoe)->reviewOn);
}

BOOST_AUTO_TEST_CASE(ANoteOrADateWithoutAMovementIsNotCalledKept) {
  presenter.setNote("Slowly.");
  BOOST_TEST(!flush());
  BOOST_TEST(state.problem.value().id == "plan.needsMovement");
  BOOST_TEST(state.note == "Slowly.");
  presenter.setNote("");
  BOOST_TEST(!state.problem);
  BOOST_TEST(flush());
  presenter.setReviewOn("16 Mar 2026");
  BOOST_TEST(!flush());
  presenter.add("flower");
  BOOST_TEST(flush());
  BOOST_TEST(store.plans().current(zoe)->reviewOn.has_value());
}

BOOST_AUTO_TEST_CASE(ADateThatCannotBeReadIsNotCalledKeptButTheRestIsSaved) {
  presenter.add("flower");
  presenter.setReviewOn("next week");
  BOOST_TEST(!flush());
  BOOST_TEST(state.reviewIssue.has_value());
  BOOST_TEST(store.plans().current(zoe).has_value());
  presenter.setReviewOn("");
  BOOST_TEST(flush());
}

BOOST_AUTO_TEST_CASE(AFailedSaveKeepsThePlanOnScreen) {
  presenter.add("flower");
  store.failWrites(true);
  BOOST_TEST(!flush());
  BOOST_TEST(state.problem.has_value());
  BOOST_TEST(state.plan.size() == 1U);
  store.failWrites(false);
  BOOST_TEST(flush());
}

namespace {

const app::LibraryCard* cardOf(const app::HomePracticeState& state, const std::string& slug) {
  for (const auto& card : state.library)
    if (card.slug == slug) return &card;
  return nullptr;
}

// One session with a firm left waist, and thin bones among the answers.
void chartAndAsk(test::Desk& desk, domain::ClientId client) {
  auto open = app::startSession(desk.work, client, domain::SessionKind::handsOn);
  domain::RegionFinding finding;
  finding.region = "ql-l";
  finding.before = domain::Tension(4);
  finding.after = domain::Tension(3);
  open.content.findings = {finding};
  app::saveSession(desk.work, open.session, client, open.content);
  domain::Intake intake;
  intake.client = client;
  intake.questionnaire = "general/2";
  intake.takenOn = desk.work.today();
  intake.answers = {{"conditions", domain::AnswerState::answered, {"osteoporosis"}}};
  app::addIntake(desk.work, intake);
}

}  // namespace

BOOST_AUTO_TEST_CASE(SuggestionsNameTheRegionsThatSpeakForThem) {
  chartAndAsk(*this, zoe);
  presenter.open(zoe);
  presenter.setShelf(app::Shelf::suggested);
  BOOST_TEST(state.suggested == state.library.size());
  const auto* curl = cardOf(state, "side-curl");
  BOOST_REQUIRE(curl != nullptr);
  BOOST_TEST(curl->lines[0].find("still 3 afterwards") != std::string::npos, curl->lines[0]);
  BOOST_TEST(state.library.front().slug == "arch-and-flatten");
  BOOST_TEST(state.grounds.front().id == "plan.fromMap");
  presenter.add("side-curl");
  BOOST_TEST(cardOf(state, "side-curl") == nullptr);
}

BOOST_AUTO_TEST_CASE(WhatIsLeftOutSaysWhyAndNeedsAReasonToBeGiven) {
  chartAndAsk(*this, zoe);
  presenter.open(zoe);
  presenter.setShelf(app::Shelf::suggested);
  BOOST_TEST(cardOf(state, "washrag") == nullptr);
  presenter.setShelf(app::Shelf::leftOut);
  const auto* washrag = cardOf(state, "washrag");
  BOOST_REQUIRE(washrag != nullptr);
  BOOST_TEST(washrag->lines[0].find("osteoporosis") != std::string::npos);
  presenter.add("washrag");
  BOOST_TEST(!state.plan[0].against.empty());
  BOOST_TEST(!flush());
  BOOST_TEST(state.problem.value().id == "error.plan.reason");
  presenter.add("walking");
  BOOST_TEST(state.plan[1].care.find("balance") != std::string::npos);
  BOOST_TEST(state.selected.value() == 1U);
  BOOST_TEST(!flush());
  BOOST_TEST(state.selected.value() == 0U);
  presenter.setReason("Only a hand wide; agreed with her physician.");
  BOOST_TEST(flush());
  BOOST_TEST(store.plans().current(zoe)->items[0].reason == "Only a hand wide; agreed with her physician.");
}

BOOST_AUTO_TEST_CASE(WithoutAnIntakeItIsSaidThatNothingCouldBeLeftOut) {
  presenter.setShelf(app::Shelf::suggested);
  BOOST_REQUIRE(state.grounds.size() == 2U);
  BOOST_TEST(state.grounds[0].id == "plan.noMap");
  BOOST_TEST(state.grounds[1].id == "plan.noIntake");
}

BOOST_AUTO_TEST_CASE(QuestionsLeftOpenAreNamedBesideTheSuggestions) {
  chartAndAsk(*this, zoe);
  presenter.open(zoe);
  presenter.setShelf(app::Shelf::suggested);
  BOOST_TEST(state.grounds.back().id == "plan.notAnswered");
  BOOST_TEST(state.grounds.back().args[0].value.find("pregnant") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(AnIntakeGivenMeanwhileCounts) {
  presenter.add("washrag");
  BOOST_TEST(state.plan[0].against.empty());
  chartAndAsk(*this, zoe);
  presenter.refreshGrounds();
  BOOST_TEST(!state.plan[0].against.empty());
}

BOOST_AUTO_TEST_CASE(ASeriesAddsWhatIsNotThereYet) {
  presenter.add("washrag");
  presenter.setShelf(app::Shelf::series);
  BOOST_REQUIRE(cardOf(state, "cat-stretch") != nullptr);
  presenter.add("cat-stretch");
  BOOST_TEST(state.plan.size() == 7U);
  BOOST_TEST(state.plan[0].item.exercise == "washrag");
}

namespace {

// Washrag and Arch & Flatten with words of the practitioner's own, kept under a name.
void keepFirstLesson(app::HomePracticePresenter& presenter) {
  presenter.add("washrag");
  presenter.setCue("Like a cat.");
  presenter.setReason("Agreed with her physician.");
  presenter.setRounds(2);
  presenter.add("arch-and-flatten");
  presenter.setCue("Let the breath do it.");
  presenter.setWeeks(4);
  presenter.setGrouped(true);
  presenter.setNote("Half the effort.");
  presenter.keepAsTemplate(" First lesson ");
}

std::string templateCard(const app::HomePracticeState& state) {
  for (const auto& card : state.library)
    if (card.planTemplate) return card.slug;
  return {};
}

const core::Message* ground(const app::HomePracticeState& state, const char* id) {
  for (const auto& message : state.grounds)
    if (message.id == id) return &message;
  return nullptr;
}

}  // namespace

BOOST_AUTO_TEST_CASE(ATemplateKeepsThePlanButNothingOfItsClient) {
  keepFirstLesson(presenter);
  BOOST_TEST((state.shelf == app::Shelf::series));
  BOOST_TEST(state.told.value().id == "plan.template.kept");
  BOOST_TEST(state.library.front().title == "First lesson");
  BOOST_REQUIRE(store.data().planTemplates.size() == 1U);
  const auto& kept = store.data().planTemplates[0];
  BOOST_TEST(kept.items[0].cue == "Like a cat.");
  BOOST_TEST(kept.items[0].rounds == 2);
  BOOST_TEST(kept.items[0].reason.empty());
  BOOST_TEST(kept.weeks == 4);
  BOOST_TEST(kept.grouped);
  BOOST_TEST((published.back().kind == app::Change::Kind::planTemplate));
  BOOST_TEST(published.back().client.isNil());
}

BOOST_AUTO_TEST_CASE(ATemplateFillsAnEmptyPlanAndStandsBehindAnotherOne) {
  keepFirstLesson(presenter);
  presenter.open(client("Bo"));
  presenter.setShelf(app::Shelf::series);
  presenter.add(templateCard(state));
  BOOST_REQUIRE(state.plan.size() == 2U);
  BOOST_TEST(state.plan[0].item.cue == "Like a cat.");
  BOOST_TEST(state.weeks == 4);
  BOOST_TEST(state.grouped);
  BOOST_TEST(state.note.empty());
  BOOST_TEST(flush());

  presenter.open(client("Cy"));
  presenter.add("flower");
  presenter.setShelf(app::Shelf::series);
  presenter.add(templateCard(state));
  BOOST_REQUIRE(state.plan.size() == 3U);
  BOOST_TEST(state.plan[0].item.exercise == "flower");
  BOOST_TEST(state.weeks == 2);
  BOOST_TEST(!state.grouped);
  presenter.add(templateCard(state));
  BOOST_TEST(state.plan.size() == 3U);
}

BOOST_AUTO_TEST_CASE(WhatIsLeftOutIsNamedAndComesWithItsCueOnceAReasonIsWritten) {
  keepFirstLesson(presenter);
  const auto bo = client("Bo");
  chartAndAsk(*this, bo);
  presenter.open(bo);
  presenter.setShelf(app::Shelf::series);
  BOOST_TEST(ground(state, "plan.notAdded") == nullptr);
  presenter.add(templateCard(state));
  BOOST_REQUIRE(state.plan.size() == 1U);
  BOOST_TEST(state.plan[0].item.exercise == "arch-and-flatten");
  BOOST_REQUIRE(ground(state, "plan.notAdded") != nullptr);
  BOOST_TEST(ground(state, "plan.notAdded")->args[0].value == "“Washrag”");
  presenter.setShelf(app::Shelf::leftOut);
  BOOST_TEST(ground(state, "plan.notAdded") != nullptr);
  presenter.add("washrag");
  BOOST_TEST(ground(state, "plan.notAdded") == nullptr);
  BOOST_TEST(state.plan[1].item.cue == "Like a cat.");
  BOOST_TEST(state.plan[1].item.rounds == 2);
  BOOST_TEST(!flush());
  presenter.setReason("A hand wide only.");
  BOOST_TEST(flush());
}

BOOST_AUTO_TEST_CASE(ASeriesTooLeavesOutWhatTheIntakeSpeaksAgainst) {
  chartAndAsk(*this, zoe);
  presenter.open(zoe);
  presenter.setShelf(app::Shelf::series);
  presenter.add("cat-stretch");
  for (const auto& row : state.plan) BOOST_TEST(row.against.empty(), row.title);
  BOOST_REQUIRE(ground(state, "plan.notAdded") != nullptr);
  BOOST_TEST(ground(state, "plan.notAdded")->count.value() + static_cast<long>(state.plan.size()) == 7);
}

BOOST_AUTO_TEST_CASE(AMovementThatLeftTheLibraryIsNamedWhenItsTemplateIsGiven) {
  keepFirstLesson(presenter);
  store.data().planTemplates[0].items[0].exercise = "own-gone";
  presenter.open(client("Bo"));
  presenter.setShelf(app::Shelf::series);
  presenter.add(templateCard(state));
  BOOST_TEST(state.plan.size() == 1U);
  BOOST_REQUIRE(ground(state, "plan.notInLibrary") != nullptr);
  BOOST_TEST(ground(state, "plan.notInLibrary")->args[0].value == "“own-gone”");
  presenter.renameTemplate(store.data().planTemplates[0].id, "Still there");
  BOOST_TEST(store.data().planTemplates[0].name == "Still there");
}

BOOST_AUTO_TEST_CASE(TheSameNameReplacesAndAnotherOnesNameIsRefused) {
  keepFirstLesson(presenter);
  BOOST_TEST(presenter.hasTemplate("first  lesson") == false);
  BOOST_TEST(presenter.hasTemplate("FIRST lesson"));
  presenter.removeSelected();
  presenter.keepAsTemplate("first lesson");
  BOOST_REQUIRE(store.data().planTemplates.size() == 1U);
  BOOST_TEST(store.data().planTemplates[0].items.size() == 1U);
  presenter.keepAsTemplate("Second");
  BOOST_REQUIRE(store.data().planTemplates.size() == 2U);
  const auto second = store.data().planTemplates[1].id;
  presenter.renameTemplate(second, "First Lesson");
  BOOST_TEST(state.problem.value().id == "error.planTemplate.exists");
  presenter.renameTemplate(second, " ");
  BOOST_TEST(state.problem.value().id == "error.planTemplate.name");
  presenter.renameTemplate(second, "Third");
  BOOST_TEST(!state.problem);
  presenter.remove(second.toString());
  BOOST_TEST(store.data().planTemplates.size() == 1U);
  presenter.renameTemplate(second, "Fourth");
  BOOST_TEST(state.problem.value().id == "error.planTemplate.gone");
}

BOOST_AUTO_TEST_CASE(AnEmptyPlanIsNoTemplateAndNobodyElseMayKeepOne) {
  presenter.keepAsTemplate("Nothing");
  BOOST_TEST(state.problem.value().id == "error.planTemplate.empty");
  presenter.add("flower");
  actAs(domain::Role::auditor);
  presenter.keepAsTemplate("Mine");
  BOOST_TEST(state.problem.value().id == "error.use.permission");
  BOOST_TEST(store.data().planTemplates.empty());
}

BOOST_AUTO_TEST_CASE(ACueThatNamesTheClientIsAskedAbout) {
  presenter.add("flower");
  presenter.setCue("As soft as on Tuesday.");
  presenter.add("washrag");
  presenter.setCue("Slower, Zoe!");
  const auto titles = presenter.cuesNamingClient();
  BOOST_REQUIRE(titles.size() == 1U);
  BOOST_TEST(titles[0] == "Washrag");
}

BOOST_AUTO_TEST_CASE(WeeksAndGroupingBelongToThePlan) {
  presenter.add("flower");
  presenter.setWeeks(4);
  presenter.setGrouped(true);
  BOOST_TEST(flush());
  BOOST_TEST(store.plans().current(zoe)->weeks == 4);
  BOOST_TEST(store.plans().current(zoe)->grouped);
}

BOOST_AUTO_TEST_SUITE_END()

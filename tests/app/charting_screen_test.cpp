// The session screen beyond levels: what the map shows, shorthand, points, observations, the timer, and
// questions about sides.
#include <boost/test/unit_test.hpp>

#include "app/clients.h"
#include "app/session_presenter.h"
#include "app/work_support.h"
#include "core/executor.h"

using namespace unknot;
using app::MapShow;
using app::SessionText;
using domain::BodyView;
using domain::Moment;
using domain::PointKind;

namespace {

struct Screen : test::Desk {
  core::InPlaceExecutor here;
  core::Tasks tasks{here, here};
  domain::ClientId zoe = client("Zoë Example");
  app::SessionState state;
  app::SessionPresenter presenter{tasks, work, test::shippedContent(),
                                  clock, "en", [this](const app::SessionState& s) { state = s; }};

  Screen() { presenter.start(zoe, domain::SessionKind::handsOn); }
  bool flush() {
    bool saved = false;
    presenter.flush([&](bool all) { saved = all; });
    return saved;
  }
  domain::RegionFinding at(const char* region) const {
    const auto* finding = domain::findingOf(state.content, region);
    return finding == nullptr ? domain::RegionFinding() : *finding;
  }
  core::Point middleOf(const char* region, BodyView view) const {
    return test::shippedContent().atlas().find(region)->shapes.at(view).label;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(MapShowTest, Screen)

BOOST_AUTO_TEST_CASE(BesideEachOtherTheMapThatIsTappedSaysWhichLevel) {
  presenter.setShow(MapShow::sideBySide);
  presenter.setBrush(3);
  presenter.tapRegion("ql-l", false, Moment::before);
  presenter.setBrush(1);
  presenter.tapRegion("ql-l", false, Moment::after);
  BOOST_TEST(at("ql-l").before->value() == 3);
  BOOST_TEST(at("ql-l").after->value() == 1);
  BOOST_TEST((state.marks.tension.at("ql-l") == domain::Tension(3)));
  BOOST_TEST((state.marksAfter.tension.at("ql-l") == domain::Tension(1)));
  BOOST_TEST((state.show == MapShow::sideBySide));
}

BOOST_AUTO_TEST_CASE(ADragStaysOnTheMapItBeganOn) {
  presenter.setShow(MapShow::sideBySide);
  presenter.setBrush(2);
  presenter.tapRegion("ql-l", false, Moment::after);
  presenter.dragOver("lat-l", Moment::before);
  BOOST_TEST(at("lat-l").isEmpty());
  presenter.dragOver("lat-l", Moment::after);
  BOOST_TEST(at("lat-l").after->value() == 2);
}

BOOST_AUTO_TEST_CASE(TheChangeIsSignedAndCantBePainted) {
  presenter.enterShorthand("l ql 3>1; r ql 2>2; l jaw 1>3; r jaw 2");
  presenter.setShow(MapShow::difference);
  BOOST_TEST(state.marks.change.at("ql-l") == -2);
  BOOST_TEST(state.marks.change.at("ql-r") == 0);
  BOOST_TEST(state.marks.change.at("jaw-l") == 2);
  BOOST_TEST(!state.marks.change.contains("jaw-r"));
  BOOST_TEST(state.marks.notCompared.contains("jaw-r"));
  presenter.setBrush(4);
  const auto before = state.content;
  presenter.tapRegion("ql-l", false);
  presenter.dragOver("lat-l");
  BOOST_TEST((state.content == before));
}

BOOST_AUTO_TEST_CASE(TheChangeTakesNoLevelsFromKeysAndSaysSo) {
  presenter.enterShorthand("l ql 3>1");
  presenter.setShow(MapShow::difference);
  const auto before = state.content;
  presenter.setLevel(4);
  presenter.setLevel(std::nullopt);
  presenter.confirmGhost();
  BOOST_TEST((state.content == before));
  BOOST_TEST(state.problem.value().id == "session.difference.noLevels");
  // The editor names its moment.
  presenter.setLevelOfSelected(Moment::after, 2);
  BOOST_TEST(at("ql-l").after->value() == 2);
  BOOST_TEST(!state.problem.has_value());
}

BOOST_AUTO_TEST_CASE(TheEditorIsForWhatIsSelectedWhereverThePointerRests) {
  presenter.select({"ql-l"});
  presenter.pointAt("jaw-r");
  presenter.setLevelOfSelected(Moment::before, 4);
  BOOST_TEST(at("ql-l").before->value() == 4);
  BOOST_TEST(at("jaw-r").isEmpty());
}

BOOST_AUTO_TEST_CASE(WhatIsPointedAtBesideEachOtherIsOnItsOwnMap) {
  presenter.enterShorthand("l ql 3");
  presenter.setShow(MapShow::sideBySide);
  presenter.pointAt("ql-l", Moment::after);
  presenter.setLevel(1);
  BOOST_TEST(at("ql-l").before->value() == 3);
  BOOST_TEST(at("ql-l").after->value() == 1);
}

BOOST_AUTO_TEST_CASE(AMeasureChangedAndChangedBackIsAsItWas) {
  presenter.setMeasure(Moment::before, "nprs-now", "", 5);
  presenter.setMeasure(Moment::before, "scale", "Ease of breath", 3);
  const auto before = state.content;
  presenter.setMeasure(Moment::before, "nprs-now", "", 6);
  presenter.setMeasure(Moment::before, "nprs-now", "", 5);
  BOOST_TEST((state.content == before));
}

BOOST_AUTO_TEST_CASE(SwitchingGoesBetweenBeforeAndAfter) {
  presenter.setShow(MapShow::difference);
  presenter.switchMoment();
  BOOST_TEST((state.show == MapShow::after));
  presenter.switchMoment();
  BOOST_TEST((state.show == MapShow::before));
  presenter.setShow(MapShow::sideBySide);
  presenter.switchMoment();
  BOOST_TEST((state.show == MapShow::sideBySide));
  BOOST_TEST((state.moment == Moment::after));
}

BOOST_AUTO_TEST_CASE(ALevelGoesToWhatThePointerCameToUntilSomethingIsChosen) {
  presenter.tapRegion("ql-l", false);
  presenter.pointAt("jaw-r");
  presenter.setLevel(2);
  BOOST_TEST(at("jaw-r").before->value() == 2);
  BOOST_TEST(at("ql-l").isEmpty());
  presenter.select({"ql-l"});
  presenter.setLevel(4);
  BOOST_TEST(at("ql-l").before->value() == 4);
  // A note is typed into the field of what is selected, wherever the pointer rests.
  presenter.pointAt("jaw-r");
  presenter.setNote("ticklish");
  BOOST_TEST(at("ql-l").note == "ticklish");
  BOOST_TEST(at("jaw-r").note.empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(ShorthandTest, Screen)

BOOST_AUTO_TEST_CASE(ALineChartsAndSelectsWhatItNames) {
  BOOST_TEST(presenter.enterShorthand("l ql 3>1 C AP \"ticklish\""));
  const auto finding = at("ql-l");
  BOOST_TEST(finding.before->value() == 3);
  BOOST_TEST(finding.after->value() == 1);
  BOOST_TEST(finding.findings.contracted);
  BOOST_TEST(finding.techniques.assistedPandiculation);
  BOOST_TEST(finding.note == "ticklish");
  BOOST_TEST((state.selected == std::vector<domain::RegionSlug>{"ql-l"}));
  BOOST_REQUIRE(state.rows.size() == 1U);
  BOOST_TEST(state.rows[0].shorthand == "L QL 3>1 C AP \"ticklish\"");
}

BOOST_AUTO_TEST_CASE(AFaultChartsNothingAndSaysWhere) {
  BOOST_TEST(!presenter.enterShorthand("l ql 3>1; l ql 7"));
  BOOST_TEST(state.content.findings.empty());
  BOOST_REQUIRE(state.shorthandIssue.has_value());
  BOOST_TEST(state.shorthandIssue->place == 15U);
  BOOST_TEST(presenter.enterShorthand("l ql 3"));
  BOOST_TEST(!state.shorthandIssue.has_value());
}

BOOST_AUTO_TEST_CASE(ALineIsOneStepOfUndo) {
  presenter.enterShorthand("l ql 3>1; lr jaw 2");
  BOOST_TEST(state.content.findings.size() == 3U);
  presenter.undo();
  BOOST_TEST(state.content.findings.empty());
}

BOOST_AUTO_TEST_CASE(WhatIsBeingTypedIsSuggested) {
  const auto suggestions = presenter.suggest("l ql 3; r quadratus");
  BOOST_REQUIRE(!suggestions.empty());
  BOOST_TEST(suggestions[0].code == "QL");
  BOOST_TEST(presenter.completed("l ql 3; r quadratus", suggestions[0]) == "l ql 3; r QL ");
  // What is followed by a blank is written.
  BOOST_TEST(presenter.suggest("l ql 3; r quadratus ").empty());
  BOOST_TEST(presenter.suggest("l ql 3").empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(PointsTest, Screen)

BOOST_AUTO_TEST_CASE(AToolPutsAPointAndChoosesIt) {
  presenter.setBrush(2);
  presenter.setTool(PointKind::scar);
  BOOST_TEST(!state.brush.has_value());
  presenter.placePoint(BodyView::back, middleOf("ql-l", BodyView::back), {});
  BOOST_REQUIRE(state.points.size() == 1U);
  BOOST_TEST(state.points[0].region == "ql-l");
  BOOST_TEST(state.selectedPoint.value() == 0U);
  // The next tap is no second scar.
  BOOST_TEST(!state.tool.has_value());
  presenter.setPointNote(0, "1994");
  BOOST_TEST(state.content.points[0].note == "1994");
  BOOST_TEST(state.marks.points.size() == 1U);
  BOOST_TEST(flush());
  const auto stored = store.sessions().ofClient(zoe).at(0).current.content;
  BOOST_TEST((stored.points == state.content.points));
}

BOOST_AUTO_TEST_CASE(BesideTheFigureNothingIsPut) {
  presenter.setTool(PointKind::ache);
  presenter.placePoint(BodyView::front, {1, 1}, {});
  BOOST_TEST(state.points.empty());
}

BOOST_AUTO_TEST_CASE(APointIsAddedWithoutTheMapAndTakenAway) {
  presenter.select({"jaw-r"});
  presenter.addPoint(PointKind::radiating);
  BOOST_REQUIRE(state.content.points.size() == 1U);
  BOOST_TEST(state.content.points[0].region == "jaw-r");
  BOOST_TEST(!state.tool.has_value());
  presenter.removePoint(0);
  BOOST_TEST(state.content.points.empty());
  BOOST_TEST(!state.selectedPoint.has_value());
  presenter.undo();
  BOOST_TEST(state.content.points.size() == 1U);
  presenter.selectPoint(0);
  presenter.undo();
  BOOST_TEST(!state.selectedPoint.has_value(), "a point that is gone is not chosen");
}

BOOST_AUTO_TEST_CASE(NoMorePointsThanASessionHolds) {
  for (std::size_t i = 0; i <= domain::kMostPoints; ++i) {
    presenter.setTool(PointKind::tender);
    presenter.placePoint(BodyView::back, middleOf("ql-l", BodyView::back), {});
  }
  BOOST_TEST(state.content.points.size() == domain::kMostPoints);
  BOOST_REQUIRE(state.problem.has_value());
  BOOST_TEST(state.problem->id == "error.range");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(RestOfASessionTest, Screen)

BOOST_AUTO_TEST_CASE(AnObservationHasTwoSides) {
  presenter.setObservation("limp", Moment::before, "left");
  presenter.setObservation("limp", Moment::after, "none");
  BOOST_REQUIRE(state.content.observations.size() == 1U);
  BOOST_TEST((state.content.observations[0] == domain::Observation{"limp", "left", "none"}));
  presenter.setObservation("limp", Moment::before, "");
  presenter.setObservation("limp", Moment::after, "");
  BOOST_TEST(state.content.observations.empty());
}

BOOST_AUTO_TEST_CASE(MeasuresStandBeforeAndAfter) {
  presenter.setMeasure(Moment::before, "nprs-now", "", 6.0);
  presenter.setMeasure(Moment::after, "nprs-now", "", 2.0);
  presenter.setMeasure(Moment::after, "scale", "Ease of breath", 8.0);
  BOOST_TEST(state.content.measures.size() == 1U);
  BOOST_TEST(state.content.measuresAfter.size() == 2U);
  BOOST_TEST(flush());
}

BOOST_AUTO_TEST_CASE(ThePrivateMemoIsKept) {
  presenter.setText(SessionText::privateMemo, "Ask a colleague.");
  BOOST_TEST(flush());
  BOOST_TEST(store.sessions().ofClient(zoe).at(0).current.content.privateMemo == "Ask a colleague.");
}

BOOST_AUTO_TEST_CASE(TheTimerNotesWholeMinutesWhenItStops) {
  presenter.setMinutes("5");
  presenter.toggleTimer();
  BOOST_TEST(state.timer.runs);
  clock.advanceMs(4LL * 60'000 + 59'000);
  presenter.tick();
  BOOST_TEST(state.timer.text == "0:04");
  BOOST_TEST(state.content.minutes == 5);
  clock.advanceMs(47LL * 60'000 + 32'000);
  presenter.toggleTimer();
  BOOST_TEST(!state.timer.runs);
  BOOST_TEST(state.content.minutes == 58);
  BOOST_TEST(state.minutes == "58");
}

BOOST_AUTO_TEST_CASE(SavingNotesTheMinutesOfARunningTimer) {
  presenter.toggleTimer();
  clock.advanceMs(20LL * 60'000);
  BOOST_TEST(flush());
  BOOST_TEST(store.sessions().ofClient(zoe).at(0).current.content.minutes == 20);
  BOOST_TEST(state.timer.runs);
  clock.advanceMs(20LL * 60'000);
  BOOST_TEST(flush());
  BOOST_TEST(state.content.minutes == 40);
}

BOOST_AUTO_TEST_CASE(WhatIsTypedAsMinutesStays) {
  presenter.setMinutes("60");
  BOOST_TEST(state.minutes == "60");
  presenter.setMinutes("60x");
  BOOST_TEST(state.minutes == "60x");
  BOOST_TEST(state.minutesIssue.has_value());
}

BOOST_AUTO_TEST_CASE(TheTimeOfEntryIsShownWhereItIsAnotherDay) {
  presenter.setText(SessionText::work, "Side Curl");
  BOOST_TEST(flush());
  const auto session = store.sessions().ofClient(zoe).at(0).id;
  presenter.open(session);
  BOOST_TEST(!state.entered.has_value());
  presenter.setServiceDate(state.content.serviceDate.plusDays(-2).toIso());
  BOOST_TEST(flush());
  presenter.open(session);
  BOOST_REQUIRE(state.entered.has_value());
  BOOST_TEST(state.entered->id == "session.entered");
}

BOOST_AUTO_TEST_CASE(AMixedUpSideIsAskedAboutOnce) {
  presenter.enterShorthand("r ql 3");
  presenter.setText(SessionText::work, "Worked on the left QL.");
  presenter.tick();
  BOOST_REQUIRE(state.doubts.size() == 1U);
  BOOST_TEST(state.doubts[0].question.id == "session.guard.question");
  presenter.dismissDoubt(state.doubts[0].key);
  BOOST_TEST(state.doubts.empty());
  presenter.setText(SessionText::work, "Worked on the left QL, slowly.");
  presenter.tick();
  BOOST_TEST(state.doubts.empty());
  presenter.setText(SessionText::response, "Her left shoulder blade is lighter.");
  presenter.tick();
  BOOST_TEST(state.doubts.empty(), "the map holds nothing there");
}

BOOST_AUTO_TEST_SUITE_END()

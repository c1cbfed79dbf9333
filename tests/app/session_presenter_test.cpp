#include "app/session_presenter.h"

#include <boost/test/unit_test.hpp>

#include "app/clients.h"
#include "app/intakes.h"
#include "app/work_support.h"
#include "core/executor.h"

using namespace unknot;
using app::MapShow;
using app::SaveState;
using app::SessionText;
using draw::MapMoment;

namespace {

struct Screen : test::Desk {
  core::InPlaceExecutor here;
  core::Tasks tasks{here, here};
  domain::ClientId zoe = client("Zoë Example");
  app::SessionState state;
  app::SessionPresenter presenter{tasks, work, test::shippedContent(),
                                  clock, "en", [this](const app::SessionState& s) { state = s; }};

  void start() { presenter.start(zoe, domain::SessionKind::handsOn); }
  bool flush() {
    bool saved = false;
    presenter.flush([&](bool all) { saved = all; });
    return saved;
  }
  std::optional<int> before(const char* region) const {
    const auto* finding = domain::findingOf(state.content, region);
    return finding != nullptr && finding->before ? std::optional(finding->before->value()) : std::nullopt;
  }
  std::optional<int> after(const char* region) const {
    const auto* finding = domain::findingOf(state.content, region);
    return finding != nullptr && finding->after ? std::optional(finding->after->value()) : std::nullopt;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(SessionPresenterTest, Screen)

BOOST_AUTO_TEST_CASE(ANewSessionShowsItsClientAndNothingIsSavedYet) {
  start();
  BOOST_TEST(state.ready);
  BOOST_TEST(state.clientName == "Zoë Example");
  BOOST_TEST(state.number == 1);
  BOOST_TEST((state.save.kind == SaveState::Kind::nothingYet));
  BOOST_TEST(state.lookedAt == 0);
  BOOST_TEST(flush());
  BOOST_TEST(store.sessions().ofClient(zoe).empty());
}

BOOST_AUTO_TEST_CASE(ATapSelectsAndALevelIsSet) {
  start();
  presenter.tapRegion("ql-l", false);
  BOOST_TEST(!before("ql-l"));
  presenter.setLevel(3);
  BOOST_TEST(before("ql-l").value() == 3);
  BOOST_TEST(!after("ql-l"));
  BOOST_TEST(state.lookedAt == 1);
  BOOST_TEST(state.strong == 1);
  presenter.setLevel(std::nullopt);
  BOOST_TEST(!before("ql-l"));
  BOOST_TEST(state.content.findings.empty());
}

BOOST_AUTO_TEST_CASE(ATapWithControlAddsToTheSelectionAndTakesOut) {
  start();
  presenter.tapRegion("ql-l", false);
  presenter.tapRegion("ql-r", true);
  BOOST_TEST(state.selected.size() == 2U);
  presenter.setLevel(2);
  BOOST_TEST(before("ql-l").value() == 2);
  BOOST_TEST(before("ql-r").value() == 2);
  presenter.tapRegion("ql-l", true);
  BOOST_TEST((state.selected == std::vector<domain::RegionSlug>{"ql-r"}));
}

BOOST_AUTO_TEST_CASE(ABrushPaintsAndADragIsOneStep) {
  start();
  presenter.setBrush(4);
  presenter.tapRegion("jaw-l", false);
  presenter.beginDrag();
  presenter.tapRegion("ql-l", false);
  presenter.dragOver("oblique-l");
  presenter.dragOver("lat-l");
  presenter.endDrag();
  BOOST_TEST(before("lat-l").value() == 4);
  BOOST_TEST(state.lookedAt == 4);
  presenter.undo();
  BOOST_TEST(state.lookedAt == 1);
  presenter.undo();
  BOOST_TEST(state.lookedAt == 0);
  BOOST_TEST(!state.canUndo);
  presenter.redo();
  presenter.redo();
  BOOST_TEST(state.lookedAt == 4);
}

// Where a drag begins on what is painted already, it makes its own step all the same.
BOOST_AUTO_TEST_CASE(ADragNeverJoinsTheStepBeforeIt) {
  start();
  presenter.setBrush(4);
  presenter.tapRegion("ql-l", false);
  presenter.beginDrag();
  presenter.tapRegion("ql-l", false);
  presenter.dragOver("lat-l");
  presenter.endDrag();
  presenter.undo();
  BOOST_TEST(state.lookedAt == 1);
  BOOST_TEST(before("ql-l").value() == 4);
}

BOOST_AUTO_TEST_CASE(TypingANoteIsOneStep) {
  start();
  presenter.select({"ql-l"});
  for (const char* note : {"t", "ti", "tight"}) presenter.setNote(note);
  presenter.select({"lat-l"});
  for (const char* note : {"s", "so"}) presenter.setNote(note);
  presenter.undo();
  BOOST_TEST(state.content.findings.size() == 1u);
  BOOST_TEST(state.content.findings.front().note == "tight");
  presenter.undo();
  BOOST_TEST(state.content.findings.empty());
}

BOOST_AUTO_TEST_CASE(TypingIntoOneFieldIsOneStep) {
  start();
  presenter.setText(SessionText::theirWords, "t");
  presenter.setText(SessionText::theirWords, "ti");
  presenter.setText(SessionText::work, "a");
  presenter.undo();
  BOOST_TEST(state.content.work.empty());
  BOOST_TEST(state.content.theirWords == "ti");
  presenter.undo();
  BOOST_TEST(state.content.theirWords.empty());
}

BOOST_AUTO_TEST_CASE(TheMomentDecidesWhichLevelIsSet) {
  start();
  presenter.tapRegion("ql-l", false);
  presenter.setLevel(3);
  presenter.setShow(MapShow::after);
  BOOST_TEST(state.marks.ghost.contains("ql-l"));
  presenter.setLevel(1);
  BOOST_TEST(before("ql-l").value() == 3);
  BOOST_TEST(after("ql-l").value() == 1);
  BOOST_TEST(state.strong == 0);
}

BOOST_AUTO_TEST_CASE(SameAsBeforeLeavesWhatWasNotLookedAtEmpty) {
  start();
  presenter.tapRegion("ql-l", false);
  presenter.setLevel(2);
  presenter.tapRegion("ql-r", true);
  presenter.sameAsBefore();
  BOOST_TEST(after("ql-l").value() == 2);
  BOOST_TEST(!after("ql-r"));
}

BOOST_AUTO_TEST_CASE(LastTimeIsAGhostUntilItIsConfirmedRegionByRegion) {
  start();
  presenter.tapRegion("ql-l", false);
  presenter.setLevelOfSelected(MapMoment::before, 3);
  presenter.setLevelOfSelected(MapMoment::after, 1);
  presenter.tapRegion("jaw-r", false);
  presenter.setLevel(2);
  BOOST_TEST(flush());
  clock.advanceMs(7LL * 86'400'000);
  start();
  BOOST_TEST(state.number == 2);
  BOOST_TEST(state.content.findings.empty());
  BOOST_TEST((state.marks.ghost.at("ql-l") == domain::Tension(1)));
  BOOST_TEST((state.marks.ghost.at("jaw-r") == domain::Tension(2)));
  presenter.tapRegion("ql-l", false);
  presenter.confirmGhost();
  BOOST_TEST(before("ql-l").value() == 1);
  BOOST_TEST(!before("jaw-r"));
}

BOOST_AUTO_TEST_CASE(AMarkIsSetForAllSelectedUnlessAllHaveIt) {
  start();
  presenter.tapRegion("ql-l", false);
  presenter.toggle(app::Finding::contracted);
  presenter.tapRegion("ql-r", true);
  presenter.toggle(app::Finding::contracted);
  BOOST_TEST(domain::findingOf(state.content, "ql-r")->findings.contracted);
  BOOST_TEST(domain::findingOf(state.content, "ql-l")->findings.contracted);
  presenter.toggle(app::Finding::contracted);
  BOOST_TEST(state.content.findings.empty());
}

BOOST_AUTO_TEST_CASE(ADraftIsKeptSoonAfterTheLastKeyAndAtLeastEveryTwoSeconds) {
  start();
  presenter.setText(SessionText::theirWords, "a");
  clock.advanceMs(699);
  presenter.tick();
  BOOST_TEST(store.drafts().list().empty());
  clock.advanceMs(1);
  presenter.tick();
  BOOST_REQUIRE(store.drafts().list().size() == 1U);
  BOOST_TEST((state.save.kind == SaveState::Kind::draftKept));
  BOOST_TEST(state.save.time == "09:00:00");
  // Typing without a pause: every 500 ms a key, and yet a draft before long.
  const auto first = store.drafts().list()[0].content;
  for (int i = 0; i < 4; ++i) {
    presenter.setText(SessionText::theirWords, std::string(static_cast<std::size_t>(i) + 2, 'b'));
    clock.advanceMs(500);
    presenter.tick();
  }
  BOOST_TEST(store.drafts().list()[0].content != first);
}

BOOST_AUTO_TEST_CASE(SavingCommitsAVersionAndTakesTheDraftAway) {
  start();
  presenter.setText(SessionText::theirWords, "The low back let go on the way home.");
  presenter.keepDraftNow();
  BOOST_TEST(store.drafts().list().size() == 1U);
  BOOST_TEST(flush());
  BOOST_TEST((state.save.kind == SaveState::Kind::saved));
  BOOST_TEST(state.save.time == "09:00");
  BOOST_TEST(store.drafts().list().empty());
  BOOST_TEST(store.sessions().ofClient(zoe).size() == 1U);
  BOOST_TEST(flush());
  const auto session = store.sessions().ofClient(zoe)[0].id;
  BOOST_TEST(store.sessions().versions(session).size() == 1U);
}

BOOST_AUTO_TEST_CASE(AVersionIsSavedByItselfEveryFiveMinutes) {
  start();
  presenter.setText(SessionText::work, "Arch and Flatten");
  clock.advanceMs(5 * 60 * 1000);
  presenter.tick();
  BOOST_TEST(store.sessions().ofClient(zoe).size() == 1U);
}

BOOST_AUTO_TEST_CASE(AFailedSaveSaysSoAndKeepsWhatWasTyped) {
  start();
  presenter.setText(SessionText::work, "Side Curl");
  store.failWrites(true);
  BOOST_TEST(!flush());
  BOOST_TEST((state.save.kind == SaveState::Kind::failed));
  BOOST_TEST(!state.save.problem.id.empty());
  BOOST_TEST(state.content.work == "Side Curl");
  store.failWrites(false);
  BOOST_TEST(flush());
  BOOST_TEST((state.save.kind == SaveState::Kind::saved));
}

BOOST_AUTO_TEST_CASE(SigningOverAStopAsksForAReasonWhichIsThenSeen) {
  domain::Intake intake;
  intake.client = zoe;
  intake.questionnaire = "general/2";
  intake.takenOn = work.today();
  intake.answers = {{"new-signs", domain::AnswerState::answered, {"calf"}}};
  app::addIntake(work, intake);
  start();
  presenter.tapRegion("ql-l", false);
  presenter.setLevel(3);
  core::Message asked;
  bool done = false;
  const auto sign = [&](const std::string& reason) {
    presenter.sign(
        reason, [&] { done = true; }, [&](const core::Message& why) { asked = why; });
  };
  sign({});
  BOOST_TEST(!done);
  BOOST_TEST(asked.id == "error.session.openFlag");
  BOOST_TEST(!state.readOnly);
  sign("Seen by her doctor this morning.");
  BOOST_TEST(done);
  BOOST_REQUIRE(state.signatureLines.size() == 1U);
  BOOST_TEST(state.signatureLines[0].id == "session.signature.signed-over");
  BOOST_TEST(test::shippedContent()
                 .words("en")
                 .say(state.signatureLines[0])
                 .find("Seen by her doctor this morning.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(SigningFreezes) {
  start();
  presenter.tapRegion("ql-l", false);
  presenter.setLevel(3);
  presenter.setShow(MapShow::after);
  BOOST_TEST(state.marks.ghost.contains("ql-l"));
  presenter.toggleTimer();
  bool done = false;
  presenter.sign(
      {}, [&] { done = true; }, [](const auto&) { BOOST_ERROR("nothing asks for a reason"); });
  BOOST_TEST(done);
  BOOST_TEST(state.readOnly);
  BOOST_TEST(state.marks.ghost.empty());
  BOOST_TEST(!state.timer.runs);
  BOOST_TEST(state.signatureLines.size() == 1U);
  presenter.setBrush(1);
  presenter.tapRegion("jaw-l", false);
  BOOST_TEST((state.selected == std::vector<domain::RegionSlug>{"jaw-l"}), "a tap shows what was charted");
  presenter.setBrush({});
  presenter.select({"ql-l"});
  presenter.setLevel(1);
  presenter.undo();
  BOOST_TEST(before("ql-l").value() == 3);
  bool kept = false;
  presenter.addLaterNote("Called the next day: slept well.", [&](bool all) { kept = all; });
  BOOST_TEST(kept);
  presenter.addLaterNote(" ", [&](bool all) { kept = all; });
  BOOST_TEST(!kept);
  BOOST_TEST(state.signatureLines.size() == 2U);
  presenter.markEnteredInError("Charted for somebody else.", [&](bool all) { kept = all; });
  BOOST_TEST(state.inError);
}

BOOST_AUTO_TEST_CASE(ADraftIsOfferedBesideWhatIsSavedAndNeverAppliedByItself) {
  start();
  presenter.setText(SessionText::work, "saved");
  BOOST_TEST(flush());
  const auto session = store.sessions().ofClient(zoe)[0].id;
  clock.advanceMs(60'000);
  presenter.setText(SessionText::work, "only typed");
  presenter.keepDraftNow();
  app::SessionState again;
  app::SessionPresenter later(tasks, work, test::shippedContent(), clock, "en",
                              [&](const app::SessionState& s) { again = s; });
  later.open(session);
  BOOST_TEST(again.content.work == "saved");
  BOOST_TEST(again.draftOffered.has_value());
  // Until it is answered nothing writes over it.
  later.setText(SessionText::work, "something else");
  BOOST_TEST(again.content.work == "saved");
  BOOST_TEST(again.problem.value().id == "session.draft.answerFirst");
  later.takeDraft();
  BOOST_TEST(again.content.work == "only typed");
  BOOST_TEST(!again.draftOffered);
  later.undo();
  BOOST_TEST(again.content.work == "saved");
}

BOOST_AUTO_TEST_CASE(ASessionThatWasNeverSavedIsFoundAgainThroughToday) {
  start();
  presenter.setText(SessionText::theirWords, "It let go on the way home.");
  presenter.keepDraftNow();
  const auto today = app::readToday(work);
  BOOST_REQUIRE(today.unsignedSessions.size() == 1U);
  BOOST_TEST(today.neverSaved.contains(today.unsignedSessions[0].id));
  app::SessionState again;
  app::SessionPresenter later(tasks, work, test::shippedContent(), clock, "en",
                              [&](const app::SessionState& s) { again = s; });
  later.open(today.unsignedSessions[0].id);
  BOOST_TEST(again.clientName == "Zoë Example");
  BOOST_TEST((again.save.kind == SaveState::Kind::nothingYet));
  later.takeDraft();
  BOOST_TEST(again.content.theirWords == "It let go on the way home.");
  later.flush([](bool) {});
  BOOST_TEST(app::readToday(work).neverSaved.empty());
}

BOOST_AUTO_TEST_CASE(NothingOfTheSessionBeforeIsLeftWhileAnotherIsRead) {
  struct Queue : core::Executor {
    std::vector<std::function<void()>> jobs;
    void post(std::function<void()> job) override { jobs.push_back(std::move(job)); }
  };
  start();
  presenter.tapRegion("ql-l", false);
  presenter.setLevel(3);
  BOOST_TEST(flush());
  Queue slow;
  core::Tasks later(slow, here);
  app::SessionState shown;
  app::SessionPresenter waiting(later, work, test::shippedContent(), clock, "en",
                                [&](const app::SessionState& s) { shown = s; });
  const auto run = [&] {
    for (std::size_t i = 0; i < slow.jobs.size(); ++i) slow.jobs[i]();
    slow.jobs.clear();
  };
  waiting.open(store.sessions().ofClient(zoe)[0].id);
  run();
  waiting.tapRegion("ql-l", false);
  waiting.setShow(MapShow::after);
  BOOST_TEST(shown.ready);
  waiting.start(client("Another Example"), domain::SessionKind::handsOn);
  BOOST_TEST(!shown.ready);
  waiting.setLevel(4);
  BOOST_TEST(shown.content.findings.empty());
  run();
  BOOST_TEST(shown.clientName == "Another Example");
  BOOST_TEST(shown.selected.empty());
  BOOST_TEST((shown.moment == MapMoment::before));
}

BOOST_AUTO_TEST_CASE(AnIssueThatStandsIsNotSavedOver) {
  start();
  presenter.setText(SessionText::work, "Washrag");
  presenter.setServiceDate("soon");
  BOOST_TEST(!flush());
  BOOST_TEST(state.problem.value().id == "session.dateUnknown");
  presenter.setServiceDate("2026-03-01");
  BOOST_TEST(flush());
}

BOOST_AUTO_TEST_CASE(ADateIsTakenAsTypedOrAnswered) {
  start();
  presenter.setServiceDate("1 Mar 2026");
  BOOST_TEST((state.content.serviceDate == core::Date(2026, 3, 1)));
  presenter.setServiceDate("3.3.2026");
  BOOST_TEST(state.dateIssue.value().id == "error.serviceDate");
  BOOST_TEST((state.content.serviceDate == core::Date(2026, 3, 1)));
  presenter.setServiceDate("soon");
  BOOST_TEST(state.dateIssue.value().id == "session.dateUnknown");
}

BOOST_AUTO_TEST_CASE(MinutesAreTakenAsTypedOrAnswered) {
  start();
  presenter.setMinutes("60");
  BOOST_TEST(state.content.minutes == 60);
  presenter.setMinutes("601");
  BOOST_TEST(state.minutesIssue.value().id == "error.range");
  presenter.setMinutes("an hour");
  BOOST_TEST(state.minutesIssue.value().id == "session.minutesUnknown");
  BOOST_TEST(state.content.minutes == 60);
  presenter.setMinutes(" ");
  BOOST_TEST(!state.minutesIssue);
  BOOST_TEST(state.content.minutes == 0);
  BOOST_TEST(state.minutes == "");
}

BOOST_AUTO_TEST_CASE(AMeasureIsReplacedAndTakenAway) {
  start();
  presenter.setMeasure(MapMoment::before, "nprs-now", "", 6);
  presenter.setMeasure(MapMoment::before, "nprs-now", "", 4);
  BOOST_REQUIRE(state.content.measures.size() == 1U);
  BOOST_TEST(state.content.measures[0].value == 4);
  presenter.setMeasure(MapMoment::before, "nprs-now", "", 11);
  BOOST_TEST(state.problem.value().id == "error.range");
  presenter.setMeasure(MapMoment::before, "nprs-now", "", std::nullopt);
  BOOST_TEST(state.content.measures.empty());
}

BOOST_AUTO_TEST_SUITE_END()

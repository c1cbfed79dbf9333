#include "app/chart_presenter.h"

#include <boost/test/unit_test.hpp>

#include "app/charting.h"
#include "app/desk_support.h"
#include "app/intake_presenter.h"

using namespace unknot;

namespace {

struct ChartDesk : test::PresenterDesk {
  domain::ClientId zoe = client("Zoë Example");
  app::ChartPresenter presenter{desk};

  domain::SessionId chartSession(const std::string& nextTime) {
    auto open = app::startSession(work, zoe, domain::SessionKind::handsOn);
    domain::RegionFinding finding;
    finding.region = "ql-l";
    finding.before = domain::Tension(3);
    open.content.findings = {finding};
    open.content.nextTime = nextTime;
    app::saveSession(work, open.session, zoe, open.content);
    return open.session;
  }
};

struct IntakeDesk : test::PresenterDesk {
  domain::ClientId zoe = client("Zoë Example");
  app::IntakePresenter presenter{desk};
  int saves = 0;
  void type(const std::string& text) {
    presenter.edit([&](app::IntakeSheet& sheet) { sheet.setText(textQuestion(), text); });
  }
  // A question that takes a text, whatever the questionnaire asks first.
  std::string textQuestion() const {
    for (const auto& section : test::shippedContent().intake().form("en").questionnaire.sections)
      for (const auto& question : section.questions)
        if (question.kind == domain::QuestionKind::longText) return question.slug;
    return {};
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(ChartPresenterTest, ChartDesk)

BOOST_AUTO_TEST_CASE(ANewClientHasAnEmptyChart) {
  presenter.open(zoe);
  BOOST_TEST(presenter.state().ready);
  BOOST_TEST(presenter.state().name == "Zoë Example");
  BOOST_TEST(presenter.state().facts.empty());
  BOOST_TEST(!presenter.state().lastTime.has_value());
}

BOOST_AUTO_TEST_CASE(LastTimeIsTheNewestSession) {
  presenter.open(zoe);
  chartSession("first");
  chartSession("second");
  BOOST_REQUIRE(presenter.state().lastTime.has_value());
  BOOST_TEST(presenter.state().lastTime->nextTime == "second");
  BOOST_TEST(presenter.state().lastTime->hasMap);
  BOOST_REQUIRE(presenter.state().sessions.size() == 2U);
  BOOST_TEST(presenter.state().sessions.front().number == 2);
  BOOST_TEST(presenter.state().sessions.front().regions == "1 region, 1 at 3 or more");
}

// The same number as in the session's title, on paper and in the terminal.
BOOST_AUTO_TEST_CASE(ACallStandsBetweenSessionsWithoutANumberAndIsCounted) {
  presenter.open(zoe);
  chartSession("first");
  auto call = app::startSession(work, zoe, domain::SessionKind::call);
  call.content.work = "Talked.";
  app::saveSession(work, call.session, zoe, call.content);
  const auto newest = chartSession("second");
  presenter.open(zoe);
  const auto& lines = presenter.state().sessions;
  BOOST_REQUIRE(lines.size() == 3U);
  BOOST_TEST(lines[0].number == app::openSession(work, newest).number);
  BOOST_TEST(lines[0].number == 3);
  BOOST_TEST(lines[1].number == 0);
}

BOOST_AUTO_TEST_CASE(WhatWasEnteredInErrorStaysInTheListAndIsNotLastTime) {
  const auto session = chartSession("wrong client");
  app::signSession(work, session);
  app::markEnteredInError(work, session, "Belongs to somebody else");
  presenter.open(zoe);
  BOOST_TEST(!presenter.state().lastTime.has_value());
  BOOST_REQUIRE(presenter.state().sessions.size() == 1U);
  BOOST_TEST(presenter.state().sessions.front().state == "entered in error");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(IntakePresenterTest, IntakeDesk)

BOOST_AUTO_TEST_CASE(AnswersAreSavedAsAVersionAndComeBack) {
  BOOST_REQUIRE(!textQuestion().empty());
  presenter.open(zoe);
  BOOST_TEST(presenter.state().isFirst);
  type("A stiff neck");
  presenter.save([this] { ++saves; });
  BOOST_TEST(saves == 1);
  presenter.open(zoe);
  BOOST_TEST(!presenter.state().isFirst);
  BOOST_TEST(presenter.state().sheet.answer(textQuestion())->values.front() == "A stiff neck");
  type("A stiff neck, better");
  presenter.save([this] { ++saves; });
  BOOST_TEST(store.intakes().ofClient(zoe).size() == 2U);
}

BOOST_AUTO_TEST_CASE(ATryThatWasSavedAfterAllDoesNotMakeTwoVersions) {
  presenter.open(zoe);
  type("A stiff neck");
  store.keepNextButFail();
  presenter.save([this] { ++saves; });
  BOOST_TEST(saves == 0);
  clock.advanceMs(1000);
  presenter.save([this] { ++saves; });
  BOOST_TEST(saves == 1);
  BOOST_TEST(store.intakes().ofClient(zoe).size() == 1U);
}

BOOST_AUTO_TEST_CASE(WhatIsAnsweredOtherwiseAfterATryIsAVersionOfItsOwn) {
  presenter.open(zoe);
  type("A stiff neck");
  store.keepNextButFail();
  presenter.save([this] { ++saves; });
  type("A stiff neck, on the left");
  presenter.save([this] { ++saves; });
  BOOST_TEST(saves == 1);
  BOOST_TEST(store.intakes().ofClient(zoe).size() == 2U);
}

BOOST_AUTO_TEST_CASE(AnEmptiedAnswerIsNoAnswer) {
  presenter.open(zoe);
  type("x");
  type("  ");
  BOOST_TEST(presenter.state().sheet.answers().empty());
}

BOOST_AUTO_TEST_CASE(NotSureTakesTheWordsAway) {
  presenter.open(zoe);
  type("x");
  presenter.edit(
      [this](app::IntakeSheet& sheet) { sheet.setState(textQuestion(), domain::AnswerState::notSure); });
  BOOST_TEST(presenter.state().sheet.answer(textQuestion())->values.empty());
}

BOOST_AUTO_TEST_CASE(WhatIsTypedIsInADraftAndOfferedBesideTheSavedAnswers) {
  presenter.open(zoe);
  type("A stiff neck");
  presenter.tick();
  BOOST_TEST(store.drafts().list().empty());
  clock.advanceMs(800);
  presenter.tick();
  BOOST_REQUIRE(store.drafts().list().size() == 1U);
  BOOST_TEST(presenter.state().saving.id == "session.save.draftKept");
  // The program ended here.
  app::IntakePresenter again(desk);
  again.open(zoe);
  BOOST_TEST(again.state().draftOffered.has_value());
  BOOST_TEST(again.state().sheet.answers().empty());
  again.takeDraft();
  BOOST_TEST(again.state().sheet.answer(textQuestion())->values.front() == "A stiff neck");
  BOOST_TEST(again.state().changed);
  again.save([this] { ++saves; });
  BOOST_TEST(saves == 1);
  BOOST_TEST(store.drafts().list().empty());
}

BOOST_AUTO_TEST_CASE(ADraftThatIsOfferedIsNotWrittenOverByTyping) {
  presenter.open(zoe);
  type("A stiff neck");
  presenter.keepDraftNow();
  app::IntakePresenter again(desk);
  again.open(zoe);
  again.edit([this](app::IntakeSheet& sheet) { sheet.setText(textQuestion(), "Something else"); });
  again.keepDraftNow();
  BOOST_TEST(store.drafts().list().front().content.find("A stiff neck") != std::string::npos);
  again.dropDraft();
  BOOST_TEST(store.drafts().list().empty());
}

BOOST_AUTO_TEST_CASE(TheQuestionsChangeTheirLanguageAndTheAnswersStay) {
  presenter.open(zoe);
  type("A stiff neck");
  presenter.setLanguage("de");
  BOOST_TEST(presenter.state().language == "de");
  BOOST_TEST(presenter.state().changed);
  BOOST_TEST(presenter.state().sheet.answer(textQuestion())->values.front() == "A stiff neck");
  presenter.save([this] { ++saves; });
  BOOST_TEST(store.intakes().ofClient(zoe).front().language == "de");
}

BOOST_AUTO_TEST_CASE(AnEmptyCardTakesWhatWasAnsweredAndAFullOneStays) {
  presenter.open(zoe);
  presenter.edit([](app::IntakeSheet& sheet) {
    sheet.setText("phone", "+49 30 5550 123");
    sheet.setText("name", "Somebody Else");
    sheet.setText("birth-date", "spring 1984");
  });
  presenter.save([this] { ++saves; });
  BOOST_REQUIRE(saves == 1);
  const auto card = store.clients().find(zoe);
  BOOST_TEST(card->phone == "+49 30 5550 123");
  BOOST_TEST(card->name == "Zoë Example");
  BOOST_TEST(!card->birthDate.has_value());
  BOOST_TEST(store.intakes().ofClient(zoe).front().answers.size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()

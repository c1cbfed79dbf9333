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
  // A question that takes a text, whatever the questionnaire asks first.
  std::string textQuestion() const {
    for (const auto& section : presenter.questionnaire().sections)
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
  presenter.answer(textQuestion(), {"A stiff neck"});
  presenter.save([this] { ++saves; });
  BOOST_TEST(saves == 1);
  presenter.open(zoe);
  BOOST_TEST(!presenter.state().isFirst);
  BOOST_TEST(presenter.state().answers.at(textQuestion()).values.front() == "A stiff neck");
  presenter.answer(textQuestion(), {"A stiff neck, better"});
  presenter.save([this] { ++saves; });
  BOOST_TEST(store.intakes().ofClient(zoe).size() == 2U);
}

BOOST_AUTO_TEST_CASE(ATryThatWasSavedAfterAllDoesNotMakeTwoVersions) {
  presenter.open(zoe);
  presenter.answer(textQuestion(), {"A stiff neck"});
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
  presenter.answer(textQuestion(), {"A stiff neck"});
  store.keepNextButFail();
  presenter.save([this] { ++saves; });
  presenter.answer(textQuestion(), {"A stiff neck, on the left"});
  presenter.save([this] { ++saves; });
  BOOST_TEST(saves == 1);
  BOOST_TEST(store.intakes().ofClient(zoe).size() == 2U);
}

BOOST_AUTO_TEST_CASE(AnEmptiedAnswerIsNoAnswer) {
  presenter.open(zoe);
  presenter.answer(textQuestion(), {"x"});
  presenter.answer(textQuestion(), {"  "});
  BOOST_TEST(presenter.state().answers.empty());
}

BOOST_AUTO_TEST_CASE(NotSureTakesTheWordsAway) {
  presenter.open(zoe);
  presenter.answer(textQuestion(), {"x"});
  presenter.setAnswerState(textQuestion(), domain::AnswerState::notSure);
  BOOST_TEST(presenter.state().answers.at(textQuestion()).values.empty());
}

BOOST_AUTO_TEST_SUITE_END()

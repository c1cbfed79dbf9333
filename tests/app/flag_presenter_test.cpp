// A safety flag and a named person's word on it, without a window.
#include "app/flag_presenter.h"

#include <boost/test/unit_test.hpp>

#include "app/chart_presenter.h"
#include "app/charting.h"
#include "app/desk_support.h"
#include "app/intakes.h"
#include "app/session_presenter.h"

using namespace unknot;

namespace {

struct FlagDesk : test::PresenterDesk {
  domain::ClientId zoe = client("Zoë Example");
  app::FlagPresenter presenter{desk};
  app::ChartPresenter chart{desk};
  int done = 0;

  FlagDesk() {
    domain::Intake intake;
    intake.client = zoe;
    intake.questionnaire = test::shippedContent().intake().form("en").questionnaire.name();
    intake.takenOn = work.today();
    intake.answers = {{"conditions", domain::AnswerState::answered, {"osteoporosis"}},
                      {"new-signs", domain::AnswerState::answered, {"calf"}}};
    app::addIntake(work, intake);
    chart.open(zoe);
  }
  const app::FlagLine* onChart(const std::string& slug) const {
    for (const auto& flag : chart.state().flags)
      if (flag.slug == slug) return &flag;
    return nullptr;
  }
  void save() {
    presenter.save([this] { ++done; });
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(FlagPresenterTest, FlagDesk)

BOOST_AUTO_TEST_CASE(AFlagSaysWhatWasAnsweredWhatItDoesAndWhereItComesFrom) {
  presenter.open(zoe, "osteoporosis");
  const auto& flag = presenter.state().flag;
  BOOST_TEST(flag.chip.find("Adapt: ") == 0U);
  BOOST_REQUIRE(flag.said.size() == 1U);
  BOOST_TEST(!flag.said[0].second.empty());
  BOOST_REQUIRE(!flag.effects.empty());
  BOOST_TEST(flag.effects[0].find("bending far forward") != std::string::npos);
  BOOST_TEST(!flag.source.empty());
  BOOST_TEST(flag.open);
}

BOOST_AUTO_TEST_CASE(ClearingAsksWhoAndWhenAndIsSeenOnTheChart) {
  presenter.open(zoe, "osteoporosis");
  save();
  BOOST_TEST(done == 0);
  BOOST_TEST(presenter.state().issues.contains("who"));
  presenter.setWho("Dr Example");
  presenter.setOn("some day");
  save();
  BOOST_TEST(presenter.state().issues.contains("on"));
  presenter.setOn(desk.dateText(work.today()));
  save();
  BOOST_TEST(done == 1);
  BOOST_REQUIRE(onChart("osteoporosis") != nullptr);
  BOOST_TEST(!onChart("osteoporosis")->open);
  BOOST_TEST(onChart("osteoporosis")->closing.find("Dr Example") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(NotRelevantAsksForAReasonAndNobodysName) {
  presenter.open(zoe, "osteoporosis");
  presenter.setWho("left over");
  presenter.setKind(domain::ClosingKind::notRelevant);
  BOOST_TEST(!presenter.state().asksWho());
  save();
  BOOST_TEST(presenter.state().issues.contains("reason"));
  presenter.setReason("Measured last month: no loss of bone.");
  save();
  BOOST_TEST(done == 1);
  BOOST_TEST(store.flagClosings().ofClient(zoe).front().who.empty());
}

BOOST_AUTO_TEST_CASE(ATryThatWasSavedAfterAllIsSaidOnce) {
  presenter.open(zoe, "osteoporosis");
  presenter.setWho("Dr Example");
  store.keepNextButFail();
  save();
  BOOST_TEST(done == 0);
  BOOST_TEST(presenter.state().problem.has_value());
  save();
  BOOST_TEST(done == 1);
  BOOST_TEST(store.flagClosings().ofClient(zoe).size() == 1U);
}

BOOST_AUTO_TEST_CASE(AFlagThatIsNotRaisedIsSaidSo) {
  presenter.open(zoe, "stiff-neck");
  BOOST_TEST(!presenter.state().ready);
  BOOST_TEST(presenter.state().problem->id == "error.flag.notRaised");
}

BOOST_AUTO_TEST_CASE(TheSessionShowsTheFlagsAndHatchesWhatTheyTouchUntilTheyAreClosed) {
  app::SessionState shown;
  app::SessionPresenter session(tasks, work, test::shippedContent(), clock, "en",
                                [&](const app::SessionState& state) { shown = state; });
  session.start(zoe, domain::SessionKind::handsOn);
  BOOST_TEST(shown.flags.lines.size() == 2U);
  BOOST_TEST(shown.marks.caution.contains("calf-l"));
  presenter.open(zoe, "calf");
  presenter.setWho("Dr Example");
  save();
  session.readFlags();
  BOOST_TEST(!shown.marks.caution.contains("calf-l"));
}

BOOST_AUTO_TEST_SUITE_END()

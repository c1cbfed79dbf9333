#include "app/preview_presenter.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>

#include "app/home_practice.h"
#include "app/intakes.h"
#include "app/work_support.h"
#include "support/held_executor.h"
#include "support/page_reader.h"
#include "support/temporary_folder.h"

using namespace unknot;

namespace {

struct Screen : test::Desk {
  test::TemporaryFolder folder;
  test::HeldExecutor storage;
  core::InPlaceExecutor here;
  core::Tasks tasks{storage, here};
  domain::ClientId zoe = client("Zoë Example");
  app::PreviewState state;
  app::PreviewPresenter presenter{tasks, work, test::shippedContent(), "en",
                                  [this](const app::PreviewState& s) { state = s; }};

  Screen() {
    domain::ExercisePlan plan;
    plan.client = zoe;
    plan.from = work.today();
    plan.items.push_back(domain::usualItem(*test::shippedContent().exercise("flower")));
    app::savePlan(work, plan);
  }
  void openHandout() { presenter.open(zoe, domain::DocumentKind::handout); }
  std::vector<domain::DocumentRecord> kept() { return store.documents().ofClient(zoe); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(PreviewPresenterTest, Screen)

BOOST_AUTO_TEST_CASE(ADocumentIsComposedOnThePaperOfThePractice) {
  openHandout();
  BOOST_REQUIRE(state.document != nullptr);
  BOOST_TEST(!state.document->pages.empty());
  BOOST_TEST(!state.busy);
  BOOST_TEST((state.paper == store.practice().paper));
  BOOST_TEST(!state.largePrint);
  BOOST_TEST(state.suggestedName.find("2026-03-02") != std::string::npos);
  BOOST_TEST(state.suggestedName.find("Zo") == std::string::npos);
  BOOST_TEST(kept().empty());
}

BOOST_AUTO_TEST_CASE(WithoutAPlanThereIsNoHandoutAndItIsSaid) {
  presenter.open(client("Ada Example"), domain::DocumentKind::handout);
  BOOST_TEST(state.document == nullptr);
  BOOST_TEST(state.problem.value().id == "error.plan.none");
}

BOOST_AUTO_TEST_CASE(LargePrintIsTheClientsWishUntilItIsChosenHere) {
  domain::Client person = *store.clients().find(zoe);
  person.largePrint = true;
  store.clients().save(person);
  openHandout();
  BOOST_TEST(state.largePrint);
  presenter.setLargePrint(false);
  BOOST_TEST(!state.largePrint);
  presenter.save(folder / "handout.pdf");
  BOOST_REQUIRE(kept().size() == 1U);
  BOOST_TEST(!kept().front().largePrint);
}

BOOST_AUTO_TEST_CASE(OfTwoQuickChoicesTheNewestIsShown) {
  openHandout();
  storage.hold();
  presenter.setPaper(domain::Paper::letter);
  presenter.setPaper(domain::Paper::a4);
  presenter.setLargePrint(true);
  BOOST_TEST(state.busy);
  storage.letGo();
  BOOST_TEST(!state.busy);
  BOOST_TEST((state.paper == domain::Paper::a4));
  BOOST_TEST(state.largePrint);
}

BOOST_AUTO_TEST_CASE(ASavedFileIsTheCopyInTheChart) {
  openHandout();
  presenter.save(folder / "handout.pdf");
  BOOST_TEST(state.done.value().id == "preview.saved");
  BOOST_REQUIRE(kept().size() == 1U);
  std::ifstream file(folder / "handout.pdf", std::ios::binary);
  const std::string written{std::istreambuf_iterator<char>(file), {}};
  BOOST_TEST(written == store.documents().content(kept().front().id));
  BOOST_TEST(newestAudit() == "exported document " + kept().front().id.toString());
}

BOOST_AUTO_TEST_CASE(AFailedSaveLeavesNothingInTheChartAndSaysSo) {
  openHandout();
  const std::string before = newestAudit();
  presenter.save(folder / "nowhere" / "handout.pdf");
  BOOST_TEST(kept().empty());
  BOOST_TEST(newestAudit() == before);
  BOOST_TEST(state.problem.has_value());
  BOOST_TEST(!state.done);
  BOOST_TEST(!state.busy);
  presenter.save(folder / "handout.pdf");
  BOOST_TEST(!state.problem);
  BOOST_TEST(kept().size() == 1U);
}

BOOST_AUTO_TEST_CASE(ACopyThatCannotBeKeptIsNeverPrinted) {
  openHandout();
  store.failWrites(true);
  bool sent = false;
  presenter.print([&] { return [&](const std::string&) { return sent = true; }; });
  BOOST_TEST(!sent);
  BOOST_TEST(state.problem.has_value());
}

BOOST_AUTO_TEST_CASE(ACancelledPrintLeavesNothingInTheChart) {
  openHandout();
  const std::string before = newestAudit();
  presenter.print([] { return app::PreviewPresenter::Send(); });
  BOOST_TEST(kept().empty());
  BOOST_TEST(newestAudit() == before);
  BOOST_TEST(!state.done);
  BOOST_TEST(!state.problem);
  BOOST_TEST(!state.busy);
}

BOOST_AUTO_TEST_CASE(TheCopyIsInTheChartBeforeThePrinterGetsIt) {
  openHandout();
  std::string printed;
  presenter.print([&] {
    BOOST_TEST(kept().empty());
    return [&](const std::string& sent) {
      BOOST_TEST(kept().size() == 1U);
      printed = sent;
      return true;
    };
  });
  BOOST_REQUIRE(kept().size() == 1U);
  BOOST_TEST(printed == store.documents().content(kept().front().id));
  BOOST_TEST(newestAudit() == "printed document " + kept().front().id.toString());
  BOOST_TEST(state.done.value().id == "preview.printed");
}

BOOST_AUTO_TEST_CASE(APrinterThatRefusesIsNotCalledPrinted) {
  openHandout();
  presenter.print([] { return [](const std::string&) { return false; }; });
  BOOST_TEST(!state.done);
  BOOST_TEST(state.problem.value().id == "preview.printFailed");
}

BOOST_AUTO_TEST_CASE(ALetterIsWrittenForARaisedFlagOnly) {
  presenter.open(zoe, domain::DocumentKind::referral, {.flag = "calf"});
  BOOST_TEST(state.problem.value().id == "error.flag.notRaised");
  domain::Client person = *store.clients().find(zoe);
  person.largePrint = true;
  store.clients().save(person);
  domain::Intake intake;
  intake.client = zoe;
  intake.questionnaire = "general/2";
  intake.takenOn = work.today();
  intake.answers = {{"physician", domain::AnswerState::answered, {" Dr Sample "}},
                    {"new-signs", domain::AnswerState::answered, {"calf"}}};
  app::addIntake(work, intake);
  presenter.open(zoe, domain::DocumentKind::referral, {.flag = "calf"});
  BOOST_REQUIRE(state.document != nullptr);
  BOOST_TEST(test::allText(*state.document).find("To Dr Sample") != std::string::npos);
  // A letter goes to somebody else: large print is not the client's to wish for.
  BOOST_TEST(!state.largePrint);
  presenter.setLanguage("de");
  BOOST_TEST(state.language == "de");
  presenter.save(folder / "letter.pdf");
  BOOST_REQUIRE(kept().size() == 1U);
  BOOST_TEST((kept().front().kind == domain::DocumentKind::referral));
  BOOST_TEST(!kept().front().largePrint);
}

BOOST_AUTO_TEST_SUITE_END()

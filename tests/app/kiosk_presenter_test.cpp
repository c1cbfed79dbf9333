// The screen in a client's hands, without a window; interrupted wherever it can be.
#include "app/kiosk_presenter.h"

#include <boost/test/unit_test.hpp>

#include "app/desk_support.h"
#include "app/intake_presenter.h"

using namespace unknot;

namespace {

using app::KioskPage;
using domain::ConsentDecision;

struct KioskDesk : test::PresenterDesk {
  domain::ClientId zoe = client("Zoë Example");
  app::KioskPresenter presenter{desk};

  KioskDesk() { presenter.open(zoe); }
  const app::KioskState& state() const { return presenter.state(); }
  static domain::DrawnSignature signature() { return {{{{10, 100}, {200, 60}, {400, 110}}}, 300}; }
  void answer(const std::string& question, const std::string& text) {
    presenter.edit([&](app::IntakeSheet& sheet) { sheet.setText(question, text); });
  }
  void choose(const std::string& question, const std::string& choice) {
    presenter.edit([&](app::IntakeSheet& sheet) { sheet.choose(question, choice, true); });
  }
  std::string section() const { return state().sheet.questionnaire().sections.at(state().group).slug; }
  void goTo(KioskPage page) {
    for (int step = 0; step < 60 && state().page != page; ++step) fillAndGoOn();
    BOOST_REQUIRE(state().page == page);
  }
  // The next page, with everything that this one asks for.
  void fillAndGoOn() {
    if (state().page == KioskPage::consent) presenter.decide(true);
    if (state().page == KioskPage::sign) {
      if (state().needed == domain::SignerNeeded::askAge) presenter.setOfAge(true);
      presenter.setSigner("Zoë Example");
      presenter.setSignature(signature());
    }
    presenter.next();
  }
  std::vector<domain::Consent> consents() { return store.consents().ofClient(zoe); }
  // As if the program had ended and begun again.
  std::unique_ptr<app::KioskPresenter> again() {
    auto next = std::make_unique<app::KioskPresenter>(desk);
    next->open(zoe);
    return next;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(KioskPresenterTest, KioskDesk)

BOOST_AUTO_TEST_CASE(OneGroupFollowsTheOtherAndTheWayBackIsTheSame) {
  BOOST_TEST((state().page == KioskPage::welcome));
  BOOST_TEST(!presenter.canGoBack());
  presenter.next();
  BOOST_TEST((state().page == KioskPage::group));
  BOOST_TEST(section() == "you");
  BOOST_TEST(state().part == 1);
  presenter.next();
  BOOST_TEST(section() == "reach");
  BOOST_TEST(state().part == 2);
  presenter.back();
  BOOST_TEST(section() == "you");
  presenter.back();
  BOOST_TEST((state().page == KioskPage::welcome));
}

BOOST_AUTO_TEST_CASE(WhatWasAnsweredIsSavedOnTheLastPageTogetherWithWhatWasAgreedTo) {
  presenter.next();
  answer("name", "Zoë Example");
  answer("birth-date", "17 May 1984");
  goTo(KioskPage::thanks);
  const auto intakes = store.intakes().ofClient(zoe);
  BOOST_REQUIRE(intakes.size() == 1U);
  BOOST_TEST(domain::answerTo(intakes[0].answers, "birth-date")->values[0] == "17 May 1984");
  BOOST_TEST(store.clients().find(zoe)->birthDate->toIso() == "1984-05-17");
  const auto& texts = test::shippedContent().intake().consents("en");
  BOOST_REQUIRE(consents().size() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    BOOST_TEST((consents()[i].decision == ConsentDecision::accepted));
    BOOST_TEST((consents()[i].text == texts[i]));
    BOOST_TEST((consents()[i].signature == signature()));
  }
  BOOST_TEST(store.drafts().list().empty());
  BOOST_TEST(state().parts == 0);
}

// Whatever the page: what was typed, chosen and agreed to is there again, at the same page.
BOOST_AUTO_TEST_CASE(AnInterruptionAtAnyPageLosesNothing) {
  presenter.next();
  answer("name", "Zoë Example");
  for (int step = 0; step < 60 && state().page != KioskPage::sign; ++step) {
    if (state().page == KioskPage::consent) presenter.decide(state().consent % 2 == 0);
    presenter.keepNow([](bool kept) { BOOST_TEST(kept); });
    const auto next = again();
    BOOST_TEST((next->state().page == state().page));
    if (state().page == KioskPage::group) BOOST_TEST(next->state().group == state().group);
    if (state().page == KioskPage::consent) BOOST_TEST(next->state().consent == state().consent);
    BOOST_TEST((next->state().sheet.answers() == state().sheet.answers()));
    BOOST_TEST((next->state().consents == state().consents));
    presenter.next();
  }
  BOOST_TEST(store.intakes().ofClient(zoe).empty());
  BOOST_TEST(consents().empty());
}

BOOST_AUTO_TEST_CASE(TypingIsInADraftAfterAShortWhile) {
  presenter.next();
  answer("name", "Zoë");
  presenter.tick();
  const auto before = store.drafts().list();
  clock.advanceMs(800);
  presenter.tick();
  BOOST_TEST(store.drafts().list().front().content.find("Zoë") != std::string::npos);
  BOOST_TEST((before.empty() || before.front().content.find("Zoë") == std::string::npos));
}

BOOST_AUTO_TEST_CASE(AnAnswerThatAsksForHelpNowShowsTheCalmPageOnceAndLeadsBack) {
  while (state().page != KioskPage::group || section() != "signs") presenter.next();
  choose("new-signs", "calf");
  presenter.next();
  BOOST_TEST((state().page == KioskPage::stop));
  presenter.next();
  BOOST_TEST((state().page == KioskPage::stop));
  presenter.back();
  BOOST_TEST((state().page == KioskPage::group));
  BOOST_TEST(section() == "signs");
  // It was shown; the answer stands, and they can go on.
  presenter.next();
  BOOST_TEST((state().page == KioskPage::group));
  BOOST_TEST(section() != "signs");
}

BOOST_AUTO_TEST_CASE(AfterThePractitionerHasSeenTheStopPageTheFormGoesOn) {
  while (state().page != KioskPage::group || section() != "signs") presenter.next();
  choose("new-signs", "calf");
  presenter.next();
  presenter.keepNow([](bool) {});
  const auto next = again();
  BOOST_TEST((next->state().page == KioskPage::group));
  next->next();
  BOOST_TEST((next->state().page == KioskPage::group));
}

BOOST_AUTO_TEST_CASE(AConsentIsChosenAndSignedBeforeItGoesOn) {
  goTo(KioskPage::consent);
  presenter.next();
  BOOST_TEST(state().issue->id == "kiosk.consent.choose");
  presenter.decide(true);
  BOOST_TEST(!state().issue.has_value());
  goTo(KioskPage::sign);
  presenter.next();
  BOOST_TEST(state().issue->id == "kiosk.consent.sayAge");
  presenter.setOfAge(false);
  presenter.setSigner("");
  presenter.next();
  BOOST_TEST(state().issue->id == "kiosk.consent.nameFirst");
  presenter.setSigner("Mara Example");
  presenter.next();
  BOOST_TEST(state().issue->id == "kiosk.consent.relationFirst");
  presenter.setGuardianAs("mother");
  presenter.next();
  BOOST_TEST(state().issue->id == "kiosk.consent.signFirst");
  presenter.setSignature(signature());
  presenter.next();
  BOOST_TEST((state().page == KioskPage::thanks));
  BOOST_TEST(consents().front().signer == "Mara Example");
  BOOST_TEST(consents().front().guardianAs == "mother");
}

BOOST_AUTO_TEST_CASE(AChildsDayOfBirthAsksForAGuardian) {
  presenter.next();
  answer("birth-date", work.today().plusDays(-3650).toIso());
  goTo(KioskPage::sign);
  BOOST_TEST((state().needed == domain::SignerNeeded::guardian));
  BOOST_TEST(state().guardianSigns());
  BOOST_TEST(state().signer.empty());
}

BOOST_AUTO_TEST_CASE(WhereNothingIsAgreedToNobodySigns) {
  goTo(KioskPage::consent);
  while (state().page == KioskPage::consent) {
    presenter.decide(false);
    presenter.next();
  }
  BOOST_TEST((state().page == KioskPage::thanks));
  for (const auto& consent : consents()) {
    BOOST_TEST((consent.decision == ConsentDecision::declined));
    BOOST_TEST(consent.signature.isEmpty());
  }
}

BOOST_AUTO_TEST_CASE(WhatStandsAsAgreedIsNotAskedAgainUnlessConsentsAreAskedFor) {
  goTo(KioskPage::thanks);
  const auto next = again();
  BOOST_TEST(next->state().consents.empty());
  BOOST_TEST(next->state().lastTime.has_value());
  app::KioskPresenter only(desk);
  only.open(zoe, true);
  BOOST_TEST(only.state().consents.size() == test::shippedContent().intake().consents("en").size());
  only.next();
  BOOST_TEST((only.state().page == KioskPage::consent));
}

BOOST_AUTO_TEST_CASE(AReturningClientChangesOnlyWhatChanged) {
  presenter.next();
  answer("name", "Zoë Example");
  answer("pronouns", "she");
  goTo(KioskPage::thanks);
  const auto next = again();
  BOOST_TEST(next->state().sheet.answer("pronouns")->values[0] == "she");
  next->next();
  next->edit([](app::IntakeSheet& sheet) { sheet.setText("pronouns", "they"); });
  for (int step = 0; step < 40 && next->state().page != KioskPage::thanks; ++step) next->next();
  const auto intakes = store.intakes().ofClient(zoe);
  BOOST_REQUIRE(intakes.size() == 2U);
  const auto different = domain::differences(intakes[0], intakes[1]);
  BOOST_REQUIRE(different.size() == 1U);
  BOOST_TEST(different[0].question == "pronouns");
}

BOOST_AUTO_TEST_CASE(AFailureOnTheLastPageSaysSoAndASecondTryDoublesNothing) {
  presenter.next();
  answer("name", "Zoë Example");
  goTo(KioskPage::sign);
  presenter.setOfAge(true);
  presenter.setSigner("Zoë Example");
  presenter.setSignature(signature());
  store.keepNextButFail();
  presenter.next();
  BOOST_TEST((state().page == KioskPage::sign));
  BOOST_TEST(state().problem.has_value());
  presenter.next();
  BOOST_TEST((state().page == KioskPage::thanks));
  BOOST_TEST(store.intakes().ofClient(zoe).size() == 1U);
  BOOST_TEST(consents().size() == test::shippedContent().intake().consents("en").size());
}

BOOST_AUTO_TEST_CASE(TheClientChoosesTheLanguageAndKeepsTheAnswers) {
  presenter.next();
  answer("name", "Zoë Example");
  presenter.back();
  presenter.setLanguage("fr");
  BOOST_TEST(state().language == "fr");
  BOOST_TEST(state().sheet.answer("name")->values[0] == "Zoë Example");
  goTo(KioskPage::thanks);
  BOOST_TEST(store.intakes().ofClient(zoe).front().language == "fr");
  BOOST_TEST(consents().front().language == "fr");
}

BOOST_AUTO_TEST_CASE(AHalfFilledScreenIsOfferedToThePractitionerToo) {
  presenter.next();
  answer("name", "Zoë Example");
  presenter.keepNow([](bool) {});
  app::IntakePresenter form(desk);
  form.open(zoe);
  BOOST_TEST(form.state().draftOffered.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

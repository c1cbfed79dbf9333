// What a client is asked, what that asks the practitioner, and what was agreed to.
#include "app/intakes.h"

#include <boost/test/unit_test.hpp>

#include "app/charting.h"
#include "app/home_practice.h"
#include "core/error.h"
#include "support/throws.h"
#include "work_support.h"

using namespace unknot;
using domain::AnswerState;
using test::thrownBy;

namespace {

struct IntakeWork : test::Desk {
  domain::ClientId ana = client("Ana Example");

  domain::Intake intake(std::vector<domain::IntakeAnswer> answers) {
    domain::Intake made;
    made.client = ana;
    made.questionnaire = "general/2";
    made.takenOn = work.today();
    made.answers = std::move(answers);
    return made;
  }
  domain::FlagClosing closing(const char* flag, domain::ClosingKind kind) {
    domain::FlagClosing made;
    made.client = ana;
    made.flag = flag;
    made.kind = kind;
    made.who = "Dr Example";
    made.on = work.today();
    made.reason = "looked at";
    return made;
  }
  domain::Consent consent(domain::ConsentDecision decision) {
    domain::Consent made;
    made.client = ana;
    made.text = work.content.intake().consents("en").front();
    made.decision = decision;
    made.on = work.today();
    made.signer = "Ana Example";
    made.signature = {{{{10, 10}, {900, 200}}}, 300};
    return made;
  }
  void born(const core::Date& day) {
    auto card = *store.clients().find(ana);
    card.birthDate = day;
    store.clients().save(card);
  }
  domain::SessionId handsOn() {
    auto open = app::startSession(work, ana, domain::SessionKind::handsOn);
    open.content.work = "Arch and flatten";
    app::saveSession(work, open.session, ana, open.content);
    return open.session;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(Intakes, IntakeWork)

BOOST_AUTO_TEST_CASE(TheQuestionsAreKeptWithTheAnswers) {
  const auto stored = app::addIntake(work, intake({{"reason", AnswerState::answered, {"My back"}}}));
  BOOST_TEST(!stored.definition.empty());
  BOOST_TEST(store.intakes().definition(stored.definition).value() == work.content.intake().form("en").text);
  BOOST_TEST(app::questionsOf(work, stored).name() == "general/2");
}

BOOST_AUTO_TEST_CASE(AnOldIntakeIsShownWithTheQuestionsItAnswered) {
  domain::Intake old = intake({{"understood-education", AnswerState::answered, {"yes"}}});
  old.questionnaire = "general/1";
  BOOST_TEST(app::questionsOf(work, old).find("understood-education") != nullptr);
  old.definition = store.intakes().keepDefinition(
      "en",
      "slug = \"general\"\nversion = 1\nlanguage = \"en\"\n[[section]]\ntitle = \"Ours\"\n"
      "[[section.question]]\nslug = \"shoe-size\"\nkind = \"number\"\nlabel = \"Shoe size?\"\n");
  BOOST_TEST(app::questionsOf(work, old).find("shoe-size") != nullptr);
}

BOOST_AUTO_TEST_CASE(RowsStandOnlyWhereTheyAreAskedFor) {
  const auto refused = [&](domain::IntakeAnswer answer) {
    return thrownBy<core::InputError>([&] { app::addIntake(work, intake({std::move(answer)})); });
  };
  BOOST_TEST(refused({"reason", AnswerState::answered, {"x"}, {}, {{{"name", "Aspirin"}}}}) ==
             "error.intake.rows field=answers[0].rows");
  BOOST_TEST(refused({"medicines", AnswerState::answered, {}, {}, {{{"color", "blue"}}}}) ==
             "error.choice field=answers[0].rows[0] value=color allowed=name, dose, for");
  BOOST_TEST(refused({"medicines", AnswerState::answered, {}, {}, {{{"name", "Aspirin"}}}}) == "");
}

BOOST_AUTO_TEST_CASE(PainAndActivitiesBecomeMeasuresWhereTheyAreOtherThanBefore) {
  const domain::IntakeAnswer pain{"pain-today", AnswerState::answered, {"6"}};
  const domain::IntakeAnswer wishes{"want-to-do-again",
                                    AnswerState::answered,
                                    {},
                                    {},
                                    {{{"activity", "lift my grandson"}, {"score", "3"}},
                                     {{"activity", "sleep through"}, {"score", "well"}}}};
  app::addIntake(work, intake({pain, wishes}));
  const auto measures = store.measures().ofClient(ana);
  BOOST_REQUIRE(measures.size() == 2U);
  BOOST_TEST(measures[0].value.instrument == "nprs-now");
  BOOST_TEST(measures[0].value.value == 6);
  BOOST_TEST(measures[1].value.item == "lift my grandson");
  app::addIntake(work, intake({{"pain-today", AnswerState::answered, {"4"}}, wishes}));
  BOOST_TEST(store.measures().ofClient(ana).size() == 3U);
}

BOOST_AUTO_TEST_CASE(AFlagIsClosedByANamedPersonAndThenLeavesNothingOut) {
  app::addIntake(work, intake({{"new-signs", AnswerState::answered, {"calf"}}}));
  BOOST_REQUIRE(app::flagsOf(work, ana).size() == 1U);
  BOOST_TEST(app::groundsOf(work, ana).raised.size() == 1U);
  app::closeFlag(work, closing("calf", domain::ClosingKind::referred));
  BOOST_TEST(app::groundsOf(work, ana).raised.size() == 1U);
  const auto word = app::closeFlag(work, closing("calf", domain::ClosingKind::cleared));
  BOOST_TEST(word.authorName == "Robin Example");
  BOOST_TEST(app::groundsOf(work, ana).raised.empty());
  BOOST_TEST(thrownBy<core::InputError>([&] {
               app::closeFlag(work, closing("saddle", domain::ClosingKind::cleared));
             }) == "error.flag.notRaised field=flag value=saddle");
}

BOOST_AUTO_TEST_CASE(AFlagIsClosedWithADocumentOfTheSameChart) {
  app::addIntake(work, intake({{"conditions", AnswerState::answered, {"osteoporosis"}}}));
  const auto letterOf = [&](domain::ClientId client) {
    domain::DocumentRecord record;
    record.id = ids.make<domain::DocumentId>();
    record.client = client;
    record.kind = domain::DocumentKind::incoming;
    store.documents().add(record, "%PDF letter");
    return record.id;
  };
  auto cleared = closing("osteoporosis", domain::ClosingKind::cleared);
  cleared.evidence = letterOf(client("Somebody Else"));
  BOOST_TEST(thrownBy<core::InputError>([&] { app::closeFlag(work, cleared); }) ==
             "error.document.notInChart field=evidence");
  cleared.evidence = ids.make<domain::DocumentId>();
  BOOST_TEST(thrownBy([&] { app::closeFlag(work, cleared); }).starts_with("error.document.notInChart"));
  BOOST_TEST(store.data().flagClosings.empty());
  cleared.evidence = letterOf(ana);
  app::closeFlag(work, cleared);
  BOOST_TEST((app::flagsOf(work, ana).front().closing->evidence == cleared.evidence));
}

BOOST_AUTO_TEST_CASE(OverAnOpenStopAHandsOnSessionIsSignedOnlyWithAReason) {
  app::addIntake(work, intake({{"new-signs", AnswerState::answered, {"calf"}}}));
  const auto session = handsOn();
  BOOST_TEST(thrownBy<core::InputError>([&] {
               app::signSession(work, session);
             }).starts_with("error.session.openFlag flags="));
  BOOST_TEST(!store.sessions().find(session)->isSigned());
  app::signSession(work, session, "Seen by her doctor this morning, she says");
  BOOST_TEST(store.sessions().find(session)->signatures.front().text ==
             "Seen by her doctor this morning, she says");
}

BOOST_AUTO_TEST_CASE(AReferredStopNoLongerHoldsASignatureBack) {
  app::addIntake(work, intake({{"new-signs", AnswerState::answered, {"calf"}}}));
  app::closeFlag(work, closing("calf", domain::ClosingKind::referred));
  const auto session = handsOn();
  app::signSession(work, session);
  BOOST_TEST(store.sessions().find(session)->signatures.front().text == "");
}

BOOST_AUTO_TEST_CASE(AnAssistantTakesInAnIntakeButClosesNoFlag) {
  app::addIntake(work, intake({{"new-signs", AnswerState::answered, {"calf"}}}));
  actAs(domain::Role::assistant);
  app::addIntake(work, intake({{"new-signs", AnswerState::answered, {"fever"}}}));
  BOOST_CHECK_THROW(app::closeFlag(work, closing("fever", domain::ClosingKind::cleared)), core::RefusedError);
}

BOOST_AUTO_TEST_CASE(AConsentKeepsTheTextThatWasSigned) {
  app::addConsent(work, consent(domain::ConsentDecision::accepted));
  const auto kept = store.consents().ofClient(ana);
  BOOST_REQUIRE(kept.size() == 1U);
  BOOST_TEST(kept[0].text.text == work.content.intake().consents("en").front().text);
  auto unsignedOne = consent(domain::ConsentDecision::accepted);
  unsignedOne.signature = {};
  BOOST_TEST(thrownBy<core::InputError>([&] { app::addConsent(work, unsignedOne); }) ==
             "error.consent.signature field=signature");
  BOOST_TEST(thrownBy<core::InputError>([&] { app::addConsent(work, unsignedOne, true); }) == "");
  unsignedOne.decision = domain::ConsentDecision::declined;
  BOOST_TEST(thrownBy<core::InputError>([&] { app::addConsent(work, unsignedOne); }) == "");
}

BOOST_AUTO_TEST_CASE(ForAMinorAGuardianSigns) {
  born(work.today().plusDays(-17 * 365));
  BOOST_TEST(thrownBy<core::InputError>([&] {
               app::addConsent(work, consent(domain::ConsentDecision::accepted));
             }) == "error.consent.guardian field=guardianAs");
  auto signedByMother = consent(domain::ConsentDecision::accepted);
  signedByMother.signer = "Mara Example";
  signedByMother.guardianAs = "mother";
  app::addConsent(work, signedByMother);
  BOOST_TEST(store.consents().ofClient(ana).front().guardianAs == "mother");
}

BOOST_AUTO_TEST_CASE(AConsentIsWithdrawnWithoutAReasonAndOnlyOnce) {
  app::addConsent(work, consent(domain::ConsentDecision::accepted));
  const auto slug = consent(domain::ConsentDecision::accepted).text.slug;
  const auto gone = app::withdrawConsent(work, ana, slug, "Ana Example", "");
  BOOST_TEST((gone.decision == domain::ConsentDecision::withdrawn));
  BOOST_TEST(store.consents().ofClient(ana).size() == 2U);
  BOOST_TEST(thrownBy<core::InputError>([&] { app::withdrawConsent(work, ana, slug, "Ana", ""); }) ==
             "error.consent.notAccepted field=slug value=" + slug);
}

BOOST_AUTO_TEST_CASE(ADraftComesBackWithConsentsAndTheGroupItStoodAt) {
  app::IntakeDraft draft{intake({{"reason", AnswerState::answered, {"My back"}}}),
                         {consent(domain::ConsentDecision::declined)},
                         3};
  app::keepIntakeDraft(work, draft);
  const auto back = app::intakeDraft(work, ana);
  BOOST_REQUIRE(back.has_value());
  BOOST_TEST((back->intake.answers == draft.intake.answers));
  BOOST_TEST((back->consents == draft.consents));
  BOOST_TEST(back->group.value() == 3);
  app::dropIntakeDraft(work, ana);
  BOOST_TEST(!app::intakeDraft(work, ana).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

#include "app/charting.h"

#include <boost/test/unit_test.hpp>

#include "app/work_support.h"
#include "support/samples.h"
#include "support/throws.h"

namespace unknot::app {
namespace {

using domain::SessionKind;
using test::thrownBy;

struct ChartingFixture : test::Desk {
  domain::ClientId ana = client("Ana");

  OpenSession charted(const core::Date& day) {
    auto open = startSession(work, ana, SessionKind::handsOn);
    open.content = test::fullContent();
    open.content.serviceDate = day;
    saveSession(work, open.session, ana, open.content);
    return open;
  }
  std::vector<std::string> hintIds(const domain::SessionContent& content) {
    std::vector<std::string> names;
    for (const auto& hint : signingHints(content)) names.push_back(hint.id);
    return names;
  }
};

BOOST_FIXTURE_TEST_SUITE(Charting, ChartingFixture)

BOOST_AUTO_TEST_CASE(ANewSessionIsOfTodayAndNotSavedYet) {
  const auto open = startSession(work, ana, SessionKind::handsOn);
  BOOST_TEST(open.number == 1);
  BOOST_TEST(open.content.serviceDate.toIso() == "2026-03-02");
  BOOST_TEST(!open.lastTime.has_value());
  BOOST_TEST(!open.savedAt.has_value());
  BOOST_TEST(store.data().versions.empty());
}

BOOST_AUTO_TEST_CASE(TheGhostIsTheNewestEarlierHandsOnSession) {
  const auto day = work.today();
  auto first = charted(day.plusDays(-20));
  auto second = charted(day.plusDays(-10));
  auto call = startSession(work, ana, SessionKind::call);
  call.content.serviceDate = day.plusDays(-5);
  call.content.work = "Talked.";
  saveSession(work, call.session, ana, call.content);
  const auto next = startSession(work, ana, SessionKind::handsOn);
  BOOST_TEST(next.number == 4);
  BOOST_REQUIRE(next.lastTime.has_value());
  BOOST_TEST(next.lastTime->serviceDate.toIso() == second.content.serviceDate.toIso());
  const auto opened = openSession(work, second.session);
  BOOST_TEST(opened.number == 2);
  BOOST_TEST(opened.lastTime->serviceDate.toIso() == first.content.serviceDate.toIso());
}

BOOST_AUTO_TEST_CASE(ASessionEnteredInErrorIsNoGhost) {
  const auto wrong = charted(work.today().plusDays(-3));
  signSession(work, wrong.session);
  markEnteredInError(work, wrong.session, "Other client");
  BOOST_TEST(!startSession(work, ana, SessionKind::handsOn).lastTime.has_value());
}

BOOST_AUTO_TEST_CASE(SavingWhatIsSavedAddsNoVersion) {
  const auto open = charted(work.today());
  const auto again = saveSession(work, open.session, ana, open.content);
  BOOST_TEST(again.number == 1);
  BOOST_TEST(store.sessions().versions(open.session).size() == 1U);
}

BOOST_AUTO_TEST_CASE(EachChangeIsAVersionOfItsOwn) {
  auto open = charted(work.today());
  open.content.response = "Warmer.";
  const auto second = saveSession(work, open.session, ana, open.content);
  BOOST_TEST(second.number == 2);
  BOOST_TEST(store.sessions().versions(open.session)[0].content.response == "“Lighter.”");
  BOOST_TEST(published.size() == 2U);
}

BOOST_AUTO_TEST_CASE(AnUnknownRegionIsNamedWithItsPlace) {
  auto open = startSession(work, ana, SessionKind::handsOn);
  open.content = test::fullContent();
  open.content.findings[1].region = "tail";
  BOOST_TEST(thrownBy<core::InputError>([&] { saveSession(work, open.session, ana, open.content); }) ==
             "error.region field=findings[1].region value=tail");
  BOOST_TEST(store.data().versions.empty());
}

BOOST_AUTO_TEST_CASE(ASessionOfTomorrowIsRefused) {
  auto open = startSession(work, ana, SessionKind::handsOn);
  open.content.serviceDate = work.today().plusDays(1);
  BOOST_TEST(thrownBy<core::InputError>([&] {
               saveSession(work, open.session, ana, open.content);
             }).starts_with("error.serviceDate"));
}

BOOST_AUTO_TEST_CASE(AFindingThatSaysNothingIsNotKept) {
  auto open = startSession(work, ana, SessionKind::handsOn);
  open.content = test::fullContent();
  open.content.findings.push_back({"jaw-l", {}, {}, {}, {}, ""});
  BOOST_TEST(saveSession(work, open.session, ana, open.content).content.findings.size() == 2U);
}

BOOST_AUTO_TEST_CASE(ASessionStaysWithItsClient) {
  const auto open = charted(work.today());
  const auto eva = client("Eva");
  BOOST_TEST(thrownBy<core::RefusedError>([&] { saveSession(work, open.session, eva, open.content); }) ==
             "error.session.client");
}

BOOST_AUTO_TEST_CASE(ADraftOutlivesTheProgramAndIsOfferedBesideWhatWasSaved) {
  auto open = charted(work.today());
  clock.advanceMs(2000);
  open.content.work += " And more";
  keepDraft(work, open.session, ana, open.content);
  const auto again = openSession(work, open.session);
  BOOST_TEST(again.content.work == "Side curl, left.");
  BOOST_REQUIRE(again.draftContent.has_value());
  BOOST_TEST(again.draftContent->work == "Side curl, left. And more");
}

BOOST_AUTO_TEST_CASE(ASessionThatWasNeverSavedOpensFromItsDraft) {
  auto open = startSession(work, ana, SessionKind::call);
  open.content.work = "Half a sen";
  keepDraft(work, open.session, ana, open.content);
  const auto again = openSession(work, open.session);
  BOOST_TEST((again.client == ana));
  BOOST_TEST((again.session == open.session));
  BOOST_REQUIRE(again.draftContent.has_value());
  BOOST_TEST(again.draftContent->work == "Half a sen");
  BOOST_TEST(!again.savedAt.has_value());
}

BOOST_AUTO_TEST_CASE(SavingRemovesTheDraftAndAFailedSaveKeepsIt) {
  auto open = charted(work.today());
  open.content.work = "New";
  keepDraft(work, open.session, ana, open.content);
  store.failWrites(true);
  BOOST_CHECK_THROW(saveSession(work, open.session, ana, open.content), core::StorageError);
  BOOST_TEST(store.drafts().list().size() == 1U);
  store.failWrites(false);
  saveSession(work, open.session, ana, open.content);
  BOOST_TEST(store.drafts().list().empty());
}

BOOST_AUTO_TEST_CASE(ASaveThatIsUndoneWithWhatIsAroundItKeepsTheDraftAndTellsNobody) {
  auto open = startSession(work, ana, SessionKind::handsOn);
  keepDraft(work, open.session, ana, open.content);
  published.clear();
  // Nothing in it, so that it can't be signed.
  BOOST_CHECK_THROW(store.atomically([&] {
    saveSession(work, open.session, ana, open.content);
    signSession(work, open.session);
  }),
                    core::InputError);
  BOOST_TEST(!store.sessions().find(open.session).has_value());
  BOOST_TEST(store.drafts().list().size() == 1U);
  BOOST_TEST(published.empty());
}

BOOST_AUTO_TEST_CASE(AnUnreadableDraftIsShownAsThereButNotApplied) {
  const auto open = charted(work.today());
  clock.advanceMs(1);
  store.drafts().keep({"session", open.session.value, clock.now(), "half of a"});
  const auto again = openSession(work, open.session);
  BOOST_TEST(again.draft.has_value());
  BOOST_TEST(!again.draftContent.has_value());
}

BOOST_AUTO_TEST_CASE(SigningFreezesWhatIsSaved) {
  auto open = charted(work.today());
  signSession(work, open.session);
  const auto signedOne = openSession(work, open.session);
  BOOST_REQUIRE(signedOne.signatures.size() == 1U);
  BOOST_TEST(signedOne.signatures[0].authorName == "Robin Example");
  open.content.work = "Other";
  BOOST_TEST(thrownBy<core::RefusedError>([&] { saveSession(work, open.session, ana, open.content); }) ==
             "error.session.signed");
  BOOST_TEST(thrownBy<core::RefusedError>([&] { signSession(work, open.session); }) ==
             "error.session.signed");
}

BOOST_AUTO_TEST_CASE(SigningAnEmptySessionIsRefused) {
  auto open = startSession(work, ana, SessionKind::handsOn);
  open.content.minutes = 60;
  saveSession(work, open.session, ana, open.content);
  BOOST_TEST(thrownBy<core::InputError>([&] { signSession(work, open.session); }) == "error.session.empty");
}

BOOST_AUTO_TEST_CASE(ThatNobodyCameCanBeSignedAsItIs) {
  const auto open = startSession(work, ana, SessionKind::noShow);
  saveSession(work, open.session, ana, open.content);
  signSession(work, open.session);
  BOOST_TEST(store.sessions().find(open.session)->isSigned());
}

BOOST_AUTO_TEST_CASE(AfterSigningOnlyNotesAndInErrorFollow) {
  const auto open = charted(work.today());
  BOOST_TEST(thrownBy<core::RefusedError>([&] { addLaterNote(work, open.session, "x"); }) ==
             "error.session.unsigned");
  signSession(work, open.session);
  addLaterNote(work, open.session, "She called: it lasted.");
  BOOST_TEST(thrownBy<core::InputError>([&] { addLaterNote(work, open.session, " "); }) ==
             "error.text.empty field=text");
  markEnteredInError(work, open.session, "Wrong client");
  BOOST_TEST(thrownBy<core::RefusedError>([&] { markEnteredInError(work, open.session, "Again"); }) ==
             "error.session.inError");
  const auto signatures = store.sessions().find(open.session)->signatures;
  BOOST_REQUIRE(signatures.size() == 3U);
  BOOST_TEST(signatures[1].text == "She called: it lasted.");
}

BOOST_AUTO_TEST_CASE(HintsNameWhatIsEmptyAndNothingElse) {
  BOOST_TEST(hintIds(test::fullContent()) == std::vector<std::string>{"signing.after"},
             boost::test_tools::per_element());
  domain::SessionContent empty;
  const std::vector<std::string> all = {"signing.minutes", "signing.theirWords", "signing.map",
                                        "signing.work", "signing.response"};
  BOOST_TEST(hintIds(empty) == all, boost::test_tools::per_element());
  empty.kind = SessionKind::noShow;
  BOOST_TEST(hintIds(empty).empty());
  for (const auto& hint : signingHints(test::fullContent()))
    BOOST_TEST(work.content.words("en").has(hint.id), hint.id);
}

BOOST_AUTO_TEST_CASE(OpeningASessionIsInTheAudit) {
  const auto open = charted(work.today());
  openSession(work, open.session);
  BOOST_TEST(newestAudit() == "read session " + open.session.toString());
}

BOOST_AUTO_TEST_CASE(ReadingAChartTakesTheRightToAndIsInTheAudit) {
  const auto open = charted(work.today());
  BOOST_TEST((readSession(work, ana, {}).session.id == open.session));
  BOOST_TEST(newestAudit() == "read session " + open.session.toString());
  actAs(domain::Role::auditor);
  BOOST_TEST(readSession(work, ana, 1).number == 1);
  // Sees who the clients are, and no chart.
  actAs(domain::Role::assistant);
  BOOST_CHECK_THROW(readSession(work, ana, {}), core::RefusedError);
}

BOOST_AUTO_TEST_CASE(AnAuditorReadsAndWritesNothing) {
  const auto open = charted(work.today());
  actAs(domain::Role::auditor);
  openSession(work, open.session);
  BOOST_CHECK_THROW(signSession(work, open.session), core::RefusedError);
  BOOST_CHECK_THROW(keepDraft(work, open.session, ana, open.content), core::RefusedError);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::app

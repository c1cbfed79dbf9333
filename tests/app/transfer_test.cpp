#include "app/transfer.h"

#include <boost/test/unit_test.hpp>

#include "app/charting.h"
#include "app/clients.h"
#include "app/home_practice.h"
#include "app/intakes.h"
#include "app/work_support.h"
#include "support/samples.h"
#include "support/throws.h"

namespace unknot::app {
namespace {

using test::thrownBy;

// Ana's chart holds one of everything.
struct TransferFixture : test::Desk {
  domain::ClientId ana;
  domain::SessionId session;

  TransferFixture() {
    auto wanted = test::fullClient();
    ana = addClient(work, wanted).id;
    domain::Intake intake;
    intake.client = ana;
    intake.questionnaire = "general/2";
    intake.takenOn = work.today();
    intake.answers = {{"reason", domain::AnswerState::answered, {"My back"}}};
    addIntake(work, intake);
    auto open = startSession(work, ana, domain::SessionKind::handsOn);
    session = open.session;
    auto content = test::fullContent();
    saveSession(work, session, ana, content);
    content.response = "Later";
    saveSession(work, session, ana, content);
    signSession(work, session);
    addLaterNote(work, session, "And then");
    auto plan = test::fullPlan();
    plan.id = {};
    plan.client = ana;
    savePlan(work, plan);
    savePlan(work, plan);
    domain::Measure measure;
    measure.client = ana;
    measure.value = {"sleep", "", 7};
    measure.takenOn = work.today();
    measure.id = ids.make<domain::MeasureId>();
    measure.author = store.user().id;
    measure.enteredAt = clock.now();
    store.measures().add(measure);
    domain::DocumentRecord document;
    document.id = ids.make<domain::DocumentId>();
    document.client = ana;
    document.title = "Home practice";
    document.author = store.user().id;
    document.createdAt = clock.now();
    store.documents().add(document, "%PDF bytes");
  }
  std::string exported() { return exchange::writeExport(exportClient(work, ana)); }
};

BOOST_FIXTURE_TEST_SUITE(Transfer, TransferFixture)

BOOST_AUTO_TEST_CASE(ExportImportExportGivesTheSameBytes) {
  const auto first = exported();
  test::Desk other;
  BOOST_TEST(importClient(other.work, exchange::readExport(first)));
  const auto second = exchange::writeExport(exportClient(other.work, ana));
  BOOST_TEST(second == first);
}

BOOST_AUTO_TEST_CASE(ExportAndImportAreInTheAudit) {
  const auto record = exchange::readExport(exported());
  BOOST_TEST(newestAudit() == "exported client " + ana.toString());
  test::Desk other;
  importClient(other.work, record);
  BOOST_TEST(other.newestAudit() == "imported client " + ana.toString());
}

BOOST_AUTO_TEST_CASE(ImportingAgainChangesNothing) {
  const auto record = exchange::readExport(exported());
  BOOST_TEST(!importClient(work, record));
  BOOST_TEST(store.data().versions.size() == 2U);
  BOOST_TEST(store.data().plans.size() == 2U);
  BOOST_TEST(store.data().measures.size() == 1U);
  BOOST_TEST(store.data().documents.size() == 1U);
}

BOOST_AUTO_TEST_CASE(WhatIsNewIsAddedToWhatIsThere) {
  const auto early = exchange::readExport(exported());
  test::Desk other;
  importClient(other.work, early);
  const auto open = startSession(work, ana, domain::SessionKind::call);
  auto content = open.content;
  content.work = "Talked";
  saveSession(work, open.session, ana, content);
  const auto late = exported();
  BOOST_TEST(importClient(other.work, exchange::readExport(late)));
  BOOST_TEST(exchange::writeExport(exportClient(other.work, ana)) == late);
}

// The same id with other content, one case for each kind of record.
struct Differing {
  const char* what;
  void (*change)(exchange::ClientExport&);
};

BOOST_AUTO_TEST_CASE(TheSameIdWithOtherContentIsRefusedAndNothingIsWritten) {
  const std::vector<Differing> kCases = {
      {"client", [](auto& r) { r.client.phone = "0"; }},
      {"intake", [](auto& r) { r.intakes[0].answers[0].values[0] = "Other"; }},
      {"session", [](auto& r) { r.sessions[0].signatures.pop_back(); }},
      {"session", [](auto& r) { r.sessions[0].versions[1].content.work = "Other"; }},
      {"plan", [](auto& r) { r.plans[1].note = "Other"; }},
      {"measure", [](auto& r) { r.measures[0].value.value = 1; }},
      {"document", [](auto& r) { r.documents[0].record.title = "Other"; }}};
  for (const auto& [what, change] : kCases) {
    auto record = exchange::readExport(exported());
    change(record);
    const auto before = store.data().versions.size() + store.data().plans.size() + store.data().audit.size();
    BOOST_TEST(thrownBy<core::RefusedError>([&] {
                 importClient(work, record);
               }).starts_with(std::string("error.import.differs what=") + what));
    BOOST_TEST(store.data().versions.size() + store.data().plans.size() + store.data().audit.size() ==
               before);
  }
}

BOOST_AUTO_TEST_CASE(AChangedHistoryDoesNotComeIn) {
  auto record = exchange::readExport(exported());
  record.sessions[0].versions[0].content.findings[0].before = domain::Tension(1);
  test::Desk other;
  BOOST_CHECK_THROW(importClient(other.work, record), core::RefusedError);
  BOOST_TEST(other.store.data().clients.empty());
  BOOST_TEST(other.published.empty());
}

BOOST_AUTO_TEST_CASE(AnotherDocumentThanTheOneHandedOutDoesNotComeIn) {
  auto record = exchange::readExport(exported());
  record.documents[0].content = "%PDF Bytes";
  test::Desk other;
  BOOST_TEST(thrownBy<core::InputError>([&] { importClient(other.work, record); }) ==
             "error.import.document field=documents[0].content");
  BOOST_TEST(other.store.data().clients.empty());
}

BOOST_AUTO_TEST_CASE(AnUnknownRegionInARecordIsNamedWithItsPlace) {
  auto record = exchange::readExport(exported());
  record.sessions[0].versions[1].content.findings[1].region = "tail";
  test::Desk other;
  BOOST_TEST(thrownBy<core::InputError>([&] { importClient(other.work, record); }) ==
             "error.region field=sessions[0].versions[1].content.findings[1].region value=tail");
}

BOOST_AUTO_TEST_CASE(AnUnknownRegionOfAPointIsNamedWithItsPlace) {
  auto record = exchange::readExport(exported());
  record.sessions[0].versions[1].content.points.at(0).region = "tail";
  test::Desk other;
  BOOST_TEST(thrownBy<core::InputError>([&] { importClient(other.work, record); }) ==
             "error.region field=sessions[0].versions[1].content.points[0].region value=tail");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::app

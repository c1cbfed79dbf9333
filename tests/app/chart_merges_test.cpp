// Two charts of one person, put together and taken apart again, over the real storage: nothing is rewritten,
// and each is afterwards as it was.
#include "app/chart_merges.h"

#include <boost/test/unit_test.hpp>

#include "app/charting.h"
#include "app/clients.h"
#include "app/filing.h"
#include "app/home_practice.h"
#include "app/intakes.h"
#include "app/merge_presenter.h"
#include "app/transfer.h"
#include "app/work_support.h"
#include "core/executor.h"
#include "storage/practice_fixture.h"
#include "support/fake_forms.h"
#include "support/pdfs.h"
#include "support/samples.h"
#include "support/throws.h"

using namespace unknot;
using domain::AnswerState;
using domain::ClosingKind;
using test::thrownBy;

namespace {

// One practice on disk, and what works with it.
struct Practice : test::PracticeFixture {
  test::FixedTypesetter typesetter;
  test::CountingPdf pdf;
  app::Changes changes;
  test::FakeForms forms;
  app::Workspace work{open(), test::shippedContent(), clock, ids, typesetter, pdf, changes, forms};

  domain::ClientId add(const std::string& name, const std::string& phone = {}) {
    domain::Client client;
    client.name = name;
    client.phone = phone;
    clock.advanceMs(1000);
    return app::addClient(work, client).id;
  }
  domain::SessionId chart(domain::ClientId client, const core::Date& day, const std::string& words) {
    auto open = app::startSession(work, client, domain::SessionKind::handsOn);
    open.content.serviceDate = day;
    open.content.theirWords = words;
    clock.advanceMs(1000);
    app::saveSession(work, open.session, client, open.content);
    return open.session;
  }
  domain::Intake answer(domain::ClientId client, const std::string& question, const std::string& value) {
    domain::Intake intake;
    intake.client = client;
    intake.questionnaire = "general/2";
    intake.takenOn = work.today();
    intake.answers = {{question, AnswerState::answered, {value}}};
    clock.advanceMs(1000);
    return app::addIntake(work, intake);
  }
  domain::ExercisePlan plan(domain::ClientId client, const std::string& note) {
    auto made = test::fullPlan();
    made.id = {};
    made.client = client;
    made.note = note;
    clock.advanceMs(1000);
    return app::savePlan(work, made);
  }
  domain::FlagClosing closed(domain::ClientId client, const std::string& flag, ClosingKind kind) {
    domain::FlagClosing closing;
    closing.client = client;
    closing.flag = flag;
    closing.kind = kind;
    closing.who = "Dr Example";
    closing.on = work.today();
    closing.reason = "looked at";
    clock.advanceMs(1000);
    return app::closeFlag(work, closing);
  }
  domain::ChartMerge merge(domain::ClientId keep, domain::ClientId other) {
    clock.advanceMs(1000);
    return app::mergeCharts(work, keep, other);
  }
  std::string exported(domain::ClientId client) {
    return exchange::writeExport(app::exportClient(work, client));
  }
  std::int64_t faults() {
    return work.store.verify([](const core::Message& fault) { BOOST_TEST_MESSAGE(fault.id); }).faults;
  }
  std::vector<std::string> wordsOf(domain::ClientId client) {
    std::vector<std::string> words;
    for (const auto& session : app::readChart(work, client).sessions)
      words.push_back(session.current.content.theirWords);
    return words;
  }
};

// Zoe came in 2025, and again as Zoë in 2026: a number that was mistyped.
struct TwoCharts : Practice {
  domain::ClientId zoe = add("Zoë Müller", "030 1234567");
  domain::ClientId old = add("Zoe Miller", "030 1234568");
  domain::SessionId first, second, third;

  TwoCharts() {
    second = chart(zoe, {2026, 1, 10}, "second");
    first = chart(old, {2025, 5, 5}, "first");
    third = chart(old, {2026, 2, 1}, "third");
    app::signSession(work, first);
    plan(old, "old plan");
    answer(old, "reason", "My back");
    answer(zoe, "reason", "My neck");
    app::fileDocument(work, {{}, old, test::letterPdf(), "Dr Example", {}, "Knee"});
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(ChartMerges, TwoCharts)

BOOST_AUTO_TEST_CASE(BothAreReadAsOneByTheirDays) {
  merge(zoe, old);
  const std::vector<std::string> all{"first", "second", "third"};
  BOOST_TEST(wordsOf(zoe) == all, boost::test_tools::per_element());
  // Whoever asks for the other one is led here.
  const auto chart = app::readChart(work, old);
  BOOST_TEST((chart.client.id == zoe));
  BOOST_REQUIRE(chart.held.size() == 1U);
  BOOST_TEST(chart.held.front().name == "Zoe Miller");
  BOOST_TEST(chart.intakes.size() == 2U);
  BOOST_TEST(chart.intakes.back().answers.front().values.front() == "My neck");
  BOOST_TEST(chart.plan->note == "old plan");
  BOOST_TEST(chart.documents.size() == 1U);
  BOOST_TEST(app::openSession(work, third).number == 3);
  BOOST_TEST((app::openSession(work, third).client == zoe));
  BOOST_TEST(app::readSession(work, zoe, 1).session.current.content.theirWords == "first");
  BOOST_TEST((work.store.sessions().find(first)->client == old));
  BOOST_TEST(faults() == 0);
}

BOOST_AUTO_TEST_CASE(TheListNamesOneAndTheOtherNameLeadsToIt) {
  merge(zoe, old);
  for (int again = 0; again < 2; ++again) {
    const auto list = app::findClients(work, "");
    BOOST_REQUIRE(list.size() == 1U);
    BOOST_TEST(list.front().name == "Zoë Müller");
    BOOST_TEST(list.front().sessionCount == 3);
    BOOST_TEST(list.front().unsignedCount == 2);
    BOOST_TEST((list.front().lastSeen == core::Date(2026, 2, 1)));
    BOOST_TEST((app::resolveClient(work, "miller").id == zoe));
    BOOST_TEST((app::resolveClient(work, "1234568").id == zoe));
    BOOST_TEST((app::resolveClient(work, old.toString()).id == zoe));
    // Written while it is remembered: what changed is read again.
    chart(zoe, {2026, 2, 2}, "fourth");
    BOOST_TEST(app::findClients(work, "miller").front().sessionCount == 4);
    app::markEnteredInError(
        work,
        [&] {
          const auto wrong = app::readChart(work, zoe).sessions.back().id;
          app::signSession(work, wrong);
          return wrong;
        }(),
        "by mistake");
    BOOST_TEST(app::findClients(work, "").front().sessionCount == 3);
    app::separateCharts(work, zoe, old);
    BOOST_TEST(app::findClients(work, "").size() == 2U);
    BOOST_TEST((app::resolveClient(work, "miller").id == old));
    merge(zoe, old);
  }
}

BOOST_AUTO_TEST_CASE(WhatIsNewGoesToTheChartThatWasKept) {
  merge(zoe, old);
  const auto session = chart(old, {2026, 3, 1}, "new");
  BOOST_TEST((work.store.sessions().find(session)->client == zoe));
  BOOST_TEST((plan(old, "new plan").client == zoe));
  BOOST_TEST((answer(old, "reason", "All of me").client == zoe));
  const auto letter = app::fileDocument(work, {{}, old, test::letterPdf(2), "Dr Example", {}, ""});
  BOOST_TEST((letter.client == zoe));
  BOOST_TEST(app::readChart(work, zoe).plan->note == "new plan");
  BOOST_TEST(thrownBy([&] {
               auto details = *work.store.clients().find(old);
               details.phone = "1";
               app::changeClient(work, details);
             }) == "error.merge.part");
}

// A version of a session that was open stays whose it was: its chain says so.
BOOST_AUTO_TEST_CASE(AnOpenSessionOfAPartIsWrittenOnWhereItStands) {
  merge(zoe, old);
  auto open = app::openSession(work, third);
  open.content.work = "Side curl.";
  app::saveSession(work, third, open.client, open.content);
  app::signSession(work, third);
  BOOST_TEST((work.store.sessions().find(third)->client == old));
  BOOST_TEST(work.store.sessions().versions(third).size() == 2U);
  BOOST_TEST(faults() == 0);
}

BOOST_AUTO_TEST_CASE(TakenApartEachIsExactlyAsItWas) {
  const auto zoeBefore = exported(zoe);
  const auto oldBefore = exported(old);
  merge(zoe, old);
  BOOST_TEST(exported(zoe) != zoeBefore);
  app::separateCharts(work, zoe, old);
  BOOST_TEST(exported(zoe) == zoeBefore);
  BOOST_TEST(exported(old) == oldBefore);
  BOOST_TEST(faults() == 0);
  const auto tail = work.store.auditTail(20);
  BOOST_TEST(std::count_if(tail.begin(), tail.end(),
                           [](const auto& entry) { return entry.subject.starts_with("chart-merge "); }) == 2);
}

BOOST_AUTO_TEST_CASE(WhatWasAddedMeanwhileStaysWithTheOneThatWasKept) {
  const auto oldBefore = exported(old);
  merge(zoe, old);
  chart(zoe, {2026, 3, 1}, "new");
  plan(zoe, "new plan");
  app::separateCharts(work, zoe, old);
  BOOST_TEST(exported(old) == oldBefore);
  const std::vector<std::string> own{"second", "new"};
  BOOST_TEST(wordsOf(zoe) == own, boost::test_tools::per_element());
  BOOST_TEST(app::readChart(work, zoe).plan->note == "new plan");
  // It leaves and comes back by itself, its plan numbered as its first.
  Practice other;
  const auto record = exported(zoe);
  BOOST_TEST(app::importClient(other.work, exchange::readExport(record)));
  BOOST_TEST(other.exported(zoe) == record);
}

BOOST_AUTO_TEST_CASE(BothLeaveTogetherAndComeBackTogether) {
  merge(zoe, old);
  chart(zoe, {2026, 3, 1}, "new");
  const auto record = exported(old);
  Practice other;
  BOOST_TEST(app::importClient(other.work, exchange::readExport(record)));
  BOOST_TEST(other.exported(zoe) == record);
  BOOST_TEST(other.wordsOf(zoe).size() == 4U);
  BOOST_TEST(app::findClients(other.work, "").size() == 1U);
  BOOST_TEST(other.faults() == 0);
  BOOST_TEST(!app::importClient(other.work, exchange::readExport(record)));
  app::separateCharts(other.work, zoe, old);
  // Taken apart there, it stays so.
  BOOST_TEST(!app::importClient(other.work, exchange::readExport(record)));
  BOOST_TEST(other.wordsOf(zoe).size() == 2U);
}

BOOST_AUTO_TEST_CASE(ARecordWhosePartLeadsNowhereIsRefused) {
  merge(zoe, old);
  auto record = app::exportClient(work, zoe);
  record.held.front().merge.kept = ids.make<domain::ClientId>();
  BOOST_TEST(thrownBy([&] {
               exchange::readExport(exchange::writeExport(record));
             }).starts_with("error.json.reference field=held[0].kept"));
  record.held.front().merge.kept = old;
  BOOST_TEST(thrownBy([&] {
               exchange::readExport(exchange::writeExport(record));
             }).starts_with("error.json.reference"));
}

BOOST_AUTO_TEST_CASE(ThreeChartsBecomeOneAndComeApartAsTheyCameTogether) {
  const auto earliest = add("Zoé Muller");
  chart(earliest, {2024, 1, 1}, "earliest");
  merge(old, earliest);
  merge(zoe, old);
  BOOST_TEST(wordsOf(earliest).size() == 4U);
  BOOST_TEST((app::resolveClient(work, "Muller").id == zoe));
  const auto held = app::heldCharts(work, zoe);
  BOOST_REQUIRE(held.size() == 2U);
  BOOST_TEST((held[0].merge.kept == old));
  BOOST_TEST((app::resolveHeld(work, zoe, "zoe mill").merge.other == old));
  BOOST_TEST(thrownBy([&] { app::resolveHeld(work, zoe, "z"); }).starts_with("error.client.several"));
  BOOST_TEST(thrownBy([&] { app::resolveHeld(work, zoe, "Ann"); }) == "error.merge.none");
  const auto record = exported(zoe);
  Practice other;
  app::importClient(other.work, exchange::readExport(record));
  BOOST_TEST(other.exported(earliest) == record);
  app::separateCharts(work, zoe, old);
  BOOST_TEST(wordsOf(zoe).size() == 1U);
  BOOST_TEST(wordsOf(earliest).size() == 3U);
  BOOST_TEST((app::resolveClient(work, earliest.toString()).id == old));
  BOOST_TEST(faults() == 0);
}

BOOST_AUTO_TEST_CASE(WhatCantBePutTogetherIsSaid) {
  const auto refused = [&](domain::ClientId keep, domain::ClientId other) {
    return thrownBy([&] { app::mergeCharts(work, keep, other); });
  };
  BOOST_TEST(refused(zoe, zoe) == "error.merge.same");
  BOOST_TEST(refused(zoe, ids.make<domain::ClientId>()) == "error.client.none");
  auto open = app::startSession(work, old, domain::SessionKind::handsOn);
  open.content.theirWords = "half a sentence";
  app::keepDraft(work, open.session, old, open.content);
  BOOST_TEST(refused(zoe, old) == "error.merge.draft");
  BOOST_CHECK_NO_THROW(app::mergeCharts(work, old, zoe));
  BOOST_TEST(refused(zoe, old) == "error.merge.same");
  BOOST_TEST(refused(old, zoe) == "error.merge.same");
  BOOST_TEST(thrownBy([&] { app::separateCharts(work, old, old); }) == "error.merge.none");
  // What was typed is saved into the chart that goes on.
  app::saveSession(work, open.session, old, open.content);
  BOOST_TEST(wordsOf(zoe).size() == 4U);
}

// Neither the newer sheet nor a word on the other one makes a flag be forgotten.
BOOST_AUTO_TEST_CASE(AFlagOfEitherStandsUntilAWordOrANewAnswer) {
  answer(old, "new-signs", "calf");
  answer(zoe, "conditions", "osteoporosis");
  closed(zoe, "osteoporosis", ClosingKind::cleared);
  merge(zoe, old);
  auto flags = app::flagsOf(work, zoe);
  BOOST_REQUIRE(flags.size() == 2U);
  BOOST_TEST(domain::openStopFlags(flags).size() == 1U);
  BOOST_TEST(app::groundsOf(work, zoe).raised.size() == 1U);
  const auto word = closed(zoe, "calf", ClosingKind::referred);
  // It stands with the answers it speaks of.
  BOOST_TEST((word.client == old));
  flags = app::flagsOf(work, zoe);
  BOOST_TEST(domain::openStopFlags(flags).empty());
  BOOST_TEST(domain::countingFlags(flags).size() == 1U);
  app::separateCharts(work, zoe, old);
  BOOST_TEST(domain::countingFlags(app::flagsOf(work, old)).size() == 1U);
  BOOST_TEST(app::flagsOf(work, zoe).size() == 1U);
  merge(zoe, old);
  answer(zoe, "reason", "Only stiff");
  BOOST_TEST(app::flagsOf(work, zoe).empty());
}

BOOST_AUTO_TEST_CASE(AFlagThatBothRaiseIsClosedInBoth) {
  answer(old, "conditions", "osteoporosis");
  answer(zoe, "conditions", "osteoporosis");
  merge(zoe, old);
  BOOST_TEST(app::flagsOf(work, zoe).size() == 1U);
  closed(zoe, "osteoporosis", ClosingKind::cleared);
  BOOST_TEST(!app::flagsOf(work, zoe).front().isOpen());
  app::separateCharts(work, zoe, old);
  BOOST_TEST(!app::flagsOf(work, zoe).front().isOpen());
  BOOST_TEST(!app::flagsOf(work, old).front().isOpen());
  BOOST_TEST(faults() == 0);
}

BOOST_AUTO_TEST_CASE(TheScreenSaysWhoIsAlikeAndWhatItWouldMean) {
  core::InPlaceExecutor here;
  core::Tasks tasks(here, here);
  app::Desk desk{work,  tasks,   test::shippedContent(), test::shippedContent().words("en"),
                 clock, changes, work.store.practice(),  work.store.user()};
  const auto twin = add("Zoë Müller", "030 1234567");
  add("Ann Other");
  app::MergePresenter presenter(desk);
  const auto& shown = presenter.state();
  presenter.open(zoe);
  BOOST_REQUIRE(!shown.candidates.empty());
  BOOST_TEST((shown.selected == twin));
  BOOST_TEST(shown.candidates.front().why.find("same name") != std::string::npos);
  presenter.find("miller");
  BOOST_REQUIRE(shown.candidates.size() == 1U);
  BOOST_TEST((shown.selected == old));
  BOOST_TEST(shown.pairs.front().left == "Zoë Müller");
  BOOST_TEST(shown.pairs.front().right == "Zoe Miller");
  BOOST_TEST(shown.means.front().find("3 sessions, 2 intakes, 1 document") != std::string::npos);
  presenter.setKeepsOther(true);
  BOOST_TEST(shown.pairs.front().left == "Zoe Miller");
  domain::ClientId kept;
  presenter.merge([&](domain::ClientId client) { kept = client; });
  BOOST_TEST((kept == old));
  BOOST_TEST((app::resolveClient(work, zoe.toString()).id == old));
}

BOOST_AUTO_TEST_SUITE_END()

#include "app/clients.h"
#include "app/intakes.h"

#include <boost/test/unit_test.hpp>

#include "app/charting.h"
#include "app/home_practice.h"
#include "app/work_support.h"
#include "support/samples.h"
#include "support/throws.h"

namespace unknot::app {
namespace {

using test::thrownBy;

struct ClientsFixture : test::Desk {
  domain::Client named(const std::string& name) {
    domain::Client client;
    client.name = name;
    return client;
  }
  domain::Intake intake(domain::ClientId client, std::vector<domain::IntakeAnswer> answers) {
    domain::Intake intake;
    intake.client = client;
    intake.questionnaire = "general/2";
    intake.takenOn = work.today();
    intake.answers = std::move(answers);
    return intake;
  }
};

BOOST_FIXTURE_TEST_SUITE(Clients, ClientsFixture)

BOOST_AUTO_TEST_CASE(ANewClientGetsAnIdAndItsTime) {
  const auto added = addClient(work, named("Zoë Müller"));
  BOOST_TEST(!added.id.isNil());
  BOOST_CHECK(added.createdAt == clock.now());
  BOOST_CHECK(store.clients().find(added.id) == added);
  BOOST_REQUIRE(published.size() == 1U);
  BOOST_CHECK(published[0].kind == Change::Kind::client);
  BOOST_CHECK(published[0].client == added.id.value);
}

BOOST_AUTO_TEST_CASE(AClientWithoutANameIsRefusedAndNothingIsKept) {
  BOOST_TEST(thrownBy<core::InputError>([&] { addClient(work, named(" ")); }) ==
             "error.text.empty field=name");
  BOOST_TEST(store.data().clients.empty());
  BOOST_TEST(published.empty());
}

BOOST_AUTO_TEST_CASE(AddingTheSameClientAgainChangesNothing) {
  auto wanted = named("Ana");
  wanted.id = test::idOf<domain::ClientId>(4);
  const auto first = addClient(work, wanted);
  clock.advanceMs(1000);
  BOOST_CHECK(addClient(work, wanted) == first);
  BOOST_TEST(published.size() == 1U);
}

BOOST_AUTO_TEST_CASE(AddingOtherDetailsUnderTheSameIdIsRefused) {
  auto wanted = named("Ana");
  wanted.id = test::idOf<domain::ClientId>(4);
  addClient(work, wanted);
  wanted.name = "Eva";
  BOOST_TEST(thrownBy<core::RefusedError>([&] { addClient(work, wanted); }) == "error.client.exists");
  BOOST_TEST(store.clients().find(wanted.id)->name == "Ana");
}

BOOST_AUTO_TEST_CASE(AChangeKeepsWhenTheClientCame) {
  auto client = addClient(work, named("Ana"));
  const auto came = client.createdAt;
  clock.advanceMs(5000);
  client.phone = "030 1";
  client.createdAt = clock.now();
  BOOST_CHECK(changeClient(work, client).createdAt == came);
  BOOST_TEST(store.clients().find(client.id)->phone == "030 1");
}

BOOST_AUTO_TEST_CASE(ChangingSomebodyWhoIsNotThereIsRefused) {
  auto client = named("Ana");
  client.id = test::idOf<domain::ClientId>(4);
  BOOST_TEST(thrownBy<core::InputError>([&] { changeClient(work, client); }) == "error.client.none");
}

BOOST_AUTO_TEST_CASE(AClientIsMeantByIdOrByWordsThatMatchOne) {
  const auto ana = client("Ana Silva");
  const auto eva = client("Eva Silva");
  BOOST_TEST((resolveClient(work, ana.toString()).id == ana));
  BOOST_TEST((resolveClient(work, "eva").id == eva));
  BOOST_TEST(thrownBy<core::InputError>([&] { resolveClient(work, "Nobody"); }) == "error.client.none");
  BOOST_CHECK_EXCEPTION(resolveClient(work, "silva"), core::InputError, [](const core::InputError& error) {
    return error.message().id == "error.client.several" && error.message().count == 2;
  });
}

BOOST_AUTO_TEST_CASE(ReadingAChartIsInTheAudit) {
  const auto ana = client("Ana");
  BOOST_TEST(readChart(work, ana).client.name == "Ana");
  BOOST_TEST(newestAudit() == "read client " + ana.toString());
}

BOOST_AUTO_TEST_CASE(AnAssistantSeesPeopleAndNoChart) {
  const auto ana = client("Ana");
  actAs(domain::Role::assistant);
  BOOST_TEST(findClients(work, "").size() == 1U);
  addClient(work, named("Eva"));
  BOOST_TEST(thrownBy<core::RefusedError>([&] { readChart(work, ana); }) == "error.use.permission");
  BOOST_TEST(thrownBy<core::RefusedError>([&] { startSession(work, ana, domain::SessionKind::handsOn); }) ==
             "error.use.permission");
}

BOOST_AUTO_TEST_CASE(IntakesAreCountedUpAndNeverReplaced) {
  const auto ana = client("Ana");
  const auto first = addIntake(work, intake(ana, {{"reason", domain::AnswerState::answered, {"My back"}}}));
  const auto second = addIntake(work, intake(ana, {{"reason", domain::AnswerState::ratherTell, {}}}));
  BOOST_TEST(first.version == 1);
  BOOST_TEST(second.version == 2);
  BOOST_TEST((first.author == store.user().id));
  BOOST_TEST(store.intakes().ofClient(ana).size() == 2U);
}

BOOST_AUTO_TEST_CASE(AnIntakeAnswersOnlyWhatWasAsked) {
  const auto ana = client("Ana");
  const auto refused = [&](const domain::Intake& wrong) {
    return thrownBy<core::InputError>([&] { addIntake(work, wrong); });
  };
  using domain::AnswerState;
  BOOST_TEST(refused(intake(ana, {{"shoe-size", AnswerState::answered, {"42"}}})) ==
             "error.intake.question field=answers[0].question value=shoe-size");
  BOOST_TEST(refused(intake(ana, {{"reason", AnswerState::answered, {"a", "b"}}})) ==
             "error.intake.one field=answers[0].values");
  BOOST_TEST(refused(intake(ana, {{"how-it-began", AnswerState::answered, {"in a dream"}}}))
                 .starts_with("error.choice field=answers[0].values[0] value=in a dream"));
  auto other = intake(ana, {});
  other.questionnaire = "general/99";
  BOOST_TEST(refused(other).starts_with("error.choice field=questionnaire"));
  auto tomorrow = intake(ana, {});
  tomorrow.takenOn = work.today().plusDays(1);
  BOOST_TEST(refused(tomorrow).starts_with("error.use.takenOn field=takenOn"));
  BOOST_TEST(store.intakes().ofClient(ana).empty());
}

BOOST_AUTO_TEST_CASE(TheDayShowsWhatIsOpenWhoCameAndWhoseReviewIsDue) {
  const auto day = work.today();
  std::vector<domain::ClientId> all;
  for (int i = 0; i < 10; ++i) {
    all.push_back(client("Client " + std::to_string(i)));
    auto open = startSession(work, all.back(), domain::SessionKind::handsOn);
    open.content.serviceDate = day.plusDays(i - 20);
    open.content.work = "x";
    saveSession(work, open.session, all.back(), open.content);
    if (i > 0) signSession(work, open.session);
  }
  domain::ExercisePlan plan;
  plan.client = all[3];
  plan.from = day.plusDays(-7);
  plan.reviewOn = day;
  plan.items = {domain::usualItem(work.content.exercises().front())};
  savePlan(work, plan);
  const auto today = readToday(work);
  BOOST_REQUIRE(today.unsignedSessions.size() == 1U);
  BOOST_TEST((today.unsignedSessions[0].client == all[0]));
  BOOST_REQUIRE(today.recent.size() == 8U);
  BOOST_TEST((today.recent[0].id == all[9]));
  BOOST_TEST((today.recent[7].id == all[2]));
  BOOST_REQUIRE(today.reviewsDue.size() == 1U);
  BOOST_TEST((today.reviewsDue[0].id == all[3]));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::app

#include "app/workspace.h"

#include <boost/test/unit_test.hpp>

#include "app/permission.h"
#include "app/session_draft.h"
#include "app/work_support.h"
#include "support/samples.h"

namespace unknot::app {
namespace {

BOOST_AUTO_TEST_SUITE(Workspaces)

BOOST_AUTO_TEST_CASE(TodayIsTheDayOfThePracticeNotOfGreenwich) {
  test::Desk desk;
  desk.clock.set({core::Instant::parseIso("2026-03-02T23:30:00.000Z").value()});
  BOOST_TEST(desk.work.today().toIso() == "2026-03-02");
  desk.store.data().practice.timeZone = "Europe/Berlin";
  BOOST_TEST(desk.work.today().toIso() == "2026-03-03");
  desk.store.data().practice.timeZone = "America/New_York";
  BOOST_TEST(desk.work.today().toIso() == "2026-03-02");
}

BOOST_AUTO_TEST_CASE(AListenerHearsUntilItsTokenDies) {
  Changes changes;
  int heard = 0;
  auto token = changes.subscribe([&](const Change&) { ++heard; });
  changes.publish({});
  token.reset();
  changes.publish({});
  BOOST_TEST(heard == 1);
}

BOOST_AUTO_TEST_CASE(AListenerMayLeaveOrSubscribeWhileBeingTold) {
  Changes changes;
  int heard = 0;
  std::shared_ptr<void> first;
  std::shared_ptr<void> second;
  first = changes.subscribe([&](const Change&) {
    ++heard;
    first.reset();
    second = changes.subscribe([&](const Change&) { heard += 10; });
  });
  changes.publish({});
  BOOST_TEST(heard == 1);
  changes.publish({});
  BOOST_TEST(heard == 11);
}

BOOST_AUTO_TEST_CASE(ADraftComesBackWithItsClient) {
  const SessionDraft draft{test::idOf<domain::ClientId>(3), test::fullContent()};
  const auto back = readSessionDraft(writeSessionDraft(draft));
  BOOST_REQUIRE(back.has_value());
  BOOST_TEST((back->client == draft.client));
  BOOST_CHECK(back->content == draft.content);
}

BOOST_AUTO_TEST_CASE(ADamagedDraftIsNone) {
  const auto whole = writeSessionDraft({test::idOf<domain::ClientId>(3), test::fullContent()});
  for (const auto& text :
       {std::string(), std::string("x"), std::string("x\n{}"), whole.substr(0, whole.size() / 2)})
    BOOST_TEST(!readSessionDraft(text).has_value());
}

BOOST_AUTO_TEST_CASE(RolesMayWhatTheTableSays) {
  using domain::Role;
  const std::vector<Right> all = {Right::seeClients, Right::readChart, Right::writeClient,
                                  Right::writeChart, Right::handOut,   Right::takeInRecord};
  const std::map<Role, std::vector<Right>> table = {
      {Role::owner, all},
      {Role::practitioner, all},
      {Role::assistant, {Right::seeClients, Right::writeClient}},
      {Role::auditor, {Right::seeClients, Right::readChart}}};
  for (const auto& [role, rights] : table)
    for (const auto right : all)
      BOOST_TEST(may(role, right) == (std::find(rights.begin(), rights.end(), right) != rights.end()));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::app

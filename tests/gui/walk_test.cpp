// One real path: look around in the demo, find a client, read the chart, lock and come back.
#include <boost/test/unit_test.hpp>

#include "gui/stage.h"
#include "gui/synthetic.h"
#include "ui/chart_place.h"
#include "ui/clients_place.h"
#include "ui/place_host.h"
#include "ui/session_place.h"
#include "ui/shell.h"
#include "ui/text.h"
#include "ui/top_bar.h"

using namespace unknot;
using namespace unknot::gui_test;

namespace {

wxString placeTitle() {
  return frame().shell()->host().current()->title();
}

const app::ClientsState* clients() {
  auto* place = dynamic_cast<ui::ClientsPlace*>(frame().shell()->host().current());
  return place == nullptr ? nullptr : &place->presenter().state();
}

const app::ChartState* chart() {
  auto* place = dynamic_cast<ui::ChartPlace*>(frame().shell()->host().current());
  return place == nullptr || !place->presenter().state().ready ? nullptr : &place->presenter().state();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(WalkTest)

BOOST_AUTO_TEST_CASE(TheFirstStartAsksForNothingToLookAround) {
  BOOST_REQUIRE(waitFor([] { return findByName("Look around first") != nullptr; }));
  keepPicture("first-start");
  BOOST_REQUIRE(openDemo());
  BOOST_TEST(placeTitle() == ui::toWx("Today"));
}

BOOST_AUTO_TEST_CASE(AClientIsFoundByTheBeginningOfAnyWordAndEnterOpensTheChart) {
  BOOST_REQUIRE(openDemo());
  keepPicture("today");
  pressKey(&frame(), GDK_KEY_k, GDK_CONTROL_MASK);
  BOOST_REQUIRE(waitFor([] { return frame().shell()->topBar().find()->HasFocus(); }));
  click(frame().shell()->topBar().find());
  type(&frame(), "zo");
  BOOST_REQUIRE(waitFor([] { return clients() != nullptr && clients()->rows.size() == 1; }));
  BOOST_TEST(clients()->rows.front().name.find("Zo") != std::string::npos);
  keepPicture("clients-found");
  const std::string name = clients()->rows.front().name;
  pressKey(&frame(), GDK_KEY_Return);
  BOOST_REQUIRE(waitFor([] { return chart() != nullptr; }));
  BOOST_TEST(chart()->name == name);
}

BOOST_AUTO_TEST_CASE(TheClientListShowsEverybody) {
  BOOST_REQUIRE(openDemo());
  BOOST_REQUIRE(clickOn("Clients"));
  BOOST_TEST(waitFor([] { return clients() != nullptr && clients()->rows.size() == 8; }));
  keepPicture("clients");
}

BOOST_AUTO_TEST_CASE(EveryTabOfTheChartOpens) {
  BOOST_REQUIRE(openDemo());
  BOOST_REQUIRE(clickOn("Clients"));
  BOOST_REQUIRE(waitFor([] { return clients() != nullptr && clients()->rows.size() > 1; }));
  frame().shell()->openChart(clients()->rows.front().id);
  BOOST_REQUIRE(waitFor([] { return chart() != nullptr; }));
  auto* place = dynamic_cast<ui::ChartPlace*>(frame().shell()->host().current());
  for (std::size_t tab = 0; tab < place->tabs()->GetPageCount(); ++tab) {
    place->tabs()->SetSelection(tab);
    BOOST_TEST(waitFor([&] { return place->tabs()->GetPage(tab)->IsShownOnScreen(); }));
    keepPicture("chart-" + std::to_string(tab));
  }
}

BOOST_AUTO_TEST_CASE(ANewClientNeedsANameAndNothingElse) {
  BOOST_REQUIRE(openDemo());
  pressKey(&frame(), GDK_KEY_n, GDK_CONTROL_MASK);
  BOOST_REQUIRE(waitFor([] { return findByName("Name") != nullptr; }));
  BOOST_REQUIRE(clickOn("Save"));
  BOOST_TEST(placeTitle() == ui::toWx("New client"));
  keepPicture("new-client");
  BOOST_REQUIRE(clickOn("Name"));
  type(&frame(), "Łukasz Example");
  BOOST_REQUIRE(clickOn("Save"));
  BOOST_REQUIRE(waitFor([] { return chart() != nullptr; }));
  BOOST_TEST(chart()->name == "Łukasz Example");
  keepPicture("chart-empty");
}

BOOST_AUTO_TEST_CASE(LockingAsksForThePasswordAndComesBackToTheSamePlace) {
  BOOST_REQUIRE(openDemo());
  BOOST_REQUIRE(clickOn("Clients"));
  BOOST_REQUIRE(waitFor([] { return clients() != nullptr && clients()->ready && !clients()->rows.empty(); }));
  frame().shell()->openChart(clients()->rows.front().id);
  BOOST_REQUIRE(waitFor([] { return chart() != nullptr; }));
  const std::string name = chart()->name;
  pressKey(&frame(), GDK_KEY_l, GDK_CONTROL_MASK);
  BOOST_REQUIRE(waitFor([] { return frame().shell() == nullptr && findByName("Password") != nullptr; }));
  keepPicture("locked");
  BOOST_REQUIRE(clickOn("Password"));
  type(&frame(), "wrong");
  BOOST_REQUIRE(clickOn("Open"));
  BOOST_TEST(waitFor([] { return findByName("Open") != nullptr && findByName("Open")->IsEnabled(); }));
  keepPicture("wrong-password");
  BOOST_TEST(frame().shell() == nullptr);
  BOOST_REQUIRE(clickOn("Password"));
  pressKey(&frame(), GDK_KEY_a, GDK_CONTROL_MASK);
  type(&frame(), "demo");
  pressKey(&frame(), GDK_KEY_Return);
  BOOST_REQUIRE(waitFor([] { return frame().shell() != nullptr && chart() != nullptr; }));
  BOOST_TEST(chart()->name == name);
}

BOOST_AUTO_TEST_CASE(AltLeftLeavesTheListsAndThePagesToo) {
  BOOST_REQUIRE(openDemo());
  BOOST_REQUIRE(clickOn("Clients"));
  BOOST_REQUIRE(waitFor([] { return clients() != nullptr && clients()->ready && !clients()->rows.empty(); }));
  const domain::ClientId client = clients()->rows.front().id;
  frame().shell()->openChart(client);
  BOOST_REQUIRE(waitFor([] { return chart() != nullptr; }));
  frame().shell()->openHomePractice(client);
  BOOST_REQUIRE(waitFor([] { return chart() == nullptr; }));
  pressKey(&frame(), GDK_KEY_Left, GDK_MOD1_MASK);
  BOOST_TEST(waitFor([] { return chart() != nullptr; }));
  frame().shell()->openPreview(client, domain::DocumentKind::report);
  BOOST_REQUIRE(waitFor([] { return chart() == nullptr; }));
  pressKey(&frame(), GDK_KEY_Left, GDK_MOD1_MASK);
  BOOST_TEST(waitFor([] { return chart() != nullptr; }));
}

BOOST_AUTO_TEST_CASE(ALockedSessionComesBackAsItWas) {
  BOOST_REQUIRE(openDemo());
  BOOST_REQUIRE(clickOn("Clients"));
  BOOST_REQUIRE(waitFor([] { return clients() != nullptr && clients()->ready && !clients()->rows.empty(); }));
  const auto session = [] { return dynamic_cast<ui::SessionPlace*>(frame().shell()->host().current()); };
  frame().shell()->startSession(clients()->rows.front().id, domain::SessionKind::handsOn);
  BOOST_REQUIRE(waitFor([&] { return session() != nullptr && session()->presenter().state().ready; }));
  session()->presenter().setText(app::SessionText::nextTime, "The other side first");
  session()->presenter().select({"ql-l"});
  session()->texts().focus(app::SessionText::nextTime);
  pressKey(&frame(), GDK_KEY_l, GDK_CONTROL_MASK);
  BOOST_REQUIRE(waitFor([] { return frame().shell() == nullptr && findByName("Password") != nullptr; }));
  BOOST_REQUIRE(clickOn("Password"));
  type(&frame(), "demo");
  pressKey(&frame(), GDK_KEY_Return);
  BOOST_REQUIRE(waitFor([&] {
    return frame().shell() != nullptr && session() != nullptr && session()->presenter().state().ready;
  }));
  BOOST_TEST(session()->presenter().state().content.nextTime == "The other side first");
  // The sentence goes on where it stopped, and no letter of it charts anything.
  BOOST_REQUIRE(waitFor([&] { return session()->texts().focused() == app::SessionText::nextTime; }));
  type(&frame(), ", mk 4");
  BOOST_TEST(waitFor(
      [&] { return session()->presenter().state().content.nextTime == "The other side first, mk 4"; }));
  BOOST_TEST(session()->presenter().state().content.findings.empty());
  pressKey(&frame(), GDK_KEY_Left, GDK_MOD1_MASK);
  BOOST_TEST(waitFor([] { return chart() != nullptr; }));
}

BOOST_AUTO_TEST_SUITE_END()

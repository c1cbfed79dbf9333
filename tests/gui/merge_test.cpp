// Two charts of one person are put together through the window, and taken apart again.
#include <boost/test/unit_test.hpp>

#include "app/charting.h"
#include "app/clients.h"
#include "gui/places.h"
#include "gui/stage.h"
#include "gui/synthetic.h"
#include "ui/chart_place.h"
#include "ui/client_form_place.h"
#include "ui/merge_place.h"

using namespace unknot;
using namespace unknot::gui_test;

BOOST_AUTO_TEST_SUITE(MergeTest)

BOOST_AUTO_TEST_CASE(TwoChartsBecomeOneAndComeApart) {
  BOOST_REQUIRE(openDemo());
  const auto client = firstClient();
  const auto twin = onStorage([&](app::Workspace& work) {
    auto details = *work.store.clients().find(client);
    details.id = {};
    details.createdAt = {};
    details.name += " Double";
    details.address = "Beispielweg 7\n10115 Berlin";
    details.id = app::addClient(work, details).id;
    auto open = app::startSession(work, details.id, domain::SessionKind::call);
    open.content.work = "Asked for an appointment.";
    app::saveSession(work, open.session, details.id, open.content);
    return details;
  });
  frame().shell()->openChart(client);
  BOOST_REQUIRE(waitFor([&] {
    return seen<ui::ChartPlace>() && seen<ui::ChartPlace>()->presenter().state().client == client &&
           seen<ui::ChartPlace>()->presenter().state().ready;
  }));
  const auto sessions = seen<ui::ChartPlace>()->presenter().state().sessions.size();
  frame().shell()->editClient(client);
  BOOST_REQUIRE(waitFor(
      [] { return seen<ui::ClientFormPlace>() && seen<ui::ClientFormPlace>()->presenter().state().ready; }));
  frame().shell()->mergeChart(client);
  BOOST_REQUIRE(waitFor([] { return seen<ui::MergePlace>() != nullptr; }));
  auto* place = seen<ui::MergePlace>();
  BOOST_REQUIRE(waitFor([&] { return place->presenter().state().possible; }));
  BOOST_TEST((place->presenter().state().selected == twin.id));
  keepPicture("merge-side-by-side");
  BOOST_REQUIRE(clickOn("Put them together"));
  BOOST_REQUIRE(waitFor([&] {
    auto* chart = seen<ui::ChartPlace>();
    return chart != nullptr && !chart->presenter().state().held.empty();
  }));
  auto* chart = seen<ui::ChartPlace>();
  BOOST_TEST((chart->presenter().state().client == client));
  BOOST_TEST(chart->presenter().state().sessions.size() == sessions + 1);
  keepPicture("merge-chart");
  answerNextQuestion([] { keepScreen("merge-separate"); });
  BOOST_REQUIRE(clickOn("Separate"));
  BOOST_TEST(!chart->presenter().state().held.empty());
  chart->presenter().separate(twin.id);
  BOOST_REQUIRE(waitFor([&] { return chart->presenter().state().held.empty(); }));
  BOOST_TEST(chart->presenter().state().sessions.size() == sessions);
}

BOOST_AUTO_TEST_SUITE_END()

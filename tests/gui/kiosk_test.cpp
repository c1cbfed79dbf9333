// The screen in a client's hands: filled with taps, signed, and left with the password alone. And the flags
// that come of it, closed on the chart.
#include <boost/test/unit_test.hpp>

#include <wx/scrolwin.h>
#include <wx/textctrl.h>

#include "app/intakes.h"
#include "gui/places.h"
#include "gui/synthetic.h"
#include "ui/accessible.h"
#include "ui/chart_place.h"
#include "ui/commands.h"
#include "ui/kiosk_panel.h"
#include "ui/text.h"

using namespace unknot;
using namespace unknot::gui_test;

namespace {

using app::KioskPage;

const app::KioskState& kiosk() {
  return frame().kiosk()->presenter().state();
}

bool isAt(KioskPage page) {
  return frame().kiosk() != nullptr && kiosk().ready && kiosk().page == page;
}

std::string section() {
  return kiosk().sheet.questionnaire().sections.at(kiosk().group).slug;
}

bool isAtSection(const std::string& slug) {
  return isAt(KioskPage::group) && section() == slug;
}

domain::ClientId newClient(const std::string& name) {
  return onStorage([name](app::Workspace& work) {
    domain::Client client;
    client.name = name;
    client.birthDate = core::Date(1984, 5, 17);
    client.language = "en";
    return app::addClient(work, client).id;
  });
}

bool handTo(domain::ClientId client) {
  frame().shell()->openChart(client);
  if (!waitFor([] { return seen<ui::ChartPlace>() != nullptr; })) return false;
  frame().shell()->handToClient(client, false);
  return waitFor([] { return isAt(KioskPage::welcome); }) &&
         waitFor([] { return findByName("Begin") != nullptr; });
}

// Presses the button and waits for another page.
bool goOn(const char* button) {
  const int laid = kiosk().laid;
  return clickOn(button) && waitFor([&] { return kiosk().laid != laid; }) &&
         waitFor([] { return findByName("Back") != nullptr || isAt(KioskPage::thanks); });
}

bool leaveWith(const std::string& password) {
  if (findByName("Leave") == nullptr && !clickOn("For the practitioner")) return false;
  if (!waitFor([] { return findByName("Password") != nullptr; }) || !clickOn("Password")) return false;
  pressKey(&frame(), GDK_KEY_a, GDK_CONTROL_MASK);
  type(&frame(), password);
  return clickOn("Leave");
}

// The field, not the label before it.
wxTextCtrl* fieldCalled(const std::string& name, wxWindow* within) {
  for (wxWindow* child : within->GetChildren()) {
    auto* field = dynamic_cast<wxTextCtrl*>(child);
    if (field != nullptr && ui::accessibleName(field) == ui::toWx(name)) return field;
    if (field == nullptr)
      if (auto* found = fieldCalled(name, child)) return found;
  }
  return nullptr;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(KioskTest)

BOOST_AUTO_TEST_CASE(AClientFillsTheIntakeByTapsSignsAndGivesTheScreenBack) {
  BOOST_REQUIRE(openDemo());
  const auto client = newClient("Ada Example");
  BOOST_REQUIRE(handTo(client));
  keepPicture("kiosk-welcome");
  BOOST_REQUIRE(goOn("Begin"));
  BOOST_REQUIRE(isAtSection("you"));
  BOOST_REQUIRE(clickOn("What is your name?"));
  type(&frame(), "Ada Example");
  keepPicture("kiosk-you");
  while (!isAtSection("reason")) BOOST_REQUIRE(goOn("Next"));
  keepPicture("kiosk-reason");
  while (!isAtSection("signs")) BOOST_REQUIRE(goOn("Next"));
  keepPicture("kiosk-signs");
  while (!isAtSection("health")) BOOST_REQUIRE(goOn("Next"));
  keepPicture("kiosk-health");
  BOOST_REQUIRE(clickOn("Thin bones (osteoporosis)"));
  BOOST_TEST(waitFor([] { return kiosk().sheet.answer("conditions") != nullptr; }));
  while (!isAt(KioskPage::consent)) BOOST_REQUIRE(goOn("Next"));
  keepPicture("kiosk-consent");
  while (isAt(KioskPage::consent)) {
    BOOST_REQUIRE(clickOn("I agree"));
    BOOST_REQUIRE(waitFor([] { return kiosk().consents.at(kiosk().consent).accepted.has_value(); }));
    BOOST_REQUIRE(goOn("Next"));
  }
  BOOST_REQUIRE(isAt(KioskPage::sign));
  BOOST_REQUIRE(waitFor([] { return frame().kiosk()->pad() != nullptr; }));
  ui::SignaturePad* pad = frame().kiosk()->pad();
  drag(pad, {60, 110}, {160, 50});
  drag(pad, {160, 50}, {260, 120});
  BOOST_TEST(kiosk().signature.strokes.size() == 2U);
  keepPicture("kiosk-sign");
  BOOST_REQUIRE(goOn("I am done"));
  BOOST_REQUIRE(waitFor([] { return isAt(KioskPage::thanks); }));
  keepPicture("kiosk-thanks");
  BOOST_REQUIRE(leaveWith("demo"));
  BOOST_REQUIRE(waitFor([] { return frame().shell() != nullptr && seen<ui::ChartPlace>() != nullptr; }));
  const auto& chart = seen<ui::ChartPlace>()->presenter().state();
  BOOST_REQUIRE(waitFor([&] { return chart.flags.size() == 1; }));
  BOOST_TEST(onStorage([client](app::Workspace& work) {
               return work.store.consents().ofClient(client).front().signature.strokes.size();
             }) == 2U);
  keepPicture("chart-with-flag");
  seen<ui::ChartPlace>()->tabs()->SetSelection(1);
  BOOST_TEST(chart.consents.size() == 5U);
  keepPicture("chart-intake");
}

BOOST_AUTO_TEST_CASE(NothingElseIsReachedFromAClientsHandsAndTheWrongPasswordLeadsNowhere) {
  BOOST_REQUIRE(openDemo());
  const auto client = newClient("Bo Example");
  BOOST_REQUIRE(handTo(client));
  BOOST_REQUIRE(goOn("Begin"));
  BOOST_REQUIRE(clickOn("What is your name?"));
  type(&frame(), "Bo");
  for (const guint key : {GDK_KEY_k, GDK_KEY_n, GDK_KEY_1, GDK_KEY_l, GDK_KEY_q, GDK_KEY_p})
    pressKey(&frame(), key, GDK_CONTROL_MASK);
  pressKey(&frame(), GDK_KEY_F1);
  pressKey(&frame(), GDK_KEY_Escape);
  BOOST_TEST(!frame().Close());
  BOOST_REQUIRE(frame().kiosk() != nullptr);
  BOOST_TEST(frame().shell() == nullptr);
  BOOST_REQUIRE(leaveWith("wrong"));
  BOOST_TEST(waitFor([] { return findByName("Leave") != nullptr; }));
  keepPicture("kiosk-leave");
  BOOST_TEST(frame().shell() == nullptr);
  BOOST_REQUIRE(clickOn("Go on answering"));
  BOOST_REQUIRE(waitFor([] { return findByName("Next") != nullptr; }));
  BOOST_TEST(kiosk().sheet.answer("name")->values.front() == "Bo");
  BOOST_REQUIRE(leaveWith("demo"));
  BOOST_REQUIRE(waitFor([] { return frame().shell() != nullptr; }));
  // What was typed so far waits beside the saved answers.
  BOOST_TEST(
      onStorage([client](app::Workspace& work) { return app::intakeDraft(work, client).has_value(); }));
}

BOOST_AUTO_TEST_CASE(AnAnswerThatAsksForHelpNowShowsTheCalmPage) {
  BOOST_REQUIRE(openDemo());
  const auto client = newClient("Cleo Example");
  BOOST_REQUIRE(handTo(client));
  BOOST_REQUIRE(goOn("Begin"));
  while (!isAtSection("signs")) BOOST_REQUIRE(goOn("Next"));
  frame().kiosk()->presenter().edit([](app::IntakeSheet& sheet) { sheet.choose("new-signs", "calf", true); });
  BOOST_REQUIRE(goOn("Next"));
  BOOST_TEST(isAt(KioskPage::stop));
  keepPicture("kiosk-stop");
  BOOST_REQUIRE(leaveWith("demo"));
  BOOST_REQUIRE(waitFor([] { return frame().shell() != nullptr; }));
}

BOOST_AUTO_TEST_CASE(TheBodyTakesWhatHurtsByATapAndTheLinesSayIt) {
  BOOST_REQUIRE(openDemo());
  const auto client = newClient("Dora Example");
  BOOST_REQUIRE(handTo(client));
  BOOST_REQUIRE(goOn("Begin"));
  while (!isAtSection("reason")) BOOST_REQUIRE(goOn("Next"));
  BOOST_REQUIRE(waitFor([] { return findByName("Picture of the body") != nullptr; }));
  auto* map = dynamic_cast<ui::BodyMapPanel*>(findByName("Picture of the body"));
  BOOST_REQUIRE(map != nullptr);
  const auto place = map->placeOf("ql-l");
  BOOST_REQUIRE(place.has_value());
  clickAt(map, *place);
  BOOST_REQUIRE(waitFor([] { return kiosk().sheet.answer("where") != nullptr; }));
  BOOST_REQUIRE(kiosk().sheet.answer("where")->rows.size() == 1U);
  BOOST_TEST(kiosk().sheet.answer("where")->rows[0].at("area") == "low-back-left");
  for (wxWindow* around = map->GetParent(); around != nullptr; around = around->GetParent())
    if (auto* page = dynamic_cast<wxScrolledWindow*>(around)) page->Scroll(0, 45);
  keepPicture("kiosk-places");
  clickAt(map, *place);
  BOOST_TEST(waitFor([] { return kiosk().sheet.answer("where") == nullptr; }));
  BOOST_REQUIRE(leaveWith("demo"));
  BOOST_REQUIRE(waitFor([] { return frame().shell() != nullptr; }));
}

BOOST_AUTO_TEST_CASE(AFlagIsClosedFromItsChip) {
  BOOST_REQUIRE(openDemo());
  const auto client = newClient("Edda Example");
  onStorage([client](app::Workspace& work) {
    domain::Intake intake;
    intake.client = client;
    intake.questionnaire = app::intakeForm(work, "en").questionnaire.name();
    intake.takenOn = work.today();
    intake.answers = {{"conditions", domain::AnswerState::answered, {"osteoporosis"}},
                      {"new-signs", domain::AnswerState::answered, {"calf"}}};
    return app::addIntake(work, intake).version;
  });
  frame().shell()->openChart(client);
  BOOST_REQUIRE(waitFor([] { return seen<ui::ChartPlace>() != nullptr; }));
  const auto& chart = seen<ui::ChartPlace>()->presenter().state();
  BOOST_REQUIRE(waitFor([&] { return chart.flags.size() == 2U; }));
  keepPicture("chart-flags");
  frame().CallAfter([] {
    waitFor([] { return findByName("Who cleared it") != nullptr && findByName("Keep") != nullptr; });
    fieldCalled("Who cleared it", wxGetTopLevelParent(findByName("Who cleared it")))
        ->SetValue(ui::toWx("Dr Example"));
    keepScreen("flag-dialog");
    clickOn("Keep");
  });
  frame().shell()->showFlag(client, "osteoporosis", [] {});
  BOOST_TEST(waitFor([&] {
    return std::any_of(chart.flags.begin(), chart.flags.end(),
                       [](const auto& flag) { return flag.slug == "osteoporosis" && !flag.open; });
  }));
  keepPicture("chart-flag-closed");
  // The other one stands in the session too, and on its map.
  BOOST_REQUIRE(openFreshSession(client));
  const auto& session = seen<ui::SessionPlace>()->presenter().state();
  BOOST_TEST(session.flags.lines.size() == 2U);
  BOOST_TEST(session.marks.caution.contains("calf-l"));
  BOOST_REQUIRE(waitFor([] { return findByName("Stop now: A swollen, warm calf") != nullptr; }));
  keepPicture("session-flags");
  BOOST_TEST(flushed());
}

BOOST_AUTO_TEST_SUITE_END()

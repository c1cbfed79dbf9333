// The main job through the window: chart a session, put a home practice together, save its handout; and how
// every place stands a small screen and long texts.
#include <boost/test/unit_test.hpp>

#include <wx/app.h>
#include <wx/notebook.h>
#include <wx/stopwatch.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/home_practice.h"
#include "gui/places.h"
#include "gui/stage.h"
#include "gui/synthetic.h"
#include "support/temporary_folder.h"
#include "ui/accessible.h"
#include "ui/chart_place.h"
#include "ui/clients_place.h"
#include "ui/home_practice_lists.h"
#include "ui/home_practice_place.h"
#include "ui/own_exercise_place.h"
#include "ui/place_host.h"
#include "ui/practice_log_place.h"
#include "ui/preview_place.h"
#include "ui/session_place.h"
#include "ui/shell.h"
#include "ui/text.h"

using namespace unknot;
using namespace unknot::gui_test;

namespace {

// What the drawing thread was asked for is there and painted.
void letPicturesCome() {
  constexpr long kLongEnough = 400;
  const wxStopWatch watch;
  waitFor([&] { return watch.Time() > kLongEnough; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(JobTest)

BOOST_AUTO_TEST_CASE(ATapAKeyAndAFewWordsAreASession) {
  BOOST_REQUIRE(openDemo());
  const domain::ClientId client = firstClient();
  BOOST_REQUIRE(openFreshSession(client));
  auto* place = seen<ui::SessionPlace>();
  const domain::RegionSlug region =
      onStorage([](app::Workspace& work) { return work.content.atlas().regions().front().slug; });
  BOOST_REQUIRE(waitFor([&] { return place->map().placeOf(region).has_value(); }));
  wxTheApp->Yield();
  clickAt(&place->map(), *place->map().placeOf(region));
  BOOST_REQUIRE(waitFor([&] { return !place->presenter().state().selected.empty(); }));
  BOOST_TEST(place->presenter().state().selected.front() == region);
  pressKey(&frame(), GDK_KEY_3);
  BOOST_REQUIRE(waitFor([&] { return place->presenter().state().content.findings.size() == 1; }));
  BOOST_REQUIRE(clickOn("Their words"));
  type(&frame(), "Tight after the long drive, 3 of 10.");
  BOOST_REQUIRE(waitFor([&] { return place->presenter().state().content.theirWords.size() > 30; }));
  keepPicture("job-session");
  BOOST_REQUIRE(flushed());
  const auto session = place->presenter().savedSession();
  BOOST_REQUIRE(session.has_value());
  const auto kept = onStorage([&](app::Workspace& work) { return work.store.sessions().find(*session); });
  BOOST_REQUIRE(kept.has_value());
  const auto& content = kept->current.content;
  BOOST_REQUIRE(content.findings.size() == 1);
  BOOST_TEST(content.findings.front().region == region);
  BOOST_REQUIRE(content.findings.front().before.has_value());
  BOOST_TEST(content.findings.front().before->value() == 3);
  BOOST_TEST(content.theirWords == "Tight after the long drive, 3 of 10.");
}

BOOST_AUTO_TEST_CASE(AMovementGoesIntoThePlanAndItsHandoutIntoTheChart) {
  BOOST_REQUIRE(openDemo());
  const domain::ClientId client = firstClient();
  frame().shell()->openHomePractice(client);
  BOOST_REQUIRE(waitFor([] {
    return seen<ui::HomePracticePlace>() && seen<ui::HomePracticePlace>()->presenter().state().ready;
  }));
  auto* place = seen<ui::HomePracticePlace>();
  const auto& library = place->presenter().state().library;
  const auto fresh =
      std::find_if(library.begin(), library.end(), [](const auto& card) { return !card.inPlan; });
  BOOST_REQUIRE(fresh != library.end());
  const domain::ExerciseSlug exercise = fresh->slug;
  const std::size_t before = place->presenter().state().plan.size();
  place->presenter().add(exercise);
  BOOST_REQUIRE(place->presenter().state().plan.size() == before + 1);
  keepPicture("job-home-practice");
  BOOST_REQUIRE(clickOn("Preview and print"));
  BOOST_REQUIRE(waitFor([] {
    return seen<ui::PreviewPlace>() && seen<ui::PreviewPlace>()->presenter().state().document != nullptr;
  }));
  const auto plan = onStorage([&](app::Workspace& work) { return work.store.plans().current(client); });
  BOOST_REQUIRE(plan.has_value());
  BOOST_TEST(plan->items.back().exercise == exercise);

  auto* preview = seen<ui::PreviewPlace>();
  const std::size_t pages = preview->presenter().state().document->pages.size();
  BOOST_TEST(pages > 0U);
  keepPicture("job-preview");
  const test::TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "handout.pdf";
  preview->presenter().save(file);
  BOOST_REQUIRE(waitFor([&] { return preview->presenter().state().done.has_value(); }));
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  BOOST_TEST(bytes.starts_with("%PDF"));

  const auto record =
      onStorage([&](app::Workspace& work) { return work.store.documents().ofClient(client).front(); });
  BOOST_TEST(record.bytes == static_cast<std::int64_t>(bytes.size()));
  BOOST_TEST(record.pages == static_cast<int>(pages));
  BOOST_TEST(onStorage([&](app::Workspace& work) { return work.store.documents().content(record.id); }) ==
             bytes);
  frame().shell()->openChart(client);
  BOOST_REQUIRE(waitFor([&] {
    auto* chart = seen<ui::ChartPlace>();
    if (chart == nullptr) return false;
    const auto& documents = chart->presenter().state().documents;
    return !documents.empty() && documents.front().record.id == record.id;
  }));
  seen<ui::ChartPlace>()->tabs()->SetSelection(4);
  keepPicture("job-documents");
}

BOOST_AUTO_TEST_CASE(EachShelfShowsItsReasons) {
  BOOST_REQUIRE(openDemo());
  frame().shell()->openHomePractice(firstClient());
  BOOST_REQUIRE(waitFor([] {
    return seen<ui::HomePracticePlace>() && seen<ui::HomePracticePlace>()->presenter().state().ready;
  }));
  auto& presenter = seen<ui::HomePracticePlace>()->presenter();
  presenter.setShelf(app::Shelf::suggested);
  keepPicture("job-suggested");
  presenter.setShelf(app::Shelf::leftOut);
  keepPicture("job-left-out");
  presenter.setShelf(app::Shelf::series);
  BOOST_TEST(!presenter.state().library.empty());
  keepPicture("job-series");
}

wxWindow* gridIn(wxWindow* window) {
  if (dynamic_cast<ui::LibraryGrid*>(window) != nullptr) return window;
  for (auto* child : window->GetChildren())
    if (auto* found = gridIn(child)) return found;
  return nullptr;
}

BOOST_AUTO_TEST_CASE(APlanIsKeptAsATemplateAndGivenToSomebodyElse) {
  BOOST_REQUIRE(openDemo());
  frame().shell()->openHomePractice(firstClient());
  BOOST_REQUIRE(waitFor([] {
    return seen<ui::HomePracticePlace>() && seen<ui::HomePracticePlace>()->presenter().state().ready;
  }));
  auto& presenter = seen<ui::HomePracticePlace>()->presenter();
  if (presenter.state().plan.empty()) presenter.add("flower");
  presenter.select(0);
  presenter.setCue("As slow as honey.");
  const std::size_t movements = presenter.state().plan.size();
  dynamic_cast<wxNotebook&>(*findByName("Parts of the plan")).SetSelection(1);
  keepPicture("job-whole-plan");
  bool asked = false;
  answerNextQuestion([&] {
    keepScreen("job-template-name");
    asked = true;
  });
  BOOST_REQUIRE(clickOn("Keep this plan as a template…"));
  BOOST_REQUIRE(waitFor([&] { return asked; }));
  presenter.keepAsTemplate("First lesson, chair version");
  BOOST_REQUIRE(waitFor([&] { return presenter.state().told.has_value(); }));
  BOOST_TEST(presenter.state().library.front().title == "First lesson, chair version");
  // The heading above it has the same name.
  auto* grid = gridIn(&frame());
  BOOST_REQUIRE(grid != nullptr);
  BOOST_TEST(!findByName("Rename…")->IsEnabled());
  clickAt(grid, wxPoint(60, 30));
  BOOST_REQUIRE(
      waitFor([] { return findByName("Rename…")->IsEnabled() && findByName("Delete…")->IsEnabled(); }));
  letPicturesCome();
  keepPicture("job-templates");
  for (const char* button : {"Rename…", "Delete…"}) {
    asked = false;
    answerNextQuestion([&] {
      keepScreen(std::string("job-template-") + (button[0] == 'R' ? "rename" : "delete"));
      asked = true;
    });
    BOOST_REQUIRE(clickOn(button));
    BOOST_REQUIRE(waitFor([&] { return asked; }));
  }
  BOOST_TEST(presenter.state().library.front().title == "First lesson, chair version");

  const domain::ClientId other = onStorage([](app::Workspace& work) {
    domain::Client person;
    person.id = work.ids.make<domain::ClientId>();
    person.name = "Bo Grid";
    person.look.skin = domain::SkinTone::dark;
    person.look.hair = domain::HairStyle::curly;
    person.look.hairColor = domain::HairColor::black;
    person.createdAt = work.clock.now();
    work.store.clients().save(person);
    return person.id;
  });
  frame().shell()->openHomePractice(other);
  BOOST_REQUIRE(waitFor([&] { return presenter.state().ready && presenter.client() == other; }));
  presenter.setShelf(app::Shelf::series);
  findByName("Movements")->SetFocus();
  pressKey(&frame(), GDK_KEY_Home);
  pressKey(&frame(), GDK_KEY_Return);
  BOOST_REQUIRE(waitFor([&] { return presenter.state().plan.size() == movements; }));
  BOOST_TEST(presenter.state().plan[0].item.cue == "As slow as honey.");
  dynamic_cast<wxNotebook&>(*findByName("Parts of the plan")).SetSelection(0);
  letPicturesCome();
  keepPicture("job-template-given");
  presenter.setShelf(app::Shelf::library);
  letPicturesCome();
  keepPicture("job-library-like-the-client");
  BOOST_REQUIRE(flushed());
}

// Four movements on four, five or no days: ticks, steps between them, and whole lines.
BOOST_AUTO_TEST_CASE(AReturnedWeekIsEnteredByKeysAlone) {
  BOOST_REQUIRE(openDemo());
  const domain::ClientId client = onStorage([](app::Workspace& work) {
    domain::Client person;
    person.id = work.ids.make<domain::ClientId>();
    person.name = "Ada Grid";
    person.createdAt = work.clock.now();
    work.store.clients().save(person);
    domain::ExercisePlan plan;
    plan.client = person.id;
    plan.from = work.today().plusDays(-9);
    for (const char* slug : {"arch-and-flatten", "flower", "washrag", "walking"})
      plan.items.push_back(domain::usualItem(*work.content.exercise(slug)));
    app::savePlan(work, plan);
    return person.id;
  });
  frame().shell()->openPracticeLog(client);
  BOOST_REQUIRE(waitFor([&] {
    auto* place = seen<ui::PracticeLogPlace>();
    return place != nullptr && place->presenter().state().rows.size() == 4 && place->box(0, 0)->HasFocus();
  }));
  int presses = 0;
  const auto press = [&](guint key) {
    pressKey(&frame(), key);
    ++presses;
  };
  press(GDK_KEY_a);
  press(GDK_KEY_Down);
  for (int day = 0; day < 4; ++day) {
    press(GDK_KEY_space);
    press(GDK_KEY_Right);
  }
  press(GDK_KEY_Down);
  press(GDK_KEY_space);
  press(GDK_KEY_Right);
  press(GDK_KEY_space);
  press(GDK_KEY_Down);
  press(GDK_KEY_a);
  auto* place = seen<ui::PracticeLogPlace>();
  BOOST_TEST(waitFor([&] { return place->presenter().state().summary == "7 days"; }));
  BOOST_TEST(presses < 20);
  keepPicture("job-practice-log");
  BOOST_REQUIRE(flushed());
  const auto logs =
      onStorage([&](app::Workspace& work) { return work.store.practiceLogs().ofClient(client); });
  BOOST_REQUIRE(logs.size() == 1U);
  const auto count = [&](std::size_t row) {
    const auto& days = logs[0].grid.at(row).days;
    return std::count(days.begin(), days.end(), true);
  };
  BOOST_TEST(count(0) == 7);
  BOOST_TEST(count(1) == 4);
  BOOST_TEST(count(2) == 2);
  BOOST_TEST(count(3) == 7);
}

// A shipped movement is copied, given another name by keys, and saved: it is in the library and can be
// changed.
BOOST_AUTO_TEST_CASE(AMovementOfOnesOwnBeginsAsACopyAndIsSaved) {
  BOOST_REQUIRE(openDemo());
  frame().shell()->openToday();
  frame().shell()->openOwnExercise("");
  BOOST_REQUIRE(waitFor([] { return seen<ui::OwnExercisePlace>() != nullptr; }));
  auto* place = seen<ui::OwnExercisePlace>();
  auto& presenter = place->presenter();
  BOOST_TEST(place->begin()->GetSelection() == 0);
  const auto& bases = presenter.state().bases;
  const auto washrag = std::find(bases.begin(), bases.end(), "washrag");
  BOOST_REQUIRE(washrag != bases.end());
  const int index = static_cast<int>(washrag - bases.begin()) + 1;
  const auto choose = [&](int entry) {
    place->begin()->SetSelection(entry);
    wxCommandEvent chosen(wxEVT_CHOICE, place->begin()->GetId());
    chosen.SetInt(entry);
    place->begin()->ProcessWindowEvent(chosen);
  };
  choose(index);
  BOOST_REQUIRE(waitFor([&] { return presenter.state().texts.contains("title"); }));
  BOOST_TEST(place->begin()->GetSelection() == index);
  BOOST_TEST(!presenter.state().changed);
  const std::size_t pictures = presenter.state().chosen.size();
  BOOST_TEST(pictures > 0U);
  BOOST_TEST(presenter.frames().size() == pictures);

  wxTextCtrl* const title = place->field("title");
  BOOST_TEST(ui::toUtf8(ui::accessibleName(title)) == "Title");
  title->SetFocus();
  title->SelectAll();
  pressKey(&frame(), GDK_KEY_BackSpace);
  BOOST_REQUIRE(waitFor([&] { return presenter.state().texts.at("title").empty(); }));
  BOOST_REQUIRE(clickOn("Save"));
  BOOST_REQUIRE(waitFor([&] { return presenter.state().issues.contains("title"); }));
  BOOST_TEST(title->HasFocus());
  keepPicture("job-own-exercise-issue");
  bool asked = false;
  answerNextQuestion([&] { asked = true; });
  choose(0);
  BOOST_REQUIRE(waitFor([&] { return asked && place->begin()->GetSelection() == index; }));
  BOOST_TEST(!presenter.frames().empty());
  title->SetFocus();
  type(&frame(), "Washrag, slower");
  BOOST_REQUIRE(waitFor([&] { return presenter.state().texts.at("title") == "Washrag, slower"; }));
  BOOST_TEST(presenter.state().issues.empty());
  BOOST_REQUIRE(clickOn("Save"));
  BOOST_REQUIRE(waitFor([&] { return !presenter.state().savedTitle.empty(); }));
  BOOST_TEST(!presenter.state().changed);
  BOOST_TEST(ui::toUtf8(place->begin()->GetStringSelection()) == "Washrag, slower");
  keepPicture("job-own-exercise");
  const auto slug = presenter.state().slug;
  const auto kept = onStorage([&](app::Workspace& work) { return *work.content.exercise(slug); });
  BOOST_TEST(kept.own);
  BOOST_TEST(kept.text.title == "Washrag, slower");
  BOOST_TEST(kept.frames.size() == pictures);
  BOOST_TEST(ui::toUtf8(ui::accessibleName(place->strip())) == "Pictures as they will be printed");
  BOOST_TEST(place->strip()->IsShownOnScreen());
  dynamic_cast<wxScrolledWindow*>(place->panes().back())->Scroll(0, 38);
  keepPicture("job-own-exercise-below");
  BOOST_TEST(flushed());
}

BOOST_AUTO_TEST_CASE(EveryPlaceOpensOnASmallScreenWithTheLongestTexts) {
  BOOST_REQUIRE(openDemo());
  const wxSize before = frame().GetSize();
  if (frame().IsMaximized()) frame().Maximize(false);
  BOOST_REQUIRE(waitFor([] { return !frame().IsMaximized(); }));
  frame().SetSize(1024, 768);
  BOOST_REQUIRE(waitFor([] { return frame().GetSize().x == 1024; }));
  const domain::ClientId client = onStorage([](app::Workspace& work) {
    domain::Client longest;
    longest.id = work.ids.make<domain::ClientId>();
    longest.name = "Wilhelmina-Alexandrina von und zu Hohenstein-Oberammergau Ștefănescu-Dragomirescu";
    longest.calledAs = std::string(60, 'M');
    longest.occupation =
        "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherungsfachangestellte";
    longest.phone = "+49 (0) 8822 000 000 000, between 8 and 9 only";
    for (int i = 0; i < 40; ++i) longest.about += "Prefers the left side, a rolled blanket and no music. ";
    longest.createdAt = work.clock.now();
    work.store.clients().save(longest);
    return longest.id;
  });
  ui::Shell& shell = *frame().shell();
  const auto look = [&](const char* name, const std::function<void()>& open) {
    ui::Place* const left = shell.host().current();
    open();
    BOOST_TEST(waitFor([&] { return shell.host().current() != left; }), name << " did not open");
    BOOST_TEST(waitFor([&] { return !shell.host().current()->title().empty(); }), name << " has no title");
    keepPicture(std::string("small-") + name);
    const wxRect place = shell.host().current()->GetRect();
    BOOST_TEST(place.width <= 1024, name << " is wider than the screen");
    BOOST_TEST(frame().GetSize().x <= 1024, name << " pushes the window wider");
  };
  shell.openToday();
  look("clients", [&] { shell.openClients(); });
  look("chart", [&] { shell.openChart(client); });
  look("client-form", [&] { shell.editClient(client); });
  look("intake", [&] { shell.editIntake(client); });
  look("session", [&] { shell.startSession(client, domain::SessionKind::handsOn); });
  look("home-practice", [&] { shell.openHomePractice(client); });
  look("practice-details", [&] { shell.openPracticeDetails(); });
  look("practice-log", [&] { shell.openPracticeLog(client); });
  look("own-exercise", [&] { shell.openOwnExercise("washrag"); });
  look("report", [&] { shell.openPreview(client, domain::DocumentKind::report); });
  look("today", [&] { shell.openToday(); });
  look("intake-form", [&] { shell.openIntakeForm(client, true); });
  shell.openToday();
  look("letter", [&] { shell.openReferral(client, "calf"); });
  frame().SetSize(before);
}

BOOST_AUTO_TEST_SUITE_END()

// The body map under a hand: zoom, drags, fingers, and what a screen reader finds in it.
#include <boost/test/unit_test.hpp>

#include <wx/app.h>
#include <wx/frame.h>
#include <wx/sizer.h>
#include <wx/stopwatch.h>

#include <gtk/gtk.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "content/content.h"
#include "core/executor.h"
#include "gui/stage.h"
#include "gui/synthetic.h"
#include "support/fonts.h"
#include "ui/body_map_panel.h"
#include "ui/clients_place.h"
#include "ui/place_host.h"
#include "ui/session_place.h"
#include "ui/shell.h"

using namespace unknot;
using namespace unknot::gui_test;
using app::MapTool;
using domain::BodyView;

namespace {

const content::Content& shippedContent() {
  static const content::Content kContent =
      content::Content::load({std::filesystem::path(UNKNOT_SOURCE_DIR) / "data",
                              std::filesystem::path(UNKNOT_SOURCE_DIR) / "templates",
                              {}});
  return kContent;
}

// The wheel stood still for so long that the sharp picture has come.
void standStill() {
  const wxStopWatch watch;
  waitFor([&] { return watch.Time() > 200; });
}

bool close(draw::Color a, draw::Color b) {
  return std::abs(a.r - b.r) < .04 && std::abs(a.g - b.g) < .04 && std::abs(a.b - b.b) < .04;
}

// The map in a window of its own, and all that comes of it.
struct MapWindow {
  MapWindow() {
    frame = new wxFrame(nullptr, wxID_ANY, wxString::FromUTF8("Map"), wxDefaultPosition, wxSize(1000, 720));
    ui::BodyMapPanel::Handlers handlers;
    handlers.tap = [this](const app::MapRegion& hit, bool) {
      happened.push_back("tap " + hit.region + " " + std::to_string(hit.pane));
      mark(hit);
    };
    handlers.dragOver = [this](const app::MapRegion& hit) {
      happened.push_back("over " + hit.region);
      mark(hit);
    };
    handlers.endDrag = [this] { happened.emplace_back("end"); };
    handlers.hover = [this](const std::optional<app::MapRegion>& hit) {
      hovered = hit ? hit->region : std::string();
    };
    handlers.pointUnder = [this](BodyView, const core::Affine& placement, core::Point at,
                                 double tolerance) -> std::optional<std::size_t> {
      if (point && core::distance(at, placement.apply(*point)) <= tolerance) return 3;
      return {};
    };
    handlers.tapPoint = [this](std::size_t index) { happened.push_back("point " + std::to_string(index)); };
    handlers.place = [this](BodyView view, core::Point at, std::optional<core::Point> end) {
      happened.push_back("place " + std::string(domain::toString(view)));
      placed = at;
      lineEnd = end;
    };
    map = new ui::BodyMapPanel(frame, around, shippedContent().atlas(), std::move(handlers));
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(map, 1, wxEXPAND);
    frame->SetSizer(sizer);
    panes = {{BodyView::front, {}, {}}, {BodyView::back, {}, {}}};
    map->showPanes(panes);
    frame->Show();
    BOOST_REQUIRE(waitFor([&] { return map->placeOf("pec-l").has_value() && frame->GetSize().x == 1000; }));
    quiet();
  }
  ~MapWindow() {
    frame->Destroy();
    quiet();
  }

  // Everything that waits to be drawn or told is done.
  void quiet() const {
    int rounds = 0;
    waitFor([&] { return g_main_context_pending(nullptr) ? (rounds = 0, false) : ++rounds > 10; });
  }
  void settle() const {
    standStill();
    quiet();
  }
  // What a practice does with a tap: keeps a level, and chooses the region.
  void mark(const app::MapRegion& hit) {
    panes[hit.pane].marks.tension.insert_or_assign(hit.region, domain::Tension(3));
    for (auto& pane : panes) pane.marks.selected = {hit.region};
    map->showPanes(panes);
  }
  wxPoint at(const char* region, std::size_t pane = 0) const { return map->placeOf(region, pane).value(); }
  std::vector<std::string> take() { return std::exchange(happened, {}); }
  draw::Color pixel(wxPoint p) const {
    GdkPixbuf* const picture = gdk_pixbuf_get_from_window(map->GTKGetDrawingWindow(), p.x, p.y, 1, 1);
    const guint8* const bytes = gdk_pixbuf_read_pixels(picture);
    const draw::Color color{bytes[0] / 255.0, bytes[1] / 255.0, bytes[2] / 255.0, 1};
    g_object_unref(picture);
    return color;
  }
  // A frame is painted when its clock ticks; until then nothing waits that quiet() could see.
  bool isPainted(wxPoint p, const draw::Color& color) const {
    return waitFor([&] { return close(pixel(p), color); });
  }
  bool isPaintedOver(wxPoint p, const draw::Color& color) const {
    return waitFor([&] { return !close(pixel(p), color); });
  }
  void keep(const std::string& name) const { keepPictureOf(*frame, name); }

  core::InPlaceExecutor here;
  core::Tasks tasks{here, here};
  ui::Theme theme{ui::AppearanceChoice::light};
  ui::Icons icons{shippedContent().folders().data / "icons"};
  ui::Surroundings around{
      shippedContent().words("en"), theme, icons, tasks, tasks, test::testTypesetter(), test::testFonts()};
  wxFrame* frame = nullptr;
  ui::BodyMapPanel* map = nullptr;
  std::vector<ui::MapPane> panes;
  std::vector<std::string> happened;
  std::string hovered;
  std::optional<core::Point> point;
  core::Point placed;
  std::optional<core::Point> lineEnd;
};

draw::BodyMapMarks someMarks(int shift) {
  draw::BodyMapMarks marks;
  int i = shift;
  for (const auto& region : shippedContent().atlas().regions())
    if (++i % 3 != 0) marks.tension.emplace(region.slug, domain::Tension((i * 7 + shift) % 5));
  return marks;
}

using Words = std::vector<std::string>;

}  // namespace

BOOST_TEST_SPECIALIZED_COLLECTION_COMPARE(Words)

BOOST_FIXTURE_TEST_SUITE(MapTest, MapWindow)

BOOST_AUTO_TEST_CASE(AClickTakesTheRegionUnderItAtEveryZoom) {
  clickAt(map, at("pec-l"));
  BOOST_TEST(take() == Words{"tap pec-l 0"});
  clickAt(map, at("lat-r", 1));
  BOOST_TEST(take() == Words{"tap lat-r 1"});
  turnWheel(map, at("scm-l"), 8);
  BOOST_TEST(map->zoom() > 3);
  // Also before it is sharp.
  clickAt(map, at("scm-l"));
  BOOST_TEST(take() == Words{"tap scm-l 0"});
  settle();
  clickAt(map, at("scm-l"));
  BOOST_TEST(take() == Words{"tap scm-l 0"});
}

BOOST_AUTO_TEST_CASE(TheWheelZoomsAboutThePointerAndBack) {
  const wxPoint neck = at("scm-l");
  turnWheel(map, neck, 5);
  BOOST_TEST(map->zoom() > 2);
  settle();
  keep("map-zoomed");
  turnWheel(map, neck, 20);
  BOOST_TEST(map->zoom() == 6.);
  BOOST_TEST(std::abs(at("scm-l").y - neck.y) < 3);
  turnWheel(map, neck, -30);
  BOOST_TEST(map->zoom() == 1.);
  BOOST_TEST((at("scm-l") == neck));
}

BOOST_AUTO_TEST_CASE(ShiftAndTheWheelMoveTheFigure) {
  turnWheel(map, at("pec-l"), 6);
  const wxPoint before = at("pec-l");
  turnWheel(map, before, -1, GDK_SHIFT_MASK);
  BOOST_TEST(at("pec-l").y < before.y);
  BOOST_TEST(at("pec-l").x == before.x);
}

BOOST_AUTO_TEST_CASE(AfterAZoomTheNewPictureIsWhatAFreshOneWouldBe) {
  panes[0].marks = someMarks(0);
  map->showPanes(panes);
  turnWheel(map, at("pec-l"), 4);
  settle();
  drag(map, at("pec-l"), at("pec-l") + wxPoint(10, -60), 2);
  quiet();
  const wxPoint beside = at("pec-l") + wxPoint(25, 0);
  BOOST_TEST(isPainted(beside, draw::tensionColor(panes[0].marks.tension.at("pec-l"))));
}

BOOST_AUTO_TEST_CASE(PlusMinusAndHomeDoTheSameByKeyboard) {
  map->SetFocus();
  BOOST_REQUIRE(waitFor([&] { return map->HasFocus(); }));
  pressKey(map, GDK_KEY_plus, GDK_SHIFT_MASK);
  BOOST_TEST(map->zoom() > 1);
  pressKey(map, GDK_KEY_KP_Add);
  const double closer = map->zoom();
  pressKey(map, GDK_KEY_minus);
  BOOST_TEST(map->zoom() < closer);
  pressKey(map, GDK_KEY_Home);
  BOOST_TEST(map->zoom() == 1.);
}

BOOST_AUTO_TEST_CASE(TheButtonsInTheCornerDoTheSameForAFinger) {
  wxWindow* const closer = findByName("Look closer (+)", frame);
  BOOST_REQUIRE(closer != nullptr);
  BOOST_TEST(findByName("Whole figure (Home)", frame) == nullptr);
  click(closer);
  BOOST_TEST(map->zoom() > 1);
  quiet();
  wxWindow* const whole = findByName("Whole figure (Home)", frame);
  BOOST_REQUIRE(whole != nullptr);
  click(whole);
  BOOST_TEST(map->zoom() == 1.);
  BOOST_TEST(take().empty());
}

BOOST_AUTO_TEST_CASE(ADragWithABrushPaintsAndWithoutOneMoves) {
  map->setTool(MapTool::paint);
  drag(map, at("pec-l"), at("quad-l"));
  const auto painted = take();
  BOOST_REQUIRE(painted.size() > 3U);
  BOOST_TEST(painted.front() == "tap pec-l 0");
  BOOST_TEST(painted.back() == "end");
  BOOST_TEST(panes[0].marks.tension.contains("quad-l"));
  map->setTool(MapTool::choose);
  turnWheel(map, at("quad-l"), 6);
  const wxPoint before = at("quad-l");
  drag(map, before, before + wxPoint(0, -50));
  BOOST_TEST(take().empty());
  BOOST_TEST(std::abs(at("quad-l").y - before.y + 50) <= 1);
}

BOOST_AUTO_TEST_CASE(ATapIsOnTheScreenBeforeTheNextFrame) {
  panes[0].marks = someMarks(0);
  panes[1].marks = someMarks(1);
  map->showPanes(panes);
  map->setTool(MapTool::paint);
  quiet();
  // Told, not asserted: a busy machine proves nothing. The whole way from the press to the painted window.
  for (const int notches : {0, 6}) {
    turnWheel(map, at("quad-l"), notches);
    settle();
    for (const char* region : {"quad-l", "quad-r", "knee-l", "adductor-l"}) {
      const wxStopWatch watch;
      pressButton(map, at(region));
      map->Update();
      gdk_display_sync(gdk_display_get_default());
      BOOST_TEST_MESSAGE("a tap on " << region << " at zoom " << map->zoom() << ": "
                                     << watch.TimeInMicro().ToDouble() / 1000 << " ms");
      releaseButton(map, at(region));
      // Under its number.
      const auto& shape = shippedContent().atlas().require("region", region).shapes.at(BodyView::front);
      const double down = shape.labelRadius * .75 * map->viewport().placement(0).lengthScale();
      BOOST_TEST(close(pixel(at(region) + wxPoint(0, static_cast<int>(down))),
                       draw::tensionColor(domain::Tension(3))));
    }
    take();
  }
}

BOOST_AUTO_TEST_CASE(APointIsPutAndTakenAgain) {
  map->setTool(MapTool::point);
  turnWheel(map, at("glmax-l", 1), 5);
  clickAt(map, at("glmax-l", 1));
  BOOST_TEST(take() == Words{"place back"});
  BOOST_TEST(!lineEnd.has_value());
  BOOST_TEST(shippedContent().atlas().hit(BodyView::back, placed)->slug == "glmax-l");
  point = placed;
  clickAt(map, at("glmax-l", 1) + wxPoint(3, 2));
  BOOST_TEST(take() == Words{"point 3"});
}

BOOST_AUTO_TEST_CASE(ALineIsShownWhileItIsDrawn) {
  map->setTool(MapTool::line);
  const wxPoint from = at("glmax-l", 1);
  const wxPoint to = at("calf-l", 1);
  const wxPoint middle = from + (to - from) / 2;
  pressButton(map, from);
  for (int i = 1; i <= 8; ++i) moveHeld(map, from + (to - from) * i / 8);
  BOOST_TEST(isPainted(middle, theme.color(ui::Tone::accent)));
  keep("map-line");
  releaseButton(map, to);
  BOOST_TEST(isPaintedOver(middle, theme.color(ui::Tone::accent)));
  BOOST_TEST(take() == Words{"place back"});
  BOOST_REQUIRE(lineEnd.has_value());
  BOOST_TEST(shippedContent().atlas().hit(BodyView::back, *lineEnd)->slug == "calf-l");
}

BOOST_AUTO_TEST_CASE(TheRegionUnderThePointerIsNamed) {
  pointAt(map, at("pec-l"));
  BOOST_TEST(hovered == "pec-l");
  turnWheel(map, at("scm-l"), 8);
  pointAt(map, at("scm-l"));
  BOOST_TEST(hovered == "scm-l");
  pointAt(map, wxPoint(3, 60));
  BOOST_TEST(hovered.empty());
}

BOOST_AUTO_TEST_CASE(AFingerLooksCloserFirstWhereRegionsAreSmall) {
  tapWithFinger(map, at("scm-l"));
  BOOST_TEST(take().empty());
  BOOST_TEST(map->zoom() > 1.4);
  quiet();
  keep("map-closer");
  tapWithFinger(map, at("scm-l"));
  BOOST_TEST(take() == Words{"tap scm-l 0"});
  BOOST_TEST(hovered.empty());
}

BOOST_AUTO_TEST_CASE(AFingerBesideAFigureStillTakesIt) {
  turnWheel(map, at("hand-l"), 5);
  drag(map, at("hand-l"), at("hand-l") - wxPoint(60, 0), 2);
  const auto& atlas = shippedContent().atlas();
  wxPoint beside = at("hand-l");
  const auto regionAt = [&](wxPoint p) {
    const core::Point q{static_cast<double>(p.x), static_cast<double>(p.y)};
    return atlas.hit(BodyView::front, map->viewport().toFigure(0, q));
  };
  while (regionAt(beside) != nullptr) ++beside.x;
  beside.x += 12;
  BOOST_REQUIRE(map->viewport().panes()[0].area.contains({double(beside.x), double(beside.y)}));
  clickAt(map, beside);
  BOOST_TEST(take().empty());
  tapWithFinger(map, beside);
  BOOST_TEST(take() == Words{"tap hand-l 0"});
}

BOOST_AUTO_TEST_CASE(TwoFingersPinchAndPaintNothing) {
  // Else an X server keeps the second finger to itself.
  const int heard = gdk_window_get_events(map->GTKGetDrawingWindow());
  BOOST_TEST((heard & GDK_TOUCH_MASK) != 0);
  BOOST_TEST((heard & GDK_TOUCHPAD_GESTURE_MASK) != 0);
  map->setTool(MapTool::paint);
  const wxPoint middle = at("pec-l");
  touch(map, GDK_TOUCH_BEGIN, middle - wxPoint(20, 0), 1);
  touch(map, GDK_TOUCH_BEGIN, middle + wxPoint(20, 0), 2);
  for (int i = 1; i <= 10; ++i) {
    touch(map, GDK_TOUCH_UPDATE, middle - wxPoint(20 + 4 * i, 0), 1);
    touch(map, GDK_TOUCH_UPDATE, middle + wxPoint(20 + 4 * i, 0), 2);
  }
  touch(map, GDK_TOUCH_END, middle + wxPoint(60, 0), 2);
  touch(map, GDK_TOUCH_END, middle - wxPoint(60, 0), 1);
  BOOST_TEST(map->zoom() > 2.5);
  BOOST_TEST(map->zoom() < 3.5);
  BOOST_TEST(take().empty());
  quiet();
  tapWithFinger(map, at("pec-l"));
  BOOST_TEST((take() == Words{"tap pec-l 0", "end"}));
}

BOOST_AUTO_TEST_CASE(BeforeStandsBesideAfterAndATapSaysWhich) {
  panes = {{BodyView::front, someMarks(0), "Before"},
           {BodyView::back, someMarks(1), "Before"},
           {BodyView::front, someMarks(3), "After"},
           {BodyView::back, someMarks(4), "After"}};
  map->showPanes(panes);
  quiet();
  keep("map-before-after");
  clickAt(map, at("pec-l", 2));
  BOOST_TEST(take() == Words{"tap pec-l 2"});
  turnWheel(map, at("scm-l", 2), 6);
  settle();
  keep("map-before-after-zoomed");
  clickAt(map, at("scm-l", 0));
  BOOST_TEST(take() == Words{"tap scm-l 0"});
}

BOOST_AUTO_TEST_CASE(FourViewsAndTheDarkAreDrawnToo) {
  panes = {{BodyView::front, someMarks(0), {}},
           {BodyView::back, someMarks(0), {}},
           {BodyView::left, someMarks(0), {}},
           {BodyView::right, someMarks(0), {}}};
  map->showPanes(panes);
  quiet();
  keep("map-four");
  clickAt(map, at("delt-r", 3));
  BOOST_TEST(take() == Words{"tap delt-r 3"});
  theme.choose(ui::AppearanceChoice::dark);
  quiet();
  keep("map-four-dark");
  panes.resize(2);
  map->showPanes(panes);
  turnWheel(map, at("pec-r"), 5);
  settle();
  keep("map-zoomed-dark");
  BOOST_TEST(close(pixel(wxPoint(4, 40)), ui::toneColor(ui::Tone::surface, ui::Appearance::dark)));
  theme.choose(ui::AppearanceChoice::light);
}

BOOST_AUTO_TEST_CASE(WhatIsChosenInTheListIsBroughtIntoSight) {
  turnWheel(map, at("scm-l"), 20);
  BOOST_REQUIRE(!map->viewport().panes()[0].area.contains({double(at("foot-r").x), double(at("foot-r").y)}));
  panes[0].marks.selected = {"foot-r"};
  map->showPanes(panes);
  BOOST_TEST(map->viewport().panes()[0].area.contains({double(at("foot-r").x), double(at("foot-r").y)}));
}

BOOST_AUTO_TEST_CASE(AScreenReaderFindsTheRegionsWithTheirLevels) {
  panes = {{BodyView::front, {}, "Before"}, {BodyView::front, {}, "After"}};
  panes[0].marks.tension.emplace("pec-l", domain::Tension(3));
  panes[0].marks.selected = {"pec-l"};
  map->showPanes(panes);
  AtkObject* const canvas = gtk_widget_get_accessible(map->GetHandle());
  BOOST_TEST(std::string(atk_object_get_name(canvas)) == "Body map");
  const auto& pec = shippedContent().atlas().require("region", "pec-l");
  std::vector<std::string> found;
  for (int i = 0; i < atk_object_get_n_accessible_children(canvas); ++i) {
    AtkObject* const child = atk_object_ref_accessible_child(canvas, i);
    const std::string name = atk_object_get_name(child);
    if (name.starts_with(pec.name + ", left")) {
      found.push_back(name);
      int x = 0, y = 0, width = 0, height = 0;
      atk_component_get_extents(ATK_COMPONENT(child), &x, &y, &width, &height, ATK_XY_SCREEN);
      const wxPoint place = map->ClientToScreen(at("pec-l", found.size() - 1));
      BOOST_TEST(wxRect(x, y, width, height).Contains(place));
      AtkStateSet* const states = atk_object_ref_state_set(child);
      BOOST_TEST((atk_state_set_contains_state(states, ATK_STATE_SELECTED) == TRUE) == (found.size() == 1));
      g_object_unref(states);
    }
    g_object_unref(child);
  }
  BOOST_TEST(
      (found == Words{pec.name + ", left: 3 strong, Before", pec.name + ", left: not looked at, After"}));
}

BOOST_AUTO_TEST_CASE(AReaderThatComesLateFindsAWindowThatIsGone) {
  AtkObject* const canvas = gtk_widget_get_accessible(map->GetHandle());
  g_object_ref(canvas);
  AtkObject* const child = atk_object_ref_accessible_child(canvas, 0);
  BOOST_REQUIRE(child != nullptr);
  map->Destroy();
  map = nullptr;
  quiet();
  AtkStateSet* const states = atk_object_ref_state_set(child);
  BOOST_TEST(atk_state_set_contains_state(states, ATK_STATE_DEFUNCT) == TRUE);
  BOOST_TEST(std::string(atk_object_get_name(child)).empty());
  BOOST_TEST(atk_object_get_n_accessible_children(canvas) == 0);
  BOOST_TEST((gtk_accessible_get_widget(GTK_ACCESSIBLE(canvas)) == nullptr));
  g_object_unref(canvas);
  g_object_unref(states);
  g_object_unref(child);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(MapInTheSession)

BOOST_AUTO_TEST_CASE(ABrushChartsWhatIsSeenCloseAndTheKeysDoTheRest) {
  BOOST_REQUIRE(openDemo());
  auto& shell = *frame().shell();
  shell.openClients();
  const auto clients = [&] { return dynamic_cast<ui::ClientsPlace*>(shell.host().current()); };
  BOOST_REQUIRE(
      waitFor([&] { return clients() != nullptr && !clients()->presenter().state().rows.empty(); }));
  shell.startSession(clients()->presenter().state().rows.front().id, domain::SessionKind::handsOn);
  const auto place = [&] { return dynamic_cast<ui::SessionPlace*>(shell.host().current()); };
  BOOST_REQUIRE(waitFor([&] { return place() != nullptr && place()->presenter().state().ready; }));
  auto& map = place()->map();
  BOOST_REQUIRE(waitFor([&] { return map.placeOf("scm-l").has_value() && map.HasFocus(); }));
  const auto& state = place()->presenter().state();
  // The keys look closer at what is chosen.
  clickAt(&map, *map.placeOf("scm-l"));
  pressKey(&map, GDK_KEY_plus, GDK_SHIFT_MASK);
  pressKey(&map, GDK_KEY_plus, GDK_SHIFT_MASK);
  BOOST_TEST(map.zoom() > 1.5);
  turnWheel(&map, *map.placeOf("scm-l"), 2);
  place()->presenter().setBrush(2);
  clickAt(&map, *map.placeOf("scm-l"));
  BOOST_REQUIRE(waitFor([&] { return state.content.findings.size() == 1; }));
  BOOST_TEST(state.content.findings.front().region == "scm-l");
  BOOST_TEST(state.content.findings.front().before->value() == 2);
  standStill();
  keepPicture("session-zoomed");
  pressKey(&map, GDK_KEY_Home);
  BOOST_TEST(map.zoom() == 1.);
}

BOOST_AUTO_TEST_SUITE_END()

#include "ui/body_map_panel.h"

#include <gtk/gtk.h>
#include <wx/dcclient.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "app/map_reach.h"
#include "app/session_view.h"
#include "ui/accessible.h"
#include "ui/controls.h"
#include "ui/text.h"

namespace unknot::ui {
namespace {

constexpr double kWheelStep = 1.2;
constexpr double kKeyStep = 1.4;
// The wheel has come to rest.
constexpr int kSettleMs = 140;
constexpr double kWheelPan = 60;
constexpr int kButtonWidth = 40;
constexpr int kButtonHeight = 36;
constexpr int kLineWidth = 2;
constexpr int kLineDot = 4;

core::Point pointOf(wxPoint p) {
  return {static_cast<double>(p.x), static_cast<double>(p.y)};
}

wxPoint pixelOf(core::Point p) {
  return wxPoint(static_cast<int>(std::lround(p.x)), static_cast<int>(std::lround(p.y)));
}

wxRect pixelsOf(const core::Rect& r) {
  return wxRect(pixelOf({r.x, r.y}), pixelOf({r.right(), r.bottom()}));
}

// Whose event wx is telling of; wx makes a mouse of everything.
app::MapPointer currentPointer() {
  GdkEvent* const event = gtk_get_current_event();
  if (event == nullptr) return app::MapPointer::mouse;
  const GdkDevice* const device = gdk_event_get_source_device(event);
  const auto type = gdk_event_get_event_type(event);
  const bool finger =
      type == GDK_TOUCH_BEGIN || type == GDK_TOUCH_UPDATE || type == GDK_TOUCH_END ||
      (device != nullptr && gdk_device_get_source(const_cast<GdkDevice*>(device)) == GDK_SOURCE_TOUCHSCREEN);
  gdk_event_free(event);
  return finger ? app::MapPointer::finger : app::MapPointer::mouse;
}

double screenPixelsPerMm(const wxWindow* window) {
  auto* const widget = static_cast<GtkWidget*>(window->GetHandle());
  GdkWindow* const onScreen = gtk_widget_get_window(widget);
  if (onScreen == nullptr) return app::pixelsPerMm(0, 0);
  GdkMonitor* const monitor = gdk_display_get_monitor_at_window(gtk_widget_get_display(widget), onScreen);
  GdkRectangle place;
  if (monitor == nullptr) return app::pixelsPerMm(0, 0);
  gdk_monitor_get_geometry(monitor, &place);
  return app::pixelsPerMm(place.width, gdk_monitor_get_width_mm(monitor));
}

// "3 strong", "softer by 2", "not looked at"
std::string whatIsShown(const core::Words& words, const draw::BodyMapMarks& marks,
                        const domain::RegionSlug& region) {
  if (marks.picture == draw::MapPicture::change) {
    if (marks.notCompared.contains(region)) return words.say("difference.notCompared");
    const auto change = marks.change.find(region);
    if (change == marks.change.end()) return words.say("tension.notLookedAt");
    if (change->second == 0) return words.say("difference.same");
    return words.say(change->second < 0 ? "difference.softerBy" : "difference.firmerBy",
                     {{"steps", std::to_string(std::abs(change->second))}});
  }
  const auto level = marks.tension.find(region);
  if (level == marks.tension.end()) return words.say("tension.notLookedAt");
  const std::string value = std::to_string(level->second.value());
  return value + " " + words.say("tension." + value);
}

}  // namespace

BodyMapPanel::BodyMapPanel(wxWindow* parent, const Surroundings& around, const domain::BodyAtlas& atlas,
                           Handlers handlers)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE),
      m_around(around),
      m_atlas(atlas),
      m_handlers(std::move(handlers)),
      m_items(this, [this](std::size_t index) { return item(index); }),
      m_viewport(atlas),
      m_hand(atlas, m_viewport, m_handlers,
             {[this] { viewMoved(); }, [this] { viewSettled(); }, [this] { lineChanged(); }}),
      m_surface(this, around, atlas, m_viewport),
      m_pinch(
          this, [this](core::Point at, double factor) { m_hand.pinch(at, factor); },
          [this] { m_hand.endPinch(); }),
      m_settle(this) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetMinSize(FromDIP(wxSize(360, 380)));
  setAccessibleName(this, m_around.words.say("session.map.name"));
  setAccessibleDescription(this, m_around.words.say("session.map.help"));
  makeButtons();
  bindPointer();
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    layOut();
    event.Skip();
  });
  Bind(wxEVT_CHAR, &BodyMapPanel::onKey, this);
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) { viewSettled(); });
  const auto redrawRing = [this](wxFocusEvent& event) {
    Refresh();
    event.Skip();
  };
  Bind(wxEVT_SET_FOCUS, redrawRing);
  Bind(wxEVT_KILL_FOCUS, redrawRing);
  m_around.theme.follow(this, [this] { m_surface.forget(); });
  showPanes({{domain::BodyView::front, {}, {}}, {domain::BodyView::back, {}, {}}});
}

void BodyMapPanel::bindPointer() {
  const auto press = [this](wxMouseEvent& event) {
    SetFocus();
    m_hand.press(pointOf(event.GetPosition()), currentPointer(), event.ControlDown() || event.ShiftDown(),
                 event.GetTimestamp(), screenPixelsPerMm(this));
  };
  const auto release = [this](wxMouseEvent& event) {
    m_hand.release(pointOf(event.GetPosition()), event.GetTimestamp());
    showCursor(event.GetPosition());
  };
  const auto grab = [this](wxMouseEvent& event) {
    m_hand.grab(pointOf(event.GetPosition()));
    showCursor(event.GetPosition());
  };
  Bind(wxEVT_LEFT_DOWN, press);
  Bind(wxEVT_LEFT_DCLICK, press);
  Bind(wxEVT_LEFT_UP, release);
  Bind(wxEVT_MIDDLE_DOWN, grab);
  Bind(wxEVT_MIDDLE_DCLICK, grab);
  Bind(wxEVT_MIDDLE_UP, release);
  Bind(wxEVT_MOTION, [this](wxMouseEvent& event) { onMotion(event); });
  Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent&) { pointTo(std::nullopt); });
  Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) { onWheel(event); });
}

void BodyMapPanel::makeButtons() {
  const auto add = [&](const char* wordsId, const char* icon, std::function<void()> onPress) {
    auto* button = makeButton(this, m_around, wordsId, std::move(onPress), icon);
    // The picture says it, and so does the accessible name.
    button->SetLabel(wxString());
    setLook(button, Look::iconOnly);
    button->SetToolTip(m_around.say(wordsId));
    // The map has keys for it; the round of the Tab key stays short.
    button->SetCanFocus(false);
    gtk_widget_set_focus_on_click(button->GetHandle(), FALSE);
    button->SetSize(FromDIP(wxSize(kButtonWidth, kButtonHeight)));
    return button;
  };
  m_closer = add("session.map.closer", "add", [this] { zoomBy(kKeyStep); });
  m_farther = add("session.map.farther", "less", [this] { zoomBy(1 / kKeyStep); });
  m_whole = add("session.map.whole", "whole", [this] { showWhole(); });
  placeButtons();
}

// In the lower right corner, from below.
void BodyMapPanel::placeButtons() {
  const wxSize size = GetClientSize();
  const int gap = FromDIP(space::kTight);
  int bottom = size.y - FromDIP(space::kSmall);
  for (auto* button : {m_closer, m_farther, m_whole}) {
    const wxSize extent = button->GetSize();
    bottom -= extent.y;
    button->Move(size.x - extent.x - FromDIP(space::kSmall), bottom);
    bottom -= gap;
  }
  const bool close = zoom() > draw::MapViewport::kWhole;
  m_farther->Show(close);
  m_whole->Show(close);
  m_closer->Enable(zoom() < draw::MapViewport::kClosest);
}

wxSize BodyMapPanel::DoGetBestClientSize() const {
  return FromDIP(wxSize(560, 560));
}

std::vector<domain::BodyView> BodyMapPanel::views() const {
  std::vector<domain::BodyView> views;
  for (const auto& pane : m_surface.panes()) views.push_back(pane.view);
  return views;
}

void BodyMapPanel::layOut() {
  const wxSize size = GetClientSize();
  m_hand.cancel();
  m_viewport.layOut(views(), {static_cast<double>(size.x), static_cast<double>(size.y)});
  m_surface.forget();
  placeButtons();
}

void BodyMapPanel::showPanes(std::vector<MapPane> panes) {
  const auto before = m_surface.panes();
  const bool same =
      std::equal(panes.begin(), panes.end(), before.begin(), before.end(),
                 [](const MapPane& a, const MapPane& b) { return a.view == b.view && a.title == b.title; });
  if (!same) {
    m_surface.setPanes(std::move(panes));
    layOut();
    listItems();
  } else {
    std::vector<std::set<domain::RegionSlug, std::less<>>> changed;
    for (std::size_t i = 0; i < panes.size(); ++i)
      changed.push_back(m_surface.showMarks(i, std::move(panes[i].marks)));
    for (std::size_t i = 0; i < m_listed.size(); ++i)
      if (changed[m_listed[i].pane].contains(m_listed[i].region->slug)) m_items.changed(i);
  }
  revealSelected(before);
}

void BodyMapPanel::revealSelected(const std::vector<MapPane>& before) {
  std::set<domain::RegionSlug, std::less<>> fresh;
  const auto& panes = m_surface.panes();
  for (std::size_t i = 0; i < panes.size(); ++i)
    for (const auto& region : panes[i].marks.selected)
      if (i >= before.size() || !before[i].marks.selected.contains(region)) fresh.insert(region);
  // A choice of many has no one place.
  if (fresh.size() != 1) return;
  const auto* region = m_atlas.find(*fresh.begin());
  for (std::size_t i = 0; i < m_listed.size(); ++i)
    if (m_listed[i].region == region) {
      m_items.wentTo(i);
      break;
    }
  if (region == nullptr || m_hand.isBusy()) return;
  for (std::size_t i = 0; i < m_viewport.panes().size(); ++i) {
    const auto shape = region->shapes.find(m_viewport.panes()[i].view);
    if (shape == region->shapes.end()) continue;
    if (m_viewport.reveal(i, shape->second.path.bounds())) viewSettled();
    return;
  }
}

void BodyMapPanel::listItems() {
  m_listed.clear();
  std::set<std::pair<std::string_view, const domain::BodyRegion*>> listed;
  const auto& panes = m_surface.panes();
  for (std::size_t pane = 0; pane < panes.size(); ++pane)
    for (const auto& region : m_atlas.regions())
      if (region.shapes.contains(panes[pane].view) && listed.emplace(panes[pane].title, &region).second)
        m_listed.push_back({pane, &region});
  m_items.setCount(m_listed.size());
}

AccessibleItem BodyMapPanel::item(std::size_t index) const {
  const auto& [pane, region] = m_listed[index];
  const auto& words = m_around.words;
  const auto& shown = m_surface.panes()[pane];
  const std::string where = app::regionNameOf(words, *region);
  std::string what = whatIsShown(words, shown.marks, region->slug);
  if (!shown.title.empty()) what += ", " + shown.title;
  wxRect box;
  if (pane < m_viewport.panes().size()) {
    const auto bounds = region->shapes.at(shown.view).path.transformed(m_viewport.placement(pane)).bounds();
    box = pixelsOf(bounds).Intersect(pixelsOf(m_viewport.panes()[pane].area));
  }
  return {words.say("session.map.region", {{"region", where}, {"what", what}}), box,
          shown.marks.selected.contains(region->slug)};
}

void BodyMapPanel::setTool(app::MapTool tool) {
  m_hand.setTool(tool);
}

void BodyMapPanel::viewMoved() {
  m_surface.moved();
  placeButtons();
}

void BodyMapPanel::viewSettled() {
  m_settle.Stop();
  m_surface.settled();
  placeButtons();
}

void BodyMapPanel::zoomBy(double factor) {
  if (m_viewport.zoomBy(factor, keyboardCentre())) viewSettled();
}

void BodyMapPanel::showWhole() {
  if (m_viewport.showWhole()) viewSettled();
}

// What a key looks closer at: the selected region where one is seen, else the middle.
core::Point BodyMapPanel::keyboardCentre() const {
  const auto& panes = m_viewport.panes();
  for (std::size_t i = 0; i < panes.size(); ++i)
    for (const auto& slug : m_surface.panes()[i].marks.selected) {
      const auto* region = m_atlas.find(slug);
      if (region == nullptr || !region->shapes.contains(panes[i].view)) continue;
      const auto at = m_viewport.placement(i).apply(region->shapes.at(panes[i].view).label);
      if (panes[i].area.contains(at)) return at;
    }
  return panes.empty() ? core::Point{} : panes.front().area.centre();
}

void BodyMapPanel::lineChanged() {
  if (!m_lineBox.IsEmpty()) RefreshRect(m_lineBox, false);
  m_lineBox = wxRect();
  const auto line = m_hand.line();
  if (!line) return;
  m_lineBox = wxRect(pixelOf(line->from), pixelOf(line->to)).Inflate(kLineDot + kLineWidth);
  RefreshRect(m_lineBox, false);
}

void BodyMapPanel::onPaint() {
  wxPaintDC dc(this);
  m_surface.paint(dc);
  if (const auto line = m_hand.line()) {
    const wxColour color = m_around.theme.toolkitColor(Tone::accent);
    dc.SetPen(wxPen(color, kLineWidth));
    dc.SetBrush(wxBrush(color));
    dc.DrawLine(pixelOf(line->from), pixelOf(line->to));
    dc.DrawCircle(pixelOf(line->from), kLineDot);
  }
  if (HasFocus()) {
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.SetPen(wxPen(m_around.theme.toolkitColor(Tone::accent), FromDIP(2)));
    const wxSize size = GetClientSize();
    dc.DrawRoundedRectangle(FromDIP(1), FromDIP(1), size.x - FromDIP(2), size.y - FromDIP(2), FromDIP(6));
  }
}

void BodyMapPanel::pointTo(const std::optional<app::MapRegion>& region) {
  const auto place = [](const std::optional<app::MapRegion>& of) {
    return of ? std::optional(std::pair(of->region, of->pane)) : std::nullopt;
  };
  if (place(region) == place(m_hovered)) return;
  m_hovered = region;
  m_surface.hover(region ? std::optional(region->region) : std::nullopt);
  if (m_handlers.hover) m_handlers.hover(region);
}

void BodyMapPanel::showCursor(wxPoint at) {
  wxStockCursor cursor = wxCURSOR_ARROW;
  if (m_hand.isMovingFigure())
    cursor = wxCURSOR_SIZING;
  else if (m_hand.tool() == app::MapTool::paint)
    cursor = wxCURSOR_PENCIL;
  else if (m_hand.isOverMark(pointOf(at)))
    cursor = wxCURSOR_HAND;
  else if (m_hand.tool() != app::MapTool::choose)
    cursor = wxCURSOR_CROSS;
  else if (m_hand.regionAt(pointOf(at)) != nullptr)
    cursor = wxCURSOR_HAND;
  if (cursor == m_cursor) return;
  m_cursor = cursor;
  SetCursor(wxCursor(cursor));
}

void BodyMapPanel::onMotion(const wxMouseEvent& event) {
  const auto at = pointOf(event.GetPosition());
  m_hand.move(at, event.LeftIsDown() || event.MiddleIsDown());
  // Nothing hovers under a finger, and a region that slides past under the hand is not pointed to.
  const bool points = currentPointer() == app::MapPointer::mouse && !m_hand.isMovingFigure();
  pointTo(points ? m_hand.pointedAt(at) : std::nullopt);
  showCursor(event.GetPosition());
}

void BodyMapPanel::onWheel(const wxMouseEvent& event) {
  if (m_hand.isBusy() || event.GetWheelDelta() == 0) return;
  const double notches = static_cast<double>(event.GetWheelRotation()) / event.GetWheelDelta();
  const auto at = pointOf(event.GetPosition());
  const bool across = event.GetWheelAxis() == wxMOUSE_WHEEL_HORIZONTAL;
  bool moved = false;
  if (across)
    moved = m_viewport.panBy(at, {-notches * kWheelPan, 0});
  else if (event.ShiftDown())
    moved = m_viewport.panBy(at, {0, notches * kWheelPan});
  else
    moved = m_viewport.zoomBy(std::pow(kWheelStep, notches), at);
  if (!moved) return;
  viewMoved();
  pointTo(m_hand.pointedAt(at));
  m_settle.StartOnce(kSettleMs);
}

void BodyMapPanel::onKey(wxKeyEvent& event) {
  switch (event.GetKeyCode()) {
    case '+':
    case WXK_NUMPAD_ADD:
      zoomBy(kKeyStep);
      break;
    case '-':
    case WXK_NUMPAD_SUBTRACT:
      zoomBy(1 / kKeyStep);
      break;
    case WXK_HOME:
    case WXK_NUMPAD_HOME:
      showWhole();
      break;
    default:
      event.Skip();
  }
}

const domain::BodyRegion* BodyMapPanel::neighbour(const domain::RegionSlug& from,
                                                  domain::Direction direction) const {
  const auto* start = m_atlas.find(from);
  if (start == nullptr) return nullptr;
  for (const auto view : views())
    if (start->shapes.contains(view)) return m_atlas.neighbour(view, *start, direction);
  return nullptr;
}

std::optional<wxPoint> BodyMapPanel::placeOf(const domain::RegionSlug& slug,
                                             std::optional<std::size_t> only) const {
  const auto* region = m_atlas.find(slug);
  if (region == nullptr) return {};
  for (std::size_t i = 0; i < m_viewport.panes().size(); ++i) {
    if (only && *only != i) continue;
    const auto shape = region->shapes.find(m_viewport.panes()[i].view);
    if (shape != region->shapes.end()) return pixelOf(m_viewport.placement(i).apply(shape->second.label));
  }
  return {};
}

}  // namespace unknot::ui

#include "ui/body_map_panel.h"

#include <wx/dcclient.h>
#include <wx/settings.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "ui/accessible.h"
#include "ui/picture.h"
#include "ui/text.h"

namespace unknot::ui {
namespace {

constexpr double kTitleHeight = 26;
constexpr double kMargin = 10;
// What a selected or hovered region's outline and halo take outside the region.
constexpr double kOutline = 9;

draw::Point pointOf(wxPoint p) {
  return {static_cast<double>(p.x), static_cast<double>(p.y)};
}

template <class Map>
void addDifferences(const Map& a, const Map& b, std::set<std::string>& out) {
  for (const auto& [key, value] : a) {
    const auto other = b.find(key);
    if (other == b.end() || other->second != value) out.insert(key);
  }
  for (const auto& [key, value] : b)
    if (!a.contains(key)) out.insert(key);
}

}  // namespace

BodyMapPanel::BodyMapPanel(wxWindow* parent, const Surroundings& around, const domain::BodyAtlas& atlas,
                           Handlers handlers)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE),
      m_around(around),
      m_atlas(atlas),
      m_handlers(std::move(handlers)) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetMinSize(FromDIP(wxSize(360, 380)));
  setAccessibleName(this, m_around.words.say("session.map.name"));
  setAccessibleDescription(this, m_around.words.say("session.map.help"));
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    m_picture.reset();
    layOut();
    event.Skip();
  });
  Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
    SetFocus();
    m_dragging = true;
    if (const auto* region = regionAt(event.GetPosition()); region != nullptr && m_handlers.tap)
      m_handlers.tap(region->slug, event.ControlDown() || event.ShiftDown());
  });
  // One finger can arrive as two presses: a second tap on the same region changes nothing by itself.
  Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent& event) {
    m_dragging = true;
    if (const auto* region = regionAt(event.GetPosition()); region != nullptr && m_handlers.dragOver)
      m_handlers.dragOver(region->slug);
  });
  Bind(wxEVT_MOTION, [this](wxMouseEvent& event) { onMotion(event); });
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) { onButtonUp(event); });
  Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent&) { pointTo(nullptr); });
  Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
    Refresh();
    event.Skip();
  });
  Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    Refresh();
    event.Skip();
  });
  m_around.theme.follow(this, [this] {
    m_picture.reset();
    Refresh();
  });
}

wxSize BodyMapPanel::DoGetBestClientSize() const {
  return FromDIP(wxSize(560, 560));
}

void BodyMapPanel::layOut() {
  m_panes.clear();
  const wxSize size = GetClientSize();
  if (size.x < 40 || size.y < 40) return;
  const std::vector<domain::BodyView> views =
      m_sides ? std::vector{domain::BodyView::left, domain::BodyView::right}
              : std::vector{domain::BodyView::front, domain::BodyView::back};
  const double width = size.x / static_cast<double>(views.size());
  for (std::size_t i = 0; i < views.size(); ++i) {
    const draw::Rect figure{width * static_cast<double>(i) + kMargin, kTitleHeight + kMargin,
                            width - 2 * kMargin, size.y - kTitleHeight - 2 * kMargin};
    if (const auto* view = m_atlas.view(views[i]))
      m_panes.push_back({views[i], figure, draw::figurePlacement(*view, figure)});
  }
}

void BodyMapPanel::rebuild() {
  m_picture = makePicture(this, m_around, GetClientSize());
  if (m_panes.empty()) layOut();
  paintPicture({});
}

void BodyMapPanel::paintPicture(const draw::Rect& dirty) {
  const bool dark = m_around.theme.appearance() == Appearance::dark;
  draw::BodyMapOptions options;
  options.colors = dark ? draw::BodyMapColors::dark() : draw::BodyMapColors::light();
  options.leftLabel = m_around.words.say("bodyview.leftShort");
  options.rightLabel = m_around.words.say("bodyview.rightShort");
  draw::TextStyle title{13, draw::Weight::semibold, false, m_around.theme.color(Tone::muted)};
  m_picture->clear(m_around.theme.color(Tone::surface), dirty);
  m_picture->paint(
      [&](draw::Canvas& canvas) {
        for (const auto& pane : m_panes) {
          const std::string name = m_around.words.say("view." + std::string(domain::toString(pane.view)));
          if (dirty.isEmpty() || dirty.y < kTitleHeight)
            draw::drawLine(canvas, m_around.typesetter, name, title,
                           {pane.figure.centre().x, kTitleHeight - 6}, draw::Anchor::middle);
          const bool touched = dirty.isEmpty() || (dirty.x < pane.figure.right() + kMargin &&
                                                   dirty.right() > pane.figure.x - kMargin);
          if (touched)
            draw::drawBodyMap(canvas, m_around.typesetter, m_atlas, pane.view, m_marks, options, pane.figure);
        }
      },
      dirty);
}

void BodyMapPanel::showMarks(const draw::BodyMapMarks& marks) {
  std::set<std::string> changed;
  addDifferences(m_marks.tension, marks.tension, changed);
  addDifferences(m_marks.ghost, marks.ghost, changed);
  for (const auto& region : m_marks.selected)
    if (!marks.selected.contains(region)) changed.insert(region);
  for (const auto& region : marks.selected)
    if (!m_marks.selected.contains(region)) changed.insert(region);
  const auto hovered = m_marks.hovered;
  m_marks = marks;
  m_marks.hovered = hovered;
  repaintRegions({changed.begin(), changed.end()});
}

void BodyMapPanel::repaintRegions(const std::vector<domain::RegionSlug>& regions) {
  if (!m_picture || regions.empty()) return;
  for (const auto& pane : m_panes) {
    draw::Rect dirty;
    for (const auto& slug : regions) {
      const auto* region = m_atlas.find(slug);
      if (region == nullptr) continue;
      const auto shape = region->shapes.find(pane.view);
      if (shape != region->shapes.end())
        dirty = dirty.united(shape->second.path.transformed(pane.placement).bounds().inflated(kOutline));
    }
    if (dirty.isEmpty()) continue;
    // Whole units, so that no edge of a pixel is blended twice.
    const double left = std::floor(dirty.x);
    const double top = std::floor(dirty.y);
    dirty = {left, top, std::ceil(dirty.right()) - left, std::ceil(dirty.bottom()) - top};
    paintPicture(dirty);
    RefreshRect(wxRect(static_cast<int>(dirty.x), static_cast<int>(dirty.y), static_cast<int>(dirty.width),
                       static_cast<int>(dirty.height)),
                false);
  }
}

void BodyMapPanel::showSides(bool sides) {
  if (m_sides == sides) return;
  m_sides = sides;
  m_picture.reset();
  layOut();
  Refresh();
}

void BodyMapPanel::onPaint() {
  wxPaintDC dc(this);
  if (!m_picture) rebuild();
  showPicture(dc, *m_picture, {0, 0});
  if (HasFocus()) {
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.SetPen(wxPen(m_around.theme.toolkitColor(Tone::accent), FromDIP(2)));
    const wxSize size = GetClientSize();
    dc.DrawRoundedRectangle(FromDIP(1), FromDIP(1), size.x - FromDIP(2), size.y - FromDIP(2), FromDIP(6));
  }
}

const BodyMapPanel::Pane* BodyMapPanel::paneAt(draw::Point at) const {
  const auto found =
      std::find_if(m_panes.begin(), m_panes.end(), [&](const Pane& p) { return p.figure.contains(at); });
  return found == m_panes.end() ? nullptr : &*found;
}

const domain::BodyRegion* BodyMapPanel::regionAt(wxPoint at) const {
  const auto* pane = paneAt(pointOf(at));
  if (pane == nullptr) return nullptr;
  const double k = pane->placement.lengthScale();
  const draw::Point p{(at.x - pane->placement.e) / k, (at.y - pane->placement.f) / k};
  return m_atlas.hit(pane->view, p);
}

void BodyMapPanel::pointTo(const domain::BodyRegion* region) {
  std::optional<domain::RegionSlug> next;
  if (region != nullptr) next = region->slug;
  if (next == m_marks.hovered) return;
  std::vector<domain::RegionSlug> changed;
  if (m_marks.hovered) changed.push_back(*m_marks.hovered);
  if (next) changed.push_back(*next);
  m_marks.hovered = next;
  repaintRegions(changed);
  if (m_handlers.hover) m_handlers.hover(region);
}

void BodyMapPanel::onMotion(const wxMouseEvent& event) {
  const auto* region = regionAt(event.GetPosition());
  if (m_dragging && event.LeftIsDown() && region != nullptr && m_handlers.dragOver)
    m_handlers.dragOver(region->slug);
  pointTo(region);
}

void BodyMapPanel::onButtonUp(const wxMouseEvent& event) {
  if (!m_dragging) return;
  m_dragging = false;
  // The last motions of a fast drag may be dropped: the release counts as one.
  if (const auto* region = regionAt(event.GetPosition()); region != nullptr && m_handlers.dragOver)
    m_handlers.dragOver(region->slug);
  if (m_handlers.endDrag) m_handlers.endDrag();
}

const domain::BodyRegion* BodyMapPanel::neighbour(const domain::RegionSlug& from, int dx, int dy) const {
  const auto* start = m_atlas.find(from);
  if (start == nullptr) return nullptr;
  for (const auto& pane : m_panes) {
    const auto here = start->shapes.find(pane.view);
    if (here == start->shapes.end()) continue;
    const draw::Point centre = here->second.label;
    const domain::BodyRegion* best = nullptr;
    double bestCost = 0;
    for (const auto& region : m_atlas.regions()) {
      const auto shape = region.shapes.find(pane.view);
      if (shape == region.shapes.end() || region.slug == from) continue;
      const draw::Point away = shape->second.label - centre;
      const double along = away.x * dx + away.y * dy;
      const double across = std::abs(away.x * dy) + std::abs(away.y * dx);
      if (along < 4) continue;
      const double cost = along + 2.2 * across;
      if (best == nullptr || cost < bestCost) {
        best = &region;
        bestCost = cost;
      }
    }
    return best;
  }
  return nullptr;
}

std::optional<wxPoint> BodyMapPanel::placeOf(const domain::RegionSlug& slug) const {
  const auto* region = m_atlas.find(slug);
  if (region == nullptr) return {};
  for (const auto& pane : m_panes) {
    const auto shape = region->shapes.find(pane.view);
    if (shape == region->shapes.end()) continue;
    const draw::Point at = pane.placement.apply(shape->second.label);
    return wxPoint(static_cast<int>(std::lround(at.x)), static_cast<int>(std::lround(at.y)));
  }
  return {};
}

}  // namespace unknot::ui

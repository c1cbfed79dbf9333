#include "draw/map_viewport.h"

#include <algorithm>
#include <cmath>

#include "draw/body_map_figure.h"

namespace unknot::draw {
namespace {

using domain::BodyView;
using domain::Side;

// Around the figure, also when it is shown close.
constexpr double kMargin = 10;
// A pane that is smaller than this shows nothing.
constexpr double kSmallestArea = 2 * kMargin + 1;
// Zooming out snaps to the whole figure.
constexpr double kNearlyWhole = 1.02;
constexpr double kSeenEnough = .25;
constexpr double kLabelInset = 16;

// The front shows the client's left at the viewer's right, the back at the viewer's left; the two sides are
// mirror images of each other too.
double direction(BodyView view) {
  return view == BodyView::front || view == BodyView::left ? 1 : -1;
}

bool isSide(BodyView view) {
  return view == BodyView::left || view == BodyView::right;
}

// Of one axis: the figure's `length` with its margin fills the `seen` part, or lies in its middle.
double clampedCentre(double wanted, double length, double seen, double margin) {
  const double low = seen / 2 - margin;
  const double high = length - low;
  return low >= high ? length / 2 : std::clamp(wanted, low, high);
}

double overlap(double from, double to, double low, double high) {
  return std::max(0.0, std::min(to, high) - std::max(from, low));
}

}  // namespace

void MapViewport::layOut(const std::vector<BodyView>& views, Size panel) {
  m_panes.clear();
  for (const auto view : views)
    if (m_atlas.view(view) != nullptr) m_panes.push_back({view, {}, {}});
  const std::size_t count = m_panes.size();
  const auto place = [&](std::size_t rows) {
    const std::size_t columns = (count + rows - 1) / rows;
    const double height = panel.height / static_cast<double>(rows);
    m_scale = 0;
    for (std::size_t first = 0; first < count; first += columns) {
      const std::size_t last = std::min(first + columns, count);
      const auto row = static_cast<double>(first / columns);
      const double top = std::round(height * row);
      const double bottom = std::round(height * (row + 1));
      double widths = 0;
      for (std::size_t i = first; i < last; ++i) widths += figure(i).size.width;
      double left = 0;
      double before = 0;
      for (std::size_t i = first; i < last; ++i) {
        before += figure(i).size.width;
        const double right = std::round(panel.width * before / widths);
        auto& pane = m_panes[i];
        pane.cell = {left, top, right - left, bottom - top};
        const double areaLeft = i == first ? left : left + kGutter / 2;
        const double areaRight = i + 1 == last ? right : right - kGutter / 2;
        pane.area = {areaLeft, top + kTitleHeight, areaRight - areaLeft, bottom - top - kTitleHeight};
        const double k = figurePlacement(figure(i), pane.area.inflated(-kMargin)).lengthScale();
        m_scale = i == 0 ? k : std::min(m_scale, k);
        left = right;
      }
    }
    return m_scale;
  };
  std::size_t best = 1;
  double largest = 0;
  for (std::size_t rows = 1; rows <= count; ++rows) {
    const double k = place(rows);
    if (k <= largest * (1 + 1e-9)) continue;
    largest = k;
    best = rows;
  }
  if (count > 0) place(best);
  const auto tooSmall = [](const Pane& pane) {
    return pane.area.width < kSmallestArea || pane.area.height < kSmallestArea;
  };
  if (std::any_of(m_panes.begin(), m_panes.end(), tooSmall)) m_panes.clear();
}

const domain::FigureView& MapViewport::figure(std::size_t pane) const {
  return *m_atlas.view(m_panes[pane].view);
}

Point MapViewport::centre(std::size_t pane, double zoom) const {
  const auto& view = figure(pane);
  const auto& area = m_panes[pane].area;
  const double k = m_scale * zoom;
  const double across =
      view.size.width / 2 + direction(view.view) * (isSide(view.view) ? m_forward : m_lateral);
  return {
      clampedCentre(across, view.size.width, area.width / k, kMargin / k),
      clampedCentre(m_down.value_or(view.size.height / 2), view.size.height, area.height / k, kMargin / k)};
}

void MapViewport::setCentre(std::size_t pane, Point wanted) {
  const auto& view = figure(pane);
  (isSide(view.view) ? m_forward : m_lateral) = direction(view.view) * (wanted.x - view.size.width / 2);
  m_down = wanted.y;
  // Only where this pane can go: the way back begins at once.
  const Point reached = centre(pane, m_zoom);
  (isSide(view.view) ? m_forward : m_lateral) = direction(view.view) * (reached.x - view.size.width / 2);
  m_down = reached.y;
}

Affine MapViewport::placementAt(std::size_t pane, double zoom) const {
  const Point middle = m_panes[pane].area.centre();
  const Point shown = centre(pane, zoom);
  const double k = m_scale * zoom;
  return {k, 0, 0, k, middle.x - k * shown.x, middle.y - k * shown.y};
}

Affine MapViewport::placement(std::size_t pane) const {
  return placementAt(pane, m_zoom);
}

Affine MapViewport::wholePlacement(std::size_t pane) const {
  return placementAt(pane, kWhole);
}

bool MapViewport::zoomBy(double factor, Point about) {
  if (m_panes.empty()) return false;
  double zoom = std::clamp(m_zoom * factor, kWhole, kClosest);
  if (factor < 1 && zoom < kNearlyWhole) zoom = kWhole;
  if (zoom == m_zoom) return false;
  if (zoom == kWhole) return showWhole();
  const std::size_t pane = nearestPane(about);
  const Point kept = toFigure(pane, about);
  m_zoom = zoom;
  const double k = m_scale * zoom;
  const Point middle = m_panes[pane].area.centre();
  setCentre(pane, {kept.x - (about.x - middle.x) / k, kept.y - (about.y - middle.y) / k});
  return true;
}

bool MapViewport::panBy(Point at, Point by) {
  if (m_panes.empty()) return false;
  const std::size_t pane = nearestPane(at);
  const double k = m_scale * m_zoom;
  const Point before = centre(pane, m_zoom);
  setCentre(pane, {before.x - by.x / k, before.y - by.y / k});
  return !(centre(pane, m_zoom) == before);
}

bool MapViewport::showWhole() {
  if (m_zoom == kWhole) return false;
  m_zoom = kWhole;
  m_down.reset();
  m_lateral = m_forward = 0;
  return true;
}

bool MapViewport::reveal(std::size_t pane, const Rect& part) {
  const auto& area = m_panes[pane].area;
  const Point from = toFigure(pane, {area.x, area.y});
  const Point to = toFigure(pane, {area.right(), area.bottom()});
  const double seen =
      overlap(part.x, part.right(), from.x, to.x) * overlap(part.y, part.bottom(), from.y, to.y);
  if (part.isEmpty() || seen >= kSeenEnough * part.width * part.height) return false;
  setCentre(pane, part.centre());
  return true;
}

std::optional<std::size_t> MapViewport::paneAt(Point at) const {
  for (std::size_t i = 0; i < m_panes.size(); ++i)
    if (m_panes[i].area.contains(at)) return i;
  return {};
}

std::size_t MapViewport::nearestPane(Point at) const {
  const auto away = [&](const Pane& pane) { return core::distance(pane.cell.centre(), at); };
  const auto inside =
      std::find_if(m_panes.begin(), m_panes.end(), [&](const Pane& pane) { return pane.cell.contains(at); });
  const auto nearest =
      inside != m_panes.end()
          ? inside
          : std::min_element(m_panes.begin(), m_panes.end(),
                             [&](const Pane& a, const Pane& b) { return away(a) < away(b); });
  return static_cast<std::size_t>(nearest - m_panes.begin());
}

Point MapViewport::toFigure(std::size_t pane, Point at) const {
  const Affine place = placement(pane);
  return {(at.x - place.e) / place.a, (at.y - place.f) / place.d};
}

std::vector<MapViewport::SideLabel> MapViewport::sideLabels(std::size_t pane) const {
  const auto& view = figure(pane);
  const auto& area = m_panes[pane].area;
  const Affine place = placement(pane);
  // In the atlas's own margins: beside the upper arms, or behind the neck of a side view.
  const bool both = view.viewerLeft && view.viewerRight;
  const double inset = both ? 34 : 24;
  const double down = both ? 225 : 130;
  const double size = std::clamp(27 * wholePlacement(pane).lengthScale(), 9.0, 17.0);
  const double midline = place.apply({view.size.width / 2, 0}).x;
  const Rect inside = area.inflated(-kLabelInset);
  std::vector<SideLabel> labels;
  const auto add = [&](std::optional<Side> side, double x, double from, double to) {
    if (!side || to <= from) return;
    const Point wanted = place.apply({x, down});
    labels.push_back(
        {*side, {std::clamp(wanted.x, from, to), std::clamp(wanted.y, inside.y, inside.bottom())}, size});
  };
  add(view.viewerLeft, inset, inside.x,
      both ? std::min(inside.right(), midline - kLabelInset) : inside.right());
  add(view.viewerRight, view.size.width - inset, both ? std::max(inside.x, midline + kLabelInset) : inside.x,
      inside.right());
  return labels;
}

}  // namespace unknot::draw

#include "app/map_hand.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/map_reach.h"

namespace unknot::app {
namespace {

// A press that moves less is no drag.
constexpr double kMouseSlop = 4;
constexpr double kFingerSlopMm = 3;
// How far from a mark a tap still takes it.
constexpr double kMouseMarkReach = 6;
constexpr double kFingerMarkReachMm = 3;
// Nobody taps twice so fast in one place: the second is the same finger once more.
constexpr std::int64_t kDoubledMs = 50;
constexpr double kDoubledWithin = 3;
// A fast drag reports places far apart; the regions between them count.
constexpr double kStep = 3;

}  // namespace

MapHand::MapHand(const domain::BodyAtlas& atlas, draw::MapViewport& viewport, const MapHandlers& handlers,
                 View view)
    : m_atlas(atlas), m_viewport(viewport), m_handlers(handlers), m_view(std::move(view)) {}

void MapHand::setTool(MapTool tool) {
  if (tool == m_tool) return;
  cancel();
  m_tool = tool;
}

std::optional<MapHand::Spot> MapHand::spotAt(core::Point at) const {
  const auto pane = m_viewport.paneAt(at);
  if (!pane) return {};
  return Spot{*pane, m_viewport.panes()[*pane].view, m_viewport.toFigure(*pane, at), at};
}

std::optional<MapRegion> MapHand::inRegion(const Spot& spot) const {
  const auto* region = m_atlas.hit(spot.view, spot.at);
  if (region == nullptr) return {};
  return MapRegion{region->slug, spot.view, spot.pane};
}

const domain::BodyRegion* MapHand::regionAt(core::Point at) const {
  const auto spot = spotAt(at);
  return spot ? m_atlas.hit(spot->view, spot->at) : nullptr;
}

std::optional<std::size_t> MapHand::markAt(const Spot& spot, double reach) const {
  if (!m_handlers.pointUnder || m_tool == MapTool::paint) return {};
  return m_handlers.pointUnder(spot.view, m_viewport.placement(spot.pane), spot.atPanel, reach);
}

std::optional<MapRegion> MapHand::pointedAt(core::Point at) const {
  const auto spot = spotAt(at);
  return spot ? inRegion(*spot) : std::nullopt;
}

bool MapHand::isOverMark(core::Point at) const {
  const auto spot = spotAt(at);
  return spot && markAt(*spot, kMouseMarkReach).has_value();
}

double MapHand::slop() const {
  return isFinger() ? kFingerSlopMm * m_pixelsPerMm : kMouseSlop;
}

std::optional<MapHand::Line> MapHand::line() const {
  if (m_doing != Doing::drawingLine) return {};
  return Line{m_start, m_last};
}

void MapHand::press(core::Point at, MapPointer pointer, bool extend, std::int64_t time, double pixelsPerMm) {
  if (m_doing == Doing::pinching) return;
  const bool again =
      m_before && time - m_before->time <= kDoubledMs && core::distance(at, m_before->at) <= kDoubledWithin;
  if (again) return;
  m_before = Tap{at, time};
  // A release that never came.
  if (m_doing != Doing::nothing) cancel();
  m_doing = Doing::pressing;
  m_pointer = pointer;
  m_extend = extend;
  m_pixelsPerMm = pixelsPerMm;
  m_start = m_last = at;
  m_pane = m_viewport.paneAt(at);
  m_lastOver.reset();
  if (m_tool != MapTool::paint || isFinger()) return;
  m_doing = Doing::painting;
  if (m_handlers.beginDrag) m_handlers.beginDrag();
  const auto region = pointedAt(at);
  if (!region) return;
  m_lastOver = region->region;
  if (m_handlers.tap) m_handlers.tap(*region, extend);
}

void MapHand::move(core::Point at, bool held) {
  if (m_doing == Doing::nothing || m_doing == Doing::pinching) return;
  if (!held) {
    cancel();
    return;
  }
  if (m_doing == Doing::pressing && core::distance(at, m_start) > slop()) beginDrag();
  follow(at);
}

void MapHand::beginDrag() {
  switch (m_tool) {
    case MapTool::paint:
      m_doing = Doing::painting;
      if (m_handlers.beginDrag) m_handlers.beginDrag();
      paintTo(m_start);
      break;
    case MapTool::line:
      // Begins and ends in the figure's own pane.
      if (m_pane) m_doing = Doing::drawingLine;
      break;
    case MapTool::choose:
    case MapTool::point:
      if (m_viewport.zoom() > draw::MapViewport::kWhole) m_doing = Doing::moving;
      break;
  }
}

void MapHand::follow(core::Point at) {
  switch (m_doing) {
    case Doing::painting:
      paintTo(at);
      break;
    case Doing::moving:
      if (m_viewport.panBy(m_start, at - m_last) && m_view.moved) m_view.moved();
      m_last = at;
      break;
    case Doing::drawingLine:
      m_last = at;
      if (m_view.lineChanged) m_view.lineChanged();
      break;
    case Doing::nothing:
    case Doing::pressing:
    case Doing::pinching:
      break;
  }
}

void MapHand::paintTo(core::Point at) {
  const core::Point from = m_last;
  const int steps = std::max(1, static_cast<int>(std::ceil(core::distance(from, at) / kStep)));
  m_last = at;
  for (int i = 1; i <= steps; ++i) {
    const auto spot = spotAt(from + (at - from) * (static_cast<double>(i) / steps));
    if (!spot || (m_pane && spot->pane != *m_pane)) continue;
    m_pane = spot->pane;
    const auto region = inRegion(*spot);
    if (!region || region->region == m_lastOver) continue;
    const bool first = !m_lastOver;
    m_lastOver = region->region;
    if (!first && m_handlers.dragOver) m_handlers.dragOver(*region);
    if (first && m_handlers.tap) m_handlers.tap(*region, false);
  }
}

void MapHand::release(core::Point at, std::int64_t time) {
  if (m_doing == Doing::nothing || m_doing == Doing::pinching) return;
  // The last motions of a fast drag may be dropped: the release counts as one.
  if (m_doing == Doing::pressing && core::distance(at, m_start) > slop()) beginDrag();
  follow(at);
  m_before = Tap{at, time};
  const Doing done = std::exchange(m_doing, Doing::nothing);
  switch (done) {
    case Doing::painting:
      if (m_handlers.endDrag) m_handlers.endDrag();
      break;
    case Doing::moving:
      settle();
      break;
    case Doing::drawingLine: {
      if (m_view.lineChanged) m_view.lineChanged();
      if (!m_handlers.place) break;
      m_handlers.place(m_viewport.panes()[*m_pane].view, m_viewport.toFigure(*m_pane, m_start),
                       m_viewport.toFigure(*m_pane, at));
      break;
    }
    case Doing::pressing:
      // At the whole figure, where a drag moves nothing, a press that slipped off its region means nothing.
      if (core::distance(at, m_start) <= slop() || regionAt(at) == regionAt(m_start)) tap(m_start);
      break;
    case Doing::nothing:
    case Doing::pinching:
      break;
  }
}

void MapHand::tap(core::Point at) {
  const auto spot = spotAt(at);
  if (!spot || (isFinger() && lookCloser(*spot, at))) return;
  if (const auto mark = markAt(*spot, isFinger() ? kFingerMarkReachMm * m_pixelsPerMm : kMouseMarkReach)) {
    if (m_handlers.tapPoint) m_handlers.tapPoint(*mark);
    return;
  }
  if (m_tool == MapTool::point || m_tool == MapTool::line) {
    if (m_handlers.place) m_handlers.place(spot->view, spot->at, {});
    return;
  }
  auto region = inRegion(*spot);
  if (isFinger()) {
    const double unitsPerMm = m_pixelsPerMm / m_viewport.placement(spot->pane).lengthScale();
    const auto* taken = fingerTarget(m_atlas, spot->view, spot->at, unitsPerMm, 1).region;
    region = taken == nullptr ? std::nullopt : std::optional(MapRegion{taken->slug, spot->view, spot->pane});
  }
  if (!region) return;
  if (m_handlers.tap) m_handlers.tap(*region, m_extend);
  if (m_tool == MapTool::paint && m_handlers.endDrag) m_handlers.endDrag();
}

bool MapHand::lookCloser(const Spot& spot, core::Point at) {
  const auto placement = m_viewport.placement(spot.pane);
  if (m_closer && m_closer->placement == placement && core::distance(at, m_closer->at) <= m_closer->reach)
    return false;
  const double unitsPerMm = m_pixelsPerMm / placement.lengthScale();
  const auto target =
      fingerTarget(m_atlas, spot.view, spot.at, unitsPerMm, draw::MapViewport::kClosest / m_viewport.zoom());
  if (!target.closer || !m_viewport.zoomBy(*target.closer, at)) return false;
  // As far as the finger reached, now that it is larger, and once more beside it.
  m_closer =
      CloserLook{m_viewport.placement(spot.pane), at, kFingerMm * m_pixelsPerMm * (*target.closer + 1)};
  settle();
  return true;
}

void MapHand::grab(core::Point at) {
  if (m_doing != Doing::nothing) return;
  m_doing = Doing::moving;
  m_pointer = MapPointer::mouse;
  m_start = m_last = at;
}

void MapHand::pinch(core::Point at, double factor) {
  if (m_doing != Doing::pinching) {
    cancel();
    m_doing = Doing::pinching;
    m_pinched = 1;
    m_last = at;
  }
  const bool moved = m_viewport.panBy(m_last, at - m_last);
  const bool grown = factor > 0 && m_viewport.zoomBy(factor / m_pinched, at);
  // Also at a limit: fingers that turn back are followed at once.
  if (factor > 0) m_pinched = factor;
  m_last = at;
  if ((moved || grown) && m_view.moved) m_view.moved();
}

void MapHand::endPinch() {
  if (m_doing != Doing::pinching) return;
  m_doing = Doing::nothing;
  settle();
}

void MapHand::cancel() {
  const Doing was = std::exchange(m_doing, Doing::nothing);
  if (was == Doing::painting && m_handlers.endDrag) m_handlers.endDrag();
  if (was == Doing::drawingLine && m_view.lineChanged) m_view.lineChanged();
  if (was == Doing::moving || was == Doing::pinching) settle();
}

void MapHand::settle() {
  if (m_view.settled) m_view.settled();
}

}  // namespace unknot::app

#include "domain/figure_warp.h"

#include <algorithm>
#include <utility>

#include "core/error.h"
#include "domain/polygons.h"

namespace unknot::domain {
namespace {

// How far a warped curve may lie from the true one, in figure units.
constexpr double kTolerance = 1.0 / 15;
constexpr int kMostHalvings = 6;
// Steps for slopes: along a row, whose curve is exact, and across rows, which are one unit apart.
constexpr double kStepX = .25;
constexpr double kStepY = 1;
// Beyond the outer lines nothing is widened: from this far on exactly, and as far as anything is drawn.
constexpr double kBeside = 30;
constexpr double kFarAway = 1000;
constexpr double kLabelTolerance = .1;

core::Point onCurve(core::Point a, core::Point b, core::Point c, core::Point d, double t) {
  const double u = 1 - t;
  return a * (u * u * u) + b * (3 * u * u * t) + c * (3 * u * t * t) + d * (t * t * t);
}

MonotoneCurve rowAt(double height, const FigureStrips& strips) {
  std::vector<core::Point> points;  // old x, new x
  for (std::size_t i = 0; i < strips.lines.size(); ++i) {
    const double x = strips.lines[i].at(height);
    const double strip = i > 0 ? x - points.back().x : 0;
    points.push_back({x, i > 0 ? points.back().y + strip * strips.factors[i - 1].at(height) : x});
  }
  const double shift = points[strips.still].x - points[strips.still].y;
  for (auto& point : points) point.y += shift;
  for (const double by : {kBeside, kFarAway}) {
    points.insert(points.begin(), points.front() - core::Point{by, by});
    points.push_back(points.back() + core::Point{by, by});
  }
  return MonotoneCurve(std::move(points));
}

core::Rect extent(const core::Path& path) {
  core::Rect extent;
  for (const auto& polygon : path.flattened(kTolerance))
    extent = extent.united(core::Path::polyline(polygon, true).bounds());
  return extent;
}

}  // namespace

std::optional<int> narrowStrip(const FigureStrips& strips, double figureHeight) {
  for (int height = 0; height <= static_cast<int>(figureHeight); ++height)
    for (std::size_t i = 1; i < strips.lines.size(); ++i)
      if (strips.lines[i].at(height) - strips.lines[i - 1].at(height) < kLeastStrip) return height;
  return {};
}

FigureWarp::FigureWarp(const FigureView& view, const FigureStrips& strips) : m_view(view) {
  if (strips.lines.size() != strips.factors.size() + 1 || strips.still >= strips.lines.size())
    throw core::BugError("strips without lines");
  for (int row = 0; row <= static_cast<int>(view.size.height); ++row) m_rows.push_back(rowAt(row, strips));

  const core::Rect before = extent(view.outline);
  const core::Rect after = extent(apply(view.outline));
  const double left = before.x - after.x;
  const double right = after.right() - before.right();
  // A view of both sides is mirrored at its middle, which has to stay the middle.
  const bool bothSides = view.viewerLeft && view.viewerRight;
  m_offset = bothSides ? std::max(left, right) : left;
  m_view.size.width += m_offset + (bothSides ? m_offset : right);
  m_view.outline = apply(view.outline);
  for (auto& line : m_view.lines) line.path = apply(line.path);
}

core::Point FigureWarp::apply(core::Point point) const {
  const double last = static_cast<double>(m_rows.size() - 1);
  const double height = std::clamp(point.y, 0.0, last);
  const auto row = std::min(static_cast<std::size_t>(height), m_rows.size() - 2);
  const double share = height - static_cast<double>(row);
  return {m_rows[row].at(point.x) * (1 - share) + m_rows[row + 1].at(point.x) * share + m_offset, point.y};
}

FigureWarp::Derivative FigureWarp::derivativeAt(core::Point p) const {
  const double dx = apply(core::Point{p.x + kStepX, p.y}).x - apply(core::Point{p.x - kStepX, p.y}).x;
  const double dy = apply(core::Point{p.x, p.y + kStepY}).x - apply(core::Point{p.x, p.y - kStepY}).x;
  return {dx / (2 * kStepX), dy / (2 * kStepY)};
}

void FigureWarp::addCurve(core::Path& path, core::Point a, core::Point b, core::Point c, core::Point d,
                          int depth) const {
  // Tangents go through the derivative, so pieces join as smoothly as before.
  const auto tangent = [&](core::Point at, core::Point t) {
    const Derivative slope = derivativeAt(at);
    return core::Point{slope.dx * t.x + slope.dy * t.y, t.y};
  };
  const core::Point newA = apply(a);
  const core::Point newD = apply(d);
  const core::Point newB = newA + tangent(a, b - a);
  const core::Point newC = newD + tangent(d, c - d);
  const auto fits = [&](double t) {
    return core::distance(apply(onCurve(a, b, c, d, t)), onCurve(newA, newB, newC, newD, t)) <= kTolerance;
  };
  if (depth == kMostHalvings || (fits(.25) && fits(.5) && fits(.75))) {
    path.curveTo(newB, newC, newD);
    return;
  }
  const core::Point ab = (a + b) * .5;
  const core::Point bc = (b + c) * .5;
  const core::Point cd = (c + d) * .5;
  const core::Point middle = onCurve(a, b, c, d, .5);
  addCurve(path, a, ab, (ab + bc) * .5, middle, depth + 1);
  addCurve(path, middle, (bc + cd) * .5, cd, d, depth + 1);
}

void FigureWarp::addLine(core::Path& path, core::Point from, core::Point to) const {
  const core::Point newFrom = apply(from);
  const core::Point newTo = apply(to);
  const auto fits = [&](double t) {
    return core::distance(apply(from + (to - from) * t), newFrom + (newTo - newFrom) * t) <= kTolerance;
  };
  if (fits(.25) && fits(.5) && fits(.75))
    path.lineTo(newTo);
  else
    addCurve(path, from, from + (to - from) * (1.0 / 3), to - (to - from) * (1.0 / 3), to, 0);
}

core::Path FigureWarp::apply(const core::Path& path) const {
  core::Path warped;
  core::Point first, at;
  auto next = path.points().begin();
  for (const auto verb : path.verbs()) {
    if (verb == core::Path::Verb::close) {
      if (at != first) addLine(warped, at, first);
      warped.close();
      at = first;
      continue;
    }
    const core::Point from = at;
    at = next[verb == core::Path::Verb::curve ? 2 : 0];
    if (verb == core::Path::Verb::move) warped.moveTo(apply(first = at));
    if (verb == core::Path::Verb::line) addLine(warped, from, at);
    if (verb == core::Path::Verb::curve) addCurve(warped, from, next[0], next[1], at, 0);
    next += verb == core::Path::Verb::curve ? 3 : 1;
  }
  return warped;
}

RegionShape FigureWarp::apply(const RegionShape& shape) const {
  RegionShape warped{apply(shape.path), apply(shape.label), 0};
  warped.labelRadius = borderDistance(warped.path.flattened(kLabelTolerance), warped.label);
  return warped;
}

}  // namespace unknot::domain

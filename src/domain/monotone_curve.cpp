#include "domain/monotone_curve.h"

#include <algorithm>
#include <utility>

#include "core/error.h"

namespace unknot::domain {
namespace {

// At an inner point: zero where the curve turns round, else between the slopes of both sides.
double innerSlope(double widthBefore, double slopeBefore, double widthAfter, double slopeAfter) {
  if (slopeBefore * slopeAfter <= 0) return 0;
  const double before = 2 * widthAfter + widthBefore;
  const double after = widthAfter + 2 * widthBefore;
  return (before + after) / (before / slopeBefore + after / slopeAfter);
}

}  // namespace

MonotoneCurve::MonotoneCurve(std::vector<core::Point> points) : m_points(std::move(points)) {
  if (m_points.empty()) throw core::BugError("a curve without points");
  std::vector<core::Point> pieces;  // width, slope
  for (std::size_t i = 1; i < m_points.size(); ++i) {
    const core::Point step = m_points[i] - m_points[i - 1];
    if (step.x <= 0) throw core::BugError("a curve that goes back");
    pieces.push_back({step.x, step.y / step.x});
  }
  m_slopes.assign(m_points.size(), pieces.empty() ? 0 : pieces.front().y);
  for (std::size_t i = 1; i < pieces.size(); ++i)
    m_slopes[i] = innerSlope(pieces[i - 1].x, pieces[i - 1].y, pieces[i].x, pieces[i].y);
  if (!pieces.empty()) m_slopes.back() = pieces.back().y;
}

double MonotoneCurve::at(double x) const {
  if (x <= m_points.front().x) return m_points.front().y;
  if (x >= m_points.back().x) return m_points.back().y;
  const auto after = std::upper_bound(m_points.begin(), m_points.end(), x,
                                      [](double value, const core::Point& p) { return value < p.x; });
  const auto i = static_cast<std::size_t>(after - m_points.begin()) - 1;
  const core::Point a = m_points[i];
  const core::Point b = m_points[i + 1];
  const double width = b.x - a.x;
  const double t = (x - a.x) / width;
  const double u = 1 - t;
  return a.y * u * u * (1 + 2 * t) + b.y * t * t * (1 + 2 * u) +
         width * t * u * (m_slopes[i] * u - m_slopes[i + 1] * t);
}

MonotoneCurve MonotoneCurve::mapped(double factor, double shift) const {
  auto points = m_points;
  for (auto& point : points) point.y = point.y * factor + shift;
  return MonotoneCurve(std::move(points));
}

}  // namespace unknot::domain

#include "domain/polygons.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unknot::domain {
namespace {

bool insidePolygon(const std::vector<core::Point>& polygon, core::Point p) {
  bool inside = false;
  for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
    const auto& a = polygon[i];
    const auto& b = polygon[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

double squaredDistance(core::Point a, core::Point b, core::Point p) {
  const core::Point along = b - a;
  const core::Point away = p - a;
  const double lengthSquared = along.x * along.x + along.y * along.y;
  const double share =
      lengthSquared > 0 ? std::clamp((away.x * along.x + away.y * along.y) / lengthSquared, 0.0, 1.0) : 0;
  const core::Point rest = away - along * share;
  return rest.x * rest.x + rest.y * rest.y;
}

}  // namespace

bool isInside(const Polygons& polygons, core::Point point) {
  return std::any_of(polygons.begin(), polygons.end(),
                     [&](const auto& polygon) { return insidePolygon(polygon, point); });
}

double borderDistance(const Polygons& polygons, core::Point point) {
  double least = std::numeric_limits<double>::infinity();
  for (const auto& polygon : polygons)
    for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++)
      least = std::min(least, squaredDistance(polygon[j], polygon[i], point));
  return std::sqrt(least);
}

}  // namespace unknot::domain

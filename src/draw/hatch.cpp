#include "draw/hatch.h"

#include <cmath>
#include <numbers>

namespace unknot::draw {

Path hatchLines(const Rect& area, double spacing) {
  Path path;
  if (spacing <= 0 || area.isEmpty()) return path;
  const double step = spacing * std::numbers::sqrt2;
  // A line is x + y = c; c is a multiple of the step, so that neighbouring areas agree.
  for (double c = std::ceil((area.x + area.y) / step) * step; c < area.right() + area.bottom(); c += step) {
    const double top = std::max(area.y, c - area.right());
    const double bottom = std::min(area.bottom(), c - area.x);
    path.moveTo({c - top, top}).lineTo({c - bottom, bottom});
  }
  return path;
}

}  // namespace unknot::draw

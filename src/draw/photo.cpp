#include "draw/photo.h"

#include <algorithm>
#include <cmath>

namespace unknot::draw {
namespace {

// 216 a printed inch: a photo looks no better with more, and a handout stays small.
constexpr double kPixelsAUnit = 3;

}  // namespace

Rect photoPlace(const core::Photo& photo, const Rect& where) {
  const Size size = photo.size();
  if (size.width <= 0 || size.height <= 0) return {};
  const double k = std::min(where.width / size.width, where.height / size.height);
  const Size drawn{size.width * k, size.height * k};
  return {where.centre().x - drawn.width / 2, where.centre().y - drawn.height / 2, drawn.width, drawn.height};
}

void drawPhoto(Canvas& canvas, const core::Photo& photo, const Rect& where) {
  const Rect place = photoPlace(photo, where);
  if (place.isEmpty()) return;
  const double longSide = std::max(place.width, place.height) * kPixelsAUnit;
  canvas.image(*photo.pixels(static_cast<int>(std::ceil(longSide))), place);
}

}  // namespace unknot::draw

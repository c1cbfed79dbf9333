// Measures of the marks on a figure, shared by drawing, hitting and repainting. Internal to `draw`.
#pragma once

#include <algorithm>

#include "draw/point_symbol.h"

namespace unknot::draw {

// In units of the canvas: lines keep their weight at every size of the figure.
inline constexpr double kHaloWidth = 6;    // the light around a selected region
inline constexpr double kPointRing = 2.2;  // the line around a selected point
inline constexpr double kPointRingGap = 1.6;

// The widest a seam gets, in units of the figure.
inline constexpr double kWidestSeam = 3.4;

// What the marks of a region can take outside its shape.
inline double regionReach(double scale) {
  return std::max(kHaloWidth, kWidestSeam * scale) / 2 + 1;
}

inline double pointSymbolSize(double scale) {
  return std::clamp(14 * scale, kSmallestPointSymbol, 14.0);
}

inline double pointRingRadius(double size) {
  return size * .6 + pointHalo(size) + kPointRingGap;
}

inline bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

// Of a map that only scales and moves.
inline Rect mapped(const Affine& map, const Rect& r) {
  const Point a = map.apply({r.x, r.y});
  const Point b = map.apply({r.right(), r.bottom()});
  return {a.x, a.y, b.x - a.x, b.y - a.y};
}

}  // namespace unknot::draw

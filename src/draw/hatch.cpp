#include "draw/hatch.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace unknot::draw {
namespace {

// How far a border may be from its curve, in units of the shape: ends of lines are under its outline.
constexpr double kTolerance = .4;
// Neighbours in the artwork meet to a tenth of a unit.
constexpr double kBorderGap = .5;
constexpr double kDotLength = .01;

// A parallel line is `across` = row * step; a place on it is its `along`.
struct Crossing {
  long row = 0;
  double along = 0;
  int turn = 0;
};

struct Span {
  long row = 0;
  double from = 0;
  double to = 0;
};

// What lies inside `shape` of the lines on which the dot product with `across` is a multiple of `step`.
std::vector<Span> spansInside(const Path& shape, Point across, Point along, double step) {
  const auto dot = [](Point a, Point b) { return a.x * b.x + a.y * b.y; };
  std::vector<Crossing> crossings;
  for (const auto& polygon : shape.flattened(kTolerance)) {
    for (std::size_t i = 0; i < polygon.size(); ++i) {
      const Point a = polygon[i];
      const Point b = polygon[(i + 1) % polygon.size()];
      const double start = dot(a, across) / step;
      const double end = dot(b, across) / step;
      // A corner that lies on a line belongs to one of its two edges.
      const auto first = static_cast<long>(std::ceil(std::min(start, end)));
      const auto last = static_cast<long>(std::ceil(std::max(start, end)));
      for (long row = first; row < last; ++row) {
        const double share = (static_cast<double>(row) - start) / (end - start);
        crossings.push_back({row, dot(a + (b - a) * share, along), start < end ? 1 : -1});
      }
    }
  }
  std::sort(crossings.begin(), crossings.end(), [](const Crossing& a, const Crossing& b) {
    return a.row != b.row ? a.row < b.row : a.along < b.along;
  });
  std::vector<Span> spans;
  int winding = 0;
  for (const auto& crossing : crossings) {
    const bool enters = winding == 0;
    winding += crossing.turn;
    if (enters) {
      const bool goesOn =
          !spans.empty() && spans.back().row == crossing.row && crossing.along - spans.back().to < kBorderGap;
      if (!goesOn) spans.push_back({crossing.row, crossing.along, crossing.along});
    } else if (winding == 0) {
      spans.back().to = crossing.along;
    }
  }
  return spans;
}

}  // namespace

Path hatchLines(const Path& shape, double spacing, Slant slant) {
  Path path;
  if (spacing <= 0) return path;
  // In x + y and x - y, which need no root; y grows downwards.
  const double step = spacing * std::numbers::sqrt2;
  const double turn = slant == Slant::rising ? 1 : -1;
  for (const auto& span : spansInside(shape, {1, turn}, {1, -turn}, step)) {
    const double across = static_cast<double>(span.row) * step;
    path.moveTo({(across + span.from) / 2, turn * (across - span.from) / 2});
    path.lineTo({(across + span.to) / 2, turn * (across - span.to) / 2});
  }
  return path;
}

Path dots(const Path& shape, double spacing) {
  Path path;
  if (spacing <= 0) return path;
  const double margin = spacing * kDotShare;
  const double columns = spacing * 2 / std::numbers::sqrt3;
  for (const auto& span : spansInside(shape, {0, 1}, {1, 0}, spacing)) {
    const double shift = span.row % 2 == 0 ? 0 : columns / 2;
    const double y = static_cast<double>(span.row) * spacing;
    for (double x = std::ceil((span.from + margin - shift) / columns) * columns + shift; x < span.to - margin;
         x += columns)
      path.moveTo({x, y}).lineTo({x + kDotLength, y});
  }
  return path;
}

}  // namespace unknot::draw

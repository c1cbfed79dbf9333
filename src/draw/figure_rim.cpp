#include "draw/figure_rim.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace unknot::draw {
namespace {

struct Piece {
  Point from, control1, control2, to;
};

// Closed subpaths as curves.
std::vector<std::vector<Piece>> piecesOf(const Path& path) {
  std::vector<std::vector<Piece>> loops;
  const Point* at = path.points().data();
  Point current;
  const auto straight = [&](Point to) {
    if (distance(current, to) > 0)
      loops.back().push_back(
          {current, current + (to - current) * (1.0 / 3), to - (to - current) * (1.0 / 3), to});
    current = to;
  };
  Point start;
  for (const auto verb : path.verbs()) {
    switch (verb) {
      case Path::Verb::move:
        loops.emplace_back();
        start = current = *at++;
        break;
      case Path::Verb::line:
        straight(*at++);
        break;
      case Path::Verb::curve:
        loops.back().push_back({current, at[0], at[1], at[2]});
        current = at[2];
        at += 3;
        break;
      case Path::Verb::close:
        straight(start);
        break;
    }
  }
  return loops;
}

// Positive where the inside is to the right of the way the path goes (y grows downwards).
double turning(const std::vector<std::vector<Piece>>& loops) {
  double twice = 0;
  for (const auto& loop : loops)
    for (const auto& piece : loop) twice += piece.from.x * piece.to.y - piece.to.x * piece.from.y;
  return twice;
}

// The same piece moved sideways at both ends, its handles shortened or lengthened with it.
Piece moved(const Piece& piece, double by) {
  const auto sideways = [by](Point direction) {
    const Point unit = normalized(direction);
    return Point{-unit.y, unit.x} * by;
  };
  const Point outward =
      distance(piece.from, piece.control1) > 0 ? piece.control1 - piece.from : piece.to - piece.from;
  const Point inward =
      distance(piece.control2, piece.to) > 0 ? piece.to - piece.control2 : piece.to - piece.from;
  const Point from = piece.from + sideways(outward);
  const Point to = piece.to + sideways(inward);
  const Point chord = piece.to - piece.from;
  const double along = (to.x - from.x) * chord.x + (to.y - from.y) * chord.y;
  const double stretch = along / std::max(1e-9, chord.x * chord.x + chord.y * chord.y);
  return {from, from + (piece.control1 - piece.from) * stretch, to + (piece.control2 - piece.to) * stretch,
          to};
}

}  // namespace

Path innerRim(const Path& outline, double width) {
  const auto loops = piecesOf(outline);
  const double by = turning(loops) > 0 ? width : -width;
  Path rim = outline;
  // Backwards, so that the inner edge takes the inside away. Where the figure is too narrow for two bands the
  // inner edge turns over, winds the other way and adds to the band, as it should.
  for (const auto& loop : loops) {
    std::optional<Point> last;
    for (auto piece = loop.rbegin(); piece != loop.rend(); ++piece) {
      const Piece inner = moved(*piece, by);
      if (last)
        rim.lineTo(inner.to);
      else
        rim.moveTo(inner.to);
      rim.curveTo(inner.control2, inner.control1, inner.from);
      last = inner.from;
    }
    if (last) rim.close();
  }
  return rim;
}

}  // namespace unknot::draw

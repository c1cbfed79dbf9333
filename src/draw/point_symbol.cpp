#include "draw/point_symbol.h"

#include <algorithm>

namespace unknot::draw {
namespace {

constexpr Color kDark = rgb(0x16212A);
constexpr Color kLight = rgb(0xFFFFFF);
constexpr double kDotRadius = 1.3;
constexpr double kDotHalo = .8;

// Of the size.
constexpr double kLineWidth = .16;
constexpr double kThinnestLine = 1.1;

struct Inks {
  Color ink, halo;
};

Inks inksOn(Color ground) {
  if (contrast(ground, kDark) >= contrast(ground, kLight)) return {kDark, kLight};
  return {kLight, kDark};
}

// In a square of size 1 around the origin.
struct Symbol {
  Path surface;       // filled with ink
  Path lines;         // stroked with ink
  double weight = 1;  // of the lines
  Path hollow;        // filled with the halo's colour, under the lines
};

Symbol cross() {
  Symbol symbol;
  symbol.lines.moveTo({-.31, -.31}).lineTo({.31, .31}).moveTo({-.31, .31}).lineTo({.31, -.31});
  symbol.weight = 1.4;
  return symbol;
}

Symbol scar() {
  Symbol symbol;
  symbol.lines.moveTo({-.48, 0}).lineTo({.48, 0});
  for (const double x : {-.19, .19}) symbol.lines.moveTo({x, -.32}).lineTo({x, .32});
  return symbol;
}

Symbol ring() {
  Symbol symbol;
  symbol.lines = symbol.hollow = Path::circle({}, .36);
  return symbol;
}

Symbol flame() {
  Symbol symbol;
  symbol.surface.moveTo({.06, -.54});
  symbol.surface.curveTo({.1, -.28}, {.43, -.1}, {.43, .16}).curveTo({.43, .4}, {.22, .52}, {0, .52});
  symbol.surface.curveTo({-.22, .52}, {-.43, .4}, {-.43, .14}).curveTo({-.43, 0}, {-.36, -.12}, {-.27, -.2});
  symbol.surface.curveTo({-.25, -.1}, {-.2, -.04}, {-.13, -.02});
  symbol.surface.curveTo({-.14, -.2}, {-.08, -.42}, {.06, -.54}).close();
  return symbol;
}

Symbol wave() {
  Symbol symbol;
  symbol.lines.moveTo({-.48, .16}).curveTo({-.4, -.36}, {-.23, -.36}, {-.14, -.02});
  symbol.lines.curveTo({-.05, .36}, {.07, .36}, {.15, .0}).curveTo({.23, -.34}, {.38, -.36}, {.48, .12});
  return symbol;
}

// A dot, a line and its head; `size` in the units of both ends.
Symbol arrow(Point from, Point to, double size) {
  Symbol symbol;
  const Point along = normalized(to - from);
  const Point aside{-along.y, along.x};
  const double head = std::min(.55 * size, distance(from, to) * .6);
  const Point neck = to - along * head;
  symbol.surface.append(Path::circle(from, .2 * size));
  symbol.surface.append(Path::polyline({to, neck + aside * (.34 * size), neck - aside * (.34 * size)}, true));
  symbol.lines.moveTo(from).lineTo(to - along * (head * .7));
  return symbol;
}

Symbol symbolOf(domain::PointKind kind) {
  switch (kind) {
    case domain::PointKind::tender:
      return cross();
    case domain::PointKind::scar:
      return scar();
    case domain::PointKind::numbness:
      return ring();
    case domain::PointKind::heat:
      return flame();
    case domain::PointKind::ache:
      return wave();
    case domain::PointKind::radiating:
      break;
  }
  return arrow({-.32, .32}, {.44, -.44}, .85);
}

void drawSymbol(Canvas& canvas, const Symbol& symbol, double size, const Inks& inks) {
  const double halo = pointHalo(size);
  const double width = std::max(kLineWidth * size, kThinnestLine) * symbol.weight;
  if (!symbol.lines.isEmpty()) canvas.stroke(symbol.lines, {inks.halo, width + 2 * halo, {}, true});
  if (!symbol.surface.isEmpty()) canvas.stroke(symbol.surface, {inks.halo, 2 * halo, {}, true});
  if (!symbol.hollow.isEmpty()) canvas.fill(symbol.hollow, inks.halo);
  if (!symbol.lines.isEmpty()) canvas.stroke(symbol.lines, {inks.ink, width, {}, true});
  if (!symbol.surface.isEmpty()) canvas.fill(symbol.surface, inks.ink);
}

}  // namespace

double pointHalo(double size) {
  return std::clamp(.14 * size, 1.0, 1.6);
}

void drawPointSymbol(Canvas& canvas, domain::PointKind kind, Point centre, double size, Color ground) {
  const Affine place{size, 0, 0, size, centre.x, centre.y};
  Symbol symbol = symbolOf(kind);
  for (Path* path : {&symbol.surface, &symbol.lines, &symbol.hollow}) *path = path->transformed(place);
  drawSymbol(canvas, symbol, size, inksOn(ground));
}

void drawRadiating(Canvas& canvas, Point from, Point to, double size, Color ground) {
  drawSymbol(canvas, arrow(from, to, size), size, inksOn(ground));
}

void drawPointDot(Canvas& canvas, Point centre, Color ground) {
  const Inks inks = inksOn(ground);
  canvas.fill(Path::circle(centre, kDotRadius + kDotHalo), inks.halo);
  canvas.fill(Path::circle(centre, kDotRadius), inks.ink);
}

}  // namespace unknot::draw

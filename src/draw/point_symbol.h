// The symbols of points on the body map. Each is told by its shape alone, whether dark on light or light on
// dark: no two are the filled and the hollow form of the same one. A thin halo parts it from numbers and
// hatching.
#pragma once

#include "domain/point_mark.h"
#include "draw/canvas.h"

namespace unknot::draw {

// Smaller than this they are no longer told apart: 7 pt on paper.
inline constexpr double kSmallestPointSymbol = 7;

// In the square of `size` around `centre`, inked to be read on `ground`; of a radiating mark a short arrow.
void drawPointSymbol(Canvas& canvas, domain::PointKind kind, Point centre, double size, Color ground);
// A radiating mark at its place: a dot, a line and its arrow head at `to`.
void drawRadiating(Canvas& canvas, Point from, Point to, double size, Color ground);
// All that is left of a symbol in a small figure.
void drawPointDot(Canvas& canvas, Point centre, Color ground);

// What the halo of a symbol takes outside its square.
double pointHalo(double size);

}  // namespace unknot::draw

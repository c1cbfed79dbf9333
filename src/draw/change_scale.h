// How a region's tension changed, as colour and sign. Softer is cool and light, firmer is brown and dark,
// paler where less changed: lightness alone tells them apart, in grey printing and to every eye.
#pragma once

#include "draw/canvas.h"

namespace unknot::draw {

inline constexpr int kMostChange = 4;

// After minus before, -4 to 4; what is beyond looks like the end.
Color changeColor(int change);
// What is drawn in the middle of a region, readable on its colour.
Color changeInk(int change);

// An arrow down (softer), up (firmer), or two bars (the same), to be filled: as high as a digit of type of
// `size`, its middle at `centre`. Drawn, since the program's fonts have no arrows.
Path changeSign(int change, Point centre, double size);
double changeSignWidth(double size);

}  // namespace unknot::draw

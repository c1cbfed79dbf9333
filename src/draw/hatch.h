// Slanted parallel lines: "not looked at". Internal to `draw`.
#pragma once

#include "draw/canvas.h"

namespace unknot::draw {

// Line width as a share of the distance between lines.
constexpr double kHatchShare = .17;

// Lines at 45 degrees that cover `area`; `spacing` is measured across them. Lines of two areas meet.
Path hatchLines(const Rect& area, double spacing);

}  // namespace unknot::draw

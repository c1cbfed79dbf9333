// Ways to fill a shape so that grey printing keeps them apart: lines that rise for "not looked at", dots for
// "not compared", lines that fall for "a safety flag touches it". Both stay inside the shape by themselves,
// since a clip costs as much as the drawing. Internal to `draw`.
#pragma once

#include "draw/canvas.h"

namespace unknot::draw {

// Line width as a share of the distance between lines.
constexpr double kHatchShare = .17;
// Width of a dot as a share of the distance between rows.
constexpr double kDotShare = .3;

// To the right.
enum class Slant { rising, falling };

// Lines at 45 degrees inside `shape` (non-zero winding); `spacing` is measured across them. Lines of
// neighbouring shapes meet, and one that runs from subpath to subpath is not broken at their border.
Path hatchLines(const Path& shape, double spacing, Slant slant = Slant::rising);

// Rows of points inside `shape`, each a line too short to be one: to be stroked with round ends.
Path dots(const Path& shape, double spacing);

}  // namespace unknot::draw

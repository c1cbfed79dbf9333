// What a finger reaches on the body map. A fingertip covers several regions where the figure is
// small; then the first tap looks closer instead of choosing, and nobody charts the neighbour by accident.
//
// Sizes: a target of 9.2 mm is hit as well as larger ones, and errors rise below about 7 mm (Parhi, Karlson
// and Bederson, "Target size study for one-handed thumb use on small touchscreen devices", 2006,
// doi:10.1145/1152215.1152260).
#pragma once

#include <optional>

#include "domain/body_atlas.h"

namespace unknot::app {

// How far beside a region a finger still takes it.
inline constexpr double kFingerMm = 9;

// Device-independent pixels a millimetre, from what the screen says of itself. Screens that say nothing, or
// what no screen on a desk has, count as 96 dots an inch.
double pixelsPerMm(int widthPx, int widthMm);

struct FingerTarget {
  const domain::BodyRegion* region = nullptr;  // what the tap takes; none when nothing is within reach
  // Or: by how much the figure must grow before it can be told which region is meant.
  std::optional<double> closer;
};

// `unitsPerMm`: figure units under a millimetre of the screen; `mostCloser`: how much the figure can still
// grow.
FingerTarget fingerTarget(const domain::BodyAtlas& atlas, domain::BodyView view, core::Point at,
                          double unitsPerMm, double mostCloser);

}  // namespace unknot::app

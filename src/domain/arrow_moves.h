// Where the arrow keys lead among places on a page.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "core/geometry.h"
#include "domain/polygons.h"

namespace unknot::domain {

enum class Direction { left, right, up, down };  // as the viewer sees the page

struct ArrowStop {
  core::Point place;      // where one stands in it
  const Polygons* shape;  // never null
};

using ArrowMoves = std::vector<std::array<std::optional<std::size_t>, 4>>;  // [stop][Direction]

// A move goes the way of its arrow, to what is near and straight ahead: rather to the shape that the arrow
// meets first. Arrows are dealt in pairs where that is little worse, so that going back mostly returns. From
// every stop every other one can be reached, as far as their places allow it.
ArrowMoves arrowMoves(const std::vector<ArrowStop>& stops);

}  // namespace unknot::domain

// Flattened shapes, as Path::flattened gives them: closed polygons, the last point joined to the first.
#pragma once

#include <vector>

#include "core/geometry.h"

namespace unknot::domain {

using Polygons = std::vector<std::vector<core::Point>>;

bool isInside(const Polygons& polygons, core::Point point);
// From a point to the nearest border, inside as outside; infinite when there is no border.
double borderDistance(const Polygons& polygons, core::Point point);

}  // namespace unknot::domain

// The pictures of an exercise on their panel.
#pragma once

#include <optional>

#include "document/parts.h"

namespace unknot::document {

struct ExercisePictures {
  Figure figure;
  double frameSize = 0;  // square root of a frame's area, points
};

// All frames in a grid that makes them as large as `width` and `maxHeight` (points) allow, numbered and with
// their captions. Nothing for an exercise without frames.
std::optional<ExercisePictures> exercisePictures(const BuildContext& context, const Parts& parts,
                                                 const domain::Exercise& exercise, double width,
                                                 double maxHeight);

}  // namespace unknot::document

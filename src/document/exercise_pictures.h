// The pictures of an exercise on their panel.
#pragma once

#include <functional>
#include <optional>

#include "document/parts.h"

namespace unknot::document {

struct ExercisePictures {
  draw::Size size;   // of the panel
  draw::Size frame;  // of the widest frame
  // Square root of a frame's area, points.
  double frameSize() const;
  // Large enough to see what is meant.
  bool readable() const;
  // Draws; valid as long as what the pictures were made of.
  std::function<Figure()> figure;
};

// All frames in a grid that makes them as large as `width` and `maxHeight` (points) allow, numbered and with
// their captions. Nothing for an exercise without frames.
std::optional<ExercisePictures> exercisePictures(const BuildContext& context, const Parts& parts,
                                                 const domain::Exercise& exercise, double width,
                                                 double maxHeight);

}  // namespace unknot::document

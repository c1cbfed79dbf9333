// The pictures of an exercise on their panel.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/parts.h"

namespace unknot::document {

struct ExercisePictures {
  draw::Size size;   // of the panel
  draw::Size frame;  // of the widest frame
  // Square root of a frame's area, points.
  double frameSize() const;
  // Large enough to see what is meant.
  bool readable() const;
  Figure figure;
};

// What is drawn of an exercise; shared by all its layouts.
using Frames = std::shared_ptr<const std::vector<domain::PoseFrame>>;

// All frames in a grid that makes them as large as `width` and `maxHeight` (points) allow, numbered and with
// their captions. Nothing for an exercise without frames.
std::optional<ExercisePictures> exercisePictures(const BuildContext& context, const Parts& parts,
                                                 const std::string& title, const Frames& frames, double width,
                                                 double maxHeight);

}  // namespace unknot::document

// The posed figure of an exercise picture.
#pragma once

#include "domain/pose.h"
#include "draw/canvas.h"

namespace unknot::draw {

struct MannequinStyle {
  Color skin = rgb(0xE9BE9F);
  Color shirt = rgb(0x4FA3A5);
  Color trousers = rgb(0x3E5368);
  Color hair = rgb(0x4A3A33);
  Color line = rgb(0x2F3B46);
  Color arrow = rgb(0xD9622B);
  double lineWidth = 0.019;  // head heights
};

// One frame, as large as fits into `where`, centred; props first, then the figure, then arrows.
void drawPoseFrame(Canvas& canvas, const domain::PoseFrame& frame, const MannequinStyle& style,
                   const Rect& where);

}  // namespace unknot::draw

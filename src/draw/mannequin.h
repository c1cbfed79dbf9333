// The posed figure of an exercise picture.
#pragma once

#include "domain/body_build.h"
#include "domain/figure_look.h"
#include "domain/pose.h"
#include "draw/canvas.h"

namespace unknot::draw {

// The default is the look of domain::FigureLook's defaults in the medium build.
struct MannequinStyle {
  Color skin = rgb(0xE9BE9F);
  Color skinFar = rgb(0xC59E84);  // of limbs in the body's shade
  // What shade and lines on skin are mixed with, and how much more of it than on light skin.
  Color skinInk = rgb(0x20303C);
  double skinInkShare = 1;
  Color cheek = rgb(0xE07A6A);
  Color lips = rgb(0xA04A40);
  Color shirt = rgb(0x4FA3A5);
  Color trousers = rgb(0x3E5368);
  Color hair = rgb(0x53392C);
  Color brow = rgb(0x53392C);
  Color line = rgb(0x2F3B46);
  Color arrow = rgb(0xD9622B);
  double lineWidth = 0.019;  // head heights
  domain::HairStyle hairStyle = domain::HairStyle::cropped;
  domain::BodyBuild build = domain::BodyBuild::medium;
};

// Somebody like the client.
MannequinStyle mannequinStyle(const domain::FigureLook& look, domain::BodyBuild build);

// A line on the skin itself, such as nose, mouth and fingers; the share is 0.42 for a clear one.
Color lineOnSkin(const MannequinStyle& style, Color skin, double share);

// One frame, as large as fits into `where`, centred; props first, then the figure, then arrows.
void drawPoseFrame(Canvas& canvas, const domain::PoseFrame& frame, const MannequinStyle& style,
                   const Rect& where);

}  // namespace unknot::draw

// The figure seen from the side. Internal to `draw`.
#pragma once

#include "domain/pose.h"
#include "draw/mannequin/ink.h"

namespace unknot::draw::mannequin {

void paintSideFigure(const Ink& ink, const domain::SidePose& pose);
// The space between the back and the mat at y = 0.
void paintGap(const Ink& ink, const domain::SidePose& pose);

}  // namespace unknot::draw::mannequin

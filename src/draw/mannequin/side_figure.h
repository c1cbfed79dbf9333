// The figure seen from the side. Internal to `draw`.
#pragma once

#include "domain/pose.h"
#include "draw/mannequin/ink.h"
#include "draw/mannequin/surroundings.h"

namespace unknot::draw::mannequin {

void paintSideFigure(const Ink& ink, const domain::SidePose& pose, const Surroundings& around);
// The space between the back and the mat at y = 0.
void paintGap(const Ink& ink, const domain::SidePose& pose, const Surroundings& around);

}  // namespace unknot::draw::mannequin

// The figure seen from the front, or lying and seen from above. Internal to `draw`.
#pragma once

#include "domain/pose.h"
#include "draw/mannequin/ink.h"
#include "draw/mannequin/surroundings.h"

namespace unknot::draw::mannequin {

void paintFrontFigure(const Ink& ink, const domain::FrontPose& pose, const Surroundings& around);

}  // namespace unknot::draw::mannequin

// The figure seen from the front, or lying and seen from above. Internal to `draw`.
#pragma once

#include "domain/pose.h"
#include "draw/mannequin/ink.h"

namespace unknot::draw::mannequin {

void paintFrontFigure(const Ink& ink, const domain::FrontPose& pose);

}  // namespace unknot::draw::mannequin

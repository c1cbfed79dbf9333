// Quiet hints beside the figure: breath, and where weight rests. Internal to `draw`.
#pragma once

#include "draw/mannequin/ink.h"
#include "draw/mannequin/surroundings.h"

namespace unknot::draw::mannequin {

// Three short strokes near nose and mouth: they run together into it, or open out from it.
void paintBreath(const Ink& ink, const domain::PoseFrame& frame, const Surroundings& around);
// Two short strokes under the place, level on the page however the figure is turned.
void paintContact(const Ink& ink, Point at);

}  // namespace unknot::draw::mannequin

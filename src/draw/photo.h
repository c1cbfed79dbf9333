// A photo, a drawing or a logo on a Canvas.
#pragma once

#include "draw/canvas.h"

namespace unknot::draw {

// As large as fits into `where`, centred.
Rect photoPlace(const core::Photo& photo, const Rect& where);
// There, with as many pixels as paper and dense screens show.
void drawPhoto(Canvas& canvas, const core::Photo& photo, const Rect& where);

}  // namespace unknot::draw

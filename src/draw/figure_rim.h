// The band along the inside of a figure's outline. Internal to `draw`.
#pragma once

#include "draw/canvas.h"

namespace unknot::draw {

// To be filled: about `width` wide, and whole where the figure is narrower than two bands. It looks like a
// stroke twice as wide that is clipped to the outline, for a tenth of the work.
Path innerRim(const Path& outline, double width);

}  // namespace unknot::draw

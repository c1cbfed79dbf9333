// A run of glyphs as PDF's text operators. Private to `pdf`.
#pragma once

#include <string>

#include "draw/canvas.h"
#include "pdf/embedded_font.h"

namespace unknot::pdf {

// Appends the operators that show `run` from the present text position on, in `font` at the run's size; the
// text rise is 0 before and after. `fileUnit`: how many of the file's units one of the run is.
void showRun(const draw::GlyphRun& run, EmbeddedFont& font, double fileUnit, std::string& to);

}  // namespace unknot::pdf

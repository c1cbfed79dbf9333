// The font in which a reader of a form types: whole for the letters of Western Europe, since nobody knows
// beforehand what will be typed. Private to `pdf`.
#pragma once

#include "pdf/haru.h"
#include "text/font_file.h"

namespace unknot::pdf {

// Embeds it; gives the font's dictionary. Other letters than those of Windows code page 1252 are shown by the
// viewer in a font of its own.
HPDF_Dict embedFormFont(Haru& haru, const text::FontFile& source);

}  // namespace unknot::pdf

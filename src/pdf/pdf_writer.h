// The libharu side: tagged PDF 1.7 with our own subsets embedded; the same document gives the same bytes.
#pragma once

#include <memory>

#include "document/document.h"
#include "text/pango_typesetter.h"

namespace unknot::pdf {

std::unique_ptr<document::PdfWriter> makePdfWriter(std::shared_ptr<const text::FontLibrary> fonts);

}  // namespace unknot::pdf

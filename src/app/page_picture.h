// A page of a document as an image file.
#pragma once

#include <memory>
#include <string>

#include "document/document.h"
#include "text/pango_typesetter.h"

namespace unknot::app {

// White paper, `dotsPerInch` 36 to 600.
std::string pageAsPng(const document::Page& page, double dotsPerInch,
                      const std::shared_ptr<const text::FontLibrary>& fonts);
// Text becomes outlines, so that it looks alike everywhere.
std::string pageAsSvg(const document::Page& page, const std::shared_ptr<const text::FontLibrary>& fonts);

}  // namespace unknot::app

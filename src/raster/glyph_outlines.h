// The shapes of glyphs, read from the library's font files. Filling outlines (instead of a font renderer's
// bitmaps) puts every glyph at its exact place, so that the screen spaces letters as paper does.
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "core/geometry.h"
#include "draw/canvas.h"
#include "text/pango_typesetter.h"

namespace unknot::raster {

// Not safe for use by several threads at once.
class GlyphOutlines {
 public:
  explicit GlyphOutlines(std::shared_ptr<const text::FontLibrary> fonts);
  ~GlyphOutlines();
  GlyphOutlines(const GlyphOutlines&) = delete;
  GlyphOutlines& operator=(const GlyphOutlines&) = delete;

  // For a font size of 1, y down, the origin on the baseline. Empty for a blank. Lives as long as this
  // object. Throws core::StorageError ("error.font") when the file can't be read any more.
  const core::Path& outline(draw::FaceId face, std::uint32_t glyph);

 private:
  struct Face;
  Face& face(draw::FaceId id);

  std::shared_ptr<const text::FontLibrary> m_fonts;
  std::vector<std::unique_ptr<Face>> m_faces;
};

}  // namespace unknot::raster

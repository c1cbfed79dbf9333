// Canvas on a Cairo context. Private to `raster`.
#pragma once

#include <cairo.h>

#include "raster/glyph_outlines.h"
#include "raster/raster.h"

namespace unknot::raster {

struct CairoDeleter {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
};
using Context = std::unique_ptr<cairo_t, CairoDeleter>;
using Surface = std::unique_ptr<cairo_surface_t, CairoDeleter>;
using Pattern = std::unique_ptr<cairo_pattern_t, CairoDeleter>;

// Throws std::bad_alloc or core::BugError unless `status` is success.
void checkCairo(cairo_status_t status);
// Premultiplied ARGB words of a straight RGBA picture. Throws core::BugError when its size and data disagree.
Surface surfaceOf(const draw::Image& image);
// The surface as a PNG file.
std::string pngOf(cairo_surface_t* surface);

// For a library that draws with Cairo itself.
class CairoPainting {
 public:
  // In the picture's units, on top of what is there.
  static Context begin(Picture& picture);
};

class CairoCanvas final : public draw::Canvas {
 public:
  // Both outlive the canvas.
  CairoCanvas(cairo_t* context, GlyphOutlines& outlines) : m_context(context), m_outlines(outlines) {}

  void save() override;
  void restore() override;
  void transform(const draw::Affine& map) override;
  void clip(const draw::Path& path) override;
  void fill(const draw::Path& path, draw::Color color) override;
  void stroke(const draw::Path& path, const draw::Stroke& stroke) override;
  void glyphs(const draw::GlyphRun& run, draw::Point origin, draw::Color color) override;
  void image(const draw::Image& image, const draw::Rect& where) override;

 private:
  void setSource(draw::Color color, bool coarseEdges = false);
  void addPath(const draw::Path& path);

  cairo_t* m_context;
  GlyphOutlines& m_outlines;
};

}  // namespace unknot::raster

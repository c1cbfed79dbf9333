#include "raster/cairo_canvas.h"

#include <cstring>
#include <new>

#include "core/error.h"

namespace unknot::raster {
namespace {

// No eye sees whether the edges of a colour this faint are smooth, and smoothing them costs more than all the
// rest of it.
constexpr double kBreath = .1;

}  // namespace

void checkCairo(cairo_status_t status) {
  if (status == CAIRO_STATUS_NO_MEMORY) throw std::bad_alloc();
  if (status != CAIRO_STATUS_SUCCESS)
    throw core::BugError(std::string("raster: ") + cairo_status_to_string(status));
}

Surface surfaceOf(const draw::Image& image) {
  const auto width = static_cast<std::size_t>(image.width);
  const auto height = static_cast<std::size_t>(image.height);
  if (image.width < 1 || image.height < 1 || image.rgba.size() != width * height * 4)
    throw core::BugError("raster: an image whose size and data disagree");
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image.width, image.height));
  checkCairo(cairo_surface_status(surface.get()));
  unsigned char* rows = cairo_image_surface_get_data(surface.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
  for (std::size_t y = 0; y < height; ++y)
    for (std::size_t x = 0; x < width; ++x) {
      const std::uint8_t* from = &image.rgba[(y * width + x) * 4];
      const std::uint32_t alpha = from[3];
      const auto premultiplied = [&](std::uint32_t channel) { return (channel * alpha + 127) / 255; };
      const std::uint32_t word =
          alpha << 24 | premultiplied(from[0]) << 16 | premultiplied(from[1]) << 8 | premultiplied(from[2]);
      std::memcpy(rows + y * stride + x * 4, &word, 4);
    }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

std::string pngOf(cairo_surface_t* surface) {
  std::string png;
  const auto append = [](void* closure, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(closure)->append(data, data + length);
    return CAIRO_STATUS_SUCCESS;
  };
  checkCairo(cairo_surface_write_to_png_stream(surface, append, &png));
  return png;
}

void CairoCanvas::save() {
  cairo_save(m_context);
}

void CairoCanvas::restore() {
  cairo_restore(m_context);
}

void CairoCanvas::transform(const draw::Affine& map) {
  cairo_matrix_t matrix;
  cairo_matrix_init(&matrix, map.a, map.b, map.c, map.d, map.e, map.f);
  cairo_transform(m_context, &matrix);
}

void CairoCanvas::setSource(draw::Color color, bool coarseEdges) {
  cairo_set_source_rgba(m_context, color.r, color.g, color.b, color.a);
  cairo_set_antialias(m_context, color.a <= kBreath ? CAIRO_ANTIALIAS_NONE
                                 : coarseEdges      ? CAIRO_ANTIALIAS_FAST
                                                    : CAIRO_ANTIALIAS_DEFAULT);
}

void CairoCanvas::addPath(const draw::Path& path) {
  const draw::Point* at = path.points().data();
  for (const auto verb : path.verbs()) {
    switch (verb) {
      case draw::Path::Verb::move:
        cairo_move_to(m_context, at[0].x, at[0].y);
        at += 1;
        break;
      case draw::Path::Verb::line:
        cairo_line_to(m_context, at[0].x, at[0].y);
        at += 1;
        break;
      case draw::Path::Verb::curve:
        cairo_curve_to(m_context, at[0].x, at[0].y, at[1].x, at[1].y, at[2].x, at[2].y);
        at += 3;
        break;
      case draw::Path::Verb::close:
        cairo_close_path(m_context);
        break;
    }
  }
}

void CairoCanvas::clip(const draw::Path& path) {
  cairo_new_path(m_context);
  addPath(path);
  cairo_set_antialias(m_context, CAIRO_ANTIALIAS_DEFAULT);
  cairo_clip(m_context);
}

void CairoCanvas::fill(const draw::Path& path, draw::Color color) {
  cairo_new_path(m_context);
  addPath(path);
  setSource(color);
  cairo_fill(m_context);
}

void CairoCanvas::stroke(const draw::Path& path, const draw::Stroke& stroke) {
  cairo_new_path(m_context);
  addPath(path);
  setSource(stroke.color, stroke.coarseEdges);
  cairo_set_line_width(m_context, stroke.width);
  cairo_set_dash(m_context, stroke.dash.data(), static_cast<int>(stroke.dash.size()), 0);
  cairo_set_line_cap(m_context, stroke.roundEnds ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join(m_context, stroke.roundEnds ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_stroke(m_context);
}

void CairoCanvas::glyphs(const draw::GlyphRun& run, draw::Point origin, draw::Color color) {
  // A run that can't touch what is being repainted costs nothing; marks reach little more than a size around
  // it.
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  cairo_clip_extents(m_context, &left, &top, &right, &bottom);
  if (origin.x - run.size > right || origin.x + run.width + run.size < left ||
      origin.y - 2 * run.size > bottom || origin.y + run.size < top)
    return;
  cairo_new_path(m_context);
  cairo_matrix_t outside;
  cairo_get_matrix(m_context, &outside);
  for (const auto& glyph : run.glyphs) {
    const draw::Path& outline = m_outlines.outline(run.face, glyph.id);
    if (outline.isEmpty()) continue;
    cairo_translate(m_context, origin.x + glyph.offset.x, origin.y + glyph.offset.y);
    cairo_scale(m_context, run.size, run.size);
    addPath(outline);
    cairo_set_matrix(m_context, &outside);
  }
  setSource(color);
  cairo_fill(m_context);
}

void CairoCanvas::image(const draw::Image& image, const draw::Rect& where) {
  if (where.isEmpty()) return;
  const Surface surface = surfaceOf(image);
  cairo_save(m_context);
  cairo_set_antialias(m_context, CAIRO_ANTIALIAS_DEFAULT);
  cairo_translate(m_context, where.x, where.y);
  cairo_scale(m_context, where.width / image.width, where.height / image.height);
  cairo_rectangle(m_context, 0, 0, image.width, image.height);
  cairo_set_source_surface(m_context, surface.get(), 0, 0);
  // Without padding the picture's edge would fade into what is under it.
  cairo_pattern_set_extend(cairo_get_source(m_context), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter(cairo_get_source(m_context), CAIRO_FILTER_GOOD);
  cairo_fill(m_context);
  cairo_restore(m_context);
}

}  // namespace unknot::raster

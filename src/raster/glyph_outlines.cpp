#include "raster/glyph_outlines.h"

#include "core/error.h"
#include "text/font_file.h"

namespace unknot::raster {
namespace {

using DrawFuncs = std::unique_ptr<hb_draw_funcs_t, text::Destroyer<hb_draw_funcs_destroy>>;

core::Path& pathOf(void* data) {
  return *static_cast<core::Path*>(data);
}

// The default of quadratic_to raises the curve to a cubic one, which is all a Path knows.
DrawFuncs makeDrawFuncs() {
  DrawFuncs funcs(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* path, hb_draw_state_t*, float x, float y, void*) {
        pathOf(path).moveTo({x, -y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* path, hb_draw_state_t*, float x, float y, void*) {
        pathOf(path).lineTo({x, -y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* path, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x,
         float y, void*) {
        pathOf(path).curveTo({x1, -y1}, {x2, -y2}, {x, -y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(
      funcs.get(), [](hb_draw_funcs_t*, void* path, hb_draw_state_t*, void*) { pathOf(path).close(); },
      nullptr, nullptr);
  return funcs;
}

}  // namespace

struct GlyphOutlines::Face {
  text::FontFile file;
  DrawFuncs funcs = makeDrawFuncs();
  std::unordered_map<std::uint32_t, core::Path> outlines;
};

GlyphOutlines::GlyphOutlines(std::shared_ptr<const text::FontLibrary> fonts) : m_fonts(std::move(fonts)) {
  if (m_fonts) m_faces.resize(m_fonts->size());
}

GlyphOutlines::~GlyphOutlines() = default;

GlyphOutlines::Face& GlyphOutlines::face(draw::FaceId id) {
  const auto index = static_cast<std::size_t>(id);
  if (id < 0 || index >= m_faces.size()) throw core::BugError("raster: a face that no typesetter gave out");
  if (m_faces[index]) return *m_faces[index];
  auto made = std::make_unique<Face>();
  made->file = text::openFont(m_fonts->face(id));
  m_faces[index] = std::move(made);
  return *m_faces[index];
}

const core::Path& GlyphOutlines::outline(draw::FaceId id, std::uint32_t glyph) {
  Face& from = face(id);
  const auto [place, isNew] = from.outlines.try_emplace(glyph);
  if (isNew) {
    core::Path path;
    hb_font_get_glyph_shape(from.file.font.get(), glyph, from.funcs.get(), &path);
    const double unit = 1 / from.file.unitsPerEm;
    place->second = path.transformed(core::Affine::scale(unit, unit));
  }
  return place->second;
}

}  // namespace unknot::raster

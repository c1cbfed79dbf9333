#include "raster/glyph_outlines.h"

#include <hb.h>

#include "core/error.h"

namespace unknot::raster {
namespace {

template <auto destroy>
struct Deleter {
  template <typename T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using Blob = std::unique_ptr<hb_blob_t, Deleter<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Deleter<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Deleter<hb_font_destroy>>;
using DrawFuncs = std::unique_ptr<hb_draw_funcs_t, Deleter<hb_draw_funcs_destroy>>;

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
  HbFont font;
  DrawFuncs funcs = makeDrawFuncs();
  double unit = 1;
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
  const text::FontFace& file = m_fonts->face(id);
  const Blob blob(hb_blob_create_from_file_or_fail(file.file.string().c_str()));
  if (!blob)
    throw core::StorageError(
        {"error.font", {{"file", file.file.filename().string()}, {"package", file.family}}, {}});
  const HbFace hbFace(hb_face_create(blob.get(), static_cast<unsigned>(file.index)));
  auto made = std::make_unique<Face>();
  made->font.reset(hb_font_create(hbFace.get()));
  made->unit = 1.0 / hb_face_get_upem(hbFace.get());
  m_faces[index] = std::move(made);
  return *m_faces[index];
}

const core::Path& GlyphOutlines::outline(draw::FaceId id, std::uint32_t glyph) {
  Face& from = face(id);
  const auto [place, isNew] = from.outlines.try_emplace(glyph);
  if (isNew) {
    core::Path path;
    hb_font_get_glyph_shape(from.font.get(), glyph, from.funcs.get(), &path);
    place->second = path.transformed(core::Affine::scale(from.unit, from.unit));
  }
  return place->second;
}

}  // namespace unknot::raster

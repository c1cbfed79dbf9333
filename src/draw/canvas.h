// What everything is drawn on: a PDF page, the screen, an image. y grows downwards, the origin is the upper
// left corner, one unit is a point (1/72 inch) on paper and a device-independent pixel on screen. A Canvas
// draws shaped glyphs, never strings: only `text` lays out, so that screen and paper break lines alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.h"
#include "core/photo.h"
#include "draw/color.h"
#include "draw/form_field.h"

namespace unknot::draw {

using core::Affine;
using core::Image;
using core::Path;
using core::Point;
using core::Rect;
using core::Size;

// Which of the typesetter's font faces; an index that only `text` gives out.
using FaceId = int;

struct Glyph {
  std::uint32_t id = 0;  // in the face
  Point offset;          // from the run's origin to this glyph's origin, in run units, y down
  double advance = 0;
  std::string text;  // source text of the cluster; "" for the later glyphs of one cluster
};

// Glyphs of one face and size, in visual order from left to right.
struct GlyphRun {
  FaceId face = 0;
  double size = 12;
  bool rightToLeft = false;
  std::vector<Glyph> glyphs;
  double width = 0;
};

struct Stroke {
  Color color;
  double width = 1;
  std::vector<double> dash;  // on, off ...; empty is solid
  bool roundEnds = true;     // round caps and joins; else butt and mitre
  // A light line between surfaces, where nobody sees a quarter of a pixel: back ends with pixels may sample
  // its edges coarsely, which halves the work.
  bool coarseEdges = false;
};

// What a piece of a page is, for readers that can't see it (tagged PDF). Back ends without tags ignore it.
enum class Role {
  artifact,
  heading1,
  heading2,
  heading3,
  paragraph,
  list,
  listItem,
  label,
  table,
  row,
  headerCell,
  cell,
  figure
};

class Canvas {
 public:
  virtual ~Canvas() = default;

  // Transform and clip. Calls pair up; at most 20 deep.
  virtual void save() = 0;
  virtual void restore() = 0;
  virtual void transform(const Affine& map) = 0;
  virtual void clip(const Path& path) = 0;

  // Non-zero winding.
  virtual void fill(const Path& path, Color color) = 0;
  virtual void stroke(const Path& path, const Stroke& stroke) = 0;
  // `origin` is the left end of the baseline.
  virtual void glyphs(const GlyphRun& run, Point origin, Color color) = 0;
  virtual void image(const Image& image, const Rect& where) = 0;

  // Everything drawn between belongs to one element; elements nest. `alternative` speaks for a figure.
  virtual void beginElement(Role, std::string_view /*alternative*/) {}
  virtual void endElement() {}
  // The area opens `address` where the back end knows links.
  virtual void link(const Rect&, std::string_view /*address*/) {}
  // The area can be filled in where the back end knows forms.
  virtual void field(const Rect&, const FormField&) {}
};

// Pairs save and restore.
class CanvasState {
 public:
  explicit CanvasState(Canvas& canvas) : m_canvas(canvas) { m_canvas.save(); }
  ~CanvasState() { m_canvas.restore(); }
  CanvasState(const CanvasState&) = delete;
  CanvasState& operator=(const CanvasState&) = delete;

 private:
  Canvas& m_canvas;
};

}  // namespace unknot::draw

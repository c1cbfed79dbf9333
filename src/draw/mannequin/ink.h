// What all parts of the mannequin are drawn with. Outlines are stroked at double width before anything is
// filled: fills cover the inner half, so that lines inside the body vanish without a union of paths. Internal
// to `draw`.
#pragma once

#include <vector>

#include "draw/mannequin.h"
#include "draw/mannequin/flesh.h"
#include "draw/mannequin/geometry.h"

namespace unknot::draw::mannequin {

struct Ink {
  Canvas& canvas;
  const MannequinStyle& style;

  const Flesh& flesh() const { return fleshOf(style.build); }
  // Shade and lines on skin.
  Color onSkin(Color skin, double share) const { return lineOnSkin(style, skin, share); }

  void fill(const Path& path, Color color) const { canvas.fill(path, color); }
  // `weight` is a share of the style's line width.
  void line(const Path& path, Color color, double weight = 1) const {
    canvas.stroke(path, {color, style.lineWidth * weight, {}, true});
  }
  void curve(const std::vector<Point>& points, Color color, double weight) const {
    line(Path::smooth(points, false), color, weight);
  }
  void outline(const Path& path) const { line(path, style.line, 2); }
  // `inner` limited to `area`.
  void fillInside(const Path& area, const Path& inner, Color color) const {
    const CanvasState state(canvas);
    canvas.clip(area);
    canvas.fill(inner, color);
  }
};

// In shadow, or a line within a surface.
constexpr Color darker(Color color, double share) {
  return mixed(color, rgb(0x20303C), share);
}
constexpr Color lighter(Color color, double share) {
  return mixed(color, rgb(0xFFFFFF), share);
}

// A limb on the far side lies in the shade of the body.
struct LimbColors {
  Color skin, trousers, shirt;
  LimbColors(const MannequinStyle& style, bool far)
      : skin(far ? style.skinFar : style.skin),
        trousers(far ? mixed(style.trousers, rgb(0x1E2C38), .38) : style.trousers),
        shirt(far ? mixed(style.shirt, rgb(0x1E4A50), .38) : style.shirt) {}
};

// A point given along and across a direction.
struct Frame {
  Point origin;
  Point along;
  Point side;
  Point operator()(double a, double s) const { return origin + along * a + side * s; }
};

}  // namespace unknot::draw::mannequin

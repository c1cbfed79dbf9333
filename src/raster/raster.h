// The Cairo side of Canvas: pixels for the screen, PNG, SVG.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "draw/canvas.h"
#include "text/pango_typesetter.h"

namespace unknot::raster {

// Pixels in Cairo's RGB24/ARGB32 order (native 32-bit words, premultiplied), kept between paintings.
class Picture {
 public:
  // `scale` device pixels a unit. An opaque picture is filled with white first, the other one is clear.
  Picture(int widthPx, int heightPx, double scale, bool opaque,
          std::shared_ptr<const text::FontLibrary> fonts);
  ~Picture();
  Picture(const Picture&) = delete;
  Picture& operator=(const Picture&) = delete;

  int widthPx() const;
  int heightPx() const;
  double scale() const;
  // Draws on top of what is there, limited to `dirty` (in units) where it is not empty.
  void paint(const std::function<void(draw::Canvas&)>& drawing, const draw::Rect& dirty = {});
  void clear(draw::Color color, const draw::Rect& dirty = {});
  // Copies `source` pixel by pixel.
  void copyFrom(const Picture& source, const draw::Rect& dirty = {});
  // heightPx rows of strideBytes; 0xAARRGGBB words, premultiplied.
  const std::uint8_t* pixels() const;
  int strideBytes() const;
  draw::Image toImage() const;  // straight RGBA
  std::string toPng() const;

 private:
  friend class CairoPainting;
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

// The drawing as an SVG file of the given size in points; text becomes outlines.
std::string toSvg(draw::Size size, std::shared_ptr<const text::FontLibrary> fonts,
                  const std::function<void(draw::Canvas&)>& drawing);

}  // namespace unknot::raster

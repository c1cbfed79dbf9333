// Pictures compared pixel by pixel.
#pragma once

#include <cmath>
#include <cstdint>
#include <functional>

#include "drawn.h"
#include "raster/raster.h"
#include "support/fonts.h"

namespace unknot::test {

// On white.
inline draw::Image painted(int width, int height, const std::function<void(draw::Canvas&)>& drawing,
                           double scale = 1) {
  raster::Picture picture(static_cast<int>(width * scale), static_cast<int>(height * scale), scale, true,
                          testFonts());
  picture.paint(drawing);
  return picture.toImage();
}

inline const std::uint8_t* bytesAt(const draw::Image& image, int x, int y) {
  return &image.rgba[static_cast<std::size_t>(y * image.width + x) * 4];
}

inline draw::Color pixel(const draw::Image& image, draw::Point at) {
  const auto* p = bytesAt(image, static_cast<int>(std::lround(at.x)), static_cast<int>(std::lround(at.y)));
  return {p[0] / 255.0, p[1] / 255.0, p[2] / 255.0, 1};
}

// As a printer without colour has it, 0 to 255.
inline double grey(const std::uint8_t* rgb) {
  return .2126 * rgb[0] + .7152 * rgb[1] + .0722 * rgb[2];
}

inline bool close(draw::Color a, draw::Color b, double by = .02) {
  return std::abs(a.r - b.r) < by && std::abs(a.g - b.g) < by && std::abs(a.b - b.b) < by;
}

// Pixels outside `except` of which a channel differs by more than `least`.
inline int differing(const draw::Image& a, const draw::Image& b, const draw::Rect& except, int least) {
  int count = 0;
  for (int y = 0; y < a.height; ++y)
    for (int x = 0; x < a.width; ++x) {
      if (except.contains({x + .5, y + .5})) continue;
      for (int channel = 0; channel < 3; ++channel)
        if (std::abs(bytesAt(a, x, y)[channel] - bytesAt(b, x, y)[channel]) > least) {
          ++count;
          break;
        }
    }
  return count;
}

// Pixels inside `within` that differ by more than `least` in grey.
inline int differingInGrey(const draw::Image& a, const draw::Image& b, const draw::Rect& within,
                           double least) {
  int count = 0;
  for (int y = 0; y < a.height; ++y)
    for (int x = 0; x < a.width; ++x)
      if (within.contains({x + .5, y + .5}) &&
          std::abs(grey(bytesAt(a, x, y)) - grey(bytesAt(b, x, y))) > least)
        ++count;
  return count;
}

// The shipped artwork pulled out of shape: the same regions, other paths.
inline domain::BodyAtlas stretchedAtlas(double across, double down) {
  const auto map = draw::Affine::scale(across, down);
  auto views = shippedAtlas().views();
  for (auto& view : views) {
    view.size = {view.size.width * across, view.size.height * down};
    view.outline = view.outline.transformed(map);
    for (auto& line : view.lines) line.path = line.path.transformed(map);
  }
  auto regions = shippedAtlas().regions();
  for (auto& region : regions)
    for (auto& [view, shape] : region.shapes) {
      shape.path = shape.path.transformed(map);
      shape.label = map.apply(shape.label);
      shape.labelRadius *= std::min(across, down);
    }
  return {std::move(views), std::move(regions)};
}

}  // namespace unknot::test

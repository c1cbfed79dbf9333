#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace unknot::draw {

// sRGB, 0 to 1, not premultiplied.
struct Color {
  double r = 0, g = 0, b = 0, a = 1;
  friend bool operator==(const Color&, const Color&) = default;
};

// 0xRRGGBB
constexpr Color rgb(std::uint32_t hex, double alpha = 1) {
  return {((hex >> 16) & 255) / 255.0, ((hex >> 8) & 255) / 255.0, (hex & 255) / 255.0, alpha};
}

// "#1f6e6b"; nothing for any other text.
std::optional<Color> parseHex(std::string_view text);

// a at t = 0, b at t = 1.
constexpr Color mixed(Color a, Color b, double t) {
  return {a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t, a.a + (b.a - a.a) * t};
}

// WCAG 2 contrast ratio, 1 to 21, of opaque colours.
double contrast(Color a, Color b);

}  // namespace unknot::draw

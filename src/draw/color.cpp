#include "draw/color.h"

#include <charconv>

#include <algorithm>
#include <cmath>

namespace unknot::draw {
namespace {

double luminance(Color c) {
  const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

double contrast(Color a, Color b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

std::optional<Color> parseHex(std::string_view text) {
  constexpr std::size_t kLength = 7;
  if (text.size() != kLength || text.front() != '#') return {};
  std::uint32_t hex = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + 1, end, hex, 16);
  if (read.ec != std::errc{} || read.ptr != end) return {};
  return rgb(hex);
}

}  // namespace unknot::draw

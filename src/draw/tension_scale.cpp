// The colours of the body map.
#include <array>

#include "draw/body_map_figure.h"

namespace unknot::draw {
namespace {

constexpr std::array<Color, 5> kScale{rgb(0xDFE9E5), rgb(0xF6D37F), rgb(0xEEA44F), rgb(0xC6502B),
                                      rgb(0x931E34)};
constexpr Color kDarkInk = rgb(0x1F2A33);
constexpr Color kLightInk = rgb(0xFFFFFF);

}  // namespace

Color tensionColor(domain::Tension tension) {
  return kScale.at(static_cast<std::size_t>(tension.value()));
}

Color tensionInk(domain::Tension tension) {
  const Color ground = tensionColor(tension);
  return contrast(ground, kDarkInk) >= contrast(ground, kLightInk) ? kDarkInk : kLightInk;
}

BodyMapColors BodyMapColors::paper() {
  return {rgb(0x55636E), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xCFD6DB), rgb(0x55636E), rgb(0x0B4F55),
          rgb(0xFFFFFF), rgb(0xDEE3E6), rgb(0x84919A), rgb(0x8A4B08), rgb(0x8478BE), rgb(0x4A3C93)};
}

BodyMapColors BodyMapColors::light() {
  return paper();
}

BodyMapColors BodyMapColors::dark() {
  return {rgb(0x93A2AD), rgb(0x1D252B), rgb(0x262F36), rgb(0x44515B), rgb(0xB4C0C8), rgb(0x7BE3DC),
          rgb(0x0E1519), rgb(0x3A464F), rgb(0x8B99A3), rgb(0xF0B86A), rgb(0x7567B8), rgb(0xC9C0F2)};
}

}  // namespace unknot::draw

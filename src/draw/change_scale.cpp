#include "draw/change_scale.h"

#include <algorithm>
#include <array>

namespace unknot::draw {
namespace {

// From -4 to 4.
constexpr std::array<Color, 2 * kMostChange + 1> kScale{rgb(0x649BC1), rgb(0x84AFCE), rgb(0xA5C5DC),
                                                        rgb(0xC3D8E8), rgb(0xECE9E2), rgb(0x876E59),
                                                        rgb(0x735A47), rgb(0x5F4839), rgb(0x4A362A)};
constexpr Color kDarkInk = rgb(0x1F2A33);
constexpr Color kLightInk = rgb(0xFFFFFF);

// Of the font size.
constexpr double kHeight = .76;
constexpr double kWidth = .6;

}  // namespace

Color changeColor(int change) {
  const int step = std::clamp(change, -kMostChange, kMostChange) + kMostChange;
  return kScale.at(static_cast<std::size_t>(step));
}

Color changeInk(int change) {
  const Color ground = changeColor(change);
  return contrast(ground, kDarkInk) >= contrast(ground, kLightInk) ? kDarkInk : kLightInk;
}

double changeSignWidth(double size) {
  return kWidth * size;
}

Path changeSign(int change, Point centre, double size) {
  const double half = kWidth / 2 * size;
  Path sign;
  if (change == 0) {
    const double thick = .115 * size;
    const double apart = .16 * size;
    for (const double y : {-apart, apart})
      sign.append(Path::rectangle({centre.x - half, centre.y + y - thick / 2, 2 * half, thick}));
    return sign;
  }
  const double shaft = .082 * size;
  const double down = change < 0 ? 1 : -1;
  const double tip = down * kHeight / 2 * size;
  const double wing = tip - down * .4 * size;
  for (const Point p : {Point{-shaft, -tip},
                        {shaft, -tip},
                        {shaft, wing},
                        {half, wing},
                        {0, tip},
                        {-half, wing},
                        {-shaft, wing}})
    sign.isEmpty() ? sign.moveTo(centre + p) : sign.lineTo(centre + p);
  sign.close();
  return sign;
}

}  // namespace unknot::draw

#include <algorithm>

#include "draw/mannequin.h"

namespace unknot::draw {
namespace {

using domain::HairColor;
using domain::SkinTone;

// On brown and dark skin shade is warm and deep instead of blue, and every line darker, or it would not show.
void setSkin(MannequinStyle& style, SkinTone tone) {
  switch (tone) {
    case SkinTone::pale:
      style.skin = rgb(0xF5D9C8);
      style.skinFar = rgb(0xD2B3A1);
      style.cheek = rgb(0xE88779);
      return;
    case SkinTone::light:
      return;
    case SkinTone::tan:
      style.skin = rgb(0xCF9B73);
      style.skinFar = rgb(0xA97B5A);
      style.skinInk = rgb(0x2A2A30);
      style.skinInkShare = 1.05;
      style.cheek = rgb(0xC8604C);
      style.lips = rgb(0x96443A);
      return;
    case SkinTone::brown:
      style.skin = rgb(0xA26F4E);
      style.skinFar = rgb(0x7E543A);
      style.skinInk = rgb(0x24140F);
      style.skinInkShare = 1.3;
      style.cheek = rgb(0xA84C3A);
      style.lips = rgb(0x7A3029);
      style.line = rgb(0x231C1D);
      return;
    case SkinTone::dark:
      style.skin = rgb(0x774D38);
      style.skinFar = rgb(0x5B392A);
      style.skinInk = rgb(0x120A08);
      style.skinInkShare = 1.7;
      style.cheek = rgb(0x8E3F30);
      style.lips = rgb(0x5E2420);
      style.line = rgb(0x110C0B);
      return;
  }
}

Color colorOf(HairColor color) {
  switch (color) {
    case HairColor::black:
      return rgb(0x272324);
    case HairColor::brown:
      return MannequinStyle{}.hair;
    case HairColor::blond:
      return rgb(0xD8B26B);
    case HairColor::red:
      return rgb(0xA8522D);
    case HairColor::grey:
      return rgb(0xB3B4B3);
  }
  return {};
}

}  // namespace

MannequinStyle mannequinStyle(const domain::FigureLook& look, domain::BodyBuild build) {
  MannequinStyle style;
  setSkin(style, look.skin);
  style.hair = style.brow = colorOf(look.hairColor);
  style.hairStyle = look.hair;
  style.build = build;
  // Brows of fair hair are darker than it, and none may vanish in the skin.
  if (look.hairColor == HairColor::blond || look.hairColor == HairColor::grey)
    style.brow = mixed(style.hair, rgb(0x3A2A1E), .45);
  if (look.hair == domain::HairStyle::none || contrast(style.brow, style.skin) < 1.5)
    style.brow = lineOnSkin(style, style.skin, .42);
  return style;
}

Color lineOnSkin(const MannequinStyle& style, Color skin, double share) {
  return mixed(skin, style.skinInk, std::min(.9, share * style.skinInkShare));
}

}  // namespace unknot::draw

// How the figure of exercise pictures looks, so that clients meet somebody like themselves. The body's build
// is in domain/body_build.h.
#pragma once

#include <string_view>

namespace unknot::domain {

enum class SkinTone { pale, light, tan, brown, dark };
enum class HairStyle { cropped, curly, tied, longHair, none };
enum class HairColor { black, brown, blond, red, grey };

struct FigureLook {
  SkinTone skin = SkinTone::light;
  HairStyle hair = HairStyle::cropped;
  HairColor hairColor = HairColor::brown;
  friend bool operator==(const FigureLook&, const FigureLook&) = default;
};

// "pale" ...; "long" and "none" among the styles. Parsing throws InputError ("error.choice").
std::string_view toString(SkinTone skin);
SkinTone skinToneFrom(std::string_view text);
std::string_view toString(HairStyle hair);
HairStyle hairStyleFrom(std::string_view text);
std::string_view toString(HairColor color);
HairColor hairColorFrom(std::string_view text);

}  // namespace unknot::domain

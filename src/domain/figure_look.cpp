#include "domain/figure_look.h"

#include "domain/choice.h"

namespace unknot::domain {
namespace {

constexpr Choices<SkinTone, 5> kSkins{{{SkinTone::pale, "pale"},
                                       {SkinTone::light, "light"},
                                       {SkinTone::tan, "tan"},
                                       {SkinTone::brown, "brown"},
                                       {SkinTone::dark, "dark"}}};
constexpr Choices<HairStyle, 5> kHair{{{HairStyle::cropped, "cropped"},
                                       {HairStyle::curly, "curly"},
                                       {HairStyle::tied, "tied"},
                                       {HairStyle::longHair, "long"},
                                       {HairStyle::none, "none"}}};
constexpr Choices<HairColor, 5> kColors{{{HairColor::black, "black"},
                                         {HairColor::brown, "brown"},
                                         {HairColor::blond, "blond"},
                                         {HairColor::red, "red"},
                                         {HairColor::grey, "grey"}}};

}  // namespace

std::string_view toString(SkinTone skin) {
  return choiceText(kSkins, skin);
}
SkinTone skinToneFrom(std::string_view text) {
  return choiceFrom(kSkins, "skin", text);
}
std::string_view toString(HairStyle hair) {
  return choiceText(kHair, hair);
}
HairStyle hairStyleFrom(std::string_view text) {
  return choiceFrom(kHair, "hair", text);
}
std::string_view toString(HairColor color) {
  return choiceText(kColors, color);
}
HairColor hairColorFrom(std::string_view text) {
  return choiceFrom(kColors, "hairColor", text);
}

}  // namespace unknot::domain

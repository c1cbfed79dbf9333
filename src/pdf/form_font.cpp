#include "pdf/form_font.h"

#include <array>
#include <cmath>
#include <cstdint>

#include "pdf/font_subset.h"

namespace unknot::pdf {
namespace {

constexpr std::uint32_t kFirst = 32;
constexpr std::uint32_t kLast = 255;

// Windows code page 1252 where it differs from Latin 1: 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<std::uint32_t, 32> kOwn = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::uint32_t characterOf(std::uint32_t code) {
  return code >= 0x80 && code < 0xA0 ? kOwn[code - 0x80] : code;
}

double widthOf(const text::FontFile& source, std::uint32_t character) {
  hb_codepoint_t glyph = 0;
  if (character == 0 || hb_font_get_nominal_glyph(source.font.get(), character, &glyph) == 0) return 0;
  return std::round(hb_font_get_glyph_h_advance(source.font.get(), glyph) * 1e5 / source.unitsPerEm) / 100;
}

}  // namespace

HPDF_Dict embedFormFont(Haru& haru, const text::FontFile& source) {
  const std::string name = "FILLIN+" + postscriptName(source);
  const SubsetInput input = subsetInput(Cmap::kept);
  for (std::uint32_t code = kFirst; code <= kLast; ++code)
    if (const std::uint32_t character = characterOf(code); character != 0)
      hb_set_add(hb_subset_input_unicode_set(input.get()), character);
  HPDF_Dict descriptor = haru.indirect();
  // Latin: its codes are those of the encoding.
  describeFont(haru, descriptor, source, name, 32, false);
  embedSubset(haru, descriptor, source, input);

  HPDF_Dict font = haru.indirect();
  haru.addName(font, "Type", "Font");
  haru.addName(font, "Subtype", "TrueType");
  haru.addName(font, "BaseFont", name.c_str());
  haru.addName(font, "Encoding", "WinAnsiEncoding");
  haru.addNumber(font, "FirstChar", static_cast<int>(kFirst));
  haru.addNumber(font, "LastChar", static_cast<int>(kLast));
  haru.add(font, "FontDescriptor", descriptor);
  HPDF_Array widths = haru.array();
  haru.add(font, "Widths", widths);
  for (std::uint32_t code = kFirst; code <= kLast; ++code)
    haru.addReal(widths, widthOf(source, characterOf(code)));
  return font;
}

}  // namespace unknot::pdf

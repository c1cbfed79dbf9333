#include "pdf/embedded_font.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "core/error.h"
#include "pdf/encode.h"
#include "pdf/font_subset.h"

namespace unknot::pdf {
namespace {

constexpr std::size_t kMostCodes = 32'000;  // libharu's arrays hold no more

std::string twoBytes(std::uint32_t value) {
  return {static_cast<char>(value >> 8 & 0xFF), static_cast<char>(value & 0xFF)};
}

}  // namespace

EmbeddedFont::EmbeddedFont(Haru& haru, const text::FontFile& source, bool italic)
    : m_haru(haru), m_source(source), m_italic(italic), m_font(haru.indirect()), m_glyphs(1) {}

std::uint16_t EmbeddedFont::code(std::uint32_t glyph, const std::string& text) {
  auto& codes = m_codes[glyph];
  for (const std::uint16_t known : codes)
    if (m_glyphs[known].text == text) return known;
  if (m_glyphs.size() >= kMostCodes) throw core::BugError("pdf: too many different glyphs in one font");
  codes.push_back(static_cast<std::uint16_t>(m_glyphs.size()));
  // Hundredths: whole numbers would be so far off that every other letter needed a correction.
  const double advance = hb_font_get_glyph_h_advance(m_source.font.get(), glyph);
  m_glyphs.push_back({glyph, text, std::round(advance * 1e5 / m_source.unitsPerEm) / 100});
  return codes.back();
}

// Six letters that differ between subsets of one font, made of the glyphs so that they are always the same.
std::string EmbeddedFont::subsetName() const {
  std::uint32_t hash = 2166136261U;
  for (const auto& shown : m_glyphs) hash = (hash ^ shown.glyph) * 16777619U;
  std::string name;
  for (int i = 0; i < 6; ++i) {
    name += static_cast<char>('A' + hash % 26);
    hash /= 26;
  }
  return name + '+' + postscriptName(m_source);
}

std::string EmbeddedFont::embedFile(HPDF_Dict descriptor) {
  const SubsetInput input = subsetInput(Cmap::dropped);
  for (const auto& shown : m_glyphs) hb_set_add(hb_subset_input_glyph_set(input.get()), shown.glyph);
  const SubsetPlan plan = embedSubset(m_haru, descriptor, m_source, input);

  const hb_map_t* newGlyphs = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  std::string glyphOfCode;
  for (const auto& shown : m_glyphs) {
    const hb_codepoint_t glyph = hb_map_get(newGlyphs, shown.glyph);
    glyphOfCode += twoBytes(glyph == HB_MAP_VALUE_INVALID ? 0 : glyph);
  }
  return glyphOfCode;
}

std::string EmbeddedFont::unicodeMap() const {
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  constexpr std::size_t kBlock = 100;  // as the format allows
  for (std::size_t start = 1; start < m_glyphs.size(); start += kBlock) {
    const std::size_t end = std::min(start + kBlock, m_glyphs.size());
    map += std::to_string(end - start) + " beginbfchar\n";
    for (std::size_t code = start; code < end; ++code) {
      // A later glyph of a cluster stands for nothing of its own: a zero-width space, since nothing is not
      // allowed.
      const std::string& text = m_glyphs[code].text;
      map += '<' + hex(twoBytes(static_cast<std::uint32_t>(code))) + "> <" +
             hex(utf16(text.empty() ? "\u200B" : text)) + ">\n";
    }
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

void EmbeddedFont::finish() {
  const std::string name = subsetName();
  HPDF_Dict descriptor = m_haru.indirect();
  HPDF_Dict descendant = m_haru.indirect();
  // Symbolic: its codes are its own.
  describeFont(m_haru, descriptor, m_source, name, 4, m_italic);
  const std::string glyphOfCode = embedFile(descriptor);

  m_haru.addName(m_font, "Type", "Font");
  m_haru.addName(m_font, "Subtype", "Type0");
  m_haru.addName(m_font, "BaseFont", name.c_str());
  m_haru.addName(m_font, "Encoding", "Identity-H");
  HPDF_Array descendants = m_haru.array();
  m_haru.add(m_font, "DescendantFonts", descendants);
  m_haru.add(descendants, descendant);
  m_haru.add(m_font, "ToUnicode", m_haru.stream(unicodeMap()));

  m_haru.addName(descendant, "Type", "Font");
  m_haru.addName(descendant, "Subtype", "CIDFontType2");
  m_haru.addName(descendant, "BaseFont", name.c_str());
  HPDF_Dict system = m_haru.direct();
  m_haru.add(descendant, "CIDSystemInfo", system);
  m_haru.addBytes(system, "Registry", "Adobe");
  m_haru.addBytes(system, "Ordering", "Identity");
  m_haru.addNumber(system, "Supplement", 0);
  m_haru.add(descendant, "FontDescriptor", descriptor);
  m_haru.add(descendant, "CIDToGIDMap", m_haru.stream(glyphOfCode));
  m_haru.addNumber(descendant, "DW", 0);
  HPDF_Array widths = m_haru.array();
  m_haru.add(descendant, "W", widths);
  m_haru.addNumber(widths, 0);
  HPDF_Array each = m_haru.array();
  m_haru.add(widths, each);
  for (const auto& shown : m_glyphs) m_haru.addReal(each, shown.width);
}

}  // namespace unknot::pdf

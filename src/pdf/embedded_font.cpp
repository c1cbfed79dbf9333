#include "pdf/embedded_font.h"

#include <hb-ot.h>
#include <hb-subset.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "core/error.h"
#include "pdf/encode.h"

namespace unknot::pdf {
namespace {

using SubsetInput = std::unique_ptr<hb_subset_input_t, text::Destroyer<hb_subset_input_destroy>>;
using SubsetPlan = std::unique_ptr<hb_subset_plan_t, text::Destroyer<hb_subset_plan_destroy>>;

constexpr std::size_t kMostCodes = 32'000;  // libharu's arrays hold no more

// What a PDF viewer never reads: shaping is done, and codes find their glyphs without a cmap.
constexpr std::array kDropped = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'), HB_TAG('p', 'o', 's', 't'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('D', 'S', 'I', 'G')};

std::string twoBytes(std::uint32_t value) {
  return {static_cast<char>(value >> 8 & 0xFF), static_cast<char>(value & 0xFF)};
}

std::string_view bytesOf(hb_blob_t* blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return {data, length};
}

std::string postscriptName(hb_face_t* face) {
  std::array<char, 80> buffer{};
  auto length = static_cast<unsigned>(buffer.size());
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, buffer.data());
  std::string name;
  for (const char c : std::string_view(buffer.data()))
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-') name += c;
  return name.empty() ? "Font" : name;
}

// xMin, yMin, xMax, yMax of the file's `head` table, in font units.
std::array<int, 4> boundingBox(hb_face_t* face) {
  const text::HbBlob head(hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd')));
  const std::string_view bytes = bytesOf(head.get());
  std::array<int, 4> box{};
  if (bytes.size() < 44) return box;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto high = static_cast<unsigned char>(bytes[36 + 2 * i]);
    const auto low = static_cast<unsigned char>(bytes[37 + 2 * i]);
    box[i] = static_cast<std::int16_t>(static_cast<std::uint16_t>(high << 8 | low));
  }
  return box;
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
  return name + '+' + postscriptName(m_source.face.get());
}

std::string EmbeddedFont::embedFile(HPDF_Dict descriptor) {
  const SubsetInput input(hb_subset_input_create_or_fail());
  if (!input) throw std::bad_alloc();
  for (const auto& shown : m_glyphs) hb_set_add(hb_subset_input_glyph_set(input.get()), shown.glyph);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  for (const hb_tag_t table : kDropped)
    hb_set_add(hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG), table);
  const SubsetPlan plan(hb_subset_plan_create_or_fail(m_source.face.get(), input.get()));
  const text::HbFace cut(plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr);
  if (!cut) throw core::BugError("pdf: the font " + postscriptName(m_source.face.get()) + " can't be cut");
  const text::HbBlob blob(hb_face_reference_blob(cut.get()));
  HPDF_Dict file = m_haru.stream(bytesOf(blob.get()));
  m_haru.addNumber(file, "Length1", static_cast<int>(bytesOf(blob.get()).size()));
  m_haru.add(descriptor, "FontFile2", file);

  const hb_map_t* newGlyphs = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  std::string glyphOfCode;
  for (const auto& shown : m_glyphs) {
    const hb_codepoint_t glyph = hb_map_get(newGlyphs, shown.glyph);
    glyphOfCode += twoBytes(glyph == HB_MAP_VALUE_INVALID ? 0 : glyph);
  }
  return glyphOfCode;
}

void EmbeddedFont::describe(HPDF_Dict descriptor, const std::string& name) {
  const double unit = 1000 / m_source.unitsPerEm;
  const auto scaled = [&](int value) { return static_cast<int>(std::lround(value * unit)); };
  hb_font_extents_t extents{};
  hb_font_get_h_extents(m_source.font.get(), &extents);
  hb_position_t capHeight = 0;
  hb_ot_metrics_get_position_with_fallback(m_source.font.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, &capHeight);
  const auto box = boundingBox(m_source.face.get());
  m_haru.addName(descriptor, "Type", "FontDescriptor");
  m_haru.addName(descriptor, "FontName", name.c_str());
  m_haru.addNumber(descriptor, "Flags", m_italic ? 68 : 4);  // symbolic (its own encoding); italic
  m_haru.addNumber(descriptor, "Ascent", scaled(extents.ascender));
  m_haru.addNumber(descriptor, "Descent", scaled(extents.descender));
  m_haru.addNumber(descriptor, "CapHeight", scaled(capHeight));
  m_haru.addNumber(descriptor, "ItalicAngle", m_italic ? -12 : 0);
  m_haru.addNumber(descriptor, "StemV", 80);
  m_haru.addBox(descriptor, "FontBBox",
                {static_cast<double>(scaled(box[0])), static_cast<double>(scaled(box[1])),
                 static_cast<double>(scaled(box[2]) - scaled(box[0])),
                 static_cast<double>(scaled(box[3]) - scaled(box[1]))});
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
  describe(descriptor, name);
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

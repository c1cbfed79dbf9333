// A font face in a PDF: the glyphs that were used, cut out of the file, and what text each of them stands
// for.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "pdf/haru.h"
#include "text/font_file.h"

namespace unknot::pdf {

class EmbeddedFont {
 public:
  // `source` is open while this lives.
  EmbeddedFont(Haru& haru, const text::FontFile& source, bool italic);

  // The font's dictionary, for a page's resources.
  HPDF_Dict dict() const { return m_font; }
  // The number under which a glyph that stands for `text` is shown. One glyph has several when it stands for
  // several texts. Throws core::BugError when there are more than a PDF font can number.
  std::uint16_t code(std::uint32_t glyph, const std::string& text);
  // The advance of a code, in thousandths of the font size.
  double width(std::uint16_t code) const { return m_glyphs[code].width; }
  // Writes everything; to be called once, when all pages are drawn.
  void finish();

 private:
  struct Shown {
    std::uint32_t glyph = 0;
    std::string text;
    double width = 0;
  };

  std::string subsetName() const;
  // Cuts the font file down; gives the map of codes to glyphs of the cut file.
  std::string embedFile(HPDF_Dict descriptor);
  std::string unicodeMap() const;

  Haru& m_haru;
  const text::FontFile& m_source;
  bool m_italic;
  HPDF_Dict m_font;
  std::unordered_map<std::uint32_t, std::vector<std::uint16_t>> m_codes;  // by glyph
  std::vector<Shown> m_glyphs;                                            // by code; 0 is "no such glyph"
};

}  // namespace unknot::pdf

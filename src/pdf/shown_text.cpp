#include "pdf/shown_text.h"

#include <cmath>

#include "pdf/encode.h"

namespace unknot::pdf {
namespace {

// A difference in thousandths of the size that is worth a number in the file; smaller ones add up until they
// are.
constexpr double kVisible = 0.5;
constexpr double kVisibleRise = 0.001;

// Writes one TJ array after the other: [<0001 0002> -20 <0003>] TJ.
class Shower {
 public:
  Shower(double size, std::string& to) : m_size(size), m_to(to) {}

  void glyph(std::uint16_t code, int width, draw::Point offset) {
    const double rise = -offset.y;
    if (std::abs(rise - m_rise) > kVisibleRise) setRise(rise);
    const double gap = (offset.x - m_pen) * 1000 / m_size;
    if (std::abs(gap) > kVisible) {
      openArray();
      closeString();
      const double written = std::round(gap * 10) / 10;
      appendNumber(m_to, -written, 1);
      m_pen += written * m_size / 1000;
    }
    openArray();
    if (!m_stringOpen) m_to += '<';
    m_stringOpen = true;
    m_to += hex({std::string{static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)}});
    m_pen += width * m_size / 1000;
  }

  void beginActualText(const std::string& text) {
    closeArray();
    m_to += "/Span <</ActualText <FEFF" + hex(utf16(text)) + ">>> BDC ";
  }

  void endActualText() {
    closeArray();
    m_to += "EMC ";
  }

  void finish() {
    closeArray();
    if (m_rise != 0) setRise(0);
  }

 private:
  void setRise(double rise) {
    closeArray();
    appendNumber(m_to, rise);
    m_to += "Ts ";
    m_rise = rise;
  }
  void openArray() {
    if (!m_arrayOpen) m_to += '[';
    m_arrayOpen = true;
  }
  void closeString() {
    if (m_stringOpen) m_to += '>';
    m_stringOpen = false;
  }
  void closeArray() {
    closeString();
    if (m_arrayOpen) m_to += "] TJ ";
    m_arrayOpen = false;
  }

  double m_size;
  std::string& m_to;
  double m_pen = 0;  // where the viewer stands, from the run's origin
  double m_rise = 0;
  bool m_arrayOpen = false;
  bool m_stringOpen = false;
};

}  // namespace

void showRun(const draw::GlyphRun& run, EmbeddedFont& font, std::string& to) {
  Shower shower(run.size, to);
  for (std::size_t first = 0; first < run.glyphs.size();) {
    std::size_t end = first + 1;
    while (end < run.glyphs.size() && run.glyphs[end].text.empty()) ++end;
    // A code stands for the text of one glyph; several glyphs for one text (marks, syllables) need it said
    // beside them.
    const bool several = end - first > 1;
    if (several) shower.beginActualText(run.glyphs[first].text);
    for (std::size_t i = first; i < end; ++i) {
      const std::uint16_t code = font.code(run.glyphs[i].id, run.glyphs[i].text);
      shower.glyph(code, font.width(code), run.glyphs[i].offset);
    }
    if (several) shower.endActualText();
    first = end;
  }
  shower.finish();
}

}  // namespace unknot::pdf

#include "pdf/shown_text.h"

#include <cmath>
#include <vector>

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
  Shower(double size, double unit, std::string& to) : m_size(size), m_unit(unit), m_to(to) {}

  void glyph(std::uint16_t code, double width, draw::Point offset) {
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
    appendHex(m_to, code);
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
    appendNumber(m_to, rise * m_unit);
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
  double m_unit;
  std::string& m_to;
  double m_pen = 0;  // where the viewer stands, from the run's origin
  double m_rise = 0;
  bool m_arrayOpen = false;
  bool m_stringOpen = false;
};

// Glyphs that are read as one: a cluster, with the marks that stand on it.
struct Unit {
  std::size_t first = 0;
  std::size_t end = 0;
  bool isMark = false;
};

Unit clusterAt(const draw::GlyphRun& run, std::size_t first) {
  const std::string& text = run.glyphs[first].text;
  // A space that fell into a line's end has no width either.
  Unit unit{first, first + 1, run.glyphs[first].advance == 0 && text != " " && text != "\t"};
  for (; unit.end < run.glyphs.size() && run.glyphs[unit.end].text.empty(); ++unit.end)
    unit.isMark = unit.isMark && run.glyphs[unit.end].advance == 0;
  return unit;
}

// In reading order, which in a run from right to left is that of its glyphs from the end.
std::string textOf(const Unit& unit, const draw::GlyphRun& run) {
  std::string text;
  for (std::size_t i = unit.first; i < unit.end; ++i)
    text.insert(run.rightToLeft ? 0 : text.size(), run.glyphs[i].text);
  return text;
}

// Readers take a mark that is placed by itself for a line of its own: it belongs to its letter, which stands
// before it in reading order.
std::vector<Unit> unitsOf(const draw::GlyphRun& run) {
  std::vector<Unit> units;
  for (std::size_t first = 0; first < run.glyphs.size(); first = units.back().end) {
    const Unit unit = clusterAt(run, first);
    const bool joins = !units.empty() && (run.rightToLeft ? units.back().isMark : unit.isMark);
    if (!joins) {
      units.push_back(unit);
      continue;
    }
    Unit& before = units.back();
    before.end = unit.end;
    before.isMark = before.isMark && unit.isMark;
  }
  return units;
}

}  // namespace

void showRun(const draw::GlyphRun& run, EmbeddedFont& font, double fileUnit, std::string& to) {
  Shower shower(run.size, fileUnit, to);
  for (const Unit& unit : unitsOf(run)) {
    // A code stands for the text of one glyph; several glyphs for one text (marks, syllables) need it said.
    const bool several = unit.end - unit.first > 1;
    if (several) shower.beginActualText(textOf(unit, run));
    for (std::size_t i = unit.first; i < unit.end; ++i) {
      const std::uint16_t code = font.code(run.glyphs[i].id, run.glyphs[i].text);
      shower.glyph(code, font.width(code), run.glyphs[i].offset);
    }
    if (several) shower.endActualText();
  }
  shower.finish();
}

}  // namespace unknot::pdf

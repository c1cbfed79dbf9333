#include "text/line_setting.h"

#include <algorithm>
#include <utility>

namespace unknot::text {
namespace {

using draw::Glyph;
using draw::GlyphRun;
using draw::TextLine;

// White space at the end of a line takes no room; it stays in the run for those who read the text.
void dropTrailingSpace(TextLine& line, bool rightToLeft) {
  const auto isBlank = [](const Glyph& glyph) { return glyph.text == " " || glyph.text == "\t"; };
  const auto shrink = [&](GlyphRun& run, auto begin, auto end) {
    for (auto glyph = begin; glyph != end; ++glyph) {
      if (!isBlank(*glyph)) return false;
      glyph->advance = 0;
    }
    return !run.glyphs.empty();
  };
  if (rightToLeft) {
    for (auto placed = line.runs.begin(); placed != line.runs.end(); ++placed)
      if (!shrink(placed->run, placed->run.glyphs.begin(), placed->run.glyphs.end())) break;
  } else {
    for (auto placed = line.runs.rbegin(); placed != line.runs.rend(); ++placed)
      if (!shrink(placed->run, placed->run.glyphs.rbegin(), placed->run.glyphs.rend())) break;
  }
}

// Advances into places: of glyphs in their run and of runs in their line.
void place(TextLine& line) {
  line.width = 0;
  for (auto& placed : line.runs) {
    placed.x = line.width;
    placed.run.width = 0;
    for (auto& glyph : placed.run.glyphs) {
      glyph.offset.x += placed.run.width;
      placed.run.width += glyph.advance;
    }
    line.width += placed.run.width;
  }
}

}  // namespace

void setLine(TextLine& line, bool rightToLeft, double emptySize, const Extents& main) {
  double size = 0;
  for (const auto& placed : line.runs) size = std::max(size, placed.run.size);
  if (size == 0) size = emptySize;
  line.ascent = main.ascent * size;
  line.descent = main.descent * size;
  dropTrailingSpace(line, rightToLeft);
  place(line);
}

void ParagraphSetter::add(TextLine line, bool rightToLeft) {
  // The largest letters of a line set its height; what is left over is shared above and below.
  const double size = (line.ascent + line.descent) / (m_main.ascent + m_main.descent);
  const double lead = size * m_lineHeight - line.ascent - line.descent;
  m_block.baselines.push_back(m_block.height + lead / 2 + line.ascent);
  m_block.height += size * m_lineHeight;
  m_block.width = std::max(m_block.width, line.width);
  m_block.lines.push_back(std::move(line));
  m_rightToLeft.push_back(rightToLeft);
}

draw::TextBlock ParagraphSetter::finish(double width, draw::Align align) {
  if (width > 0) m_block.width = width;
  for (std::size_t i = 0; i < m_block.lines.size(); ++i) {
    const double room = m_block.width - m_block.lines[i].width;
    const bool atRight = (align == draw::Align::right) != m_rightToLeft[i];
    m_block.xs.push_back(align == draw::Align::centre ? room / 2 : atRight ? room : 0);
  }
  return std::move(m_block);
}

}  // namespace unknot::text

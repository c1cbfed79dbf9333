#include "text/shaped_line.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace unknot::text {
namespace {

// By how much of its size the end of a line may move when its letters are shaped anew; no kerning pair comes
// near it, nor a wide space that is not drawn.
constexpr double kLargestKerning = 1;

}  // namespace

ShapedLine::ShapedLine(draw::TextLine whole, std::vector<End> ends)
    : m_whole(std::move(whole)), m_ends(std::move(ends)), m_pens{0} {
  m_pens.reserve(m_ends.size() + 1);
  for (const auto& placed : m_whole.runs) {
    m_slack = std::max(m_slack, placed.run.size * kLargestKerning);
    for (const auto& glyph : placed.run.glyphs) m_pens.push_back(m_pens.back() + glyph.advance);
  }
}

std::optional<std::size_t> ShapedLine::endOfLine(std::size_t first, double width) const {
  std::optional<std::size_t> best;
  bool certain = false;
  for (std::size_t i = first; i < m_ends.size(); ++i) {
    if (m_ends[i] == End::no) continue;
    // The space before the break takes no room.
    const double taken = m_pens[m_ends[i] == End::space ? i : i + 1] - m_pens[first];
    const bool known = m_ends[i] == End::space || i + 1 == m_ends.size();
    if (taken > width + (known ? 0 : m_slack)) break;
    best = i + 1;
    certain = known;
  }
  return certain ? best : std::nullopt;
}

draw::TextLine ShapedLine::cut(std::size_t first, std::size_t end) const {
  draw::TextLine line;
  std::size_t begin = 0;
  for (const auto& placed : m_whole.runs) {
    const auto& glyphs = placed.run.glyphs;
    const std::size_t from = std::max(first, begin);
    const std::size_t to = std::min(end, begin + glyphs.size());
    if (from < to) {
      draw::GlyphRun run{placed.run.face, placed.run.size, false, {}, 0};
      run.glyphs.assign(glyphs.begin() + static_cast<std::ptrdiff_t>(from - begin),
                        glyphs.begin() + static_cast<std::ptrdiff_t>(to - begin));
      line.runs.push_back({std::move(run), 0, placed.color, placed.link});
    }
    begin += glyphs.size();
  }
  return line;
}

std::optional<draw::TextBlock> ShapedLine::paragraph(double width, double lineHeight, draw::Align align,
                                                     const Extents& main) const {
  ParagraphSetter setter(main, lineHeight);
  // Pango counts in 1/1024 of a point.
  const double room = std::floor(width * 1024) / 1024;
  for (std::size_t first = 0; first < m_ends.size();) {
    const auto end = endOfLine(first, room);
    if (!end) return {};
    draw::TextLine line = cut(first, *end);
    setLine(line, false, 0, main);
    setter.add(std::move(line), false);
    first = *end;
  }
  return setter.finish(width, align);
}

}  // namespace unknot::text

// A text on one endless line, shaped once and then cut into lines of any width. Private to `text`.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "draw/typesetter.h"
#include "text/line_setting.h"

namespace unknot::text {

class ShapedLine {
 public:
  // Whether a line may end behind a glyph. Behind a space the letters on either side know nothing of each
  // other; behind anything else (a hyphen, a letter of a script without spaces) they may be shaped otherwise
  // when they part.
  enum class End : char { no, space, other };

  // `whole` goes from left to right, with advances but without places. Of `ends` there is one a glyph.
  ShapedLine(draw::TextLine whole, std::vector<End> ends);

  // Each line takes as many words as fit. Nothing where that takes a look at the letters: a line would have
  // to end within a word, or behind something else than a space.
  std::optional<draw::TextBlock> paragraph(double width, double lineHeight, draw::Align align,
                                           const Extents& main) const;

 private:
  // One behind the last glyph of the line that begins with `first`.
  std::optional<std::size_t> endOfLine(std::size_t first, double width) const;
  draw::TextLine cut(std::size_t first, std::size_t end) const;

  draw::TextLine m_whole;
  std::vector<End> m_ends;
  std::vector<double> m_pens;  // where each glyph begins, and the last one ends
  double m_slack = 0;
};

}  // namespace unknot::text

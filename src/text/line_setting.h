// From glyphs and their advances to lines, and from lines to a paragraph. Private to `text`.
#pragma once

#include <vector>

#include "draw/typesetter.h"

namespace unknot::text {

// Ascent and descent of the main face for a font size of 1.
struct Extents {
  double ascent = 1;
  double descent = 0.3;
};

// Gives runs and glyphs their places, and the line its width, ascent and descent. A line without runs is as
// high as one of `emptySize`.
void setLine(draw::TextLine& line, bool rightToLeft, double emptySize, const Extents& main);

// Lines from top to bottom become a paragraph.
class ParagraphSetter {
 public:
  ParagraphSetter(const Extents& main, double lineHeight) : m_main(main), m_lineHeight(lineHeight) {}
  void add(draw::TextLine line, bool rightToLeft);
  // `width` 0 is as wide as the widest line.
  draw::TextBlock finish(double width, draw::Align align);

 private:
  const Extents& m_main;
  double m_lineHeight;
  draw::TextBlock m_block;
  std::vector<bool> m_rightToLeft;
};

}  // namespace unknot::text

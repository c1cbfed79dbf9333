// A typesetter whose every character is half its size wide, so that line breaks and page breaks can be
// counted by hand.
#pragma once

#include "draw/typesetter.h"

namespace unknot::test {

class FixedTypesetter : public draw::Typesetter {
 public:
  draw::TextLine line(std::string_view text, const draw::TextStyle& style) override;
  // Breaks at spaces and newlines, and inside a word that is wider than the line. All lines of a paragraph
  // are `lineHeight` times the first span's size high.
  draw::TextBlock paragraph(const std::vector<draw::TextSpan>& spans,
                            const draw::ParagraphStyle& style) override;
};

}  // namespace unknot::test

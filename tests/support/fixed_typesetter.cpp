#include "support/fixed_typesetter.h"

namespace unknot::test {
namespace {

// One code point and how it looks.
struct Letter {
  std::string text;
  const draw::TextSpan* span;
};

std::vector<Letter> lettersOf(const std::vector<draw::TextSpan>& spans) {
  std::vector<Letter> letters;
  for (const auto& span : spans) {
    for (const char c : span.text) {
      if ((static_cast<unsigned char>(c) & 0xC0) == 0x80 && !letters.empty())
        letters.back().text += c;
      else
        letters.push_back({std::string(1, c), &span});
    }
  }
  return letters;
}

draw::TextLine lineOf(const Letter* first, const Letter* last) {
  draw::TextLine line;
  for (const Letter* letter = first; letter != last; ++letter) {
    const auto& style = letter->span->style;
    const double advance = style.size / 2;
    if (letter == first || letter->span != (letter - 1)->span) {
      draw::GlyphRun run;
      run.face = style.weight == draw::Weight::semibold ? 1 : 0;
      run.size = style.size;
      line.runs.push_back({run, line.width, style.color, letter->span->link});
    }
    auto& run = line.runs.back().run;
    run.glyphs.push_back({1, {run.width, 0}, advance, letter->text});
    run.width += advance;
    line.width += advance;
    line.ascent = std::max(line.ascent, style.size * 0.8);
    line.descent = std::max(line.descent, style.size * 0.2);
  }
  return line;
}

}  // namespace

draw::TextLine FixedTypesetter::line(std::string_view text, const draw::TextStyle& style) {
  const std::vector<draw::TextSpan> spans{{std::string(text), style, {}}};
  const auto letters = lettersOf(spans);
  return lineOf(letters.data(), letters.data() + letters.size());
}

draw::TextBlock FixedTypesetter::paragraph(const std::vector<draw::TextSpan>& spans,
                                           const draw::ParagraphStyle& style) {
  draw::TextBlock block;
  block.width = style.width;
  const auto letters = lettersOf(spans);
  if (letters.empty()) return block;
  const double lineHeight = style.lineHeight * spans.front().style.size;
  const auto add = [&](std::size_t from, std::size_t to) {
    while (to > from && letters[to - 1].text == " ") --to;
    block.lines.push_back(lineOf(letters.data() + from, letters.data() + to));
    const double free = style.width - block.lines.back().width;
    block.xs.push_back(style.align == draw::Align::left     ? 0
                       : style.align == draw::Align::centre ? free / 2
                                                            : free);
    block.baselines.push_back(block.height + lineHeight * 0.75);
    block.height += lineHeight;
  };
  std::size_t from = 0;
  std::size_t space = 0;  // behind the last place to break
  double width = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i].text == "\n") {
      add(from, i);
      from = space = i + 1;
      width = 0;
      continue;
    }
    width += letters[i].span->style.size / 2;
    if (style.width > 0 && width > style.width && letters[i].text != " " && i > from) {
      const std::size_t to = space > from ? space : i;
      add(from, to);
      from = space = to;
      width = 0;
      for (std::size_t j = from; j <= i; ++j) width += letters[j].span->style.size / 2;
    }
    if (letters[i].text == " ") space = i + 1;
  }
  add(from, letters.size());
  return block;
}

}  // namespace unknot::test

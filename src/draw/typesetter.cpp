#include "draw/typesetter.h"

#include <utility>

namespace unknot::draw {
namespace {

// Lays out each paragraph anew.
class UnshapedText final : public ShapedText {
 public:
  UnshapedText(Typesetter& typesetter, std::vector<TextSpan> spans, std::string language)
      : m_typesetter(typesetter), m_spans(std::move(spans)), m_language(std::move(language)) {}
  TextBlock paragraph(double width, double lineHeight, Align align) override {
    return m_typesetter.paragraph(m_spans, {width, lineHeight, align, m_language});
  }

 private:
  Typesetter& m_typesetter;
  std::vector<TextSpan> m_spans;
  std::string m_language;
};

}  // namespace

std::unique_ptr<ShapedText> Typesetter::shaped(std::vector<TextSpan> spans, std::string language) {
  return std::make_unique<UnshapedText>(*this, std::move(spans), std::move(language));
}

void TextLine::draw(Canvas& canvas, Point baselineStart) const {
  for (const auto& placed : runs) {
    const Point at{baselineStart.x + placed.x, baselineStart.y};
    canvas.glyphs(placed.run, at, placed.color);
    if (!placed.link.empty())
      canvas.link({at.x, at.y - ascent, placed.run.width, ascent + descent}, placed.link);
  }
}

void TextBlock::draw(Canvas& canvas, Point topLeft) const {
  for (std::size_t i = 0; i < lines.size(); ++i)
    lines[i].draw(canvas, {topLeft.x + xs[i], topLeft.y + baselines[i]});
}

double TextBlock::topOf(std::size_t line) const {
  if (line == 0) return 0;
  return line < lines.size() ? baselines[line] - baselines[0] : height;
}

void TextBlock::drawLine(Canvas& canvas, std::size_t line, Point topLeft) const {
  lines[line].draw(canvas, {topLeft.x + xs[line], topLeft.y + (baselines[line] - topOf(line))});
}

TextBlock TextBlock::slice(std::size_t first, std::size_t last) const {
  TextBlock part;
  part.width = width;
  if (first >= last || last > lines.size()) return part;
  const double above = topOf(first);
  for (std::size_t i = first; i < last; ++i) {
    part.lines.push_back(lines[i]);
    part.xs.push_back(xs[i]);
    part.baselines.push_back(baselines[i] - above);
  }
  part.height = topOf(last) - above;
  return part;
}

void drawLine(Canvas& canvas, Typesetter& typesetter, std::string_view text, const TextStyle& style,
              Point baseline, Anchor anchor) {
  if (text.empty()) return;
  const TextLine line = typesetter.line(text, style);
  const double shift = anchor == Anchor::start ? 0 : anchor == Anchor::middle ? line.width / 2 : line.width;
  line.draw(canvas, {baseline.x - shift, baseline.y});
}

}  // namespace unknot::draw

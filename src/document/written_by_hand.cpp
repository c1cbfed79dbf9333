#include "document/written_by_hand.h"

#include <algorithm>

#include "document/block_layout.h"

namespace unknot::document {
namespace {

using draw::Role;

constexpr double kWritingLine = 22.8;  // a little over 8 mm
constexpr double kBox = 10.5;
constexpr double kHairLine = 0.6;
// From the box to its words.
constexpr double kBoxGap = 6;
// Between signature lines beside each other.
constexpr double kLineGap = 24;

Block pieceOf(double height, double gapAfter, const std::function<void(draw::Canvas&)>& drawing) {
  Piece piece;
  piece.height = piece.advance = height;
  piece.gapAfter = gapAfter;
  piece.draw = [made = Recording::of(drawing)](draw::Canvas& canvas, draw::Point at) {
    made.drawAt(canvas, at);
  };
  return Laid{{std::move(piece)}};
}

}  // namespace

double writingLine(const Look& look) {
  return kWritingLine * std::max(1.0, look.scale);
}

double boxSize(const Look& look) {
  return kBox * std::max(1.0, look.scale);
}

void drawBox(draw::Canvas& canvas, const Look& look, BoxShape shape, const draw::Rect& where, bool ticked) {
  const double radius = shape == BoxShape::round ? where.width / 2 : where.width * 0.15;
  canvas.stroke(draw::Path::roundedRectangle(where, radius), {look.muted, 0.9, {}, false});
  if (!ticked) return;
  const auto at = [&](double x, double y) {
    return draw::Point{where.x + where.width * x, where.y + where.height * y};
  };
  canvas.stroke(draw::Path::polyline({at(0.2, 0.52), at(0.42, 0.76), at(0.84, 0.2)}, false),
                {look.ink, where.width * 0.17, {}, true});
}

void drawWritingLine(draw::Canvas& canvas, const Look& look, draw::Point from, double width, LineInk ink) {
  canvas.fill(draw::Path::rectangle({from.x, from.y - kHairLine, width, kHairLine}),
              ink == LineInk::plain ? look.muted : look.line);
}

Block tickLine(const LayoutContext& context, const std::string& words, double width, int lines) {
  const auto& look = context.look;
  const double step = writingLine(look);
  const double box = boxSize(look);
  const double x = box + look.space(kBoxGap);
  const auto text = setSpans({{words, false, false, {}}}, look.text(), width - x, draw::Align::left, context);
  const double first = std::max(step, text.height);
  const double baseline = text.baselines.empty() ? 0 : text.baselines.back();
  const double textTop = first - (text.height - baseline) - baseline - look.space(1);
  const double end =
      text.lines.empty() ? x : x + text.xs.back() + text.lines.back().width + look.space(kBoxGap);
  return pieceOf(first + step * lines, look.space(2), [&](draw::Canvas& canvas) {
    canvas.beginElement(Role::paragraph, {});
    text.draw(canvas, {x, textTop});
    canvas.endElement();
    canvas.beginElement(Role::artifact, {});
    const double top = textTop + (text.baselines.empty() ? 0 : text.baselines.front()) - box * 0.9;
    drawBox(canvas, look, BoxShape::square, {0, top, box, box}, false);
    if (words.ends_with(':'))
      drawWritingLine(canvas, look, {end, textTop + baseline + look.space(2)}, width - end);
    for (int i = 1; i <= lines; ++i)
      drawWritingLine(canvas, look, {x, textTop + baseline + look.space(2) + step * i}, width - x);
    canvas.endElement();
  });
}

Block signatureLines(const LayoutContext& context, const std::vector<std::string>& words, double width) {
  const auto& look = context.look;
  const auto count = static_cast<double>(std::max<std::size_t>(words.size(), 1));
  const double gap = look.space(kLineGap);
  const double each = (width - gap * (count - 1)) / count;
  std::vector<draw::TextBlock> labels;
  double below = 0;
  for (const auto& label : words) {
    labels.push_back(setSpans({{label, false, false, {}}}, look.small(), each, draw::Align::left, context));
    below = std::max(below, labels.back().height);
  }
  // Room for a signature above the line.
  const double line = writingLine(look) * 1.6;
  return pieceOf(line + look.space(2) + below, look.space(6), [&](draw::Canvas& canvas) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const double x = static_cast<double>(i) * (each + gap);
      canvas.beginElement(Role::artifact, {});
      drawWritingLine(canvas, look, {x, line}, each);
      canvas.endElement();
      canvas.beginElement(Role::paragraph, {});
      labels[i].draw(canvas, {x, line + look.space(2)});
      canvas.endElement();
    }
  });
}

}  // namespace unknot::document

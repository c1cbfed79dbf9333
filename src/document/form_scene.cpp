#include "document/form_scene.h"

#include <algorithm>

#include "document/block_layout.h"

namespace unknot::document {
namespace {

using draw::Role;

// Points: between a box and its words, at both ends of what is typed, and from its letters to the line.
constexpr double kBoxGap = 5;
constexpr double kInset = 2;
constexpr double kAboveLine = 3;
// Least step from one box to the next one below: a pen, and a finger, meet the right one.
constexpr double kBoxStep = 1.5;

}  // namespace

void FormScene::text(draw::TextBlock text, draw::Point at, Role role) {
  add([text = std::move(text), at, role](draw::Canvas& canvas) {
    canvas.beginElement(role, {});
    text.draw(canvas, at);
    canvas.endElement();
  });
}

void FormScene::begin(Role role) {
  add([role](draw::Canvas& canvas) { canvas.beginElement(role, {}); });
}

void FormScene::end() {
  add([](draw::Canvas& canvas) { canvas.endElement(); });
}

void FormScene::drawing(std::string alternative, std::function<void(draw::Canvas&)> drawing) {
  add([alternative = std::move(alternative), drawing = std::move(drawing)](draw::Canvas& canvas) {
    canvas.beginElement(alternative.empty() ? Role::artifact : Role::figure, alternative);
    drawing(canvas);
    canvas.endElement();
  });
}

double FormScene::box(const draw::FormField& field, draw::Point at, double width,
                      const draw::TextStyle& style, bool ticked) {
  const auto& look = m_context.look;
  const double side = boxSize(look) * std::min(1.0, style.size / look.bodySize());
  const double x = side + look.space(kBoxGap);
  auto words = set(field.words, style, width - x);
  const double step = std::max(side * kBoxStep, words.height + look.space(2));
  const double textTop = at.y + (step - words.height) / 2;
  const double baseline = textTop + (words.baselines.empty() ? 0 : words.baselines.front());
  const draw::Rect where{at.x, baseline - side * 0.86, side, side};
  const auto shape = field.kind == draw::FieldKind::choice ? BoxShape::round : BoxShape::square;
  begin(Role::paragraph);
  drawing({}, [&look, shape, where, ticked](draw::Canvas& canvas) {
    drawBox(canvas, look, shape, where, ticked);
  });
  if (isBlank()) add([where, field](draw::Canvas& canvas) { canvas.field(where, field); });
  add([words = std::move(words), x = at.x + x, textTop](draw::Canvas& canvas) {
    words.draw(canvas, {x, textTop});
  });
  end();
  return step;
}

double FormScene::writingHeight(double width, int lines, const std::string& answer) const {
  const auto words = set(answer, m_context.look.text(), width - 2 * kInset);
  return std::max(writingLine(m_context.look) * lines, words.height + m_context.look.space(2 * kAboveLine));
}

double FormScene::writing(draw::FormField field, draw::Point at, double width, int lines,
                          const std::string& answer) {
  const auto& look = m_context.look;
  const double step = writingLine(look);
  const double height = writingHeight(width, lines, answer);
  drawing({}, [&look, at, width, step, lines, height, blank = isBlank()](draw::Canvas& canvas) {
    // What was answered is set closer than a hand writes: it stands on the last line only.
    for (int i = 1; blank && i < lines; ++i)
      drawWritingLine(canvas, look, {at.x, at.y + step * i}, width, LineInk::faint);
    drawWritingLine(canvas, look, {at.x, at.y + height}, width);
  });
  if (isBlank()) {
    field.size = 11 * std::max(1.0, look.scale);
    const double top = lines > 1 ? at.y + step - field.size * 1.6 : at.y + height - field.size * 1.7;
    const draw::Rect where{at.x, top, width, at.y + height - top - 0.6};
    add([where, field](draw::Canvas& canvas) { canvas.field(where, field); });
    return height;
  }
  auto words = set(answer, look.text(), width - 2 * kInset);
  if (words.lines.empty()) return height;
  const double top =
      lines > 1 ? at.y + look.space(kAboveLine) : at.y + height - look.space(kAboveLine) - words.height;
  text(std::move(words), {at.x + kInset, top});
  return height;
}

void FormScene::note(const std::string& name, const std::string& text) {
  if (!isBlank()) return;
  add([field = draw::FormField{draw::FieldKind::note, name, {}, {}, {}, text}](draw::Canvas& canvas) {
    canvas.field({}, field);
  });
}

draw::TextBlock FormScene::set(const std::string& text, const draw::TextStyle& style, double width) const {
  return setSpans({{text, false, false, {}}}, style, width, draw::Align::left, m_context);
}

Piece FormScene::piece(double height) const {
  const auto recording = Recording::of([&](draw::Canvas& canvas) {
    for (const auto& call : m_calls) call(canvas);
  });
  Piece piece;
  piece.height = piece.advance = height;
  piece.draw = [recording](draw::Canvas& canvas, draw::Point at) { recording.drawAt(canvas, at); };
  return piece;
}

}  // namespace unknot::document

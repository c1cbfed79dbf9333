#include "document/block_layout.h"

#include <algorithm>
#include <iterator>

namespace unknot::document {
namespace {

using draw::Role;

// A character, so that a reader of the tagged page finds a label in it.
constexpr const char* kBullet = "\u2022";

// Below a block of columns, and below a figure.
double columnsGap(const Look& look) {
  return look.space(6);
}
double figureGap(const Look& look) {
  return look.space(6);
}

void setGaps(std::vector<Piece>& pieces, double before, double after) {
  if (pieces.empty()) return;
  pieces.front().gapBefore = std::max(pieces.front().gapBefore, before);
  pieces.back().gapAfter = std::max(pieces.back().gapAfter, after);
}

// The piece behind these must not begin a page.
void stayTogether(std::vector<Piece>& pieces, std::size_t from) {
  for (std::size_t i = from; i < pieces.size(); ++i) pieces[i].breakBefore = Break::never;
}

class Layout {
 public:
  Layout(double width, const LayoutContext& context)
      : m_width(width), m_context(context), m_look(context.look) {}

  std::vector<Piece> all(const Blocks& blocks) {
    std::vector<Piece> pieces;
    for (const auto& block : blocks) {
      auto more = std::visit([&](const auto& value) { return lay(value); }, block.value);
      if (more.empty()) continue;
      if (m_keepNext) more.front().breakBefore = Break::never;
      const auto* group = std::get_if<Group>(&block.value);
      m_keepNext = std::holds_alternative<Heading>(block.value) || (group != nullptr && group->withNext);
      append(pieces, std::move(more));
    }
    return pieces;
  }

 private:
  std::vector<Piece> lay(const Heading& heading) {
    static constexpr Role kRoles[] = {Role::heading1, Role::heading2, Role::heading3};
    auto text = setSpans({{heading.text, false, false, {}}}, m_look.heading(heading.level), m_width,
                         draw::Align::left, m_context);
    auto pieces = linePieces(std::move(text), {makeElement(kRoles[std::clamp(heading.level, 1, 3) - 1])});
    stayTogether(pieces, 1);
    setGaps(pieces, m_look.space(heading.level == 3 ? 10 : 14), m_look.space(heading.level == 3 ? 3 : 4));
    return pieces;
  }

  std::vector<Piece> lay(const Paragraph& paragraph) {
    const auto style = paragraph.tone == Tone::small ? m_look.small() : m_look.text();
    const double width = paragraph.fullWidth ? m_width : std::min(m_width, m_look.measure());
    auto text = setSpans(paragraph.spans, style, width, draw::Align::left, m_context);
    auto pieces = linePieces(std::move(text), {makeElement(Role::paragraph)});
    setGaps(pieces, 0, m_look.space(6));
    return pieces;
  }

  std::vector<Piece> lay(const List& list) {
    const auto listElement = makeElement(Role::list);
    auto labelStyle = m_look.strong();
    labelStyle.color = m_look.accent;
    double indent = m_look.space(list.numbered ? 18 : 14);
    std::vector<draw::TextLine> labels;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const int number = list.first + static_cast<int>(i);
      labels.push_back(
          m_context.typesetter.line(list.numbered ? std::to_string(number) + "." : kBullet, labelStyle));
      indent = std::max(indent, labels.back().width + m_look.space(5));
    }
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const auto item = makeElement(Role::listItem);
      auto text = setSpans(list.items[i].spans, m_look.text(), std::min(m_width - indent, m_look.measure()),
                           draw::Align::left, m_context);
      if (text.lines.empty()) continue;
      const double baseline = text.baselines.front();
      auto lines = linePieces(std::move(text), {listElement, item, makeElement(Role::paragraph)});
      shift(lines, indent);
      Piece label;
      label.height = lines.front().height;
      label.elements = {listElement, item, makeElement(Role::label)};
      label.draw = [line = labels[i], baseline](draw::Canvas& canvas, draw::Point at) {
        line.draw(canvas, {at.x, at.y + baseline});
      };
      lines.front().breakBefore = Break::never;
      lines.insert(lines.begin(), std::move(label));
      setGaps(lines, 0, m_look.space(2));
      append(pieces, std::move(lines));
    }
    setGaps(pieces, 0, m_look.space(6));
    return pieces;
  }

  std::vector<Piece> lay(const Figure& figure) {
    const double scale = std::min(1.0, m_width / std::max(figure.size.width, 1.0));
    const double free = m_width - figure.size.width * scale;
    Piece piece;
    piece.x = figure.align == draw::Align::left ? 0 : figure.align == draw::Align::centre ? free / 2 : free;
    piece.height = piece.advance = figure.size.height * scale;
    piece.elements = {figure.alternative.empty() ? makeElement(Role::artifact)
                                                 : makeElement(Role::figure, figure.alternative)};
    piece.draw = [drawing = figure.drawing, scale](draw::Canvas& canvas, draw::Point at) {
      const draw::CanvasState state(canvas);
      canvas.transform(draw::Affine::translation(at.x, at.y).after(draw::Affine::scale(scale, scale)));
      drawing.draw(canvas);
    };
    piece.gapAfter = figureGap(m_look);
    return {piece};
  }

  std::vector<Piece> lay(const Table& table) {
    auto pieces = layOutTable(table, m_width, m_context);
    setGaps(pieces, m_look.space(4), m_look.space(10));
    return pieces;
  }

  std::vector<Piece> lay(const Columns& columns) {
    Piece left = merged(layOut(columns.left, columns.leftWidth, m_context));
    const double leftHeight = left.height;
    left.advance = 0;
    const double x = columns.leftWidth + columns.gap;
    auto right = layOut(columns.right, m_width - x, m_context);
    shift(right, x);
    const Stack stack = stacked(right);
    for (std::size_t i = 0; i < right.size(); ++i)
      if (i == 0 || stack.placed[i].top < leftHeight) right[i].breakBefore = Break::never;
    if (!right.empty()) right.front().gapBefore = 0;
    std::vector<Piece> pieces{std::move(left)};
    append(pieces, std::move(right));
    if (stack.height < leftHeight) {
      Piece rest;
      rest.advance = rest.height = leftHeight - stack.height;
      rest.breakBefore = Break::never;
      // The gap after the last text is part of what is left over.
      pieces.back().gapAfter = 0;
      pieces.push_back(std::move(rest));
    }
    setGaps(pieces, 0, columnsGap(m_look));
    return pieces;
  }

  std::vector<Piece> lay(const SideBySide& row) {
    const double count = static_cast<double>(std::max<std::size_t>(row.cells.size(), 1));
    const double cell = (m_width - row.gap * (count - 1)) / count;
    std::vector<Piece> pieces;
    double height = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      Piece piece = merged(layOut(row.cells[i], cell, m_context));
      piece.x += static_cast<double>(i) * (cell + row.gap);
      piece.advance = 0;
      piece.breakBefore = i == 0 ? Break::free : Break::never;
      height = std::max(height, piece.height);
      pieces.push_back(std::move(piece));
    }
    if (!pieces.empty()) pieces.back().advance = height;
    setGaps(pieces, 0, m_look.space(6));
    return pieces;
  }

  std::vector<Piece> lay(const Group& group) {
    auto pieces = layOut(group.blocks, m_width, m_context);
    if (Extent::of(pieces).height <= m_look.body.height)
      for (std::size_t i = 1; i < pieces.size(); ++i)
        pieces[i].breakBefore = std::max(pieces[i].breakBefore, Break::group);
    setGaps(pieces, 0, group.spaceAfter);
    return pieces;
  }

  std::vector<Piece> lay(const Laid& laid) { return laid.pieces; }

  std::vector<Piece> lay(const Spacer& spacer) {
    Piece piece;
    piece.gapAfter = spacer.height;
    return {piece};
  }

  std::vector<Piece> lay(const Rule&) {
    Piece piece;
    piece.height = piece.advance = 1;
    piece.gapBefore = piece.gapAfter = m_look.space(10);
    piece.elements = {makeElement(Role::artifact)};
    piece.draw = [width = m_width, color = m_look.line](draw::Canvas& canvas, draw::Point at) {
      canvas.fill(draw::Path::rectangle({at.x, at.y, width, 0.75}), color);
    };
    return {piece};
  }

  std::vector<Piece> lay(const Callout& callout) {
    const double padding = m_look.space(8);
    const double bar = callout.bar ? m_look.space(4) : 0;
    const double left = padding + bar + (callout.bar ? m_look.space(2) : 0);
    auto pieces = layOut(callout.blocks, m_width - left - padding, m_context);
    if (pieces.empty()) return pieces;
    shift(pieces, left);
    const auto panel = std::make_shared<const Panel>(
        Panel{m_width, padding * 0.5, m_look.space(5), callout.fill, bar, callout.barColor});
    for (auto& piece : pieces) {
      piece.panel = panel;
      piece.panelX = 0;
    }
    pieces.front().gapBefore = m_look.space(6);
    pieces.back().gapAfter = m_look.space(6);
    return pieces;
  }

  double m_width;
  const LayoutContext& m_context;
  const Look& m_look;
  bool m_keepNext = false;
};

}  // namespace

draw::TextBlock setSpans(const Spans& spans, const draw::TextStyle& style, double width, draw::Align align,
                         const LayoutContext& context) {
  std::vector<draw::TextSpan> text;
  for (const auto& span : spans) {
    if (span.text.empty()) continue;
    draw::TextStyle own = style;
    if (span.strong) own.weight = draw::Weight::semibold;
    own.italic = own.italic || span.emphasis;
    if (!span.link.empty()) own.color = context.look.accent;
    text.push_back({span.text, own, span.link});
  }
  if (text.empty()) return {};
  return context.typesetter.paragraph(text, context.look.paragraph(std::max(width, 1.0), align));
}

std::vector<Piece> linePieces(draw::TextBlock text, const ElementPath& elements) {
  std::vector<Piece> pieces;
  const std::size_t count = text.lines.size();
  const auto shared = std::make_shared<const draw::TextBlock>(std::move(text));
  for (std::size_t i = 0; i < count; ++i) {
    Piece piece;
    piece.height = piece.advance = shared->topOf(i + 1) - shared->topOf(i);
    piece.elements = elements;
    if (i == 1 || (i > 0 && i + 1 == count)) piece.breakBefore = Break::lines;
    piece.draw = [shared, i](draw::Canvas& canvas, draw::Point at) { shared->drawLine(canvas, i, at); };
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

Extent extentOfFigure(double height, const Look& look) {
  return Extent::of(height, figureGap(look));
}

Extent extentOfColumns(const Extent& left, const Extent& right, const Look& look) {
  Extent both = right;
  both.isEmpty = false;
  both.gapBefore = both.paddingBefore = 0;
  if (right.height < left.height) {
    both.pen += right.paddingAfter + left.height - right.height;
    both.height = std::max(left.height, both.pen);
    both.gapAfter = both.paddingAfter = 0;
  }
  both.gapAfter = std::max(both.gapAfter, columnsGap(look));
  return both;
}

void shift(std::vector<Piece>& pieces, double by) {
  for (auto& piece : pieces) {
    piece.x += by;
    piece.panelX += by;
  }
}

Piece merged(const std::vector<Piece>& pieces) {
  const auto stack = std::make_shared<const Stack>(stacked(pieces));
  Piece piece;
  piece.height = piece.advance = stack->height;
  piece.draw = [stack](draw::Canvas& canvas, draw::Point at) { drawPlaced(canvas, stack->placed, at); };
  return piece;
}

void append(std::vector<Piece>& pieces, std::vector<Piece> more) {
  pieces.insert(pieces.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<Piece> layOut(const Blocks& blocks, double width, const LayoutContext& context) {
  return Layout(width, context).all(blocks);
}

}  // namespace unknot::document

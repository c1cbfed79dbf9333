#include "document/flow.h"

#include <algorithm>

namespace unknot::document {
namespace {

// Room for rounding: heights are sums of line heights.
constexpr double kSlack = 0.01;

double paddingOf(const Piece& piece) {
  return piece.panel ? piece.panel->padding : 0;
}

double gapBetween(const Piece& above, const Piece& below) {
  const double gap = std::max(above.gapAfter, below.gapBefore);
  return above.panel == below.panel ? gap : gap + paddingOf(above) + paddingOf(below);
}

// Where a piece stands below another one, or at the top.
double topOf(const Piece& piece, const Piece* above, double y) {
  return above == nullptr ? paddingOf(piece) : y + gapBetween(*above, piece);
}

// The place to end a page that begins with `first` when `overflowing` no longer fits; always after `first`.
std::size_t bestBreak(const std::vector<Piece>& pieces, std::size_t first, std::size_t overflowing) {
  for (const Break level : {Break::free, Break::group, Break::lines})
    for (std::size_t i = overflowing; i > first; --i)
      if (pieces[i].breakBefore <= level) return i;
  return std::max(overflowing, first + 1);
}

// The pieces of one page, from `first` on.
struct PageFill {
  std::vector<PlacedPiece> placed;
  std::size_t end = 0;  // the first piece of the next page
};

PageFill fillPage(const std::vector<Piece>& pieces, std::size_t first, std::size_t limit, double height) {
  PageFill page;
  page.end = limit;
  double y = 0;
  const Piece* above = nullptr;
  if (const auto& repeat = pieces[first].repeat; repeat && repeat->advance + pieces[first].height <= height) {
    page.placed.push_back({*repeat, 0, 1});
    y = repeat->advance;
    above = repeat.get();
  }
  for (std::size_t i = first; i < limit; ++i) {
    const Piece& piece = pieces[i];
    const double top = topOf(piece, above, y);
    double scale = 1;
    if (i > first && (piece.newPage || top + piece.height > height + kSlack)) {
      page.end = piece.newPage ? i : bestBreak(pieces, first, i);
      break;
    }
    if (top + piece.height > height + kSlack) scale = (height - top) / piece.height;
    page.placed.push_back({piece, top, scale});
    y = top + piece.advance * scale;
    above = &piece;
  }
  return page;
}

void drawPanel(draw::Canvas& canvas, const Panel& panel, const draw::Rect& where) {
  canvas.beginElement(draw::Role::artifact, {});
  {
    const draw::CanvasState state(canvas);
    const auto shape = draw::Path::roundedRectangle(where, panel.radius);
    canvas.fill(shape, panel.fill);
    if (panel.bar > 0) {
      canvas.clip(shape);
      canvas.fill(draw::Path::rectangle({where.x, where.y, panel.bar, where.height}), panel.barColor);
    }
  }
  canvas.endElement();
}

// Closes and opens elements so that exactly those of `wanted` are open.
void switchElements(draw::Canvas& canvas, ElementPath& open, const ElementPath& wanted) {
  std::size_t shared = 0;
  while (shared < open.size() && shared < wanted.size() && open[shared] == wanted[shared]) ++shared;
  for (; open.size() > shared; open.pop_back()) canvas.endElement();
  for (; open.size() < wanted.size(); open.push_back(wanted[open.size()]))
    canvas.beginElement(wanted[open.size()]->role, wanted[open.size()]->alternative);
}

}  // namespace

std::shared_ptr<const Element> makeElement(draw::Role role, std::string alternative) {
  return std::make_shared<const Element>(Element{role, std::move(alternative)});
}

Stack stacked(const std::vector<Piece>& pieces) {
  Stack stack;
  double y = 0;
  const Piece* above = nullptr;
  for (const auto& piece : pieces) {
    const double top = topOf(piece, above, y);
    stack.placed.push_back({piece, top, 1});
    stack.height = std::max(stack.height, top + piece.height + paddingOf(piece));
    y = top + piece.advance;
    above = &piece;
  }
  stack.height = std::max(stack.height, y);
  return stack;
}

void drawPlaced(draw::Canvas& canvas, const std::vector<PlacedPiece>& placed, draw::Point origin) {
  ElementPath open;
  const Panel* behind = nullptr;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const auto& [piece, top, scale] = placed[i];
    if (piece.panel && piece.panel.get() != behind) {
      double bottom = top;
      for (std::size_t j = i; j < placed.size() && placed[j].piece.panel == piece.panel; ++j)
        bottom = std::max(bottom, placed[j].top + placed[j].piece.height * placed[j].scale);
      switchElements(canvas, open, {});
      const Panel& panel = *piece.panel;
      drawPanel(canvas, panel,
                {origin.x + piece.panelX, origin.y + top - panel.padding, panel.width,
                 bottom - top + 2 * panel.padding});
    }
    behind = piece.panel.get();
    switchElements(canvas, open, piece.elements);
    if (!piece.draw) continue;
    const draw::Point at{origin.x + piece.x, origin.y + top};
    if (scale == 1) {
      piece.draw(canvas, at);
      continue;
    }
    const draw::CanvasState state(canvas);
    canvas.transform(draw::Affine::translation(at.x, at.y).after(draw::Affine::scale(scale, scale)));
    piece.draw(canvas, {0, 0});
  }
  switchElements(canvas, open, {});
}

std::vector<std::vector<PlacedPiece>> paginated(const std::vector<Piece>& pieces, double height) {
  std::vector<std::vector<PlacedPiece>> pages;
  for (std::size_t first = 0; first < pieces.size();) {
    PageFill page = fillPage(pieces, first, pieces.size(), height);
    // The best place to break may lie before the pieces that fitted: fill again up to there.
    if (page.end < pieces.size()) page = fillPage(pieces, first, page.end, height);
    first = page.end;
    pages.push_back(std::move(page.placed));
  }
  if (pages.empty()) pages.emplace_back();
  return pages;
}

}  // namespace unknot::document

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
std::size_t bestBreak(const std::vector<const Piece*>& pieces, std::size_t first, std::size_t overflowing) {
  for (const Break level : {Break::free, Break::group, Break::lines})
    for (std::size_t i = overflowing; i > first; --i)
      if (pieces[i]->breakBefore <= level) return i;
  return std::max(overflowing, first + 1);
}

// One page of pieces from `first` on, each told with its top and scale to `place`. Gives the first piece of
// the next page.
template <class Place>
std::size_t fillPage(const std::vector<const Piece*>& pieces, std::size_t first, std::size_t limit,
                     double height, Place&& place) {
  double y = 0;
  const Piece* above = nullptr;
  if (const auto& repeat = pieces[first]->repeat;
      repeat && repeat->advance + pieces[first]->height <= height) {
    place(*repeat, 0.0, 1.0);
    y = repeat->advance;
    above = repeat.get();
  }
  for (std::size_t i = first; i < limit; ++i) {
    const Piece& piece = *pieces[i];
    const double top = topOf(piece, above, y);
    double scale = 1;
    if (i > first && (piece.newPage || top + piece.height > height + kSlack))
      return piece.newPage ? i : bestBreak(pieces, first, i);
    if (top + piece.height > height + kSlack) scale = (height - top) / piece.height;
    place(piece, top, scale);
    y = top + piece.advance * scale;
    above = &piece;
  }
  return limit;
}

std::vector<const Piece*> pointersTo(const std::vector<Piece>& pieces) {
  std::vector<const Piece*> pointers;
  pointers.reserve(pieces.size());
  for (const auto& piece : pieces) pointers.push_back(&piece);
  return pointers;
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

Extent Extent::of(const std::vector<Piece>& pieces) {
  Extent extent;
  if (pieces.empty()) return extent;
  const Piece* above = nullptr;
  for (const auto& piece : pieces) {
    const double top = topOf(piece, above, extent.pen);
    extent.height = std::max(extent.height, top + piece.height + paddingOf(piece));
    extent.pen = top + piece.advance;
    above = &piece;
  }
  extent.height = std::max(extent.height, extent.pen);
  extent.gapBefore = pieces.front().gapBefore;
  extent.gapAfter = pieces.back().gapAfter;
  extent.paddingBefore = paddingOf(pieces.front());
  extent.paddingAfter = paddingOf(pieces.back());
  extent.isEmpty = false;
  return extent;
}

Extent Extent::of(double height, double gapAfter) {
  return {height, height, 0, gapAfter, 0, 0, false};
}

Extent Extent::above(const Extent& below) const {
  if (isEmpty) return below;
  if (below.isEmpty) return *this;
  const double down = pen + std::max(gapAfter, below.gapBefore) + paddingAfter;
  return {std::max(height, down + below.height),
          down + below.pen,
          gapBefore,
          below.gapAfter,
          paddingBefore,
          below.paddingAfter,
          false};
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

std::vector<std::size_t> pageStarts(const std::vector<const Piece*>& pieces, double height) {
  std::vector<std::size_t> starts;
  for (std::size_t first = 0; first < pieces.size();) {
    starts.push_back(first);
    first = fillPage(pieces, first, pieces.size(), height, [](const Piece&, double, double) {});
  }
  return starts;
}

std::vector<std::vector<PlacedPiece>> paginated(const std::vector<Piece>& pieces, double height) {
  const auto pointers = pointersTo(pieces);
  auto bounds = pageStarts(pointers, height);
  bounds.push_back(pieces.size());
  std::vector<std::vector<PlacedPiece>> pages(std::max<std::size_t>(bounds.size() - 1, 1));
  for (std::size_t i = 0; i + 1 < bounds.size(); ++i)
    fillPage(pointers, bounds[i], bounds[i + 1], height, [&](const Piece& piece, double top, double scale) {
      pages[i].push_back({piece, top, scale});
    });
  return pages;
}

}  // namespace unknot::document

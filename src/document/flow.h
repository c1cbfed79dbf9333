// Pieces from top to bottom, broken into pages. Blocks (document/blocks.h) become pieces; a piece is never
// split.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "document/document.h"
#include "draw/canvas.h"

namespace unknot::document {

// How gladly a page may end before a piece. The page flow takes the last `free` place that fits, then the
// last `group`, then `lines`, and `never` only when a page would overflow otherwise.
enum class Break { free, group, lines, never };

// An element of the document's structure. Pieces that share one belong together on a page.
struct Element {
  draw::Role role = draw::Role::paragraph;
  std::string alternative;
};
using ElementPath = std::vector<std::shared_ptr<const Element>>;
std::shared_ptr<const Element> makeElement(draw::Role role, std::string alternative = {});

// A background behind the neighbouring pieces that share it.
struct Panel {
  double width = 0;
  double padding = 0;  // above the first and below the last piece on a page
  double radius = 0;
  draw::Color fill;
  double bar = 0;  // width of a bar at the left edge; 0: none
  draw::Color barColor;
};

struct Piece {
  double x = 0;          // from the column's left edge
  double gapBefore = 0;  // dropped at the top of a page; between two pieces the larger gap counts
  double gapAfter = 0;
  double height = 0;
  double advance = 0;  // how far the next piece moves down; less than `height` when that one stands beside it
  Break breakBefore = Break::free;
  bool newPage = false;  // always begins a page
  ElementPath elements;
  std::shared_ptr<const Panel> panel;
  double panelX = 0;
  std::shared_ptr<const Piece>
      repeat;  // drawn again above this piece where it begins a page: a table's header row
  // Draws with the piece's upper left corner at `at`; keeps everything it needs by value.
  std::function<void(draw::Canvas&, draw::Point at)> draw;
};

struct PlacedPiece {
  Piece piece;
  double top = 0;    // from the column's top
  double scale = 1;  // under 1 for a piece taller than a page
};

// One below the other with their gaps, without a page in mind; `height` is what they take.
struct Stack {
  std::vector<PlacedPiece> placed;
  double height = 0;
};
Stack stacked(const std::vector<Piece>& pieces);

// The room that pieces take one below the other, without the pieces: for comparing layouts before one of them
// is made.
struct Extent {
  double height = 0;  // as of a Stack
  double pen = 0;     // where the gap to what follows begins
  double gapBefore = 0;
  double gapAfter = 0;
  double paddingBefore = 0;  // of the first piece's panel
  double paddingAfter = 0;
  bool isEmpty = true;

  static Extent of(const std::vector<Piece>& pieces);
  // A drawing or the like; on no panel.
  static Extent of(double height, double gapAfter);
  // `below` stands on other panels.
  Extent above(const Extent& below) const;
};

// Draws panels and pieces, opening and closing structure elements between them.
void drawPlaced(draw::Canvas& canvas, const std::vector<PlacedPiece>& placed, draw::Point origin);

// The first piece of each page when `pieces` are distributed as paginated() does it; nothing for no pieces.
std::vector<std::size_t> pageStarts(const std::vector<const Piece*>& pieces, double height);

// Distributes over columns of `height`. Every piece is placed once; one taller than a page is drawn smaller.
// Always at least one page.
std::vector<std::vector<PlacedPiece>> paginated(const std::vector<Piece>& pieces, double height);

}  // namespace unknot::document

// What documents are made of, as values; layOut() makes pieces of them at a width.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "document/flow.h"
#include "document/look.h"
#include "document/recording.h"

namespace unknot::document {

struct Block;
using Blocks = std::vector<Block>;

struct Span {
  std::string text;
  bool strong = false;
  bool emphasis = false;
  std::string link = {};
};
using Spans = std::vector<Span>;

// Stays with what follows it.
struct Heading {
  int level = 2;  // 1..3
  std::string text;
};

enum class Tone { text, small };

// At least two lines stay together at either end of a page. Lines are no longer than the look's measure
// unless `fullWidth` is asked for.
struct Paragraph {
  Spans spans;
  Tone tone = Tone::text;
  bool fullWidth = false;
};

struct ListItem {
  Spans spans;
};

struct List {
  bool numbered = false;
  int first = 1;
  std::vector<ListItem> items;
};

// A drawing `size` large (made smaller when the column is narrower), described in words for those who can't
// see it.
struct Figure {
  draw::Size size;
  std::string alternative;
  Recording drawing;  // from the origin
  draw::Align align = draw::Align::left;
};

// A cell holds text or a drawing in the middle of its height, as wide as the column.
struct Cell {
  Spans spans;
  std::function<void(draw::Canvas&, const draw::Rect&)> drawing;
  double drawingHeight = 0;
  std::string alternative;  // of the drawing; empty: an ornament
};

struct Column {
  std::string title;
  double weight = 1;  // share of what the fixed columns leave
  double fixed = 0;   // points; 0: by weight
  draw::Align align = draw::Align::left;
};

// The header row stands on top of each page; rows are split only when taller than a page, and a small table
// stays whole.
struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  bool zebra = true;
  bool lines = false;  // a hair line under each row
  double padX = 0;     // at both sides of a cell, points; 0: the usual
  double padY = 0;     // above and below, likewise
};

// The left side stands beside the beginning of the right side, which may run on to other pages.
struct Columns {
  Blocks left;
  double leftWidth = 200;
  double gap = 16;
  Blocks right;
};

// One beside the other, never split.
struct SideBySide {
  std::vector<Blocks> cells;
  double gap = 16;
};

// Stays on one page; split only when taller than a page.
struct Group {
  Blocks blocks;
  double spaceAfter = 0;
  bool withNext = false;  // no page ends behind it
};

// Was laid out before, at the width it stands in.
struct Laid {
  std::vector<Piece> pieces;
};

struct Spacer {
  double height = 0;
};

struct Rule {};

// Blocks on a coloured ground, with a bar at the left where `bar` is set.
struct Callout {
  Blocks blocks;
  draw::Color fill;
  bool bar = false;
  draw::Color barColor;
};

struct Block {
  std::variant<Heading, Paragraph, List, Figure, Table, Columns, SideBySide, Group, Laid, Spacer, Rule,
               Callout>
      value;
  template <class T>
  Block(T block) : value(std::move(block)) {}  // NOLINT: a block is made of any of its kinds
};

struct LayoutContext {
  draw::Typesetter& typesetter;
  const Look& look;
};

std::vector<Piece> layOut(const Blocks& blocks, double width, const LayoutContext& context);

}  // namespace unknot::document

// Inside of layOut(): shared by the kinds of blocks.
#pragma once

#include "document/blocks.h"

namespace unknot::document {

draw::TextBlock setSpans(const Spans& spans, const draw::TextStyle& style, double width, draw::Align align,
                         const LayoutContext& context);

// A piece a line; breaks that would leave one line alone are Break::lines.
std::vector<Piece> linePieces(draw::TextBlock text, const ElementPath& elements);

// The room a Figure of this height takes, where it is not wider than its column.
Extent extentOfFigure(double height, const Look& look);
// The room a block of Columns takes, whose sides take `left` and `right`.
Extent extentOfColumns(const Extent& left, const Extent& right, const Look& look);

// Moves to the right, panels as well.
void shift(std::vector<Piece>& pieces, double by);

// One piece of all, unbreakable.
Piece merged(const std::vector<Piece>& pieces);

void append(std::vector<Piece>& pieces, std::vector<Piece> more);

std::vector<Piece> layOutTable(const Table& table, double width, const LayoutContext& context);

}  // namespace unknot::document

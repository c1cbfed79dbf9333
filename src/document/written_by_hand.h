// What is left on paper to be filled in with a pen: lines and boxes. Lengths are points.
#pragma once

#include <string>
#include <vector>

#include "document/blocks.h"

namespace unknot::document {

// Between two lines to write on: 8 mm and a little, in large print more.
double writingLine(const Look& look);

enum class BoxShape {
  square,  // any number of them
  round    // one of them
};
// The side of a box to tick.
double boxSize(const Look& look);
// Its outline in `where`, and where it is `ticked` the mark in it.
void drawBox(draw::Canvas& canvas, const Look& look, BoxShape shape, const draw::Rect& where, bool ticked);
// Faint ones lie under what is typed closer than a hand writes.
enum class LineInk { plain, faint };
void drawWritingLine(draw::Canvas& canvas, const Look& look, draw::Point from, double width,
                     LineInk ink = LineInk::plain);

// A box, its words, and a line to write on behind them where they end in a colon; `lines` more follow below.
Block tickLine(const LayoutContext& context, const std::string& words, double width, int lines = 0);
// Lines beside each other for a date, a name, a signature, each with its words beneath.
Block signatureLines(const LayoutContext& context, const std::vector<std::string>& words, double width);

}  // namespace unknot::document

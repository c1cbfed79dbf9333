// A finished document: pages of drawing, ready for any Canvas. Made by the page flow from blocks.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/practice.h"
#include "draw/canvas.h"

namespace unknot::document {

// Points. A4 is 595.28 x 841.89, US Letter 612 x 792.
draw::Size pageSize(domain::Paper paper);

struct Page {
  draw::Size size;
  // Drawn any number of times, on any Canvas.
  std::vector<std::function<void(draw::Canvas&)>> pieces;
  void draw(draw::Canvas& canvas) const;
};

struct Document {
  std::string title;
  std::string author;    // practice name
  std::string language;  // BCP 47, of the text
  std::vector<Page> pages;
};

// Implemented by `pdf`. The same document gives the same bytes.
class PdfWriter {
 public:
  virtual ~PdfWriter() = default;
  // Throws core::BugError when the library refuses what it was given.
  virtual std::string write(const Document& document) = 0;
};

}  // namespace unknot::document

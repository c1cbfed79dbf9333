// The pages of a document that lies in a chart as a file: of a PDF, drawn by Poppler, or a picture as one
// page. Such files come from outside and may be broken or made to harm: how many pages are opened, how large
// one is and how many dots are drawn of it have limits.
#pragma once

#include <memory>
#include <string>

#include "core/photo.h"
#include "raster/raster.h"

namespace unknot::raster {

// Of a longer PDF only the first ones are shown.
inline constexpr int kMostSheets = 500;

// Safe from any thread; one page is drawn at a time, which may take seconds.
class Sheets {
 public:
  virtual ~Sheets() = default;
  // Of the whole document; count() are shown.
  virtual int pagesInAll() const = 0;
  virtual int count() const = 0;
  // Points.
  virtual draw::Size size(int sheet) const = 0;
  // On white paper, `unitsAPoint` large; `density` dots a unit, or fewer where it would be too many.
  virtual std::shared_ptr<const Picture> drawn(int sheet, double unitsAPoint, double density) const = 0;
};

// Throws core::InputError: "error.paper.broken", "error.paper.locked" for one that asks for a password.
std::shared_ptr<const Sheets> openPdf(std::string bytes);
// As large as a page of paper, or as it is on a screen where that is smaller.
std::shared_ptr<const Sheets> sheetOf(std::shared_ptr<const core::Photo> picture);

}  // namespace unknot::raster

#include <algorithm>
#include <string>

#include "document/builders.h"

namespace unknot::document {
namespace {

// Points.
constexpr double kMargin = 14;
constexpr double kGap = 10;
constexpr double kPictureHeight = 190;
constexpr double kWidestPicture = 300;
constexpr draw::Color kGround = draw::rgb(0xF3F6F7);

struct Cell {
  domain::PoseFrame frame;
  draw::Rect where;
  draw::TextBlock caption;
};

}  // namespace

Document buildExerciseCard(draw::Typesetter& typesetter, const domain::Exercise& exercise,
                           const draw::MannequinStyle& figure) {
  const draw::TextStyle small{11, draw::Weight::regular, false, draw::rgb(0x22303A)};
  const draw::TextStyle strong{14, draw::Weight::semibold, false, small.color};
  const auto title = typesetter.paragraph({{exercise.text.title, strong, {}}},
                                          {0, 1.3, draw::Align::left, exercise.language});
  const double top = kMargin + title.height + kGap;
  std::vector<Cell> cells;
  double x = kMargin;
  double captions = 0;
  for (const auto& frame : exercise.frames) {
    const double aspect = frame.view.height > 0 ? frame.view.width / frame.view.height : 1;
    const double width = std::min(kPictureHeight * aspect, kWidestPicture);
    const std::string text = std::to_string(cells.size() + 1) + "  " + frame.caption;
    auto caption =
        typesetter.paragraph({{text, small, {}}}, {width, 1.3, draw::Align::left, exercise.language});
    captions = std::max(captions, caption.height);
    cells.push_back({frame, {x, top, width, kPictureHeight}, std::move(caption)});
    x += width + kGap;
  }
  Page page;
  page.size = {std::max(x - kGap, kMargin + title.width) + kMargin,
               cells.empty() ? top : top + kPictureHeight + kGap / 2 + captions + kMargin};
  page.pieces.emplace_back([size = page.size, title, cells, figure](draw::Canvas& canvas) {
    canvas.fill(draw::Path::rectangle({0, 0, size.width, size.height}), kGround);
    title.draw(canvas, {kMargin, kMargin});
    for (const auto& cell : cells) {
      draw::drawPoseFrame(canvas, cell.frame, figure, cell.where);
      cell.caption.draw(canvas, {cell.where.x, cell.where.bottom() + kGap / 2});
    }
  });
  return {exercise.text.title, {}, exercise.language, {std::move(page)}};
}

}  // namespace unknot::document

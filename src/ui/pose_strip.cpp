#include "ui/pose_strip.h"

#include <algorithm>
#include <utility>

#include "draw/mannequin.h"
#include "ui/picture.h"

namespace unknot::ui {
namespace {

// The figures are drawn for a light ground, on paper and on a dark screen alike.
constexpr draw::Color kGround = draw::rgb(0xF2F6F7);
constexpr double kCorner = 8;
constexpr double kMargin = 6;
// As many pictures as fit on one line; fewer stand in the middle, as large as they would be among four.
constexpr std::size_t kPlaces = 4;

}  // namespace

PoseStrip::PoseStrip(wxWindow* parent, const Surroundings& around, int heightDip)
    : PaintedPanel(parent, wxSize(-1, heightDip)), m_around(around) {}

void PoseStrip::show(std::vector<domain::PoseFrame> frames) {
  m_frames = std::move(frames);
  redraw();
}

std::shared_ptr<const raster::Picture> PoseStrip::painted(wxSize size) {
  auto picture = makePicture(this, m_around, size);
  picture->paint([&](draw::Canvas& canvas) {
    const draw::Rect all{0, 0, static_cast<double>(size.x), static_cast<double>(size.y)};
    canvas.fill(draw::Path::roundedRectangle(all, kCorner), kGround);
    const double width = all.width / static_cast<double>(std::max(kPlaces, m_frames.size()));
    double x = (all.width - width * static_cast<double>(m_frames.size())) / 2;
    for (const auto& frame : m_frames) {
      draw::drawPoseFrame(canvas, frame, {}, draw::Rect{x, 0, width, all.height}.inflated(-kMargin));
      x += width;
    }
  });
  return picture;
}

}  // namespace unknot::ui

#include "ui/photo_view.h"

#include <utility>

#include "draw/photo.h"
#include "ui/picture.h"

namespace unknot::ui {
namespace {

// Paper is white, also on a dark screen.
constexpr draw::Color kPaper = draw::rgb(0xFFFFFF);
constexpr double kCorner = 6;
constexpr double kMargin = 6;

}  // namespace

PhotoView::PhotoView(wxWindow* parent, const Surroundings& around, wxSize sizeDip)
    : PaintedPanel(parent, sizeDip), m_around(around) {}

void PhotoView::show(std::shared_ptr<const core::Photo> photo) {
  if (photo == m_photo) return;
  m_photo = std::move(photo);
  redraw();
}

std::shared_ptr<const raster::Picture> PhotoView::painted(wxSize size) {
  auto picture = makePicture(this, m_around, size);
  picture->paint([&](draw::Canvas& canvas) {
    const draw::Rect all{0, 0, static_cast<double>(size.x), static_cast<double>(size.y)};
    canvas.fill(draw::Path::roundedRectangle(all, kCorner), kPaper);
    if (m_photo) draw::drawPhoto(canvas, *m_photo, all.inflated(-kMargin));
  });
  return picture;
}

}  // namespace unknot::ui

#include "ui/photo_view.h"

#include <wx/dcclient.h>

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
    : wxPanel(parent), m_around(around) {
  SetMinSize(FromDIP(sizeDip));
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    wxPaintDC dc(this);
    if (m_picture) showPicture(dc, *m_picture, wxPoint(0, 0));
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    redraw();
  });
}

void PhotoView::show(std::shared_ptr<const core::Photo> photo) {
  if (photo == m_photo) return;
  m_photo = std::move(photo);
  redraw();
}

void PhotoView::redraw() {
  const wxSize size = GetClientSize();
  if (size.x < 10 || size.y < 10) return;
  m_picture = makePicture(this, m_around, size);
  m_picture->paint([&](draw::Canvas& canvas) {
    const draw::Rect all{0, 0, static_cast<double>(size.x), static_cast<double>(size.y)};
    canvas.fill(draw::Path::roundedRectangle(all, kCorner), kPaper);
    if (m_photo) draw::drawPhoto(canvas, *m_photo, all.inflated(-kMargin));
  });
  Refresh();
}

}  // namespace unknot::ui

#include "ui/painted_panel.h"

#include <wx/dcclient.h>

#include "ui/picture.h"

namespace unknot::ui {
namespace {

constexpr int kSmallest = 10;

}  // namespace

PaintedPanel::PaintedPanel(wxWindow* parent, wxSize sizeDip) : wxPanel(parent) {
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

void PaintedPanel::redraw() {
  const wxSize size = GetClientSize();
  if (size.x < kSmallest || size.y < kSmallest) return;
  m_picture = painted(size);
  Refresh();
}

}  // namespace unknot::ui

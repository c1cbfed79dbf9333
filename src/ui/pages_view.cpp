#include "ui/pages_view.h"

#include <wx/dcclient.h>

#include <algorithm>
#include <cmath>

#include "ui/accessible.h"
#include "ui/controls.h"

namespace unknot::ui {
namespace {

// Points to device-independent pixels: a page at zoom 1 is as large as the paper on a screen of 96 dots an
// inch.
constexpr double kPixelsPerPoint = 96.0 / 72.0;
constexpr int kGap = 18;
constexpr int kScrollStep = 24;

}  // namespace

PagesView::PagesView(wxWindow* parent, const Surroundings& around, std::function<void(double)> onZoom)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxVSCROLL | wxHSCROLL | wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE),
      m_around(around) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetScrollRate(kScrollStep, kScrollStep);
  setAccessibleName(this, around.words.say("preview.pages"));
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    layOut();
    event.Skip();
  });
  Bind(wxEVT_MOUSEWHEEL, [onZoom = std::move(onZoom)](wxMouseEvent& event) {
    if (event.ControlDown())
      onZoom(event.GetWheelRotation() > 0 ? 1.1 : 1 / 1.1);
    else
      event.Skip();
  });
  // wx would scroll by any arrow key, and Alt+Left, the way back, would never reach the menu.
  DisableKeyboardScrolling();
  Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (event.HasAnyModifiers()) {
      event.Skip();
      return;
    }
    const int step = GetClientSize().y / kScrollStep - 1;
    int x = 0;
    int y = 0;
    GetViewStart(&x, &y);
    switch (event.GetKeyCode()) {
      case WXK_PAGEDOWN:
        Scroll(x, y + step);
        break;
      case WXK_PAGEUP:
        Scroll(x, std::max(0, y - step));
        break;
      case WXK_DOWN:
        Scroll(x, y + 2);
        break;
      case WXK_UP:
        Scroll(x, std::max(0, y - 2));
        break;
      case WXK_LEFT:
        Scroll(std::max(0, x - 2), y);
        break;
      case WXK_RIGHT:
        Scroll(x + 2, y);
        break;
      case WXK_HOME:
        Scroll(x, 0);
        break;
      case WXK_END:
        Scroll(x, GetVirtualSize().y / kScrollStep);
        break;
      default:
        event.Skip();
    }
  });
  m_around.theme.follow(this, [this] { Refresh(); });
}

void PagesView::show(std::shared_ptr<const document::Document> document, double zoom) {
  if (document == m_document && zoom == m_zoom) return;
  const bool another = document != m_document;
  m_document = std::move(document);
  m_zoom = zoom;
  m_pictures.clear();
  m_pictures.resize(static_cast<std::size_t>(pageCount()));
  layOut();
  if (another) {
    Scroll(0, 0);
    setAccessibleDescription(
        this, m_document ? m_around.words.sayCount("preview.pageCount", pageCount()) : std::string());
  }
  Refresh();
}

int PagesView::pageCount() const {
  return m_document ? static_cast<int>(m_document->pages.size()) : 0;
}

double PagesView::fittingZoom() const {
  if (pageCount() == 0) return 1;
  return (GetClientSize().x - 2 * kGap) / (m_document->pages.front().size.width * kPixelsPerPoint);
}

wxRect PagesView::pageRect(std::size_t page) const {
  const double k = kPixelsPerPoint * m_zoom;
  int top = kGap;
  for (std::size_t i = 0; i < page; ++i)
    top += static_cast<int>(std::lround(m_document->pages[i].size.height * k)) + kGap;
  const auto& size = m_document->pages[page].size;
  const int width = static_cast<int>(std::lround(size.width * k));
  const int left = std::max(kGap, (std::max(GetClientSize().x, GetVirtualSize().x) - width) / 2);
  return {left, top, width, static_cast<int>(std::lround(size.height * k))};
}

void PagesView::layOut() {
  if (pageCount() == 0) {
    SetVirtualSize(0, 0);
    return;
  }
  const wxRect last = pageRect(m_document->pages.size() - 1);
  SetVirtualSize(last.width + 2 * kGap, last.GetBottom() + kGap);
}

void PagesView::onPaint() {
  wxPaintDC dc(this);
  PrepareDC(dc);
  const wxPoint origin = CalcUnscrolledPosition(wxPoint(0, 0));
  const wxRect seen(origin, GetClientSize());
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.SetBrush(wxBrush(m_around.theme.toolkitColor(Tone::page)));
  dc.DrawRectangle(seen);
  for (std::size_t i = 0; i < m_pictures.size(); ++i) {
    const wxRect rect = pageRect(i);
    if (!rect.Intersects(seen)) continue;
    auto& picture = m_pictures[i];
    if (!picture) {
      picture = makePicture(this, m_around, rect.GetSize());
      picture->clear(draw::rgb(0xFFFFFF));
      picture->paint([&](draw::Canvas& canvas) {
        const draw::CanvasState state(canvas);
        canvas.transform(draw::Affine::scale(kPixelsPerPoint * m_zoom, kPixelsPerPoint * m_zoom));
        m_document->pages[i].draw(canvas);
      });
    }
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.SetPen(wxPen(m_around.theme.toolkitColor(Tone::line)));
    dc.DrawRectangle(wxRect(rect).Inflate(1));
    showPicture(dc, *picture, rect.GetTopLeft());
  }
}

}  // namespace unknot::ui

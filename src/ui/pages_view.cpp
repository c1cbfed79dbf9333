#include "ui/pages_view.h"

#include <wx/dcclient.h>
#include <wx/settings.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/accessible.h"
#include "ui/controls.h"

namespace unknot::ui {
namespace {

// Points to device-independent pixels: a page at zoom 1 is as large as the paper on a screen of 96 dots an
// inch.
constexpr double kPixelsPerPoint = 96.0 / 72.0;
constexpr int kGap = 18;
constexpr int kScrollStep = 24;
constexpr double kSmallestZoom = 0.4;
constexpr double kLargestZoom = 4;
constexpr double kLargestFit = 1.4;
constexpr double kZoomStep = 1.2;
constexpr double kWheelStep = 1.1;
// Pages above and below what is seen that stay drawn.
constexpr int kPagesKept = 2;

class ComposedPages final : public PageSource {
 public:
  ComposedPages(const Surroundings& around, std::shared_ptr<const document::Document> document)
      : m_around(around), m_document(std::move(document)) {}

  int count() const override { return static_cast<int>(m_document->pages.size()); }
  draw::Size size(int page) const override { return at(page).size; }
  void draw(const wxWindow& window, int page, double unitsAPoint, const core::Tasks::Lifetime&,
            Drawn drawn) const override {
    const auto length = [&](double points) { return static_cast<int>(std::lround(points * unitsAPoint)); };
    const auto picture =
        makePicture(&window, m_around, wxSize(length(size(page).width), length(size(page).height)));
    picture->clear(draw::rgb(0xFFFFFF));
    picture->paint([&](draw::Canvas& canvas) {
      const draw::CanvasState state(canvas);
      canvas.transform(draw::Affine::scale(unitsAPoint, unitsAPoint));
      at(page).draw(canvas);
    });
    drawn(picture);
  }

 private:
  const document::Page& at(int page) const { return m_document->pages.at(static_cast<std::size_t>(page)); }

  const Surroundings& m_around;
  std::shared_ptr<const document::Document> m_document;
};

class FiledPages final : public PageSource {
 public:
  FiledPages(const Surroundings& around, std::shared_ptr<const raster::Sheets> sheets)
      : m_around(around), m_sheets(std::move(sheets)) {}

  int count() const override { return m_sheets->count(); }
  draw::Size size(int page) const override { return m_sheets->size(page); }
  void draw(const wxWindow& window, int page, double unitsAPoint, const core::Tasks::Lifetime& lifetime,
            Drawn drawn) const override {
    m_around.drawing.run(
        lifetime,
        [lifetime, sheets = m_sheets, page, unitsAPoint,
         density = window.GetContentScaleFactor()]() -> std::shared_ptr<const raster::Picture> {
          return lifetime.expired() ? nullptr : sheets->drawn(page, unitsAPoint, density);
        },
        std::move(drawn), [](std::exception_ptr error) { std::rethrow_exception(error); });
  }

 private:
  const Surroundings& m_around;
  std::shared_ptr<const raster::Sheets> m_sheets;
};

}  // namespace

std::shared_ptr<const PageSource> pagesOf(const Surroundings& around,
                                          std::shared_ptr<const document::Document> document) {
  if (!document) return nullptr;
  return std::make_shared<ComposedPages>(around, std::move(document));
}

std::shared_ptr<const PageSource> pagesOf(const Surroundings& around,
                                          std::shared_ptr<const raster::Sheets> sheets) {
  if (!sheets) return nullptr;
  return std::make_shared<FiledPages>(around, std::move(sheets));
}

PagesView::PagesView(wxWindow* parent, const Surroundings& around)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxVSCROLL | wxHSCROLL | wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE),
      m_around(around) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetScrollRate(kScrollStep, kScrollStep);
  setAccessibleName(this, around.words.say("preview.pages"));
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    if (!m_fitted) fitWidth();
    layOut();
    event.Skip();
  });
  Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
    if (event.ControlDown())
      zoomBy(event.GetWheelRotation() > 0 ? kWheelStep : 1 / kWheelStep);
    else
      event.Skip();
  });
  // wx would scroll by any arrow key, and Alt+Left, the way back, would never reach the menu.
  DisableKeyboardScrolling();
  Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) { onKey(event); });
  m_around.theme.follow(this, [this] { Refresh(); });
}

void PagesView::onKey(wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  if (event.GetModifiers() == wxMOD_CONTROL && (key == WXK_PAGEDOWN || key == WXK_PAGEUP))
    return goTo(firstSeen() + (key == WXK_PAGEDOWN ? 1 : -1));
  // "+" is a shifted key on some keyboards.
  if (!event.ControlDown() && !event.AltDown() && (key == '+' || key == '=' || key == WXK_NUMPAD_ADD))
    return zoomBy(kZoomStep);
  if (event.HasAnyModifiers()) {
    event.Skip();
    return;
  }
  const int step = GetClientSize().y / kScrollStep - 1;
  int x = 0;
  int y = 0;
  GetViewStart(&x, &y);
  switch (key) {
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
    case '-':
    case WXK_NUMPAD_SUBTRACT:
      zoomBy(1 / kZoomStep);
      break;
    default:
      event.Skip();
  }
}

void PagesView::show(std::shared_ptr<const PageSource> source) {
  const bool first = !m_source;
  m_source = std::move(source);
  if (first || !m_source) m_fitted = false;
  if (!m_fitted) fitWidth();
  forgetPictures();
  layOut();
  Scroll(0, 0);
  setAccessibleDescription(
      this, m_source ? m_around.words.sayCount("preview.pageCount", pageCount()) : std::string());
  Refresh();
}

int PagesView::pageCount() const {
  return m_source ? m_source->count() : 0;
}

void PagesView::zoomBy(double factor) {
  if (!m_source) return;
  // What stands in the middle stays there.
  const wxSize seen = GetClientSize();
  const wxPoint middle = CalcUnscrolledPosition(wxPoint(seen.x / 2, seen.y / 2));
  const double before = m_zoom;
  m_zoom = std::clamp(m_zoom * factor, kSmallestZoom, kLargestZoom);
  if (m_zoom == before) return;
  forgetPictures();
  layOut();
  const auto start = [&](int at, int length) {
    return std::max(0, static_cast<int>(std::lround(at * m_zoom / before)) - length / 2) / kScrollStep;
  };
  Scroll(start(middle.x, seen.x), start(middle.y, seen.y));
  Refresh();
}

// The widest page, as wide as the view.
void PagesView::fitWidth() {
  // The bar at the side comes with the pages, and takes its room from them.
  const int bar = std::max(0, wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, this));
  const int width = GetSize().x - bar - 2 * kGap;
  double widest = 0;
  for (int i = 0; i < pageCount(); ++i) widest = std::max(widest, m_source->size(i).width);
  if (widest <= 0 || width <= kGap) return;
  m_zoom = std::clamp(width / (widest * kPixelsPerPoint), kSmallestZoom, kLargestFit);
  // A view that has no size of its own yet is asked again.
  m_fitted = IsShownOnScreen();
  forgetPictures();
}

bool PagesView::isDrawn() const {
  if (!m_source || m_asked.empty()) return false;
  for (std::size_t i = 0; i < m_asked.size(); ++i)
    if (m_asked[i] && !m_pictures[i]) return false;
  return std::find(m_asked.begin(), m_asked.end(), true) != m_asked.end();
}

void PagesView::forgetPictures() {
  m_alive = std::make_shared<const int>(0);
  const auto count = static_cast<std::size_t>(pageCount());
  m_pictures.assign(count, nullptr);
  m_asked.assign(count, false);
}

wxRect PagesView::pageRect(int page) const {
  const double k = kPixelsPerPoint * m_zoom;
  int top = kGap;
  for (int i = 0; i < page; ++i) top += static_cast<int>(std::lround(m_source->size(i).height * k)) + kGap;
  const auto size = m_source->size(page);
  const int width = static_cast<int>(std::lround(size.width * k));
  const int left = std::max(kGap, (std::max(GetClientSize().x, GetVirtualSize().x) - width) / 2);
  return {left, top, width, static_cast<int>(std::lround(size.height * k))};
}

void PagesView::layOut() {
  if (pageCount() == 0) {
    SetVirtualSize(0, 0);
    return;
  }
  int width = 0;
  for (int i = 0; i < pageCount(); ++i)
    width =
        std::max(width, static_cast<int>(std::lround(m_source->size(i).width * kPixelsPerPoint * m_zoom)));
  SetVirtualSize(width + 2 * kGap, pageRect(pageCount() - 1).GetBottom() + kGap);
}

int PagesView::firstSeen() const {
  const int top = CalcUnscrolledPosition(wxPoint(0, 0)).y + kGap;
  for (int i = 0; i < pageCount(); ++i)
    if (pageRect(i).GetBottom() > top) return i;
  return std::max(0, pageCount() - 1);
}

void PagesView::goTo(int page) {
  if (page < 0 || page >= pageCount()) return;
  int x = 0;
  int y = 0;
  GetViewStart(&x, &y);
  Scroll(x, std::max(0, pageRect(page).GetTop() - kGap / 2) / kScrollStep);
}

void PagesView::ask(int page) {
  const auto i = static_cast<std::size_t>(page);
  if (m_asked[i]) return;
  m_asked[i] = true;
  m_source->draw(*this, page, kPixelsPerPoint * m_zoom, std::weak_ptr<const void>(m_alive),
                 [this, i](std::shared_ptr<const raster::Picture> picture) {
                   m_pictures[i] = std::move(picture);
                   Refresh();
                 });
}

void PagesView::onPaint() {
  wxPaintDC dc(this);
  PrepareDC(dc);
  const wxPoint origin = CalcUnscrolledPosition(wxPoint(0, 0));
  const wxRect seen(origin, GetClientSize());
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.SetBrush(wxBrush(m_around.theme.toolkitColor(Tone::page)));
  dc.DrawRectangle(seen);
  const int first = firstSeen();
  for (int page = 0; page < pageCount(); ++page) {
    const auto i = static_cast<std::size_t>(page);
    const wxRect rect = pageRect(page);
    if (!rect.Intersects(seen)) {
      if (std::abs(page - first) <= kPagesKept || !m_pictures[i]) continue;
      m_pictures[i].reset();
      m_asked[i] = false;
      continue;
    }
    ask(page);
    dc.SetBrush(*wxWHITE_BRUSH);
    dc.SetPen(wxPen(m_around.theme.toolkitColor(Tone::line)));
    dc.DrawRectangle(wxRect(rect).Inflate(1));
    if (m_pictures[i]) showPicture(dc, *m_pictures[i], rect.GetTopLeft());
  }
}

void addZoomButtons(wxWindow* parent, const Surroundings& around, wxSizer* bar, const wxSizerFlags& flags,
                    const std::function<void(double)>& onZoom) {
  const auto add = [&](const char* wordsId, const char* sign, double factor) {
    auto* button = makeButton(parent, around, wordsId, [onZoom, factor] { onZoom(factor); });
    // The sign keeps the bar short on a small screen; the words are in its tip and its accessible name.
    button->SetToolTip(wxControl::RemoveMnemonics(around.say(wordsId)));
    button->SetLabel(toWx(sign));
    setLook(button, Look::iconOnly);
    button->SetMinSize(parent->FromDIP(wxSize(40, -1)));
    bar->Add(button, flags);
  };
  add("preview.smaller", "\u2212", 1 / kZoomStep);
  add("preview.larger", "+", kZoomStep);
}

}  // namespace unknot::ui

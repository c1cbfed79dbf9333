// The pages of a document, one under another, as they are or will be on paper.
#pragma once

#include <wx/scrolwin.h>
#include <wx/sizer.h>

#include <functional>
#include <memory>
#include <vector>

#include "document/document.h"
#include "raster/sheets.h"
#include "ui/picture.h"

namespace unknot::ui {

// Where pages come from.
class PageSource {
 public:
  using Drawn = std::function<void(std::shared_ptr<const raster::Picture>)>;

  virtual ~PageSource() = default;
  virtual int count() const = 0;
  virtual draw::Size size(int page) const = 0;  // points
  // `unitsAPoint` device-independent pixels a point. `drawn` is called with the page, now or later, on the
  // window's thread; not any more once `lifetime` has ended.
  virtual void draw(const wxWindow& window, int page, double unitsAPoint,
                    const core::Tasks::Lifetime& lifetime, Drawn drawn) const = 0;
};

// A document that was just composed. Keeps `around` for as long as it lives.
std::shared_ptr<const PageSource> pagesOf(const Surroundings& around,
                                          std::shared_ptr<const document::Document> document);
// A file of a chart: drawn on the drawing thread.
std::shared_ptr<const PageSource> pagesOf(const Surroundings& around,
                                          std::shared_ptr<const raster::Sheets> sheets);

class PagesView final : public wxScrolledCanvas {
 public:
  // Keeps `around` for as long as it lives.
  PagesView(wxWindow* parent, const Surroundings& around);
  // nullptr: none. Another document begins at its top, as wide as the view.
  void show(std::shared_ptr<const PageSource> source);
  int pageCount() const;
  // 1 is the size of the paper itself. Also by Ctrl with the wheel, and by + and -.
  void zoomBy(double factor);
  double zoom() const { return m_zoom; }
  // Whether every page that is seen has been drawn.
  bool isDrawn() const;

 private:
  wxRect pageRect(int page) const;
  void fitWidth();
  void layOut();
  void forgetPictures();
  void onKey(wxKeyEvent& event);
  void onPaint();
  void ask(int page);
  // The one at the top of what is seen.
  int firstSeen() const;
  void goTo(int page);

  const Surroundings& m_around;
  std::shared_ptr<const PageSource> m_source;
  double m_zoom = 1;
  bool m_fitted = false;
  // Drawn when they are seen; given up when they are far from what is seen.
  std::vector<std::shared_ptr<const raster::Picture>> m_pictures;
  std::vector<bool> m_asked;
  // Ends with this object, and anew with each document and zoom: what was asked for before is not shown.
  std::shared_ptr<const int> m_alive;
};

// "−" and "+" for a bar above pages; `onZoom` is given a factor.
void addZoomButtons(wxWindow* parent, const Surroundings& around, wxSizer* bar, const wxSizerFlags& flags,
                    const std::function<void(double factor)>& onZoom);

}  // namespace unknot::ui

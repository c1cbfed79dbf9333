// The pages of a document, one under another, as they will be on paper.
#pragma once

#include <wx/scrolwin.h>

#include <functional>
#include <memory>
#include <vector>

#include "document/document.h"
#include "ui/picture.h"

namespace unknot::ui {

class PagesView final : public wxScrolledCanvas {
 public:
  // `onZoom` hears Ctrl with the wheel: a factor.
  PagesView(wxWindow* parent, const Surroundings& around, std::function<void(double factor)> onZoom);
  // `zoom` 1 is the size of the paper itself.
  void show(std::shared_ptr<const document::Document> document, double zoom);
  int pageCount() const;
  // The zoom at which a page is as wide as the view.
  double fittingZoom() const;

 private:
  wxRect pageRect(std::size_t page) const;
  void layOut();
  void onPaint();

  const Surroundings& m_around;
  std::shared_ptr<const document::Document> m_document;
  double m_zoom = 1;
  // Drawn when they are first seen.
  std::vector<std::shared_ptr<raster::Picture>> m_pictures;
};

}  // namespace unknot::ui

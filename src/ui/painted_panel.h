// A panel that shows one picture, painted anew whenever its size or its content changes; only looked at.
#pragma once

#include <wx/panel.h>

#include <memory>

#include "raster/raster.h"

namespace unknot::ui {

class PaintedPanel : public wxPanel {
 public:
  // -1 in `sizeDip`: as its sizer gives it.
  PaintedPanel(wxWindow* parent, wxSize sizeDip);
  // A picture takes no part in the round of the Tab key.
  bool AcceptsFocus() const override { return false; }

 protected:
  // Call when what is to be seen has changed.
  void redraw();

 private:
  // Never called for a size in which nothing can be seen; nullptr: nothing to show yet.
  virtual std::shared_ptr<const raster::Picture> painted(wxSize size) = 0;

  std::shared_ptr<const raster::Picture> m_picture;
};

}  // namespace unknot::ui

// A photo or logo as it will be printed; only looked at.
#pragma once

#include <wx/panel.h>

#include <memory>

#include "core/photo.h"
#include "raster/raster.h"
#include "ui/surroundings.h"

namespace unknot::ui {

class PhotoView final : public wxPanel {
 public:
  PhotoView(wxWindow* parent, const Surroundings& around, wxSize sizeDip);

  // nullptr: the empty ground.
  void show(std::shared_ptr<const core::Photo> photo);
  // A picture takes no part in the round of the Tab key.
  bool AcceptsFocus() const override { return false; }

 private:
  void redraw();

  const Surroundings& m_around;
  std::shared_ptr<const core::Photo> m_photo;
  std::shared_ptr<raster::Picture> m_picture;
};

}  // namespace unknot::ui

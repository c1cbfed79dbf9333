// A photo or logo as it will be printed; only looked at.
#pragma once

#include <memory>

#include "core/photo.h"
#include "ui/painted_panel.h"
#include "ui/surroundings.h"

namespace unknot::ui {

class PhotoView final : public PaintedPanel {
 public:
  PhotoView(wxWindow* parent, const Surroundings& around, wxSize sizeDip);

  // nullptr: the empty ground.
  void show(std::shared_ptr<const core::Photo> photo);

 private:
  std::shared_ptr<const raster::Picture> painted(wxSize size) override;

  const Surroundings& m_around;
  std::shared_ptr<const core::Photo> m_photo;
};

}  // namespace unknot::ui

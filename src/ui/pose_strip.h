// Pictures of a movement beside each other, painted as they are on paper; only looked at.
#pragma once

#include <wx/panel.h>

#include <memory>
#include <vector>

#include "domain/pose.h"
#include "raster/raster.h"
#include "ui/surroundings.h"

namespace unknot::ui {

class PoseStrip final : public wxPanel {
 public:
  PoseStrip(wxWindow* parent, const Surroundings& around, int heightDip);

  void show(std::vector<domain::PoseFrame> frames);
  // A picture takes no part in the round of the Tab key.
  bool AcceptsFocus() const override { return false; }

 private:
  void redraw();

  const Surroundings& m_around;
  std::vector<domain::PoseFrame> m_frames;
  std::shared_ptr<raster::Picture> m_picture;
};

}  // namespace unknot::ui

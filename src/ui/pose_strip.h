// Pictures of a movement beside each other, painted as they are on paper; only looked at.
#pragma once

#include <memory>
#include <vector>

#include "domain/pose.h"
#include "ui/painted_panel.h"
#include "ui/surroundings.h"

namespace unknot::ui {

class PoseStrip final : public PaintedPanel {
 public:
  PoseStrip(wxWindow* parent, const Surroundings& around, int heightDip);

  void show(std::vector<domain::PoseFrame> frames);

 private:
  std::shared_ptr<const raster::Picture> painted(wxSize size) override;

  const Surroundings& m_around;
  std::vector<domain::PoseFrame> m_frames;
};

}  // namespace unknot::ui

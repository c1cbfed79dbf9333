// A small body map that is only looked at: the levels of one session, in one or more views.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "draw/body_map_figure.h"
#include "ui/painted_panel.h"
#include "ui/surroundings.h"

namespace unknot::ui {

// A picture of `views` side by side, clear behind, in the theme's colours.
std::shared_ptr<raster::Picture> drawMaps(const wxWindow* window, const Surroundings& around,
                                          const domain::BodyAtlas& atlas, const draw::BodyMapMarks& marks,
                                          const std::vector<domain::BodyView>& views, wxSize size);

class MapPicture final : public PaintedPanel {
 public:
  MapPicture(wxWindow* parent, const Surroundings& around, std::vector<domain::BodyView> views,
             wxSize sizeDip);
  // `name` is what a screen reader says. `atlas` outlives the picture.
  void show(const domain::BodyAtlas& atlas, const draw::BodyMapMarks& marks, const std::string& name);

 private:
  std::shared_ptr<const raster::Picture> painted(wxSize size) override;

  const Surroundings& m_around;
  const domain::BodyAtlas* m_atlas = nullptr;  // none before anything is shown
  std::vector<domain::BodyView> m_views;
  draw::BodyMapMarks m_marks;
};

}  // namespace unknot::ui

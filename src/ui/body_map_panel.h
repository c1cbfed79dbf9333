// The body map on screen: two views side by side, painted into a picture that is kept, so that a tap repaints
// only its region. Always stands beside a native list that does the same by keyboard and for screen readers.
#pragma once

#include <wx/window.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/body_atlas.h"
#include "draw/body_map_figure.h"
#include "raster/raster.h"
#include "ui/surroundings.h"

namespace unknot::ui {

class BodyMapPanel : public wxWindow {
 public:
  struct Handlers {
    // A click, or Enter on the region the arrow keys went to. `extend`: with Ctrl or Shift.
    std::function<void(const domain::RegionSlug&, bool extend)> tap;
    // The pointer is drawn over the region with the button held.
    std::function<void(const domain::RegionSlug&)> dragOver;
    std::function<void()> endDrag;
    // The pointer is over another region, or none.
    std::function<void(const domain::BodyRegion*)> hover;
  };
  // Keeps the references for as long as it lives.
  BodyMapPanel(wxWindow* parent, const Surroundings& around, const domain::BodyAtlas& atlas,
               Handlers handlers);

  void showMarks(const draw::BodyMapMarks& marks);
  // Front and back, or the two sides.
  void showSides(bool sides);
  // The region in the middle of the one selected and the direction; nothing at the figure's edge.
  const domain::BodyRegion* neighbour(const domain::RegionSlug& from, int dx, int dy) const;
  // Where a region's label lies on the panel, for tests; nothing when its view is not shown.
  std::optional<wxPoint> placeOf(const domain::RegionSlug& region) const;

 protected:
  wxSize DoGetBestClientSize() const override;

 private:
  struct Pane {
    domain::BodyView view;
    draw::Rect figure;  // in panel units
    draw::Affine placement;
  };

  void layOut();
  void rebuild();
  void paintPicture(const draw::Rect& dirty);
  void repaintRegions(const std::vector<domain::RegionSlug>& regions);
  const Pane* paneAt(draw::Point at) const;
  const domain::BodyRegion* regionAt(wxPoint at) const;
  void pointTo(const domain::BodyRegion* region);
  void onPaint();
  void onMotion(const wxMouseEvent& event);
  void onButtonUp(const wxMouseEvent& event);

  const Surroundings& m_around;
  const domain::BodyAtlas& m_atlas;
  Handlers m_handlers;
  draw::BodyMapMarks m_marks;
  bool m_sides = false;
  bool m_dragging = false;
  std::vector<Pane> m_panes;
  std::shared_ptr<raster::Picture> m_picture;
};

}  // namespace unknot::ui

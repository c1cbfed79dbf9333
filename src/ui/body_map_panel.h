// The body map on screen: one or more views side by side, with zoom. Always stands beside a native list that
// does the same by keyboard and for screen readers.
#pragma once

#include <wx/button.h>
#include <wx/timer.h>
#include <wx/window.h>

#include <optional>
#include <string>
#include <vector>

#include "app/map_hand.h"
#include "domain/body_atlas.h"
#include "draw/map_viewport.h"
#include "ui/accessible_items.h"
#include "ui/map_surface.h"
#include "ui/pinch.h"
#include "ui/surroundings.h"

namespace unknot::ui {

class BodyMapPanel : public wxWindow {
 public:
  using Handlers = app::MapHandlers;
  // Keeps the references for as long as it lives.
  BodyMapPanel(wxWindow* parent, const Surroundings& around, const domain::BodyAtlas& atlas,
               Handlers handlers);

  // What is seen; at first the front and the back, without marks. Of panes that were there before only the
  // regions that changed are painted; zoom and place stay. A region that becomes selected is brought into
  // sight.
  void showPanes(std::vector<MapPane> panes);
  // What a tap and a drag mean.
  void setTool(app::MapTool tool);

  double zoom() const { return m_viewport.zoom(); }
  void zoomBy(double factor);
  void showWhole();

  // Where an arrow key leads, in the first pane that shows the region; nothing at the figure's edge.
  const domain::BodyRegion* neighbour(const domain::RegionSlug& from, domain::Direction direction) const;
  // Where a region's label lies on the panel, for tests: in the first pane that shows it, or in the one asked
  // for; nothing when its view is not shown. With zoom it may lie outside.
  std::optional<wxPoint> placeOf(const domain::RegionSlug& region,
                                 std::optional<std::size_t> pane = {}) const;
  const draw::MapViewport& viewport() const { return m_viewport; }

 protected:
  wxSize DoGetBestClientSize() const override;

 private:
  // One child for screen readers.
  struct Item {
    std::size_t pane;
    const domain::BodyRegion* region;
  };

  void bindPointer();
  void makeButtons();
  void placeButtons();
  std::vector<domain::BodyView> views() const;
  void layOut();
  void listItems();
  AccessibleItem item(std::size_t index) const;
  void viewMoved();
  void viewSettled();
  void revealSelected(const std::vector<MapPane>& before);
  void lineChanged();
  void pointTo(const std::optional<app::MapRegion>& region);
  void showCursor(wxPoint at);
  void onPaint();
  void onMotion(const wxMouseEvent& event);
  void onWheel(const wxMouseEvent& event);
  void onKey(wxKeyEvent& event);
  core::Point keyboardCentre() const;

  const Surroundings& m_around;
  const domain::BodyAtlas& m_atlas;
  const Handlers m_handlers;
  AccessibleItems m_items;
  draw::MapViewport m_viewport;
  app::MapHand m_hand;
  MapSurface m_surface;
  Pinch m_pinch;
  std::vector<Item> m_listed;
  std::optional<app::MapRegion> m_hovered;
  wxTimer m_settle;
  wxRect m_lineBox;
  wxStockCursor m_cursor = wxCURSOR_ARROW;
  wxButton* m_closer = nullptr;
  wxButton* m_farther = nullptr;
  wxButton* m_whole = nullptr;
};

}  // namespace unknot::ui

// The body map as it is painted: a kept picture, of which a change repaints only its regions. While the view
// moves the old picture is stretched, which is quick; once it has come to rest it is painted anew and sharp.
#pragma once

#include <wx/dc.h>
#include <wx/window.h>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "draw/body_map_figure.h"
#include "draw/map_viewport.h"
#include "raster/raster.h"
#include "ui/surroundings.h"

namespace unknot::ui {

// One figure of the map.
struct MapPane {
  domain::BodyView view = domain::BodyView::front;
  draw::BodyMapMarks marks;  // but for `hovered`, which follows the pointer
  std::string title;         // what tells it from the others ("Before"); "" where nothing need be told
};

class MapSurface {
 public:
  // Keeps all for as long as it lives.
  MapSurface(wxWindow* window, const Surroundings& around, const domain::BodyAtlas& atlas,
             const draw::MapViewport& viewport);

  // Others than before, one for each pane of the viewport.
  void setPanes(std::vector<MapPane> panes);
  // The same pane with other marks: repaints what changed, and says which regions did.
  std::set<domain::RegionSlug, std::less<>> showMarks(std::size_t pane, draw::BodyMapMarks marks);
  const std::vector<MapPane>& panes() const { return m_panes; }
  // The region under the pointer, in all panes.
  void hover(const std::optional<domain::RegionSlug>& region);
  // Size or colours are others: everything is painted anew when it is shown next.
  void forget();
  // The viewport moved and may move again.
  void moved();
  // It has come to rest.
  void settled();

  void paint(wxDC& dc);

 private:
  using Placements = std::vector<draw::Affine>;

  Placements placements() const;
  void paintAnew();
  draw::Rect sheetOf(domain::BodyView view, const draw::Affine& placement) const;
  void repaint(std::size_t pane, const draw::BodyMapMarks& before);
  void paintFigures(raster::Picture& picture, const Placements& placements, const draw::Rect& dirty) const;
  void paintStretched(wxDC& dc);
  void paintSeams(wxDC& dc) const;
  void paintTitles(wxDC& dc);
  void paintSideLabels(wxDC& dc);
  std::shared_ptr<raster::Picture> makeTitle(std::size_t pane) const;
  std::shared_ptr<raster::Picture> makeLetter(domain::Side side, double size) const;

  wxWindow* m_window;
  const Surroundings& m_around;
  const domain::BodyAtlas& m_atlas;
  const draw::MapViewport& m_viewport;
  std::vector<MapPane> m_panes;
  std::optional<domain::RegionSlug> m_hovered;

  std::shared_ptr<raster::Picture> m_picture;
  Placements m_painted;  // of the figures in the picture
  // The whole figures, coarse: what is seen beside the old picture while the view moves.
  std::shared_ptr<raster::Picture> m_overview;
  bool m_still = true;
  std::vector<std::shared_ptr<raster::Picture>> m_titles;
  std::map<std::pair<domain::Side, double>, std::shared_ptr<raster::Picture>> m_letters;
};

}  // namespace unknot::ui

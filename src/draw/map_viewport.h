// Which part of the body the panes of a map show. All panes share one zoom and one place on the body, so that
// front and back, or before and after, always lie at the same part: the client's left shoulder in the front
// is the client's left shoulder in the back. Lengths are the panel's units, figure space is the atlas's.
#pragma once

#include <optional>
#include <vector>

#include "core/geometry.h"
#include "domain/body_atlas.h"
#include "draw/canvas.h"

namespace unknot::draw {

class MapViewport {
 public:
  static constexpr double kWhole = 1;
  static constexpr double kClosest = 6;
  static constexpr double kTitleHeight = 26;
  static constexpr double kGutter = 8;  // between panes of a row

  struct Pane {
    domain::BodyView view = domain::BodyView::front;
    Rect cell;  // with the title above
    Rect area;  // where the figure is seen, and cut off
  };
  // Where the letter of a side stands.
  struct SideLabel {
    domain::Side side = domain::Side::left;
    Point centre;
    double size = 0;  // of the type
  };

  // Keeps `atlas` for as long as it lives.
  explicit MapViewport(const domain::BodyAtlas& atlas) : m_atlas(atlas) {}

  // One pane a view, in as many rows as show the figures largest, as wide as its figure asks for. Zoom and
  // place stay; views that the atlas does not have get no pane.
  void layOut(const std::vector<domain::BodyView>& views, Size panel);
  const std::vector<Pane>& panes() const { return m_panes; }

  double zoom() const { return m_zoom; }
  // False when nothing moved: at a limit, or without panes. The figure's point at `about` stays there as far
  // as the figure's edges allow.
  bool zoomBy(double factor, Point about);
  // The figure follows: what was at `at` is at `at + by` afterwards, as far as its edges allow.
  bool panBy(Point at, Point by);
  bool showWhole();
  // Brings a part of the pane's figure into sight when little of it is seen.
  bool reveal(std::size_t pane, const Rect& figurePart);

  // Figure space into the panel.
  Affine placement(std::size_t pane) const;
  // The same when the whole figure is shown.
  Affine wholePlacement(std::size_t pane) const;
  // The pane whose figure is seen at the point.
  std::optional<std::size_t> paneAt(Point at) const;
  Point toFigure(std::size_t pane, Point at) const;
  // In the client's own left and right, each over its own half of the figure only: beside the figure where
  // that is seen, else at the pane's edge. A half that is out of sight has none.
  std::vector<SideLabel> sideLabels(std::size_t pane) const;

 private:
  std::size_t nearestPane(Point at) const;
  const domain::FigureView& figure(std::size_t pane) const;
  Affine placementAt(std::size_t pane, double zoom) const;
  Point centre(std::size_t pane, double zoom) const;
  void setCentre(std::size_t pane, Point centre);

  const domain::BodyAtlas& m_atlas;
  std::vector<Pane> m_panes;
  double m_scale = 1;  // of the whole figures; one for all, so that they are equally tall
  double m_zoom = kWhole;
  // The place on the body that the panes' middles show, in figure units: down from the top; from the midline
  // to the client's left (front and back); from the middle to the viewer's right of the left side.
  std::optional<double> m_down;
  double m_lateral = 0;
  double m_forward = 0;
};

}  // namespace unknot::draw

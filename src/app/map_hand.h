// What a hand on the body map means: presses, drags and pinches become regions, places and movements of the
// view. A mouse takes what is under it, at once; a finger decides when it is lifted, because a second finger
// may make it a pinch. One finger can arrive as doubled mouse events: the second of them changes nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "domain/body_atlas.h"
#include "draw/map_viewport.h"

namespace unknot::app {

enum class MapTool {
  choose,  // a tap takes a region, a drag moves the figure
  paint,   // a tap or a drag takes every region it comes over
  point,   // a tap gives a place in the figure, a drag moves the figure
  line,    // a tap gives a place, a drag a place and an end
};

enum class MapPointer { mouse, finger };

struct MapRegion {
  domain::RegionSlug region;
  domain::BodyView view = domain::BodyView::front;
  std::size_t pane = 0;  // as they were shown, from 0
};

// What comes of it. Each may be empty. Points are figure space.
struct MapHandlers {
  // A tap, or the first region of a drag with MapTool::paint. `extend`: with Ctrl or Shift.
  std::function<void(const MapRegion&, bool extend)> tap;
  // Before the first region of a drag with MapTool::paint.
  std::function<void()> beginDrag;
  // The pointer is drawn over a further region; never leaves the pane in which it began.
  std::function<void(const MapRegion&)> dragOver;
  std::function<void()> endDrag;
  // The pointer is over another region, or the same one in another pane, or none.
  std::function<void(const std::optional<MapRegion>&)> hover;
  // The mark at `at`, within `tolerance`, both in the panel's units, where `placement` puts the figure; asked
  // for each tap but those that paint.
  std::function<std::optional<std::size_t>(domain::BodyView, const core::Affine& placement, core::Point at,
                                           double tolerance)>
      pointUnder;
  std::function<void(std::size_t mark)> tapPoint;
  std::function<void(domain::BodyView, core::Point, std::optional<core::Point> end)> place;
};

class MapHand {
 public:
  // What the window does about it.
  struct View {
    std::function<void()> moved;    // the viewport moves, and will still move
    std::function<void()> settled;  // it has come to rest
    std::function<void()> lineChanged;
  };
  // A line being drawn, in the panel's units.
  struct Line {
    core::Point from;
    core::Point to;
  };

  // Keeps the atlas, the viewport and the handlers for as long as it lives.
  MapHand(const domain::BodyAtlas& atlas, draw::MapViewport& viewport, const MapHandlers& handlers,
          View view);

  void setTool(MapTool tool);
  MapTool tool() const { return m_tool; }

  // Places are the panel's, times the event's own in milliseconds.
  void press(core::Point at, MapPointer pointer, bool extend, std::int64_t time, double pixelsPerMm);
  // `held`: the button or finger is still down.
  void move(core::Point at, bool held);
  void release(core::Point at, std::int64_t time);
  // The button that only moves the figure.
  void grab(core::Point at);
  // Two fingers: `factor` since they came down.
  void pinch(core::Point at, double factor);
  void endPinch();
  // Whatever was begun is over; what a drag has painted stays.
  void cancel();

  bool isMovingFigure() const { return m_doing == Doing::moving || m_doing == Doing::pinching; }
  bool isBusy() const { return m_doing != Doing::nothing; }
  std::optional<Line> line() const;
  const domain::BodyRegion* regionAt(core::Point at) const;
  std::optional<MapRegion> pointedAt(core::Point at) const;
  // A mark at the point that a tap with this tool would take.
  bool isOverMark(core::Point at) const;

 private:
  enum class Doing { nothing, pressing, painting, moving, drawingLine, pinching };
  struct Spot {
    std::size_t pane = 0;
    domain::BodyView view = domain::BodyView::front;
    core::Point at;       // figure space
    core::Point atPanel;  // the panel's units
  };

  std::optional<Spot> spotAt(core::Point at) const;
  std::optional<MapRegion> inRegion(const Spot& spot) const;
  std::optional<std::size_t> markAt(const Spot& spot, double reach) const;
  bool isFinger() const { return m_pointer == MapPointer::finger; }
  double slop() const;
  void paintTo(core::Point at);
  void follow(core::Point at);
  void beginDrag();
  void tap(core::Point at);
  bool lookCloser(const Spot& spot, core::Point at);
  void settle();

  const domain::BodyAtlas& m_atlas;
  draw::MapViewport& m_viewport;
  const MapHandlers& m_handlers;
  View m_view;
  MapTool m_tool = MapTool::choose;

  Doing m_doing = Doing::nothing;
  MapPointer m_pointer = MapPointer::mouse;
  bool m_extend = false;
  double m_pixelsPerMm = 1;
  core::Point m_start;
  core::Point m_last;
  std::optional<std::size_t> m_pane;             // of a drag
  std::optional<domain::RegionSlug> m_lastOver;  // by a drag
  double m_pinched = 1;
  // Where a finger was shown more, until the figure moves: there it chooses, whatever its size.
  struct CloserLook {
    core::Affine placement;
    core::Point at;
    double reach = 0;
  };
  std::optional<CloserLook> m_closer;
  struct Tap {
    core::Point at;
    std::int64_t time = 0;
  };
  std::optional<Tap> m_before;
};

}  // namespace unknot::app

// The body atlas: regions, views and the figure's outline, as read from data/body/. Marks belong to regions,
// never to pixels: the artwork may be redrawn and an old chart still shows the same regions.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.h"
#include "domain/arrow_moves.h"
#include "domain/ids.h"
#include "domain/polygons.h"

namespace unknot::domain {

enum class Side { left, right };
enum class BodyView { front, back, left, right };
// The reflex patterns of the field: Green Light, Red Light, Trauma with its side bend, and the twist, which
// is counted apart from the side bend.
enum class ReflexPattern { green, red, trauma, twist };

// "left"/"right"; "front"/"back"/"left"/"right"; "green"/"red"/"trauma"/"twist". Parsing throws InputError
// ("error.choice").
std::string_view toString(Side side);
Side sideFrom(std::string_view text);
std::string_view toString(BodyView view);
BodyView bodyViewFrom(std::string_view text);
std::string_view toString(ReflexPattern pattern);
ReflexPattern reflexPatternFrom(std::string_view text);

// One line of the drawing that is not a region: face, fingers, chin.
struct FigureLine {
  core::Path path;
  double width = 1;     // figure units
  bool detail = false;  // left out when the figure is small
};

// Every view is drawn as high as this.
constexpr double kFigureHeight = 1000;

struct FigureView {
  BodyView view = BodyView::front;
  core::Size size;  // figure space: y down, 0 to kFigureHeight
  core::Path outline;
  std::vector<FigureLine> lines;
  // Whose side is on the viewer's left and right, in the client's own left and right; none in a side view's
  // far side.
  std::optional<Side> viewerLeft;
  std::optional<Side> viewerRight;
};

struct RegionShape {
  core::Path path;         // figure space of its view; tiles the figure with its neighbours
  core::Point label;       // where a number fits
  double labelRadius = 0;  // free radius there
};

struct BodyRegion {
  RegionSlug slug;   // "ql-l"; permanent
  std::string base;  // "ql": without the side
  Side side = Side::left;
  std::string name;            // plain, without the side: "Low back, side"
  std::string anatomicalName;  // "Quadratus lumborum"
  std::string code;            // short, for the shorthand: "QL"
  std::vector<std::string> aliases;
  // Which patterns a tension here counts to; how much is said elsewhere.
  std::vector<ReflexPattern> patterns;
  // Counted to all of them by some schools, so it speaks for none against the others: the hip flexors.
  bool neutral = false;
  // To Trauma a tension here counts on the other side of the body: the adductors.
  bool traumaOnOtherSide = false;
  std::vector<std::string> everyday;  // "hip": words that may mean this region or another
  std::map<BodyView, RegionShape> shapes;
  std::vector<BodyView> views() const;
  bool countsTo(ReflexPattern pattern) const;
};

class BodyAtlas {
 public:
  BodyAtlas() = default;
  // Throws InputError when a slug or a (code, side) pair stands twice.
  BodyAtlas(std::vector<FigureView> views, std::vector<BodyRegion> regions);
  // The same regions, in the same order and views, in another drawing. Arrow keys lead where they lead here.
  BodyAtlas redrawn(std::vector<FigureView> views, std::vector<BodyRegion> regions) const;

  const std::vector<BodyRegion>& regions() const { return m_regions; }
  const std::vector<FigureView>& views() const { return m_views; }
  // nullptr when there is none.
  const BodyRegion* find(std::string_view slug) const;
  const FigureView* view(BodyView view) const;
  // The same region on the other side.
  const BodyRegion* mirror(const BodyRegion& region) const;
  // Throws InputError ("error.region": field, value) for an unknown slug.
  const BodyRegion& require(std::string_view field, std::string_view slug) const;
  // The region under a point of figure space, in under 20 µs; nullptr beside the figure.
  const BodyRegion* hit(BodyView view, core::Point point) const;
  // All regions no farther from the point than `radius`, in figure units, the nearest first: what a finger
  // may mean.
  std::vector<const BodyRegion*> within(BodyView view, core::Point point, double radius) const;
  // The first of them; nullptr when nothing is so near.
  const BodyRegion* nearest(BodyView view, core::Point point, double within) const;
  // Where an arrow key leads from a region of the view, as the viewer sees it (arrowMoves); nullptr when
  // nothing lies that way, or when the view doesn't show the region.
  const BodyRegion* neighbour(BodyView view, const BodyRegion& from, Direction direction) const;

 private:
  struct HitShape {
    std::size_t region;
    core::Rect bounds;
    Polygons polygons;
  };
  struct ViewIndex {
    std::vector<HitShape> shapes;
    ArrowMoves moves;  // among `shapes`
  };
  void listShapes();
  struct Near {
    std::size_t region;
    double distance;
  };

  const ViewIndex* indexOf(BodyView view) const;
  std::vector<Near> nearTo(BodyView view, core::Point point, double radius) const;

  std::vector<FigureView> m_views;
  std::vector<BodyRegion> m_regions;
  std::map<std::string, std::size_t, std::less<>> m_bySlug;
  std::map<BodyView, ViewIndex> m_index;
};

}  // namespace unknot::domain

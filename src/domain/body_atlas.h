// The body atlas: regions, views and the figure's outline, as read from data/body/. Marks belong to regions,
// never to pixels: the artwork may be redrawn and an old chart still shows the same regions.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.h"
#include "domain/ids.h"

namespace unknot::domain {

enum class Side { left, right };
enum class BodyView { front, back, left, right };

// "left"/"right"; "front"/"back"/"left"/"right". Parsing throws InputError ("error.choice").
std::string_view toString(Side side);
Side sideFrom(std::string_view text);
std::string_view toString(BodyView view);
BodyView bodyViewFrom(std::string_view text);

// One line of the drawing that is not a region: face, fingers, chin.
struct FigureLine {
  core::Path path;
  double width = 1;     // figure units
  bool detail = false;  // left out when the figure is small
};

struct FigureView {
  BodyView view = BodyView::front;
  core::Size size;  // figure space: y down, 0 to 1000
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
  std::vector<std::string> everyday;  // "hip": words that may mean this region or another
  std::map<BodyView, RegionShape> shapes;
  std::vector<BodyView> views() const;
};

class BodyAtlas {
 public:
  BodyAtlas() = default;
  // Throws InputError when a slug or a (code, side) pair stands twice.
  BodyAtlas(std::vector<FigureView> views, std::vector<BodyRegion> regions);

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

 private:
  struct HitShape {
    std::size_t region;
    core::Rect bounds;
    std::vector<std::vector<core::Point>> polygons;
  };

  std::vector<FigureView> m_views;
  std::vector<BodyRegion> m_regions;
  std::map<std::string, std::size_t, std::less<>> m_bySlug;
  std::map<BodyView, std::vector<HitShape>> m_hits;
};

}  // namespace unknot::domain

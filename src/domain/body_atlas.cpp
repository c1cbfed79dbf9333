#include "domain/body_atlas.h"

#include <algorithm>
#include <utility>

#include "core/error.h"
#include "domain/choice.h"

namespace unknot::domain {
namespace {

constexpr Choices<Side, 2> kSides{{{Side::left, "left"}, {Side::right, "right"}}};
constexpr Choices<BodyView, 4> kViews{{{BodyView::front, "front"},
                                       {BodyView::back, "back"},
                                       {BodyView::left, "left"},
                                       {BodyView::right, "right"}}};
// Hit polygons within this of the drawn curve, in figure units (the figure is 1000 high).
constexpr double kHitTolerance = 0.25;

bool insidePolygon(const std::vector<core::Point>& polygon, core::Point p) {
  bool inside = false;
  for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
    const auto& a = polygon[i];
    const auto& b = polygon[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

}  // namespace

std::string_view toString(Side side) {
  return choiceText(kSides, side);
}
Side sideFrom(std::string_view text) {
  return choiceFrom(kSides, "side", text);
}
std::string_view toString(BodyView view) {
  return choiceText(kViews, view);
}
BodyView bodyViewFrom(std::string_view text) {
  return choiceFrom(kViews, "view", text);
}

std::vector<BodyView> BodyRegion::views() const {
  std::vector<BodyView> result;
  for (const auto& [view, shape] : shapes) result.push_back(view);
  return result;
}

BodyAtlas::BodyAtlas(std::vector<FigureView> views, std::vector<BodyRegion> regions)
    : m_views(std::move(views)), m_regions(std::move(regions)) {
  std::map<std::pair<std::string, Side>, bool> codes;
  for (std::size_t i = 0; i < m_regions.size(); ++i) {
    const auto& region = m_regions[i];
    if (!m_bySlug.emplace(region.slug, i).second ||
        !codes.emplace(std::pair(region.code, region.side), true).second)
      throw core::InputError({"error.twice", {{"field", "region"}, {"value", region.slug}}, {}});
    for (const auto& [view, shape] : region.shapes)
      m_hits[view].push_back({i, shape.path.bounds(), shape.path.flattened(kHitTolerance)});
  }
}

const BodyRegion* BodyAtlas::find(std::string_view slug) const {
  const auto found = m_bySlug.find(slug);
  return found == m_bySlug.end() ? nullptr : &m_regions[found->second];
}

const FigureView* BodyAtlas::view(BodyView view) const {
  const auto found =
      std::find_if(m_views.begin(), m_views.end(), [&](const FigureView& v) { return v.view == view; });
  return found == m_views.end() ? nullptr : &*found;
}

const BodyRegion* BodyAtlas::mirror(const BodyRegion& region) const {
  const auto found = std::find_if(m_regions.begin(), m_regions.end(), [&](const BodyRegion& r) {
    return r.base == region.base && r.side != region.side;
  });
  return found == m_regions.end() ? nullptr : &*found;
}

const BodyRegion& BodyAtlas::require(std::string_view field, std::string_view slug) const {
  if (const BodyRegion* region = find(slug)) return *region;
  throw core::InputError({"error.region", {{"field", std::string(field)}, {"value", std::string(slug)}}, {}});
}

const BodyRegion* BodyAtlas::hit(BodyView view, core::Point point) const {
  const auto shapes = m_hits.find(view);
  if (shapes == m_hits.end()) return nullptr;
  for (const auto& shape : shapes->second) {
    if (!shape.bounds.contains(point)) continue;
    for (const auto& polygon : shape.polygons)
      if (insidePolygon(polygon, point)) return &m_regions[shape.region];
  }
  return nullptr;
}

}  // namespace unknot::domain

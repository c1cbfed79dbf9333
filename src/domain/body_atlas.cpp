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
constexpr Choices<ReflexPattern, 4> kPatterns{{{ReflexPattern::green, "green"},
                                               {ReflexPattern::red, "red"},
                                               {ReflexPattern::trauma, "trauma"},
                                               {ReflexPattern::twist, "twist"}}};
// Hit polygons within this of the drawn curve, in figure units (the figure is 1000 high).
constexpr double kHitTolerance = 0.25;

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
std::string_view toString(ReflexPattern pattern) {
  return choiceText(kPatterns, pattern);
}
ReflexPattern reflexPatternFrom(std::string_view text) {
  return choiceFrom(kPatterns, "pattern", text);
}

std::vector<BodyView> BodyRegion::views() const {
  std::vector<BodyView> result;
  for (const auto& [view, shape] : shapes) result.push_back(view);
  return result;
}

bool BodyRegion::countsTo(ReflexPattern pattern) const {
  return std::find(patterns.begin(), patterns.end(), pattern) != patterns.end();
}

BodyAtlas::BodyAtlas(std::vector<FigureView> views, std::vector<BodyRegion> regions)
    : m_views(std::move(views)), m_regions(std::move(regions)) {
  std::map<std::pair<std::string, Side>, bool> codes;
  for (std::size_t i = 0; i < m_regions.size(); ++i) {
    const auto& region = m_regions[i];
    if (!m_bySlug.emplace(region.slug, i).second ||
        !codes.emplace(std::pair(region.code, region.side), true).second)
      throw core::InputError({"error.twice", {{"field", "region"}, {"value", region.slug}}, {}});
  }
  listShapes();
  for (auto& [view, index] : m_index) {
    std::vector<ArrowStop> stops;
    for (const auto& shape : index.shapes)
      stops.push_back({m_regions[shape.region].shapes.at(view).label, &shape.polygons});
    index.moves = arrowMoves(stops);
  }
}

BodyAtlas BodyAtlas::redrawn(std::vector<FigureView> views, std::vector<BodyRegion> regions) const {
  const auto same = [](const BodyRegion& a, const BodyRegion& b) {
    return a.slug == b.slug && a.views() == b.views();
  };
  if (!std::equal(regions.begin(), regions.end(), m_regions.begin(), m_regions.end(), same))
    throw core::BugError("another drawing with other regions");
  BodyAtlas result;
  result.m_views = std::move(views);
  result.m_regions = std::move(regions);
  result.m_bySlug = m_bySlug;
  result.listShapes();
  for (auto& [view, index] : result.m_index) index.moves = m_index.at(view).moves;
  return result;
}

void BodyAtlas::listShapes() {
  for (std::size_t i = 0; i < m_regions.size(); ++i)
    for (const auto& [view, shape] : m_regions[i].shapes)
      m_index[view].shapes.push_back({i, shape.path.bounds(), shape.path.flattened(kHitTolerance)});
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

const BodyAtlas::ViewIndex* BodyAtlas::indexOf(BodyView view) const {
  const auto found = m_index.find(view);
  return found == m_index.end() ? nullptr : &found->second;
}

const BodyRegion* BodyAtlas::hit(BodyView view, core::Point point) const {
  const ViewIndex* index = indexOf(view);
  if (!index) return nullptr;
  for (const auto& shape : index->shapes)
    if (shape.bounds.contains(point) && isInside(shape.polygons, point)) return &m_regions[shape.region];
  return nullptr;
}

std::vector<BodyAtlas::Near> BodyAtlas::nearTo(BodyView view, core::Point point, double radius) const {
  std::vector<Near> found;
  const ViewIndex* index = indexOf(view);
  if (!index) return found;
  for (const auto& shape : index->shapes) {
    if (!shape.bounds.inflated(radius).contains(point)) continue;
    const double distance = isInside(shape.polygons, point) ? 0 : borderDistance(shape.polygons, point);
    if (distance <= radius) found.push_back({shape.region, distance});
  }
  return found;
}

std::vector<const BodyRegion*> BodyAtlas::within(BodyView view, core::Point point, double radius) const {
  auto found = nearTo(view, point, radius);
  std::stable_sort(found.begin(), found.end(),
                   [](const Near& a, const Near& b) { return a.distance < b.distance; });
  std::vector<const BodyRegion*> regions;
  for (const auto& near : found) regions.push_back(&m_regions[near.region]);
  return regions;
}

const BodyRegion* BodyAtlas::nearest(BodyView view, core::Point point, double within) const {
  // Fingers mostly hit.
  if (const BodyRegion* region = hit(view, point)) return region;
  const auto found = nearTo(view, point, within);
  const auto best = std::min_element(found.begin(), found.end(),
                                     [](const Near& a, const Near& b) { return a.distance < b.distance; });
  return best == found.end() ? nullptr : &m_regions[best->region];
}

const BodyRegion* BodyAtlas::neighbour(BodyView view, const BodyRegion& from, Direction direction) const {
  const ViewIndex* index = indexOf(view);
  const auto region = m_bySlug.find(from.slug);
  if (!index || region == m_bySlug.end()) return nullptr;
  const auto shape = std::find_if(index->shapes.begin(), index->shapes.end(),
                                  [&](const HitShape& s) { return s.region == region->second; });
  if (shape == index->shapes.end()) return nullptr;
  const auto& moves = index->moves[static_cast<std::size_t>(shape - index->shapes.begin())];
  const auto to = moves[static_cast<std::size_t>(direction)];
  return to ? &m_regions[index->shapes[*to].region] : nullptr;
}

}  // namespace unknot::domain

// What a body map shows of a session, and what changes from one showing to the next.
#include <algorithm>
#include <cmath>
#include <iterator>

#include "draw/body_map_figure.h"
#include "draw/figure_marks.h"

namespace unknot::draw {
namespace {

using domain::BodyAtlas;
using domain::BodyView;
using domain::FigureView;
using domain::PointMark;
using domain::Tension;

using Regions = std::set<domain::RegionSlug, std::less<>>;

void putDifference(BodyMapMarks& marks, const domain::RegionSlug& region, std::optional<Tension> before,
                   std::optional<Tension> after) {
  if (const auto change = domain::difference(before, after))
    marks.change.emplace(region, *change);
  else if (before || after)
    marks.notCompared.insert(region);
}

template <class Value>
void addDifferences(const std::map<domain::RegionSlug, Value, std::less<>>& a,
                    const std::map<domain::RegionSlug, Value, std::less<>>& b, Regions& out) {
  for (const auto& [region, value] : a) {
    const auto other = b.find(region);
    if (other == b.end() || other->second != value) out.insert(region);
  }
  for (const auto& [region, value] : b)
    if (!a.contains(region)) out.insert(region);
}

void addDifferences(const Regions& a, const Regions& b, Regions& out) {
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(out, out.end()));
}

bool sameSymbol(const PointMark& a, const PointMark& b) {
  return a.region == b.region && a.view == b.view && a.kind == b.kind && a.across == b.across &&
         a.down == b.down && a.reachX == b.reachX && a.reachY == b.reachY;
}

// Points of `marks` that `other` does not draw the same. Their ink follows what is under them; their order
// need not be looked at, since points are put and taken away, never reordered.
std::vector<PointMark> changedPoints(const BodyMapMarks& marks, const BodyMapMarks& other,
                                     const Regions& changed) {
  std::vector<PointMark> points;
  for (std::size_t i = 0; i < marks.points.size(); ++i) {
    const PointMark& mark = marks.points[i];
    bool same = false;
    for (std::size_t j = 0; j < other.points.size() && !same; ++j)
      same = sameSymbol(mark, other.points[j]) && (marks.selectedPoint == i) == (other.selectedPoint == j);
    if (!same || changed.contains(mark.region)) points.push_back(mark);
  }
  return points;
}

Rect wholeUnits(const Rect& r) {
  const double x = std::floor(r.x);
  const double y = std::floor(r.y);
  return {x, y, std::ceil(r.right()) - x, std::ceil(r.bottom()) - y};
}

// Places that touch become one; a choice that went from the foot to the head stays two small places.
void addPlace(std::vector<Rect>& places, const Rect& changed) {
  if (changed.isEmpty()) return;
  Rect place = wholeUnits(changed);
  for (auto other = places.begin(); other != places.end();) {
    const bool apart = other->x >= place.right() || place.x >= other->right() || other->y >= place.bottom() ||
                       place.y >= other->bottom();
    if (apart) {
      ++other;
      continue;
    }
    place = place.united(*other);
    places.erase(other);
    other = places.begin();
  }
  places.push_back(place);
}

double distanceToLine(Point p, Point from, Point to) {
  const Point line = to - from;
  const double square = line.x * line.x + line.y * line.y;
  if (square <= 0) return distance(p, from);
  const double share = ((p.x - from.x) * line.x + (p.y - from.y) * line.y) / square;
  return distance(p, from + line * std::clamp(share, 0.0, 1.0));
}

}  // namespace

BodyMapMarks marksOf(const domain::SessionContent& content, MapMoment moment) {
  BodyMapMarks marks;
  for (const auto& finding : content.findings)
    if (const auto& level = moment == MapMoment::before ? finding.before : finding.after)
      marks.tension.emplace(finding.region, *level);
  return marks;
}

BodyMapMarks differenceOf(const domain::SessionContent& content) {
  BodyMapMarks marks;
  marks.picture = MapPicture::change;
  for (const auto& finding : content.findings)
    putDifference(marks, finding.region, finding.before, finding.after);
  return marks;
}

Affine figurePlacement(const FigureView& view, const Rect& where) {
  const double k = std::max(1e-6, std::min(where.width / view.size.width, where.height / view.size.height));
  const Point centre = where.centre();
  return {k, 0, 0, k, centre.x - k * view.size.width / 2, centre.y - k * view.size.height / 2};
}

std::set<domain::RegionSlug, std::less<>> changedRegions(const BodyAtlas& atlas, const BodyMapMarks& before,
                                                         const BodyMapMarks& after) {
  Regions changed;
  if (before.picture != after.picture) {
    for (const auto& region : atlas.regions()) changed.insert(region.slug);
  } else if (after.picture == MapPicture::levels) {
    addDifferences(before.tension, after.tension, changed);
    addDifferences(before.ghost, after.ghost, changed);
  } else if (after.picture == MapPicture::places) {
    addDifferences(before.places, after.places, changed);
  } else {
    addDifferences(before.change, after.change, changed);
    addDifferences(before.notCompared, after.notCompared, changed);
  }
  addDifferences(before.caution, after.caution, changed);
  addDifferences(before.selected, after.selected, changed);
  if (before.hovered != after.hovered)
    for (const auto* marks : {&before, &after})
      if (marks->hovered) changed.insert(*marks->hovered);
  return changed;
}

std::vector<Rect> bodyMapChanges(const BodyAtlas& atlas, BodyView view, const BodyMapMarks& before,
                                 const BodyMapMarks& after, const Rect& where) {
  const FigureView* figure = atlas.view(view);
  if (!figure) return {};
  const Affine place = figurePlacement(*figure, where);
  std::vector<Rect> places;
  if (before.picture != after.picture)
    addPlace(places, mapped(place, {0, 0, figure->size.width, figure->size.height}));
  const Regions changed = changedRegions(atlas, before, after);
  for (const auto& slug : changed) {
    const auto* region = atlas.find(slug);
    if (!region) continue;
    const auto shape = region->shapes.find(view);
    if (shape != region->shapes.end())
      addPlace(places, mapped(place, shape->second.path.bounds()).inflated(regionReach(place.lengthScale())));
  }
  for (const auto& point : changedPoints(before, after, changed))
    addPlace(places, pointBounds(atlas, view, point, place));
  for (const auto& point : changedPoints(after, before, changed))
    addPlace(places, pointBounds(atlas, view, point, place));
  return places;
}

Rect bodyMapDirty(const BodyAtlas& atlas, BodyView view, const BodyMapMarks& before,
                  const BodyMapMarks& after, const Rect& where) {
  Rect dirty;
  for (const auto& place : bodyMapChanges(atlas, view, before, after, where)) dirty = dirty.united(place);
  return dirty;
}

Rect pointBounds(const BodyAtlas& atlas, BodyView view, const PointMark& mark, const Affine& placement) {
  if (mark.view != view) return {};
  const auto place = domain::placeOf(atlas, mark);
  if (!place) return {};
  const double reach = pointRingRadius(pointSymbolSize(placement.lengthScale())) + kPointRing + 1;
  const auto around = [&](Point p) {
    const Point at = placement.apply(p);
    return Rect{at.x, at.y, 0, 0}.inflated(reach);
  };
  const auto end = domain::reachOf(atlas, mark);
  return end ? around(*place).united(around(*end)) : around(*place);
}

std::optional<std::size_t> pointAt(const BodyAtlas& atlas, BodyView view, const BodyMapMarks& marks,
                                   const Affine& placement, Point at, double tolerance) {
  const double size = pointSymbolSize(placement.lengthScale());
  const auto hit = [&](std::size_t i) {
    const PointMark& mark = marks.points[i];
    if (mark.view != view) return false;
    const auto place = domain::placeOf(atlas, mark);
    if (!place) return false;
    const Point from = placement.apply(*place);
    if (distance(at, from) <= size / 2 + tolerance) return true;
    const auto end = domain::reachOf(atlas, mark);
    return end && distanceToLine(at, from, placement.apply(*end)) <= tolerance;
  };
  if (marks.selectedPoint && *marks.selectedPoint < marks.points.size() && hit(*marks.selectedPoint))
    return marks.selectedPoint;
  for (std::size_t i = marks.points.size(); i-- > 0;)
    if (hit(i)) return i;
  return {};
}

}  // namespace unknot::draw

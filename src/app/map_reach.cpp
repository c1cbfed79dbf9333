#include "app/map_reach.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace unknot::app {
namespace {

using domain::BodyAtlas;
using domain::BodyRegion;
using domain::BodyView;

constexpr double kMmPerInch = 25.4;
constexpr double kUsualDotsPerInch = 96;
constexpr double kFewestDotsPerInch = 72;
constexpr double kMostDotsPerInch = 220;
// What touches the glass, from its middle.
constexpr double kContactMm = 4.5;
// How far from the middle of the touch the meant region still begins.
constexpr double kSlipMm = 2;
// From this size on a region is hit without a closer look.
constexpr double kTellApartMm = 7;
// The closer look makes it as large as this, and is never a mere twitch.
constexpr double kComfortableMm = 9.2;
constexpr double kLeastCloser = 1.5;
// In figure units: what lies less far ahead lies beside.
constexpr double kLeastAhead = 4;
// What lies straight ahead comes before what is nearer but aside.
constexpr double kAsideCost = 2.2;

// Points around `at`, nearest first, that lie at most `radius` away.
template <class Visit>
void sampleAround(core::Point at, double radius, Visit visit) {
  constexpr int kRings = 12;
  constexpr int kSpokes = 32;
  if (visit(at)) return;
  for (int ring = 1; ring <= kRings; ++ring)
    for (int spoke = 0; spoke < kSpokes; ++spoke) {
      const double angle = 2 * std::numbers::pi * spoke / kSpokes;
      const double away = radius * ring / kRings;
      if (visit({at.x + away * std::cos(angle), at.y + away * std::sin(angle)})) return;
    }
}

const BodyRegion* nearest(const BodyAtlas& atlas, BodyView view, core::Point at, double within) {
  const BodyRegion* found = nullptr;
  sampleAround(at, within, [&](core::Point p) { return (found = atlas.hit(view, p)) != nullptr; });
  return found;
}

std::vector<const BodyRegion*> allWithin(const BodyAtlas& atlas, BodyView view, core::Point at,
                                         double radius) {
  std::vector<const BodyRegion*> found;
  sampleAround(at, radius, [&](core::Point p) {
    const BodyRegion* region = atlas.hit(view, p);
    if (region != nullptr && std::find(found.begin(), found.end(), region) == found.end())
      found.push_back(region);
    return false;
  });
  return found;
}

}  // namespace

double pixelsPerMm(int widthPx, int widthMm) {
  if (widthPx > 0 && widthMm > 0) {
    const double dotsPerInch = widthPx * kMmPerInch / widthMm;
    if (dotsPerInch >= kFewestDotsPerInch && dotsPerInch <= kMostDotsPerInch) return dotsPerInch / kMmPerInch;
  }
  return kUsualDotsPerInch / kMmPerInch;
}

FingerTarget fingerTarget(const BodyAtlas& atlas, BodyView view, core::Point at, double unitsPerMm,
                          double mostCloser) {
  const BodyRegion* const region = nearest(atlas, view, at, kFingerMm * unitsPerMm);
  if (region == nullptr || mostCloser < kLeastCloser ||
      allWithin(atlas, view, at, kContactMm * unitsPerMm).size() < 2)
    return {region, {}};
  auto meant = allWithin(atlas, view, at, kSlipMm * unitsPerMm);
  if (meant.empty()) meant.push_back(region);
  double smallestMm = kTellApartMm;
  for (const auto* candidate : meant)
    smallestMm = std::min(smallestMm, 2 * candidate->shapes.at(view).labelRadius / unitsPerMm);
  if (smallestMm >= kTellApartMm) return {region, {}};
  return {nullptr,
          smallestMm > 0 ? std::clamp(kComfortableMm / smallestMm, kLeastCloser, mostCloser) : mostCloser};
}

const BodyRegion* neighbourOf(const BodyAtlas& atlas, const std::vector<BodyView>& views,
                              const domain::RegionSlug& from, int dx, int dy) {
  const auto* start = atlas.find(from);
  if (start == nullptr) return nullptr;
  const auto view = std::find_if(views.begin(), views.end(),
                                 [&](BodyView candidate) { return start->shapes.contains(candidate); });
  if (view == views.end()) return nullptr;
  const core::Point here = start->shapes.at(*view).label;
  const BodyRegion* best = nullptr;
  double bestCost = 0;
  for (const auto& region : atlas.regions()) {
    const auto shape = region.shapes.find(*view);
    if (shape == region.shapes.end() || &region == start) continue;
    const core::Point away = shape->second.label - here;
    const double ahead = away.x * dx + away.y * dy;
    const double aside = std::abs(away.x * dy) + std::abs(away.y * dx);
    if (ahead < kLeastAhead) continue;
    const double cost = ahead + kAsideCost * aside;
    if (best != nullptr && cost >= bestCost) continue;
    best = &region;
    bestCost = cost;
  }
  return best;
}

}  // namespace unknot::app

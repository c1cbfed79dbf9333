#include "app/map_reach.h"

#include <algorithm>

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
  const BodyRegion* const region = atlas.nearest(view, at, kFingerMm * unitsPerMm);
  if (region == nullptr || mostCloser < kLeastCloser ||
      atlas.within(view, at, kContactMm * unitsPerMm).size() < 2)
    return {region, {}};
  auto meant = atlas.within(view, at, kSlipMm * unitsPerMm);
  if (meant.empty()) meant.push_back(region);
  double smallestMm = kTellApartMm;
  for (const auto* candidate : meant)
    smallestMm = std::min(smallestMm, 2 * candidate->shapes.at(view).labelRadius / unitsPerMm);
  if (smallestMm >= kTellApartMm) return {region, {}};
  return {nullptr,
          smallestMm > 0 ? std::clamp(kComfortableMm / smallestMm, kLeastCloser, mostCloser) : mostCloser};
}

}  // namespace unknot::app

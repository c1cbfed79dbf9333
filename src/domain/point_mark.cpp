#include "domain/point_mark.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/utf8.h"
#include "domain/choice.h"
#include "domain/required.h"

namespace unknot::domain {
namespace {

constexpr Choices<PointKind, 6> kKinds{{{PointKind::tender, "tender"},
                                        {PointKind::scar, "scar"},
                                        {PointKind::numbness, "numbness"},
                                        {PointKind::heat, "heat"},
                                        {PointKind::ache, "ache"},
                                        {PointKind::radiating, "radiating"}}};
// How finely a place outside its region is taken back to the label.
constexpr int kStepsToLabel = 64;

struct Place {
  const BodyRegion* region;
  const FigureView* view;
  core::Rect box;
  core::Point label;
};

std::optional<Place> find(const BodyAtlas& atlas, std::string_view slug, BodyView view) {
  const auto* region = atlas.find(slug);
  const auto* figure = atlas.view(view);
  if (region == nullptr || figure == nullptr) return {};
  const auto shape = region->shapes.find(view);
  if (shape == region->shapes.end()) return {};
  return Place{region, figure, shape->second.path.bounds(), shape->second.label};
}

int thousandths(double share) {
  return std::clamp(static_cast<int>(std::lround(share * kThousandths)), 0, kThousandths);
}

// Mirrored for regions of the right side.
double sign(const Place& place) {
  return place.region->side == Side::right ? -1 : 1;
}

}  // namespace

std::string_view toString(PointKind kind) {
  return choiceText(kKinds, kind);
}

PointKind pointKindFrom(std::string_view text) {
  return choiceFrom(kKinds, "kind", text);
}

const std::vector<PointKind>& pointKinds() {
  static const std::vector<PointKind> kAll{PointKind::tender, PointKind::scar, PointKind::numbness,
                                           PointKind::heat,   PointKind::ache, PointKind::radiating};
  return kAll;
}

void check(const PointMark& mark, std::string_view field) {
  const std::string prefix = std::string(field) + ".";
  checkRequired(prefix + "region", mark.region, core::kNameLimit);
  checkRange(prefix + "across", mark.across, 0, kThousandths);
  checkRange(prefix + "down", mark.down, 0, kThousandths);
  checkRange(prefix + "reachX", mark.reachX, -kThousandths, kThousandths);
  checkRange(prefix + "reachY", mark.reachY, -kThousandths, kThousandths);
  const bool reaches = mark.reachX != 0 || mark.reachY != 0;
  if (reaches != (mark.kind == PointKind::radiating))
    throw core::InputError({"error.point.reach", {{"field", std::string(field)}}, {}});
  core::checkText(prefix + "note", mark.note, core::kLineLimit);
}

std::optional<core::Point> placeOf(const BodyAtlas& atlas, const PointMark& mark) {
  const auto place = find(atlas, mark.region, mark.view);
  if (!place) return {};
  const double across = static_cast<double>(mark.across) / kThousandths;
  const double down = static_cast<double>(mark.down) / kThousandths;
  const double fromLeft = place->region->side == Side::right ? 1 - across : across;
  const core::Point wanted{place->box.x + fromLeft * place->box.width,
                           place->box.y + down * place->box.height};
  for (int step = 0; step < kStepsToLabel; ++step) {
    const core::Point at = wanted + (place->label - wanted) * (static_cast<double>(step) / kStepsToLabel);
    if (atlas.hit(mark.view, at) == place->region) return at;
  }
  return place->label;
}

std::optional<core::Point> reachOf(const BodyAtlas& atlas, const PointMark& mark) {
  const auto from = placeOf(atlas, mark);
  const auto place = find(atlas, mark.region, mark.view);
  if (!from || !place || mark.kind != PointKind::radiating) return {};
  const double unit = place->view->size.height / kThousandths;
  const core::Point end{from->x + sign(*place) * mark.reachX * unit, from->y + mark.reachY * unit};
  return core::Point{std::clamp(end.x, 0.0, place->view->size.width),
                     std::clamp(end.y, 0.0, place->view->size.height)};
}

std::optional<PointMark> markAt(const BodyAtlas& atlas, BodyView view, core::Point at, PointKind kind,
                                std::optional<core::Point> end) {
  const auto* region = atlas.hit(view, at);
  if (region == nullptr) return {};
  const auto place = find(atlas, region->slug, view);
  if (!place || place->box.isEmpty()) return {};
  PointMark mark;
  mark.region = region->slug;
  mark.view = view;
  mark.kind = kind;
  const double fromLeft = (at.x - place->box.x) / place->box.width;
  mark.across = thousandths(region->side == Side::right ? 1 - fromLeft : fromLeft);
  mark.down = thousandths((at.y - place->box.y) / place->box.height);
  if (kind != PointKind::radiating) return mark;
  const double unit = place->view->size.height / kThousandths;
  const core::Point reach = (end ? *end - at : core::Point{}) * (1 / unit);
  const auto whole = [](double value) {
    return std::clamp(static_cast<int>(std::lround(value)), -kThousandths, kThousandths);
  };
  mark.reachX = whole(sign(*place) * reach.x);
  mark.reachY = whole(reach.y);
  if (std::hypot(mark.reachX, mark.reachY) < kShortestReach) {
    mark.reachX = 0;
    mark.reachY = 2 * kShortestReach;
  }
  return mark;
}

}  // namespace unknot::domain

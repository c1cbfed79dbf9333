// Where a client says that it hurts: plain areas and free points of a body-map answer. Their own layer on the
// map, never tension.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "domain/body_atlas.h"
#include "domain/intake.h"
#include "domain/plain_area.h"
#include "domain/point_mark.h"

namespace unknot::domain {

// The area that holds the region; nullptr when none does.
const PlainArea* areaOf(const std::vector<PlainArea>& areas, const RegionSlug& region);

AnswerRow rowOfArea(const PlainArea& area);
// A point of the client's, without words yet.
AnswerRow rowOfPoint(const PointMark& mark);
bool isPoint(const AnswerRow& row);
// Nothing for a row that is no point, or whose place can't be understood.
std::optional<PointMark> pointIn(const AnswerRow& row);

// The regions of the areas that were named, and the points, in the order of the rows; areas that nobody knows
// any more show nothing.
struct ClientPlaces {
  std::set<RegionSlug, std::less<>> regions;
  std::vector<PointMark> points;
  bool isEmpty() const { return regions.empty() && points.empty(); }
  friend bool operator==(const ClientPlaces&, const ClientPlaces&) = default;
};
ClientPlaces placesIn(const std::vector<PlainArea>& areas, const std::vector<AnswerRow>& rows);

}  // namespace unknot::domain

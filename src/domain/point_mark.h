// Points inside a region of the body map: where exactly it is tender, where a scar lies, which way an ache
// runs. Anchored in the region's own coordinates, so that redrawn artwork moves them with their region.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.h"
#include "domain/body_atlas.h"

namespace unknot::domain {

enum class PointKind { tender, scar, numbness, heat, ache, radiating };

std::string_view toString(PointKind kind);
// Throws InputError ("error.choice").
PointKind pointKindFrom(std::string_view text);
const std::vector<PointKind>& pointKinds();

// Whole thousandths, so that a mark is the same in the file, in the hash and on every machine.
struct PointMark {
  RegionSlug region;
  BodyView view = BodyView::front;  // on which it was put; it is shown on no other
  PointKind kind = PointKind::tender;
  // Place in the box around the region's shape in that view, thousandths of its width and height from the
  // upper left corner of the left-sided region's drawing; a right-sided region is its mirror image.
  int across = 500;
  int down = 500;
  // Radiating only: where the line ends, from its beginning, in thousandths of the figure's height; `reachX`
  // mirrored for right-sided regions like `across`. Never both 0.
  int reachX = 0;
  int reachY = 0;
  std::string note;
  friend bool operator==(const PointMark&, const PointMark&) = default;
};

inline constexpr int kThousandths = 1000;
inline constexpr std::size_t kMostPoints = 200;  // of one session
// A line shorter than this would be a dot.
inline constexpr int kShortestReach = 20;

// Throws InputError naming `field` and the place within it: out of range, a reach where none belongs or none
// where one does, a note that is too long.
void check(const PointMark& mark, std::string_view field);

// Where a mark lies in the figure space of its view, always inside its region as the atlas draws it now: a
// place that redrawing has moved outside is taken back towards the region's label. Nothing when the atlas
// does not show the region in that view.
std::optional<core::Point> placeOf(const BodyAtlas& atlas, const PointMark& mark);
// The end of a radiating mark's line in figure space, kept on the figure's sheet.
std::optional<core::Point> reachOf(const BodyAtlas& atlas, const PointMark& mark);
// A mark of `kind` at a point of figure space; nothing beside the figure. `end` is used for radiating marks:
// a reach that is too short becomes one straight down.
std::optional<PointMark> markAt(const BodyAtlas& atlas, BodyView view, core::Point at, PointKind kind,
                                std::optional<core::Point> end = {});

}  // namespace unknot::domain

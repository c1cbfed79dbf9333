// The body map, drawn by the same code on screen and on paper.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/body_atlas.h"
#include "domain/session.h"
#include "draw/typesetter.h"

namespace unknot::draw {

// The tension scale: lightness falls at every step, so that it survives grey printing.
Color tensionColor(domain::Tension tension);
// What is drawn in the middle of a region, readable on its colour.
Color tensionInk(domain::Tension tension);

struct BodyMapColors {
  Color outline, seam, unseen, hatch, skin, label;
  Color selection, halo;  // of the chosen region: its line, and the light around it
  static BodyMapColors paper();
  static BodyMapColors light();
  static BodyMapColors dark();
};

// What one view shows.
struct BodyMapMarks {
  std::map<domain::RegionSlug, domain::Tension, std::less<>> tension;  // not in it: not looked at, hatched
  std::map<domain::RegionSlug, domain::Tension, std::less<>>
      ghost;  // last time, pale, where `tension` has nothing
  std::set<domain::RegionSlug, std::less<>> selected;
  std::optional<domain::RegionSlug> hovered;
};

enum class FigureDetail { small, full };  // small: no face, fingers or numbers (under about 200 px high)

struct BodyMapOptions {
  FigureDetail detail = FigureDetail::full;
  bool numbers = true;     // the level as a number in the region
  bool sideLabels = true;  // R and L, in the client's own left and right
  std::string leftLabel = "L";
  std::string rightLabel = "R";
  BodyMapColors colors = BodyMapColors::paper();
};

// Which levels of a session a map shows.
using MapMoment = domain::Moment;
BodyMapMarks marksOf(const domain::SessionContent& content, MapMoment moment);

// Maps figure space to the largest place inside `where` that keeps its shape, centred.
Affine figurePlacement(const domain::FigureView& view, const Rect& where);

void drawBodyMap(Canvas& canvas, Typesetter& typesetter, const domain::BodyAtlas& atlas,
                 domain::BodyView view, const BodyMapMarks& marks, const BodyMapOptions& options,
                 const Rect& where);
// Only the place of the regions named, over a picture of the same figure that shows nothing selected: for
// repainting one change without the rest. It stays within bodyMapDirty().
void drawBodyMapRegions(Canvas& canvas, Typesetter& typesetter, const domain::BodyAtlas& atlas,
                        domain::BodyView view, const BodyMapMarks& marks, const BodyMapOptions& options,
                        const Rect& where, const std::set<domain::RegionSlug, std::less<>>& regions);
// What a change of these regions can touch, lines of a selection included; whole units.
Rect bodyMapDirty(const domain::BodyAtlas& atlas, domain::BodyView view,
                  const std::set<domain::RegionSlug, std::less<>>& regions, const Rect& where);
// The key: hatched "not looked at", then 0 to 4 with their words, in one row that fits `where`.
void drawTensionKey(Canvas& canvas, Typesetter& typesetter, const std::vector<std::string>& levelWords,
                    const std::string& notLookedAt, const TextStyle& style, const Rect& where);

}  // namespace unknot::draw

// The body map, drawn by the same code on screen and on paper.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/body_atlas.h"
#include "domain/point_mark.h"
#include "domain/session.h"
#include "draw/typesetter.h"

namespace unknot::draw {

// The tension scale: lightness falls at every step, so that it survives grey printing.
Color tensionColor(domain::Tension tension);
// What is drawn in the middle of a region, readable on its colour.
Color tensionInk(domain::Tension tension);

struct BodyMapColors {
  Color outline, seam, unseen, hatch, label;
  Color selection, halo;      // of the chosen region: its line, and the light around it
  Color notCompared, dotted;  // a region looked at only once of twice: its ground and the dots on it
  Color caution;              // lines over what a safety flag touches
  Color place, placePoint;    // where the client says that it hurts; no colour of the tension scale
  static BodyMapColors paper();
  static BodyMapColors light();
  static BodyMapColors dark();
};

enum class MapPicture {
  levels,  // what the hand found: `tension`, and `ghost` where that has nothing
  change,  // what became of it: `change` and `notCompared`; levels and ghosts are not drawn
  places   // what the client pointed at: `places`, and `points` as plain discs. Never tension; nothing is
           // hatched
};

// What one view shows. A region that the chosen picture says nothing about was not looked at: hatched.
struct BodyMapMarks {
  MapPicture picture = MapPicture::levels;
  std::map<domain::RegionSlug, domain::Tension, std::less<>> tension;
  std::map<domain::RegionSlug, domain::Tension, std::less<>> ghost;  // last time, pale
  std::map<domain::RegionSlug, int, std::less<>> change;             // after minus before: -4 to 4
  std::set<domain::RegionSlug, std::less<>> notCompared;             // looked at only once of twice: dotted
  std::set<domain::RegionSlug, std::less<>> places;                  // the client says that it hurts there
  std::set<domain::RegionSlug, std::less<>>
      caution;  // a safety flag touches them: falling lines over all else
  std::set<domain::RegionSlug, std::less<>> selected;
  std::optional<domain::RegionSlug> hovered;
  std::vector<domain::PointMark> points;  // those of the view are drawn, above everything else
  std::optional<std::size_t> selectedPoint;
};

// small: no face, fingers, numbers or signs, and of a point only a dot (under about 200 px high)
enum class FigureDetail { small, full };

struct BodyMapOptions {
  FigureDetail detail = FigureDetail::full;
  bool numbers = true;     // the level as a number in the region, or the change as arrow and number
  bool sideLabels = true;  // R and L, in the client's own left and right
  std::string leftLabel = "L";
  std::string rightLabel = "R";
  BodyMapColors colors = BodyMapColors::paper();
  // What the canvas is clipped to: the rest need not be drawn. See bodyMapDirty().
  std::optional<Rect> only;
};

// Which levels of a session a map shows.
using MapMoment = domain::Moment;
BodyMapMarks marksOf(const domain::SessionContent& content, MapMoment moment);
// After minus before, of the regions looked at both times; those looked at once are not compared.
BodyMapMarks differenceOf(const domain::SessionContent& content);

// Maps figure space to the largest place inside `where` that keeps its shape, centred.
Affine figurePlacement(const domain::FigureView& view, const Rect& where);

// The points are not put in by marksOf() and its like: whoever draws says whether they belong on the sheet.
void drawBodyMap(Canvas& canvas, Typesetter& typesetter, const domain::BodyAtlas& atlas,
                 domain::BodyView view, const BodyMapMarks& marks, const BodyMapOptions& options,
                 const Rect& where);
// The regions that two drawings show differently.
std::set<domain::RegionSlug, std::less<>> changedRegions(const domain::BodyAtlas& atlas,
                                                         const BodyMapMarks& before,
                                                         const BodyMapMarks& after);
// Where two drawings of a view differ, points as well: in whole units, apart from each other; none when
// nothing does. To repaint one: clear it, clip to it, and draw with `only` set to it.
std::vector<Rect> bodyMapChanges(const domain::BodyAtlas& atlas, domain::BodyView view,
                                 const BodyMapMarks& before, const BodyMapMarks& after, const Rect& where);
// All of them in one.
Rect bodyMapDirty(const domain::BodyAtlas& atlas, domain::BodyView view, const BodyMapMarks& before,
                  const BodyMapMarks& after, const Rect& where);

// What a point's symbol covers, the ring of a chosen one included; empty when the view does not show it.
Rect pointBounds(const domain::BodyAtlas& atlas, domain::BodyView view, const domain::PointMark& mark,
                 const Affine& placement);
// Which of marks.points is at `at`, a place on the canvas: the uppermost whose symbol, or whose line when it
// radiates, is no further than `tolerance`.
std::optional<std::size_t> pointAt(const domain::BodyAtlas& atlas, domain::BodyView view,
                                   const BodyMapMarks& marks, const Affine& placement, Point at,
                                   double tolerance);

// The key: hatched "not looked at", then 0 to 4 with their words, in one row that fits `where`.
void drawTensionKey(Canvas& canvas, Typesetter& typesetter, const std::vector<std::string>& levelWords,
                    const std::string& notLookedAt, const TextStyle& style, const Rect& where);

// The key of MapPicture::change, in one row that fits `where`.
struct DifferenceWords {
  std::string notLookedAt, notCompared, softer, same, firmer;
};
void drawDifferenceKey(Canvas& canvas, Typesetter& typesetter, const DifferenceWords& words,
                       const TextStyle& style, const Rect& where,
                       const BodyMapColors& colors = BodyMapColors::paper());

// The key of the points: the kinds that are on the map, each with its word, in rows from the top of `where`.
using PointWords = std::vector<std::pair<domain::PointKind, std::string>>;
void drawPointKey(Canvas& canvas, Typesetter& typesetter, const PointWords& words, const TextStyle& style,
                  const Rect& where, const BodyMapColors& colors = BodyMapColors::paper());
// How high that is in a given width.
double pointKeyHeight(Typesetter& typesetter, const PointWords& words, const TextStyle& style, double width);

}  // namespace unknot::draw

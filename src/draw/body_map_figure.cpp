#include "draw/body_map_figure.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "draw/hatch.h"

namespace unknot::draw {
namespace {

using domain::BodyAtlas;
using domain::BodyRegion;
using domain::BodyView;
using domain::FigureView;
using domain::RegionShape;
using domain::Tension;

// In units of the canvas: lines keep their weight at every size of the figure.
constexpr double kSelectionWidth = 2.5;
constexpr double kHaloWidth = 6;
constexpr double kHoverWidth = 1.5;
// Least size of type worth printing in a region.
constexpr double kSmallestNumber = 6.5;
constexpr double kLargestNumber = 13;
// How much a figure that has no room for numbers still says about last time.
constexpr double kGhostTint = .26;

struct ShownRegion {
  const BodyRegion* region;
  const RegionShape* shape;
  std::optional<Tension> tension;
  std::optional<Tension> ghost;
};

template <class Map>
std::optional<Tension> levelOf(const Map& levels, const std::string& slug) {
  const auto found = levels.find(slug);
  if (found == levels.end()) return {};
  return found->second;
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Rect mapped(const Affine& map, const Rect& r) {
  const Point a = map.apply({r.x, r.y});
  const Point b = map.apply({r.right(), r.bottom()});
  return {a.x, a.y, b.x - a.x, b.y - a.y};
}

Rect wholeUnits(const Rect& r) {
  const double x = std::floor(r.x);
  const double y = std::floor(r.y);
  return {x, y, std::ceil(r.right()) - x, std::ceil(r.bottom()) - y};
}

// One painting of one view. Drawing happens in figure space; `px` is one canvas unit there.
class FigurePainter {
 public:
  FigurePainter(Canvas& canvas, Typesetter& typesetter, const BodyAtlas& atlas, const FigureView& view,
                const BodyMapMarks& marks, const BodyMapOptions& options, const Rect& where,
                const std::optional<Rect>& only)
      : m_canvas(canvas),
        m_typesetter(typesetter),
        m_view(view),
        m_marks(marks),
        m_options(options),
        m_place(figurePlacement(view, where)),
        m_px(1 / m_place.lengthScale()),
        m_only(only) {
    for (const auto& region : atlas.regions()) {
      const auto shape = region.shapes.find(view.view);
      if (shape == region.shapes.end()) continue;
      if (only && !overlap(mapped(m_place, shape->second.path.bounds()), *only)) continue;
      const auto tension = levelOf(marks.tension, region.slug);
      const auto ghost = tension ? std::nullopt : levelOf(marks.ghost, region.slug);
      m_regions.push_back({&region, &shape->second, tension, ghost});
    }
  }

  void paint() {
    {
      const CanvasState state(m_canvas);
      m_canvas.transform(m_place);
      paintBody();
      paintLines();
      paintChoice();
    }
    if (m_options.detail == FigureDetail::full && m_options.numbers) paintNumbers();
    if (m_options.sideLabels && !m_only) paintSideLabels();
  }

 private:
  const BodyMapColors& colors() const { return m_options.colors; }
  bool full() const { return m_options.detail == FigureDetail::full; }
  double seamWidth() const { return std::clamp(.8 * m_px, 1.7, 3.4); }

  // Regions are cut to the outline and the outline is drawn last, over every seam's end: only what runs
  // across the figure needs a clip, which costs as much as the drawing.
  void paintBody() {
    paintUnseen();
    paintGhosts();
    paintLevels();
    paintForm();
  }

  // Hatched over the whole figure first: levels are opaque and cover it, so no clip a region is needed.
  void paintUnseen() {
    Path unseen;
    for (const auto& shown : m_regions)
      if (!shown.tension) unseen.append(shown.shape->path);
    const CanvasState state(m_canvas);
    m_canvas.clip(m_view.outline);
    m_canvas.fill(Path::rectangle({0, 0, m_view.size.width, m_view.size.height}), colors().skin);
    if (unseen.isEmpty()) return;
    m_canvas.fill(unseen, colors().unseen);
    const double spacing = std::max(8.5, (full() ? 5.2 : 3) * m_px);
    m_canvas.stroke(hatchLines(unseen.bounds(), spacing), {colors().hatch, spacing * kHatchShare, {}, false});
    m_canvas.stroke(unseen, {mixed(colors().hatch, colors().outline, .22), seamWidth() * .6, {}, true});
  }

  // Last time: a breath of its colour under the hatching and a dotted line, which no level of today has.
  void paintGhosts() {
    for (const auto& shown : m_regions) {
      if (!shown.ghost) continue;
      Color tint = tensionColor(*shown.ghost);
      tint.a = kGhostTint;
      m_canvas.fill(shown.shape->path, tint);
      if (!full()) continue;
      const Color line = mixed(tensionColor(*shown.ghost), colors().outline, .35);
      const double radius = std::min(shown.shape->labelRadius * .78, 8.5 * m_px);
      const double width = 1.1 * m_px;
      m_canvas.stroke(Path::circle(shown.shape->label, radius),
                      {line, width, {width * .1, width * 2.2}, true});
    }
  }

  void paintLevels() {
    std::array<Path, Tension::kHighest + 1> byLevel;
    Path seams;
    for (const auto& shown : m_regions) {
      if (!shown.tension) continue;
      byLevel[static_cast<std::size_t>(shown.tension->value())].append(shown.shape->path);
      seams.append(shown.shape->path);
    }
    for (std::size_t level = 0; level < byLevel.size(); ++level)
      if (!byLevel[level].isEmpty())
        m_canvas.fill(byLevel[level], tensionColor(Tension(static_cast<int>(level))));
    if (!seams.isEmpty()) m_canvas.stroke(seams, {colors().seam, seamWidth(), {}, true});
  }

  // The faintest turn of the form at the edge; colours must stay true.
  void paintForm() {
    if (!full()) return;
    const CanvasState state(m_canvas);
    m_canvas.clip(m_view.outline);
    m_canvas.stroke(m_view.outline, {rgb(0x33424F, .08), 15, {}, true});
  }

  void paintLines() {
    for (const auto& line : m_view.lines) {
      if (line.detail && !full()) continue;
      Color color = colors().outline;
      color.a = line.detail ? .8 : .9;
      m_canvas.stroke(line.path, {color, std::max(line.width, .7 * m_px), {}, true});
    }
    m_canvas.stroke(m_view.outline, {colors().outline, std::max(2.4, (full() ? 1.1 : .75) * m_px), {}, true});
  }

  void paintChoice() {
    for (const auto& shown : m_regions)
      if (m_marks.selected.contains(shown.region->slug))
        m_canvas.stroke(shown.shape->path, {colors().halo, kHaloWidth * m_px, {}, true});
    for (const auto& shown : m_regions) {
      if (m_marks.selected.contains(shown.region->slug))
        m_canvas.stroke(shown.shape->path, {colors().selection, kSelectionWidth * m_px, {}, true});
      else if (m_marks.hovered == shown.region->slug)
        m_canvas.stroke(shown.shape->path, {colors().selection, kHoverWidth * m_px, {}, true});
    }
  }

  void paintNumbers() {
    for (const auto& shown : m_regions) {
      const auto& level = shown.tension ? shown.tension : shown.ghost;
      if (!level) continue;
      const double size = std::min(shown.shape->labelRadius / m_px * 1.25, kLargestNumber);
      if (size < kSmallestNumber) continue;
      const Color ink = shown.tension ? tensionInk(*level) : colors().label;
      const Point at = m_place.apply(shown.shape->label);
      number(level->value(), std::round(size * 2) / 2, ink, {at.x, at.y + size * .36});
    }
  }

  // Few digits in few sizes: shaped once a painting.
  void number(int value, double size, Color ink, Point baselineMiddle) {
    const auto key = std::pair(value, std::pair(size, ink.r));
    auto found = m_numbers.find(key);
    if (found == m_numbers.end())
      found =
          m_numbers
              .emplace(key, m_typesetter.line(std::to_string(value), {size, Weight::semibold, false, ink}))
              .first;
    found->second.draw(m_canvas, {baselineMiddle.x - found->second.width / 2, baselineMiddle.y});
  }

  // In the client's own left and right; on a side view where there is room behind the neck.
  void paintSideLabels() {
    const double scale = 1 / m_px;
    const double size = std::clamp(27 * scale, full() ? 9.0 : 6.5, 17.0);
    const TextStyle style{size, Weight::semibold, false, colors().label};
    const bool both = m_view.viewerLeft && m_view.viewerRight;
    const double y = both ? 225 : 130;
    const double inset = both ? 34 : 24;
    const auto label = [&](std::optional<domain::Side> side, double x) {
      if (!side) return;
      const auto& text = *side == domain::Side::left ? m_options.leftLabel : m_options.rightLabel;
      const Point at = m_place.apply({x, y});
      drawLine(m_canvas, m_typesetter, text, style, {at.x, at.y + size * .36}, Anchor::middle);
    };
    label(m_view.viewerLeft, inset);
    label(m_view.viewerRight, m_view.size.width - inset);
  }

  Canvas& m_canvas;
  Typesetter& m_typesetter;
  const FigureView& m_view;
  const BodyMapMarks& m_marks;
  const BodyMapOptions& m_options;
  Affine m_place;
  double m_px;
  std::optional<Rect> m_only;
  std::vector<ShownRegion> m_regions;
  std::map<std::pair<int, std::pair<double, double>>, TextLine> m_numbers;
};

}  // namespace

BodyMapMarks marksOf(const domain::SessionContent& content, MapMoment moment) {
  BodyMapMarks marks;
  for (const auto& finding : content.findings)
    if (const auto& level = moment == MapMoment::before ? finding.before : finding.after)
      marks.tension.emplace(finding.region, *level);
  return marks;
}

Affine figurePlacement(const FigureView& view, const Rect& where) {
  const double k = std::max(1e-6, std::min(where.width / view.size.width, where.height / view.size.height));
  const Point centre = where.centre();
  return {k, 0, 0, k, centre.x - k * view.size.width / 2, centre.y - k * view.size.height / 2};
}

void drawBodyMap(Canvas& canvas, Typesetter& typesetter, const BodyAtlas& atlas, BodyView view,
                 const BodyMapMarks& marks, const BodyMapOptions& options, const Rect& where) {
  if (const FigureView* figure = atlas.view(view))
    FigurePainter(canvas, typesetter, atlas, *figure, marks, options, where, {}).paint();
}

Rect bodyMapDirty(const BodyAtlas& atlas, BodyView view,
                  const std::set<domain::RegionSlug, std::less<>>& regions, const Rect& where) {
  const FigureView* figure = atlas.view(view);
  Rect dirty;
  if (!figure) return dirty;
  const Affine place = figurePlacement(*figure, where);
  for (const auto& slug : regions) {
    const BodyRegion* region = atlas.find(slug);
    if (!region) continue;
    const auto shape = region->shapes.find(view);
    if (shape != region->shapes.end()) dirty = dirty.united(mapped(place, shape->second.path.bounds()));
  }
  return dirty.isEmpty() ? dirty : wholeUnits(dirty.inflated(kHaloWidth / 2 + 1));
}

void drawBodyMapRegions(Canvas& canvas, Typesetter& typesetter, const BodyAtlas& atlas, BodyView view,
                        const BodyMapMarks& marks, const BodyMapOptions& options, const Rect& where,
                        const std::set<domain::RegionSlug, std::less<>>& regions) {
  const FigureView* figure = atlas.view(view);
  const Rect dirty = bodyMapDirty(atlas, view, regions, where);
  if (!figure || dirty.isEmpty()) return;
  const CanvasState state(canvas);
  canvas.clip(Path::rectangle(dirty));
  FigurePainter(canvas, typesetter, atlas, *figure, marks, options, where, dirty).paint();
}

}  // namespace unknot::draw

#include "draw/body_map_figure.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "draw/change_scale.h"
#include "draw/figure_marks.h"
#include "draw/figure_rim.h"
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
constexpr double kHoverWidth = 1.5;
// Least size of type worth printing in a region, and of an arrow without its number.
constexpr double kSmallestNumber = 6.5;
constexpr double kSmallestSign = 4.5;
constexpr double kLargestNumber = 13;
constexpr double kLargestNumberOfASmallMap = 9;
// Between an arrow and its number, of the size of type.
constexpr double kSignGap = .1;
// How much a figure that has no room for numbers still says about last time.
constexpr double kGhostTint = .26;
// In units of the figure.
constexpr double kRimWidth = 7.5;

struct ShownRegion {
  const BodyRegion* region;
  const RegionShape* shape;
  std::optional<int> value;  // of the picture: a level or a change
  std::optional<Tension> ghost;
  bool notCompared = false;
};

template <class Map>
auto valueOf(const Map& values, const std::string& slug) {
  const auto found = values.find(slug);
  return found == values.end() ? std::nullopt : std::optional(found->second);
}

// Shaped at one size and drawn at any: a digit is the same shape in all of them.
class Digits {
 public:
  explicit Digits(Typesetter& typesetter) : m_typesetter(typesetter) {}

  double width(int value, double size) { return line(value).width * size / kShapedSize; }

  void draw(Canvas& canvas, int value, double size, Color ink, Point baselineStart) {
    const double k = size / kShapedSize;
    for (const auto& placed : line(value).runs) {
      GlyphRun run = placed.run;
      run.size *= k;
      run.width *= k;
      for (auto& glyph : run.glyphs) {
        glyph.offset = glyph.offset * k;
        glyph.advance *= k;
      }
      canvas.glyphs(run, {baselineStart.x + placed.x * k, baselineStart.y}, ink);
    }
  }

 private:
  static constexpr double kShapedSize = 12;

  const TextLine& line(int value) {
    auto found = m_lines.find(value);
    if (found == m_lines.end())
      found =
          m_lines.emplace(value, m_typesetter.line(std::to_string(value), {kShapedSize, Weight::semibold}))
              .first;
    return found->second;
  }

  Typesetter& m_typesetter;
  std::map<int, TextLine> m_lines;
};

// One painting of one view. Drawing happens in figure space; `px` is one canvas unit there.
class FigurePainter {
 public:
  FigurePainter(Canvas& canvas, Typesetter& typesetter, const BodyAtlas& atlas, const FigureView& view,
                const BodyMapMarks& marks, const BodyMapOptions& options, const Rect& where)
      : m_canvas(canvas),
        m_typesetter(typesetter),
        m_atlas(atlas),
        m_view(view),
        m_marks(marks),
        m_options(options),
        m_place(figurePlacement(view, where)),
        m_px(1 / m_place.lengthScale()),
        m_digits(typesetter) {
    for (const auto& region : atlas.regions()) {
      const auto shape = region.shapes.find(view.view);
      if (shape == region.shapes.end()) continue;
      if (!isWanted(mapped(m_place, shape->second.path.bounds()).inflated(regionReach(1 / m_px)))) continue;
      m_regions.push_back(shown(region, shape->second));
    }
  }

  void paint() {
    {
      const CanvasState state(m_canvas);
      m_canvas.transform(m_place);
      paintBody();
      paintCaution();
      paintLines();
      paintChoice();
    }
    if (full() && m_options.numbers) paintNumbers();
    if (m_options.sideLabels) paintSideLabels();
    paintPoints();
  }

 private:
  const BodyMapColors& colors() const { return m_options.colors; }
  bool full() const { return m_options.detail == FigureDetail::full; }
  bool showsChange() const { return m_marks.picture == MapPicture::change; }
  bool showsPlaces() const { return m_marks.picture == MapPicture::places; }
  double seamWidth() const { return std::clamp(.8 * m_px, 1.7, kWidestSeam); }
  bool isWanted(const Rect& area) const { return !m_options.only || overlap(area, *m_options.only); }
  Color ground(int value) const { return showsChange() ? changeColor(value) : tensionColor(Tension(value)); }
  Color ink(int value) const { return showsChange() ? changeInk(value) : tensionInk(Tension(value)); }

  ShownRegion shown(const BodyRegion& region, const RegionShape& shape) const {
    ShownRegion result{&region, &shape, {}, {}};
    if (showsPlaces()) return result;
    if (showsChange()) {
      result.value = valueOf(m_marks.change, region.slug);
      result.notCompared = !result.value && m_marks.notCompared.contains(region.slug);
    } else if (const auto tension = valueOf(m_marks.tension, region.slug)) {
      result.value = tension->value();
    } else {
      result.ghost = valueOf(m_marks.ghost, region.slug);
    }
    return result;
  }

  // A clip costs as much as the drawing. None is needed: regions are cut to the outline, lines and dots are
  // laid inside their regions, and the outline is drawn last, over the end of every seam.
  void paintBody() {
    m_canvas.fill(m_view.outline, colors().unseen);
    if (showsPlaces()) {
      paintPlaces();
    } else {
      paintUnseen();
      paintNotCompared();
      paintGhosts();
      paintValues();
    }
    if (full()) m_canvas.fill(innerRim(m_view.outline, kRimWidth), rgb(0x33424F, .08));
  }

  void paintUnseen() {
    Path unseen;
    for (const auto& shown : m_regions)
      if (!shown.value && !shown.notCompared) unseen.append(shown.shape->path);
    if (unseen.isEmpty()) return;
    const double spacing = std::max(8.5, (full() ? 5.2 : 3) * m_px);
    m_canvas.stroke(hatchLines(unseen, spacing), {colors().hatch, spacing * kHatchShare, {}, false, true});
    paintBorders(unseen);
  }

  void paintNotCompared() {
    Path dotted;
    for (const auto& shown : m_regions)
      if (shown.notCompared) dotted.append(shown.shape->path);
    if (dotted.isEmpty()) return;
    m_canvas.fill(dotted, colors().notCompared);
    const double spacing = std::max(6.5, (full() ? 4.6 : 2.6) * m_px);
    m_canvas.stroke(dots(dotted, spacing), {colors().dotted, spacing * kDotShare, {}, true});
    paintBorders(dotted);
  }

  // Between regions that show no value. In a small figure they would be more than the hatching.
  void paintBorders(const Path& regions) {
    if (!full()) return;
    const Color line = mixed(colors().hatch, colors().outline, .22);
    m_canvas.stroke(regions, {line, seamWidth() * .6, {}, true, true});
  }

  void paintPlaces() {
    Path places;
    for (const auto& shown : m_regions)
      if (m_marks.places.contains(shown.region->slug)) places.append(shown.shape->path);
    if (places.isEmpty()) return;
    // The stroke closes the seams between regions of one place.
    m_canvas.fill(places, colors().place);
    m_canvas.stroke(places, {colors().place, seamWidth(), {}, true, true});
  }

  // Last time: a breath of its colour over the hatching and a dotted line, which no level of today has.
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

  void paintValues() {
    std::map<int, Path> byValue;
    Path seams;
    for (const auto& shown : m_regions) {
      if (!shown.value) continue;
      byValue[*shown.value].append(shown.shape->path);
      seams.append(shown.shape->path);
    }
    for (const auto& [value, path] : byValue) m_canvas.fill(path, ground(value));
    if (!seams.isEmpty()) m_canvas.stroke(seams, {colors().seam, seamWidth(), {}, true, true});
  }

  // Over the level, which stays readable between the lines; each has a light beside it, so that it is seen on
  // every ground.
  void paintCaution() {
    Path touched;
    for (const auto& shown : m_regions)
      if (m_marks.caution.contains(shown.region->slug)) touched.append(shown.shape->path);
    if (touched.isEmpty()) return;
    const double spacing = std::max(15.0, (full() ? 9 : 5) * m_px);
    const double width = std::max(2.2, (full() ? 1.5 : 1) * m_px);
    const Path lines = hatchLines(touched, spacing, Slant::falling);
    for (const auto& [color, share] : {std::pair(colors().halo, 2.2), std::pair(colors().caution, 1.0)}) {
      m_canvas.stroke(lines, {color, width * share, {}, false, true});
      m_canvas.stroke(touched, {color, width * share, {}, true, true});
    }
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
    const double largest = std::clamp(32 / m_px, kLargestNumberOfASmallMap, kLargestNumber);
    for (const auto& shown : m_regions) {
      if (!shown.value && !shown.ghost) continue;
      const double fitting = std::min(shown.shape->labelRadius / m_px * 1.25, largest);
      const double size = std::round(fitting * 2) / 2;
      const Point at = m_place.apply(shown.shape->label);
      if (showsChange())
        change(*shown.value, size, at);
      else if (fitting >= kSmallestNumber)
        number(shown.value ? *shown.value : shown.ghost->value(), size,
               shown.value ? ink(*shown.value) : colors().label, at.x, at.y);
    }
  }

  void number(int value, double size, Color ink, double middle, double y) {
    m_digits.draw(m_canvas, value, size, ink, {middle - m_digits.width(value, size) / 2, y + size * .36});
  }

  // Where there is no room for a number, the arrow still tells the way.
  void change(int value, double size, Point at) {
    if (size < kSmallestSign) return;
    if (value == 0 || size < kSmallestNumber) {
      m_canvas.fill(changeSign(value, at, std::max(size, kSmallestNumber)), ink(value));
      return;
    }
    const double sign = changeSignWidth(size);
    const double digit = m_digits.width(std::abs(value), size);
    const double left = at.x - (sign + kSignGap * size + digit) / 2;
    m_canvas.fill(changeSign(value, {left + sign / 2, at.y}, size), ink(value));
    number(std::abs(value), size, ink(value), left + sign + kSignGap * size + digit / 2, at.y);
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
      if (!isWanted(Rect{at.x, at.y, 0, 0}.inflated(3 * size))) return;
      drawLine(m_canvas, m_typesetter, text, style, {at.x, at.y + size * .36}, Anchor::middle);
    };
    label(m_view.viewerLeft, inset);
    label(m_view.viewerRight, m_view.size.width - inset);
  }

  void paintPoints() {
    for (std::size_t i = 0; i < m_marks.points.size(); ++i)
      if (m_marks.selectedPoint != i) paintPoint(m_marks.points[i], false);
    if (m_marks.selectedPoint && *m_marks.selectedPoint < m_marks.points.size())
      paintPoint(m_marks.points[*m_marks.selectedPoint], true);
  }

  // Of the region a point is in, which may itself lie outside of what is painted.
  Color groundUnder(const domain::PointMark& mark) const {
    const auto& region = m_atlas.require("region", mark.region);
    const ShownRegion look = shown(region, region.shapes.at(m_view.view));
    if (look.value) return ground(*look.value);
    return look.notCompared ? colors().notCompared : colors().unseen;
  }

  void paintPoint(const domain::PointMark& mark, bool selected) {
    if (mark.view != m_view.view) return;
    const auto place = domain::placeOf(m_atlas, mark);
    if (!place || !isWanted(pointBounds(m_atlas, m_view.view, mark, m_place))) return;
    const Point at = m_place.apply(*place);
    if (showsPlaces()) {
      const double radius = pointSymbolSize(1 / m_px) / 2;
      m_canvas.fill(Path::circle(at, radius + kPointRing), colors().halo);
      m_canvas.fill(Path::circle(at, radius), colors().placePoint);
      return;
    }
    const Color under = selected ? colors().halo : groundUnder(mark);
    if (!full()) {
      drawPointDot(m_canvas, at, under);
      return;
    }
    const double size = pointSymbolSize(1 / m_px);
    if (selected) {
      const Path ring = Path::circle(at, pointRingRadius(size));
      m_canvas.fill(ring, colors().halo);
      m_canvas.stroke(ring, {colors().selection, kPointRing, {}, true});
    }
    if (const auto end = domain::reachOf(m_atlas, mark))
      drawRadiating(m_canvas, at, m_place.apply(*end), size, under);
    else
      drawPointSymbol(m_canvas, mark.kind, at, size, under);
  }

  Canvas& m_canvas;
  Typesetter& m_typesetter;
  const BodyAtlas& m_atlas;
  const FigureView& m_view;
  const BodyMapMarks& m_marks;
  const BodyMapOptions& m_options;
  Affine m_place;
  double m_px;
  Digits m_digits;
  std::vector<ShownRegion> m_regions;
};

}  // namespace

void drawBodyMap(Canvas& canvas, Typesetter& typesetter, const BodyAtlas& atlas, BodyView view,
                 const BodyMapMarks& marks, const BodyMapOptions& options, const Rect& where) {
  if (const FigureView* figure = atlas.view(view))
    FigurePainter(canvas, typesetter, atlas, *figure, marks, options, where).paint();
}

}  // namespace unknot::draw

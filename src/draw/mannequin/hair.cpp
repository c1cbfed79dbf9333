#include "draw/mannequin/hair.h"

#include <algorithm>
#include <cmath>

namespace unknot::draw::mannequin {
namespace {

using domain::HairStyle;

// Below this hair and skin need a line between them.
constexpr double kVisibleEdge = 1.6;

double dot(Point a, Point b) {
  return a.x * b.x + a.y * b.y;
}

Color shine(const Ink& ink) {
  return lighter(ink.style.hair, .24);
}

void edge(const Ink& ink, const std::vector<Point>& points) {
  if (contrast(ink.style.hair, ink.style.skin) < kVisibleEdge)
    ink.curve(points, ink.onSkin(ink.style.skin, .40), .6);
}

// Bulges between neighbouring points, away from the middle: the soft rim of curls.
std::vector<Point> scallops(const std::vector<Point>& anchors, Point middle, double depth) {
  std::vector<Point> rim;
  for (std::size_t i = 0; i + 1 < anchors.size(); ++i) {
    const Point half = between(anchors[i], anchors[i + 1], .5);
    rim.push_back(anchors[i]);
    for (const double share : {.25, .5, .75}) {
      const Point at = between(anchors[i], anchors[i + 1], share);
      const double bulge = share == .5 ? 1 : .78;
      rim.push_back(at + core::normalized(half - middle) * (depth * bulge));
    }
  }
  rim.push_back(anchors.back());
  return rim;
}

std::vector<Point> placed(const Frame& q, std::initializer_list<Point> points) {
  std::vector<Point> result;
  for (const Point p : points) result.push_back(q(p.x, p.y));
  return result;
}

// From the forehead round the ear to the nape.
std::vector<Point> hairlineInProfile(const Frame& q) {
  return placed(q, {{-.25, .05},
                    {-.19, .12},
                    {-.155, .27},
                    {-.10, .40},
                    {-.02, .50},
                    {.05, .60},
                    {.12, .70},
                    {.24, .755},
                    {.315, .815}});
}

Path curlsInProfile(const Frame& q) {
  const auto anchors = placed(q, {{.345, .79},
                                  {.345, .93},
                                  {.20, 1.055},
                                  {.04, 1.105},
                                  {-.18, 1.11},
                                  {-.35, 1.03},
                                  {-.51, .87},
                                  {-.575, .70},
                                  {-.585, .47},
                                  {-.53, .31},
                                  {-.44, .15},
                                  {-.29, .06}});
  auto points = scallops(anchors, q(-.08, .58), .055);
  const auto inner =
      placed(q, {{-.19, .14}, {-.15, .28}, {-.11, .41}, {-.03, .50}, {.05, .585}, {.11, .675}, {.22, .735}});
  points.insert(points.end(), inner.begin(), inner.end());
  return Path::smooth(points, true);
}

// A strand that widens and tapers along its nodes; it opens at its root.
std::vector<Point> strand(const std::vector<Point>& nodes, const std::vector<double>& widths) {
  std::vector<Point> left;
  std::vector<Point> right;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Point along = core::normalized(nodes[std::min(i + 1, nodes.size() - 1)] - nodes[i > 0 ? i - 1 : 0]);
    left.push_back(nodes[i] + across(along) * widths[i]);
    right.push_back(nodes[i] - across(along) * widths[i]);
  }
  const Point along = core::normalized(nodes.back() - nodes[nodes.size() - 2]);
  left.push_back(nodes.back() + along * (widths.back() * .8));
  left.insert(left.end(), right.rbegin(), right.rend());
  return left;
}

void paintStrand(const Ink& ink, const std::vector<Point>& points) {
  ink.outline(Path::smooth(points, false));
  ink.fill(Path::smooth(points, true), ink.style.hair);
}

}  // namespace

// --- in profile ---

Path capInProfile(HairStyle style, const Frame& q) {
  if (style == HairStyle::none) return {};
  if (style == HairStyle::curly) return curlsInProfile(q);
  auto points = placed(
      q, {{.20, .935}, {-.02, 1.0}, {-.24, .955}, {-.42, .80}, {-.50, .56}, {-.475, .34}, {-.37, .13}});
  const auto line = hairlineInProfile(q);
  points.insert(points.end(), line.begin(), line.end());
  return Path::smooth(points, true);
}

Path knotInProfile(const Frame& q) {
  return Path::smooth(placed(q, {{-.16, .99},
                                 {-.13, 1.11},
                                 {-.21, 1.21},
                                 {-.34, 1.22},
                                 {-.44, 1.13},
                                 {-.46, 1.0},
                                 {-.39, .89},
                                 {-.27, .86}}),
                      true);
}

void paintHairLines(const Ink& ink, const Frame& q) {
  const Color light = shine(ink);
  switch (ink.style.hairStyle) {
    case HairStyle::none:
      ink.curve({q(-.29, .74), q(-.13, .86), q(.06, .875)}, lighter(ink.style.skin, .35), 1.1);
      return;
    case HairStyle::curly:
      for (const Point p : {Point{.15, .90},
                            {-.06, .97},
                            {-.28, .91},
                            {-.43, .73},
                            {-.20, .75},
                            {-.45, .48},
                            {-.30, .54},
                            {-.30, .30},
                            {.02, .78}})
        ink.curve({q(p.x - .055, p.y - .02), q(p.x - .03, p.y + .045), q(p.x + .03, p.y + .04),
                   q(p.x + .045, p.y - .02)},
                  light, .75);
      break;
    case HairStyle::tied:
      ink.curve({q(.20, .82), q(-.02, .93), q(-.20, .94)}, light, .8);
      ink.curve({q(.02, .64), q(-.10, .80), q(-.23, .90)}, light, .8);
      ink.curve({q(-.30, .20), q(-.42, .50), q(-.34, .84)}, light, .8);
      ink.curve({q(-.36, 1.12), q(-.28, 1.15), q(-.21, 1.09)}, light, .8);
      break;
    case HairStyle::longHair:
      ink.curve({q(-.02, .93), q(-.26, .80), q(-.36, .52)}, light, .9);
      ink.curve({q(.16, .84), q(-.08, .76), q(-.20, .52)}, light, .8);
      break;
    case HairStyle::cropped:
      ink.curve({q(-.30, .72), q(-.12, .86), q(.10, .89)}, lighter(ink.style.hair, .25), .9);
      break;
  }
  auto line = hairlineInProfile(q);
  // Long hair hides the nape.
  if (ink.style.hairStyle == HairStyle::longHair) line.erase(line.begin(), line.begin() + 3);
  edge(ink, line);
}

void paintFall(const Ink& ink, const Frame& q, const Surroundings& around) {
  const Point forward = q.along;
  const Point up = q.side;
  const bool onBack = around.onMat && around.pull && dot(*around.pull, forward) < -.75 && q.origin.y < .8;
  const auto above = [&](Point p, double by) { return around.onMat ? Point{p.x, std::max(p.y, by)} : p; };
  if (onBack) {
    // It slides off the skull to the mat and lies round the crown and under the neck.
    const auto floor = [&](double along, double high) { return Point{q.origin.x + up.x * along, high}; };
    std::vector<Point> pool{q(.02, 1.0),       q(-.20, 1.04),    floor(1.16, .17),  floor(1.30, .05),
                            floor(1.24, -.06), floor(.5, -.08),  floor(-.42, -.08), floor(-.56, .0),
                            floor(-.40, .10),  floor(-.12, .13), q(-.17, .16)};
    ink.outline(Path::smooth(pool, false));
    ink.fill(Path::smooth(pool, true), ink.style.hair);
    ink.curve({q(-.34, .80), floor(1.05, .10), floor(1.20, .04)}, shine(ink), .8);
    ink.curve({q(-.30, .15), floor(-.10, .07), floor(-.40, .04)}, shine(ink), .8);
    return;
  }
  if (around.pull && dot(*around.pull, up) > .3) {
    // The head hangs: over the crown and straight down.
    const std::vector<Point> nodes{q(-.36, .50), q(-.34, .78), q(-.14, 1.0),
                                   q(-.05, 1.02) + *around.pull * .26, q(-.05, 1.02) + *around.pull * .52};
    const std::vector<double> widths{.06, .13, .19, .17, .06};
    paintStrand(ink, strand(nodes, widths));
    ink.curve({nodes[1], nodes[2], nodes[3], nodes[4]}, shine(ink), .8);
    return;
  }
  // Down the nape first; then as everything falls, but never across the face.
  Point fall = core::normalized(up * -1 - forward * .12);
  std::vector<double> widths{.19, .205, .215, .17, .06};
  if (around.pull) {
    fall = core::normalized(*around.pull - up * .8);
  } else {
    widths = {.19, .22, .24, .20, .08};
  }
  const double ahead = std::max(0.0, dot(fall, forward));
  const double step = .36 - .10 * ahead;
  const Point nape = q(-.285, .26 - .08 * ahead);
  const Point second = above(nape + core::normalized(up * -1 + fall) * step, .1);
  const Point third = above(second + fall * step, .08);
  const std::vector<Point> nodes{q(-.27, .62), nape, second, third, above(third + fall * (step * .45), .06)};
  paintStrand(ink, strand(nodes, widths));
  for (const double share : {-.45, .35}) {
    std::vector<Point> line;
    for (std::size_t i = 1; i < nodes.size(); ++i) {
      const Point along = core::normalized(nodes[std::min(i + 1, nodes.size() - 1)] - nodes[i - 1]);
      line.push_back(nodes[i] + across(along) * (widths[i] * share));
    }
    ink.curve(line, shine(ink), .8);
  }
}

// --- face on ---

Point FaceFrame::face(double x, double y) const {
  const double share = y < .35 ? 1.2 : y > .75 ? .1 : .6;
  return q(x * (1 + .10 * std::abs(sine)) + sine * .10 * share, y);
}

namespace {

std::vector<Point> curlRim(const FaceFrame& f) {
  std::vector<Point> anchors;
  // Curls are of unlike widths.
  for (const double angle : {-30.0, -5.0, 15.0, 43.0, 63.0, 88.0, 113.0, 134.0, 161.0, 183.0, 210.0}) {
    const Point unit = polar(angle);
    anchors.push_back(f.hair(unit.x * .475, .60 + unit.y * .455));
  }
  return scallops(anchors, f.hair(0, .60), .062);
}

// The pull in the head's own directions.
Point pullOf(const FaceFrame& f, const FaceOnHead& how) {
  return {dot(how.pull, f.q.along), dot(how.pull, f.q.side)};
}

// Lying on the side: all hair slides to the lower one.
constexpr double kLyingOnSide = .7;

// The edge of loose hair on one side (-1 left of the picture, 1 right), from the crown down to its tip and
// back up along the neck.
std::vector<Point> curtain(const FaceFrame& f, const FaceOnHead& how, double side) {
  std::vector<Point> points;
  const auto add = [&](std::initializer_list<Point> more) {
    for (const Point p : more) points.push_back(f.hair(side * p.x, p.y));
  };
  const bool overTheNeck = how.lies == HairLies::overTheNeck;
  const Point pull = overTheNeck ? Point{side * -.42, -.9} : pullOf(f, how);
  const double outward = pull.x * side;
  if (!overTheNeck && outward > kLyingOnSide) {
    add({{.20, 1.0},
         {.42, .93},
         {.57, .76},
         {.64, .52},
         {.70, .27},
         {.67, .04},
         {.55, -.10},
         {.42, -.05},
         {.22, .10}});
    return points;
  }
  add({{.24, .97}, {.40, .82}, {.455, .60}});
  // What would fall across the face lies behind it.
  if (outward < -.6 || (overTheNeck && side > 0)) {
    add({{.435, .40}, {.37, .24}, {.22, .12}});
    return points;
  }
  add({{.455, .40}});
  const Point fall = core::normalized(Point{std::max(outward, -.42) + .06, std::min(pull.y, -.2)});
  const double length = overTheNeck ? .44 : .44 - .3 * std::clamp(outward, 0.0, .6);
  const Point away{-fall.y, fall.x};
  const auto along = [&](double way, double off) {
    const Point p = Point{.385, .22} + fall * (way * length) + away * off;
    points.push_back(f.hair(side * p.x, p.y));
  };
  along(.3, .10);
  along(.8, .12);
  along(1.25, .125);
  along(1.38, .03);
  along(1.36, -.08);
  along(1.15, -.13);
  along(.6, -.145);
  add({{.21, .12}});
  return points;
}

Path spreadHair(const FaceFrame& f) {
  std::vector<Point> points;
  for (const double side : {1.0, -1.0}) {
    std::vector<Point> half;
    for (const Point p : {Point{.14, 1.11},
                          {.33, 1.07},
                          {.47, .95},
                          {.54, .80},
                          {.57, .60},
                          {.555, .40},
                          {.57, .20},
                          {.53, .0},
                          {.42, -.12},
                          {.28, -.10},
                          {.18, .02}})
      half.push_back(f.hair(p.x * side, p.y));
    if (side < 0) std::reverse(half.begin(), half.end());
    points.insert(points.end(), half.begin(), half.end());
  }
  return Path::smooth(points, true);
}

Path loosePath(const FaceFrame& f, const FaceOnHead& how) {
  std::vector<Point> points{f.hair(0, 1.03)};
  for (const double side : {1.0, -1.0}) {
    auto half = curtain(f, how, side);
    if (side < 0) std::reverse(half.begin(), half.end());
    points.insert(points.end(), half.begin(), half.end());
  }
  return Path::smooth(points, true);
}

Path closeBack(const FaceFrame& f) {
  return Path::smooth({f.hair(-.40, .40), f.hair(-.435, .58), f.hair(-.40, .77), f.hair(-.27, .94),
                       f.hair(0, 1.02), f.hair(.27, .94), f.hair(.40, .77), f.hair(.435, .58),
                       f.hair(.40, .40), f.hair(.32, .26), f.hair(-.32, .26)},
                      true);
}

}  // namespace

void paintHairBehindNeck(const Ink& ink, const FaceFrame& f, const FaceOnHead& how) {
  if (ink.style.hairStyle != HairStyle::longHair || how.lies != HairLies::falling) return;
  const Point pull = pullOf(f, how);
  if (pull.y > -.6) return;
  const Point fall = f.q.along * pull.x + f.q.side * pull.y;
  const Point shift = fall * .5;
  ink.fill(
      Path::polyline({f.hair(-.36, .25), f.hair(.36, .25), f.hair(.36, .1) + shift, f.hair(-.36, .1) + shift},
                     true),
      darker(ink.style.hair, .28));
}

void paintHairBehind(const Ink& ink, const FaceFrame& f, const FaceOnHead& how) {
  const Color color = ink.style.hair;
  const auto paint = [&](const Path& path) {
    ink.outline(path);
    ink.fill(path, color);
  };
  switch (ink.style.hairStyle) {
    case HairStyle::none:
      return;
    case HairStyle::cropped:
      return paint(closeBack(f));
    case HairStyle::tied: {
      const double x = -.30 * f.sine;
      const double y = 1.075 - (f.nod < 0 ? .06 : .22) * f.nod;
      paint(Path::smooth({f.q(x - .15, y - .12), f.q(x - .19, y), f.q(x - .13, y + .13), f.q(x, y + .165),
                          f.q(x + .13, y + .13), f.q(x + .19, y), f.q(x + .15, y - .12)},
                         true));
      ink.curve({f.q(x - .09, y + .06), f.q(x, y + .10), f.q(x + .09, y + .05)}, shine(ink), .8);
      return paint(closeBack(f));
    }
    case HairStyle::curly:
      return paint(Path::smooth(curlRim(f), true));
    case HairStyle::longHair:
      if (how.lies == HairLies::spread) {
        paint(spreadHair(f));
        for (const double side : {-1.0, 1.0}) {
          ink.curve({f.hair(side * .22, .99), f.hair(side * .41, .90), f.hair(side * .49, .70)}, shine(ink),
                    .8);
          ink.curve({f.hair(side * .42, .52), f.hair(side * .45, .30), f.hair(side * .47, .06)}, shine(ink),
                    .8);
        }
        return;
      }
      paint(loosePath(f, how));
      return;
  }
}

namespace {

void paintCropped(const Ink& ink, const FaceFrame& f) {
  const double part = f.sine * .30;
  const double fringe = f.nod * .30;
  const double sine = f.sine;
  const auto& q = f.q;
  ink.fill(Path::smooth({f.hair(-.405, .42), f.hair(-.44, .60), f.hair(-.40, .78), f.hair(-.27, .945),
                         f.hair(0, 1.025), f.hair(.27, .945), f.hair(.40, .78), f.hair(.44, .60),
                         f.hair(.405, .42), f.face(.345, .40), q(.318 + sine * .06, .55 + fringe * .4),
                         q(.245 + part * .5, .69 + fringe * .8), q(.10 + part, .775 + fringe),
                         q(-.09 + part, .80 + fringe), q(-.135 + part * .9, .765 + fringe),
                         q(-.24 + part * .5, .67 + fringe * .8), q(-.318 + sine * .06, .53 + fringe * .4),
                         f.face(-.345, .40)},
                        true, .15),
           ink.style.hair);
  edge(ink,
       {f.face(.345, .40), q(.318 + sine * .06, .55 + fringe * .4), q(.245 + part * .5, .69 + fringe * .8),
        q(.10 + part, .775 + fringe), q(-.09 + part, .80 + fringe), q(-.24 + part * .5, .67 + fringe * .8),
        q(-.318 + sine * .06, .53 + fringe * .4), f.face(-.345, .40)});
  const Color light = lighter(ink.style.hair, .22);
  ink.curve({q(-.115 + part, .79 + fringe), q(-.08 + part * .8, .90), q(-.04 + part * .6, .97)}, light, .9);
  ink.curve({q(.08 + part * .6, .93), q(.22 + part * .4, .85), q(.31 + part * .2, .72)}, light, .9);
}

// The hair of `rim` above a hairline that runs from the right temple to the left one, with light lines in it.
void paintAbove(const Ink& ink, const FaceFrame& f, const Path& rim, const std::vector<Point>& hairline,
                const std::vector<std::vector<Point>>& lines) {
  Path area = Path::smooth(hairline, false);
  area.lineTo(f.q(-.9, .40)).lineTo(f.q(-.9, 1.5)).lineTo(f.q(.9, 1.5)).lineTo(f.q(.9, .40)).close();
  ink.fillInside(rim, area, ink.style.hair);
  edge(ink, hairline);
  const CanvasState state(ink.canvas);
  ink.canvas.clip(rim);
  ink.canvas.clip(area);
  for (const auto& line : lines) ink.curve(line, shine(ink), .75);
}

void paintCurls(const Ink& ink, const FaceFrame& f) {
  const double part = f.sine * .30;
  const double fringe = f.nod * .30;
  // Small bulges down over the forehead.
  std::vector<Point> anchors{f.face(.36, .42)};
  for (const Point p :
       {Point{.315, .58}, {.25, .70}, {.13, .765}, {0, .785}, {-.13, .765}, {-.25, .70}, {-.315, .58}})
    anchors.push_back(f.q(p.x + part * (1 - std::abs(p.x) * 1.6), p.y + fringe * (p.y - .4) * 2.2));
  anchors.push_back(f.face(-.36, .42));
  std::vector<std::vector<Point>> lines;
  for (const Point p : {Point{-.38, .64},
                        {-.33, .82},
                        {-.17, .94},
                        {.03, .99},
                        {.22, .93},
                        {.36, .79},
                        {.39, .60},
                        {-.08, .85},
                        {.12, .84}})
    lines.push_back({f.hair(p.x - .05, p.y - .02), f.hair(p.x - .03, p.y + .04), f.hair(p.x + .03, p.y + .04),
                     f.hair(p.x + .045, p.y - .02)});
  paintAbove(ink, f, Path::smooth(curlRim(f), true), scallops(anchors, f.q(part, 1.1), .028), lines);
}

void paintPulledBack(const Ink& ink, const FaceFrame& f) {
  const double part = f.sine * .30;
  const double fringe = f.nod * .26;
  const std::vector<Point> hairline{f.face(.35, .44),
                                    f.q(.325 + f.sine * .06, .60 + fringe * .4),
                                    f.q(.25 + part * .5, .735 + fringe * .8),
                                    f.q(.12 + part * .9, .80 + fringe),
                                    f.q(part, .815 + fringe),
                                    f.q(-.12 + part * .9, .80 + fringe),
                                    f.q(-.25 + part * .5, .735 + fringe * .8),
                                    f.q(-.325 + f.sine * .06, .60 + fringe * .4),
                                    f.face(-.35, .44)};
  const double knot = -.30 * f.sine;
  std::vector<std::vector<Point>> lines;
  for (const double x : {-.22, .0, .22})
    lines.push_back({f.q(x + part * .7, .84 - std::abs(x) * .25 + fringe),
                     f.q(x * .75 + part * .3, .93 - std::abs(x) * .15), f.q(x * .45 + knot * .6, 1.0)});
  paintAbove(ink, f, closeBack(f), hairline, lines);
}

void paintParted(const Ink& ink, const FaceFrame& f, const FaceOnHead& how) {
  const double part = f.sine * .30;
  const double fringe = f.nod * .26;
  const bool loose = how.lies != HairLies::spread;
  const Path rim = loose ? loosePath(f, how) : spreadHair(f);
  for (const double side : {1.0, -1.0}) {
    // Hair lying on the mat leaves the temples free, and so does that behind a cheek turned to it.
    const double frees = loose ? .075 * std::clamp(side * f.sine * 1.8, 0.0, 1.0) : .03;
    const std::vector<Point> inner{f.q(part, .875 + fringe),
                                   f.q(side * .13 + part * .85, .81 + fringe * .9),
                                   f.q(side * .235 + part * .5, .70 + fringe * .6),
                                   f.q(side * (.305 + frees * .8) + f.sine * .07, .54 + fringe * .2),
                                   f.face(side * (.315 + frees), .38),
                                   f.face(side * (.295 + frees), .20),
                                   f.face(side * (.235 + frees), .05)};
    Path area = Path::smooth(inner, false);
    area.lineTo(f.q(side * .24, -.04))
        .lineTo(f.q(side * 1.0, -.04))
        .lineTo(f.q(side * 1.0, 1.4))
        .lineTo(f.q(part * .6, 1.4))
        .close();
    ink.fillInside(rim, area, ink.style.hair);
    edge(ink, inner);
    ink.curve({f.q(side * .06 + part * .8, .90 + fringe * .5), f.q(side * .26 + part * .4, .80),
               f.hair(side * .375, .58), f.hair(side * .385, .32)},
              shine(ink), .8);
  }
  ink.curve({f.q(part, .885 + fringe), f.q(part * .8, .95 + fringe * .4), f.q(part * .5, 1.01)},
            darker(ink.style.hair, .3), .7);
}

}  // namespace

void paintHairBefore(const Ink& ink, const FaceFrame& f, const FaceOnHead& how) {
  switch (ink.style.hairStyle) {
    case HairStyle::cropped:
      return paintCropped(ink, f);
    case HairStyle::curly:
      return paintCurls(ink, f);
    case HairStyle::tied:
      return paintPulledBack(ink, f);
    case HairStyle::longHair:
      return paintParted(ink, f, how);
    case HairStyle::none:
      ink.curve({f.q(-.20, .83), f.q(-.10, .905), f.q(.04, .925)}, lighter(ink.style.skin, .35), 1.1);
      return;
  }
}

}  // namespace unknot::draw::mannequin

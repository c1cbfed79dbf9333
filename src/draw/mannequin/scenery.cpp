#include "draw/mannequin/scenery.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace unknot::draw::mannequin {
namespace {

using domain::PoseArrow;
using domain::PoseProp;

constexpr Color kMat = rgb(0xC3D6DF);
constexpr Color kMatEdge = rgb(0x8DACBC);
constexpr Color kMatSide = rgb(0xA9C3D0);
constexpr Color kMatSeam = rgb(0xADC5D0);
constexpr Color kShadow = rgb(0xDDE5E9);
constexpr Color kWood = rgb(0xC9A57E);
constexpr Color kDarkWood = rgb(0x9C7A56);
constexpr Color kGround = rgb(0xC9D3D8);

constexpr double kArrowWidth = .075;
constexpr double kArrowHead = .315;

// Pose space: x, y is the lower left corner.
Path box(double x, double y, double width, double height, double radius) {
  return Path::roundedRectangle({x, y, width, height}, radius);
}

void paintMatAbove(const Ink& ink, const std::vector<double>& n) {
  const double width = n[2] - n[0];
  const double height = n[3] - n[1];
  ink.fill(box(n[0] + .08, n[1] - .08, width, height, .22), kShadow);
  ink.fill(box(n[0], n[1], width, height, .22), kMat);
  ink.canvas.stroke(box(n[0] + .10, n[1] + .10, width - .2, height - .2, .15), {kMatSeam, .03, {}, true});
}

void paintMatFront(const Ink& ink, const std::vector<double>& n) {
  const double inset = n.size() > 4 ? n[4] : .35;
  ink.fill(Path::polyline({{n[0], n[1]}, {n[2], n[1]}, {n[2] - inset, n[3]}, {n[0] + inset, n[3]}}, true),
           kMat);
  ink.fill(box(n[0], n[1] - .13, n[2] - n[0], .15, .05), kMatEdge);
}

void paintMat(const Ink& ink, const std::vector<double>& n) {
  ink.fill(box(n[0], -.15, n[1] - n[0], .15, .06), kMatSide);
  ink.fill(box(n[0], -.15, n[1] - n[0], .05, .02), kMatEdge);
}

void paintGround(const Ink& ink, double from, double to) {
  ink.canvas.stroke(Path().moveTo({from, 0}).lineTo({to, 0}), {kGround, .04, {}, true});
}

void paintChair(const Ink& ink) {
  paintGround(ink, -1.2, 2.9);
  for (const double x : {-.62, 1.05}) ink.fill(box(x - .06, 0, .12, 1.75, .04), kDarkWood);
  ink.fill(box(-.95, 1.70, 2.2, .20, .08), kWood);
  ink.fill(box(-1.02, 1.75, .16, 2.6, .07), kWood);
}

void paintChairFront(const Ink& ink) {
  paintGround(ink, -1.7, 1.7);
  for (const double x : {-.95, .83}) ink.fill(box(x, 0, .12, 4.3, .05), kDarkWood);
  ink.fill(box(-.98, 3.75, 1.96, .62, .12), kWood);
  ink.fill(box(-1.02, 1.85, 2.04, .22, .08), kWood);
}

void paintShelf(const Ink& ink, double x, double y) {
  ink.fill(box(x, y, 1.9, .13, .04), kWood);
  ink.fill(box(x + .15, y - .32, .09, .33, .03), kDarkWood);
  ink.fill(box(x + 1.66, y - .32, .09, .33, .03), kDarkWood);
  ink.fill(box(x + .28, y + .13, .42, .52, .10), rgb(0xE9D9C4));
  ink.fill(box(x + .25, y + .60, .48, .12, .04), rgb(0xB9856A));
  ink.fill(box(x + .86, y + .13, .36, .40, .08), rgb(0x9DB9A8));
  ink.fill(box(x + .83, y + .49, .42, .10, .04), rgb(0x6E8F7D));
}

void paintArrowHead(const Ink& ink, Point tip, Point direction) {
  const Point along = core::normalized(direction);
  const Frame q{tip, along * kArrowHead, across(along) * kArrowHead};
  Path head;
  head.moveTo(tip).lineTo(q(-1, .52)).curveTo(q(-.78, .2), q(-.78, -.2), q(-1, -.52)).close();
  ink.fill(head, ink.style.arrow);
}

// The shaft, on a white line that keeps it apart from what it crosses.
void paintShaft(const Ink& ink, const Path& shaft) {
  ink.canvas.stroke(shaft, {rgb(0xFFFFFF, .85), kArrowWidth * 1.9, {}, true});
  ink.canvas.stroke(shaft, {ink.style.arrow, kArrowWidth, {}, true});
}

void paintAlong(const Ink& ink, std::vector<Point> points) {
  const Point tip = points.back();
  const Point direction = core::normalized(tip - points[points.size() - 2]);
  points.back() = tip - direction * (kArrowHead * .78);
  paintShaft(ink, points.size() == 2 ? Path::polyline(points, false) : Path::smooth(points, false));
  paintArrowHead(ink, tip, direction);
}

void paintArc(const Ink& ink, const PoseArrow& arrow) {
  constexpr int steps = 18;
  const double radiusY = arrow.radiusY.value_or(arrow.radius);
  const auto place = [&](double degrees) {
    const Point unit = polar(degrees);
    return arrow.points[0] + Point{unit.x * arrow.radius, unit.y * radiusY};
  };
  // The shaft ends inside the head.
  const double head = kArrowHead * .8 / arrow.radius * 180 / std::numbers::pi;
  const double to = arrow.to - (arrow.to > arrow.from ? head : -head);
  std::vector<Point> points;
  for (int i = 0; i <= steps; ++i) points.push_back(place(arrow.from + (to - arrow.from) * i / steps));
  paintShaft(ink, Path::smooth(points, false));
  const Point tip = place(arrow.to);
  paintArrowHead(ink, tip, tip - points.back());
}

}  // namespace

bool liesOverFigure(const PoseProp& prop) {
  return prop.kind == PoseProp::Kind::mat;
}

bool staysUpright(const PoseProp& prop) {
  return prop.kind == PoseProp::Kind::mat || prop.kind == PoseProp::Kind::matFront;
}

void paintProp(const Ink& ink, const PoseProp& prop) {
  const auto& n = prop.numbers;
  switch (prop.kind) {
    case PoseProp::Kind::none:
      return;
    case PoseProp::Kind::mat:
      return paintMat(ink, n);
    case PoseProp::Kind::matFront:
      return paintMatFront(ink, n);
    case PoseProp::Kind::matAbove:
      return paintMatAbove(ink, n);
    case PoseProp::Kind::floor:
      return ink.fill(Path::ellipse({n[0], n[1]}, n[2], n[3]), kShadow);
    case PoseProp::Kind::chair:
      return paintChair(ink);
    case PoseProp::Kind::chairFront:
      return paintChairFront(ink);
    case PoseProp::Kind::wall:
      return ink.fill(box(n[0], n[1], .14, n[2] - n[1], .03), kShadow);
    case PoseProp::Kind::shelf:
      return paintShelf(ink, n[0], n[1]);
    case PoseProp::Kind::cushion:
      ink.fill(box(n[0], n[1], n[2], n[3], std::min(n[2], n[3]) * .45), rgb(0xD9C7B4));
      return;
  }
}

void paintArrow(const Ink& ink, const PoseArrow& arrow) {
  if (arrow.kind == PoseArrow::Kind::arc)
    paintArc(ink, arrow);
  else
    paintAlong(ink, arrow.points);
}

}  // namespace unknot::draw::mannequin

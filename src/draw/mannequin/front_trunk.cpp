#include "draw/mannequin/front_trunk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace unknot::draw::mannequin {
namespace {

constexpr double kRadian = std::numbers::pi / 180;
// A twist smaller than this shows no folds.
constexpr double kFoldsFrom = 14;

// Half width and half depth of the body at a share of the trunk.
struct Ellipse {
  double at;
  double width;
  double depth;
};

constexpr std::array<Ellipse, 18> kEllipses{{{-.15, .16, .18},
                                             {-.09, .46, .36},
                                             {-.02, .63, .44},
                                             {.05, .69, .47},
                                             {.13, .68, .45},
                                             {.21, .62, .39},
                                             {.30, .545, .335},
                                             {.38, .52, .325},
                                             {.48, .555, .345},
                                             {.60, .615, .38},
                                             {.72, .665, .40},
                                             {.80, .70, .385},
                                             {.87, .735, .34},
                                             {.915, .715, .30},
                                             {.945, .60, .26},
                                             {.972, .40, .22},
                                             {.995, .235, .18},
                                             {1.025, .12, .12}}};

Ellipse mediumAt(double share) {
  if (share <= kEllipses.front().at) return kEllipses.front();
  for (std::size_t i = 1; i < kEllipses.size(); ++i) {
    const Ellipse& b = kEllipses[i];
    if (share > b.at) continue;
    const Ellipse& a = kEllipses[i - 1];
    const double t = (share - a.at) / (b.at - a.at);
    return {share, between(a.width, b.width, t), between(a.depth, b.depth, t)};
  }
  return kEllipses.back();
}

Ellipse ellipseAt(double share, const Flesh& flesh) {
  Ellipse ellipse = mediumAt(share);
  const Girth shares = girthAt(flesh.frontTrunk, share);
  ellipse.width *= shares.front;
  ellipse.depth *= shares.back;
  return ellipse;
}

}  // namespace

double FrontTrunk::yawAt(double share) const {
  const double t = std::clamp((share - .10) / .72, 0.0, 1.0);
  return between(m_pose.yaw, m_pose.chestYaw, t * t * (3 - 2 * t));
}

double FrontTrunk::tiltAt(double share) const {
  return between(m_pose.tilt, m_pose.chestTilt, std::clamp((share - .05) / .8, 0.0, 1.0));
}

double FrontTrunk::halfWidthAt(double share) const {
  const Ellipse e = ellipseAt(share, m_flesh);
  const double yaw = yawAt(share) * kRadian;
  return std::hypot(e.width * std::cos(yaw), e.depth * std::sin(yaw));
}

Point FrontTrunk::inside(double share, double x) const {
  const auto place = m_joints.spine.at(share);
  const double nearShoulders = std::exp(-std::pow((share - .92) / .07, 2));
  const double shrug = x < 0 ? m_pose.shrugRight : m_pose.shrugLeft;
  return place.at + polar(tiltAt(share), halfWidthAt(share) * x) +
         place.up * (nearShoulders * shrug * std::min(1.0, std::abs(x)));
}

std::optional<Point> FrontTrunk::surface(double share, double x) const {
  const Ellipse e = ellipseAt(share, m_flesh);
  const double yaw = yawAt(share) * kRadian;
  const double around = std::asin(std::clamp(x, -1.0, 1.0));
  const double sideways = e.width * std::sin(around);
  const double forward = e.depth * std::cos(around);
  if (forward * std::cos(yaw) - sideways * std::sin(yaw) <= 0) return {};
  return m_joints.spine.at(share).at +
         polar(tiltAt(share), sideways * std::cos(yaw) + forward * std::sin(yaw));
}

Path FrontTrunk::outline() const {
  std::vector<Point> points;
  std::vector<Point> right;
  for (const Ellipse& e : kEllipses) {
    // A seat is shorter below the hips than a standing pelvis.
    Point lift;
    if (e.at < 0) lift = m_joints.spine.at(0).up * (-e.at * bone::kFrontTrunk * (1 - m_pose.seat));
    points.push_back(inside(e.at, 1) + lift);
    right.push_back(inside(e.at, -1) + lift);
  }
  points.insert(points.end(), right.rbegin(), right.rend());
  return Path::smooth(points, true);
}

Path FrontTrunk::shade(double from, double to) const {
  std::vector<Point> points;
  std::vector<Point> edge;
  for (double share = from; share <= to; share += .07) {
    points.push_back(inside(share, .52));
    edge.push_back(inside(share, 1.3));
  }
  points.insert(points.end(), edge.rbegin(), edge.rend());
  return Path::smooth(points, true);
}

void FrontTrunk::paint(const Ink& ink, const Path& outline) const {
  const auto& style = ink.style;
  ink.fill(outline, style.shirt);
  const CanvasState state(ink.canvas);
  ink.canvas.clip(outline);
  ink.fill(shade(-.15, 1.04), darker(style.shirt, .14));
  // The waistband is bowed like an ellipse seen a little from above.
  std::vector<Point> waist;
  for (double x = -1.25; x <= 1.26; x += .25) waist.push_back(inside(.225 - .022 * (1 - x * x / 1.6), x));
  std::vector<Point> pelvis = waist;
  const Point below = m_joints.spine.at(-.3).at;
  pelvis.push_back(below + polar(m_pose.tilt, 1.3));
  pelvis.push_back(below - polar(m_pose.tilt, 1.3));
  const Path trousers = Path::polyline(pelvis, true);
  ink.fill(trousers, style.trousers);
  ink.fillInside(trousers, shade(-.15, .3), darker(style.trousers, .16));
  ink.curve(waist, darker(style.trousers, .4), .8);
  paintFolds(ink);
}

// They follow the body's own middle, so that a twist can be read.
void FrontTrunk::paintFolds(const Ink& ink) const {
  if (std::abs(m_pose.chestYaw - m_pose.yaw) <= kFoldsFrom) return;
  const auto fold = [&](double x, double from, double to, double step, double depth, double weight) {
    std::vector<Point> points;
    for (double share = from; share < to; share += step)
      if (const auto point = surface(share, x)) points.push_back(*point);
    if (points.size() > 2) ink.curve(points, darker(ink.style.shirt, depth), weight);
  };
  fold(0, .30, .80, .06, .22, .8);
  fold(-.55, .27, .66, .055, .18, .7);
  fold(.45, .27, .66, .055, .18, .7);
}

void FrontTrunk::paintCollar(const Ink& ink, const Path& outline) const {
  const auto& style = ink.style;
  const double yaw = m_pose.chestYaw * kRadian;
  std::vector<Point> hem;
  for (double x = -.42; x <= .43; x += .105) {
    const double dip = 1 - std::pow(x / .42, 2);
    hem.push_back(
        m_joints.spine.at(.992 - .052 * dip).at +
        polar(m_pose.chestTilt, x * .62 * std::max(.62, std::cos(yaw)) + .06 * std::sin(yaw) * dip));
  }
  const Point up = m_joints.spine.at(1).up * .3;
  Path opening = Path::smooth(hem, false);
  opening.lineTo(hem.back() + up).lineTo(hem.front() + up).close();
  const CanvasState state(ink.canvas);
  ink.canvas.clip(outline);
  ink.fill(opening, style.skin);
  const Point chin = m_joints.head + polar(m_pose.head) * .02 + polar(m_pose.head - 90) * .04;
  ink.fillInside(opening, Path::ellipse(chin, .26, .14), ink.onSkin(style.skin, .16));
  ink.curve(hem, darker(style.shirt, .32), .9);
}

}  // namespace unknot::draw::mannequin

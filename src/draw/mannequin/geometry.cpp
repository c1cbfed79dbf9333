#include "draw/mannequin/geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace unknot::draw::mannequin {
namespace {

constexpr double kDegree = std::numbers::pi / 180;

Path outlineOf(std::vector<Point> front, const std::vector<Point>& back) {
  front.insert(front.end(), back.rbegin(), back.rend());
  return Path::smooth(front, true);
}

}  // namespace

Point polar(double degrees, double length) {
  return {length * std::cos(degrees * kDegree), length * std::sin(degrees * kDegree)};
}

double angleOf(Point v) {
  return std::atan2(v.y, v.x) / kDegree;
}

Girth girthAt(std::span<const Girth> profile, double at) {
  if (at <= profile.front().at) return profile.front();
  for (std::size_t i = 1; i < profile.size(); ++i) {
    const Girth& b = profile[i];
    if (at > b.at) continue;
    const Girth& a = profile[i - 1];
    const double t = (at - a.at) / (b.at - a.at);
    return {at, between(a.front, b.front, t), between(a.back, b.back, t)};
  }
  return profile.back();
}

Path bonePath(Point a, Point b, std::span<const Girth> profile, double side) {
  const Point along = b - a;
  const Point out = across(core::normalized(along)) * side;
  std::vector<Point> front;
  std::vector<Point> back;
  for (const Girth& g : profile) {
    const Point o = a + along * g.at;
    front.push_back(o + out * g.front);
    back.push_back(o - out * g.back);
  }
  return outlineOf(std::move(front), back);
}

Path openBonePath(Point a, Point b, std::span<const Girth> profile, double side, double frontFrom,
                  double backFrom) {
  const Point along = b - a;
  const Point out = across(core::normalized(along)) * side;
  std::vector<Point> front{a + along * frontFrom + out * girthAt(profile, frontFrom).front};
  std::vector<Point> back{a + along * backFrom - out * girthAt(profile, backFrom).back};
  for (const Girth& g : profile) {
    if (g.at > frontFrom) front.push_back(a + along * g.at + out * g.front);
    if (g.at > backFrom) back.push_back(a + along * g.at - out * g.back);
  }
  return Path::smooth(front, false).append(Path::smooth(back, false));
}

const Profile& thighFromSide() {
  static const Profile profile{{-.13, .16, .20}, {-.06, .30, .34},  {.06, .37, .40},
                               {.25, .38, .38},  {.45, .345, .33},  {.7, .265, .25},
                               {.9, .213, .20},  {.97, .205, .185}, {1.03, .17, .15}};
  return profile;
}

const Profile& shinFromSide() {
  static const Profile profile{{-.05, .17, .15},  {.02, .200, .18},  {.1, .185, .22},
                               {.28, .155, .285}, {.45, .135, .255}, {.65, .112, .165},
                               {.85, .10, .115},  {.97, .105, .115}, {1.05, .08, .09}};
  return profile;
}

const Profile& upperArm() {
  static const Profile profile{{-.13, .10, .10}, {-.07, .19, .18}, {.06, .215, .20}, {.3, .185, .185},
                               {.6, .155, .165}, {.9, .13, .135},  {1, .125, .13},   {1.08, .08, .09}};
  return profile;
}

const Profile& forearm() {
  static const Profile profile{{-.08, .09, .09}, {0, .13, .13},    {.18, .15, .14}, {.4, .135, .12},
                               {.7, .098, .09},  {.95, .08, .075}, {1.03, .06, .06}};
  return profile;
}

const Profile& trunkFromSide() {
  static const Profile profile{{-.11, .10, .20},  {-.05, .27, .40}, {.04, .35, .485}, {.13, .365, .47},
                               {.22, .355, .385}, {.32, .335, .30}, {.44, .33, .27},  {.57, .365, .30},
                               {.70, .415, .35},  {.80, .41, .375}, {.89, .34, .36},  {.96, .22, .29},
                               {1.03, .12, .19}};
  return profile;
}

const Profile& thighFromFront() {
  static const Profile profile{{-.13, .16, .13}, {-.06, .27, .25}, {.05, .315, .30},
                               {.2, .32, .30},   {.45, .28, .26},  {.72, .22, .215},
                               {.9, .19, .19},   {.98, .18, .18},  {1.04, .15, .15}};
  return profile;
}

const Profile& shinFromFront() {
  static const Profile profile{{-.05, .15, .15}, {.02, .175, .175}, {.12, .175, .18},
                               {.3, .20, .20},   {.5, .172, .165},  {.7, .128, .122},
                               {.88, .10, .105}, {.97, .10, .105},  {1.04, .085, .085}};
  return profile;
}

TwoAngles reach(Point from, Point to, double proximalLength, double distalLength, double bend) {
  const Point way = to - from;
  const double wayLength =
      std::max(1e-6, std::min(core::length(way), (proximalLength + distalLength) * .9995));
  const double cosine =
      (proximalLength * proximalLength + wayLength * wayLength - distalLength * distalLength) /
      (2 * proximalLength * wayLength);
  const double proximal = angleOf(way) + bend * std::acos(std::clamp(cosine, -1.0, 1.0)) / kDegree;
  const Point middle = from + polar(proximal, proximalLength);
  const Point end = from + core::normalized(way) * wayLength;
  return {proximal, angleOf(end - middle)};
}

SpineCurve::SpineCurve(std::vector<Point> joints) : m_joints(std::move(joints)), m_lengths{0} {
  for (std::size_t i = 1; i < m_joints.size(); ++i)
    m_lengths.push_back(m_lengths.back() + core::distance(m_joints[i - 1], m_joints[i]));
}

SpineCurve::Place SpineCurve::at(double share) const {
  const double total = m_lengths.back();
  const double way = share * total;
  const std::size_t last = m_joints.size() - 1;
  if (way <= 0) {
    const Point up = core::normalized(m_joints[1] - m_joints[0]);
    return {m_joints[0] + up * way, up};
  }
  if (way >= total) {
    const Point up = core::normalized(m_joints[last] - m_joints[last - 1]);
    return {m_joints[last] + up * (way - total), up};
  }
  std::size_t i = 1;
  while (m_lengths[i] < way) ++i;
  const double u = (way - m_lengths[i - 1]) / (m_lengths[i] - m_lengths[i - 1]);
  // Catmull-Rom between joints i-1 and i.
  const Point a = m_joints[i >= 2 ? i - 2 : 0];
  const Point b = m_joints[i - 1];
  const Point c = m_joints[i];
  const Point d = m_joints[std::min(i + 1, last)];
  const Point linear = c - a;
  const Point square = a * 2 - b * 5 + c * 4 - d;
  const Point cube = b * 3 - a - c * 3 + d;
  return {(b * 2 + linear * u + square * (u * u) + cube * (u * u * u)) * .5,
          core::normalized(linear + square * (2 * u) + cube * (3 * u * u))};
}

Path SpineCurve::sweep(std::span<const Girth> profile, double side) const {
  std::vector<Point> front;
  std::vector<Point> back;
  for (const Girth& g : profile) {
    const Place place = at(g.at);
    const Point out = across(place.up) * -side;
    front.push_back(place.at + out * g.front);
    back.push_back(place.at - out * g.back);
  }
  return outlineOf(std::move(front), back);
}

}  // namespace unknot::draw::mannequin

// Bones and the flesh around them. Pose space: y up, head heights, angles in degrees. Internal to the
// mannequin.
#pragma once

#include <span>
#include <vector>

#include "core/geometry.h"

namespace unknot::draw::mannequin {

using core::Path;
using core::Point;

Point polar(double degrees, double length = 1);
double angleOf(Point v);
// A quarter turn counter-clockwise.
inline Point across(Point v) {
  return {-v.y, v.x};
}
inline Point between(Point a, Point b, double t) {
  return a + (b - a) * t;
}
inline double between(double a, double b, double t) {
  return a + (b - a) * t;
}

// How far the outline lies from a bone at a share `at` of its length, on either side.
struct Girth {
  double at;
  double front;
  double back;
};
using Profile = std::vector<Girth>;

Girth girthAt(std::span<const Girth> profile, double at);
// The closed outline around the bone from a to b; `side` +1 puts `front` to the left of its direction.
Path bonePath(Point a, Point b, std::span<const Girth> profile, double side);
// Its two edges only, from the given shares on: what is drawn where the limb grows out of the trunk.
Path openBonePath(Point a, Point b, std::span<const Girth> profile, double side, double frontFrom,
                  double backFrom);

const Profile& thighFromSide();
const Profile& shinFromSide();
const Profile& upperArm();
const Profile& forearm();
const Profile& trunkFromSide();
const Profile& thighFromFront();
const Profile& shinFromFront();

// Lengths of the bones, and of the trunk seen from the front.
namespace bone {
constexpr double kPelvis = .50, kLumbar = .36, kThorax = .50, kUpperThorax = .46, kNeck = .36,
                 kFrontNeck = .30;
constexpr double kThigh = 1.92, kShin = 1.80, kUpperArm = 1.38, kForearm = 1.12, kFrontTrunk = 2.62;
}  // namespace bone

struct TwoAngles {
  double proximal;
  double distal;
};
// Two-bone inverse kinematics. A place out of reach is pointed at with a straight limb. `bend` +1 or -1 picks
// the side to which the middle joint goes.
TwoAngles reach(Point from, Point to, double proximalLength, double distalLength, double bend);

// A smooth curve through the joints of the back, by share of its length; it goes straight on beyond both
// ends.
class SpineCurve {
 public:
  explicit SpineCurve(std::vector<Point> joints);
  struct Place {
    Point at;
    Point up;  // unit vector along the spine
  };
  Place at(double share) const;
  const std::vector<Point>& joints() const { return m_joints; }
  // The closed outline of a profile swept along the curve.
  Path sweep(std::span<const Girth> profile, double side) const;

 private:
  std::vector<Point> m_joints;
  std::vector<double> m_lengths;
};

}  // namespace unknot::draw::mannequin

// Where the joints of a pose are, inverse kinematics solved. Pose space: y up, head heights. Internal to
// `draw`.
#pragma once

#include <vector>

#include "domain/body_build.h"
#include "domain/pose.h"
#include "draw/mannequin/geometry.h"

namespace unknot::draw::mannequin {

struct LimbJoints {
  Point root;    // hip or shoulder
  Point middle;  // knee or elbow
  Point tip;     // ankle or wrist
  double end;    // direction of hand, sole or toes
};

struct SideJoints {
  SpineCurve spine;
  Point neck;     // its lower end
  Point head;     // its upper end: the skull's base
  double facing;  // +1 to the right of the upward direction, -1 to the left
  LimbJoints nearLeg, farLeg, nearArm, farArm;
};

struct FrontJoints {
  SpineCurve spine;
  Point neck;
  Point head;
  LimbJoints rightLeg, leftLeg, rightArm, leftArm;
};

// What carries a figure seen from the side.
enum class Rest { none, lying, seated };

// A figure that lies, or sits on a chair, is lifted or lowered by what its build has more or less of flesh
// than the medium one, so that it presses as deep into what it rests on.
SideJoints solve(const domain::SidePose& pose, domain::BodyBuild build = domain::BodyBuild::medium,
                 Rest rest = Rest::none);
FrontJoints solve(const domain::FrontPose& pose);

// Outlines of the profile head, for resting it on the floor.
Path profileHead(Point base, double up, double facing);
Path profileHair(Point base, double up, double facing);

}  // namespace unknot::draw::mannequin

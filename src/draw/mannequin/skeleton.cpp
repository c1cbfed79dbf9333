#include "draw/mannequin/skeleton.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace unknot::draw::mannequin {
namespace {

using domain::FrontPose;
using domain::LimbPose;
using domain::SidePose;

constexpr double kHipHalfWidth = .385;
constexpr double kShoulderHalfWidth = .655;
// Where along the trunk the shoulders sit, seen from the front.
constexpr double kShoulderShare = .862;
// An arm reaches for where its hand lies under the cheek.
constexpr double kHandUnderCheekBend = -1;

double cosine(double degrees) {
  return std::cos(degrees * std::numbers::pi / 180);
}

LimbJoints solveLimb(const LimbPose& limb, Point root, double proximalLength, double distalLength,
                     double endTurn) {
  const double a = proximalLength * limb.shorten[0];
  const double b = distalLength * limb.shorten[1];
  TwoAngles angles{limb.proximal, limb.distal};
  if (limb.target) angles = reach(root, *limb.target, a, b, limb.bend);
  const Point middle = root + polar(angles.proximal, a);
  return {root, middle, middle + polar(angles.distal, b), limb.end.value_or(angles.distal + endTurn)};
}

LimbJoints solveLeg(const LimbPose& limb, Point root, double endTurn) {
  return solveLimb(limb, root, bone::kThigh, bone::kShin, endTurn);
}

LimbJoints solveArm(const LimbPose& limb, Point root) {
  return solveLimb(limb, root, bone::kUpperArm, bone::kForearm, 0);
}

std::vector<Point> sideSpine(const SidePose& pose, Point hip) {
  constexpr std::array<double, 6> lengths{bone::kPelvis, bone::kLumbar, bone::kLumbar,
                                          bone::kThorax, bone::kThorax, bone::kUpperThorax};
  std::vector<Point> joints{hip};
  for (std::size_t i = 0; i < lengths.size(); ++i)
    joints.push_back(joints.back() + polar(pose.spine[i], lengths[i]));
  return joints;
}

double lowest(const Path& path) {
  double low = 1e9;
  for (const auto& polygon : path.flattened(.005))
    for (const Point p : polygon) low = std::min(low, p.y);
  return low;
}

// How far the figure must be lifted so that trunk and head rest in the mat.
double liftToSettle(const SidePose& pose, double facing) {
  const SpineCurve spine(sideSpine(pose, pose.hip));
  const Point head = spine.joints().back() + polar(pose.neck, bone::kNeck);
  double low = lowest(spine.sweep(trunkFromSide(), facing));
  low = std::min(low, lowest(profileHair(head, pose.head, facing)));
  low = std::min(low, lowest(profileHead(head, pose.head, facing)));
  return -low - *pose.settle;
}

}  // namespace

SideJoints solve(const SidePose& pose) {
  const double facing = pose.facesLeft ? -1 : 1;
  Point hip = pose.hip;
  if (pose.settle) hip.y += liftToSettle(pose, facing);
  SideJoints joints{SpineCurve(sideSpine(pose, hip)), {}, {}, facing, {}, {}, {}, {}};
  joints.neck = joints.spine.joints().back();
  joints.head = joints.neck + polar(pose.neck, bone::kNeck);

  const auto& trunk = joints.spine.joints();
  const Point up = core::normalized(trunk[6] - trunk[5]);
  const Point front = across(up) * -facing;
  const Point nearShoulder = joints.neck - up * .26 - front * .03;
  const Point farShoulder = nearShoulder + front * .05 + up * .02;
  // A foot stands at a right angle to the shin unless told otherwise.
  joints.nearLeg = solveLeg(pose.nearLeg, hip, 90 * facing);
  joints.farLeg = solveLeg(pose.farLeg, hip, 90 * facing);
  LimbPose nearArm = pose.nearArm;
  if (pose.turnedFace && pose.turnedFace->hand) {
    nearArm.target = joints.head + *pose.turnedFace->hand;
    nearArm.bend = kHandUnderCheekBend;
  }
  joints.nearArm = solveArm(nearArm, nearShoulder);
  joints.farArm = solveArm(pose.farArm, farShoulder);
  return joints;
}

FrontJoints solve(const FrontPose& pose) {
  std::vector<Point> trunk{pose.pelvis};
  for (const double angle : pose.spine)
    trunk.push_back(trunk.back() + polar(angle, bone::kFrontTrunk / 3 * pose.spineShorten));
  FrontJoints joints{SpineCurve(std::move(trunk)), {}, {}, {}, {}, {}, {}};
  joints.neck = joints.spine.joints().back();
  joints.head = joints.neck + polar(pose.neck, bone::kFrontNeck * pose.neckShorten);

  const double hipWidth = kHipHalfWidth * cosine(pose.yaw);
  const double shoulderWidth = kShoulderHalfWidth * cosine(pose.chestYaw);
  const auto chest = joints.spine.at(kShoulderShare);
  const auto hip = [&](double side) { return pose.pelvis + polar(pose.tilt, hipWidth * side); };
  const auto shoulder = [&](double side, double shrug) {
    return chest.at + polar(pose.chestTilt, shoulderWidth * side) + chest.up * shrug;
  };
  joints.rightLeg = solveLeg(pose.rightLeg, hip(-1), 0);
  joints.leftLeg = solveLeg(pose.leftLeg, hip(1), 0);
  joints.rightArm = solveArm(pose.rightArm, shoulder(-1, pose.shrugRight));
  joints.leftArm = solveArm(pose.leftArm, shoulder(1, pose.shrugLeft));
  return joints;
}

}  // namespace unknot::draw::mannequin

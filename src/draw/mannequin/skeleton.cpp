#include "draw/mannequin/skeleton.h"

#include "draw/mannequin/flesh.h"

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

// A trunk this near to the mat lies on it.
constexpr double kLyingBelow = .15;
constexpr double kRadian = std::numbers::pi / 180;

double cosine(double degrees) {
  return std::cos(degrees * kRadian);
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

struct LowPoints {
  double trunk;
  double head;  // with cropped hair: of any other the mat presses flat what is more
};

LowPoints lowPoints(const SidePose& pose, double facing, const Flesh& flesh) {
  const SpineCurve spine(sideSpine(pose, pose.hip));
  const Point head = spine.joints().back() + polar(pose.neck, bone::kNeck);
  return {
      lowest(spine.sweep(flesh.trunkFromSide, facing)),
      std::min(lowest(profileHair(head, pose.head, facing)), lowest(profileHead(head, pose.head, facing)))};
}

// Of thighs and trunk, with which one sits.
double lowestOfSeat(const SidePose& pose, double facing, const Flesh& flesh) {
  double low = lowPoints(pose, facing, flesh).trunk;
  for (const auto* leg : {&pose.nearLeg, &pose.farLeg}) {
    const auto joints = solveLeg(*leg, pose.hip, 0);
    low = std::min(low, lowest(bonePath(joints.root, joints.middle, flesh.thighFromSide, facing)));
  }
  return low;
}

double liftToSettle(const LowPoints& low, double depth) {
  return -std::min(low.trunk, low.head) - depth;
}

// How far the hip is lifted, and how far the head then lies too high to rest as the medium figure's does.
struct Lift {
  double hip = 0;
  double head = 0;
};

Lift liftOf(const SidePose& pose, double facing, domain::BodyBuild build, Rest rest) {
  const Flesh& usual = fleshOf(domain::BodyBuild::medium);
  const Flesh& flesh = fleshOf(build);
  const LowPoints low = lowPoints(pose, facing, usual);
  const double lift = pose.settle ? liftToSettle(low, *pose.settle) : 0;
  if (build == domain::BodyBuild::medium || rest == Rest::none) return {lift, 0};
  if (rest == Rest::seated)
    return {lift + lowestOfSeat(pose, facing, usual) - lowestOfSeat(pose, facing, flesh), 0};
  if (low.trunk + lift > kLyingBelow) return {lift, 0};
  const double more = low.trunk - lowPoints(pose, facing, flesh).trunk;
  return {lift + more, low.head + lift < kLyingBelow ? more : 0};
}

// The neck so bent that the head comes down again by `drop`.
double loweredNeck(double neck, double drop) {
  const double sine = std::clamp(std::sin(neck * kRadian) - drop / bone::kNeck, -1.0, 1.0);
  const double angle = std::asin(sine) / kRadian;
  return cosine(neck) < 0 ? 180 - angle : angle;
}

}  // namespace

SideJoints solve(const SidePose& pose, domain::BodyBuild build, Rest rest) {
  const double facing = pose.facesLeft ? -1 : 1;
  const Lift lift = liftOf(pose, facing, build, rest);
  Point hip = pose.hip;
  hip.y += lift.hip;
  SideJoints joints{SpineCurve(sideSpine(pose, hip)), {}, {}, facing, {}, {}, {}, {}};
  joints.neck = joints.spine.joints().back();
  joints.head = joints.neck + polar(loweredNeck(pose.neck, lift.head), bone::kNeck);

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
  LimbPose farArm = pose.farArm;
  // Hands on thighs come up with them.
  if (rest == Rest::seated)
    for (auto* arm : {&nearArm, &farArm})
      if (arm->target) arm->target->y += lift.hip;
  joints.nearArm = solveArm(nearArm, nearShoulder);
  joints.farArm = solveArm(farArm, farShoulder);
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

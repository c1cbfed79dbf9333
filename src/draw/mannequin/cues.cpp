#include "draw/mannequin/cues.h"

#include <cmath>

#include "draw/mannequin/heads.h"
#include "draw/mannequin/skeleton.h"

namespace unknot::draw::mannequin {
namespace {

using domain::Breath;

constexpr double kBreathFan = 32;      // degrees between the strokes
constexpr double kBreathWeight = 2.3;  // of the style's line
constexpr Color kContact = rgb(0xC07B5A);

// Where the air goes in and out: in front of the nostrils, or beside the cheek of a face seen from the front.
struct Airway {
  Point at;
  Point out;
};

Airway inProfile(Point base, double up, double facing) {
  const Point upward = polar(up);
  const Point forward = across(upward) * -facing;
  return {base + forward * .50 + upward * .27, core::normalized(forward - upward * .18)};
}

Airway faceOn(Point base, double up, double yaw) {
  const Point upward = polar(up);
  const Point outward = across(upward) * (yaw < 0 ? 1 : -1);
  return {base + outward * .42 + upward * .20, core::normalized(outward - upward * .12)};
}

Airway airwayOf(const domain::SidePose& pose, const Ink& ink, const Surroundings& around) {
  const auto joints = solve(pose, ink.style.build, around.rest);
  if (const auto& face = pose.turnedFace) return faceOn(joints.head + face->at, face->up, face->yaw);
  return inProfile(joints.head, pose.head, joints.facing);
}

Airway airwayOf(const domain::FrontPose& pose, const Ink&, const Surroundings&) {
  const auto joints = solve(pose);
  if (std::abs(pose.headYaw) > FaceOnHead::kLargestYaw)
    return inProfile(joints.head, pose.head, pose.headYaw > 0 ? 1 : -1);
  return faceOn(joints.head, pose.head, pose.headYaw);
}

}  // namespace

void paintBreath(const Ink& ink, const domain::PoseFrame& frame, const Surroundings& around) {
  const auto* profile = std::get_if<domain::SidePose>(&frame.figure);
  const Airway airway = profile != nullptr ? airwayOf(*profile, ink, around)
                                           : airwayOf(std::get<domain::FrontPose>(frame.figure), ink, around);
  const Color color = mixed(ink.style.arrow, rgb(0xFFFFFF), .32);
  const bool in = frame.breath == Breath::in;
  for (const double side : {-1.0, 0.0, 1.0}) {
    const double angle = angleOf(airway.out) + side * kBreathFan;
    const Frame q{airway.at, polar(angle), across(polar(angle))};
    if (side != 0) {
      // Bowed as air that is drawn together, or that spreads.
      const double bow = side * (in ? -.05 : .05);
      ink.curve({q(.20, 0), q(.34, bow), q(.48, 0)}, color, kBreathWeight);
      continue;
    }
    const double near = in ? .12 : .16;
    const double far = in ? .54 : .60;
    ink.curve({q(near, 0), q((near + far) / 2, .025), q(far, 0)}, color, kBreathWeight);
    // A small open tip says which way.
    const Point tip = q(in ? near : far, 0);
    const double back = in ? near + .10 : far - .10;
    ink.line(Path().moveTo(q(back, .075)).lineTo(tip).lineTo(q(back, -.075)), color, kBreathWeight);
  }
}

void paintContact(const Ink& ink, Point at) {
  const auto bar = [&](double below, double half, double width) {
    const Point middle{at.x, at.y - below};
    ink.canvas.stroke(Path().moveTo({middle.x - half, middle.y}).lineTo({middle.x + half, middle.y}),
                      {kContact, width, {}, true});
  };
  bar(.035, .25, .045);
  bar(.11, .12, .04);
}

}  // namespace unknot::draw::mannequin

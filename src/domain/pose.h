// One picture of a movement: where the figure's joints are, seen from the side or from the front (from above,
// lying); or a photo. Units are head heights; angles are degrees, 0 to the right, 90 up (y grows upwards in
// pose space only). R and L are the person's own sides.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/geometry.h"
#include "core/photo.h"

namespace unknot::domain {

// Either two bone angles, or a place for the wrist or ankle that two-bone inverse kinematics reaches for.
struct LimbPose {
  double proximal = -90;                   // upper arm or thigh
  double distal = -90;                     // forearm or shin
  std::optional<double> end;               // direction of hand, sole or toes; none: on from the distal bone
  std::array<double, 3> shorten{1, 1, 1};  // foreshortening of the three bones
  std::optional<core::Point> target;       // wrist or ankle
  double bend = 1;                         // which way elbow or knee points when there is a target
  std::string hand = "relaxed";  // "relaxed", "palm", "back", "none"; a trailing '-' turns the thumb
  bool far = false;              // drawn darker, behind
  double knee = 0;               // degrees the kneecap mark is turned
  bool thighFirst = false;
};

// Seen from the side.
struct SidePose {
  core::Point hip;
  std::array<double, 6> spine{90, 90, 90, 90, 90, 90};  // pelvis, two lumbar, three thoracic segments
  double neck = 90;
  double head = 90;
  bool facesLeft = false;
  bool eyesClosed = false;
  LimbPose nearLeg, farLeg, nearArm, farArm;
  bool headOverArm = false;  // the head is drawn last
  // The whole figure is lowered or lifted until trunk and head press so deep into the mat at y = 0.
  std::optional<double> settle;
  // Lying on the front with the face turned to the reader: offset, direction up, and the hand under the
  // cheek.
  struct TurnedFace {
    core::Point at;
    double up = 90;
    double yaw = 0;
    std::optional<core::Point> hand;
  };
  std::optional<TurnedFace> turnedFace;
};

// Seen from the front, or lying and seen from above.
struct FrontPose {
  core::Point pelvis;
  double tilt = 0, yaw = 0;  // of the pelvis
  double chestTilt = 0, chestYaw = 0;
  double shrugRight = 0, shrugLeft = 0;
  std::array<double, 3> spine{90, 90, 90};
  double neck = 90, neckShorten = 1;
  double head = 90, headYaw = 0, headPitch = 0;  // pitch: a nod; above 0 looks up
  double gaze = 0;
  bool eyesClosed = false;
  double seat = 0.72;
  double spineShorten = 1;
  LimbPose rightLeg, leftLeg, rightArm, leftArm;
  std::vector<std::string> order{"legR", "legL", "torso", "head", "armR", "armL"};
  bool shadow = false;  // raised knees seen from above
};

struct PoseArrow {
  enum class Kind { line, small, curve, arc };
  Kind kind = Kind::line;
  std::vector<core::Point> points;       // line, small: two; curve: three or more; arc: the centre
  double radius = 1, from = 0, to = 90;  // arc
  std::optional<double> radiusY;
};

struct PoseProp {
  enum class Kind { none, mat, matFront, matAbove, floor, chair, chairFront, wall, shelf, cushion };
  Kind kind = Kind::none;
  std::vector<double> numbers;  // its extent, by kind
};

// A cue near nose and mouth.
enum class Breath { none, in, out };

// A photo or drawing of the practice's own in the place of a figure.
struct PosePhoto {
  std::string file;  // its name in the practice's folder
  std::shared_ptr<const core::Photo> photo;
};

struct PoseFrame {
  std::variant<SidePose, FrontPose, PosePhoto> figure;
  std::vector<PoseProp> props;
  std::vector<PoseArrow> arrows;
  core::Rect view;  // what of pose space is shown: x, y of the lower left corner, width, height
  double turn = 0;  // the whole picture is turned by this
  bool mirrored = false;
  bool gap = false;  // the space under the low back is tinted
  Breath breath = Breath::none;
  std::vector<core::Point> contact;  // where weight rests: a soft mark each
  std::string caption;               // "Breathe in", may be empty
};

// The photo alone, whole.
PoseFrame frameOf(PosePhoto photo);

}  // namespace unknot::domain

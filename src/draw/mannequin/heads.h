// The two heads: in profile, and face on. Internal to `draw`.
#pragma once

#include "draw/mannequin/ink.h"

namespace unknot::draw::mannequin {

struct ProfileHead {
  Point base;  // of the skull
  double up = 90;
  double facing = 1;
  bool eyesClosed = false;

  void outline(const Ink& ink) const;
  void paint(const Ink& ink) const;
};

// Features slide across an ellipsoid as the head turns; beyond 50 degrees the profile takes over.
struct FaceOnHead {
  static constexpr double kLargestYaw = 50;
  Point base;
  double up = 90;
  double yaw = 0;
  double pitch = 0;  // above 0 looks up
  double gaze = 0;   // -1 to 1: where the eyes look
  bool eyesClosed = false;

  void paint(const Ink& ink) const;
};

}  // namespace unknot::draw::mannequin

// The two heads: in profile, and face on. Internal to `draw`.
#pragma once

#include "draw/mannequin/ink.h"
#include "draw/mannequin/surroundings.h"

namespace unknot::draw::mannequin {

struct ProfileHead {
  Point base;  // of the skull
  double up = 90;
  double facing = 1;
  bool eyesClosed = false;
  Surroundings around;

  void outline(const Ink& ink) const;
  void paint(const Ink& ink) const;
  // Long hair that hangs over neck and shoulder; nothing with other hair.
  void paintFallingHair(const Ink& ink) const;

 private:
  void paintCapAndEar(const Ink& ink) const;
};

// Where long hair of a face seen from the front lies.
enum class HairLies {
  falling,     // along `pull`
  spread,      // on the mat, seen from above
  overTheNeck  // lying on the front with a cheek on a hand: on the upper side only
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
  HairLies lies = HairLies::falling;
  Point pull{0, -1};

  // Hair behind the neck, before the trunk.
  void paintBehindNeck(const Ink& ink) const;
  void paint(const Ink& ink) const;
};

}  // namespace unknot::draw::mannequin

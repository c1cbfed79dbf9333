// Hair of both heads. Points of a head are given from the base of its skull, rightwards or forwards and up.
// Internal to `draw`.
#pragma once

#include "draw/mannequin/heads.h"

namespace unknot::draw::mannequin {

// --- in profile: (forward, up) ---

// What lies on the skull; nothing on a bald head.
Path capInProfile(domain::HairStyle style, const Frame& head);
// A knot at the crown, high enough that one can lie on the back.
Path knotInProfile(const Frame& head);
void paintHairLines(const Ink& ink, const Frame& head);
void paintFall(const Ink& ink, const Frame& head, const Surroundings& around);

// --- face on ---

// A head that is turned and nodded.
struct FaceFrame {
  Frame q;      // (right, up)
  double sine;  // of the yaw
  double nod;   // sine of the pitch

  // The outline of the face grows a little towards the side it turns to.
  Point face(double x, double y) const;
  // Hair lies behind and turns the other way.
  Point hair(double x, double y) const { return q(x - sine * .05, y); }
};

// Between neck and shoulders, where long hair hangs down behind; before the trunk is painted.
void paintHairBehindNeck(const Ink& ink, const FaceFrame& head, const FaceOnHead& how);
// Behind face and ears.
void paintHairBehind(const Ink& ink, const FaceFrame& head, const FaceOnHead& how);
// Over forehead and temples.
void paintHairBefore(const Ink& ink, const FaceFrame& head, const FaceOnHead& how);

}  // namespace unknot::draw::mannequin

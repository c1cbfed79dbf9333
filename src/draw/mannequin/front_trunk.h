// The trunk seen from the front: a stack of ellipses, each turned by its own yaw, so that a twist needs no
// widths set by hand. Internal to `draw`.
#pragma once

#include <optional>

#include "domain/pose.h"
#include "draw/mannequin/ink.h"
#include "draw/mannequin/skeleton.h"

namespace unknot::draw::mannequin {

class FrontTrunk {
 public:
  FrontTrunk(const domain::FrontPose& pose, const FrontJoints& joints, const Flesh& flesh)
      : m_pose(pose), m_joints(joints), m_flesh(flesh) {}

  Path outline() const;
  // Shirt, trousers, folds; the neck must be painted between this and paintCollar().
  void paint(const Ink& ink, const Path& outline) const;
  void paintCollar(const Ink& ink, const Path& outline) const;

 private:
  double yawAt(double share) const;
  double tiltAt(double share) const;
  double halfWidthAt(double share) const;
  // A point of the silhouette's inside: -1 to 1 from the person's right edge to the left one.
  Point inside(double share, double x) const;
  // A point of the body's front surface; nothing when it is round the side.
  std::optional<Point> surface(double share, double x) const;
  // The shaded part on the viewer's right.
  Path shade(double from, double to) const;
  void paintFolds(const Ink& ink) const;

  const domain::FrontPose& m_pose;
  const FrontJoints& m_joints;
  const Flesh& m_flesh;
};

}  // namespace unknot::draw::mannequin

// How thick trunk and limbs are in each build: bones and joints are the same in all. Internal to `draw`.
#pragma once

#include "domain/body_build.h"
#include "draw/mannequin/geometry.h"

namespace unknot::draw::mannequin {

struct Flesh {
  Profile thighFromSide, shinFromSide, upperArm, forearm, trunkFromSide, thighFromFront, shinFromFront;
  // Shares of the medium figure's: round the knee and the elbow, and of the neck.
  double knee = 1;
  double elbow = 1;
  double neck = 1;
  // Shares of its trunk's width and depth seen from the front (as front and back of a Girth), by height.
  Profile frontTrunk;
};

const Flesh& fleshOf(domain::BodyBuild build);

}  // namespace unknot::draw::mannequin

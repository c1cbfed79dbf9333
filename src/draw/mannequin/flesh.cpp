#include "draw/mannequin/flesh.h"

#include "core/error.h"

namespace unknot::draw::mannequin {
namespace {

// Each side by its own share, which changes along the bone.
Profile scaled(const Profile& profile, const Profile& shares) {
  Profile result = profile;
  for (auto& girth : result) {
    const Girth share = girthAt(shares, girth.at);
    girth.front *= share.front;
    girth.back *= share.back;
  }
  return result;
}

Flesh medium() {
  return {thighFromSide(),  shinFromSide(),  upperArm(), forearm(), trunkFromSide(),
          thighFromFront(), shinFromFront(), 1,          1,         1,
          {{0, 1, 1}}};
}

// The hips and shoulders keep more of their girth than what lies between, so that limbs stay rooted.
Flesh slender() {
  const Profile leg{{-.1, .90, .90}, {.2, .86, .86}, {.7, .87, .87}, {1, .9, .9}};
  const Profile shin{{0, .9, .9}, {.3, .85, .82}, {.7, .9, .88}, {1, .95, .95}};
  const Profile arm{{-.1, .9, .9}, {.3, .83, .83}, {1, .87, .87}};
  const Profile lower{{0, .87, .87}, {.4, .86, .86}, {.95, .95, .95}};
  const Profile trunk{{-.1, .93, .93}, {.04, .88, .88}, {.22, .80, .87}, {.44, .80, .88},
                      {.70, .85, .90}, {.89, .92, .94}, {.96, .97, .97}};
  const Profile front{{-.1, .92, .9},  {.05, .89, .87}, {.3, .86, .84},  {.5, .87, .85},
                      {.72, .91, .88}, {.85, .96, .92}, {.95, .97, .95}, {1, .94, .95}};
  return {scaled(thighFromSide(), leg),
          scaled(shinFromSide(), shin),
          scaled(upperArm(), arm),
          scaled(forearm(), lower),
          scaled(trunkFromSide(), trunk),
          scaled(thighFromFront(), leg),
          scaled(shinFromFront(), shin),
          .89,
          .87,
          .93,
          front};
}

Flesh broad() {
  const Profile leg{{-.1, 1.12, 1.12}, {.2, 1.2, 1.2}, {.7, 1.17, 1.17}, {1, 1.12, 1.12}};
  const Profile shin{{0, 1.13, 1.13}, {.3, 1.13, 1.15}, {.7, 1.12, 1.12}, {1, 1.06, 1.06}};
  const Profile arm{{-.1, 1.1, 1.1}, {.3, 1.25, 1.25}, {1, 1.17, 1.17}};
  const Profile lower{{0, 1.17, 1.17}, {.4, 1.17, 1.17}, {.95, 1.06, 1.06}};
  const Profile trunk{{-.11, 1.1, 1.06}, {.04, 1.22, 1.10}, {.13, 1.40, 1.10}, {.22, 1.56, 1.12},
                      {.32, 1.62, 1.16}, {.44, 1.50, 1.16}, {.57, 1.32, 1.14}, {.70, 1.18, 1.10},
                      {.80, 1.12, 1.07}, {.89, 1.08, 1.05}, {.96, 1.06, 1.05}};
  const Profile front{{-.1, 1.1, 1.15},  {.05, 1.17, 1.25}, {.21, 1.24, 1.35}, {.30, 1.34, 1.45},
                      {.38, 1.37, 1.45}, {.48, 1.30, 1.4},  {.60, 1.22, 1.3},  {.72, 1.15, 1.2},
                      {.80, 1.10, 1.12}, {.87, 1.06, 1.08}, {.95, 1.05, 1.05}, {1, 1.08, 1.05}};
  return {scaled(thighFromSide(), leg),
          scaled(shinFromSide(), shin),
          scaled(upperArm(), arm),
          scaled(forearm(), lower),
          scaled(trunkFromSide(), trunk),
          scaled(thighFromFront(), leg),
          scaled(shinFromFront(), shin),
          1.13,
          1.17,
          1.1,
          front};
}

}  // namespace

const Flesh& fleshOf(domain::BodyBuild build) {
  static const Flesh kSlender = slender();
  static const Flesh kMedium = medium();
  static const Flesh kBroad = broad();
  switch (build) {
    case domain::BodyBuild::slender:
      return kSlender;
    case domain::BodyBuild::medium:
      return kMedium;
    case domain::BodyBuild::broad:
      return kBroad;
  }
  throw core::BugError("build without flesh");
}

}  // namespace unknot::draw::mannequin

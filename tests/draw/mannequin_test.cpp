// Poses hold together: bones keep their lengths, nobody sinks through a floor, hands reach where they are
// told to.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>

#include "draw/mannequin/skeleton.h"
#include "drawn.h"

using namespace unknot;
using namespace unknot::draw::mannequin;

namespace {

struct Limb {
  const char* name;
  const domain::LimbPose* pose;
  const LimbJoints* joints;
  double proximal, distal;
};

std::vector<Limb> limbsOf(const domain::SidePose& pose, const SideJoints& joints) {
  return {{"near leg", &pose.nearLeg, &joints.nearLeg, bone::kThigh, bone::kShin},
          {"far leg", &pose.farLeg, &joints.farLeg, bone::kThigh, bone::kShin},
          {"near arm", &pose.nearArm, &joints.nearArm, bone::kUpperArm, bone::kForearm},
          {"far arm", &pose.farArm, &joints.farArm, bone::kUpperArm, bone::kForearm}};
}

std::vector<Limb> limbsOf(const domain::FrontPose& pose, const FrontJoints& joints) {
  return {{"right leg", &pose.rightLeg, &joints.rightLeg, bone::kThigh, bone::kShin},
          {"left leg", &pose.leftLeg, &joints.leftLeg, bone::kThigh, bone::kShin},
          {"right arm", &pose.rightArm, &joints.rightArm, bone::kUpperArm, bone::kForearm},
          {"left arm", &pose.leftArm, &joints.leftArm, bone::kUpperArm, bone::kForearm}};
}

// Calls `check(slug, frame, limbs, joints of the trunk and head)` for every shipped frame.
template <class Check>
void forEveryFrame(Check&& check) {
  for (const auto& [slug, frames] : test::shippedPoses())
    for (std::size_t i = 0; i < frames.size(); ++i) {
      BOOST_TEST_CONTEXT(slug << " " << i + 1)
      std::visit(
          [&](const auto& pose) {
            const auto joints = solve(pose);
            auto trunk = joints.spine.joints();
            trunk.insert(trunk.end(), {joints.neck, joints.head});
            check(frames[i], limbsOf(pose, joints), trunk);
          },
          frames[i].figure);
    }
}

bool standsOnZero(const domain::PoseFrame& frame) {
  return std::any_of(frame.props.begin(), frame.props.end(), [](const domain::PoseProp& prop) {
    return prop.kind == domain::PoseProp::Kind::mat || prop.kind == domain::PoseProp::Kind::chair ||
           (prop.kind == domain::PoseProp::Kind::floor && prop.numbers[1] == 0);
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Mannequin)

BOOST_AUTO_TEST_CASE(LimbsNeverDetachOrStretch) {
  forEveryFrame([](const domain::PoseFrame&, const std::vector<Limb>& limbs, const std::vector<Point>&) {
    for (const auto& limb : limbs) {
      const auto& shorten = limb.pose->shorten;
      BOOST_TEST(std::abs(core::distance(limb.joints->root, limb.joints->middle) -
                          limb.proximal * shorten[0]) < 1e-6,
                 limb.name);
      BOOST_TEST(
          std::abs(core::distance(limb.joints->middle, limb.joints->tip) - limb.distal * shorten[1]) < 1e-6,
          limb.name);
      for (const double share : shorten) BOOST_TEST((share > 0 && share <= 1.15), limb.name);
    }
  });
}

BOOST_AUTO_TEST_CASE(HandsAndFeetReachTheirPlaces) {
  forEveryFrame([](const domain::PoseFrame&, const std::vector<Limb>& limbs, const std::vector<Point>&) {
    for (const auto& limb : limbs)
      if (limb.pose->target)
        BOOST_TEST(core::distance(limb.joints->tip, *limb.pose->target) < .05, limb.name);
  });
}

BOOST_AUTO_TEST_CASE(NobodySinksThroughTheFloor) {
  forEveryFrame(
      [](const domain::PoseFrame& frame, const std::vector<Limb>& limbs, const std::vector<Point>& trunk) {
        if (!standsOnZero(frame)) return;
        for (const Point joint : trunk) BOOST_TEST(joint.y > .05);
        for (const auto& limb : limbs)
          for (const Point joint : {limb.joints->root, limb.joints->middle, limb.joints->tip})
            BOOST_TEST(joint.y > .05, limb.name << " at " << joint.y);
      });
}

BOOST_AUTO_TEST_CASE(HeadsHandsAndFeetAreInThePicture) {
  forEveryFrame([](const domain::PoseFrame& frame, const std::vector<Limb>& limbs,
                   const std::vector<Point>& trunk) {
    const core::Affine turn = core::Affine::rotation(frame.turn);
    const auto inView = [&](Point p) { return frame.view.inflated(1e-6).contains(turn.apply(p)); };
    BOOST_TEST(inView(trunk.back()));
    // A picture cut off at the hips shows no hands and feet.
    if (frame.view.y > 1) return;
    for (const auto& limb : limbs)
      BOOST_TEST(inView(limb.joints->tip + polar(limb.joints->end, .55 * limb.pose->shorten[2])), limb.name);
  });
}

BOOST_AUTO_TEST_CASE(ArrowsAreInThePicture) {
  forEveryFrame([](const domain::PoseFrame& frame, const std::vector<Limb>&, const std::vector<Point>&) {
    const core::Affine turn = core::Affine::rotation(frame.turn);
    for (const auto& arrow : frame.arrows) {
      std::vector<Point> points = arrow.points;
      if (arrow.kind == domain::PoseArrow::Kind::arc) {
        const Point unit = polar(arrow.to);
        points = {arrow.points[0] +
                  Point{unit.x * arrow.radius, unit.y * arrow.radiusY.value_or(arrow.radius)}};
      }
      for (const Point p : points) BOOST_TEST(frame.view.contains(turn.apply(p)));
    }
  });
}

BOOST_AUTO_TEST_CASE(ReachingBendsToTheSideAskedFor) {
  const auto up = reach({0, 0}, {2, 0}, 1.5, 1.5, 1);
  const auto down = reach({0, 0}, {2, 0}, 1.5, 1.5, -1);
  BOOST_TEST(polar(up.proximal).y > 0);
  BOOST_TEST(polar(down.proximal).y < 0);
  const auto far = reach({0, 0}, {0, 9}, 1, 1, 1);
  BOOST_TEST(std::abs(far.proximal - 90) < 3);
  BOOST_TEST(std::abs(far.distal - 90) < 3);
}

BOOST_AUTO_TEST_CASE(SettlingLaysTheTrunkOnTheMat) {
  domain::SidePose pose;
  pose.hip = {0, 5};
  pose.spine = {180, 180, 180, 180, 180, 180};
  pose.neck = pose.head = 180;
  pose.settle = .1;
  const auto joints = solve(pose);
  double low = 9;
  for (const auto& polygon : joints.spine.sweep(trunkFromSide(), joints.facing).flattened(.01))
    for (const Point p : polygon) low = std::min(low, p.y);
  low = std::min(low, joints.head.y - .5);
  BOOST_TEST(std::abs(low + .1) < .06);
}

BOOST_AUTO_TEST_SUITE_END()

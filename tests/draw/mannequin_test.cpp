// Poses hold together: bones keep their lengths, nobody sinks through a floor, hands reach where they are
// told to.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>

#include "draw/mannequin.h"
#include "draw/mannequin/flesh.h"
#include "draw/mannequin/front_trunk.h"
#include "draw/mannequin/ink.h"
#include "draw/mannequin/surroundings.h"
#include "painted.h"

using namespace unknot;
using namespace unknot::draw::mannequin;

namespace {

struct Limb {
  const char* name;
  const domain::LimbPose* pose;
  const LimbJoints* joints;
  double proximal, distal;
  double slack = .05;  // how far hand or foot may be from its target
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

constexpr std::array kBuilds{domain::BodyBuild::slender, domain::BodyBuild::medium, domain::BodyBuild::broad};
constexpr std::array kSkins{domain::SkinTone::pale, domain::SkinTone::light, domain::SkinTone::tan,
                            domain::SkinTone::brown, domain::SkinTone::dark};
constexpr std::array kHair{domain::HairStyle::cropped, domain::HairStyle::curly, domain::HairStyle::tied,
                           domain::HairStyle::longHair, domain::HairStyle::none};
constexpr std::array kHairColors{domain::HairColor::black, domain::HairColor::brown, domain::HairColor::blond,
                                 domain::HairColor::red, domain::HairColor::grey};

SideJoints solved(const domain::SidePose& pose, const domain::PoseFrame& frame, domain::BodyBuild build) {
  return solve(pose, build, surroundingsOf(frame).rest);
}
FrontJoints solved(const domain::FrontPose& pose, const domain::PoseFrame&, domain::BodyBuild) {
  return solve(pose);
}

template <class Pose>
constexpr bool isDrawn = !std::is_same_v<std::decay_t<Pose>, domain::PosePhoto>;

// Calls `check(frame, limbs, joints of the trunk and head)` for every shipped frame in every build.
template <class Check>
void forEveryFrame(Check&& check) {
  for (const auto build : kBuilds)
    for (const auto& [slug, frames] : test::shippedPoses())
      for (std::size_t i = 0; i < frames.size(); ++i) {
        BOOST_TEST_CONTEXT(slug << " " << i + 1 << " " << domain::toString(build))
        std::visit(
            [&](const auto& pose) {
              if constexpr (isDrawn<decltype(pose)>) {
                const auto joints = solved(pose, frames[i], build);
                auto trunk = joints.spine.joints();
                trunk.insert(trunk.end(), {joints.neck, joints.head});
                auto limbs = limbsOf(pose, joints);
                // Hands on the thighs of another build lie as much higher or lower.
                if (build != domain::BodyBuild::medium)
                  for (auto& limb : limbs) limb.slack = .12;
                check(frames[i], limbs, trunk);
              } else {
                BOOST_ERROR("shipped pictures are drawn");
              }
            },
            frames[i].figure);
      }
}

double lowest(const Path& path) {
  double low = 1e9;
  for (const auto& polygon : path.flattened(.005))
    for (const Point p : polygon) low = std::min(low, p.y);
  return low;
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
        BOOST_TEST(core::distance(limb.joints->tip, *limb.pose->target) < limb.slack, limb.name);
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

// The mat, which is drawn over the figure, hides what is pressed into it: .1 deep.
BOOST_AUTO_TEST_CASE(TrunkAndLimbsOfNoBuildLookOutUnderTheMat) {
  for (const auto& [slug, frames] : test::shippedPoses())
    for (const auto& frame : frames) {
      const auto* pose = std::get_if<domain::SidePose>(&frame.figure);
      if (pose == nullptr || !standsOnZero(frame)) continue;
      const auto lowOf = [&](domain::BodyBuild build) {
        const Flesh& flesh = fleshOf(build);
        const auto joints = solved(*pose, frame, build);
        double low = lowest(joints.spine.sweep(flesh.trunkFromSide, joints.facing));
        for (const auto* leg : {&joints.nearLeg, &joints.farLeg}) {
          low = std::min(low, lowest(bonePath(leg->root, leg->middle, flesh.thighFromSide, joints.facing)));
          low = std::min(low, lowest(bonePath(leg->middle, leg->tip, flesh.shinFromSide, joints.facing)));
        }
        for (const auto* arm : {&joints.nearArm, &joints.farArm}) {
          low = std::min(low, lowest(bonePath(arm->root, arm->middle, flesh.upperArm, joints.facing)));
          low = std::min(low, lowest(bonePath(arm->middle, arm->tip, flesh.forearm, joints.facing)));
        }
        return low;
      };
      for (const auto build : kBuilds) {
        const double low = lowOf(build);
        BOOST_TEST(low > -.2, slug << " " << domain::toString(build) << " " << low);
        BOOST_TEST(low > lowOf(domain::BodyBuild::medium) - .045,
                   slug << " " << domain::toString(build) << " " << low);
      }
    }
}

BOOST_AUTO_TEST_CASE(EveryBuildPressesAsDeepIntoMatAndSeat) {
  for (const auto& [slug, frames] : test::shippedPoses())
    for (const auto& frame : frames) {
      const auto* pose = std::get_if<domain::SidePose>(&frame.figure);
      const auto around = surroundingsOf(frame);
      if (pose == nullptr || around.rest != Rest::lying) continue;
      const auto lowOf = [&](domain::BodyBuild build) {
        const auto joints = solved(*pose, frame, build);
        return lowest(joints.spine.sweep(fleshOf(build).trunkFromSide, joints.facing));
      };
      const double usual = lowOf(domain::BodyBuild::medium);
      if (usual > .15) continue;
      for (const auto build : kBuilds)
        BOOST_TEST(std::abs(lowOf(build) - usual) < .01, slug << " " << domain::toString(build));
    }
  const auto& seated = test::shippedPoses().at("seated-arch-and-round").front();
  const auto& pose = std::get<domain::SidePose>(seated.figure);
  const auto hip = [&](domain::BodyBuild build) { return solved(pose, seated, build).nearLeg.root.y; };
  BOOST_TEST(hip(domain::BodyBuild::broad) > hip(domain::BodyBuild::medium) + .02);
  BOOST_TEST(hip(domain::BodyBuild::slender) < hip(domain::BodyBuild::medium) - .02);
}

// On the back the head rests as deep in every build.
BOOST_AUTO_TEST_CASE(AHeadOnTheMatStaysThere) {
  for (const auto* slug : {"arch-and-flatten", "soma-scan", "diagonal-arch-and-curl", "back-lift"}) {
    const auto& frames = test::shippedPoses().at(slug);
    const auto& frame = std::string(slug) == "soma-scan" ? frames[1] : frames[0];
    const auto& pose = std::get<domain::SidePose>(frame.figure);
    const double usual = solved(pose, frame, domain::BodyBuild::medium).head.y;
    for (const auto build : kBuilds)
      BOOST_TEST(std::abs(solved(pose, frame, build).head.y - usual) < .02,
                 slug << " " << domain::toString(build));
  }
}

// Limbs stay rooted: their uppermost part overlaps the trunk.
BOOST_AUTO_TEST_CASE(NoLimbDetachesInAnyBuild) {
  // Roots lie in the trunk, or no farther off than the limb is thick.
  const auto rooted = [](const Path& trunk, Point root, double girth) {
    bool inside = false;
    double near = 9;
    for (const auto& polygon : trunk.flattened(.005))
      for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point a = polygon[i];
        const Point b = polygon[(i + 1) % polygon.size()];
        near = std::min(near, core::distance(a, root));
        if ((a.y > root.y) != (b.y > root.y) && root.x < a.x + (b.x - a.x) * (root.y - a.y) / (b.y - a.y))
          inside = !inside;
      }
    return inside || near < girth * .6;
  };
  for (const auto build : kBuilds) {
    const Flesh& flesh = fleshOf(build);
    const double arm = girthAt(flesh.upperArm, 0).front;
    for (const auto& [slug, frames] : test::shippedPoses())
      for (const auto& frame : frames) {
        const auto check = [&](const Path& trunk, const LimbJoints& limb, double girth) {
          BOOST_TEST(rooted(trunk, limb.root, girth), slug << " " << domain::toString(build));
        };
        if (const auto* side = std::get_if<domain::SidePose>(&frame.figure)) {
          const auto joints = solved(*side, frame, build);
          const Path trunk = joints.spine.sweep(flesh.trunkFromSide, joints.facing);
          for (const auto* leg : {&joints.nearLeg, &joints.farLeg})
            check(trunk, *leg, girthAt(flesh.thighFromSide, 0).front);
          for (const auto* one : {&joints.nearArm, &joints.farArm}) check(trunk, *one, arm);
        } else {
          const auto& front = std::get<domain::FrontPose>(frame.figure);
          const auto joints = solve(front);
          const Path trunk = FrontTrunk(front, joints, flesh).outline();
          for (const auto* leg : {&joints.rightLeg, &joints.leftLeg})
            check(trunk, *leg, girthAt(flesh.thighFromFront, 0).front);
          for (const auto* one : {&joints.rightArm, &joints.leftArm}) check(trunk, *one, arm);
        }
      }
  }
}

BOOST_AUTO_TEST_CASE(TheUsualLookIsTheDefaultStyle) {
  const auto style = draw::mannequinStyle({}, domain::BodyBuild::medium);
  const draw::MannequinStyle usual;
  BOOST_TEST((style.skin == usual.skin && style.skinFar == usual.skinFar && style.hair == usual.hair &&
              style.brow == usual.brow && style.line == usual.line && style.hairStyle == usual.hairStyle &&
              style.build == usual.build));
}

// WCAG contrast ratios: of outlines at least 2.5 on any skin and 7 on white paper, of lines in the face 1.9.
BOOST_AUTO_TEST_CASE(LinesAreSeenOnEverySkin) {
  for (const auto skin : kSkins)
    for (const auto hair : kHair)
      for (const auto color : kHairColors) {
        const auto style = draw::mannequinStyle({skin, hair, color}, domain::BodyBuild::medium);
        const auto name = domain::toString(skin);
        BOOST_TEST(draw::contrast(style.line, style.skin) > 2.5, name);
        BOOST_TEST(draw::contrast(style.line, style.skinFar) > 1.8, name);
        BOOST_TEST(draw::contrast(draw::lineOnSkin(style, style.skin, .42), style.skin) > 1.9, name);
        BOOST_TEST(draw::contrast(style.brow, style.skin) > 1.5, name << " " << domain::toString(color));
        // A far limb is darker, never lighter.
        BOOST_TEST(draw::contrast(style.skinFar, draw::rgb(0xFFFFFF)) >
                       draw::contrast(style.skin, draw::rgb(0xFFFFFF)) * 1.2,
                   name);
        BOOST_TEST(draw::contrast(style.line, draw::rgb(0xFFFFFF)) > 7, name);
      }
}

BOOST_AUTO_TEST_CASE(EveryLookIsAnotherPicture) {
  const auto drawn = [](const domain::PoseFrame& frame, const draw::MannequinStyle& style) {
    return test::painted(320, 240, [&](draw::Canvas& canvas) {
      draw::drawPoseFrame(canvas, frame, style, {0, 0, 320, 240});
    });
  };
  const auto& poses = test::shippedPoses();
  for (const auto& [slug, index] : {std::pair{"look-behind", 0},
                                    {"look-behind", 1},
                                    {"neck-nod", 1},
                                    {"arch-and-flatten", 0},
                                    {"back-lift", 0},
                                    {"side-curl", 0},
                                    {"washrag", 0},
                                    {"soma-scan", 1}}) {
    const auto& frame = poses.at(slug)[static_cast<std::size_t>(index)];
    const auto differ = [&](const draw::MannequinStyle& a, const draw::MannequinStyle& b, const char* what) {
      BOOST_TEST(test::differing(drawn(frame, a), drawn(frame, b), {}, 30) > 12,
                 slug << " " << index << " " << what);
    };
    for (std::size_t i = 0; i < 5; ++i)
      for (std::size_t j = 0; j < i; ++j) {
        using domain::BodyBuild;
        differ(draw::mannequinStyle({{}, kHair[i], domain::HairColor::black}, BodyBuild::medium),
               draw::mannequinStyle({{}, kHair[j], domain::HairColor::black}, BodyBuild::medium), "hair");
        if (j + 1 != i) continue;
        differ(draw::mannequinStyle({kSkins[i], {}, {}}, BodyBuild::medium),
               draw::mannequinStyle({kSkins[j], {}, {}}, BodyBuild::medium), "skin");
        differ(draw::mannequinStyle({{}, {}, kHairColors[i]}, BodyBuild::medium),
               draw::mannequinStyle({{}, {}, kHairColors[j]}, BodyBuild::medium), "colour");
        if (i < kBuilds.size())
          differ(draw::mannequinStyle({}, kBuilds[i]), draw::mannequinStyle({}, kBuilds[j]), "build");
      }
  }
}

BOOST_AUTO_TEST_CASE(HairNeverLiftsTheHeadNorLooksOutUnderTheMat) {
  // Below the mat's lower edge nothing is drawn with any hair.
  const auto& frame = test::shippedPoses().at("arch-and-flatten").front();
  const double height = 400;
  const double scale = height / frame.view.height;
  const auto under = static_cast<int>(std::ceil((frame.view.bottom() + .15) * scale)) + 1;
  for (const auto hair : kHair) {
    const auto style = draw::mannequinStyle({{}, hair, domain::HairColor::black}, domain::BodyBuild::broad);
    const auto image = test::painted(
        static_cast<int>(frame.view.width * scale), static_cast<int>(height), [&](draw::Canvas& canvas) {
          draw::drawPoseFrame(canvas, frame, style, {0, 0, frame.view.width * scale, height});
        });
    for (int y = under; y < image.height; ++y)
      for (int x = 0; x < image.width; ++x) BOOST_REQUIRE(test::grey(test::bytesAt(image, x, y)) > 250);
  }
}

BOOST_AUTO_TEST_CASE(BreathAndContactAreDrawn) {
  domain::PoseFrame frame = test::shippedPoses().at("thigh-slides").front();
  const auto drawn = [](const domain::PoseFrame& shown) {
    return test::painted(300, 400, [&](draw::Canvas& canvas) {
      draw::drawPoseFrame(canvas, shown, {}, {0, 0, 300, 400});
    });
  };
  const auto plain = drawn(frame);
  frame.breath = domain::Breath::in;
  const auto in = drawn(frame);
  frame.breath = domain::Breath::out;
  const auto out = drawn(frame);
  frame.breath = domain::Breath::none;
  frame.contact = {{0, 1.9}};
  const auto contact = drawn(frame);
  BOOST_TEST(test::differing(plain, in, {}, 20) > 30);
  BOOST_TEST(test::differing(plain, out, {}, 20) > 30);
  BOOST_TEST(test::differing(in, out, {}, 20) > 20);
  BOOST_TEST(test::differing(plain, contact, {}, 20) > 15);
}

// Where a shipped frame has a cue it is in the picture, and the caption says the same.
BOOST_AUTO_TEST_CASE(ShippedCuesAreInThePicture) {
  int breaths = 0;
  int contacts = 0;
  for (const auto& [slug, frames] : test::shippedPoses())
    for (const auto& frame : frames) {
      if (frame.breath != domain::Breath::none) {
        ++breaths;
        BOOST_TEST(frame.caption != (frame.breath == domain::Breath::in ? "Breathe out" : "Breathe in"),
                   slug);
      }
      for (const Point at : frame.contact) {
        ++contacts;
        BOOST_TEST(frame.view.contains(core::Affine::rotation(frame.turn).apply(at)), slug);
      }
    }
  BOOST_TEST(breaths >= 35);
  BOOST_TEST(contacts >= 8);
}

// Small strokes are read where nothing lies under them: no arm, no other arrow.
BOOST_AUTO_TEST_CASE(ShippedBreathsStandBesideTheFigure) {
  const auto drawn = [](const domain::PoseFrame& shown) {
    return test::painted(600, 400, [&](draw::Canvas& canvas) {
      draw::drawPoseFrame(canvas, shown, {}, {0, 0, 600, 400});
    });
  };
  for (const auto& [slug, frames] : test::shippedPoses())
    for (const auto& frame : frames) {
      if (frame.breath == domain::Breath::none) continue;
      auto without = frame;
      without.breath = domain::Breath::none;
      auto scenery = without;
      scenery.arrows.clear();
      if (auto* side = std::get_if<domain::SidePose>(&scenery.figure))
        side->hip.x += 100;
      else
        std::get<domain::FrontPose>(scenery.figure).pelvis.x += 100;
      const auto whole = drawn(frame);
      const auto figure = drawn(without);
      const auto empty = drawn(scenery);
      int strokes = 0;
      int covering = 0;
      for (int y = 0; y < whole.height; ++y)
        for (int x = 0; x < whole.width; ++x) {
          const auto differs = [&](const draw::Image& a, const draw::Image& b) {
            return std::abs(test::grey(test::bytesAt(a, x, y)) - test::grey(test::bytesAt(b, x, y))) > 8;
          };
          if (!differs(whole, figure)) continue;
          ++strokes;
          if (differs(figure, empty)) ++covering;
        }
      BOOST_TEST(strokes > 60, slug << ": " << strokes);
      BOOST_TEST(covering * 20 <= strokes, slug << ": " << covering << " of " << strokes);
    }
}

// The highest hair, a knot, is not cut off.
BOOST_AUTO_TEST_CASE(KnotsAreInThePicture) {
  for (const auto& [slug, frames] : test::shippedPoses())
    for (std::size_t i = 0; i < frames.size(); ++i) {
      const auto crown = std::visit(
          [&](const auto& pose) {
            if constexpr (isDrawn<decltype(pose)>)
              return solved(pose, frames[i], domain::BodyBuild::broad).head + polar(pose.head, 1.24);
            else
              return core::Point{};
          },
          frames[i].figure);
      BOOST_TEST(frames[i].view.contains(core::Affine::rotation(frames[i].turn).apply(crown)),
                 slug << " " << i + 1);
    }
}

BOOST_AUTO_TEST_SUITE_END()

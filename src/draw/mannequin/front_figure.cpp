#include "draw/mannequin/front_figure.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>

#include "draw/mannequin/front_trunk.h"
#include "draw/mannequin/heads.h"

namespace unknot::draw::mannequin {
namespace {

using domain::FrontPose;
using domain::LimbPose;

constexpr double kCuff = .86;
constexpr double kSleeve = .46;
constexpr Color kPalm = rgb(0xD9806A);
constexpr Color kMatShadow = rgb(0xA6BECB);

const Profile kWide{{-.4, .5, .5}, {.5, .5, .5}, {1, .5, .5}};
const Profile kLegging{{-.1, .5, .5}, {.3, .5, .5}, {1, .5, .5}, {1.001, .3, .3}};
const Profile kShinShade{{-.1, -.03, .5}, {.3, -.06, .5}, {.7, -.02, .4}, {.9, -.02, .3}};
const Profile kThighShade{{-.1, -.5, .6}, {.15, -.16, .6}, {.4, -.07, .6}, {.75, -.06, .5}, {1.1, -.05, .4}};
const Profile kForearmShade{{-.1, -.03, .3}, {.5, -.03, .3}, {1.1, -.02, .3}};
const Profile kArmShade{{-.2, -.04, .4}, {.5, -.05, .4}, {1.1, -.03, .3}};
const Profile kSleeveShade{{-.2, -.05, .4}, {.5, -.06, .4}};
const Profile kNeck{{0, .175, .175}, {.25, .17, .17}, {.7, .165, .165}, {1, .17, .17}};
const Profile kLegShadow{{-.05, .3, .3}, {.4, .2, .2}, {.9, .15, .15}, {1.12, .12, .12}};

// A mitten with a thumb. The thumb's side and the lines of the palm tell left from right and up from down.
struct FrontHand {
  Frame q;
  bool palm;

  // `thumb` +1: counter-clockwise of the direction.
  FrontHand(Point wrist, double direction, double thumb, double shorten, bool showsPalm)
      : q{wrist, polar(direction, shorten), across(polar(direction)) * thumb}, palm(showsPalm) {}

  Path shape() const {
    return Path::smooth(
        {q(-.06, .075), q(.08, .085), q(.20, .115), q(.32, .125), q(.46, .118), q(.585, .085), q(.625, .03),
         q(.61, -.035), q(.54, -.085), q(.40, -.125), q(.24, -.13), q(.10, -.10), q(-.06, -.075)},
        true);
  }
  Path thumbShape() const {
    return Path::smooth({q(.02, .04), q(.08, .12), q(.18, .205), q(.29, .265), q(.36, .26), q(.35, .205),
                         q(.29, .15), q(.24, .08), q(.15, .0)},
                        true);
  }
  void paintMarks(const Ink& ink, Color skin) const {
    const Color line = ink.onSkin(skin, .42);
    ink.curve({q(.46, .055), q(.585, .05)}, line, .6);
    ink.curve({q(.45, -.005), q(.60, -.01)}, line, .6);
    ink.curve({q(.42, -.065), q(.57, -.06)}, line, .6);
    if (!palm) return;
    ink.fillInside(shape(), Path::circle(q(.16, .075), .085), mixed(skin, kPalm, .30));
    ink.fillInside(shape(), Path::circle(q(.18, -.08), .075), mixed(skin, kPalm, .22));
    ink.curve({q(.30, .11), q(.24, .03), q(.10, .01)}, line, .75);
    ink.curve({q(.36, .05), q(.31, -.02), q(.30, -.10)}, line, .75);
  }
};

class FrontFigure {
 public:
  FrontFigure(const Ink& ink, const FrontPose& pose, const Surroundings& around)
      : m_ink(ink),
        m_style(ink.style),
        m_pose(pose),
        m_around(around),
        m_joints(solve(pose)),
        m_trunk(pose, m_joints, ink.flesh()) {}

  void paint() const {
    if (m_pose.shadow)
      for (const auto* leg : {&m_joints.rightLeg, &m_joints.leftLeg})
        m_ink.fill(bonePath(leg->root, leg->tip, kLegShadow, 1), kMatShadow);
    for (const auto& part : m_pose.order) {
      if (part == "legR") paintLeg(m_joints.rightLeg, m_pose.rightLeg, -1);
      if (part == "legL") paintLeg(m_joints.leftLeg, m_pose.leftLeg, 1);
      if (part == "torso") paintTrunk();
      if (part == "head") paintHead();
      if (part == "armR") paintArm(m_joints.rightArm, m_pose.rightArm, -1, overTrunk("armR"));
      if (part == "armL") paintArm(m_joints.leftArm, m_pose.leftArm, 1, overTrunk("armL"));
    }
  }

 private:
  bool inProfile() const { return std::abs(m_pose.headYaw) > FaceOnHead::kLargestYaw; }

  bool overTrunk(std::string_view part) const {
    const auto& order = m_pose.order;
    const auto self = std::find(order.begin(), order.end(), part);
    return self != order.end() && self > std::find(order.begin(), order.end(), "torso");
  }

  // --- legs ---

  // Thighs that come towards the eye taper less.
  Profile thighProfile(double shorten) const {
    Profile profile = m_ink.flesh().thighFromFront;
    for (auto& girth : profile) {
      const double more = 1 + .75 * std::max(0.0, .8 - shorten) * std::clamp((girth.at - .1) / .8, 0.0, 1.0);
      girth.front *= more;
      girth.back *= more;
    }
    return profile;
  }

  static double footLength(double shorten) { return .30 + .62 * shorten; }

  static Path foot(Point ankle, double direction, double shorten, double side) {
    const Frame q{ankle, polar(direction, footLength(shorten)), across(polar(direction)) * side};
    const double heel = (-.10 - .10 * shorten) / footLength(shorten);
    return Path::smooth({q(heel, 0), q(heel * .7, .10), q(.12, .115), q(.45, .145), q(.72, .175),
                         q(.90, .165), q(1.0, .09), q(.995, .0), q(.95, -.08), q(.86, -.135), q(.66, -.145),
                         q(.40, -.115), q(.12, -.11), q(heel * .7, -.10)},
                        true);
  }

  void paintToes(Point ankle, double direction, double shorten, double side, Color color) const {
    const Frame q{ankle, polar(direction, footLength(shorten)), across(polar(direction)) * side};
    for (const double y : {.055, -.005, -.055, -.10}) {
      const double tip = .985 - .81 * std::max(0.0, .03 - y);
      m_ink.line(Path().moveTo(q(tip - .13 / (.5 + .5 * shorten), y * .95)).lineTo(q(tip, y)), color, .6);
    }
  }

  void paintShin(const LimbJoints& leg, const LimbPose& pose, double side, const LimbColors& colors) const {
    const Path shin = bonePath(leg.middle, leg.tip, m_ink.flesh().shinFromFront, side);
    const double shorten = pose.shorten[2];
    const Path footShape = foot(leg.tip, leg.end, shorten, -side);
    m_ink.outline(shin);
    m_ink.outline(footShape);
    m_ink.fill(shin, colors.skin);
    m_ink.fill(footShape, colors.skin);
    const Frame q{leg.tip, polar(leg.end), across(polar(leg.end)) * -side};
    const double length = footLength(shorten);
    m_ink.fillInside(footShape,
                     Path::smooth({q(-.3, -.05), q(.5 * length, -.07), q(1.1 * length, -.06),
                                   q(1.1 * length, -.4), q(-.3, -.4)},
                                  true),
                     m_ink.onSkin(colors.skin, .12));
    paintToes(leg.tip, leg.end, shorten, -side, m_ink.onSkin(colors.skin, .42));
    m_ink.fill(shin, colors.skin);
    const Path legging = bonePath(leg.middle, between(leg.middle, leg.tip, kCuff), kLegging, 1);
    m_ink.fillInside(shin, legging, colors.trousers);
    {
      const CanvasState state(m_ink.canvas);
      m_ink.canvas.clip(shin);
      m_ink.fillInside(legging, bonePath(leg.middle, leg.tip, kShinShade, 1), darker(colors.trousers, .18));
    }
    const Point along = core::normalized(leg.tip - leg.middle);
    const Frame cuff{between(leg.middle, leg.tip, kCuff), along, across(along) * side};
    m_ink.curve({cuff(0, .10), cuff(.022, 0), cuff(0, -.105)}, darker(colors.trousers, .35), .8);
  }

  // Two short arcs that slide with the leg's rotation.
  void paintKneecap(const LimbJoints& leg, const LimbPose& pose, const LimbColors& colors) const {
    if (std::abs(pose.knee) >= 80) return;
    const double turn = pose.knee * std::numbers::pi / 180;
    const Point along =
        core::normalized(pose.shorten[0] > .45 ? leg.middle - leg.root : leg.tip - leg.middle);
    const Point out = across(along);
    const double width = .085 * std::cos(turn) + .015;
    const Frame q{leg.middle + out * (.085 * std::sin(turn)), along, out * width};
    m_ink.curve({q(-.07, -1), q(.05, -.95), q(.11, -.3), q(.10, .5), q(.03, 1)}, darker(colors.trousers, .42),
                .85);
  }

  void paintLeg(const LimbJoints& leg, const LimbPose& pose, double side) const {
    const LimbColors colors(m_style, pose.far);
    const Profile profile = thighProfile(pose.shorten[0]);
    const Path thigh = bonePath(leg.root, leg.middle, profile, side);
    const double kneeGrowth = 1 + .75 * std::max(0.0, .8 - pose.shorten[0]);
    const Path knee = Path::circle(leg.middle, .182 * kneeGrowth * m_ink.flesh().knee);
    const bool towardsEye = pose.shorten[0] < .55;
    const auto paintThigh = [&] {
      m_ink.outline(
          openBonePath(leg.root, leg.middle, profile, side, towardsEye ? .05 : .17, towardsEye ? 0 : .14));
      m_ink.outline(knee);
      m_ink.fill(knee, colors.trousers);
      m_ink.fill(thigh, colors.trousers);
      m_ink.fillInside(thigh, bonePath(leg.root, leg.middle, kThighShade, 1), darker(colors.trousers, .16));
    };
    if (pose.thighFirst) {
      paintThigh();
      paintShin(leg, pose, side, colors);
      m_ink.fill(Path::circle(leg.middle, .172 * m_ink.flesh().knee), colors.trousers);
    } else {
      paintShin(leg, pose, side, colors);
      paintThigh();
    }
    paintKneecap(leg, pose, colors);
  }

  // --- arms ---

  void paintArm(const LimbJoints& arm, const LimbPose& pose, double side, bool overTrunk) const {
    const LimbColors colors(m_style, pose.far);
    std::string_view kind = pose.hand;
    double thumb = kind == "relaxed" && side > 0 ? -1 : 1;
    if (kind.ends_with('-')) {
      thumb = -1;
      kind.remove_suffix(1);
    }
    const bool showHand = kind != "none";
    const FrontHand hand(arm.tip, arm.end, thumb, pose.shorten[2], kind == "palm");
    if (showHand) {
      m_ink.outline(hand.thumbShape());
      m_ink.outline(hand.shape());
      m_ink.fill(hand.thumbShape(), colors.skin);
    }
    const Path upper = bonePath(arm.root, arm.middle, m_ink.flesh().upperArm, side);
    const Path lower = bonePath(arm.middle, arm.tip, m_ink.flesh().forearm, side);
    const Path elbow = Path::circle(arm.middle, .126 * m_ink.flesh().elbow);
    m_ink.outline(lower);
    m_ink.outline(elbow);
    if (overTrunk)
      m_ink.outline(openBonePath(arm.root, arm.middle, m_ink.flesh().upperArm, side, .08, .20));
    else
      m_ink.outline(upper);
    if (showHand) m_ink.fill(hand.shape(), colors.skin);
    for (const auto* path : {&lower, &elbow, &upper}) m_ink.fill(*path, colors.skin);
    if (showHand) hand.paintMarks(m_ink, colors.skin);
    const Color shade = m_ink.onSkin(colors.skin, .13);
    m_ink.fillInside(lower, bonePath(arm.middle, arm.tip, kForearmShade, 1), shade);
    m_ink.fillInside(upper, bonePath(arm.root, arm.middle, kArmShade, 1), shade);
    const Path sleeve = bonePath(arm.root, between(arm.root, arm.middle, kSleeve), kWide, 1);
    m_ink.fillInside(upper, sleeve, colors.shirt);
    {
      const CanvasState state(m_ink.canvas);
      m_ink.canvas.clip(upper);
      m_ink.fillInside(sleeve, bonePath(arm.root, arm.middle, kSleeveShade, 1), darker(colors.shirt, .16));
    }
    const Point along = core::normalized(arm.middle - arm.root);
    const Frame hem{between(arm.root, arm.middle, kSleeve), along, across(along) * side};
    m_ink.curve({hem(0, .165), hem(.025, 0), hem(0, -.17)}, darker(colors.shirt, .35), .8);
  }

  // --- trunk, neck, head ---

  Path neck() const {
    const Point low = m_joints.neck - core::normalized(m_joints.head - m_joints.neck) * .04;
    Profile profile = kNeck;
    for (auto& girth : profile) girth.front = girth.back = girth.front * m_ink.flesh().neck;
    return bonePath(low, m_joints.head + polar(m_pose.head) * .22, profile, 1);
  }

  ProfileHead profileHeadOfTurn() const {
    const double toRight = m_pose.headYaw > 0 ? 1 : -1;
    const Point at = m_joints.head + polar(m_pose.head - 90, -.02 * toRight) - polar(m_pose.head) * .02;
    return {at, m_pose.head, toRight, m_pose.eyesClosed, m_around};
  }

  FaceOnHead faceOnHead() const {
    return {m_joints.head,
            m_pose.head,
            m_pose.headYaw,
            m_pose.headPitch,
            m_pose.gaze,
            m_pose.eyesClosed,
            m_around.pull ? HairLies::falling : HairLies::spread,
            m_around.pull.value_or(Point{})};
  }

  // Outlines of all that grows out of the trunk come first; the fills cover what lies inside.
  void paintTrunk() const {
    const Path outline = m_trunk.outline();
    if (!inProfile()) faceOnHead().paintBehindNeck(m_ink);
    const auto limbs = [&](const LimbJoints& arm, const LimbJoints& leg, double side, bool armOver,
                           bool legOver) {
      if (armOver) m_ink.outline(bonePath(arm.root, arm.middle, m_ink.flesh().upperArm, side));
      if (legOver) m_ink.outline(bonePath(leg.root, leg.middle, m_ink.flesh().thighFromFront, side));
    };
    limbs(m_joints.rightArm, m_joints.rightLeg, -1, overTrunk("armR"), overTrunk("legR"));
    limbs(m_joints.leftArm, m_joints.leftLeg, 1, overTrunk("armL"), overTrunk("legL"));
    m_ink.outline(outline);
    const Path neckShape = neck();
    m_ink.outline(neckShape);
    if (inProfile()) profileHeadOfTurn().outline(m_ink);
    m_trunk.paint(m_ink, outline);
    m_ink.fill(neckShape, m_style.skin);
    const Point chin = m_joints.head + polar(m_pose.head) * .02 + polar(m_pose.head - 90) * .04;
    m_ink.fillInside(neckShape, Path::ellipse(chin, .26, .14), m_ink.onSkin(m_style.skin, .16));
    m_trunk.paintCollar(m_ink, outline);
  }

  void paintHead() const {
    if (inProfile()) {
      const ProfileHead head = profileHeadOfTurn();
      head.paint(m_ink);
      head.paintFallingHair(m_ink);
      return;
    }
    faceOnHead().paint(m_ink);
  }

  const Ink& m_ink;
  const MannequinStyle& m_style;
  const FrontPose& m_pose;
  const Surroundings& m_around;
  FrontJoints m_joints;
  FrontTrunk m_trunk;
};

}  // namespace

void paintFrontFigure(const Ink& ink, const FrontPose& pose, const Surroundings& around) {
  FrontFigure(ink, pose, around).paint();
}

}  // namespace unknot::draw::mannequin

#include "draw/mannequin/side_figure.h"

#include "draw/mannequin/heads.h"
#include "draw/mannequin/skeleton.h"

namespace unknot::draw::mannequin {
namespace {

using domain::LimbPose;
using domain::SidePose;

constexpr double kWaistband = .235;  // along the trunk
constexpr double kCuff = .86;        // along the shin
constexpr double kSleeve = .46;      // along the upper arm
// Hair lies over the shoulder of an arm whose elbow is so much lower.
constexpr double kHangingArm = .4;
constexpr Color kGapTint = rgb(0xF8D3BF);

// Flat areas that run along a bone, wider than the limb: clipped to it they make shade and clothing.
const Profile kWide{{-.4, .5, .5}, {.5, .5, .5}, {1, .5, .5}};
const Profile kLegging{{-.1, .5, .5}, {.3, .5, .5}, {1, .5, .5}, {1.001, .3, .3}};
const Profile kThighShade{{.10, -.36, .5}, {.22, -.17, .5}, {.4, -.10, .5},
                          {.6, -.09, .5},  {.8, -.11, .4},  {.95, -.17, .3}};
const Profile kShinShade{{.10, -.23, .3}, {.2, -.15, .4}, {.38, -.10, .5}, {.7, -.04, .4}, {.88, -.03, .3}};
const Profile kArmShade{{-.2, -.04, .4}, {.5, -.05, .4}, {1.1, -.03, .3}};
const Profile kForearmShade{{-.1, -.03, .3}, {.5, -.03, .3}, {1.1, -.02, .3}};
const Profile kSleeveShade{{-.2, -.05, .4}, {.5, -.06, .4}};
const Profile kTrunkShade{{-.2, -.08, .7}, {.1, -.12, .7}, {.4, -.07, .6}, {.8, -.10, .6}, {1.05, -.06, .5}};
const Profile kPelvisArea{{-.3, .7, .7}, {.0, .7, .7}, {.15, .7, .7}, {kWaistband, .7, .7}};

class SideFigure {
 public:
  SideFigure(const Ink& ink, const SidePose& pose, const Surroundings& around)
      : m_ink(ink),
        m_style(ink.style),
        m_pose(pose),
        m_around(around),
        m_joints(solve(pose, ink.style.build, around.rest)),
        m_facing(m_joints.facing) {}

  void paint() {
    paintLeg(m_joints.farLeg, true);
    paintArm(m_joints.farArm, m_pose.farArm, true);
    if (m_pose.turnedFace)
      paintTurned();
    else
      paintProfile();
  }

  void paintGap() {
    std::vector<Point> back;
    for (double share = .02; share <= .80; share += .02) {
      const auto place = m_joints.spine.at(share);
      const Point out = across(place.up) * -m_facing;
      const Point surface = place.at - out * (girthAt(m_ink.flesh().trunkFromSide, share).back * .9);
      if (surface.y > .01) back.push_back(surface);
    }
    if (back.size() < 3) return;
    Path gap = Path::smooth(back, false);
    gap.lineTo({back.back().x, 0}).lineTo({back.front().x, 0}).close();
    m_ink.fill(gap, kGapTint);
  }

 private:
  Path foot(Point ankle, double sole) const {
    const Point along = polar(sole);
    const Point up = across(along) * m_facing;
    const Frame q{ankle - up * .30, along, up};
    return Path::smooth(
        {q(-.235, .13), q(-.20, .015), q(-.05, .0), q(.18, .035), q(.42, .0), q(.66, .0), q(.80, .03),
         q(.82, .11), q(.68, .175), q(.42, .25), q(.22, .34), q(.12, .44), q(-.12, .44), q(-.17, .29)},
        true);
  }

  Path soleShade(Point ankle, double sole) const {
    const Point along = polar(sole);
    const Point up = across(along) * m_facing;
    const Frame q{ankle - up * .30, along, up};
    return Path::smooth({q(-.3, .06), q(.2, .075), q(.5, .05), q(.9, .05), q(.9, -.1), q(-.3, -.1)}, true);
  }

  Path hand(Point wrist, double direction, double shorten) const {
    const Frame q{wrist, polar(direction, shorten), across(polar(direction)) * m_facing};
    return Path::smooth({q(-.05, .07), q(.10, .095), q(.28, .10), q(.45, .085), q(.60, .055), q(.66, .0),
                         q(.58, -.04), q(.40, -.065), q(.22, -.085), q(.08, -.08), q(-.05, -.07)},
                        true);
  }

  Path thumb(Point wrist, double direction, double shorten) const {
    const Frame q{wrist, polar(direction, shorten), across(polar(direction)) * m_facing};
    return Path::smooth(
        {q(.06, .05), q(.16, .12), q(.30, .165), q(.40, .155), q(.38, .11), q(.27, .08), q(.2, .03)}, true);
  }

  void paintLeg(const LimbJoints& leg, bool far) const {
    const LimbColors colors(m_style, far);
    const Path thigh = bonePath(leg.root, leg.middle, m_ink.flesh().thighFromSide, m_facing);
    const Path shin = bonePath(leg.middle, leg.tip, m_ink.flesh().shinFromSide, m_facing);
    const Path footShape = foot(leg.tip, leg.end);
    const Path knee = Path::circle(leg.middle, .198 * m_ink.flesh().knee);
    const Path legging = bonePath(leg.middle, between(leg.middle, leg.tip, kCuff), kLegging, m_facing);
    for (const auto* path : {&shin, &footShape, &knee}) m_ink.outline(*path);
    m_ink.outline(openBonePath(leg.root, leg.middle, m_ink.flesh().thighFromSide, m_facing, .13, .16));
    m_ink.fill(footShape, colors.skin);
    m_ink.fillInside(footShape, soleShade(leg.tip, leg.end), m_ink.onSkin(colors.skin, .14));
    m_ink.fill(shin, colors.skin);
    m_ink.fillInside(shin, legging, colors.trousers);
    m_ink.fill(knee, colors.trousers);
    m_ink.fill(thigh, colors.trousers);
    const Color shade = darker(colors.trousers, .18);
    m_ink.fillInside(thigh, bonePath(leg.root, leg.middle, kThighShade, m_facing), shade);
    {
      const CanvasState state(m_ink.canvas);
      m_ink.canvas.clip(shin);
      m_ink.fillInside(legging, bonePath(leg.middle, leg.tip, kShinShade, m_facing), shade);
    }
    const Point along = core::normalized(leg.tip - leg.middle);
    const Frame cuff{between(leg.middle, leg.tip, kCuff), along, across(along) * m_facing};
    m_ink.curve({cuff(0, .105), cuff(.02, 0), cuff(0, -.115)}, darker(colors.trousers, .35), .8);
  }

  void paintArm(const LimbJoints& arm, const LimbPose& pose, bool far) const {
    const LimbColors colors(m_style, far);
    const Path upper = bonePath(arm.root, arm.middle, m_ink.flesh().upperArm, m_facing);
    const Path lower = bonePath(arm.middle, arm.tip, m_ink.flesh().forearm, m_facing);
    const Path elbow = Path::circle(arm.middle, .126 * m_ink.flesh().elbow);
    const bool showHand = pose.hand != "none";
    const Path handShape = hand(arm.tip, arm.end, pose.shorten[2]);
    const Path thumbShape = thumb(arm.tip, arm.end, pose.shorten[2]);
    m_ink.outline(lower);
    if (showHand) m_ink.outline(handShape);
    if (showHand) m_ink.outline(thumbShape);
    m_ink.outline(elbow);
    m_ink.outline(openBonePath(arm.root, arm.middle, m_ink.flesh().upperArm, m_facing, .02, .02));
    if (showHand) m_ink.fill(thumbShape, colors.skin);
    if (showHand) m_ink.fill(handShape, colors.skin);
    for (const auto* path : {&lower, &elbow, &upper}) m_ink.fill(*path, colors.skin);
    const Color shade = m_ink.onSkin(colors.skin, .13);
    m_ink.fillInside(lower, bonePath(arm.middle, arm.tip, kForearmShade, m_facing), shade);
    m_ink.fillInside(upper, bonePath(arm.root, arm.middle, kArmShade, m_facing), shade);
    const Path sleeve = bonePath(arm.root, between(arm.root, arm.middle, kSleeve), kWide, m_facing);
    m_ink.fillInside(upper, sleeve, colors.shirt);
    {
      const CanvasState state(m_ink.canvas);
      m_ink.canvas.clip(upper);
      m_ink.fillInside(sleeve, bonePath(arm.root, arm.middle, kSleeveShade, m_facing),
                       darker(colors.shirt, .16));
    }
    const Point along = core::normalized(arm.middle - arm.root);
    const Frame hem{between(arm.root, arm.middle, kSleeve), along, across(along) * m_facing};
    m_ink.curve({hem(0, .165), hem(.025, 0), hem(0, -.17)}, darker(colors.shirt, .35), .8);
    if (!showHand) return;
    const Frame fingers{arm.tip, polar(arm.end, pose.shorten[2]), across(polar(arm.end)) * m_facing};
    m_ink.curve({fingers(.2, 0), fingers(.5, -.01)}, m_ink.onSkin(colors.skin, .25), .6);
  }

  Path neck() const {
    const Point low = m_joints.neck - core::normalized(m_joints.head - m_joints.neck) * .22;
    const Point high = m_joints.head + polar(m_pose.head) * .14;
    const double girth = m_ink.flesh().neck;
    const Profile profile{{0, .17 * girth, .20 * girth},
                          {.3, .165 * girth, .185 * girth},
                          {.7, .15 * girth, .175},
                          {1, .15, .18}};
    return bonePath(low, high, profile, -m_facing);
  }

  void paintNeck(const Path& shape, Point chin) const {
    m_ink.fill(shape, m_style.skin);
    static const Profile back{{0, -.03, .4}, {1, -.03, .4}};
    const Point along = core::normalized(m_joints.head - m_joints.neck) * .3;
    const Color shade = m_ink.onSkin(m_style.skin, .15);
    m_ink.fillInside(shape, bonePath(m_joints.neck - along, m_joints.head + along, back, -m_facing), shade);
    m_ink.fillInside(shape, Path::ellipse(chin, .20, .12), shade);
  }

  void paintTrunk(const Path& trunk) const {
    m_ink.fill(trunk, m_style.shirt);
    m_ink.fillInside(trunk, m_joints.spine.sweep(kTrunkShade, m_facing), darker(m_style.shirt, .15));
    const CanvasState state(m_ink.canvas);
    m_ink.canvas.clip(trunk);
    m_ink.fill(m_joints.spine.sweep(kPelvisArea, m_facing), m_style.trousers);
    const auto waist = m_joints.spine.at(kWaistband);
    const Frame band{waist.at, waist.up, across(waist.up) * -m_facing};
    const Girth girth = girthAt(m_ink.flesh().trunkFromSide, kWaistband);
    m_ink.curve({band(0, girth.front), band(-.015, 0), band(0, -girth.back)}, darker(m_style.trousers, .4),
                .8);
    if (m_pose.turnedFace) return;
    const auto top = m_joints.spine.at(.985);
    const Frame collar{top.at, top.up, across(top.up) * -m_facing};
    const std::vector<Point> hem{collar(0, .25), collar(-.035, .1), collar(-.01, -.05), collar(.04, -.25)};
    std::vector<Point> opening = hem;
    opening.insert(opening.end(), {collar(.4, -.2), collar(.4, .3)});
    m_ink.fill(Path::smooth(opening, true), m_style.skin);
    m_ink.curve(hem, darker(m_style.shirt, .3), .8);
  }

  void paintProfile() const {
    const Path trunk = m_joints.spine.sweep(m_ink.flesh().trunkFromSide, m_facing);
    const Path neckShape = neck();
    const ProfileHead head{m_joints.head, m_pose.head, m_facing, m_pose.eyesClosed, m_around};
    m_ink.outline(neckShape);
    head.outline(m_ink);
    m_ink.outline(trunk);
    const Point up = polar(m_pose.head);
    paintNeck(neckShape, m_joints.head + up * -.02 + across(up) * (-m_facing * .10));
    head.paint(m_ink);
    paintTrunk(trunk);
    const auto& arm = m_joints.nearArm;
    const bool overShoulder = !m_around.onMat && arm.middle.y < arm.root.y - kHangingArm;
    if (!overShoulder) head.paintFallingHair(m_ink);
    paintLeg(m_joints.nearLeg, false);
    paintArm(arm, m_pose.nearArm, false);
    if (overShoulder) head.paintFallingHair(m_ink);
    if (!m_pose.headOverArm) return;
    head.outline(m_ink);
    head.paint(m_ink);
    head.paintFallingHair(m_ink);
  }

  // Lying on the front with the cheek on a hand: the face looks at the reader, over arm and neck.
  void paintTurned() const {
    const auto& face = *m_pose.turnedFace;
    const Point at = m_joints.head + face.at;
    const Path trunk = m_joints.spine.sweep(m_ink.flesh().trunkFromSide, m_facing);
    const Path neckShape = neck();
    m_ink.outline(neckShape);
    m_ink.outline(trunk);
    m_ink.fill(neckShape, m_style.skin);
    m_ink.fillInside(neckShape, Path::circle(at, .3), m_ink.onSkin(m_style.skin, .14));
    paintTrunk(trunk);
    paintLeg(m_joints.nearLeg, false);
    paintArm(m_joints.nearArm, m_pose.nearArm, false);
    FaceOnHead{at, face.up, face.yaw, 0, 0, true, HairLies::overTheNeck, {}}.paint(m_ink);
  }

  const Ink& m_ink;
  const MannequinStyle& m_style;
  const SidePose& m_pose;
  const Surroundings& m_around;
  SideJoints m_joints;
  double m_facing;
};

}  // namespace

void paintSideFigure(const Ink& ink, const SidePose& pose, const Surroundings& around) {
  SideFigure(ink, pose, around).paint();
}

void paintGap(const Ink& ink, const SidePose& pose, const Surroundings& around) {
  SideFigure(ink, pose, around).paintGap();
}

}  // namespace unknot::draw::mannequin

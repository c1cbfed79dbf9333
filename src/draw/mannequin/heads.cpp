#include "draw/mannequin/heads.h"

#include <cmath>
#include <numbers>

#include "draw/mannequin/hair.h"
#include "draw/mannequin/skeleton.h"

namespace unknot::draw::mannequin {
namespace {

// (forward, up) from the base of the skull.
Frame headFrame(Point base, double up, double facing) {
  const Point upward = polar(up);
  return {base, across(upward) * -facing, upward};
}

}  // namespace

Path profileHead(Point base, double up, double facing) {
  const Frame q = headFrame(base, up, facing);
  return Path::smooth(
      {q(-.22, -.05), q(-.34, .13),  q(-.43, .34),  q(-.45, .56),  q(-.35, .80),  q(-.12, .945),
       q(.12, .93),   q(.31, .80),   q(.385, .63),  q(.385, .535), q(.43, .45),   q(.492, .375),
       q(.475, .335), q(.415, .318), q(.428, .27),  q(.408, .235), q(.415, .195), q(.375, .155),
       q(.375, .085), q(.315, .02),  q(.19, -.005), q(.06, -.03),  q(.02, -.12)},
      true, .155);
}

Path profileHair(Point base, double up, double facing) {
  return capInProfile(domain::HairStyle::cropped, headFrame(base, up, facing));
}

void ProfileHead::outline(const Ink& ink) const {
  const Frame q = headFrame(base, up, facing);
  ink.outline(profileHead(base, up, facing));
  ink.outline(capInProfile(ink.style.hairStyle, q));
  if (ink.style.hairStyle == domain::HairStyle::tied) ink.outline(knotInProfile(q));
}

void ProfileHead::paint(const Ink& ink) const {
  const auto& style = ink.style;
  const Frame q = headFrame(base, up, facing);
  const Path head = profileHead(base, up, facing);
  ink.fill(head, style.skin);
  ink.fillInside(head,
                 Path::smooth({q(.10, .0), q(.22, .10), q(.33, .12), q(.5, .0), q(.3, -.1), q(0, -.2),
                               q(-.2, -.1), q(-.12, .1)},
                              true),
                 ink.onSkin(style.skin, .10));
  ink.fillInside(head, Path::circle(q(.24, .29), .062), mixed(style.skin, style.cheek, .35));
  if (style.hairStyle == domain::HairStyle::tied) ink.fill(knotInProfile(q), style.hair);
  paintCapAndEar(ink);
  if (eyesClosed) {
    ink.curve({q(.235, .475), q(.285, .452), q(.34, .468)}, style.line, .95);
  } else {
    ink.curve({q(.24, .478), q(.285, .505), q(.345, .49)}, style.line, .9);
    ink.fill(Path::ellipse(q(.31, .472), .024, .024), style.line);
  }
  ink.curve({q(.235, .585), q(.29, .605), q(.35, .585)}, style.brow, .95);
  ink.curve({q(.345, .245), q(.375, .238), q(.41, .243)}, mixed(ink.onSkin(style.skin, .4), style.lips, .35),
            .8);
}

void ProfileHead::paintCapAndEar(const Ink& ink) const {
  const auto& style = ink.style;
  const Frame q = headFrame(base, up, facing);
  ink.fill(capInProfile(style.hairStyle, q), style.hair);
  const Path ear = Path::smooth(
      {q(-.075, .47), q(-.02, .53), q(.05, .50), q(.055, .42), q(.01, .34), q(-.04, .32), q(-.06, .39)},
      true);
  ink.fill(ear, style.skin);
  ink.line(ear, ink.onSkin(style.skin, .45), .7);
  paintHairLines(ink, q);
}

void ProfileHead::paintFallingHair(const Ink& ink) const {
  if (ink.style.hairStyle != domain::HairStyle::longHair) return;
  paintFall(ink, headFrame(base, up, facing), around);
  paintCapAndEar(ink);
}

void FaceOnHead::paintBehindNeck(const Ink& ink) const {
  const Point upward = polar(up);
  paintHairBehindNeck(ink,
                      {{base, across(upward) * -1, upward},
                       std::sin(yaw * std::numbers::pi / 180),
                       std::sin(pitch * std::numbers::pi / 180)},
                      *this);
}

void FaceOnHead::paint(const Ink& ink) const {
  const auto& style = ink.style;
  const Point upward = polar(up);
  const Point right = across(upward) * -1;
  const double sine = std::sin(yaw * std::numbers::pi / 180);
  const double cosine = std::cos(yaw * std::numbers::pi / 180);
  const Frame q{base, right, upward};
  const double nod = std::sin(pitch * std::numbers::pi / 180);
  // A point of the face at depth z, turned and nodded with the head.
  const auto turned = [&](double x, double z, double y) { return q(x * cosine + z * sine, y + z * nod); };
  const FaceFrame frame{q, sine, nod};
  const auto face = [&](double x, double y) { return frame.face(x, y); };
  const bool bald = style.hairStyle == domain::HairStyle::none;
  // Without hair the skull shows its own width.
  const double skull = bald ? 1.06 : 1;

  const Path head = Path::smooth(
      {face(0, -.035), face(.13, -.015), face(.245, .085), face(.315, .25), face(.345, .42),
       face(.355 * skull, .60), face(.325 * skull, .78), face(.2 * skull, .92), face(0, bald ? .985 : .97),
       face(-.2 * skull, .92), face(-.325 * skull, .78), face(-.355 * skull, .60), face(-.345, .42),
       face(-.315, .25), face(-.245, .085), face(-.13, -.015)},
      true);
  paintHairBehind(ink, frame, *this);
  for (const double side : {-1.0, 1.0}) {
    if (side * sine >= .35) continue;  // gone round behind the head
    const Point middle = q(side * .36 * cosine - .02 * sine, .415 - .08 * nod);
    const Frame e{middle, right * (side * (.8 + .6 * std::abs(sine))), upward};
    const Path ear = Path::smooth(
        {e(-.03, -.10), e(.03, -.09), e(.06, .0), e(.075, .08), e(.04, .12), e(-.03, .10)}, true);
    ink.outline(ear);
    ink.fill(ear, style.skin);
    ink.curve({e(.045, .07), e(.035, .0), e(.01, -.05)}, ink.onSkin(style.skin, .4), .6);
  }
  ink.outline(head);
  ink.fill(head, style.skin);
  ink.fillInside(head,
                 Path::smooth({face(.18, -.1), face(.20, .10), face(.255, .35), face(.27, .6), face(.25, .8),
                               face(.6, .8), face(.6, -.1)},
                              true),
                 ink.onSkin(style.skin, .09));
  for (const double side : {-1.0, 1.0})
    ink.fillInside(head, Path::ellipse(turned(side * .21, .24, .275), .065, .058),
                   mixed(style.skin, style.cheek, .33));
  paintHairBefore(ink, frame, *this);
  for (const double side : {-1.0, 1.0}) {
    const double x = side * .148;
    if (eyesClosed) {
      ink.curve({turned(x - .065, .33, .468), turned(x, .345, .443), turned(x + .065, .33, .468)}, style.line,
                .95);
    } else {
      ink.curve({turned(x - .065, .33, .462), turned(x, .345, .492), turned(x + .065, .33, .462)}, style.line,
                .9);
      ink.fill(Path::circle(turned(x + gaze * .03, .345, .462), .026), style.line);
    }
    ink.curve({turned(x - .085, .32, .555), turned(x, .35, .59), turned(x + .085, .32, .562)}, style.brow,
              1.05);
  }
  const double nose = yaw >= 0 ? 1 : -1;
  ink.curve({turned(nose * .035, .38, .43), turned(nose * .05, .44, .33), turned(nose * .035, .46, .295),
             turned(-nose * .03, .42, .29)},
            ink.onSkin(style.skin, .42), .75);
  ink.curve(
      {turned(-.095, .34, .175), turned(-.03, .38, .158), turned(.03, .38, .158), turned(.095, .34, .175)},
      mixed(ink.onSkin(style.skin, .35), style.lips, .4), .95);
  ink.curve({turned(-.035, .36, .105), turned(.035, .36, .105)}, ink.onSkin(style.skin, .22), .7);
}

}  // namespace unknot::draw::mannequin

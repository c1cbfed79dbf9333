#include "draw/mannequin/heads.h"

#include <cmath>
#include <numbers>

#include "draw/mannequin/skeleton.h"

namespace unknot::draw::mannequin {
namespace {

constexpr Color kCheek = rgb(0xE07A6A);
constexpr Color kLips = rgb(0xA04A40);

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
  const Frame q = headFrame(base, up, facing);
  return Path::smooth({q(.315, .815), q(.20, .935), q(-.02, 1.0), q(-.24, .955), q(-.42, .80), q(-.50, .56),
                       q(-.475, .34), q(-.37, .13), q(-.25, .05), q(-.19, .12), q(-.155, .27), q(-.10, .40),
                       q(-.02, .50), q(.05, .60), q(.12, .70), q(.24, .755)},
                      true);
}

void ProfileHead::outline(const Ink& ink) const {
  ink.outline(profileHead(base, up, facing));
  ink.outline(profileHair(base, up, facing));
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
                 darker(style.skin, .10));
  ink.fillInside(head, Path::circle(q(.24, .29), .062), mixed(style.skin, kCheek, .35));
  ink.fill(profileHair(base, up, facing), style.hair);
  const Path ear = Path::smooth(
      {q(-.075, .47), q(-.02, .53), q(.05, .50), q(.055, .42), q(.01, .34), q(-.04, .32), q(-.06, .39)},
      true);
  ink.fill(ear, style.skin);
  ink.line(ear, darker(style.skin, .45), .7);
  if (eyesClosed) {
    ink.curve({q(.235, .475), q(.285, .452), q(.34, .468)}, style.line, .95);
  } else {
    ink.curve({q(.24, .478), q(.285, .505), q(.345, .49)}, style.line, .9);
    ink.fill(Path::ellipse(q(.31, .472), .024, .024), style.line);
  }
  ink.curve({q(.235, .585), q(.29, .605), q(.35, .585)}, style.hair, .95);
  ink.curve({q(.345, .245), q(.375, .238), q(.41, .243)}, mixed(darker(style.skin, .4), kLips, .35), .8);
  ink.curve({q(-.30, .72), q(-.12, .86), q(.10, .89)}, lighter(style.hair, .25), .9);
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
  // The outline of the face grows a little towards the side it turns to.
  const auto face = [&](double x, double y) {
    const double share = y < .35 ? 1.2 : y > .75 ? .1 : .6;
    return q(x * (1 + .10 * std::abs(sine)) + sine * .10 * share, y);
  };
  const auto hair = [&](double x, double y) { return q(x - sine * .05, y); };
  const double part = sine * .30;
  const double fringe = nod * .30;

  const Path head = Path::smooth(
      {face(0, -.035), face(.13, -.015), face(.245, .085), face(.315, .25), face(.345, .42), face(.355, .60),
       face(.325, .78), face(.2, .92), face(0, .97), face(-.2, .92), face(-.325, .78), face(-.355, .60),
       face(-.345, .42), face(-.315, .25), face(-.245, .085), face(-.13, -.015)},
      true);
  const Path back = Path::smooth(
      {hair(-.40, .40), hair(-.435, .58), hair(-.40, .77), hair(-.27, .94), hair(0, 1.02), hair(.27, .94),
       hair(.40, .77), hair(.435, .58), hair(.40, .40), hair(.32, .26), hair(-.32, .26)},
      true);
  ink.outline(back);
  ink.fill(back, style.hair);
  for (const double side : {-1.0, 1.0}) {
    if (side * sine >= .35) continue;  // gone round behind the head
    const Point middle = q(side * .36 * cosine - .02 * sine, .415 - .08 * nod);
    const Frame e{middle, right * (side * (.8 + .6 * std::abs(sine))), upward};
    const Path ear = Path::smooth(
        {e(-.03, -.10), e(.03, -.09), e(.06, .0), e(.075, .08), e(.04, .12), e(-.03, .10)}, true);
    ink.outline(ear);
    ink.fill(ear, style.skin);
    ink.curve({e(.045, .07), e(.035, .0), e(.01, -.05)}, darker(style.skin, .4), .6);
  }
  ink.outline(head);
  ink.fill(head, style.skin);
  ink.fillInside(head,
                 Path::smooth({face(.18, -.1), face(.20, .10), face(.255, .35), face(.27, .6), face(.25, .8),
                               face(.6, .8), face(.6, -.1)},
                              true),
                 darker(style.skin, .09));
  for (const double side : {-1.0, 1.0})
    ink.fillInside(head, Path::ellipse(turned(side * .21, .24, .275), .065, .058),
                   mixed(style.skin, kCheek, .33));
  ink.fill(Path::smooth({hair(-.405, .42), hair(-.44, .60), hair(-.40, .78), hair(-.27, .945), hair(0, 1.025),
                         hair(.27, .945), hair(.40, .78), hair(.44, .60), hair(.405, .42), face(.345, .40),
                         q(.318 + sine * .06, .55 + fringe * .4), q(.245 + part * .5, .69 + fringe * .8),
                         q(.10 + part, .775 + fringe), q(-.09 + part, .80 + fringe),
                         q(-.135 + part * .9, .765 + fringe), q(-.24 + part * .5, .67 + fringe * .8),
                         q(-.318 + sine * .06, .53 + fringe * .4), face(-.345, .40)},
                        true, .15),
           style.hair);
  const Color shine = lighter(style.hair, .22);
  ink.curve({q(-.115 + part, .79 + fringe), q(-.08 + part * .8, .90), q(-.04 + part * .6, .97)}, shine, .9);
  ink.curve({q(.08 + part * .6, .93), q(.22 + part * .4, .85), q(.31 + part * .2, .72)}, shine, .9);
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
    ink.curve({turned(x - .085, .32, .555), turned(x, .35, .59), turned(x + .085, .32, .562)}, style.hair,
              1.05);
  }
  const double nose = yaw >= 0 ? 1 : -1;
  ink.curve({turned(nose * .035, .38, .43), turned(nose * .05, .44, .33), turned(nose * .035, .46, .295),
             turned(-nose * .03, .42, .29)},
            darker(style.skin, .42), .75);
  ink.curve(
      {turned(-.095, .34, .175), turned(-.03, .38, .158), turned(.03, .38, .158), turned(.095, .34, .175)},
      mixed(darker(style.skin, .35), kLips, .4), .95);
  ink.curve({turned(-.035, .36, .105), turned(.035, .36, .105)}, darker(style.skin, .22), .7);
}

}  // namespace unknot::draw::mannequin

#include "draw/mannequin.h"

#include <algorithm>
#include <numbers>

#include "draw/mannequin/cues.h"
#include "draw/mannequin/front_figure.h"
#include "draw/mannequin/scenery.h"
#include "draw/mannequin/side_figure.h"
#include "draw/mannequin/surroundings.h"
#include "draw/photo.h"

namespace unknot::draw {
namespace {

using domain::FrontPose;
using domain::PoseFrame;
using domain::SidePose;

// What a mat seen from its edge hides; below it nothing may look out, such as hair that is pressed flat.
constexpr double kUnderTheMat = -.1;
constexpr double kPhotoCorner = 4;

// Pose space, y up, onto the canvas.
Affine placement(const PoseFrame& frame, const Rect& where) {
  const Rect& view = frame.view;
  const double k = std::min(where.width / view.width, where.height / view.height);
  const Point from = view.centre();
  const Point to = where.centre();
  const double kx = frame.mirrored ? -k : k;
  return {kx, 0, 0, -k, to.x - kx * from.x, to.y + k * from.y};
}

void paintProps(const mannequin::Ink& ink, const PoseFrame& frame, bool overFigure, bool upright) {
  for (const auto& prop : frame.props)
    if (mannequin::liesOverFigure(prop) == overFigure && mannequin::staysUpright(prop) == upright)
      mannequin::paintProp(ink, prop);
}

void paintPhoto(Canvas& canvas, const core::Photo& photo, bool mirrored, const Rect& where) {
  const CanvasState framed(canvas);
  if (mirrored) canvas.transform({-1, 0, 0, 1, 2 * where.centre().x, 0});
  canvas.clip(Path::roundedRectangle(photoPlace(photo, where), kPhotoCorner));
  drawPhoto(canvas, photo, where);
}

}  // namespace

void drawPoseFrame(Canvas& canvas, const PoseFrame& frame, const MannequinStyle& style, const Rect& where) {
  if (frame.view.isEmpty() || where.isEmpty()) return;
  if (const auto* photo = std::get_if<domain::PosePhoto>(&frame.figure)) {
    paintPhoto(canvas, *photo->photo, frame.mirrored, where);
    return;
  }
  const mannequin::Ink ink{canvas, style};
  const auto around = mannequin::surroundingsOf(frame);
  // In a space whose y grows upwards a positive angle turns counter-clockwise, as the pose says it.
  const Affine turn = Affine::rotation(frame.turn);
  const CanvasState placed(canvas);
  canvas.transform(placement(frame, where));
  canvas.clip(Path::rectangle(frame.view));
  paintProps(ink, frame, false, true);
  {
    const CanvasState turned(canvas);
    canvas.transform(turn);
    paintProps(ink, frame, false, false);
    const Rect& view = frame.view;
    if (around.onMat)
      canvas.clip(Path::rectangle({view.x, kUnderTheMat, view.width, view.y + view.height - kUnderTheMat}));
    if (const auto* side = std::get_if<SidePose>(&frame.figure)) {
      if (frame.gap) mannequin::paintGap(ink, *side, around);
      mannequin::paintSideFigure(ink, *side, around);
    } else {
      mannequin::paintFrontFigure(ink, std::get<FrontPose>(frame.figure), around);
    }
  }
  paintProps(ink, frame, true, true);
  for (const Point at : frame.contact) mannequin::paintContact(ink, turn.apply(at));
  const CanvasState turned(canvas);
  canvas.transform(turn);
  if (frame.breath != domain::Breath::none) mannequin::paintBreath(ink, frame, around);
  for (const auto& arrow : frame.arrows) mannequin::paintArrow(ink, arrow);
}

}  // namespace unknot::draw

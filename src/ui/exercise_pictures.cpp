#include "ui/exercise_pictures.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "draw/mannequin.h"

namespace unknot::ui {
namespace {

// The figures are drawn for a light ground, on paper and on a dark screen alike.
constexpr draw::Color kGround = draw::rgb(0xF2F6F7);
constexpr double kCorner = 8;
constexpr double kMargin = 5;

void paintGround(draw::Canvas& canvas, const draw::Rect& all) {
  canvas.fill(draw::Path::roundedRectangle(all, kCorner), kGround);
}

// Touches the picture and what it is given, nothing else.
void paintMovement(raster::Picture& picture, const std::vector<domain::PoseFrame>& frames,
                   const draw::MannequinStyle& style, const draw::Rect& all) {
  picture.paint([&](draw::Canvas& canvas) {
    paintGround(canvas, all);
    const double width = all.width / static_cast<double>(std::max<std::size_t>(1, frames.size()));
    double x = 0;
    for (const auto& frame : frames) {
      draw::drawPoseFrame(canvas, frame, style, draw::Rect{x, 0, width, all.height}.inflated(-kMargin));
      x += width;
    }
  });
}

draw::Rect areaOf(wxSize size) {
  return {0, 0, static_cast<double>(size.x), static_cast<double>(size.y)};
}

}  // namespace

ExercisePictures::ExercisePictures(const Surroundings& around,
                                   std::function<void(const domain::ExerciseSlug&)> onDrawn)
    : m_around(around), m_onDrawn(std::move(onDrawn)) {}

void ExercisePictures::setFigure(const domain::FigureLook& look, domain::BodyBuild build) {
  if (look == m_look && build == m_build) return;
  m_look = look;
  m_build = build;
  m_kept.clear();
  m_alive = std::make_shared<const int>(0);
}

std::shared_ptr<const raster::Picture> ExercisePictures::picture(const wxWindow* window,
                                                                 const domain::Exercise& exercise,
                                                                 wxSize size) {
  const Key key{exercise.slug, {size.x, size.y, window->GetContentScaleFactor()}};
  auto& kept = m_kept[key];
  if (kept.exercise != &exercise) {
    kept.exercise = &exercise;
    ask(key, exercise, makePicture(window, m_around, size), areaOf(size));
  }
  // Where drawing is done in place, it is there by now.
  if (kept.picture) return kept.picture;
  auto& ground = m_grounds[key.measure];
  if (!ground) {
    auto picture = makePicture(window, m_around, size);
    picture->paint([&](draw::Canvas& canvas) { paintGround(canvas, areaOf(size)); });
    ground = picture;
  }
  return ground;
}

void ExercisePictures::ask(const Key& key, const domain::Exercise& exercise,
                           std::shared_ptr<raster::Picture> picture, const draw::Rect& area) {
  // Start and end say most where there is room for two. A copy: the library may be gone before it is drawn.
  std::vector<domain::PoseFrame> frames;
  if (!exercise.frames.empty()) frames.push_back(exercise.frames.front());
  if (exercise.frames.size() > 1) frames.push_back(exercise.frames.back());
  const std::weak_ptr<const int> alive = m_alive;
  m_around.drawing.run(
      alive,
      [alive, picture, area, frames = std::move(frames), style = draw::mannequinStyle(m_look, m_build)] {
        if (!alive.expired()) paintMovement(*picture, frames, style, area);
      },
      [this, key, picture, drawn = &exercise] {
        auto& kept = m_kept[key];
        // It may have been changed again meanwhile.
        if (kept.exercise != drawn) return;
        kept.picture = picture;
        m_onDrawn(key.slug);
      },
      [](std::exception_ptr error) { std::rethrow_exception(error); });
}

}  // namespace unknot::ui

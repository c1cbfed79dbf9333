#include "ui/exercise_pictures.h"

#include <algorithm>

#include "draw/mannequin.h"

namespace unknot::ui {
namespace {

// The figures are drawn for a light ground, on paper and on a dark screen alike.
constexpr draw::Color kGround = draw::rgb(0xF2F6F7);
constexpr std::size_t kMostFrames = 2;

}  // namespace

std::shared_ptr<const raster::Picture> ExercisePictures::picture(const wxWindow* window,
                                                                 const domain::Exercise& exercise,
                                                                 wxSize size) {
  auto& kept = m_pictures[{exercise.slug, size.x, size.y, window->GetContentScaleFactor()}];
  if (kept) return kept;
  auto picture = makePicture(window, m_around, size);
  picture->paint([&](draw::Canvas& canvas) {
    const draw::Rect all{0, 0, static_cast<double>(size.x), static_cast<double>(size.y)};
    canvas.fill(draw::Path::roundedRectangle(all, 8), kGround);
    // Start and end say most where there is room for two.
    const std::size_t count = std::min(exercise.frames.size(), kMostFrames);
    for (std::size_t i = 0; i < count; ++i) {
      const auto& frame = i == 0 ? exercise.frames.front() : exercise.frames.back();
      const double width = all.width / static_cast<double>(count);
      draw::drawPoseFrame(canvas, frame, {},
                          draw::Rect{width * static_cast<double>(i), 0, width, all.height}.inflated(-5));
    }
  });
  kept = picture;
  return kept;
}

}  // namespace unknot::ui

#include "document/exercise_pictures.h"

#include <algorithm>
#include <cmath>

#include "document/block_layout.h"
#include "draw/mannequin.h"

namespace unknot::document {
namespace {

// Least sizes of a frame, points: of a lying figure its width, of any other its height.
constexpr double kLyingAspect = 1.15;
constexpr double kLyingWidth = 110;
constexpr double kUprightHeight = 80;

// How frames stand on the panel.
struct Grid {
  std::size_t columns = 1;
  double cellWidth = 0;
  double pictureHeight = 0;
  double pictureWidth = 0;  // what is used of the cell
};

// Width over height of the frame that is widest for its height: it decides how high the pictures may be.
double widestAspect(const std::vector<domain::PoseFrame>& frames) {
  double aspect = 0.1;
  for (const auto& frame : frames)
    if (frame.view.width > 0 && frame.view.height > 0)
      aspect = std::max(aspect, frame.view.width / frame.view.height);
  return aspect;
}

Grid bestGrid(std::size_t count, double aspect, double inner, double height, double gap, double caption) {
  Grid best;
  for (std::size_t columns = 1; columns <= count; ++columns) {
    const auto across = static_cast<double>(columns);
    const auto rows = static_cast<double>((count + columns - 1) / columns);
    Grid grid;
    grid.columns = columns;
    grid.cellWidth = (inner - gap * (across - 1)) / across;
    const double room = std::max((height - gap * (rows - 1)) / rows - caption, 10.0);
    grid.pictureHeight = std::min(room, grid.cellWidth / aspect);
    grid.pictureWidth = grid.pictureHeight * aspect;
    if (columns == 1 || grid.pictureWidth > best.pictureWidth * 1.02) best = grid;
  }
  return best;
}

}  // namespace

std::optional<ExercisePictures> exercisePictures(const BuildContext& context, const Parts& parts,
                                                 const std::string& title, const Frames& shared, double width,
                                                 double maxHeight) {
  const auto& frames = *shared;
  if (frames.empty()) return {};
  const auto& look = parts.look();
  const auto& words = wordsOf(context);
  const double padding = look.space(8);
  const double gap = look.space(6);
  draw::TextStyle captionStyle = look.small();
  captionStyle.color = look.ink;

  const bool several = frames.size() > 1;
  const bool captions =
      std::any_of(frames.begin(), frames.end(), [](const auto& f) { return !f.caption.empty(); });
  const auto captionOf = [&](std::size_t i, double cellWidth) {
    Spans spans;
    if (several)
      spans.push_back({std::to_string(i + 1) + (frames[i].caption.empty() ? "" : "  "), true, false, {}});
    spans.push_back({frames[i].caption, false, false, {}});
    return setSpans(spans, captionStyle, cellWidth, draw::Align::left, parts.layout());
  };
  const double line = several || captions ? look.smallSize() * look.lineHeight + look.space(2) : 0;
  const Grid grid = bestGrid(frames.size(), widestAspect(frames), width - 2 * padding, maxHeight, gap, line);

  // Long captions make their whole row of cells higher.
  // Shared, as the figure is copied with every layout that is tried.
  auto captionTexts = std::make_shared<std::vector<draw::TextBlock>>();
  std::vector<double> captionHeights;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    captionTexts->push_back(line > 0 ? captionOf(i, grid.cellWidth) : draw::TextBlock{});
    if (i % grid.columns == 0) captionHeights.push_back(line);
    captionHeights.back() = std::max(captionHeights.back(), captionTexts->back().height + look.space(2));
  }
  double height = padding;
  std::vector<double> tops;
  for (const double caption : captionHeights) {
    tops.push_back(height);
    height += grid.pictureHeight + (line > 0 ? caption : 0) + gap;
  }
  height += padding - gap;

  std::string alternative = words.say("paper.handout.pictures", {{"title", title}});
  for (std::size_t i = 0; i < frames.size(); ++i)
    if (!frames[i].caption.empty())
      alternative += " " + std::to_string(i + 1) + ": " + frames[i].caption + ".";

  const draw::Size size{width, height};
  const auto drawing = [size, padding, gap, grid, tops, captionTexts, shared, panel = look.panel,
                        radius = look.space(8), under = look.space(2)](draw::Canvas& canvas) {
    canvas.fill(draw::Path::roundedRectangle({0, 0, size.width, size.height}, radius), panel);
    for (std::size_t i = 0; i < shared->size(); ++i) {
      const double x = padding + static_cast<double>(i % grid.columns) * (grid.cellWidth + gap);
      const double y = tops[i / grid.columns];
      draw::drawPoseFrame(canvas, (*shared)[i], {}, {x, y, grid.cellWidth, grid.pictureHeight});
      (*captionTexts)[i].draw(canvas, {x, y + grid.pictureHeight + under});
    }
  };
  const Figure figure{size, alternative, Recording::standingAlone(drawing), draw::Align::left};
  return ExercisePictures{size, {grid.pictureWidth, grid.pictureHeight}, figure};
}

double ExercisePictures::frameSize() const {
  return std::sqrt(frame.width * frame.height);
}

bool ExercisePictures::readable() const {
  const bool lying = frame.width > kLyingAspect * frame.height;
  return lying ? frame.width >= kLyingWidth : frame.height >= kUprightHeight;
}

}  // namespace unknot::document

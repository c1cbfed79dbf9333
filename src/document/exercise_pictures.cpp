#include "document/exercise_pictures.h"

#include <algorithm>
#include <cmath>

#include "document/block_layout.h"

namespace unknot::document {
namespace {

// Least sizes of a frame, points: of a lying figure its width, of any other its height.
constexpr double kLyingAspect = 1.15;
constexpr double kLyingWidth = 110;
constexpr double kUprightHeight = 80;

// Width over height of the frame that is widest for its height: it decides how high the pictures may be.
double widestAspect(const std::vector<domain::PoseFrame>& frames) {
  double aspect = 0.1;
  for (const auto& frame : frames)
    if (frame.view.width > 0 && frame.view.height > 0)
      aspect = std::max(aspect, frame.view.width / frame.view.height);
  return aspect;
}

// Without rows and panel.
PictureGrid bestGrid(std::size_t count, double aspect, double inner, double height, double gap,
                     double caption) {
  PictureGrid best;
  for (std::size_t columns = 1; columns <= count; ++columns) {
    const auto across = static_cast<double>(columns);
    const auto rows = static_cast<double>((count + columns - 1) / columns);
    PictureGrid grid;
    grid.columns = columns;
    grid.cellWidth = (inner - gap * (across - 1)) / across;
    const double room = std::max((height - gap * (rows - 1)) / rows - caption, 10.0);
    grid.frame.height = std::min(room, grid.cellWidth / aspect);
    grid.frame.width = grid.frame.height * aspect;
    if (columns == 1 || grid.frame.width > best.frame.width * 1.02) best = std::move(grid);
  }
  return best;
}

double paddingOf(const Look& look) {
  return look.space(8);
}
double gapOf(const Look& look) {
  return look.space(6);
}
// Between a picture and its caption.
double captionGapOf(const Look& look) {
  return look.space(2);
}

}  // namespace

double PictureGrid::frameSize() const {
  return std::sqrt(frame.width * frame.height);
}

bool PictureGrid::readable() const {
  const bool lying = frame.width > kLyingAspect * frame.height;
  return lying ? frame.width >= kLyingWidth : frame.height >= kUprightHeight;
}

ExercisePictures::ExercisePictures(const BuildContext& context, const Parts& parts, const std::string& title,
                                   std::vector<domain::PoseFrame> frames)
    : m_parts(parts),
      m_frames(std::make_shared<const std::vector<domain::PoseFrame>>(std::move(frames))),
      m_style(draw::mannequinStyle(context.look, context.build)),
      m_alternative(wordsOf(context).say("paper.handout.pictures", {{"title", title}})),
      m_aspect(widestAspect(*m_frames)) {
  bool captioned = m_frames->size() > 1;
  for (std::size_t i = 0; i < m_frames->size(); ++i) {
    const std::string& caption = (*m_frames)[i].caption;
    if (caption.empty()) continue;
    captioned = true;
    m_alternative += " " + std::to_string(i + 1) + ": " + caption + ".";
  }
  const auto& look = parts.look();
  if (captioned) m_captionLine = look.smallSize() * look.lineHeight + captionGapOf(look);
}

ExercisePictures::Captions ExercisePictures::captions(double cellWidth) {
  auto& known = m_captions[cellWidth];
  if (known) return known;
  draw::TextStyle style = m_parts.look().small();
  style.color = m_parts.look().ink;
  std::vector<draw::TextBlock> texts(m_frames->size());
  for (std::size_t i = 0; m_captionLine > 0 && i < texts.size(); ++i) {
    const std::string& caption = (*m_frames)[i].caption;
    Spans spans;
    if (texts.size() > 1)
      spans.push_back({std::to_string(i + 1) + (caption.empty() ? "" : "  "), true, false, {}});
    spans.push_back({caption, false, false, {}});
    texts[i] = setSpans(spans, style, cellWidth, draw::Align::left, m_parts.layout());
  }
  known = std::make_shared<const std::vector<draw::TextBlock>>(std::move(texts));
  return known;
}

PictureGrid ExercisePictures::grid(double width, double maxHeight) {
  const auto& look = m_parts.look();
  const double padding = paddingOf(look);
  const double gap = gapOf(look);
  PictureGrid grid = bestGrid(m_frames->size(), m_aspect, width - 2 * padding, maxHeight, gap, m_captionLine);
  const auto texts = captions(grid.cellWidth);
  double height = padding;
  for (std::size_t first = 0; first < texts->size(); first += grid.columns) {
    grid.tops.push_back(height);
    // Long captions make their whole row of cells higher.
    double caption = m_captionLine;
    for (std::size_t i = first; m_captionLine > 0 && i < std::min(first + grid.columns, texts->size()); ++i)
      caption = std::max(caption, (*texts)[i].height + captionGapOf(look));
    height += grid.frame.height + caption + gap;
  }
  grid.panel = {width, height + padding - gap};
  return grid;
}

Figure ExercisePictures::figure(const PictureGrid& grid) {
  const auto& look = m_parts.look();
  const auto drawing = [grid, frames = m_frames, style = m_style, texts = captions(grid.cellWidth),
                        padding = paddingOf(look), gap = gapOf(look), panel = look.panel,
                        radius = look.space(8), under = captionGapOf(look)](draw::Canvas& canvas) {
    canvas.fill(draw::Path::roundedRectangle({0, 0, grid.panel.width, grid.panel.height}, radius), panel);
    for (std::size_t i = 0; i < frames->size(); ++i) {
      const double x = padding + static_cast<double>(i % grid.columns) * (grid.cellWidth + gap);
      const double y = grid.tops[i / grid.columns];
      draw::drawPoseFrame(canvas, (*frames)[i], style, {x, y, grid.cellWidth, grid.frame.height});
      (*texts)[i].draw(canvas, {x, y + grid.frame.height + under});
    }
  };
  return {grid.panel, m_alternative, Recording::standingAlone(drawing), draw::Align::left};
}

}  // namespace unknot::document

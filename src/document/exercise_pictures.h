// The pictures of an exercise on their panel.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "document/parts.h"
#include "draw/mannequin.h"

namespace unknot::document {

// How the pictures of an exercise stand on their panel.
struct PictureGrid {
  std::size_t columns = 1;
  double cellWidth = 0;
  draw::Size frame;          // of the widest frame
  std::vector<double> tops;  // of each row of pictures
  draw::Size panel;

  // Square root of a frame's area, points.
  double frameSize() const;
  // Large enough to see what is meant.
  bool readable() const;
};

// All frames of an exercise in a grid, numbered and with their captions. A grid is quickly found, so that
// many are tried; the figure is made of the one that is chosen.
class ExercisePictures {
 public:
  // `frames` is not empty. Lives no longer than `parts`.
  ExercisePictures(const BuildContext& context, const Parts& parts, const std::string& title,
                   std::vector<domain::PoseFrame> frames);

  // Makes the frames as large as `width` and `maxHeight` (points) allow.
  PictureGrid grid(double width, double maxHeight);
  // Needs nothing of this when it is drawn.
  Figure figure(const PictureGrid& grid);

 private:
  // What is drawn of the exercise; shared by all its layouts.
  using Frames = std::shared_ptr<const std::vector<domain::PoseFrame>>;
  using Captions = std::shared_ptr<const std::vector<draw::TextBlock>>;

  Captions captions(double cellWidth);

  const Parts& m_parts;
  Frames m_frames;
  draw::MannequinStyle m_style;
  std::string m_alternative;
  double m_aspect = 1;                    // width over height of the widest frame
  double m_captionLine = 0;               // the least height of captions; 0: there are none
  std::map<double, Captions> m_captions;  // by the width of a cell
};

}  // namespace unknot::document

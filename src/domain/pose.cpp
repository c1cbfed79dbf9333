#include "domain/pose.h"

#include <algorithm>
#include <utility>

namespace unknot::domain {
namespace {

// As large as a lying figure, so that drawn pictures and photos beside each other look alike.
constexpr double kPhotoHeads = 8;

}  // namespace

PoseFrame frameOf(PosePhoto photo) {
  PoseFrame frame;
  const core::Size size = photo.photo->size();
  const double unit = kPhotoHeads / std::max({size.width, size.height, 1.0});
  frame.view = {0, 0, size.width * unit, size.height * unit};
  frame.figure = std::move(photo);
  return frame;
}

}  // namespace unknot::domain

// What a figure lies or sits on, as far as its body and hair must know. Internal to `draw`.
#pragma once

#include <algorithm>

#include "domain/pose.h"
#include "draw/mannequin/skeleton.h"

namespace unknot::draw::mannequin {

struct Surroundings {
  // Where things fall to, a unit vector of pose space; nothing: seen from above.
  std::optional<core::Point> pull;
  bool onMat = false;  // seen from its edge, at y = 0
  Rest rest = Rest::none;
};

inline Surroundings surroundingsOf(const domain::PoseFrame& frame) {
  using Kind = domain::PoseProp::Kind;
  const auto has = [&](Kind kind) {
    return std::any_of(frame.props.begin(), frame.props.end(),
                       [&](const domain::PoseProp& prop) { return prop.kind == kind; });
  };
  Surroundings around;
  if (!has(Kind::matAbove)) around.pull = core::Affine::rotation(-frame.turn).apply({0, -1});
  around.onMat = has(Kind::mat) && frame.turn == 0;
  if (around.onMat || has(Kind::matFront)) around.rest = Rest::lying;
  if (has(Kind::chair)) around.rest = Rest::seated;
  return around;
}

}  // namespace unknot::draw::mannequin

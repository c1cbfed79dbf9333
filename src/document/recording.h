// A drawing kept as its calls, to be drawn again on any Canvas, from any thread, without what it was made
// with.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "draw/canvas.h"

namespace unknot::document {

class Recording {
 public:
  // Runs `drawing` once, now.
  static Recording of(const std::function<void(draw::Canvas&)>& drawing);
  // Runs `drawing` whenever it is drawn: for one that keeps all it needs by value, and is made for many
  // layouts of which one is chosen.
  static Recording standingAlone(std::function<void(draw::Canvas&)> drawing);
  void draw(draw::Canvas& canvas) const;
  // Moved so that the recording's origin comes to `at`.
  void drawAt(draw::Canvas& canvas, draw::Point at) const;

 private:
  using Call = std::function<void(draw::Canvas&)>;
  class Recorder;
  std::shared_ptr<const std::vector<Call>> m_calls;
};

}  // namespace unknot::document

// Two fingers on a touch screen or a touch pad. Not by wx's own gesture events: while a window asks for
// those, wx 3.2 swallows the touches of one finger, and no tap arrives any more.
#pragma once

#include <wx/window.h>

#include <functional>

#include "core/geometry.h"

typedef struct _GtkGesture GtkGesture;

namespace unknot::ui {

class Pinch {
 public:
  // `moved`: the middle of the fingers in the window, and how far apart they are against the beginning, which
  // says 1. After `ended` the fingers mean nothing more.
  Pinch(wxWindow* window, std::function<void(core::Point middle, double factor)> moved,
        std::function<void()> ended);
  ~Pinch();
  Pinch(const Pinch&) = delete;
  Pinch& operator=(const Pinch&) = delete;

 private:
  void tell() const;

  std::function<void(core::Point, double)> m_moved;
  std::function<void()> m_ended;
  GtkGesture* m_gesture;
};

}  // namespace unknot::ui

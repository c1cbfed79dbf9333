// Shows one place at a time and remembers the way back.
#pragma once

#include <wx/panel.h>

#include <functional>
#include <vector>

#include "ui/place.h"

namespace unknot::ui {

class PlaceHost final : public wxPanel {
 public:
  explicit PlaceHost(wxWindow* parent);

  // nullptr before the first.
  Place* current() const { return m_current; }
  // Flushes the place that is left; a place that could not keep everything stays, and says why by itself.
  // `then` runs when `place` is seen.
  void show(Place* place, std::function<void()> then = {});
  // As show(), for a place that holds one thing after another: what is open now is flushed first, even when
  // it is in this very place, then `prepare` opens the next thing in it.
  void leaveFor(Place* place, std::function<void()> prepare);
  void back();
  bool canGoBack() const { return !m_trail.empty(); }
  // Forgets the way back: the rail's places are beginnings.
  void forgetTrail() { m_trail.clear(); }

  // Runs after the place that is seen has changed.
  std::function<void()> onChanged;

 private:
  void swapTo(Place* place);

  Place* m_current = nullptr;
  bool m_leaving = false;
  std::vector<Place*> m_trail;
};

}  // namespace unknot::ui

// What a screen reader finds inside a control that draws itself: one child an item, with a name and a place.
#pragma once

#include <wx/window.h>

#include <functional>
#include <memory>
#include <string>

namespace unknot::ui {

struct AccessibleItem {
  std::string name;
  wxRect box;  // in the window's client area
  bool selected = false;
};

class AccessibleItems {
 public:
  using Ask = std::function<AccessibleItem(std::size_t item)>;

  // Make it before anything else asks for the window's accessible object, setAccessibleName included. `ask`
  // is called whenever a reader wants to know, never once this object is gone.
  AccessibleItems(wxWindow* window, Ask ask);
  ~AccessibleItems();
  AccessibleItems(const AccessibleItems&) = delete;
  AccessibleItems& operator=(const AccessibleItems&) = delete;

  void setCount(std::size_t count);
  // Its name or its selection is another.
  void changed(std::size_t item);
  // The item that the keyboard went to: a reader says it while the window has the focus.
  void wentTo(std::size_t item);

  struct Canvas;

 private:
  std::shared_ptr<Canvas> m_canvas;
};

}  // namespace unknot::ui

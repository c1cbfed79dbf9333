// Mouse and keyboard made inside the process: GDK events go straight to GTK, with no window manager, no focus
// race and any letter of any script.
#pragma once

#include <wx/window.h>

#include <gtk/gtk.h>

#include <string_view>

namespace unknot::gui_test {

// A press and release of the left button in the middle of the window, or at a point of it.
void click(wxWindow* window);
void clickAt(wxWindow* window, wxPoint point);
// To whatever has the focus in the window's frame.
void pressKey(wxWindow* window, guint keyval, guint modifiers = 0);
void type(wxWindow* window, std::string_view utf8);

}  // namespace unknot::gui_test

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
// The same in single steps; `button` as GDK counts them.
void pressButton(wxWindow* window, wxPoint point, guint button = 1, guint modifiers = 0);
void moveHeld(wxWindow* window, wxPoint point, guint button = 1);
void releaseButton(wxWindow* window, wxPoint point, guint button = 1);
// Along a straight line, in steps.
void drag(wxWindow* window, wxPoint from, wxPoint to, guint button = 1);
// The pointer without a button.
void pointAt(wxWindow* window, wxPoint point);
// Away from the person is positive.
void turnWheel(wxWindow* window, wxPoint point, int notches, guint modifiers = 0);
// Of a touch screen; the first finger is the one that GDK makes a mouse of.
void touch(wxWindow* window, GdkEventType type, wxPoint point, int finger = 1);
void tapWithFinger(wxWindow* window, wxPoint point);
// To whatever has the focus in the window's frame.
void pressKey(wxWindow* window, guint keyval, guint modifiers = 0);
void type(wxWindow* window, std::string_view utf8);

}  // namespace unknot::gui_test

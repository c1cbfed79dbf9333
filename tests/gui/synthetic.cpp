#include "gui/synthetic.h"

#include <wx/string.h>

namespace unknot::gui_test {

namespace {

GdkSeat* seat() {
  return gdk_display_get_default_seat(gdk_display_get_default());
}

// Event times only grow.
guint32 nextTime(guint32 step) {
  static guint32 time = 1000;
  return time += step;
}

struct Target {
  GdkWindow* window = nullptr;
  double x = 0, y = 0;          // in it
  double rootX = 0, rootY = 0;  // on the screen
};

// The deepest GDK window under a point, as the X server would choose it.
Target targetAt(wxWindow* window, wxPoint point) {
  Target target;
  GtkWidget* const widget = window->GetHandle();
  GtkAllocation place{0, 0, 0, 0};
  target.window = window->GTKGetDrawingWindow();
  if (target.window == nullptr) {
    target.window = gtk_widget_get_window(widget);
    if (!gtk_widget_get_has_window(widget)) gtk_widget_get_allocation(widget, &place);
  }
  target.x = point.x + place.x;
  target.y = point.y + place.y;
  int originX = 0, originY = 0;
  gdk_window_get_origin(target.window, &originX, &originY);
  target.rootX = originX + target.x;
  target.rootY = originY + target.y;
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (GList* at = gdk_window_peek_children(target.window); at != nullptr && !deeper; at = at->next) {
      auto* const child = static_cast<GdkWindow*>(at->data);
      int x = 0, y = 0, width = 0, height = 0;
      gdk_window_get_geometry(child, &x, &y, &width, &height);
      if (!gdk_window_is_visible(child) || target.x < x || target.y < y || target.x >= x + width ||
          target.y >= y + height)
        continue;
      target.window = child;
      target.x -= x;
      target.y -= y;
      deeper = true;
    }
  }
  return target;
}

void send(GdkEvent* event, GdkDevice* device) {
  gdk_event_set_device(event, device);
  gdk_event_set_source_device(event, device);
  gtk_main_do_event(event);
  gdk_event_free(event);
}

void cross(wxWindow* window, wxPoint point, GdkEventType type) {
  const Target target = targetAt(window, point);
  GdkEvent* const event = gdk_event_new(type);
  event->crossing.window = GDK_WINDOW(g_object_ref(target.window));
  event->crossing.time = nextTime(10);
  event->crossing.x = target.x;
  event->crossing.y = target.y;
  event->crossing.x_root = target.rootX;
  event->crossing.y_root = target.rootY;
  event->crossing.mode = GDK_CROSSING_NORMAL;
  event->crossing.detail = GDK_NOTIFY_ANCESTOR;
  send(event, gdk_seat_get_pointer(seat()));
}

void button(wxWindow* window, wxPoint point, GdkEventType type) {
  const Target target = targetAt(window, point);
  GdkEvent* const event = gdk_event_new(type);
  event->button.window = GDK_WINDOW(g_object_ref(target.window));
  event->button.time = nextTime(10);
  event->button.x = target.x;
  event->button.y = target.y;
  event->button.x_root = target.rootX;
  event->button.y_root = target.rootY;
  event->button.button = 1;
  event->button.state = type == GDK_BUTTON_PRESS ? 0 : GDK_BUTTON1_MASK;
  send(event, gdk_seat_get_pointer(seat()));
}

}  // namespace

void click(wxWindow* window) {
  const wxSize size = window->GetSize();
  clickAt(window, wxPoint(size.x / 2, size.y / 2));
}

void clickAt(wxWindow* window, wxPoint point) {
  cross(window, point, GDK_ENTER_NOTIFY);
  button(window, point, GDK_BUTTON_PRESS);
  button(window, point, GDK_BUTTON_RELEASE);
  cross(window, point, GDK_LEAVE_NOTIFY);
  // Two clicks are not a double click.
  nextTime(1000);
}

void pressKey(wxWindow* window, guint keyval, guint modifiers) {
  GtkWidget* const top = gtk_widget_get_toplevel(window->GetHandle());
  for (const auto type : {GDK_KEY_PRESS, GDK_KEY_RELEASE}) {
    GdkEvent* const event = gdk_event_new(type);
    event->key.window = GDK_WINDOW(g_object_ref(gtk_widget_get_window(top)));
    event->key.time = nextTime(10);
    event->key.keyval = keyval;
    event->key.state = modifiers;
    GdkKeymapKey* keys = nullptr;
    gint count = 0;
    GdkKeymap* const keymap = gdk_keymap_get_for_display(gdk_display_get_default());
    if (gdk_keymap_get_entries_for_keyval(keymap, keyval, &keys, &count)) {
      event->key.hardware_keycode = static_cast<guint16>(keys[0].keycode);
      event->key.group = static_cast<guint8>(keys[0].group);
      g_free(keys);
    }
    send(event, gdk_seat_get_keyboard(seat()));
  }
}

void type(wxWindow* window, std::string_view utf8) {
  for (const wxUniChar letter : wxString::FromUTF8(utf8.data(), utf8.size()))
    pressKey(window, gdk_unicode_to_keyval(letter.GetValue()));
}

}  // namespace unknot::gui_test

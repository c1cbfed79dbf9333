#include "gui/synthetic.h"

#include <wx/string.h>

#include <array>
#include <cstdlib>

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

guint maskOf(guint button) {
  return button == 1 ? GDK_BUTTON1_MASK : button == 2 ? GDK_BUTTON2_MASK : GDK_BUTTON3_MASK;
}

void button(wxWindow* window, wxPoint point, GdkEventType type, guint number, guint state) {
  const Target target = targetAt(window, point);
  GdkEvent* const event = gdk_event_new(type);
  event->button.window = GDK_WINDOW(g_object_ref(target.window));
  event->button.time = nextTime(10);
  event->button.x = target.x;
  event->button.y = target.y;
  event->button.x_root = target.rootX;
  event->button.y_root = target.rootY;
  event->button.button = number;
  event->button.state = state;
  send(event, gdk_seat_get_pointer(seat()));
}

void motion(wxWindow* window, wxPoint point, guint state) {
  const Target target = targetAt(window, point);
  GdkEvent* const event = gdk_event_new(GDK_MOTION_NOTIFY);
  event->motion.window = GDK_WINDOW(g_object_ref(target.window));
  event->motion.time = nextTime(10);
  event->motion.x = target.x;
  event->motion.y = target.y;
  event->motion.x_root = target.rootX;
  event->motion.y_root = target.rootY;
  event->motion.state = state;
  send(event, gdk_seat_get_pointer(seat()));
}

// No test machine has one; it is of the kind of the pointer that is there, and says what it is.
GdkDevice* touchScreen() {
  static GdkDevice* const device = [] {
    GdkDevice* const pointer = gdk_seat_get_pointer(seat());
    return GDK_DEVICE(g_object_new(G_OBJECT_TYPE(pointer), "display", gdk_display_get_default(), "name",
                                   "test touch screen", "type", GDK_DEVICE_TYPE_SLAVE, "input-source",
                                   GDK_SOURCE_TOUCHSCREEN, "input-mode", GDK_MODE_SCREEN, "has-cursor", FALSE,
                                   nullptr));
  }();
  return device;
}

}  // namespace

void click(wxWindow* window) {
  const wxSize size = window->GetSize();
  clickAt(window, wxPoint(size.x / 2, size.y / 2));
}

void clickAt(wxWindow* window, wxPoint point) {
  cross(window, point, GDK_ENTER_NOTIFY);
  pressButton(window, point);
  releaseButton(window, point);
  cross(window, point, GDK_LEAVE_NOTIFY);
  // Two clicks are not a double click.
  nextTime(1000);
}

void pressButton(wxWindow* window, wxPoint point, guint number, guint modifiers) {
  button(window, point, GDK_BUTTON_PRESS, number, modifiers);
}

void moveHeld(wxWindow* window, wxPoint point, guint number) {
  motion(window, point, maskOf(number));
}

void releaseButton(wxWindow* window, wxPoint point, guint number) {
  button(window, point, GDK_BUTTON_RELEASE, number, maskOf(number));
}

void drag(wxWindow* window, wxPoint from, wxPoint to, guint number) {
  constexpr int kSteps = 12;
  pressButton(window, from, number);
  for (int i = 1; i <= kSteps; ++i)
    moveHeld(window, from + wxPoint((to.x - from.x) * i / kSteps, (to.y - from.y) * i / kSteps), number);
  releaseButton(window, to, number);
  nextTime(1000);
}

void pointAt(wxWindow* window, wxPoint point) {
  motion(window, point, 0);
}

void turnWheel(wxWindow* window, wxPoint point, int notches, guint modifiers) {
  for (int i = 0; i < std::abs(notches); ++i) {
    const Target target = targetAt(window, point);
    GdkEvent* const event = gdk_event_new(GDK_SCROLL);
    event->scroll.window = GDK_WINDOW(g_object_ref(target.window));
    event->scroll.time = nextTime(10);
    event->scroll.x = target.x;
    event->scroll.y = target.y;
    event->scroll.x_root = target.rootX;
    event->scroll.y_root = target.rootY;
    event->scroll.direction = notches > 0 ? GDK_SCROLL_UP : GDK_SCROLL_DOWN;
    event->scroll.state = modifiers;
    send(event, gdk_seat_get_pointer(seat()));
  }
}

void touch(wxWindow* window, GdkEventType type, wxPoint point, int finger) {
  const Target target = targetAt(window, point);
  GdkEvent* const event = gdk_event_new(type);
  event->touch.window = GDK_WINDOW(g_object_ref(target.window));
  event->touch.time = nextTime(10);
  event->touch.x = target.x;
  event->touch.y = target.y;
  event->touch.x_root = target.rootX;
  event->touch.y_root = target.rootY;
  // GDK only compares it.
  static std::array<char, 3> fingers{};
  event->touch.sequence = reinterpret_cast<GdkEventSequence*>(&fingers.at(static_cast<std::size_t>(finger)));
  event->touch.emulating_pointer = finger == 1;
  gdk_event_set_device(event, gdk_seat_get_pointer(seat()));
  gdk_event_set_source_device(event, touchScreen());
  gtk_main_do_event(event);
  gdk_event_free(event);
}

void tapWithFinger(wxWindow* window, wxPoint point) {
  touch(window, GDK_TOUCH_BEGIN, point);
  touch(window, GDK_TOUCH_END, point);
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

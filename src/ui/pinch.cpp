#include "ui/pinch.h"

#include <gtk/gtk.h>

#include <utility>

namespace unknot::ui {

Pinch::Pinch(wxWindow* window, std::function<void(core::Point, double)> moved, std::function<void()> ended)
    : m_moved(std::move(moved)),
      m_ended(std::move(ended)),
      m_gesture(gtk_gesture_zoom_new(static_cast<GtkWidget*>(window->GetHandle()))) {
  // Before the window, which makes a mouse of the first finger and keeps it.
  gtk_event_controller_set_propagation_phase(GTK_EVENT_CONTROLLER(m_gesture), GTK_PHASE_CAPTURE);
  using Heard = void (*)(GtkGesture*, GdkEventSequence*, Pinch*);
  const Heard begun = [](GtkGesture* gesture, GdkEventSequence*, Pinch* self) {
    // From here on neither of the fingers is a mouse.
    gtk_gesture_set_state(gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    self->tell();
  };
  const Heard updated = [](GtkGesture*, GdkEventSequence*, Pinch* self) { self->tell(); };
  const Heard ends = [](GtkGesture*, GdkEventSequence*, Pinch* self) { self->m_ended(); };
  g_signal_connect(m_gesture, "begin", G_CALLBACK(begun), this);
  g_signal_connect(m_gesture, "update", G_CALLBACK(updated), this);
  g_signal_connect(m_gesture, "end", G_CALLBACK(ends), this);
  g_signal_connect(m_gesture, "cancel", G_CALLBACK(ends), this);
}

Pinch::~Pinch() {
  g_signal_handlers_disconnect_by_data(m_gesture, this);
  g_object_unref(m_gesture);
}

void Pinch::tell() const {
  core::Point middle;
  if (gtk_gesture_get_bounding_box_center(m_gesture, &middle.x, &middle.y))
    m_moved(middle, gtk_gesture_zoom_get_scale_delta(GTK_GESTURE_ZOOM(m_gesture)));
}

}  // namespace unknot::ui

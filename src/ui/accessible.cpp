#include "ui/accessible.h"

#include <atk/atk.h>
#include <gtk/gtk.h>

#include <functional>
#include <string>

namespace unknot::ui {

namespace {

// wx wraps lists, multi-line texts and choices: the reader meets the inner widget, so both carry the name.
void forEachAccessible(const wxWindow* window, const std::function<void(AtkObject*)>& visit) {
  auto* const outer = static_cast<GtkWidget*>(window->GetHandle());
  if (outer == nullptr) return;
  visit(gtk_widget_get_accessible(outer));
  if (!GTK_IS_SCROLLED_WINDOW(outer) && !GTK_IS_COMBO_BOX(outer) && !GTK_IS_EVENT_BOX(outer)) return;
  if (GtkWidget* inner = gtk_bin_get_child(GTK_BIN(outer))) visit(gtk_widget_get_accessible(inner));
}

}  // namespace

void setAccessibleName(wxWindow* window, std::string_view name) {
  const std::string text(name);
  forEachAccessible(window, [&](AtkObject* object) { atk_object_set_name(object, text.c_str()); });
}

void setAccessibleDescription(wxWindow* window, std::string_view description) {
  const std::string text(description);
  forEachAccessible(window, [&](AtkObject* object) { atk_object_set_description(object, text.c_str()); });
}

wxString accessibleName(const wxWindow* window) {
  const char* const name =
      atk_object_get_name(gtk_widget_get_accessible(static_cast<GtkWidget*>(window->GetHandle())));
  return name == nullptr ? wxString() : wxString::FromUTF8(name);
}

void setLabelledBy(wxWindow* field, wxWindow* label) {
  AtkObject* const labelObject = gtk_widget_get_accessible(static_cast<GtkWidget*>(label->GetHandle()));
  forEachAccessible(field, [&](AtkObject* object) {
    atk_object_add_relationship(object, ATK_RELATION_LABELLED_BY, labelObject);
  });
}

}  // namespace unknot::ui

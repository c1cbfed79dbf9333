// What a screen reader says. wx's labels and SetName reach nobody on GTK; these do. Every control gets a
// name.
#pragma once

#include <wx/window.h>

#include <string_view>

namespace unknot::ui {

void setAccessibleName(wxWindow* window, std::string_view name);
void setAccessibleDescription(wxWindow* window, std::string_view description);
// What tests and readers find; "" where none was given.
wxString accessibleName(const wxWindow* window);
// Ties a label to its field, so that a reader says the label when the field gets the focus.
void setLabelledBy(wxWindow* field, wxWindow* label);

}  // namespace unknot::ui

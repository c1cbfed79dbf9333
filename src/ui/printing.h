// To the printer through the system's own dialog.
#pragma once

#include <wx/window.h>

#include <functional>
#include <string>

#include "core/message.h"

namespace unknot::ui {

// Shows the system's print dialog and spools `pdf` byte for byte: nothing is drawn again on the way.
// `onProblem` is called when the spooler refuses. The bytes go through a file that only this user can read
// and that is removed at once.
void printPdf(wxWindow* parent, const std::string& title, const std::string& pdf,
              std::function<void(const core::Message&)> onProblem);

}  // namespace unknot::ui

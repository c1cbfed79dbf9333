// To the printer through the system's own dialog.
#pragma once

#include <wx/window.h>

#include <functional>
#include <string>

#include "core/message.h"
#include "core/words.h"

namespace unknot::ui {

// Sends a PDF byte for byte to the printer that was chosen: nothing is drawn again on the way. False when the
// spooler does not take it.
using SendToPrinter = std::function<bool(const std::string& pdf)>;

// Shows the system's print dialog; nothing when the person changed their mind. `onProblem` is called later,
// on the window's thread, when the spooler gives up a document that it had taken. The bytes go through
// memory: no file of them is ever made here.
SendToPrinter choosePrinter(wxWindow* parent, const std::string& title,
                            std::function<void(const core::Message&)> onProblem);
// For a place: what the spooler says later is told over the window, even when the place is long closed.
SendToPrinter choosePrinterFor(wxWindow* place, const core::Words& words, const std::string& title);

}  // namespace unknot::ui

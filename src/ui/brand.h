// The program's mark and name.
#pragma once

#include <wx/panel.h>

#include "ui/surroundings.h"

namespace unknot::ui {

// On the page's ground; `onRail` for the dark one.
wxWindow* makeBrand(wxWindow* parent, const Surroundings& around, bool onRail = false);

}  // namespace unknot::ui

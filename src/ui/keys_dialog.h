// F1: the keys that work right now.
#pragma once

#include <wx/dialog.h>

#include <functional>
#include <vector>

#include "ui/place.h"

namespace unknot::ui {

class KeysDialog final : public wxDialog {
 public:
  // `own`: keys of the place that is seen, beside those of the commands it can perform.
  KeysDialog(wxWindow* parent, const Surroundings& around, const std::function<bool(Command)>& canPerform,
             const std::vector<KeyHelp>& own);
};

}  // namespace unknot::ui

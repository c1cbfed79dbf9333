// F1: the keys that work right now.
#pragma once

#include <wx/dialog.h>

#include <functional>

#include "ui/commands.h"
#include "ui/surroundings.h"

namespace unknot::ui {

class KeysDialog final : public wxDialog {
 public:
  KeysDialog(wxWindow* parent, const Surroundings& around, const std::function<bool(Command)>& canPerform);
};

}  // namespace unknot::ui

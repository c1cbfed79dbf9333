#include "ui/text.h"

#include <wx/control.h>

namespace unknot::ui {

wxString literalLabel(std::string_view utf8) {
  return wxControl::EscapeMnemonics(toWx(utf8));
}

}  // namespace unknot::ui

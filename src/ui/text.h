// UTF-8 below the window, wxString inside it. wx's own conversions follow the locale and lose text; these
// never do.
#pragma once

#include <wx/string.h>

#include <string>
#include <string_view>

namespace unknot::ui {

inline wxString toWx(std::string_view utf8) {
  return wxString::FromUTF8(utf8.data(), utf8.size());
}

inline std::string toUtf8(const wxString& text) {
  return text.utf8_string();
}

// For labels that show what a person typed: wx reads "&" as the mark of a mnemonic.
wxString literalLabel(std::string_view utf8);

}  // namespace unknot::ui

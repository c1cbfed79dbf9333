// A field for notes of several lines. What a dictionary does not know is underlined while it is typed, where
// the system has a checker (gspell) and a dictionary. Never for names.
#pragma once

#include <wx/textctrl.h>

#include <string_view>

namespace unknot::ui {

class NotesField final : public wxTextCtrl {
 public:
  NotesField(wxWindow* parent, std::string_view language);

 protected:
  // wx takes the text out of its view meanwhile, and with it every mark; a checker that is at work would
  // leave marks behind that are gone by then.
  void DoFreeze() override;
  void DoThaw() override;

 private:
  bool m_checked = false;
};

}  // namespace unknot::ui

// Find, what is saved, and who is working.
#pragma once

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>
#include <string>

#include "ui/surroundings.h"

namespace unknot::ui {

class TopBar final : public wxPanel {
 public:
  TopBar(wxWindow* parent, const Surroundings& around, const std::string& userName);

  void focusFind();
  void clearFind();
  wxTextCtrl* find() const { return m_find; }
  void setCanGoBack(bool can);
  void setSaveStatus(const wxString& text);

  std::function<void()> onBack;
  std::function<void(std::string)> onFind;  // with each letter
  std::function<void()> onOpenFirst;        // Enter
  std::function<void()> onDown;             // to the list
  std::function<void()> onEscape;

 private:
  void onKey(wxKeyEvent& event);

  wxButton* m_back;
  wxTextCtrl* m_find;
  wxStaticText* m_saved;
};

}  // namespace unknot::ui

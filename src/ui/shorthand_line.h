// The line in which a region is charted by typing: "l ql 3>1 C AP". Enter adds, Tab takes the first region
// suggested; what is wrong stands under it, with the caret at the place.
#pragma once

#include <wx/panel.h>
#include <wx/textctrl.h>

#include "app/session_presenter.h"
#include "ui/controls.h"

namespace unknot::ui {

class ShorthandLine final : public wxPanel {
 public:
  // Keeps both references for as long as it lives.
  ShorthandLine(wxWindow* parent, const Surroundings& around, app::SessionPresenter& presenter);
  void show(const app::SessionState& state);
  wxTextCtrl* field() const { return m_line; }
  const wxWindow& issue() const { return *m_issue; }
  // The name of the region under the pointer, where no region is being typed.
  void showHovered(const std::string& name);
  // Puts the caret into the line, with `begin` typed already.
  void begin(const wxString& begin);
  // Enters what is typed, as Enter would. False when it can't be read and still stands there.
  bool take();

 private:
  void enter();
  void suggest();
  bool complete();

  const Surroundings& m_around;
  app::SessionPresenter& m_presenter;
  wxTextCtrl* m_line = nullptr;
  FlowText* m_issue = nullptr;
  wxStaticText* m_beside = nullptr;  // what is suggested, else what is pointed at
  std::string m_hovered;
};

}  // namespace unknot::ui

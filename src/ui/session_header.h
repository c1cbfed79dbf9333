// The top of the session screen: whose it is, its day and minutes with the room timer, and the signing.
#pragma once

#include <wx/panel.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

#include <functional>

#include "app/session_presenter.h"
#include "ui/controls.h"

namespace unknot::ui {

class SessionHeader final : public wxPanel {
 public:
  struct Handlers {
    std::function<void()> sign;
    std::function<void()> laterNote;
    std::function<void()> inError;
    std::function<void()> print;
  };
  // Keeps `around` and `presenter` for as long as it lives.
  SessionHeader(wxWindow* parent, const Surroundings& around, app::SessionPresenter& presenter,
                Handlers handlers);
  void show(const app::SessionState& state, const wxString& heading);
  // Reads what is being typed as the date.
  void takeDate();

 private:
  void addDate(wxSizer* row);
  void addMinutes(wxSizer* row);

  const Surroundings& m_around;
  app::SessionPresenter& m_presenter;
  bool m_mirroring = false;
  bool m_editable = false;
  wxStaticText* m_title = nullptr;
  wxTextCtrl* m_date = nullptr;
  wxTextCtrl* m_minutes = nullptr;
  wxToggleButton* m_timer = nullptr;
  wxButton* m_sign = nullptr;
  wxButton* m_laterNote = nullptr;
  wxButton* m_inError = nullptr;
  FlowText* m_issue = nullptr;
  FlowText* m_entered = nullptr;
};

}  // namespace unknot::ui

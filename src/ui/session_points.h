// The native list of the point marks of a session: to read, to note, to take away, and to add without the
// map.
#pragma once

#include <wx/choice.h>
#include <wx/listbox.h>
#include <wx/panel.h>
#include <wx/textctrl.h>

#include <vector>

#include "app/session_presenter.h"
#include "ui/controls.h"

namespace unknot::ui {

class SessionPoints final : public wxPanel {
 public:
  // Keeps both references for as long as it lives.
  SessionPoints(wxWindow* parent, const Surroundings& around, app::SessionPresenter& presenter);
  void show(const app::SessionState& state);

 private:
  void addKinds(wxSizer* column);
  wxString lineOf(const app::PointRow& row) const;

  const Surroundings& m_around;
  app::SessionPresenter& m_presenter;
  bool m_mirroring = false;
  std::vector<app::PointRow> m_shown;
  wxListBox* m_list = nullptr;
  wxTextCtrl* m_note = nullptr;
  wxButton* m_remove = nullptr;
  wxChoice* m_add = nullptr;
  FlowText* m_help = nullptr;
};

}  // namespace unknot::ui

// Pain, sleep, stress, mood and the practice's own scales of one session, before and after hands-on.
#pragma once

#include <wx/choice.h>
#include <wx/panel.h>

#include <string>
#include <vector>

#include "app/session_presenter.h"
#include "ui/controls.h"

namespace unknot::ui {

class SessionMeasures final : public wxPanel {
 public:
  // `scales`: names of the practice's own. Keeps `around` and `presenter` for as long as it lives.
  SessionMeasures(wxWindow* parent, const Surroundings& around, const std::vector<std::string>& scales,
                  app::SessionPresenter& presenter);
  void show(const domain::SessionContent& content, bool editable);

 private:
  struct Field {
    std::string instrument;
    std::string item;
    domain::Moment moment;
    int low;
    wxChoice* choice;
  };
  void addColumn(wxSizer* row, const std::string& instrument, const std::string& item);

  const Surroundings& m_around;
  app::SessionPresenter& m_presenter;
  std::vector<Field> m_fields;
};

}  // namespace unknot::ui

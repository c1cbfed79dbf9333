// What is seen standing, walking and lying, before and after: a line an item, a choice for each moment.
#pragma once

#include <wx/choice.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>

#include <map>
#include <string>
#include <utility>

#include "app/session_presenter.h"
#include "ui/controls.h"

namespace unknot::ui {

class SessionObservations final : public wxScrolledWindow {
 public:
  // Keeps all but the parent for as long as it lives.
  SessionObservations(wxWindow* parent, const Surroundings& around, const domain::ObservationList& list,
                      app::SessionPresenter& presenter);
  void show(const domain::SessionContent& content, bool editable);

 private:
  wxSizer* makeGroup(const domain::ObservationGroup& group);
  wxChoice* addChoice(wxSizer* row, const domain::ObservationItem& item, domain::Moment moment);

  const Surroundings& m_around;
  const domain::ObservationList& m_list;
  app::SessionPresenter& m_presenter;
  wxBoxSizer* m_halves = nullptr;
  std::map<std::string, std::pair<wxChoice*, wxChoice*>> m_choices;  // before and after, by item
};

}  // namespace unknot::ui

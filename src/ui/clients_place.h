#pragma once

#include <wx/sizer.h>

#include "app/clients_presenter.h"
#include "ui/client_list.h"
#include "ui/controls.h"
#include "ui/navigation.h"
#include "ui/place.h"

namespace unknot::ui {

// Everybody, narrowed by what stands in the find field of the top bar.
class ClientsPlace final : public Place {
 public:
  ClientsPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk, Navigation& navigation);

  wxString title() const override { return around().say("clients.title"); }
  void entered() override { m_presenter.refresh(); }
  std::vector<wxWindow*> panes() override { return {m_list}; }

  void find(const std::string& words) { m_presenter.find(words); }
  // Enter in the find field.
  void openFirst();
  void focusList();

  app::ClientsPresenter& presenter() { return m_presenter; }

 private:
  void mirror(const app::ClientsState& state);

  Navigation& m_navigation;
  app::ClientsPresenter m_presenter;
  ClientList* m_list = nullptr;
  wxStaticText* m_count = nullptr;
  FlowText* m_note = nullptr;
  FlowText* m_problem = nullptr;
};

}  // namespace unknot::ui

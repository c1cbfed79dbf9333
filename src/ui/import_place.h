// Clients come in from a file of another program: choose, look, bring in, undo.
#pragma once

#include <wx/sizer.h>

#include <vector>

#include "app/import_presenter.h"
#include "ui/controls.h"
#include "ui/import_columns.h"
#include "ui/import_doubles.h"
#include "ui/navigation.h"
#include "ui/place.h"

namespace unknot::ui {

class ImportPlace final : public Place {
 public:
  // Keeps all but the parent for as long as it lives.
  ImportPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk, Navigation& navigation);

  void open() { m_presenter.open(); }

  wxString title() const override { return around().say("importClients.title"); }
  void entered() override { focusStep(); }
  bool isWayBack() const override { return false; }
  std::function<void(Navigation&)> reopen() const override;
  std::vector<wxWindow*> panes() override;

  app::ImportPresenter& presenter() { return m_presenter; }

 private:
  wxSizer* makeHead();
  wxWindow* makeStart();
  wxWindow* makeDone();
  void chooseFile();
  void undo(domain::ImportId import);
  void focusStep();
  void mirror(const app::ImportState& state);
  void mirrorButtons(const app::ImportState& state);
  void mirrorEarlier(const app::ImportState& state);

  Navigation& m_navigation;
  app::ImportPresenter m_presenter;
  FlowText* m_title = nullptr;
  FlowText* m_problem = nullptr;
  FlowText* m_notReady = nullptr;
  FlowText* m_progress = nullptr;
  wxWindow* m_start = nullptr;
  wxButton* m_choose = nullptr;
  Card* m_earlierCard = nullptr;
  std::vector<app::EarlierImport> m_earlierShown;
  ImportColumns* m_columns = nullptr;
  ImportDoubles* m_doubles = nullptr;
  wxWindow* m_done = nullptr;
  FlowText* m_result = nullptr;
  wxButton* m_back = nullptr;
  wxButton* m_check = nullptr;
  wxButton* m_bringIn = nullptr;
  wxButton* m_stop = nullptr;
  wxButton* m_undo = nullptr;
  wxButton* m_another = nullptr;
  wxButton* m_showClients = nullptr;
  app::ImportStep m_step = app::ImportStep::choose;
};

}  // namespace unknot::ui

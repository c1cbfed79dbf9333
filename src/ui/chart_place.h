// A client's chart: a band that never scrolls away, and under it the tabs.
#pragma once

#include <wx/notebook.h>
#include <wx/sizer.h>

#include "app/chart_presenter.h"
#include "ui/chart_intake.h"
#include "ui/chart_overview.h"
#include "ui/controls.h"
#include "ui/flag_chips.h"
#include "ui/navigation.h"
#include "ui/place.h"

namespace unknot::ui {

class ChartPlace final : public Place {
 public:
  ChartPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk, Navigation& navigation);

  void open(domain::ClientId client);

  wxString title() const override { return toWx(m_presenter.state().name); }
  void entered() override;
  bool canPerform(Command command) const override;
  void perform(Command command) override;
  std::vector<wxWindow*> panes() override { return {m_band, m_tabs}; }
  std::function<void(Navigation&)> reopen() const override;

  app::ChartPresenter& presenter() { return m_presenter; }
  wxNotebook* tabs() { return m_tabs; }

 private:
  wxWindow* makeBand();
  void makeTabs();
  // A tab with a button and a list that is filled anew with each State.
  Card* addListTab(const char* titleId, const char* buttonId, const char* icon,
                   std::function<void()> onPress);
  void makeDocuments();
  void mirror(const app::ChartState& state);
  void fillHeld(const app::ChartState& state);
  void fillSessions(const app::ChartState& state);
  void fillPlan(const app::ChartState& state);
  void fillDocuments(const app::ChartState& state);
  void startSession();
  void chooseNote();
  void chooseDocument();

  app::Desk& m_desk;
  Navigation& m_navigation;
  app::ChartPresenter m_presenter;
  wxWindow* m_band = nullptr;
  FlowText* m_name = nullptr;
  FlowText* m_facts = nullptr;
  FlagChips* m_flags = nullptr;
  wxPanel* m_held = nullptr;
  std::vector<app::ChartPart> m_heldShown;
  FlowText* m_problem = nullptr;
  wxButton* m_noteOnly = nullptr;
  wxButton* m_start = nullptr;
  wxNotebook* m_tabs = nullptr;
  ChartOverview* m_overview = nullptr;
  ChartIntake* m_intake = nullptr;
  Card* m_sessions = nullptr;
  Card* m_plan = nullptr;
  Card* m_documents = nullptr;
};

}  // namespace unknot::ui

// "This chart belongs together with ...": who it may be, both side by side, and what it would mean.
#pragma once

#include <wx/radiobut.h>
#include <wx/textctrl.h>

#include "app/merge_presenter.h"
#include "ui/controls.h"
#include "ui/navigation.h"
#include "ui/place.h"
#include "ui/text_table.h"

namespace unknot::ui {

class MergePlace final : public Place {
 public:
  MergePlace(wxWindow* parent, const Surroundings& around, app::Desk& desk, Navigation& navigation);

  void open(domain::ClientId client) { m_presenter.open(client); }

  wxString title() const override { return around().say("merge.place"); }
  void entered() override { m_find->SetFocus(); }
  bool isWayBack() const override { return false; }
  std::vector<wxWindow*> panes() override { return {m_find, m_candidates, m_pairs}; }
  std::function<void(Navigation&)> reopen() const override;

  app::MergePresenter& presenter() { return m_presenter; }

 private:
  void makeCandidates(Card* card);
  void makeComparison(Card* card);
  void mirror(const app::MergeState& state);

  Navigation& m_navigation;
  app::MergePresenter m_presenter;
  FlowText* m_question = nullptr;
  wxTextCtrl* m_find = nullptr;
  FlowText* m_none = nullptr;
  TextTable* m_candidates = nullptr;
  wxRadioButton* m_keepThis = nullptr;
  wxRadioButton* m_keepOther = nullptr;
  TextTable* m_pairs = nullptr;
  FlowText* m_means = nullptr;
  FlowText* m_problem = nullptr;
  wxButton* m_merge = nullptr;
};

}  // namespace unknot::ui

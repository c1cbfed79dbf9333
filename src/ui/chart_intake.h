// The Intake tab of a chart: what was answered and what changed, where it hurts in the client's own words,
// and what they agreed to.
#pragma once

#include <wx/choice.h>
#include <wx/sizer.h>

#include "app/chart_presenter.h"
#include "ui/controls.h"
#include "ui/map_picture.h"
#include "ui/navigation.h"

namespace unknot::ui {

class ChartIntake final : public ScrolledPage {
 public:
  // Keeps the references for as long as it lives.
  ChartIntake(wxWindow* parent, const Surroundings& around, const content::Content& content,
              app::ChartPresenter& presenter, Navigation& navigation);
  void show(const app::ChartState& state);

 private:
  wxSizer* makeButtons(Card* card);
  void fillAnswers(const app::ChartState& state);
  void fillConsents(const app::ChartState& state);
  void withdraw(const app::ChartConsent& consent);

  const Surroundings& m_around;
  const content::Content& m_content;
  app::ChartPresenter& m_presenter;
  Navigation& m_navigation;
  Card* m_answers = nullptr;
  Card* m_consents = nullptr;
  FlowText* m_draft = nullptr;
  wxChoice* m_version = nullptr;
  MapPicture* m_places = nullptr;
};

}  // namespace unknot::ui

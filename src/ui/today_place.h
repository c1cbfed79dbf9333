#pragma once

#include <wx/sizer.h>

#include "app/today_presenter.h"
#include "ui/controls.h"
#include "ui/navigation.h"
#include "ui/place.h"

namespace unknot::ui {

class TodayPlace final : public Place {
 public:
  TodayPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk, Navigation& navigation);

  wxString title() const override { return around().say("today.title"); }
  void entered() override;
  std::vector<wxWindow*> panes() override { return {m_page}; }

 private:
  struct Line {
    std::string text;
    std::string aside;
    std::function<void()> open;
  };

  void mirror(const app::TodayState& state);
  Card* addCard(wxSizer* sizer, const char* headingId, const char* icon);
  void fill(Card* card, const std::vector<Line>& lines, const char* emptyId);

  Navigation& m_navigation;
  app::TodayPresenter m_presenter;
  ScrolledPage* m_page;
  wxStaticText* m_greeting = nullptr;
  wxStaticText* m_day = nullptr;
  FlowText* m_problem = nullptr;
  FlowText* m_brokenFiles = nullptr;
  Card* m_unsigned = nullptr;
  Card* m_recent = nullptr;
  Card* m_reviews = nullptr;
};

}  // namespace unknot::ui

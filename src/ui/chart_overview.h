// The first tab of a chart: last time, every session as a small map, the plan.
#pragma once

#include "app/chart_presenter.h"
#include "ui/controls.h"
#include "ui/map_picture.h"
#include "ui/navigation.h"

namespace unknot::ui {

class ChartOverview final : public wxScrolledWindow {
 public:
  ChartOverview(wxWindow* parent, const Surroundings& around, const content::Content& content,
                Navigation& navigation);
  void show(const app::ChartState& state);

 private:
  void makeLastTime(wxSizer* column);
  void showLastTime(const app::ChartState& state);
  void showStrip(const app::ChartState& state);
  void showPlan(const app::ChartState& state);

  const Surroundings& m_around;
  const content::Content& m_content;
  Navigation& m_navigation;
  Card* m_last = nullptr;
  wxStaticText* m_lastHeading = nullptr;
  MapPicture* m_before = nullptr;
  MapPicture* m_after = nullptr;
  wxWindow* m_maps = nullptr;
  wxWindow* m_texts = nullptr;
  Card* m_strip = nullptr;
  Card* m_plan = nullptr;
};

}  // namespace unknot::ui

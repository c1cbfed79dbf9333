// Above the body map: what it shows, the level brush, and the point that a tap puts.
#pragma once

#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/tglbtn.h>

#include <functional>
#include <utility>
#include <vector>

#include "app/session_presenter.h"
#include "ui/controls.h"

namespace unknot::ui {

enum class MapViews { frontAndBack, sides, all };

class MapBar final : public wxPanel {
 public:
  // `onViews` hears which views are wanted. Keeps `around` and `presenter` for as long as it lives.
  MapBar(wxWindow* parent, const Surroundings& around, app::SessionPresenter& presenter,
         std::function<void(MapViews)> onViews);
  void show(const app::SessionState& state);
  // From front and back to the sides, to all of them, and round again.
  void nextViews();

 private:
  wxToggleButton* addToggle(wxSizer* row, const char* id, std::function<void()> onPress);
  void addBrushes(wxSizer* row);
  void addViews(wxSizer* row);
  void addTools(wxSizer* row);

  const Surroundings& m_around;
  app::SessionPresenter& m_presenter;
  std::function<void(MapViews)> m_onViews;
  std::vector<std::pair<app::MapShow, wxToggleButton*>> m_shows;
  wxChoice* m_views = nullptr;
  std::vector<wxToggleButton*> m_brushes;  // none, 0 to 4
  wxChoice* m_tool = nullptr;
};

}  // namespace unknot::ui

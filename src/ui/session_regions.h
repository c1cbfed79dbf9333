// The right side of the session screen: the native list of regions, and the levels, findings, techniques and
// note of those selected.
#pragma once

#include <wx/dataview.h>
#include <wx/panel.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

#include <array>
#include <functional>
#include <vector>

#include "app/session_presenter.h"
#include "ui/controls.h"

namespace unknot::ui {

class RegionListModel;

class SessionRegions final : public wxPanel {
 public:
  // Keeps both for as long as it lives.
  SessionRegions(wxWindow* parent, const Surroundings& around, app::SessionPresenter& presenter);
  void show(const app::SessionState& state);
  wxWindow* list() const;

 private:
  static constexpr int kLevels = 6;  // not looked at, 0 to 4
  using LevelButtons = std::array<wxToggleButton*, kLevels>;

  // With a button behind it that fills the level in from elsewhere.
  LevelButtons makeLevels(wxSizer* sizer, const char* labelId, draw::MapMoment moment, const char* quickId,
                          std::function<void()> quick);
  template <std::size_t N, class Mark>
  void makeMarks(wxSizer* sizer, const char* labelId,
                 const std::array<std::pair<const char*, Mark>, N>& marks,
                 std::array<wxToggleButton*, N>& buttons);
  static void showLevel(const LevelButtons& buttons, std::optional<int> level, bool mixed);
  void selectInList(const std::vector<domain::RegionSlug>& selected);

  const Surroundings& m_around;
  app::SessionPresenter& m_presenter;
  wxStaticText* m_summary = nullptr;
  wxDataViewCtrl* m_list = nullptr;
  wxObjectDataPtr<RegionListModel> m_model;
  wxStaticText* m_selected = nullptr;
  LevelButtons m_before{};
  LevelButtons m_after{};
  std::array<wxToggleButton*, 3> m_findings{};
  std::array<wxToggleButton*, 3> m_techniques{};
  wxTextCtrl* m_note = nullptr;
  wxPanel* m_editor = nullptr;
  bool m_mirroring = false;  // a change comes from the state, not from the person
};

}  // namespace unknot::ui

// A returned week: a box a day and movement, or an answer from memory; beside it what came back before.
#pragma once

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/textctrl.h>

#include <array>
#include <vector>

#include "app/practice_log_presenter.h"
#include "ui/controls.h"
#include "ui/navigation.h"
#include "ui/place.h"

namespace unknot::ui {

class PracticeLogPlace final : public Place {
 public:
  // Keeps all but the parent for as long as it lives.
  PracticeLogPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk, Navigation& navigation);

  void open(domain::ClientId client);

  wxString title() const override;
  void entered() override;
  void flush(Done done) override;
  std::vector<KeyHelp> keys() const override;
  std::vector<wxWindow*> panes() override;
  core::Message saveStatus() const override;
  bool canPerform(Command command) const override { return command == Command::save; }
  void perform(Command command) override;
  std::function<void(Navigation&)> reopen() const override;

  // For tests.
  app::PracticeLogPresenter& presenter() { return m_presenter; }
  wxCheckBox* box(std::size_t row, std::size_t day) const { return m_boxes.at(row).at(day); }

 private:
  using Boxes = std::vector<std::array<wxCheckBox*, domain::kDaysOfWeek>>;

  wxSizer* makeEntry();
  wxSizer* makeHistory();
  void makeGrid(const app::PracticeLogState& state);
  void mirror(const app::PracticeLogState& state);
  // Arrow keys and A, while a box of the grid has the focus. False for any other key.
  bool takeKey(const wxKeyEvent& event);

  Navigation& m_navigation;
  app::PracticeLogPresenter m_presenter;
  std::vector<domain::ExerciseSlug> m_gridOf;  // the movements that the grid was made for
  Boxes m_boxes;

  FlowText* m_title = nullptr;
  FlowText* m_week = nullptr;
  wxButton* m_later = nullptr;
  wxPanel* m_grid = nullptr;
  FlowText* m_none = nullptr;
  wxCheckBox* m_notBrought = nullptr;
  wxPanel* m_memory = nullptr;
  wxChoice* m_answer = nullptr;
  wxTextCtrl* m_note = nullptr;
  FlowText* m_summary = nullptr;
  FlowText* m_problem = nullptr;
  ScrolledPage* m_history = nullptr;
  std::vector<std::string> m_historyShown;
};

}  // namespace unknot::ui

// Home practice: the library as pictures on the left, the client's plan on the right.
#pragma once

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/notebook.h>
#include <wx/spinctrl.h>

#include <memory>
#include <vector>

#include "app/home_practice_presenter.h"
#include "ui/controls.h"
#include "ui/exercise_pictures.h"
#include "ui/navigation.h"
#include "ui/place.h"

namespace unknot::ui {

class LibraryGrid;
class PlanList;

class HomePracticePlace final : public Place {
 public:
  // Keeps all but the parent for as long as it lives.
  HomePracticePlace(wxWindow* parent, const Surroundings& around, app::Workspace& work,
                    const content::Content& content, const core::Clock& clock, Navigation& navigation);

  void open(domain::ClientId client);

  wxString title() const override;
  void entered() override;
  void flush(Done done) override;
  std::vector<wxWindow*> panes() override;
  std::vector<KeyHelp> keys() const override;
  core::Message saveStatus() const override;
  bool canPerform(Command command) const override;
  void perform(Command command) override;
  std::function<void(Navigation&)> reopen() const override;

  // For tests.
  app::HomePracticePresenter& presenter() { return *m_presenter; }

 private:
  wxSizer* makeLibrary();
  wxWindow* makePlanTabs();
  wxSizer* makePlan(wxWindow* parent);
  wxSizer* makeWhole(wxWindow* parent);
  wxSizer* makeItemEditor(wxWindow* parent);
  wxSpinCtrl* addNumber(wxWindow* parent, wxSizer* sizer, const char* labelId, int low, int high,
                        std::function<void(int)> onEdit);
  void show(const app::HomePracticeState& state);
  void preview();
  // The field tells by itself only when it is left; a key or a click elsewhere can come before that.
  void save(Done done);
  void takeReview();
  void takeVideo();
  void showShelves(const app::HomePracticeState& state);
  void showButtons();
  void keepAsTemplate();
  // The card that has the selection; nullptr when none has.
  const app::LibraryCard* chosenCard() const;
  void renameTemplate();
  void removeChosen();

  const content::Content& m_content;
  Navigation& m_navigation;
  ExercisePictures m_pictures;
  std::unique_ptr<app::HomePracticePresenter> m_presenter;
  app::HomePracticeState m_shown;
  bool m_mirroring = false;
  std::string m_videoShown;  // movement and address that the field was filled with

  FlowText* m_title = nullptr;
  wxTextCtrl* m_search = nullptr;
  wxChoice* m_shelf = nullptr;
  wxChoice* m_position = nullptr;
  FlowText* m_grounds = nullptr;
  LibraryGrid* m_library = nullptr;
  wxButton* m_add = nullptr;
  wxButton* m_putBack = nullptr;
  wxButton* m_own = nullptr;
  wxButton* m_rename = nullptr;
  wxButton* m_remove = nullptr;
  wxNotebook* m_tabs = nullptr;
  PlanList* m_plan = nullptr;
  wxPanel* m_editor = nullptr;
  wxChoice* m_side = nullptr;
  wxSpinCtrl* m_repetitions = nullptr;
  wxSpinCtrl* m_rounds = nullptr;
  wxSpinCtrl* m_timesADay = nullptr;
  wxSpinCtrl* m_minutes = nullptr;
  wxTextCtrl* m_cue = nullptr;
  FlowText* m_care = nullptr;
  FlowText* m_against = nullptr;
  wxStaticText* m_reasonLabel = nullptr;
  wxTextCtrl* m_reason = nullptr;
  wxTextCtrl* m_video = nullptr;
  FlowText* m_videoIssue = nullptr;
  wxChoice* m_weeks = nullptr;
  wxCheckBox* m_grouped = nullptr;
  wxButton* m_keep = nullptr;
  wxTextCtrl* m_note = nullptr;
  wxTextCtrl* m_review = nullptr;
  FlowText* m_reviewIssue = nullptr;
  FlowText* m_many = nullptr;
  FlowText* m_problem = nullptr;
};

}  // namespace unknot::ui

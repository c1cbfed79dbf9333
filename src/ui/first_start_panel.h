// The first minutes: three ways in, the few questions of setting up, and the recovery key.
#pragma once

#include <wx/choice.h>
#include <wx/textctrl.h>

#include <functional>
#include <memory>

#include "app/first_start_presenter.h"
#include "ui/controls.h"
#include "ui/form.h"
#include "ui/services.h"

namespace unknot::ui {

class FirstStartPanel final : public wxPanel {
 public:
  FirstStartPanel(wxWindow* parent, const Services& services, const Surroundings& around);

  std::function<void(app::RoomPtr)> onOpened;
  std::function<void(const std::filesystem::path&)> onOpenExisting;

  // Asks first while the recovery key is on the screen: it is shown this once.
  bool mayLeave();

 private:
  wxWindow* makeChoice(wxWindow* parent);
  wxWindow* makeDetails(wxWindow* parent);
  wxWindow* makeRecovery(wxWindow* parent);
  void mirror(const app::FirstStartState& state);
  void mirrorRecovery(const app::FirstStartState& state);
  void create();
  void chooseFolder();
  void openExisting();
  void saveSheet();

  const Surroundings& m_around;
  const Services& m_services;
  app::FirstStartPresenter m_presenter;
  wxWindow* m_choice = nullptr;
  wxWindow* m_details = nullptr;
  wxWindow* m_recovery = nullptr;
  std::unique_ptr<Form> m_form;
  std::unique_ptr<Form> m_recoveryForm;
  wxTextCtrl* m_practiceName = nullptr;
  wxTextCtrl* m_userName = nullptr;
  wxTextCtrl* m_password = nullptr;
  wxTextCtrl* m_again = nullptr;
  wxTextCtrl* m_folder = nullptr;
  wxChoice* m_paper = nullptr;
  wxButton* m_create = nullptr;
  wxButton* m_begin = nullptr;
  wxButton* m_look = nullptr;
  wxTextCtrl* m_key = nullptr;
  wxTextCtrl* m_group1 = nullptr;
  wxTextCtrl* m_group2 = nullptr;
  wxStaticText* m_kept = nullptr;
  FlowText* m_problem = nullptr;
  FlowText* m_waiting = nullptr;
  app::FirstStartState::Step m_step = app::FirstStartState::Step::choose;
};

}  // namespace unknot::ui

// The practice's own details: who works there, and what is printed of it.
#pragma once

#include <wx/choice.h>
#include <wx/textctrl.h>

#include <memory>

#include "app/practice_details_presenter.h"
#include "ui/controls.h"
#include "ui/form.h"
#include "ui/photo_view.h"
#include "ui/place.h"

namespace unknot::ui {

class PracticeDetailsPlace final : public Place {
 public:
  // Keeps all but the parent for as long as it lives.
  PracticeDetailsPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk);

  void open();

  wxString title() const override;
  void entered() override { m_practitioner->SetFocus(); }
  void flush(Done done) override;
  bool isWayBack() const override { return false; }
  std::vector<wxWindow*> panes() override { return {m_practitioner}; }
  core::Message saveStatus() const override;
  bool canPerform(Command command) const override { return command == Command::save; }
  void perform(Command command) override;

  // For tests.
  app::PracticeDetailsPresenter& presenter() { return m_presenter; }
  wxWindow* logo() { return m_logo; }

 private:
  wxWindow* makeLogo(wxWindow* parent);
  void mirror(const app::PracticeDetailsState& state);

  app::PracticeDetailsPresenter m_presenter;
  std::unique_ptr<Form> m_form;
  wxTextCtrl* m_practitioner = nullptr;
  wxTextCtrl* m_phone = nullptr;
  wxTextCtrl* m_accent = nullptr;
  wxChoice* m_paper = nullptr;
  wxTextCtrl* m_emergencyNumber = nullptr;
  wxTextCtrl* m_adultAge = nullptr;
  wxPanel* m_logoBox = nullptr;
  PhotoView* m_logo = nullptr;
  wxButton* m_chooseLogo = nullptr;
  wxButton* m_removeLogo = nullptr;
  FlowText* m_problem = nullptr;
};

}  // namespace unknot::ui

// The intake form for the practitioner: one calm page of sections, made from the questionnaire.
#pragma once

#include <wx/sizer.h>

#include <memory>
#include <vector>

#include "app/intake_presenter.h"
#include "ui/controls.h"
#include "ui/form.h"
#include "ui/navigation.h"
#include "ui/place.h"

namespace unknot::ui {

class IntakePlace final : public Place {
 public:
  IntakePlace(wxWindow* parent, const Surroundings& around, app::Desk& desk, Navigation& navigation);

  void open(domain::ClientId client);

  wxString title() const override { return around().say("intake.title"); }
  void flush(Done done) override;
  bool isWayBack() const override { return false; }
  bool canPerform(Command command) const override { return command == Command::save; }
  void perform(Command) override { save(); }
  std::function<void(Navigation&)> reopen() const override;
  std::vector<wxWindow*> panes() override { return {m_page}; }

 private:
  // Made anew for each client that is opened: the questions are data.
  void makeQuestions();
  void addQuestion(Card* card, Form& form, const domain::Question& question);
  void addChoices(wxPanel* panel, const domain::Question& question);
  void mirror(const app::IntakeState& state);
  void save();

  Navigation& m_navigation;
  app::IntakePresenter m_presenter;
  ScrolledPage* m_page;
  wxStaticText* m_heading = nullptr;
  FlowText* m_problem = nullptr;
  wxButton* m_save = nullptr;
  wxPanel* m_questions = nullptr;
  std::vector<std::unique_ptr<Form>> m_forms;
  std::string m_madeFor;
};

}  // namespace unknot::ui

// The intake form for the practitioner: one calm page of sections, made from the questionnaire.
#pragma once

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/timer.h>

#include <string>
#include <vector>

#include "app/intake_presenter.h"
#include "ui/controls.h"
#include "ui/form_offer.h"
#include "ui/navigation.h"
#include "ui/place.h"
#include "ui/question_form.h"

namespace unknot::ui {

class IntakePlace final : public Place {
 public:
  IntakePlace(wxWindow* parent, const Surroundings& around, app::Desk& desk, Navigation& navigation);
  ~IntakePlace() override;

  void open(domain::ClientId client);

  wxString title() const override { return around().say("intake.title"); }
  void flush(Done done) override;
  bool isWayBack() const override { return false; }
  bool canPerform(Command command) const override {
    return command == Command::save || command == Command::print;
  }
  void perform(Command command) override;
  std::function<void(Navigation&)> reopen() const override;
  std::vector<wxWindow*> panes() override { return {m_page}; }
  std::vector<KeyHelp> keys() const override { return {{"intake.keyMoreKeys", "intake.keyMore"}}; }
  core::Message saveStatus() const override { return m_presenter.state().saving; }

  // For tests.
  app::IntakePresenter& presenter() { return m_presenter; }

 private:
  wxSizer* makeHead();
  // Made anew for each sheet that is laid out: the questions are data.
  void makeQuestions();
  void relayoutPage();
  void mirror(const app::IntakeState& state);
  void save();
  // What can be done on paper: a blank form, the answers, a form that came back.
  void choosePaper();
  void openForm(bool blank);
  void readForm();

  Navigation& m_navigation;
  app::Desk& m_desk;
  app::IntakePresenter m_presenter;
  ScrolledPage* m_page;
  FlowText* m_heading = nullptr;
  FlowText* m_before = nullptr;
  FlowText* m_problem = nullptr;
  wxButton* m_save = nullptr;
  wxButton* m_paper = nullptr;
  FormOfferCard* m_offer = nullptr;
  wxChoice* m_language = nullptr;
  wxPanel* m_draftBar = nullptr;
  FlowText* m_draftText = nullptr;
  QuestionForm* m_questions = nullptr;
  wxTimer m_timer;
  int m_madeFor = 0;
};

}  // namespace unknot::ui

// The intake form for the practitioner: one calm page of sections, made from the questionnaire.
#pragma once

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/timer.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/intake_presenter.h"
#include "ui/answer_rows.h"
#include "ui/controls.h"
#include "ui/form.h"
#include "ui/navigation.h"
#include "ui/place.h"

namespace unknot::ui {

class IntakePlace final : public Place {
 public:
  IntakePlace(wxWindow* parent, const Surroundings& around, app::Desk& desk, Navigation& navigation);
  ~IntakePlace() override;

  void open(domain::ClientId client);

  wxString title() const override { return around().say("intake.title"); }
  void flush(Done done) override;
  bool isWayBack() const override { return false; }
  bool canPerform(Command command) const override { return command == Command::save; }
  void perform(Command) override { save(); }
  std::function<void(Navigation&)> reopen() const override;
  std::vector<wxWindow*> panes() override { return {m_page}; }
  std::vector<KeyHelp> keys() const override { return {{"intake.keyMoreKeys", "intake.keyMore"}}; }
  core::Message saveStatus() const override { return m_presenter.state().saving; }

 private:
  // What is shown of one question, to be hidden when it isn't asked.
  struct Shown {
    domain::Question question;
    Form* form = nullptr;
    AnswerRows* rows = nullptr;
    std::string help = {};
  };

  wxSizer* makeHead();
  // Made anew for each sheet that is laid out: the questions are data.
  void makeQuestions();
  void addQuestion(Card* card, Form& form, const domain::Question& question);
  void addTyped(Form& form, const domain::Question& question);
  void addChoices(wxPanel* panel, const domain::Question& question);
  // The line beneath a question: its help, or that it was answered without words.
  std::string helpOf(const domain::Question& question) const;
  // Hides what is not asked, shows what is.
  void showAsked();
  void relayoutPage();
  void askOtherKind(const std::string& question);
  void mirror(const app::IntakeState& state);
  void edit(const std::string& question, const std::function<void(app::IntakeSheet&)>& change);
  void setState(const std::string& question, domain::AnswerState state);
  void save();
  std::string focusedQuestion() const;

  Navigation& m_navigation;
  app::Desk& m_desk;
  app::IntakePresenter m_presenter;
  ScrolledPage* m_page;
  FlowText* m_heading = nullptr;
  FlowText* m_before = nullptr;
  FlowText* m_problem = nullptr;
  wxButton* m_save = nullptr;
  wxChoice* m_language = nullptr;
  wxPanel* m_draftBar = nullptr;
  FlowText* m_draftText = nullptr;
  wxPanel* m_questions = nullptr;
  std::vector<std::unique_ptr<Form>> m_forms;
  std::map<std::string, Shown> m_shown;
  std::map<std::string, wxTextCtrl*> m_typed;
  std::vector<std::string> m_asked;  // slugs of what is shown now
  wxTimer m_timer;
  int m_madeFor = 0;
};

}  // namespace unknot::ui

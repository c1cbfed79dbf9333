// Questions of the intake as controls: the practitioner's form and the screen handed to a client are made of
// these. What is not asked is hidden as soon as an answer says so.
#pragma once

#include <wx/panel.h>
#include <wx/textctrl.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/intake_sheet.h"
#include "app/workspace.h"
#include "ui/answer_rows.h"
#include "ui/form.h"
#include "ui/places_map.h"
#include "ui/surroundings.h"

namespace unknot::ui {

// practice: dense, for mouse and keys; "not sure" and its like come by Ctrl+. and by right click.
// client: large buttons for a finger, everything in sight, and a map to point at.
enum class QuestionStyle { practice, client };

class QuestionForm final : public wxPanel {
 public:
  struct Sheet {
    std::function<const app::IntakeSheet&()> read;
    std::function<void(const std::function<void(app::IntakeSheet&)>&)> edit;
    std::function<void()> resized;  // the page around it has to be laid out again
  };
  // `around` speaks the language of the questions where a client reads them. All outlive the form.
  QuestionForm(wxWindow* parent, const Surroundings& around, const content::Content& content,
               QuestionStyle style, Sheet sheet);

  // Lays out those sections of the sheet's questionnaire, by their place in it, in place of the ones before.
  void ask(const std::vector<std::size_t>& sections);
  // Slug of the question that has the focus; "" when none of those that can be answered otherwise has.
  std::string focusedQuestion() const;
  // "Not sure", "I'd rather tell you", or neither: asked by a menu.
  void askOtherKind(const std::string& question);

 private:
  // What is shown of one question, to be hidden when it isn't asked.
  struct Shown {
    domain::Question question;
    Form* form = nullptr;
    AnswerRows* rows = nullptr;
    PlacesMap* map = nullptr;
    std::vector<std::function<void()>> mirrors = {};  // of buttons that follow the sheet
    std::string help = {};
  };

  void addQuestion(wxWindow* card, Form& form, const domain::Question& question);
  void addTyped(Form& form, const domain::Question& question);
  void addRows(wxWindow* card, Form& form, const domain::Question& question);
  void addChoices(wxPanel* panel, const domain::Question& question);
  void addButtons(wxPanel* panel, const domain::Question& question);
  void addStates(wxWindow* card, Form& form, const domain::Question& question);
  void addDetail(Form& form, const domain::Question& question);
  std::vector<domain::QuestionChoice> choicesOf(const domain::Question& question) const;
  // The line beneath a question: its help, or that it was answered without words.
  std::string helpOf(const domain::Question& question) const;
  std::string stateWords(domain::AnswerState state) const;
  const domain::IntakeAnswer* answer(const std::string& question) const;
  // Hides what is not asked, shows what is.
  void showAsked();
  void edit(const std::string& question, const std::function<void(app::IntakeSheet&)>& change);
  void setState(const std::string& question, domain::AnswerState state);

  const Surroundings& m_around;
  const content::Content& m_content;
  QuestionStyle m_style;
  Sheet m_sheet;
  std::vector<std::unique_ptr<Form>> m_forms;
  std::map<std::string, Shown> m_shown;
  std::map<std::string, wxTextCtrl*> m_typed;
  std::vector<std::string> m_asked;  // slugs of what is shown now
};

}  // namespace unknot::ui

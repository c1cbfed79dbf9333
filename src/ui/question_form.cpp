#include "ui/question_form.h"

#include <wx/checkbox.h>
#include <wx/menu.h>
#include <wx/radiobut.h>
#include <wx/tglbtn.h>
#include <wx/wrapsizer.h>

#include <algorithm>

#include "ui/accessible.h"
#include "ui/controls.h"
#include "ui/text.h"

namespace unknot::ui {

namespace {

using domain::AnswerState;
using domain::Question;
using domain::QuestionKind;

constexpr int kLongTextLines = 3;
constexpr int kHighestOfScale = 10;

// What stands beneath a question as a field of its own.
std::string detailField(const std::string& question) {
  return question + "/detail";
}

std::string statesField(const std::string& question) {
  return question + "/states";
}

bool isTyped(QuestionKind kind) {
  return kind == QuestionKind::text || kind == QuestionKind::longText || kind == QuestionKind::date ||
         kind == QuestionKind::number || kind == QuestionKind::scale;
}

bool hasRows(const Question& question) {
  return !domain::rowFields(question.kind).empty();
}

bool hasDetail(const Question& question) {
  return !question.detail.empty() || std::any_of(question.choices.begin(), question.choices.end(),
                                                 [](const auto& choice) { return !choice.detail.empty(); });
}

bool holds(const domain::IntakeAnswer* answer, const std::string& value) {
  return answer != nullptr &&
         std::find(answer->values.begin(), answer->values.end(), value) != answer->values.end();
}

}  // namespace

QuestionForm::QuestionForm(wxWindow* parent, const Surroundings& around, const content::Content& content,
                           QuestionStyle style, Sheet sheet)
    : wxPanel(parent), m_around(around), m_content(content), m_style(style), m_sheet(std::move(sheet)) {
  SetSizer(new wxBoxSizer(wxVERTICAL));
}

void QuestionForm::ask(const std::vector<std::size_t>& sections) {
  Freeze();
  DestroyChildren();
  GetSizer()->Clear();
  m_forms.clear();
  m_shown.clear();
  m_typed.clear();
  m_asked.clear();
  for (const auto at : sections) {
    const auto& section = m_sheet.read().questionnaire().sections.at(at);
    auto* card = new Card(this);
    card->inner()->Add(makeText(card, section.title, Look::heading), 0, wxBOTTOM, FromDIP(space::kMedium));
    if (m_style == QuestionStyle::client && !section.intro.empty())
      card->inner()->Add(new FlowText(card, section.intro, Look::muted), 0, wxEXPAND | wxBOTTOM,
                         FromDIP(space::kMedium));
    auto form = std::make_unique<Form>(card, card->inner(), m_around);
    for (const auto& question : section.questions) addQuestion(card, *form, question);
    m_forms.push_back(std::move(form));
    GetSizer()->Add(card, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
  }
  showAsked();
  Thaw();
}

void QuestionForm::addQuestion(wxWindow* card, Form& form, const Question& question) {
  const std::string slug = question.slug;
  Shown& shown = m_shown[slug];
  shown.question = question;
  shown.form = &form;
  const bool asButtons =
      m_style == QuestionStyle::client && (!isTyped(question.kind) || question.kind == QuestionKind::scale);
  if (hasRows(question)) {
    addRows(card, form, question);
  } else if (isTyped(question.kind) && !asButtons) {
    addTyped(form, question);
  } else {
    form.add(slug, question.label, [&](wxWindow*) {
      auto* panel = new wxPanel(card);
      panel->SetSizer(new wxBoxSizer(wxHORIZONTAL));
      if (asButtons)
        addButtons(panel, question);
      else
        addChoices(panel, question);
      return panel;
    });
  }
  shown.help = helpOf(question);
  form.setHelp(slug, shown.help);
  if (hasDetail(question)) addDetail(form, question);
  if (m_style == QuestionStyle::client) addStates(card, form, question);
}

void QuestionForm::addDetail(Form& form, const Question& question) {
  const std::string slug = question.slug;
  auto* field = form.textLabelled(detailField(slug), " ", 1, [this, slug](const std::string& text) {
    edit(slug, [&](app::IntakeSheet& sheet) { sheet.setDetail(slug, text); });
  });
  if (const auto* given = answer(slug)) setText(field, given->detail);
}

void QuestionForm::addRows(wxWindow* card, Form& form, const Question& question) {
  const std::string slug = question.slug;
  Shown& shown = m_shown[slug];
  form.add(slug, question.label, [&](wxWindow*) {
    auto* panel = new wxPanel(card);
    panel->SetSizer(new wxBoxSizer(wxVERTICAL));
    const auto change = [this, slug](const std::function<void(app::IntakeSheet&)>& made) {
      edit(slug, made);
    };
    const auto changeSeen = [this, slug, change](const std::function<void(app::IntakeSheet&)>& made) {
      change(made);
      if (auto* map = m_shown.at(slug).map) map->show(answer(slug));
    };
    if (question.kind == QuestionKind::bodyMap && m_style == QuestionStyle::client) {
      shown.map = new PlacesMap(
          panel, m_around, m_content,
          [this, slug, change](const std::function<void(app::IntakeSheet&)>& made) {
            change(made);
            m_shown.at(slug).rows->show(answer(slug));
            m_sheet.resized();
          },
          slug);
      panel->GetSizer()->Add(shown.map, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kMedium));
      shown.map->show(answer(slug));
    }
    shown.rows = new AnswerRows(panel, m_around, m_content.areas(), question, changeSeen,
                                [this] { m_sheet.resized(); });
    panel->GetSizer()->Add(shown.rows, 0, wxEXPAND);
    shown.rows->show(answer(slug));
    return panel;
  });
}

void QuestionForm::addTyped(Form& form, const Question& question) {
  const std::string slug = question.slug;
  const int lines = question.kind == QuestionKind::longText ? kLongTextLines : 1;
  const std::string label =
      question.unit.empty() ? question.label : question.label + " (" + question.unit + ")";
  wxTextCtrl* field = form.textLabelled(slug, label, lines, [this, slug](const std::string& text) {
    edit(slug, [&](app::IntakeSheet& sheet) { sheet.setText(slug, text); });
  });
  m_typed[slug] = field;
  if (const auto* given = answer(slug); given != nullptr && !given->values.empty())
    setText(field, given->values.front());
  field->Bind(wxEVT_CONTEXT_MENU, [this, slug](wxContextMenuEvent&) { askOtherKind(slug); });
}

std::string QuestionForm::stateWords(AnswerState state) const {
  return m_around.words.say((m_style == QuestionStyle::client ? "kiosk.answer." : "answer.") +
                            std::string(domain::toString(state)));
}

const domain::IntakeAnswer* QuestionForm::answer(const std::string& question) const {
  return m_sheet.read().answer(question);
}

std::vector<domain::QuestionChoice> QuestionForm::choicesOf(const Question& question) const {
  const char* prefix = m_style == QuestionStyle::client ? "kiosk.answer." : "answer.";
  const auto words = [&](const char* id) { return m_around.words.say(std::string(prefix) + id); };
  if (question.kind == QuestionKind::yesNo) return {{"yes", words("yes")}, {"no", words("no")}};
  if (question.kind != QuestionKind::scale) return question.choices;
  std::vector<domain::QuestionChoice> steps;
  for (int step = 0; step <= kHighestOfScale; ++step)
    steps.push_back({std::to_string(step), std::to_string(step)});
  return steps;
}

std::string QuestionForm::helpOf(const Question& question) const {
  const auto* given = answer(question.slug);
  const AnswerState state = given == nullptr ? AnswerState::answered : given->state;
  const bool saidInChoices =
      m_style == QuestionStyle::client ||
      (!isTyped(question.kind) && !hasRows(question) && question.kind != QuestionKind::severalOf);
  if (state != AnswerState::answered && !saidInChoices) return "→ " + stateWords(state);
  if (question.kind == QuestionKind::scale && !question.low.empty())
    return m_around.words.say(m_style == QuestionStyle::client ? "kiosk.scale.ends" : "intake.scale",
                              {{"low", question.low}, {"high", question.high}}) +
           (question.help.empty() ? "" : " " + question.help);
  return question.help;
}

void QuestionForm::addChoices(wxPanel* panel, const Question& question) {
  const std::string slug = question.slug;
  const auto* given = answer(slug);
  auto* wrap = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
  const auto add = [&](wxWindow* control) {
    wrap->Add(control, 0, wxRIGHT | wxBOTTOM, FromDIP(space::kMedium));
  };
  if (question.kind == QuestionKind::severalOf) {
    for (const auto& choice : choicesOf(question)) {
      auto* box = new wxCheckBox(panel, wxID_ANY, literalLabel(choice.label));
      setAccessibleName(box, choice.label);
      box->Bind(wxEVT_CHECKBOX, [this, slug, value = choice.slug](wxCommandEvent& event) {
        edit(slug, [&](app::IntakeSheet& sheet) { sheet.choose(slug, value, event.IsChecked()); });
      });
      // One that stands alone empties others.
      m_shown[slug].mirrors.push_back(
          [this, slug, box, value = choice.slug] { box->SetValue(holds(answer(slug), value)); });
      m_shown[slug].mirrors.back()();
      add(box);
    }
  } else {
    const AnswerState answered = given == nullptr ? AnswerState::answered : given->state;
    bool first = true;
    const auto addRadio = [&](const std::string& label, bool chosen, std::function<void()> onChoose) {
      auto* radio = new wxRadioButton(panel, wxID_ANY, literalLabel(label), wxDefaultPosition, wxDefaultSize,
                                      first ? wxRB_GROUP : 0);
      first = false;
      setAccessibleName(radio, label);
      radio->SetValue(chosen);
      radio->Bind(wxEVT_RADIOBUTTON, [choose = std::move(onChoose)](wxCommandEvent&) { choose(); });
      add(radio);
    };
    addRadio(m_around.words.say("intake.notAsked"),
             (given == nullptr || given->values.empty()) && answered == AnswerState::answered,
             [this, slug] { setState(slug, AnswerState::answered); });
    for (const auto& choice : choicesOf(question))
      addRadio(choice.label, holds(given, choice.slug), [this, slug, value = choice.slug] {
        edit(slug, [&](app::IntakeSheet& sheet) { sheet.choose(slug, value, true); });
      });
    for (const AnswerState state : {AnswerState::notSure, AnswerState::ratherTell})
      addRadio(stateWords(state), answered == state, [this, slug, state] { setState(slug, state); });
  }
  panel->GetSizer()->Add(wrap, 1, wxEXPAND);
}

// Buttons that stay down: of several each by itself, of one the others come up.
void QuestionForm::addButtons(wxPanel* panel, const Question& question) {
  const std::string slug = question.slug;
  const bool scale = question.kind == QuestionKind::scale;
  auto* wrap = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
  for (const auto& choice : choicesOf(question)) {
    auto* button = new wxToggleButton(panel, wxID_ANY, literalLabel(choice.label), wxDefaultPosition,
                                      wxDefaultSize, scale ? wxBU_EXACTFIT : 0);
    setLook(button, scale ? Look::step : Look::choice);
    setAccessibleName(button, choice.label);
    button->Bind(wxEVT_TOGGLEBUTTON, [this, slug, scale, value = choice.slug](wxCommandEvent& event) {
      const bool down = event.IsChecked();
      edit(slug, [&](app::IntakeSheet& sheet) {
        if (scale)
          sheet.setText(slug, down ? value : std::string());
        else
          sheet.choose(slug, value, down);
      });
    });
    m_shown[slug].mirrors.push_back(
        [this, slug, button, value = choice.slug] { button->SetValue(holds(answer(slug), value)); });
    m_shown[slug].mirrors.back()();
    wrap->Add(button, 0, wxRIGHT | wxBOTTOM, FromDIP(scale ? space::kTight : space::kSmall));
  }
  panel->GetSizer()->Add(wrap, 1, wxEXPAND);
}

void QuestionForm::addStates(wxWindow* card, Form& form, const Question& question) {
  const std::string slug = question.slug;
  form.add(statesField(slug), "", [&](wxWindow*) {
    auto* panel = new wxPanel(card);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    for (const AnswerState state : {AnswerState::notSure, AnswerState::ratherTell}) {
      auto* button = new wxToggleButton(panel, wxID_ANY, literalLabel(stateWords(state)), wxDefaultPosition,
                                        wxDefaultSize, wxBU_EXACTFIT);
      setLook(button, Look::quietChoice);
      setAccessibleName(button, question.label + " " + stateWords(state));
      button->Bind(wxEVT_TOGGLEBUTTON, [this, slug, state](wxCommandEvent& event) {
        if (const auto field = m_typed.find(slug); field != m_typed.end() && event.IsChecked())
          field->second->ChangeValue(wxString());
        setState(slug, event.IsChecked() ? state : AnswerState::answered);
        if (auto& shown = m_shown.at(slug); shown.rows != nullptr) shown.rows->show(answer(slug));
      });
      m_shown[slug].mirrors.push_back([this, slug, button, state] {
        const auto* given = answer(slug);
        button->SetValue(given != nullptr && given->state == state);
      });
      m_shown[slug].mirrors.back()();
      row->Add(button, 0, wxRIGHT, FromDIP(space::kSmall));
    }
    panel->SetSizer(row);
    return panel;
  });
}

void QuestionForm::edit(const std::string& question, const std::function<void(app::IntakeSheet&)>& change) {
  m_sheet.edit(change);
  Shown& shown = m_shown.at(question);
  for (const auto& mirror : shown.mirrors) mirror();
  if (shown.map != nullptr) shown.map->show(answer(question));
  if (auto help = helpOf(shown.question); help != shown.help) {
    shown.help = std::move(help);
    shown.form->setHelp(question, shown.help);
    m_sheet.resized();
  }
  showAsked();
}

void QuestionForm::showAsked() {
  const auto& sheet = m_sheet.read();
  std::vector<std::string> asked;
  for (const auto& [slug, shown] : m_shown) {
    if (!sheet.isAsked(shown.question)) continue;
    asked.push_back(slug);
    const auto* given = sheet.answer(slug);
    if (given != nullptr && hasDetail(shown.question))
      if (const auto label = domain::detailAsked(shown.question, *given); !label.empty())
        asked.push_back(detailField(slug) + label);
  }
  if (asked == m_asked) return;
  m_asked = std::move(asked);
  for (const auto& [slug, shown] : m_shown) {
    const bool isShown = sheet.isAsked(shown.question);
    shown.form->showField(slug, isShown);
    shown.form->showField(statesField(slug), isShown);
    if (!hasDetail(shown.question)) continue;
    const auto* given = sheet.answer(slug);
    const std::string label = given == nullptr ? std::string() : domain::detailAsked(shown.question, *given);
    if (!label.empty()) shown.form->setLabel(detailField(slug), label);
    shown.form->showField(detailField(slug), isShown && !label.empty());
  }
  m_sheet.resized();
}

void QuestionForm::setState(const std::string& question, AnswerState state) {
  edit(question, [&](app::IntakeSheet& sheet) { sheet.setState(question, state); });
}

void QuestionForm::askOtherKind(const std::string& question) {
  wxMenu menu;
  const auto add = [&](const wxString& words, AnswerState state) {
    const int id = menu.Append(wxID_ANY, words)->GetId();
    menu.Bind(
        wxEVT_MENU,
        [this, question, state](wxCommandEvent&) {
          if (const auto field = m_typed.find(question); field != m_typed.end())
            field->second->ChangeValue(wxString());
          setState(question, state);
          if (auto& shown = m_shown.at(question); shown.rows != nullptr) shown.rows->show(answer(question));
        },
        id);
  };
  for (const AnswerState state : {AnswerState::notSure, AnswerState::ratherTell})
    add(literalLabel(stateWords(state)), state);
  add(m_around.say("intake.moreAnswer"), AnswerState::answered);
  PopupMenu(&menu);
}

std::string QuestionForm::focusedQuestion() const {
  const wxWindow* focused = FindFocus();
  for (const auto& [slug, field] : m_typed)
    if (field == focused) return slug;
  for (const auto& [slug, shown] : m_shown)
    if (shown.rows != nullptr && focused != nullptr && focused->GetParent() == shown.rows) return slug;
  return {};
}

}  // namespace unknot::ui

#include "ui/intake_place.h"

#include <wx/checkbox.h>
#include <wx/menu.h>
#include <wx/radiobut.h>
#include <wx/wrapsizer.h>

#include <algorithm>

#include "ui/accessible.h"
#include "ui/text.h"

namespace unknot::ui {

namespace {

using domain::AnswerState;
using domain::QuestionKind;

constexpr int kLongTextLines = 3;
constexpr int kTickMs = 250;

// What stands beneath a question as a field of its own.
std::string detailField(const std::string& question) {
  return question + "/detail";
}

// Typed or chosen until now; empty for "not sure" and the like.
std::vector<std::string> valuesOf(const app::IntakeState& state, const std::string& question) {
  const auto* answer = state.sheet.answer(question);
  return answer == nullptr ? std::vector<std::string>{} : answer->values;
}

AnswerState stateOf(const app::IntakeState& state, const std::string& question) {
  const auto* answer = state.sheet.answer(question);
  return answer == nullptr ? AnswerState::answered : answer->state;
}

bool isTyped(QuestionKind kind) {
  return kind == QuestionKind::text || kind == QuestionKind::longText || kind == QuestionKind::date ||
         kind == QuestionKind::number || kind == QuestionKind::scale;
}

bool hasDetail(const domain::Question& question) {
  return !question.detail.empty() || std::any_of(question.choices.begin(), question.choices.end(),
                                                 [](const auto& choice) { return !choice.detail.empty(); });
}

}  // namespace

IntakePlace::IntakePlace(wxWindow* parent, const Surroundings& around, app::Desk& desk,
                         Navigation& navigation)
    : Place(parent, around),
      m_navigation(navigation),
      m_desk(desk),
      m_presenter(desk),
      m_page(new ScrolledPage(this)),
      m_timer(this) {
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(makeHead(), 0, wxEXPAND | wxALL, FromDIP(space::kWide));
  m_problem = new FlowText(this, "", Look::problem);
  sizer->Add(m_problem, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::kWide));
  m_problem->Hide();
  auto* column = new wxBoxSizer(wxVERTICAL);
  m_questions = new wxPanel(m_page);
  m_questions->SetSizer(new wxBoxSizer(wxVERTICAL));
  column->Add(m_questions, 1, wxEXPAND);
  m_page->SetSizer(column);
  sizer->Add(m_page, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::kWide));
  SetSizer(sizer);
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) { m_presenter.tick(); });
  Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) {
    m_presenter.keepDraftNow();
    event.Skip();
  });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const std::string question = focusedQuestion();
    if (event.GetKeyCode() == '.' && event.ControlDown() && !question.empty())
      askOtherKind(question);
    else
      event.Skip();
  });
  m_timer.Start(kTickMs);
  m_presenter.listen([this](const app::IntakeState& state) { mirror(state); });
}

IntakePlace::~IntakePlace() {
  m_timer.Stop();
}

wxSizer* IntakePlace::makeHead() {
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  m_heading = new FlowText(this, "", Look::title);
  head->Add(m_heading, 1, wxALIGN_CENTRE_VERTICAL);
  head->Add(makeButton(this, around(), "intake.cancel",
                       [this] {
                         m_presenter.dropChanges();
                         m_navigation.goBack();
                       }),
            0, wxRIGHT, FromDIP(space::kSmall));
  m_save = makeButton(
      this, around(), "intake.save", Look::primary, [this] { save(); }, "save");
  head->Add(m_save);
  column->Add(head, 0, wxEXPAND);
  auto* second = new wxBoxSizer(wxHORIZONTAL);
  m_before = new FlowText(this, "", Look::muted);
  second->Add(m_before, 1, wxALIGN_CENTRE_VERTICAL);
  second->Add(makeText(this, around().words.say("intake.language"), Look::label), 0,
              wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::kSmall));
  m_language = new wxChoice(this, wxID_ANY);
  for (const auto& language : m_desk.content.intake().languages())
    m_language->Append(around().say("languageName." + language));
  setAccessibleName(m_language, around().words.say("intake.language"));
  m_language->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    m_presenter.setLanguage(
        m_desk.content.intake().languages()[static_cast<std::size_t>(event.GetSelection())]);
  });
  second->Add(m_language);
  column->Add(second, 0, wxEXPAND | wxTOP, FromDIP(space::kSmall));
  m_draftBar = new wxPanel(this);
  auto* bar = new wxBoxSizer(wxHORIZONTAL);
  m_draftText = new FlowText(m_draftBar, "", Look::hint);
  bar->Add(m_draftText, 1, wxALIGN_CENTRE_VERTICAL);
  bar->Add(makeButton(m_draftBar, around(), "intake.draftTake", [this] { m_presenter.takeDraft(); }), 0,
           wxRIGHT, FromDIP(space::kSmall));
  bar->Add(makeButton(m_draftBar, around(), "intake.draftDrop", [this] { m_presenter.dropDraft(); }));
  m_draftBar->SetSizer(bar);
  m_draftBar->Hide();
  column->Add(m_draftBar, 0, wxEXPAND | wxTOP, FromDIP(space::kSmall));
  return column;
}

void IntakePlace::open(domain::ClientId client) {
  m_presenter.open(client);
}

void IntakePlace::flush(Done done) {
  if (!m_presenter.state().changed) return done(true);
  m_presenter.save([done] { done(true); }, [done] { done(false); });
}

std::function<void(Navigation&)> IntakePlace::reopen() const {
  return [client = m_presenter.state().client](Navigation& navigation) {
    navigation.openChart(client);
    navigation.editIntake(client);
  };
}

void IntakePlace::mirror(const app::IntakeState& state) {
  m_heading->setText(around().words.say("intake.heading", {{"name", state.clientName}}));
  m_before->setText(state.before);
  m_problem->setText(state.problem ? around().words.say(*state.problem) : std::string());
  m_problem->Show(state.problem.has_value());
  m_save->Enable(state.ready && !state.busy && state.changed);
  m_draftBar->Show(state.draftOffered.has_value());
  if (state.draftOffered)
    m_draftText->setText(around().words.say("intake.draftOffer", {{"time", *state.draftOffered}}));
  const auto& languages = m_desk.content.intake().languages();
  const auto language = std::find(languages.begin(), languages.end(), state.language);
  m_language->SetSelection(language == languages.end() ? wxNOT_FOUND
                                                       : static_cast<int>(language - languages.begin()));
  if (state.ready && m_madeFor != state.asked) {
    m_madeFor = state.asked;
    makeQuestions();
  }
  saveStatusChanged();
  Layout();
}

void IntakePlace::makeQuestions() {
  Freeze();
  m_questions->DestroyChildren();
  m_questions->GetSizer()->Clear();
  m_forms.clear();
  m_shown.clear();
  m_typed.clear();
  m_asked.clear();
  for (const auto& section : m_presenter.state().sheet.questionnaire().sections) {
    auto* card = new Card(m_questions);
    card->inner()->Add(makeText(card, section.title, Look::heading), 0, wxBOTTOM, FromDIP(space::kMedium));
    auto form = std::make_unique<Form>(card, card->inner(), around());
    for (const auto& question : section.questions) addQuestion(card, *form, question);
    m_forms.push_back(std::move(form));
    m_questions->GetSizer()->Add(card, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
  }
  showAsked();
  Thaw();
  if (IsShown()) m_page->SetFocus();
}

void IntakePlace::addQuestion(Card* card, Form& form, const domain::Question& question) {
  const std::string slug = question.slug;
  Shown& shown = m_shown[slug];
  shown.question = question;
  shown.form = &form;
  if (isTyped(question.kind)) {
    addTyped(form, question);
  } else if (!domain::rowFields(question.kind).empty()) {
    form.add(slug, question.label, [&](wxWindow*) {
      shown.rows = new AnswerRows(
          card, around(), m_desk.content.areas(), question,
          [this, slug](const std::function<void(app::IntakeSheet&)>& change) { edit(slug, change); },
          [this] { relayoutPage(); });
      shown.rows->show(m_presenter.state().sheet.answer(slug));
      return shown.rows;
    });
  } else {
    form.add(slug, question.label, [&](wxWindow*) {
      auto* panel = new wxPanel(card);
      panel->SetSizer(new wxBoxSizer(wxHORIZONTAL));
      addChoices(panel, question);
      return panel;
    });
  }
  shown.help = helpOf(question);
  form.setHelp(slug, shown.help);
  if (!hasDetail(question)) return;
  const auto* answer = m_presenter.state().sheet.answer(slug);
  auto* field = form.textLabelled(detailField(slug), " ", 1, [this, slug](const std::string& text) {
    edit(slug, [&](app::IntakeSheet& sheet) { sheet.setDetail(slug, text); });
  });
  if (answer != nullptr) setText(field, answer->detail);
}

void IntakePlace::addTyped(Form& form, const domain::Question& question) {
  const std::string slug = question.slug;
  const int lines = question.kind == QuestionKind::longText ? kLongTextLines : 1;
  const std::string label =
      question.unit.empty() ? question.label : question.label + " (" + question.unit + ")";
  wxTextCtrl* field = form.textLabelled(slug, label, lines, [this, slug](const std::string& text) {
    edit(slug, [&](app::IntakeSheet& sheet) { sheet.setText(slug, text); });
  });
  m_typed[slug] = field;
  const auto values = valuesOf(m_presenter.state(), slug);
  if (!values.empty()) setText(field, values.front());
  field->Bind(wxEVT_CONTEXT_MENU, [this, slug](wxContextMenuEvent&) { askOtherKind(slug); });
}

std::string IntakePlace::helpOf(const domain::Question& question) const {
  const AnswerState state = stateOf(m_presenter.state(), question.slug);
  const bool saidInChoices = !isTyped(question.kind) && domain::rowFields(question.kind).empty() &&
                             question.kind != QuestionKind::severalOf;
  if (state != AnswerState::answered && !saidInChoices)
    return "→ " + around().words.say("answer." + std::string(domain::toString(state)));
  if (question.kind == QuestionKind::scale && !question.low.empty())
    return around().words.say("intake.scale", {{"low", question.low}, {"high", question.high}}) +
           (question.help.empty() ? "" : " " + question.help);
  return question.help;
}

void IntakePlace::addChoices(wxPanel* panel, const domain::Question& question) {
  const std::string slug = question.slug;
  std::vector<domain::QuestionChoice> choices = question.choices;
  if (question.kind == QuestionKind::yesNo)
    choices = {{"yes", around().words.say("answer.yes")}, {"no", around().words.say("answer.no")}};
  const auto values = valuesOf(m_presenter.state(), slug);
  auto* wrap = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
  const auto add = [&](wxWindow* control) {
    wrap->Add(control, 0, wxRIGHT | wxBOTTOM, FromDIP(space::kMedium));
  };
  if (question.kind == QuestionKind::severalOf) {
    std::vector<std::pair<std::string, wxCheckBox*>> boxes;
    for (const auto& choice : choices) {
      auto* box = new wxCheckBox(panel, wxID_ANY, literalLabel(choice.label));
      setAccessibleName(box, choice.label);
      box->SetValue(std::find(values.begin(), values.end(), choice.slug) != values.end());
      boxes.emplace_back(choice.slug, box);
      add(box);
    }
    for (const auto& [value, box] : boxes)
      box->Bind(wxEVT_CHECKBOX, [this, slug, value = value, boxes](wxCommandEvent& event) {
        edit(slug, [&](app::IntakeSheet& sheet) { sheet.choose(slug, value, event.IsChecked()); });
        // One that stands alone has emptied others.
        const auto now = valuesOf(m_presenter.state(), slug);
        for (const auto& [other, each] : boxes)
          each->SetValue(std::find(now.begin(), now.end(), other) != now.end());
      });
  } else {
    const AnswerState answered = stateOf(m_presenter.state(), slug);
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
    addRadio(around().words.say("intake.notAsked"), values.empty() && answered == AnswerState::answered,
             [this, slug] { setState(slug, AnswerState::answered); });
    for (const auto& choice : choices)
      addRadio(choice.label, !values.empty() && values.front() == choice.slug,
               [this, slug, value = choice.slug] {
                 edit(slug, [&](app::IntakeSheet& sheet) { sheet.choose(slug, value, true); });
               });
    for (const AnswerState state : {AnswerState::notSure, AnswerState::ratherTell})
      addRadio(around().words.say("answer." + std::string(domain::toString(state))), answered == state,
               [this, slug, state] { setState(slug, state); });
  }
  panel->GetSizer()->Add(wrap, 1, wxEXPAND);
}

void IntakePlace::edit(const std::string& question, const std::function<void(app::IntakeSheet&)>& change) {
  m_presenter.edit(change);
  Shown& shown = m_shown.at(question);
  if (auto help = helpOf(shown.question); help != shown.help) {
    shown.help = std::move(help);
    shown.form->setHelp(question, shown.help);
    relayoutPage();
  }
  showAsked();
}

void IntakePlace::showAsked() {
  const auto& sheet = m_presenter.state().sheet;
  std::vector<std::string> asked;
  for (const auto& [slug, shown] : m_shown) {
    if (!sheet.isAsked(shown.question)) continue;
    asked.push_back(slug);
    const auto* answer = sheet.answer(slug);
    if (answer != nullptr && hasDetail(shown.question))
      if (const auto label = domain::detailAsked(shown.question, *answer); !label.empty())
        asked.push_back(detailField(slug) + label);
  }
  if (asked == m_asked) return;
  m_asked = std::move(asked);
  for (const auto& [slug, shown] : m_shown) {
    const bool isShown = sheet.isAsked(shown.question);
    shown.form->showField(slug, isShown);
    if (!hasDetail(shown.question)) continue;
    const auto* answer = sheet.answer(slug);
    const std::string label =
        answer == nullptr ? std::string() : domain::detailAsked(shown.question, *answer);
    if (!label.empty()) shown.form->setLabel(detailField(slug), label);
    shown.form->showField(detailField(slug), isShown && !label.empty());
  }
  relayoutPage();
}

void IntakePlace::relayoutPage() {
  m_questions->Layout();
  m_page->FitInside();
  m_page->Layout();
}

void IntakePlace::setState(const std::string& question, AnswerState state) {
  edit(question, [&](app::IntakeSheet& sheet) { sheet.setState(question, state); });
}

void IntakePlace::askOtherKind(const std::string& question) {
  wxMenu menu;
  const auto add = [&](const std::string& words, AnswerState state) {
    const int id = menu.Append(wxID_ANY, around().say(words))->GetId();
    menu.Bind(
        wxEVT_MENU,
        [this, question, state](wxCommandEvent&) {
          if (const auto field = m_typed.find(question); field != m_typed.end())
            field->second->ChangeValue(wxString());
          if (auto& shown = m_shown.at(question); shown.rows != nullptr) shown.rows->show(nullptr);
          setState(question, state);
        },
        id);
  };
  add("answer.not-sure", AnswerState::notSure);
  add("answer.rather-tell", AnswerState::ratherTell);
  add("intake.moreAnswer", AnswerState::answered);
  PopupMenu(&menu);
}

std::string IntakePlace::focusedQuestion() const {
  const wxWindow* focused = FindFocus();
  for (const auto& [slug, field] : m_typed)
    if (field == focused) return slug;
  for (const auto& [slug, shown] : m_shown)
    if (shown.rows != nullptr && focused != nullptr && focused->GetParent() == shown.rows) return slug;
  return {};
}

void IntakePlace::save() {
  m_presenter.save([this] { m_navigation.goBack(); });
}

}  // namespace unknot::ui

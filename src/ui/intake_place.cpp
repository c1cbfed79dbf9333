#include "ui/intake_place.h"

#include <wx/checkbox.h>
#include <wx/radiobut.h>
#include <wx/wrapsizer.h>

#include <algorithm>

#include "ui/accessible.h"

namespace unknot::ui {

namespace {

using domain::QuestionKind;

constexpr int kLongTextLines = 3;

// Typed or chosen until now; empty for "not sure" and the like.
std::vector<std::string> valuesOf(const app::IntakeState& state, const std::string& question) {
  const auto found = state.answers.find(question);
  return found == state.answers.end() ? std::vector<std::string>{} : found->second.values;
}

domain::AnswerState stateOf(const app::IntakeState& state, const std::string& question) {
  const auto found = state.answers.find(question);
  return found == state.answers.end() ? domain::AnswerState::answered : found->second.state;
}

bool isTyped(QuestionKind kind) {
  return kind == QuestionKind::text || kind == QuestionKind::longText || kind == QuestionKind::date ||
         kind == QuestionKind::number || kind == QuestionKind::scale;
}

}  // namespace

IntakePlace::IntakePlace(wxWindow* parent, const Surroundings& around, app::Desk& desk,
                         Navigation& navigation)
    : Place(parent, around), m_navigation(navigation), m_presenter(desk), m_page(new ScrolledPage(this)) {
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  m_heading = makeText(this, "", Look::title);
  head->Add(m_heading, 1, wxALIGN_CENTRE_VERTICAL);
  head->Add(makeButton(this, around, "intake.cancel",
                       [this] {
                         m_presenter.dropChanges();
                         m_navigation.goBack();
                       }),
            0, wxRIGHT, FromDIP(space::kSmall));
  m_save = makeButton(
      this, around, "intake.save", Look::primary, [this] { save(); }, "save");
  head->Add(m_save);
  m_problem = new FlowText(this, "", Look::problem);
  auto* column = new wxBoxSizer(wxVERTICAL);
  m_questions = new wxPanel(m_page);
  m_questions->SetSizer(new wxBoxSizer(wxVERTICAL));
  column->Add(m_questions, 1, wxEXPAND);
  m_page->SetSizer(column);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(head, 0, wxEXPAND | wxALL, FromDIP(space::kWide));
  sizer->Add(m_problem, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::kWide));
  m_problem->Hide();
  sizer->Add(m_page, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::kWide));
  SetSizer(sizer);
  m_presenter.listen([this](const app::IntakeState& state) { mirror(state); });
}

void IntakePlace::open(domain::ClientId client) {
  m_madeFor.clear();
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
  m_heading->SetLabelText(toWx(around().words.say("intake.heading", {{"name", state.clientName}})));
  m_problem->setText(state.problem ? around().words.say(*state.problem) : std::string());
  m_problem->Show(state.problem.has_value());
  m_save->Enable(state.ready && !state.busy && state.changed);
  if (state.ready && m_madeFor != state.client.toString()) {
    m_madeFor = state.client.toString();
    makeQuestions();
  }
  Layout();
}

void IntakePlace::makeQuestions() {
  Freeze();
  m_questions->DestroyChildren();
  m_questions->GetSizer()->Clear();
  m_forms.clear();
  for (const auto& section : m_presenter.questionnaire().sections) {
    auto* card = new Card(m_questions);
    card->inner()->Add(makeText(card, section.title, Look::heading), 0, wxBOTTOM, FromDIP(space::kMedium));
    auto form = std::make_unique<Form>(card, card->inner(), around());
    for (const auto& question : section.questions) addQuestion(card, *form, question);
    m_forms.push_back(std::move(form));
    m_questions->GetSizer()->Add(card, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
  }
  m_questions->Layout();
  m_page->FitInside();
  m_page->Layout();
  Thaw();
  if (IsShown()) m_page->SetFocus();
}

void IntakePlace::addQuestion(Card* card, Form& form, const domain::Question& question) {
  const std::string slug = question.slug;
  if (isTyped(question.kind)) {
    const int lines = question.kind == QuestionKind::longText ? kLongTextLines : 1;
    wxTextCtrl* field = form.textLabelled(slug, question.label, lines, [this, slug](const std::string& text) {
      m_presenter.answer(slug, {text});
    });
    const auto values = valuesOf(m_presenter.state(), slug);
    if (!values.empty()) setText(field, values.front());
    form.setHelp(slug, question.help);
    return;
  }
  form.add(slug, question.label, [&](wxWindow*) {
    auto* panel = new wxPanel(card);
    panel->SetSizer(new wxBoxSizer(wxHORIZONTAL));
    addChoices(panel, question);
    return panel;
  });
  form.setHelp(slug, question.help);
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
    for (const auto& choice : choices) {
      auto* box = new wxCheckBox(panel, wxID_ANY, literalLabel(choice.label));
      setAccessibleName(box, choice.label);
      box->SetValue(std::find(values.begin(), values.end(), choice.slug) != values.end());
      box->Bind(wxEVT_CHECKBOX, [this, slug, value = choice.slug](wxCommandEvent& event) {
        auto chosen = valuesOf(m_presenter.state(), slug);
        std::erase(chosen, value);
        if (event.IsChecked()) chosen.push_back(value);
        m_presenter.answer(slug, chosen);
      });
      add(box);
    }
  } else {
    const domain::AnswerState answered = stateOf(m_presenter.state(), slug);
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
    addRadio(around().words.say("intake.notAsked"),
             values.empty() && answered == domain::AnswerState::answered,
             [this, slug] { m_presenter.answer(slug, {}); });
    for (const auto& choice : choices)
      addRadio(choice.label, !values.empty() && values.front() == choice.slug,
               [this, slug, value = choice.slug] { m_presenter.answer(slug, {value}); });
    addRadio(around().words.say("answer.not-sure"), answered == domain::AnswerState::notSure,
             [this, slug] { m_presenter.setAnswerState(slug, domain::AnswerState::notSure); });
    addRadio(around().words.say("answer.rather-tell"), answered == domain::AnswerState::ratherTell,
             [this, slug] { m_presenter.setAnswerState(slug, domain::AnswerState::ratherTell); });
  }
  panel->GetSizer()->Add(wrap, 1, wxEXPAND);
}

void IntakePlace::save() {
  m_presenter.save([this] { m_navigation.goBack(); });
}

}  // namespace unknot::ui

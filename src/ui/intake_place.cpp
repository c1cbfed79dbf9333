#include "ui/intake_place.h"

#include <wx/menu.h>

#include <algorithm>
#include <numeric>

#include "ui/accessible.h"
#include "ui/dialogs.h"
#include "ui/text.h"

namespace unknot::ui {

namespace {

constexpr int kTickMs = 250;

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
  m_offer = new FormOfferCard(
      m_page, around, [this] { m_presenter.takeForm([this] { m_navigation.goBack(); }); },
      [this] { m_presenter.dropForm(); });
  m_offer->Hide();
  column->Add(m_offer, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
  m_questions = new QuestionForm(
      m_page, around, desk.content, QuestionStyle::practice,
      {[this]() -> const app::IntakeSheet& { return m_presenter.state().sheet; },
       [this](const std::function<void(app::IntakeSheet&)>& change) { m_presenter.edit(change); },
       [this] { relayoutPage(); }});
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
    const std::string question = m_questions->focusedQuestion();
    if (event.GetKeyCode() == '.' && event.ControlDown() && !question.empty())
      m_questions->askOtherKind(question);
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
  head->Add(makeButton(this, around(), "intake.hand",
                       [this] { m_navigation.handToClient(m_presenter.state().client, false); }),
            0, wxRIGHT, FromDIP(space::kSmall));
  m_save = makeButton(
      this, around(), "intake.save", Look::primary, [this] { save(); }, "save");
  head->Add(m_save);
  column->Add(head, 0, wxEXPAND);
  auto* second = new wxBoxSizer(wxHORIZONTAL);
  m_before = new FlowText(this, "", Look::muted);
  second->Add(m_before, 1, wxALIGN_CENTRE_VERTICAL);
  m_paper = makeButton(
      this, around(), "intake.form.paper", [this] { choosePaper(); }, "print");
  second->Add(m_paper, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::kLarge));
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
  m_paper->Enable(state.ready && !state.busy);
  if (state.form) m_offer->show(*state.form, !state.busy);
  if (m_offer->IsShown() != state.form.has_value()) {
    m_offer->Show(state.form.has_value());
    relayoutPage();
    m_page->Scroll(0, 0);
  }
  saveStatusChanged();
  Layout();
}

void IntakePlace::makeQuestions() {
  std::vector<std::size_t> all(m_presenter.state().sheet.questionnaire().sections.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  m_questions->ask(all);
  if (IsShown()) m_page->SetFocus();
}

void IntakePlace::relayoutPage() {
  m_questions->Layout();
  m_page->FitInside();
  m_page->Layout();
}

void IntakePlace::choosePaper() {
  wxMenu menu;
  const auto add = [&](const char* wordsId, std::function<void()> onChoose) {
    const int id = menu.Append(wxID_ANY, around().say(wordsId))->GetId();
    menu.Bind(
        wxEVT_MENU, [choose = std::move(onChoose)](wxCommandEvent&) { choose(); }, id);
    return id;
  };
  add("intake.form.printBlank", [this] { openForm(true); });
  const int filled = add("intake.form.printFilled", [this] { openForm(false); });
  menu.Enable(filled, !m_presenter.state().isFirst);
  menu.AppendSeparator();
  add("intake.form.read", [this] { readForm(); });
  m_paper->PopupMenu(&menu, 0, m_paper->GetSize().y);
}

void IntakePlace::openForm(bool blank) {
  m_navigation.openIntakeForm(m_presenter.state().client, blank);
}

void IntakePlace::readForm() {
  if (const auto file = askOpenFile(this, around().words, "intake.form.readTitle", "*.pdf;*.PDF"))
    m_presenter.readForm(*file);
}

void IntakePlace::perform(Command command) {
  if (command == Command::print) return openForm(m_presenter.state().isFirst);
  save();
}

void IntakePlace::save() {
  m_presenter.save([this] { m_navigation.goBack(); });
}

}  // namespace unknot::ui

#include "ui/first_start_panel.h"

#include <wx/sizer.h>

#include <string>

#include "ui/accessible.h"
#include "ui/brand.h"
#include "ui/dialogs.h"

namespace unknot::ui {

namespace {

constexpr int kCardWidth = 560;

using Step = app::FirstStartState::Step;

}  // namespace

FirstStartPanel::FirstStartPanel(wxWindow* parent, const Services& services, const Surroundings& around)
    : wxPanel(parent),
      m_around(around),
      m_services(services),
      m_presenter(around.tasks, services.door, services.places,
                  [this](app::RoomPtr room) { onOpened(std::move(room)); }) {
  setLook(this, Look::page);
  auto* page = new ScrolledPage(this);
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->AddStretchSpacer(2);
  column->Add(makeBrand(page, around), 0, wxALIGN_CENTRE | wxTOP | wxBOTTOM, FromDIP(space::kWide));
  auto* card = new Card(page);
  card->SetMinSize(FromDIP(wxSize(kCardWidth, -1)));
  m_choice = makeChoice(card);
  m_details = makeDetails(card);
  m_recovery = makeRecovery(card);
  for (wxWindow* step : {m_choice, m_details, m_recovery}) card->inner()->Add(step, 0, wxEXPAND);
  m_waiting = new FlowText(card, around.words.say("setup.waiting"), Look::hint);
  m_problem = new FlowText(card, "", Look::problem);
  for (FlowText* line : {m_waiting, m_problem}) {
    card->inner()->Add(line, 0, wxEXPAND | wxTOP, FromDIP(space::kLarge));
    line->Hide();
  }
  column->Add(card, 0, wxALIGN_CENTRE | wxBOTTOM, FromDIP(space::kWide));
  column->AddStretchSpacer(3);
  page->SetSizer(column);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(page, 1, wxEXPAND);
  SetSizer(sizer);
  m_presenter.listen([this](const app::FirstStartState& state) { mirror(state); });
}

wxWindow* FirstStartPanel::makeChoice(wxWindow* parent) {
  auto* part = new wxPanel(parent);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(makeText(part, m_around.words.say("setup.welcome"), Look::title), 0, wxBOTTOM,
             FromDIP(space::kSmall));
  sizer->Add(new FlowText(part, m_around.words.say("setup.promise"), Look::muted), 0, wxEXPAND | wxBOTTOM,
             FromDIP(space::kWide));
  const auto add = [&](wxButton* button, const char* helpId) {
    sizer->Add(button, 0, wxEXPAND);
    sizer->Add(new FlowText(part, m_around.words.say(helpId), Look::muted), 0, wxEXPAND | wxTOP | wxBOTTOM,
               FromDIP(space::kSmall));
    sizer->AddSpacer(FromDIP(space::kSmall));
  };
  add(makeButton(
          part, m_around, "setup.setUp", Look::primary, [this] { m_presenter.beginSetUp(); }, "add"),
      "setup.setUpHelp");
  add(makeButton(
          part, m_around, "setup.open", [this] { openExisting(); }, "open"),
      "setup.openHelp");
  m_look = makeButton(
      part, m_around, "setup.look", [this] { m_presenter.lookAround(); }, "clients");
  add(m_look, "setup.lookHelp");
  part->SetSizer(sizer);
  return part;
}

wxWindow* FirstStartPanel::makeDetails(wxWindow* parent) {
  auto* part = new wxPanel(parent);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(makeText(part, m_around.words.say("setup.details"), Look::title), 0, wxBOTTOM,
             FromDIP(space::kLarge));
  m_form = std::make_unique<Form>(part, sizer, m_around);
  m_practiceName = m_form->text("practiceName", "setup.practiceName.label",
                                [this](const std::string& text) { m_presenter.setPracticeName(text); });
  m_userName = m_form->text("userName", "setup.userName.label",
                            [this](const std::string& text) { m_presenter.setUserName(text); });
  m_form->columns(2);
  const auto mending = [this](const char* field) {
    return [this, field](const std::string&) { m_presenter.typedAgain(field); };
  };
  m_password = m_form->password("password", "setup.password", mending("password"));
  m_form->setHelp("password", m_around.words.say("setup.passwordHelp"));
  m_again = m_form->password("again", "setup.again", mending("again"));
  for (wxTextCtrl* field : {m_password, m_again})
    field->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { create(); });
  m_form->columns(1);
  m_paper = m_form->choice(
      "paper", "setup.paper", {m_around.words.say("paperSize.a4"), m_around.words.say("paperSize.letter")},
      [this](int index) { m_presenter.setPaper(index == 1 ? domain::Paper::letter : domain::Paper::a4); });
  m_folder = m_form->text("folder", "setup.folder.label",
                          [this](const std::string& text) { m_presenter.setFolder(text); });
  m_form->setHelp("folder", m_around.words.say("setup.folder.help"));
  sizer->Add(makeButton(
                 part, m_around, "setup.folder.choose", Look::flat, [this] { chooseFolder(); }, "open"),
             0, wxBOTTOM, FromDIP(space::kLarge));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(makeButton(
      part, m_around, "setup.back", [this] { m_presenter.backToChoice(); }, "back"));
  buttons->AddStretchSpacer();
  m_create = makeButton(part, m_around, "setup.create", Look::primary, [this] { create(); });
  buttons->Add(m_create);
  sizer->Add(buttons, 0, wxEXPAND);
  part->SetSizer(sizer);
  part->Hide();
  return part;
}

wxWindow* FirstStartPanel::makeRecovery(wxWindow* parent) {
  auto* part = new wxPanel(parent);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(makeText(part, m_around.words.say("setup.recovery.title"), Look::title), 0, wxBOTTOM,
             FromDIP(space::kSmall));
  sizer->Add(new FlowText(part, m_around.words.say("setup.recovery.explain"), Look::muted), 0,
             wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
  m_key = new wxTextCtrl(part, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                         wxTE_READONLY | wxTE_MULTILINE | wxTE_NO_VSCROLL);
  setLook(m_key, Look::code);
  m_key->SetMinSize(wxSize(-1, m_key->GetCharHeight() * 3 + FromDIP(space::kWide)));
  setAccessibleName(m_key, m_around.words.say("setup.recovery.key"));
  sizer->Add(m_key, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kSmall));
  auto* keep = new wxBoxSizer(wxHORIZONTAL);
  keep->Add(makeButton(
      part, m_around, "setup.recovery.save", [this] { saveSheet(); }, "save"));
  m_kept = makeText(part, m_around.words.say("setup.recovery.saved"), Look::good);
  keep->Add(m_kept, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::kMedium));
  sizer->Add(keep, 0, wxBOTTOM, FromDIP(space::kWide));
  sizer->Add(new FlowText(part, m_around.words.say("setup.recovery.typeBack"), Look::strong), 0,
             wxEXPAND | wxBOTTOM, FromDIP(space::kMedium));
  m_recoveryForm = std::make_unique<Form>(part, sizer, m_around);
  m_recoveryForm->columns(2);
  const auto group = [this](const char* field, const char* labelId) {
    return m_recoveryForm->text(field, labelId,
                                [this, field](const std::string&) { m_presenter.typedAgain(field); });
  };
  m_group1 = group("group1", "setup.recovery.group1");
  m_group2 = group("group2", "setup.recovery.group2");
  m_begin = makeButton(part, m_around, "setup.recovery.done", Look::primary, [this] {
    m_presenter.confirmRecovery(toUtf8(m_group1->GetValue()), toUtf8(m_group2->GetValue()));
    m_recoveryForm->focusFirstIssue();
  });
  sizer->Add(m_begin, 0, wxALIGN_RIGHT);
  part->SetSizer(sizer);
  part->Hide();
  return part;
}

void FirstStartPanel::mirror(const app::FirstStartState& state) {
  m_choice->Show(state.step == Step::choose);
  m_details->Show(state.step == Step::details);
  m_recovery->Show(state.step == Step::recovery);
  setText(m_practiceName, state.practiceName);
  setText(m_userName, state.userName);
  setText(m_folder, state.folder);
  m_paper->SetSelection(state.paper == domain::Paper::letter ? 1 : 0);
  m_create->Enable(!state.busy);
  m_look->Enable(!state.busy);
  m_form->showIssues(state.issues);
  m_recoveryForm->showIssues(state.issues);
  if (state.step == Step::recovery) mirrorRecovery(state);
  m_kept->Show(state.recoveryKept);
  m_waiting->Show(state.busy);
  m_problem->setText(state.problem ? m_around.words.say(*state.problem) : std::string());
  m_problem->Show(state.problem.has_value());
  relayout(m_choice);
  if (state.step != m_step) {
    m_step = state.step;
    // Enter in a field does what its button does.
    if (m_step == Step::details) {
      m_create->SetDefault();
      m_practiceName->SetFocus();
    }
    if (m_step == Step::recovery) {
      m_begin->SetDefault();
      m_group1->SetFocus();
    }
  }
}

void FirstStartPanel::create() {
  m_presenter.create(toUtf8(m_password->GetValue()), toUtf8(m_again->GetValue()));
  m_form->focusFirstIssue();
}

bool FirstStartPanel::mayLeave() {
  if (m_presenter.state().step != Step::recovery) return true;
  return ask(this, m_around.words, {"setup.recovery.leave", {}, {}}, "verb.closeAnyway", "verb.stay");
}

void FirstStartPanel::mirrorRecovery(const app::FirstStartState& state) {
  constexpr std::size_t kGroupsALine = 4;
  std::string key;
  for (std::size_t i = 0; i < state.recoveryGroups.size(); ++i) {
    if (i > 0) key += i % kGroupsALine == 0 ? "\n" : "    ";
    key += std::to_string(i + 1) + ": " + state.recoveryGroups[i];
  }
  setText(m_key, key);
  const auto label = [&](int group) {
    return m_around.words.say("setup.recovery.group", {{"number", std::to_string(group)}});
  };
  m_recoveryForm->setLabel("group1", label(state.askedGroups[0]));
  m_recoveryForm->setLabel("group2", label(state.askedGroups[1]));
}

void FirstStartPanel::chooseFolder() {
  const auto chosen =
      askFolder(this, m_around.words, "setup.folder.title", m_services.places.practiceFolder.parent_path());
  if (!chosen) return;
  // A folder that holds something gets one of its own inside, so that nothing is mixed.
  const bool empty = !std::filesystem::exists(*chosen) || std::filesystem::is_empty(*chosen);
  m_presenter.setFolder(empty ? *chosen : *chosen / m_services.places.practiceFolder.filename());
}

void FirstStartPanel::openExisting() {
  const auto chosen =
      askFolder(this, m_around.words, "setup.openTitle", m_services.places.practiceFolder.parent_path());
  if (chosen) onOpenExisting(*chosen);
}

void FirstStartPanel::saveSheet() {
  const auto file = askSaveFile(this, m_around.words, "setup.recovery.saveTitle",
                                m_around.words.say("setup.recovery.fileName"), "*.txt");
  if (!file) return;
  m_presenter.saveRecoverySheet(*file, m_around.words);
}

}  // namespace unknot::ui

#include "ui/kiosk_panel.h"

#include <algorithm>

#include "ui/accessible.h"
#include "ui/form.h"
#include "ui/text.h"

namespace unknot::ui {
namespace {

using app::KioskPage;

constexpr int kTickMs = 250;
constexpr int kPadHeight = 190;
constexpr int kSideShare = 1;
constexpr int kMiddleShare = 7;

std::vector<std::string> paragraphsOf(const std::string& text) {
  std::vector<std::string> paragraphs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    if (end > at) paragraphs.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return paragraphs;
}

}  // namespace

KioskPanel::KioskPanel(wxWindow* parent, const Services& services, const Surroundings& around,
                       app::Desk& desk, app::RoomPtr room, domain::ClientId client, bool consentsOnly)
    : wxPanel(parent),
      m_around(around),
      m_desk(desk),
      m_presenter(desk),
      m_door(
          around.tasks, services.door, room->folder(),
          [this](const app::RoomPtr&) {
            m_presenter.keepNow([this](bool kept) {
              if (kept && onLeft) onLeft();
            });
          },
          room),
      m_timer(this) {
  setLook(this, Look::page);
  SetSizer(new wxBoxSizer(wxVERTICAL));
  speak(desk.practice.language);
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) { m_presenter.tick(); });
  m_timer.Start(kTickMs);
  m_presenter.open(client, consentsOnly);
  m_presenter.listen([this](const app::KioskState& state) { mirror(state); });
  m_door.listen([this](const app::LoginState& state) { showLogin(state); });
}

KioskPanel::~KioskPanel() {
  m_timer.Stop();
}

void KioskPanel::speak(const std::string& language) {
  if (m_speaking && language == m_language) return;
  // What is shown refers to the words of before.
  if (m_frame != nullptr) {
    m_frame->Destroy();
    m_frame = nullptr;
  }
  m_language = language;
  m_speaking = std::make_unique<Surroundings>(Surroundings{m_desk.content.words(language), m_around.theme,
                                                           m_around.icons, m_around.tasks, m_around.drawing,
                                                           m_around.typesetter, m_around.fonts});
}

void KioskPanel::mirror(const app::KioskState& state) {
  if (!state.ready) return;
  if (m_laid != state.laid) {
    m_laid = state.laid;
    // Not while the press of one of the page's own buttons is under way.
    CallAfter([this] { layOut(m_presenter.state()); });
    return;
  }
  if (m_frame == nullptr) return;
  const auto say = [this](FlowText* line, const std::optional<core::Message>& message) {
    const bool moved = line->IsShown() != message.has_value();
    line->setText(message ? words().words.say(*message) : std::string());
    line->Show(message.has_value());
    if (moved) m_frame->Layout();
  };
  say(m_issue, state.issue);
  say(m_problem, state.problem);
  m_next->Enable(!state.busy);
  m_back->Enable(m_presenter.canGoBack());
  if (state.page == KioskPage::consent && m_choices.size() == 2) {
    const auto& accepted = state.consents.at(state.consent).accepted;
    m_choices[0]->SetValue(accepted == true);
    m_choices[1]->SetValue(accepted == false);
  }
  if (m_pad != nullptr) m_pad->show(state.signature);
}

void KioskPanel::layOut(const app::KioskState& state) {
  Freeze();
  speak(state.language.empty() ? m_desk.practice.language : state.language);
  if (m_frame != nullptr) m_frame->Destroy();
  m_choices.clear();
  m_pad = nullptr;
  m_password = nullptr;
  m_doorProblem = nullptr;
  layOutFrame();
  if (m_leaving) {
    addLeave();
  } else {
    switch (state.page) {
      case KioskPage::welcome:
        addWelcome(state);
        break;
      case KioskPage::group:
        addGroup(state);
        break;
      case KioskPage::stop:
        addStop(state);
        break;
      case KioskPage::consent:
        addConsent(state);
        break;
      case KioskPage::sign:
        addSign(state);
        break;
      case KioskPage::thanks:
        addThanks();
        break;
    }
  }
  GetSizer()->Clear(false);
  GetSizer()->Add(m_frame, 1, wxEXPAND);
  Layout();
  m_page->FitInside();
  Thaw();
  mirror(state);
  if (m_password != nullptr)
    m_password->SetFocus();
  else if (m_next->IsShown())
    m_page->SetFocus();
}

// Parts and the way out above, the page in the middle, back and next below.
void KioskPanel::layOutFrame() {
  const auto& state = m_presenter.state();
  m_frame = new wxPanel(this);
  setLook(m_frame, Look::handed);
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  if (state.part > 0 && !m_leaving) {
    const auto part = words().words.say(
        "kiosk.part", {{"number", std::to_string(state.part)}, {"count", std::to_string(state.parts)}});
    head->Add(makeText(m_frame, part, Look::muted), 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT,
              FromDIP(space::kLarge));
    auto* gauge =
        new wxGauge(m_frame, wxID_ANY, std::max(1, state.parts), wxDefaultPosition, FromDIP(wxSize(240, 8)));
    gauge->SetValue(state.part);
    setAccessibleName(gauge, part);
    head->Add(gauge, 0, wxALIGN_CENTRE_VERTICAL);
  }
  head->AddStretchSpacer();
  m_leave = makeButton(m_frame, words(), "kiosk.leave.open", Look::quietChoice, [this] { askToLeave(true); });
  m_leave->Show(!m_leaving);
  head->Add(m_leave, 0, wxALIGN_CENTRE_VERTICAL);
  column->Add(head, 0, wxEXPAND | wxALL, FromDIP(space::kLarge));
  m_page = new ScrolledPage(m_frame);
  auto* across = new wxBoxSizer(wxHORIZONTAL);
  m_content = new wxPanel(m_page);
  m_content->SetSizer(new wxBoxSizer(wxVERTICAL));
  across->AddStretchSpacer(kSideShare);
  across->Add(m_content, kMiddleShare, wxEXPAND);
  across->AddStretchSpacer(kSideShare);
  m_page->SetSizer(across);
  column->Add(m_page, 1, wxEXPAND);
  m_issue = new FlowText(m_frame, "", Look::hint);
  m_problem = new FlowText(m_frame, "", Look::problem);
  for (FlowText* line : {m_issue, m_problem}) {
    line->Hide();
    column->Add(line, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(space::kLarge));
  }
  auto* foot = new wxBoxSizer(wxHORIZONTAL);
  m_back = makeButton(m_frame, words(), "kiosk.back", [this] { m_presenter.back(); });
  const bool last = state.page == KioskPage::sign;
  m_next = makeButton(m_frame, words(),
                      state.page == KioskPage::welcome ? "kiosk.welcome.begin"
                      : last                           ? "kiosk.finish"
                                                       : "kiosk.next",
                      Look::primary, [this] { m_presenter.next(); });
  m_back->Show(!m_leaving && m_presenter.canGoBack());
  m_next->Show(!m_leaving && state.page != KioskPage::stop && state.page != KioskPage::thanks);
  foot->Add(m_back);
  foot->AddStretchSpacer();
  foot->Add(m_next);
  column->Add(foot, 0, wxEXPAND | wxALL, FromDIP(space::kLarge));
  m_frame->SetSizer(column);
}

void KioskPanel::addText(const std::string& text, Look look, int above) {
  m_content->GetSizer()->Add(new FlowText(m_content, text, look), 0, wxEXPAND | wxTOP, FromDIP(above));
}

wxToggleButton* KioskPanel::addToggle(wxSizer* row, const std::string& label, bool down,
                                      std::function<void()> press) {
  auto* button = new wxToggleButton(m_content, wxID_ANY, literalLabel(label));
  setLook(button, Look::choice);
  setAccessibleName(button, label);
  button->SetValue(down);
  button->Bind(wxEVT_TOGGLEBUTTON, [press = std::move(press)](wxCommandEvent&) { press(); });
  row->Add(button, 0, wxRIGHT, FromDIP(space::kMedium));
  return button;
}

void KioskPanel::addWelcome(const app::KioskState& state) {
  addText(words().words.say("kiosk.welcome.title"), Look::title, space::kWide);
  addText(words().words.say("kiosk.welcome.text"), Look::text, space::kMedium);
  if (state.lastTime && !state.consentsOnly)
    addText(words().words.say("kiosk.lastTime", {{"date", *state.lastTime}}), Look::text, space::kSmall);
  addText(words().words.say("kiosk.kept"), Look::muted, space::kSmall);
  addText(words().words.say("kiosk.welcome.language"), Look::label, space::kWide);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  // Each by the name it has for those who speak it.
  for (const auto& language : m_desk.content.intake().languages())
    addToggle(row, m_desk.content.words(language).say("languageName." + language), language == state.language,
              [this, language] { m_presenter.setLanguage(language); });
  m_content->GetSizer()->Add(row, 0, wxTOP, FromDIP(space::kSmall));
}

void KioskPanel::addGroup(const app::KioskState& state) {
  auto* questions = new QuestionForm(
      m_content, words(), m_desk.content, QuestionStyle::client,
      {[this]() -> const app::IntakeSheet& { return m_presenter.state().sheet; },
       [this](const std::function<void(app::IntakeSheet&)>& change) { m_presenter.edit(change); },
       [this] {
         if (m_content == nullptr) return;
         m_content->Layout();
         m_page->FitInside();
         m_page->Layout();
       }});
  m_content->GetSizer()->Add(questions, 0, wxEXPAND);
  questions->ask({state.group});
}

void KioskPanel::addStop(const app::KioskState& state) {
  addText(words().words.say("kiosk.stop.title"), Look::title, space::kWide);
  addText(words().words.say("kiosk.stop.text"), Look::heading, space::kLarge);
  addText(state.emergencyNumber.empty()
              ? words().words.say("kiosk.stop.callLocal")
              : words().words.say("kiosk.stop.call", {{"number", state.emergencyNumber}}),
          Look::text, space::kLarge);
}

void KioskPanel::addConsent(const app::KioskState& state) {
  const auto& consent = state.consents.at(state.consent);
  addText(words().words.say("kiosk.consent.title"), Look::muted, 0);
  addText(consent.text.title, Look::title, space::kSmall);
  for (const auto& paragraph : paragraphsOf(consent.text.text))
    addText(paragraph, Look::text, space::kMedium);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_choices = {addToggle(row, words().words.say("kiosk.consent.accept"), consent.accepted == true,
                         [this] { m_presenter.decide(true); }),
               addToggle(row, words().words.say("kiosk.consent.decline"), consent.accepted == false,
                         [this] { m_presenter.decide(false); })};
  m_content->GetSizer()->Add(row, 0, wxTOP, FromDIP(space::kWide));
}

void KioskPanel::addSign(const app::KioskState& state) {
  auto* sizer = m_content->GetSizer();
  addText(words().words.say("kiosk.consent.signTitle"), Look::title, 0);
  for (const auto& consent : state.consents)
    addText(words().words.say(
                consent.accepted.value_or(false) ? "kiosk.consent.agreed" : "kiosk.consent.notAgreed",
                {{"title", consent.text.title}}),
            Look::text, space::kTight);
  if (state.needed == domain::SignerNeeded::askAge) {
    addText(words().words.say("kiosk.consent.ofAge", {{"age", std::to_string(state.adultAge)}}), Look::label,
            space::kMedium);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    addToggle(row, words().words.say("kiosk.answer.yes"), state.ofAge == true,
              [this] { m_presenter.setOfAge(true); });
    addToggle(row, words().words.say("kiosk.answer.no"), state.ofAge == false,
              [this] { m_presenter.setOfAge(false); });
    sizer->Add(row, 0, wxTOP, FromDIP(space::kSmall));
  }
  if (state.guardianSigns()) addText(words().words.say("kiosk.consent.guardian"), Look::hint, space::kMedium);
  const auto addField = [&](const char* labelId, const std::string& value,
                            std::function<void(const std::string&)> onEdit) {
    auto* label = makeText(m_content, words().words.say(labelId), Look::label);
    sizer->Add(label, 0, wxTOP, FromDIP(space::kMedium));
    auto* field = new wxTextCtrl(m_content, wxID_ANY, toWx(value));
    setAccessibleName(field, words().words.say(labelId));
    setLabelledBy(field, label);
    field->Bind(wxEVT_TEXT,
                [field, edit = std::move(onEdit)](wxCommandEvent&) { edit(toUtf8(field->GetValue())); });
    sizer->Add(field, 0, wxEXPAND | wxTOP, FromDIP(space::kTight));
  };
  addField(state.guardianSigns() ? "kiosk.consent.guardianName" : "kiosk.consent.signer", state.signer,
           [this](const std::string& name) { m_presenter.setSigner(name); });
  if (state.guardianSigns())
    addField("kiosk.consent.guardianAs", state.guardianAs,
             [this](const std::string& relation) { m_presenter.setGuardianAs(relation); });
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  line->Add(makeText(m_content, words().words.say("kiosk.consent.sign"), Look::label), 1,
            wxALIGN_CENTRE_VERTICAL);
  line->Add(makeText(m_content, state.today, Look::muted), 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT,
            FromDIP(space::kMedium));
  line->Add(
      makeButton(m_content, words(), "kiosk.consent.clear", Look::quietChoice, [this] { m_pad->clear(); }));
  sizer->Add(line, 0, wxEXPAND | wxTOP, FromDIP(space::kMedium));
  m_pad = new SignaturePad(m_content, words(), [this](const domain::DrawnSignature& signature) {
    m_presenter.setSignature(signature);
  });
  setAccessibleName(m_pad, words().words.say("kiosk.consent.sign"));
  m_pad->SetMinSize(FromDIP(wxSize(-1, kPadHeight)));
  sizer->Add(m_pad, 0, wxEXPAND | wxTOP, FromDIP(space::kSmall));
}

void KioskPanel::addThanks() {
  addText(words().words.say("kiosk.thanks.title"), Look::title, space::kWide);
  addText(words().words.say("kiosk.thanks.text"), Look::text, space::kMedium);
}

void KioskPanel::addLeave() {
  auto* sizer = m_content->GetSizer();
  addText(words().words.say("kiosk.leave.text"), Look::heading, space::kWide);
  auto* label = makeText(m_content, words().words.say("kiosk.leave.password"), Look::label);
  sizer->Add(label, 0, wxTOP, FromDIP(space::kLarge));
  m_password = new wxTextCtrl(m_content, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                              wxTE_PASSWORD | wxTE_PROCESS_ENTER);
  setAccessibleName(m_password, words().words.say("kiosk.leave.password"));
  setLabelledBy(m_password, label);
  const auto open = [this] { m_door.open(toUtf8(m_password->GetValue())); };
  m_password->Bind(wxEVT_TEXT_ENTER, [open](wxCommandEvent&) { open(); });
  sizer->Add(m_password, 0, wxEXPAND | wxTOP, FromDIP(space::kTight));
  m_doorProblem = new FlowText(m_content, "", Look::problem);
  m_doorProblem->Hide();
  sizer->Add(m_doorProblem, 0, wxEXPAND | wxTOP, FromDIP(space::kSmall));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  if (m_presenter.state().page != KioskPage::thanks)
    row->Add(makeButton(m_content, words(), "kiosk.leave.stay", [this] { askToLeave(false); }), 0, wxRIGHT,
             FromDIP(space::kMedium));
  row->Add(makeButton(m_content, words(), "kiosk.leave.leave", Look::primary, open));
  sizer->Add(row, 0, wxTOP, FromDIP(space::kLarge));
}

void KioskPanel::askToLeave(bool leaving) {
  m_leaving = leaving;
  m_presenter.keepNow([](bool) {});
  CallAfter([this] { layOut(m_presenter.state()); });
}

void KioskPanel::showLogin(const app::LoginState& state) {
  if (m_doorProblem == nullptr) return;
  // The practitioner reads it, so it is in their language.
  m_doorProblem->setText(state.problem ? m_around.words.say(*state.problem) : std::string());
  m_doorProblem->Show(state.problem.has_value());
  if (state.problem) m_password->SelectAll();
  m_content->Layout();
}

}  // namespace unknot::ui

#include "ui/login_panel.h"

#include <wx/sizer.h>

#include "ui/accessible.h"
#include "ui/brand.h"

namespace unknot::ui {

namespace {

constexpr int kCardWidth = 430;

wxPanel* makePart(wxWindow* parent) {
  auto* part = new wxPanel(parent);
  part->SetSizer(new wxBoxSizer(wxVERTICAL));
  return part;
}

const char* greetingId(LoginPanel::Reason reason) {
  switch (reason) {
    case LoginPanel::Reason::opening:
      return "login.welcome";
    case LoginPanel::Reason::locked:
      return "login.locked";
    case LoginPanel::Reason::covered:
      return "login.covered";
  }
  return "login.welcome";
}

}  // namespace

LoginPanel::LoginPanel(wxWindow* parent, const Services& services, const Surroundings& around,
                       const std::filesystem::path& folder, Reason reason, app::RoomPtr covered)
    : wxPanel(parent),
      m_around(around),
      m_presenter(
          around.tasks, services.door, folder, [this](app::RoomPtr room) { onOpened(std::move(room)); },
          std::move(covered)) {
  setLook(this, Look::page);
  auto* card = new Card(this);
  card->SetMinSize(FromDIP(wxSize(kCardWidth, -1)));
  wxBoxSizer* inner = card->inner();
  m_practice = makeText(card, "", Look::title);
  inner->Add(m_practice, 0, wxBOTTOM, FromDIP(space::kTight));
  inner->Add(new FlowText(card, around.words.say(greetingId(reason)), Look::muted), 0, wxEXPAND | wxBOTTOM,
             FromDIP(space::kLarge));
  m_notice = new FlowText(card, "", Look::hint);
  m_demoHint = new FlowText(card, around.words.say("login.demo"), Look::hint);
  m_problem = new FlowText(card, "", Look::problem);
  for (FlowText* line : {m_notice, m_demoHint}) {
    inner->Add(line, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
    line->Hide();
  }
  makePasswordPart(card, reason);
  makeRecoveryPart(card);
  inner->Add(m_problem, 0, wxEXPAND | wxTOP, FromDIP(space::kLarge));
  m_problem->Hide();

  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->AddStretchSpacer(2);
  sizer->Add(makeBrand(this, around), 0, wxALIGN_CENTRE | wxBOTTOM, FromDIP(space::kWide));
  sizer->Add(card, 0, wxALIGN_CENTRE);
  // What waits behind the cover is not left for another practice.
  if (reason != Reason::covered)
    sizer->Add(makeButton(this, around, "login.other", Look::flat, [this] { onOther(); }), 0,
               wxALIGN_CENTRE | wxTOP, FromDIP(space::kLarge));
  sizer->AddStretchSpacer(3);
  SetSizer(sizer);
  m_presenter.listen([this](const app::LoginState& state) { mirror(state); });
}

void LoginPanel::makePasswordPart(Card* card, Reason reason) {
  m_passwordPart = makePart(card);
  m_form = std::make_unique<Form>(m_passwordPart, m_passwordPart->GetSizer(), m_around);
  Form& form = *m_form;
  m_user = form.choice("user", "login.user", {}, [this](int index) { m_presenter.chooseUser(index); });
  m_password = form.password("password", "login.password", [](const std::string&) {});
  m_password->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { open(); });
  m_open = makeButton(m_passwordPart, m_around, "login.open", Look::primary, [this] { open(); });
  m_passwordPart->GetSizer()->Add(m_open, 0, wxEXPAND | wxTOP, FromDIP(space::kSmall));
  card->inner()->Add(m_passwordPart, 0, wxEXPAND);
  // A new password is set in a practice that nobody has open.
  if (reason == Reason::covered) return;
  auto* forgot = makeButton(m_passwordPart, m_around, "login.forgot", Look::flat,
                            [this] { m_presenter.startRecovery(); });
  m_passwordPart->GetSizer()->Add(forgot, 0, wxALIGN_CENTRE | wxTOP, FromDIP(space::kMedium));
}

void LoginPanel::makeRecoveryPart(Card* card) {
  m_recoveryPart = makePart(card);
  wxSizer* sizer = m_recoveryPart->GetSizer();
  sizer->Add(new FlowText(m_recoveryPart, m_around.words.say("login.recovery.explain"), Look::muted), 0,
             wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
  Form form(m_recoveryPart, sizer, m_around);
  const auto ignore = [](const std::string&) {};
  m_key = form.text("key", "login.recovery.key", ignore);
  m_newPassword = form.password("newPassword", "login.recovery.password", ignore);
  m_again = form.password("again", "login.recovery.again", ignore);
  m_again->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { recover(); });
  m_setPassword =
      makeButton(m_recoveryPart, m_around, "login.recovery.set", Look::primary, [this] { recover(); });
  sizer->Add(m_setPassword, 0, wxEXPAND | wxTOP, FromDIP(space::kSmall));
  auto* cancel = makeButton(m_recoveryPart, m_around, "login.recovery.cancel", Look::flat,
                            [this] { m_presenter.cancelRecovery(); });
  sizer->Add(cancel, 0, wxALIGN_CENTRE | wxTOP, FromDIP(space::kMedium));
  card->inner()->Add(m_recoveryPart, 0, wxEXPAND);
  m_recoveryPart->Hide();
}

void LoginPanel::mirror(const app::LoginState& state) {
  m_practice->SetLabelText(toWx(state.practiceName));
  if (m_user->GetCount() != state.users.size()) {
    m_user->Clear();
    for (const auto& user : state.users) m_user->Append(toWx(user));
  }
  if (!state.users.empty()) m_user->SetSelection(state.user);
  m_form->showField("user", state.users.size() > 1);
  m_demoHint->Show(state.demo && !state.recovering);
  m_passwordPart->Show(!state.recovering);
  m_recoveryPart->Show(state.recovering);
  m_open->Enable(!state.busy && state.ready);
  m_setPassword->Enable(!state.busy);
  m_problem->setText(state.problem ? m_around.words.say(*state.problem) : std::string());
  m_problem->Show(state.problem.has_value());
  m_notice->setText(state.notice ? m_around.words.say(*state.notice) : std::string());
  m_notice->Show(state.notice.has_value());
  Layout();
  if (state.problem && !state.recovering && !state.busy) {
    m_password->SelectAll();
    m_password->SetFocus();
  }
  if (state.ready && m_recovering != state.recovering)
    (state.recovering ? m_key : m_password)->SetFocus();
  else if (state.ready && !state.busy && !state.problem && !state.recovering)
    m_password->SetFocus();
  m_recovering = state.recovering;
}

void LoginPanel::open() {
  m_presenter.open(toUtf8(m_password->GetValue()));
}

void LoginPanel::recover() {
  m_presenter.recover(toUtf8(m_key->GetValue()), toUtf8(m_newPassword->GetValue()),
                      toUtf8(m_again->GetValue()));
}

}  // namespace unknot::ui

#include "ui/practice_details_place.h"

#include "ui/dialogs.h"

namespace unknot::ui {
namespace {

constexpr int kFormWidth = 520;

}  // namespace

PracticeDetailsPlace::PracticeDetailsPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk)
    : Place(parent, around), m_presenter(desk) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeText(this, around.words.say("practiceDetails.place"), Look::title),
            wxSizerFlags(1).CentreVertical());
  head->Add(makeButton(
      this, around, "practiceDetails.save", Look::primary, [this] { perform(Command::save); }, "save"));
  column->Add(head, wxSizerFlags().Expand().Border(wxALL, FromDIP(space::kWide)));
  auto* card = new Card(this);
  card->SetMinSize(FromDIP(wxSize(kFormWidth, -1)));
  m_form = std::make_unique<Form>(card, card->inner(), around);
  m_practitioner = m_form->text("practitioner", "practiceDetails.practitioner",
                                [this](const std::string& text) { m_presenter.setPractitioner(text); });
  m_phone = m_form->text("phone", "practiceDetails.phone",
                         [this](const std::string& text) { m_presenter.setPhone(text); });
  m_form->setHelp("phone", around.words.say("practiceDetails.phoneHelp"));
  m_accent = m_form->text("accent", "practiceDetails.accent",
                          [this](const std::string& text) { m_presenter.setAccent(text); });
  m_form->setHelp("accent", around.words.say("practiceDetails.accentHelp"));
  m_paper = m_form->choice(
      "paper", "practiceDetails.paper",
      {around.words.say("paperSize.a4"), around.words.say("paperSize.letter")},
      [this](int index) { m_presenter.setPaper(index == 0 ? domain::Paper::a4 : domain::Paper::letter); });
  column->Add(card, wxSizerFlags().Border(wxLEFT | wxRIGHT, FromDIP(space::kWide)));
  m_problem = new FlowText(this, "", Look::problem);
  m_problem->Hide();
  column->Add(m_problem, wxSizerFlags().Expand().Border(wxALL, FromDIP(space::kWide)));
  SetSizer(column);
  m_presenter.listen([this](const app::PracticeDetailsState& state) { mirror(state); });
}

void PracticeDetailsPlace::open() {
  m_presenter.open();
}

wxString PracticeDetailsPlace::title() const {
  return around().say("practiceDetails.place");
}

void PracticeDetailsPlace::flush(Done done) {
  m_presenter.flush([this, done](bool saved) {
    // It can't be saved as it stands: either it is mended, or it is given up knowingly.
    const bool leave = !saved && mayAsk() &&
                       ask(this, around().words, {"practiceDetails.leave", {}, {}},
                           "practiceDetails.leaveYes", "practiceDetails.leaveNo");
    if (leave) m_presenter.dropChanges();
    done(saved || leave);
  });
}

core::Message PracticeDetailsPlace::saveStatus() const {
  const auto& state = m_presenter.state();
  if (state.changed || state.savedAt.empty()) return {};
  return {"session.save.saved", {{"time", state.savedAt}}, {}};
}

void PracticeDetailsPlace::perform(Command command) {
  if (command != Command::save) return;
  m_presenter.flush([this](bool saved) {
    if (!saved) m_form->focusFirstIssue();
  });
}

void PracticeDetailsPlace::mirror(const app::PracticeDetailsState& state) {
  setText(m_practitioner, state.practitioner);
  setText(m_phone, state.phone);
  setText(m_accent, state.accent);
  m_paper->SetSelection(state.paper == domain::Paper::a4 ? 0 : 1);
  m_form->showIssues(state.issues);
  m_problem->setText(state.problem ? around().words.say(*state.problem) : std::string());
  m_problem->Show(state.problem.has_value());
  Layout();
  saveStatusChanged();
}

}  // namespace unknot::ui

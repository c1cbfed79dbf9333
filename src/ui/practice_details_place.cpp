#include "ui/practice_details_place.h"

#include "ui/accessible.h"
#include "ui/dialogs.h"

namespace unknot::ui {
namespace {

constexpr int kFormWidth = 720;
constexpr int kLogoWidth = 170;
constexpr int kLogoHeight = 64;

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
  // On a small screen it scrolls.
  auto* page = new ScrolledPage(this);
  auto* onPage = new wxBoxSizer(wxVERTICAL);
  auto* card = new Card(page);
  card->SetMinSize(FromDIP(wxSize(kFormWidth, -1)));
  m_form = std::make_unique<Form>(card, card->inner(), around);
  m_form->columns(2);
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
  m_emergencyNumber = m_form->text("emergencyNumber", "practiceDetails.emergencyNumber",
                                   [this](const std::string& text) { m_presenter.setEmergencyNumber(text); });
  m_form->setHelp("emergencyNumber", around.words.say("practiceDetails.emergencyNumberHelp"));
  m_adultAge = m_form->text("adultAge", "practiceDetails.adultAge",
                            [this](const std::string& text) { m_presenter.setAdultAge(text); });
  m_form->setHelp("adultAge", around.words.say("practiceDetails.adultAgeHelp"));
  m_form->columns(1);
  m_form->add("logo", around.words.say("practiceDetails.logo"),
              [this](wxWindow* owner) { return makeLogo(owner); });
  m_form->setHelp("logo", around.words.say("practiceDetails.logoHelp"));
  onPage->Add(card, wxSizerFlags().Border(wxLEFT | wxRIGHT, FromDIP(space::kWide)));
  page->SetSizer(onPage);
  column->Add(page, wxSizerFlags(1).Expand());
  m_problem = new FlowText(this, "", Look::problem);
  m_problem->Hide();
  column->Add(m_problem, wxSizerFlags().Expand().Border(wxALL, FromDIP(space::kWide)));
  SetSizer(column);
  m_presenter.listen([this](const app::PracticeDetailsState& state) { mirror(state); });
}

wxWindow* PracticeDetailsPlace::makeLogo(wxWindow* parent) {
  m_logoBox = new wxPanel(parent);
  m_logo = new PhotoView(m_logoBox, around(), wxSize(kLogoWidth, kLogoHeight));
  setAccessibleName(m_logo, around().words.say("practiceDetails.logo"));
  m_chooseLogo = makeButton(m_logoBox, around(), "practiceDetails.logoChoose", [this] {
    if (const auto file = askPicture(this, around().words, "practiceDetails.logoTitle"))
      m_presenter.chooseLogo(*file);
  });
  m_removeLogo =
      makeButton(m_logoBox, around(), "practiceDetails.logoRemove", [this] { m_presenter.removeLogo(); });
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(m_logo, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(space::kMedium)));
  row->Add(m_chooseLogo, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(space::kSmall)));
  row->Add(m_removeLogo, wxSizerFlags().CentreVertical());
  m_logoBox->SetSizer(row);
  return m_logoBox;
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
  setText(m_emergencyNumber, state.emergencyNumber);
  setText(m_adultAge, state.adultAge);
  m_paper->SetSelection(state.paper == domain::Paper::a4 ? 0 : 1);
  const bool damaged = state.issues.contains("logo");
  m_logo->show(state.logo);
  m_logo->Show(state.logo != nullptr);
  m_removeLogo->Show(state.logo != nullptr || damaged);
  m_logoBox->Layout();
  m_form->showIssues(state.issues);
  m_problem->setText(state.problem ? around().words.say(*state.problem) : std::string());
  m_problem->Show(state.problem.has_value());
  Layout();
  saveStatusChanged();
}

}  // namespace unknot::ui

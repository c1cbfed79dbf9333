#include "ui/chart_place.h"

#include <wx/dnd.h>
#include <wx/menu.h>

#include <array>

#include "ui/accessible.h"
#include "ui/dialogs.h"

namespace unknot::ui {

namespace {

using domain::SessionKind;

// One file at a time: each is looked at and named.
class FileDrop final : public wxFileDropTarget {
 public:
  explicit FileDrop(std::function<void(const std::filesystem::path&)> onFile) : m_onFile(std::move(onFile)) {}
  bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& files) override {
    if (files.size() != 1) return false;
    m_onFile(toPath(files.front()));
    return true;
  }

 private:
  std::function<void(const std::filesystem::path&)> m_onFile;
};

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : "  ·  ") + part;
  return text;
}

}  // namespace

ChartPlace::ChartPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk, Navigation& navigation)
    : Place(parent, around), m_desk(desk), m_navigation(navigation), m_presenter(desk) {
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  m_band = makeBand();
  sizer->Add(m_band, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(space::kWide));
  m_held = new wxPanel(this);
  setLook(m_held, Look::page);
  m_held->SetSizer(new wxBoxSizer(wxVERTICAL));
  m_held->Hide();
  sizer->Add(m_held, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(space::kWide));
  m_problem = new FlowText(this, "", Look::problem);
  sizer->Add(m_problem, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(space::kWide));
  m_problem->Hide();
  makeTabs();
  sizer->AddSpacer(FromDIP(space::kMedium));
  sizer->Add(m_tabs, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::kWide));
  SetSizer(sizer);
  m_presenter.listen([this](const app::ChartState& state) { mirror(state); });
}

wxWindow* ChartPlace::makeBand() {
  auto* band = new Card(this);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  auto* words = new wxBoxSizer(wxVERTICAL);
  m_name = new FlowText(band, "", Look::title);
  m_facts = new FlowText(band, "", Look::muted);
  words->Add(m_name, 0, wxEXPAND);
  words->Add(m_facts, 0, wxEXPAND | wxTOP, FromDIP(space::kTight));
  row->Add(words, 1, wxALIGN_CENTRE_VERTICAL);
  const int gap = FromDIP(space::kSmall);
  const auto add = [&](wxButton* button) { row->Add(button, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, gap); };
  auto* edit = makeButton(
      band, around(), "chart.edit", Look::flat, [this] { perform(Command::editClient); }, "edit");
  // The name keeps its room on a small screen: the pencil says it, and so does its accessible name.
  edit->SetLabel(wxString());
  setLook(edit, Look::iconOnly);
  edit->SetToolTip(wxControl::RemoveMnemonics(around().say("chart.edit")));
  add(edit);
  add(makeButton(
      band, around(), "chart.homePractice",
      [this] { m_navigation.openHomePractice(m_presenter.state().client); }, "plan"));
  add(makeButton(
      band, around(), "chart.report",
      [this] { m_navigation.openPreview(m_presenter.state().client, domain::DocumentKind::report); },
      "report"));
  m_noteOnly = makeButton(band, around(), "chart.noteOnly", [this] { chooseNote(); });
  add(m_noteOnly);
  m_start = makeButton(
      band, around(), "chart.startSession", Look::primary, [this] { startSession(); }, "session");
  add(m_start);
  band->inner()->Add(row, 0, wxEXPAND);
  m_flags = new FlagChips(band, around(), [this](const std::string& flag) {
    m_navigation.showFlag(m_presenter.state().client, flag, [] {});
  });
  band->inner()->Add(m_flags, 0, wxEXPAND | wxTOP, FromDIP(space::kSmall));
  return band;
}

void ChartPlace::makeTabs() {
  m_tabs = new wxNotebook(this, wxID_ANY);
  setAccessibleName(m_tabs, around().words.say("chart.tabs"));
  m_overview = new ChartOverview(m_tabs, around(), m_desk.content, m_navigation);
  m_tabs->AddPage(m_overview, around().say("chart.tab.overview"));
  m_intake = new ChartIntake(m_tabs, around(), m_desk.content, m_presenter, m_navigation);
  m_tabs->AddPage(m_intake, around().say("chart.tab.intake"));
  m_sessions = addListTab("chart.tab.sessions", "chart.startSession", "session", [this] { startSession(); });
  m_plan = addListTab("chart.tab.plan", "chart.plan.change", "plan",
                      [this] { m_navigation.openHomePractice(m_presenter.state().client); });
  makeDocuments();
}

void ChartPlace::makeDocuments() {
  m_documents =
      addListTab("chart.tab.documents", "chart.documents.file", "document", [this] { chooseDocument(); });
  m_documents->inner()->Insert(
      1, new FlowText(m_documents, around().words.say("chart.documents.dropHint"), Look::muted),
      wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kMedium)));
  // Wherever on the tab it is let go.
  m_documents->GetParent()->SetDropTarget(new FileDrop([this](const std::filesystem::path& file) {
    // The drag has to end before another place is shown.
    CallAfter([this, file] { m_navigation.fileDocument(m_presenter.state().client, file); });
  }));
}

void ChartPlace::chooseDocument() {
  const std::string patterns = around().words.say("chart.documents.filePatterns") +
                               "|*.pdf;*.PDF;*.png;*.PNG;*.jpg;*.JPG;*.jpeg;*.JPEG";
  if (const auto file = askOpenFile(this, around().words, "chart.documents.fileTitle", patterns))
    m_navigation.fileDocument(m_presenter.state().client, *file);
}

Card* ChartPlace::addListTab(const char* titleId, const char* buttonId, const char* icon,
                             std::function<void()> onPress) {
  auto* page = new ScrolledPage(m_tabs);
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* card = new Card(page);
  card->inner()->Add(makeButton(card, around(), buttonId, std::move(onPress), icon), 0, wxBOTTOM,
                     FromDIP(space::kMedium));
  card->addBody();
  column->Add(card, 0, wxEXPAND | wxTOP | wxBOTTOM, FromDIP(space::kLarge));
  page->SetSizer(column);
  m_tabs->AddPage(page, around().say(titleId));
  return card;
}

void ChartPlace::open(domain::ClientId client) {
  if (client != m_presenter.state().client) m_tabs->ChangeSelection(0);
  m_presenter.open(client);
}

void ChartPlace::entered() {
  m_presenter.refresh();
  m_start->SetFocus();
}

bool ChartPlace::canPerform(Command command) const {
  return command == Command::startSession || command == Command::editClient || command == Command::print;
}

void ChartPlace::perform(Command command) {
  const domain::ClientId client = m_presenter.state().client;
  if (command == Command::startSession) startSession();
  if (command == Command::editClient) m_navigation.editClient(client);
  if (command == Command::print) m_navigation.openPreview(client, domain::DocumentKind::handout);
}

std::function<void(Navigation&)> ChartPlace::reopen() const {
  return [client = m_presenter.state().client](Navigation& navigation) { navigation.openChart(client); };
}

void ChartPlace::mirror(const app::ChartState& state) {
  if (!state.ready) return;
  Freeze();
  m_name->setText(state.name);
  m_facts->setText(joined(state.facts));
  m_facts->Show(!state.facts.empty());
  m_flags->show(state.flags);
  m_problem->setText(state.problem ? around().words.say(*state.problem) : std::string());
  m_problem->Show(state.problem.has_value());
  fillHeld(state);
  m_overview->show(state);
  m_intake->show(state);
  fillSessions(state);
  fillPlan(state);
  fillDocuments(state);
  Layout();
  Thaw();
  titleChanged();
}

void ChartPlace::fillHeld(const app::ChartState& state) {
  m_held->Show(!state.held.empty());
  if (m_heldShown == state.held) return;
  m_heldShown = state.held;
  m_held->DestroyChildren();
  wxSizer* column = m_held->GetSizer();
  column->Clear();
  for (const auto& part : m_heldShown) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* line = new FlowText(m_held, part.line, Look::muted);
    row->Add(line, wxSizerFlags(1).CentreVertical());
    auto* separate = makeButton(m_held, around(), "chart.held.separate", [this, part] {
      // The row is filled anew before the button's own event has ended.
      CallAfter([this, part] {
        if (ask(this, around().words, {"chart.held.ask", {{"line", part.line}}, {}}, "chart.held.askYes",
                "chart.held.askNo"))
          m_presenter.separate(part.client);
      });
    });
    setAccessibleDescription(separate, part.line);
    row->Add(separate, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(space::kSmall)));
    column->Add(row, wxSizerFlags().Expand());
  }
  m_held->Layout();
}

void ChartPlace::fillSessions(const app::ChartState& state) {
  wxSizer* sizer = m_sessions->emptiedBody();
  if (state.sessions.empty())
    sizer->Add(makeText(m_sessions->body(), around().words.say("chart.sessions.none"), Look::muted));
  for (const auto& session : state.sessions) {
    std::vector<std::string> parts{session.day, session.what};
    if (!session.lesson.empty()) parts.push_back(session.lesson);
    const std::string aside =
        session.regions.empty() ? session.state : session.regions + "  ·  " + session.state;
    sizer->Add(makeRow(m_sessions->body(), joined(parts), aside,
                       [this, id = session.id] { m_navigation.openSession(id); }),
               0, wxEXPAND);
  }
  m_sessions->bodyFilled();
}

void ChartPlace::fillPlan(const app::ChartState& state) {
  wxSizer* sizer = m_plan->emptiedBody();
  wxWindow* const body = m_plan->body();
  if (state.planLines.empty())
    sizer->Add(makeText(body, around().words.say("chart.plan.none"), Look::muted));
  else
    sizer->Add(makeText(body, state.planHeading, Look::muted), 0, wxBOTTOM, FromDIP(space::kSmall));
  for (std::size_t i = 0; i < state.planLines.size(); ++i)
    sizer->Add(new FlowText(body, std::to_string(i + 1) + ".  " + state.planLines[i], Look::text), 0,
               wxEXPAND | wxBOTTOM, FromDIP(space::kSmall));
  sizer->Add(makeText(body, around().words.say("chart.practised"), Look::heading), 0, wxTOP | wxBOTTOM,
             FromDIP(space::kMedium));
  sizer->Add(makeButton(body, around(), "plan.returned",
                        [this] { m_navigation.openPracticeLog(m_presenter.state().client); }),
             0, wxBOTTOM, FromDIP(space::kSmall));
  for (const auto& line : state.practised)
    sizer->Add(new FlowText(body, line, Look::text), 0, wxEXPAND | wxBOTTOM, FromDIP(space::kTight));
  m_plan->bodyFilled();
}

void ChartPlace::fillDocuments(const app::ChartState& state) {
  wxSizer* sizer = m_documents->emptiedBody();
  if (state.documents.empty())
    sizer->Add(makeText(m_documents->body(), around().words.say("chart.documents.none"), Look::muted));
  for (const auto& document : state.documents)
    sizer->Add(makeRow(m_documents->body(), document.line, document.aside,
                       [this, id = document.record.id] { m_navigation.openDocument(id); }),
               0, wxEXPAND);
  m_documents->bodyFilled();
}

// A call, a message, somebody who did not come: signed like a session, without hands-on.
void ChartPlace::chooseNote() {
  static constexpr std::array kKinds{SessionKind::call, SessionKind::message, SessionKind::noShow,
                                     SessionKind::endedBeforeHandsOn, SessionKind::referred};
  wxMenu menu;
  for (const auto kind : kKinds) {
    const auto* item =
        menu.Append(wxID_ANY, around().say("sessionKind." + std::string(domain::toString(kind))));
    menu.Bind(
        wxEVT_MENU,
        [this, kind](wxCommandEvent&) { m_navigation.startSession(m_presenter.state().client, kind); },
        item->GetId());
  }
  m_noteOnly->PopupMenu(&menu, 0, m_noteOnly->GetSize().y);
}

void ChartPlace::startSession() {
  m_navigation.startSession(m_presenter.state().client, domain::SessionKind::handsOn);
}

}  // namespace unknot::ui

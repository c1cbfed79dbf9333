#include "ui/practice_log_place.h"

#include <algorithm>

#include "ui/accessible.h"
#include "ui/text.h"

namespace unknot::ui {
namespace {

using domain::DaysFromMemory;

constexpr std::array kAnswers{DaysFromMemory::none, DaysFromMemory::oneOrTwo, DaysFromMemory::threeOrFour,
                              DaysFromMemory::fiveOrSix, DaysFromMemory::everyDay};

}  // namespace

PracticeLogPlace::PracticeLogPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk,
                                   Navigation& navigation)
    : Place(parent, around), m_navigation(navigation), m_presenter(desk) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* header = new wxBoxSizer(wxHORIZONTAL);
  m_title = new FlowText(this, "", Look::title);
  header->Add(m_title, wxSizerFlags(1).CentreVertical());
  header->Add(makeButton(
                  this, around, "practiceLog.back", [this] { m_navigation.goBack(); }, "back"),
              wxSizerFlags().CentreVertical());
  column->Add(header, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kMedium)));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(makeEntry(), wxSizerFlags(3).Expand().Border(wxRIGHT, FromDIP(space::kWide)));
  row->Add(makeHistory(), wxSizerFlags(2).Expand());
  column->Add(row, wxSizerFlags(1).Expand());
  auto* margin = new wxBoxSizer(wxVERTICAL);
  margin->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(space::kLarge)));
  SetSizer(margin);
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (!takeKey(event)) event.Skip();
  });
  m_presenter.listen([this](const app::PracticeLogState& state) { mirror(state); });
}

wxSizer* PracticeLogPlace::makeEntry() {
  auto* column = new wxBoxSizer(wxVERTICAL);
  const int gap = FromDIP(space::kSmall);
  auto* week = new wxBoxSizer(wxHORIZONTAL);
  m_week = new FlowText(this, "", Look::heading);
  week->Add(m_week, wxSizerFlags(1).CentreVertical());
  week->Add(makeButton(this, around(), "practiceLog.earlier", [this] { m_presenter.goBy(-1); }),
            wxSizerFlags().Border(wxRIGHT, FromDIP(space::kTight)));
  m_later = makeButton(this, around(), "practiceLog.later", [this] { m_presenter.goBy(1); });
  week->Add(m_later);
  column->Add(week, wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  m_none = new FlowText(this, around().words.say("practiceLog.none"), Look::muted);
  column->Add(m_none, wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  m_grid = new wxPanel(this);
  setLook(m_grid, Look::page);
  column->Add(m_grid, wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  m_summary = new FlowText(this, "", Look::strong);
  column->Add(m_summary, wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  m_notBrought = new wxCheckBox(this, wxID_ANY, around().say("practiceLog.notBrought"));
  setAccessibleName(m_notBrought, toUtf8(m_notBrought->GetLabelText()));
  m_notBrought->Bind(wxEVT_CHECKBOX,
                     [this](wxCommandEvent& event) { m_presenter.setBrought(!event.IsChecked()); });
  column->Add(m_notBrought, wxSizerFlags().Border(wxBOTTOM, gap));
  m_memory = new wxPanel(this);
  setLook(m_memory, Look::page);
  auto* memory = new wxBoxSizer(wxVERTICAL);
  memory->Add(makeText(m_memory, around().words.say("practiceLog.asked"), Look::label));
  // The first entry is no answer.
  wxArrayString answers;
  answers.Add(wxString());
  for (const auto answer : kAnswers)
    answers.Add(around().say("practiceLog.memory." + std::string(domain::toString(answer))));
  m_answer = new wxChoice(m_memory, wxID_ANY, wxDefaultPosition, wxDefaultSize, answers);
  setAccessibleName(m_answer, around().words.say("practiceLog.asked"));
  m_answer->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    const int at = event.GetSelection();
    m_presenter.setFromMemory(at <= 0 ? std::nullopt
                                      : std::optional(kAnswers[static_cast<std::size_t>(at - 1)]));
  });
  memory->Add(m_answer, wxSizerFlags().Border(wxTOP, FromDIP(space::kTight)));
  m_memory->SetSizer(memory);
  column->Add(m_memory, wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  column->Add(makeText(this, around().words.say("practiceLog.note"), Look::label));
  m_note = new wxTextCtrl(this, wxID_ANY);
  setAccessibleName(m_note, around().words.say("practiceLog.note"));
  m_note->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { m_presenter.setNote(toUtf8(m_note->GetValue())); });
  column->Add(m_note, wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  column->Add(makeButton(
                  this, around(), "practiceLog.save", Look::primary, [this] { m_presenter.save(); }, "save"),
              wxSizerFlags().Border(wxBOTTOM, gap));
  column->Add(new FlowText(this, around().words.say("practiceLog.hint"), Look::hint),
              wxSizerFlags().Expand());
  m_problem = new FlowText(this, "", Look::problem);
  m_problem->Hide();
  column->Add(m_problem, wxSizerFlags().Expand().Border(wxTOP, gap));
  return column;
}

wxSizer* PracticeLogPlace::makeHistory() {
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(makeText(this, around().words.say("practiceLog.history"), Look::heading),
              wxSizerFlags().Border(wxBOTTOM, FromDIP(space::kSmall)));
  m_history = new ScrolledPage(this);
  m_history->SetSizer(new wxBoxSizer(wxVERTICAL));
  column->Add(m_history, wxSizerFlags(1).Expand());
  return column;
}

void PracticeLogPlace::makeGrid(const app::PracticeLogState& state) {
  m_gridOf.clear();
  m_boxes.clear();
  m_grid->DestroyChildren();
  auto* sizer = new wxFlexGridSizer(static_cast<int>(domain::kWeekdays.size()) + 1,
                                    FromDIP(wxSize(space::kMedium, space::kSmall)));
  sizer->AddGrowableCol(0);
  sizer->AddSpacer(0);
  for (const auto day : domain::kWeekdays)
    sizer->Add(makeText(m_grid, around().words.say("paper.handout.day." + std::string(day)), Look::label),
               wxSizerFlags().Centre());
  for (std::size_t row = 0; row < state.rows.size(); ++row) {
    const auto& line = state.rows[row];
    m_gridOf.push_back(line.exercise);
    sizer->Add(makeText(m_grid, line.title, Look::text), wxSizerFlags().CentreVertical());
    auto& boxes = m_boxes.emplace_back();
    for (std::size_t day = 0; day < domain::kWeekdays.size(); ++day) {
      boxes[day] = new wxCheckBox(m_grid, wxID_ANY, wxString());
      setAccessibleName(
          boxes[day],
          around().words.say(
              "practiceLog.cell",
              {{"exercise", line.title},
               {"day", around().words.say("practiceLog.day." + std::string(domain::kWeekdays[day]))}}));
      boxes[day]->Bind(wxEVT_CHECKBOX, [this, row, day](wxCommandEvent& event) {
        m_presenter.tick(row, day, event.IsChecked());
      });
      sizer->Add(boxes[day], wxSizerFlags().Centre());
    }
  }
  m_grid->SetSizer(sizer);
  relayout(m_grid);
}

bool PracticeLogPlace::takeKey(const wxKeyEvent& event) {
  const wxWindow* const focus = FindFocus();
  for (std::size_t row = 0; row < m_boxes.size(); ++row)
    for (std::size_t day = 0; day < domain::kWeekdays.size(); ++day) {
      if (m_boxes[row][day] != focus || event.HasAnyModifiers()) continue;
      switch (event.GetKeyCode()) {
        case WXK_LEFT:
          m_boxes[row][day == 0 ? day : day - 1]->SetFocus();
          return true;
        case WXK_RIGHT:
          m_boxes[row][std::min(day + 1, domain::kWeekdays.size() - 1)]->SetFocus();
          return true;
        case WXK_UP:
          m_boxes[row == 0 ? row : row - 1][day]->SetFocus();
          return true;
        case WXK_DOWN:
          m_boxes[std::min(row + 1, m_boxes.size() - 1)][day]->SetFocus();
          return true;
        case 'A':
          m_presenter.tickRow(row);
          return true;
        default:
          return false;
      }
    }
  return false;
}

void PracticeLogPlace::open(domain::ClientId client) {
  m_presenter.open(client);
}

wxString PracticeLogPlace::title() const {
  const auto& state = m_presenter.state();
  return state.ready ? toWx(around().words.say("practiceLog.title", {{"client", state.clientName}}))
                     : around().say("practiceLog.place");
}

void PracticeLogPlace::entered() {
  if (!m_boxes.empty() && m_boxes.front().front()->IsEnabled()) m_boxes.front().front()->SetFocus();
}

void PracticeLogPlace::flush(Done done) {
  m_presenter.flush(std::move(done));
}

std::vector<KeyHelp> PracticeLogPlace::keys() const {
  return {{"practiceLog.key.move", "practiceLog.keys.move"},
          {"practiceLog.key.tick", "practiceLog.keys.tick"},
          {"practiceLog.key.row", "practiceLog.keys.row"}};
}

std::vector<wxWindow*> PracticeLogPlace::panes() {
  std::vector<wxWindow*> panes;
  if (!m_boxes.empty()) panes.push_back(m_boxes.front().front());
  panes.push_back(m_note);
  return panes;
}

core::Message PracticeLogPlace::saveStatus() const {
  const auto& state = m_presenter.state();
  if (state.changed) return {"practiceLog.unsaved", {}, {}};
  if (state.savedAt.empty()) return {};
  return {"session.save.saved", {{"time", state.savedAt}}, {}};
}

void PracticeLogPlace::perform(Command command) {
  if (command == Command::save) m_presenter.save();
}

std::function<void(Navigation&)> PracticeLogPlace::reopen() const {
  return [client = m_presenter.state().client](Navigation& navigation) {
    navigation.openChart(client);
    navigation.openPracticeLog(client);
  };
}

void PracticeLogPlace::mirror(const app::PracticeLogState& state) {
  // Until another client's week is read, nobody writes into the one that is still shown.
  Enable(state.ready);
  m_problem->setText(state.problem ? around().words.say(*state.problem) : std::string());
  m_problem->Show(state.problem.has_value());
  if (!state.ready) return;
  m_title->setText(toUtf8(title()));
  m_week->setText(state.week);
  m_later->Enable(state.mayGoOn);
  std::vector<domain::ExerciseSlug> wanted;
  for (const auto& row : state.rows) wanted.push_back(row.exercise);
  if (wanted != m_gridOf) {
    const bool first = m_gridOf.empty();
    makeGrid(state);
    if (first && IsShownOnScreen()) entered();
  }
  for (std::size_t row = 0; row < m_boxes.size(); ++row)
    for (std::size_t day = 0; day < domain::kWeekdays.size(); ++day)
      m_boxes[row][day]->SetValue(state.rows[row].days[day]);
  m_grid->Enable(state.brought);
  m_none->Show(state.rows.empty());
  m_notBrought->SetValue(!state.brought);
  m_memory->Show(!state.brought);
  const auto answer =
      state.fromMemory ? std::find(kAnswers.begin(), kAnswers.end(), *state.fromMemory) : kAnswers.end();
  m_answer->SetSelection(answer == kAnswers.end() ? 0 : static_cast<int>(answer - kAnswers.begin()) + 1);
  if (toUtf8(m_note->GetValue()) != state.note) m_note->ChangeValue(toWx(state.note));
  m_summary->setText(state.summary);
  if (state.history != m_historyShown) {
    m_historyShown = state.history;
    m_history->DestroyChildren();
    wxSizer* sizer = m_history->GetSizer();
    sizer->Clear();
    for (const auto& line : state.history)
      sizer->Add(new FlowText(m_history, line, Look::text),
                 wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kSmall)));
    m_history->FitInside();
  }
  Layout();
  titleChanged();
  saveStatusChanged();
}

}  // namespace unknot::ui

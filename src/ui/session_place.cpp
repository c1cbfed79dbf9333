#include "ui/session_place.h"

#include <wx/dialog.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include <cmath>

#include "core/error.h"
#include "ui/accessible.h"
#include "ui/controls.h"
#include "ui/dialogs.h"
#include "ui/form.h"

namespace unknot::ui {
namespace {

constexpr int kTickMs = 250;
constexpr int kLevels = 5;
constexpr int kNarrowestPane = 392;

struct TextField {
  app::SessionText field;
  const char* labelId;  // on its tab
  const char* nameId;   // in full, for readers
};
constexpr std::array<TextField, 5> kTexts{
    {{app::SessionText::theirWords, "session.text.theirWords", "session.textName.theirWords"},
     {app::SessionText::postureAndGait, "session.text.postureAndGait", "session.textName.postureAndGait"},
     {app::SessionText::work, "session.text.work", "session.textName.work"},
     {app::SessionText::response, "session.text.response", "session.textName.response"},
     {app::SessionText::nextTime, "session.text.nextTime", "session.textName.nextTime"}}};

// Measures that are one number for the whole session.
constexpr std::array<const char*, 4> kMeasures{"nprs-now", "sleep", "stress", "mood"};

std::string textOf(const domain::SessionContent& content, app::SessionText field) {
  switch (field) {
    case app::SessionText::lesson:
      return content.lesson;
    case app::SessionText::theirWords:
      return content.theirWords;
    case app::SessionText::postureAndGait:
      return content.postureAndGait;
    case app::SessionText::work:
      return content.work;
    case app::SessionText::response:
      return content.response;
    case app::SessionText::nextTime:
      return content.nextTime;
  }
  return {};
}

}  // namespace

SessionPlace::SessionPlace(wxWindow* parent, const Surroundings& around, app::Workspace& work,
                           const content::Content& content, const core::Clock& clock, Navigation& navigation)
    : Place(parent, around), m_content(content), m_navigation(navigation), m_timer(this) {
  m_presenter =
      std::make_unique<app::SessionPresenter>(around.tasks, work, content, clock, around.words.language(),
                                              [this](const app::SessionState& state) { show(state); });
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(makeHeader(), wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kSmall)));

  m_draftBar = new Card(this, Look::hint);
  auto* draftRow = new wxBoxSizer(wxHORIZONTAL);
  m_draftText = makeText(m_draftBar, "", Look::hint);
  draftRow->Add(m_draftText, wxSizerFlags(1).CentreVertical());
  draftRow->Add(makeButton(m_draftBar, around, "session.draft.take", [this] { m_presenter->takeDraft(); }),
                wxSizerFlags().Border(wxLEFT, FromDIP(space::kSmall)));
  draftRow->Add(makeButton(m_draftBar, around, "session.draft.drop", [this] { m_presenter->dropDraft(); }),
                wxSizerFlags().Border(wxLEFT, FromDIP(space::kSmall)));
  static_cast<Card*>(m_draftBar)->inner()->Add(draftRow, wxSizerFlags().Expand());
  m_draftBar->Hide();
  column->Add(m_draftBar, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kSmall)));

  m_splitter = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                    wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  auto* left = new wxPanel(m_splitter);
  auto* leftColumn = new wxBoxSizer(wxVERTICAL);
  leftColumn->Add(makeBrushRow(left), wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kTight)));
  BodyMapPanel::Handlers handlers;
  handlers.tap = [this](const app::MapRegion& hit, bool extend) {
    m_presenter->tapRegion(hit.region, extend);
  };
  handlers.dragOver = [this](const app::MapRegion& hit) { m_presenter->dragOver(hit.region); };
  handlers.endDrag = [this] { m_presenter->endDrag(); };
  handlers.hover = [this](const domain::BodyRegion* region) { showHover(region); };
  m_map = new BodyMapPanel(left, around, content.atlas(), std::move(handlers));
  leftColumn->Add(m_map, wxSizerFlags(1).Expand());
  m_hover = makeText(left, "", Look::small);
  leftColumn->Add(m_hover, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
  leftColumn->Add(makeTexts(left), wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kTight)));
  left->SetSizer(leftColumn);
  m_regions = new SessionRegions(m_splitter, around, *m_presenter);
  m_splitter->SetMinimumPaneSize(FromDIP(kNarrowestPane));
  m_splitter->SplitVertically(left, m_regions, FromDIP(-kNarrowestPane));
  m_splitter->SetSashGravity(1.0);
  setAccessibleName(m_splitter, around.words.say("session.map.name"));
  column->Add(m_splitter, wxSizerFlags(1).Expand());
  m_problem = new FlowText(this, "", Look::problem);
  m_problem->Hide();
  column->Add(m_problem, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kTight)));
  m_signed = makeText(this, "", Look::muted);
  m_signed->Hide();
  column->Add(m_signed, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kTight)));

  auto* margin = new wxBoxSizer(wxVERTICAL);
  margin->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(space::kMedium)));
  SetSizer(margin);

  Bind(wxEVT_CHAR_HOOK, &SessionPlace::onKey, this);
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) { m_presenter->tick(); });
  Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) {
    m_presenter->keepDraftNow();
    event.Skip();
  });
}

SessionPlace::~SessionPlace() {
  m_timer.Stop();
}

wxSizer* SessionPlace::makeHeader() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_title = makeText(this, "", Look::title);
  // A long name gives way before the buttons do.
  m_title->SetWindowStyle(m_title->GetWindowStyle() | wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
  m_title->SetMinSize(FromDIP(wxSize(120, -1)));
  row->Add(m_title, wxSizerFlags(1).CentreVertical());
  const auto label = [&](const char* id) {
    row->Add(makeText(this, around().words.say(id), Look::label),
             wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(space::kSmall)));
  };
  label("session.date");
  m_date = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(116, -1)),
                          wxTE_PROCESS_ENTER);
  setAccessibleName(m_date, around().words.say("session.date"));
  m_date->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    takeDate();
    event.Skip();
  });
  m_date->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { takeDate(); });
  row->Add(m_date, wxSizerFlags().CentreVertical());

  label("session.minutes");
  m_minutes = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(56, -1)));
  setAccessibleName(m_minutes, around().words.say("session.minutes"));
  m_minutes->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    if (!m_mirroring) m_presenter->setMinutes(toUtf8(m_minutes->GetValue()));
  });
  row->Add(m_minutes, wxSizerFlags().CentreVertical());

  m_laterNote = makeButton(this, around(), "session.laterNote.button", [this] {
    askText("session.laterNote.title", "session.laterNote.verb",
            [this](const std::string& text, std::function<void(bool)> done) {
              m_presenter->addLaterNote(text, std::move(done));
            },
            {});
  });
  row->Add(m_laterNote, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(space::kSmall)));
  m_inError = makeButton(this, around(), "session.inError.button", [this] {
    askText("session.inError.title", "session.inError.verb",
            [this](const std::string& text, std::function<void(bool)> done) {
              m_presenter->markEnteredInError(text, std::move(done));
            },
            {});
  });
  row->Add(m_inError, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(space::kSmall)));
  m_sign = makeButton(this, around(), "session.sign.button", Look::primary, [this] { askToSign(); });
  row->Add(m_sign, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(space::kMedium)));

  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(row, wxSizerFlags().Expand());
  m_dateIssue = new FlowText(this, "", Look::issue);
  m_dateIssue->Hide();
  all->Add(m_dateIssue, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
  return all;
}

void SessionPlace::takeDate() {
  if (!m_mirroring && m_shown.ready && !m_shown.readOnly)
    m_presenter->setServiceDate(toUtf8(m_date->GetValue()));
}

void SessionPlace::showHover(const domain::BodyRegion* region) {
  std::string text;
  if (region != nullptr)
    text = region->name + " · " + region->anatomicalName + " · " +
           around().words.say("side." + std::string(domain::toString(region->side)));
  m_hover->SetLabelText(toWx(text));
}

wxSizer* SessionPlace::makeBrushRow(wxWindow* parent) {
  // In a narrow window the brush goes under the rest.
  auto* both = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto toggle = [&](const char* id, std::function<void()> onPress) {
    auto* button = new wxToggleButton(parent, wxID_ANY, around().say(std::string(id) + ".text"),
                                      wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    setAccessibleName(button, around().words.say(std::string(id) + ".name"));
    button->SetToolTip(around().say(std::string(id) + ".name"));
    button->Bind(wxEVT_TOGGLEBUTTON, [onPress = std::move(onPress)](wxCommandEvent&) { onPress(); });
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(2)));
    return button;
  };
  m_momentBefore =
      toggle("session.moment.before", [this] { m_presenter->setMoment(draw::MapMoment::before); });
  m_momentAfter = toggle("session.moment.after", [this] { m_presenter->setMoment(draw::MapMoment::after); });
  row->AddSpacer(FromDIP(space::kSmall));
  m_sides = toggle("session.sides", [this] { showMap(); });
  both->Add(row, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(space::kTight)));
  row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(makeText(parent, around().words.say("session.brush"), Look::label),
           wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(space::kTight)));
  for (int i = -1; i < kLevels; ++i) {
    const std::optional<int> level = i < 0 ? std::nullopt : std::optional(i);
    const std::string word =
        around().words.say(level ? "tension." + std::to_string(i) : std::string("session.brushNone.text"));
    auto* button =
        new wxToggleButton(parent, wxID_ANY, toWx(level ? std::to_string(i) : word), wxDefaultPosition,
                           level ? FromDIP(wxSize(38, -1)) : wxDefaultSize, wxBU_EXACTFIT);
    button->SetToolTip(toWx(word));
    setAccessibleName(button, around().words.say("session.brush") + ": " +
                                  (level ? word : around().words.say("session.brushNone.name")));
    button->Bind(wxEVT_TOGGLEBUTTON, [this, level](wxCommandEvent&) { m_presenter->setBrush(level); });
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(2)));
    m_brushes.push_back(button);
  }
  both->Add(row, wxSizerFlags().Border(wxBOTTOM, FromDIP(space::kTight)));
  return both;
}

wxWindow* SessionPlace::makeTexts(wxWindow* parent) {
  m_texts = new wxNotebook(parent, wxID_ANY);
  setAccessibleName(m_texts, around().words.say("session.texts"));
  for (const auto& [field, labelId, nameId] : kTexts) {
    auto* page = new wxPanel(m_texts);
    auto* column = new wxBoxSizer(wxVERTICAL);
    if (field == app::SessionText::work) column->Add(makeLesson(page), wxSizerFlags().Expand());
    auto* text = new wxTextCtrl(page, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE);
    setAccessibleName(text, around().words.say(nameId));
    text->SetMinSize(FromDIP(wxSize(200, field == app::SessionText::work ? 52 : 88)));
    text->Bind(wxEVT_TEXT, [this, field = field, text](wxCommandEvent&) {
      if (!m_mirroring) m_presenter->setText(field, toUtf8(text->GetValue()));
    });
    column->Add(text, wxSizerFlags(1).Expand());
    page->SetSizer(column);
    m_textFields[field] = text;
    m_texts->AddPage(page, around().say(labelId));
  }
  m_texts->AddPage(makeMeasures(m_texts), around().say("session.text.measures"));
  return m_texts;
}

wxSizer* SessionPlace::makeLesson(wxWindow* parent) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const std::string label = around().words.say("session.lesson");
  row->Add(makeText(parent, label, Look::label),
           wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(space::kSmall)));
  auto* lesson = new wxTextCtrl(parent, wxID_ANY);
  setAccessibleName(lesson, label);
  lesson->Bind(wxEVT_TEXT, [this, lesson](wxCommandEvent&) {
    if (!m_mirroring) m_presenter->setText(app::SessionText::lesson, toUtf8(lesson->GetValue()));
  });
  row->Add(lesson, wxSizerFlags(1));
  m_textFields[app::SessionText::lesson] = lesson;
  return row;
}

wxWindow* SessionPlace::makeMeasures(wxWindow* parent) {
  auto* page = new wxPanel(parent);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  for (const char* slug : kMeasures) {
    const auto* instrument = domain::instrument(slug);
    if (instrument == nullptr) throw core::BugError("measure of the session screen");
    const std::string name = around().words.say(std::string("measure.") + slug);
    wxArrayString choices;
    choices.Add(toWx("–"));
    for (int value = static_cast<int>(instrument->low); value <= static_cast<int>(instrument->high); ++value)
      choices.Add(toWx(std::to_string(value)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(makeText(page, name, Look::label), wxSizerFlags().Border(wxBOTTOM, FromDIP(2)));
    auto* choice = new wxChoice(page, wxID_ANY, wxDefaultPosition, wxDefaultSize, choices);
    setAccessibleName(choice, name);
    choice->Bind(
        wxEVT_CHOICE, [this, slug = std::string(slug), low = instrument->low](wxCommandEvent& event) {
          const int at = event.GetSelection();
          m_presenter->setMeasure(slug, "", at <= 0 ? std::nullopt : std::optional<double>(low + at - 1));
        });
    column->Add(choice);
    row->Add(column, wxSizerFlags().Border(wxALL, FromDIP(space::kSmall)));
    m_measureFields[slug] = choice;
  }
  page->SetSizer(row);
  return page;
}

void SessionPlace::start(domain::ClientId client, domain::SessionKind kind) {
  m_presenter->start(client, kind);
}

void SessionPlace::open(domain::SessionId session) {
  m_presenter->open(session);
}

wxString SessionPlace::title() const {
  if (!m_shown.ready) return around().say("session.place");
  return toWx(around().words.say(
      "session.title", {{"client", m_shown.clientName}, {"number", std::to_string(m_shown.number)}}));
}

void SessionPlace::entered() {
  m_timer.Start(kTickMs);
  m_map->SetFocus();
}

void SessionPlace::flush(Done done) {
  takeDate();
  m_presenter->keepDraftNow();
  m_presenter->flush(std::move(done));
}

std::function<void(Navigation&)> SessionPlace::reopen() const {
  const auto kind = m_presenter->state().content.kind;
  return
      [client = m_presenter->client(), session = m_presenter->savedSession(), kind](Navigation& navigation) {
        navigation.openChart(client);
        if (session)
          navigation.openSession(*session);
        else
          navigation.startSession(client, kind);
      };
}

std::vector<wxWindow*> SessionPlace::panes() {
  return {m_map, m_regions->list(), m_texts};
}

core::Message SessionPlace::saveStatus() const {
  const auto& save = m_shown.save;
  switch (save.kind) {
    case app::SaveState::Kind::nothingYet:
      return {"session.save.nothingYet", {}, {}};
    case app::SaveState::Kind::saved:
      return {"session.save.saved", {{"time", save.time}}, {}};
    case app::SaveState::Kind::draftKept:
      return {"session.save.draftKept", {{"time", save.time}}, {}};
    case app::SaveState::Kind::unsaved:
      return {"session.save.unsaved", {}, {}};
    case app::SaveState::Kind::failed:
      return {"session.save.failed", {{"why", around().words.say(save.problem)}}, {}};
  }
  return {};
}

bool SessionPlace::canPerform(Command command) const {
  return command == Command::save && !m_shown.readOnly;
}

void SessionPlace::perform(Command command) {
  if (command == Command::save) m_presenter->flush([](bool) {});
}

void SessionPlace::show(const app::SessionState& state) {
  const bool titleMoved = state.clientName != m_shown.clientName || state.number != m_shown.number ||
                          state.ready != m_shown.ready;
  const bool saveMoved = !(state.save == m_shown.save);
  m_mirroring = true;
  m_shown = state;
  if (titleMoved) {
    titleChanged();
  }
  const std::string& lesson = state.content.lesson;
  const wxString heading = lesson.empty() ? title() : title() + toWx(" · " + lesson);
  if (m_title->GetLabelText() != heading) m_title->SetLabelText(heading);
  // What is being typed stays until it is read.
  if (!state.dateIssue && !m_date->HasFocus())
    setText(m_date, state.ready ? state.serviceDate : std::string());
  if (!state.minutesIssue) setText(m_minutes, state.minutes);
  m_momentBefore->SetValue(state.moment == draw::MapMoment::before);
  m_momentAfter->SetValue(state.moment == draw::MapMoment::after);
  for (std::size_t i = 0; i < m_brushes.size(); ++i)
    m_brushes[i]->SetValue(state.brush ? static_cast<int>(i) == *state.brush + 1 : i == 0);
  for (const auto& [field, control] : m_textFields) setText(control, textOf(state.content, field));
  for (const auto& [slug, control] : m_measureFields) {
    int at = 0;
    for (const auto& measure : state.content.measures)
      if (measure.instrument == slug && measure.item.empty())
        at = static_cast<int>(std::lround(measure.value - domain::instrument(slug)->low)) + 1;
    if (control->GetSelection() != at) control->SetSelection(at);
  }
  showMap();
  m_regions->show(state);

  const bool editable = state.ready && !state.readOnly && !state.draftOffered;
  for (wxWindow* control : std::initializer_list<wxWindow*>{m_date, m_minutes}) control->Enable(editable);
  for (const auto& [field, control] : m_textFields) control->SetEditable(editable);
  for (const auto& [slug, control] : m_measureFields) control->Enable(editable);
  for (auto* brush : m_brushes) brush->Enable(editable);
  bool relayout = false;
  const auto showIf = [&](wxWindow* window, bool shown) {
    if (window->IsShown() == shown) return;
    window->Show(shown);
    relayout = true;
  };
  showIf(m_sign, editable);
  showIf(m_laterNote, state.readOnly);
  showIf(m_inError, state.readOnly && !state.inError);
  showIf(m_draftBar, state.draftOffered.has_value());
  if (state.draftOffered)
    m_draftText->SetLabelText(
        toWx(around().words.say("session.draft.offer", {{"time", *state.draftOffered}})));
  const auto& issue = state.dateIssue ? state.dateIssue : state.minutesIssue;
  showIf(m_dateIssue, issue.has_value());
  if (issue) m_dateIssue->setText(around().words.say(*issue));
  showIf(m_problem, state.problem.has_value());
  if (state.problem) m_problem->setText(around().words.say(*state.problem));
  showSignatures(state);
  if (relayout) Layout();
  if (saveMoved) saveStatusChanged();
  m_mirroring = false;
}

void SessionPlace::showMap() {
  const auto views = m_sides->GetValue() ? std::array{domain::BodyView::left, domain::BodyView::right}
                                         : std::array{domain::BodyView::front, domain::BodyView::back};
  m_map->setTool(m_shown.brush ? app::MapTool::paint : app::MapTool::choose);
  m_map->showPanes({{views[0], m_shown.marks, {}}, {views[1], m_shown.marks, {}}});
}

void SessionPlace::showSignatures(const app::SessionState& state) {
  std::string text;
  for (const auto& line : state.signatureLines) text += (text.empty() ? "" : "\n") + around().words.say(line);
  if (m_signed->GetLabelText() != toWx(text)) {
    m_signed->SetLabelText(toWx(text));
    m_signed->Show(!text.empty());
    Layout();
  }
}

void SessionPlace::onKey(wxKeyEvent& event) {
  // A letter typed into a text is a letter.
  const auto* focus = wxWindow::FindFocus();
  const bool typing = dynamic_cast<const wxTextEntry*>(focus) != nullptr;
  const bool undoRedo = event.ControlDown() && (event.GetKeyCode() == 'Z' || event.GetKeyCode() == 'Y');
  if ((typing && !undoRedo) || !handleKey(event)) event.Skip();
}

bool SessionPlace::handleKey(const wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  if (event.ControlDown()) {
    if (key == 'Z' && !event.ShiftDown())
      m_presenter->undo();
    else if (key == 'Y' || key == 'Z')
      m_presenter->redo();
    else
      return false;
    return true;
  }
  if (event.AltDown()) return false;
  if (key >= '0' && key <= '4') {
    m_presenter->setLevel(key - '0');
    return true;
  }
  if (key >= WXK_NUMPAD0 && key <= WXK_NUMPAD4) {
    m_presenter->setLevel(key - WXK_NUMPAD0);
    return true;
  }
  const bool onMap = m_map->HasFocus();
  switch (key) {
    case WXK_DELETE:
    case WXK_BACK:
      m_presenter->setLevel(std::nullopt);
      return true;
    case 'X':
      m_presenter->setMoment(m_shown.moment == draw::MapMoment::before ? draw::MapMoment::after
                                                                       : draw::MapMoment::before);
      return true;
    case 'S':
      m_sides->SetValue(!m_sides->GetValue());
      showMap();
      return true;
    case 'C':
      m_presenter->toggle(app::Finding::contracted);
      return true;
    case 'M':
      m_presenter->toggle(app::Finding::limited);
      return true;
    case 'N':
      m_presenter->toggle(app::Finding::noControl);
      return true;
    case '=':
      // Shift makes it the plus of most keyboards, which is the map's.
      if (event.ShiftDown()) return false;
      m_presenter->sameAsBefore();
      return true;
    case WXK_SPACE:
      if (!onMap) return false;
      m_presenter->confirmGhost();
      return true;
    case WXK_ESCAPE:
      if (!m_shown.brush && m_shown.selected.empty()) return false;
      m_presenter->setBrush(std::nullopt);
      m_presenter->select({});
      return true;
    case WXK_LEFT:
      if (onMap) moveOnMap(-1, 0, event.ShiftDown());
      return onMap;
    case WXK_RIGHT:
      if (onMap) moveOnMap(1, 0, event.ShiftDown());
      return onMap;
    case WXK_UP:
      if (onMap) moveOnMap(0, -1, event.ShiftDown());
      return onMap;
    case WXK_DOWN:
      if (onMap) moveOnMap(0, 1, event.ShiftDown());
      return onMap;
    default:
      return false;
  }
}

void SessionPlace::moveOnMap(int dx, int dy, bool extend) {
  if (m_shown.selected.empty()) {
    m_presenter->select({m_content.atlas().regions().front().slug});
    return;
  }
  const auto* next = m_map->neighbour(m_shown.selected.back(), dx, dy);
  if (next == nullptr) return;
  std::vector<domain::RegionSlug> selected;
  if (extend) selected = m_shown.selected;
  std::erase(selected, next->slug);
  selected.push_back(next->slug);
  m_presenter->select(std::move(selected));
}

void SessionPlace::askToSign() {
  std::string hints;
  for (const auto& hint : m_shown.signingHints) hints += "\n•  " + around().words.say(hint);
  const core::Message question =
      hints.empty() ? core::Message{"session.sign.question", {}, {}}
                    : core::Message{"session.sign.questionWithHints", {{"hints", hints}}, {}};
  if (!ask(this, around().words, question, "session.sign.verb", "session.sign.notYet")) return;
  m_presenter->sign([] {});
}

void SessionPlace::askText(const char* titleId, const char* verbId, const SignText& sign,
                           const std::string& before) {
  wxDialog dialog(this, wxID_ANY, around().say(titleId));
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(makeText(&dialog, around().words.say(std::string(titleId) + "Help"), Look::label),
              wxSizerFlags().Border(wxBOTTOM, FromDIP(space::kSmall)));
  auto* text = new wxTextCtrl(&dialog, wxID_ANY, toWx(before), wxDefaultPosition, FromDIP(wxSize(460, 140)),
                              wxTE_MULTILINE);
  setAccessibleName(text, around().words.say(titleId));
  column->Add(text, wxSizerFlags(1).Expand());
  // What was typed is not thrown away by a slip of the finger.
  const auto leave = [this, &dialog, text] {
    if (text->IsEmpty() || ask(&dialog, around().words, {"session.draft.discardText", {}, {}},
                               "session.draft.discard", "session.draft.keepTyping"))
      dialog.EndModal(wxID_CANCEL);
  };
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->AddStretchSpacer();
  buttons->Add(makeButton(&dialog, around(), "session.cancel", leave),
               wxSizerFlags().Border(wxRIGHT, FromDIP(space::kSmall)));
  buttons->Add(makeButton(&dialog, around(), verbId, Look::primary, [&dialog] { dialog.EndModal(wxID_OK); }));
  column->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kMedium)));
  auto* margin = new wxBoxSizer(wxVERTICAL);
  margin->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(space::kLarge)));
  dialog.SetSizerAndFit(margin);
  dialog.Bind(wxEVT_CLOSE_WINDOW, [leave](wxCloseEvent&) { leave(); });
  dialog.Bind(wxEVT_CHAR_HOOK, [leave](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_ESCAPE)
      leave();
    else
      event.Skip();
  });
  text->SetFocus();
  if (dialog.ShowModal() != wxID_OK) return;
  const std::string typed = toUtf8(text->GetValue());
  sign(typed, [this, titleId, verbId, sign, typed](bool kept) {
    // Why it could not be kept stands on the screen; the words come back with the question.
    if (!kept) CallAfter([this, titleId, verbId, sign, typed] { askText(titleId, verbId, sign, typed); });
  });
}

}  // namespace unknot::ui

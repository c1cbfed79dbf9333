#include "ui/session_place.h"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <utility>

#include "ui/accessible.h"
#include "ui/dialogs.h"

namespace unknot::ui {
namespace {

using app::MapShow;
using domain::BodyView;
using domain::Moment;

constexpr int kTickMs = 250;
constexpr int kListsWidth = 392;
constexpr int kLowestRow = 96;
constexpr int kLowestMap = 250;

std::vector<BodyView> viewsOf(MapViews views) {
  switch (views) {
    case MapViews::frontAndBack:
      return {BodyView::front, BodyView::back};
    case MapViews::sides:
      return {BodyView::left, BodyView::right};
    case MapViews::all:
      return {BodyView::front, BodyView::back, BodyView::left, BodyView::right};
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
  m_header = new SessionHeader(this, around, *m_presenter,
                               {[this] { askToSign(); },
                                [this] {
                                  askText({"session.laterNote.title", "session.laterNote.verb"},
                                          [this](const std::string& text, std::function<void(bool)> done) {
                                            m_presenter->addLaterNote(text, std::move(done));
                                          },
                                          {});
                                },
                                [this] {
                                  askText({"session.inError.title", "session.inError.verb"},
                                          [this](const std::string& text, std::function<void(bool)> done) {
                                            m_presenter->markEnteredInError(text, std::move(done));
                                          },
                                          {});
                                },
                                [this] { print(); }});
  column->Add(m_header, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kSmall)));
  m_flags = new FlagChips(this, around, [this](const std::string& flag) {
    m_navigation.showFlag(m_presenter->client(), flag, [this] { m_presenter->readFlags(); });
  });
  column->Add(m_flags, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kTight)));
  column->Add(makeDraftBar(), wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kSmall)));
  m_doubts = new DoubtBar(this, around, *m_presenter);

  m_rows = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  m_columns = new wxSplitterWindow(m_rows, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  wxWindow* const map = makeMapSide(m_columns);
  wxWindow* const lists = makeLists(m_columns);
  m_columns->SetMinimumPaneSize(FromDIP(kListsWidth));
  m_columns->SplitVertically(map, lists, FromDIP(-kListsWidth));
  m_columns->SetSashGravity(1.0);
  m_texts = new SessionTexts(m_rows, around, content.sessionLists(), *m_presenter);
  m_texts->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
    makeRoomForTexts();
    event.Skip();
  });
  m_rows->SetMinimumPaneSize(FromDIP(kLowestRow));
  m_rows->SplitHorizontally(m_columns, m_texts, -m_texts->wantedHeight());
  m_rows->SetSashGravity(1.0);
  setAccessibleName(m_columns, around.words.say("session.map.name"));
  column->Add(m_rows, wxSizerFlags(1).Expand());
  column->Add(m_doubts, wxSizerFlags().Expand());
  m_problem = new FlowText(this, "", Look::problem);
  m_problem->Hide();
  column->Add(m_problem, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kTight)));
  m_signed = makeText(this, "", Look::muted);
  m_signed->Hide();
  column->Add(m_signed, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kTight)));

  auto* margin = new wxBoxSizer(wxVERTICAL);
  margin->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(space::kMedium)));
  SetSizer(margin);

  m_keys = std::make_unique<SessionKeys>(
      *m_presenter, SessionKeys::Screen{[this] { m_bar->nextViews(); },
                                        [this](const wxString& side) { m_shorthand->begin(side); },
                                        [this](const domain::RegionSlug& from, domain::Direction direction) {
                                          return m_map->neighbour(from, direction);
                                        },
                                        [this] {
                                          const auto& regions = m_content.atlas().regions();
                                          return regions.empty() ? nullptr : &regions.front();
                                        }});
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

wxWindow* SessionPlace::makeDraftBar() {
  auto* bar = new Card(this, Look::hint);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_draftText = makeText(bar, "", Look::hint);
  row->Add(m_draftText, wxSizerFlags(1).CentreVertical());
  row->Add(makeButton(bar, around(), "session.draft.take", [this] { m_presenter->takeDraft(); }),
           wxSizerFlags().Border(wxLEFT, FromDIP(space::kSmall)));
  row->Add(makeButton(bar, around(), "session.draft.drop", [this] { m_presenter->dropDraft(); }),
           wxSizerFlags().Border(wxLEFT, FromDIP(space::kSmall)));
  bar->inner()->Add(row, wxSizerFlags().Expand());
  bar->Hide();
  m_draftBar = bar;
  return bar;
}

wxWindow* SessionPlace::makeMapSide(wxWindow* parent) {
  m_mapSide = new wxPanel(parent);
  auto* column = new wxBoxSizer(wxVERTICAL);
  m_bar = new MapBar(m_mapSide, around(), *m_presenter, [this](MapViews views) {
    m_views = views;
    showMap(m_shown);
  });
  column->Add(m_bar, wxSizerFlags().Expand());
  m_mapSide->SetSizer(column);
  makeMap(m_build);
  m_shorthand = new ShorthandLine(m_mapSide, around(), *m_presenter);
  column->Add(m_shorthand, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(space::kTight)));
  return m_mapSide;
}

void SessionPlace::makeMap(domain::BodyBuild build) {
  constexpr std::size_t kUnderTheBar = 1;
  wxSizer* column = m_mapSide->GetSizer();
  const bool focused = m_map != nullptr && m_map->HasFocus();
  if (m_map != nullptr) m_map->Destroy();
  m_build = build;
  m_map = new BodyMapPanel(m_mapSide, around(), m_content.atlas(build), mapHandlers());
  m_map->SetMinSize(FromDIP(wxSize(280, kLowestMap)));
  column->Insert(kUnderTheBar, m_map, wxSizerFlags(1).Expand());
  // Before what follows it in the round of the Tab key.
  m_map->MoveAfterInTabOrder(m_bar);
  m_mapSide->Layout();
  if (focused) m_map->SetFocus();
}

app::MapHandlers SessionPlace::mapHandlers() {
  app::MapHandlers handlers;
  handlers.tap = [this](const app::MapRegion& hit, bool extend) {
    m_presenter->tapRegion(hit.region, extend, momentOf(hit.pane));
  };
  handlers.beginDrag = [this] { m_presenter->beginDrag(); };
  handlers.dragOver = [this](const app::MapRegion& hit) {
    m_presenter->dragOver(hit.region, momentOf(hit.pane));
  };
  handlers.endDrag = [this] { m_presenter->endDrag(); };
  handlers.hover = [this](const std::optional<app::MapRegion>& hit) { showHover(hit); };
  handlers.pointUnder = [this](BodyView view, const core::Affine& placement, core::Point at,
                               double tolerance) {
    return draw::pointAt(m_content.atlas(m_build), view, m_shown.marks, placement, at, tolerance);
  };
  handlers.tapPoint = [this](std::size_t mark) { m_presenter->selectPoint(mark); };
  handlers.place = [this](BodyView view, core::Point at, std::optional<core::Point> end) {
    m_presenter->placePoint(view, at, end);
  };
  return handlers;
}

wxWindow* SessionPlace::makeLists(wxWindow* parent) {
  m_lists = new wxNotebook(parent, wxID_ANY);
  setAccessibleName(m_lists, around().words.say("session.lists"));
  m_regions = new SessionRegions(m_lists, around(), *m_presenter);
  m_lists->AddPage(m_regions, around().say("session.list.name"));
  m_points = new SessionPoints(m_lists, around(), *m_presenter);
  m_lists->AddPage(m_points, around().say("session.points.name"));
  return m_lists;
}

void SessionPlace::start(domain::ClientId client, domain::SessionKind kind) {
  m_presenter->start(client, kind);
}

void SessionPlace::open(domain::SessionId session) {
  m_presenter->open(session);
}

void SessionPlace::resume(domain::SessionId session, app::SessionText text) {
  m_presenter->open(session);
  m_resume = text;
}

wxString SessionPlace::title() const {
  if (!m_shown.ready) return around().say("session.place");
  const auto kind = m_shown.content.kind;
  if (kind != domain::SessionKind::handsOn)
    return toWx(around().words.say(
        "session.noteTitle",
        {{"client", m_shown.clientName},
         {"kind", around().words.say("sessionKind." + std::string(domain::toString(kind)))}}));
  return toWx(around().words.say(
      "session.title", {{"client", m_shown.clientName}, {"number", std::to_string(m_shown.number)}}));
}

wxString SessionPlace::headingOf(const app::SessionState& state) const {
  wxString heading = title();
  if (!state.ready) return heading;
  if (!state.content.lesson.empty()) heading += toWx(" · " + state.content.lesson);
  return heading;
}

void SessionPlace::entered() {
  m_timer.Start(kTickMs);
  if (m_handsOn)
    m_map->SetFocus();
  else
    m_texts->SetFocus();
}

void SessionPlace::flush(Done done) {
  m_header->takeDate();
  const bool entered = m_shorthand->take();
  m_presenter->keepDraftNow();
  // A line that can't be read would be lost: it is mended first, or emptied.
  m_presenter->flush([entered, done = std::move(done)](bool saved) { done(saved && entered); });
}

std::function<void(Navigation&)> SessionPlace::reopen() const {
  const auto kind = m_presenter->state().content.kind;
  return [client = m_presenter->client(), session = m_presenter->savedSession(), kind,
          typing = m_texts->focused()](Navigation& navigation) {
    navigation.openChart(client);
    if (session && typing)
      navigation.resumeSession(*session, *typing);
    else if (session)
      navigation.openSession(*session);
    else
      navigation.startSession(client, kind);
  };
}

std::vector<wxWindow*> SessionPlace::panes() {
  if (!m_handsOn) return {m_texts};
  return {m_map, m_shorthand->field(), m_lists, m_texts};
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
  return command == Command::print || (command == Command::save && !m_shown.readOnly);
}

void SessionPlace::perform(Command command) {
  if (command == Command::save) flush([](bool) {});
  if (command == Command::print) print();
}

// What is on the screen is what is printed: it is saved first.
void SessionPlace::print() {
  flush([this](bool saved) {
    const auto session = m_presenter->savedSession();
    if (saved && session) m_navigation.openSessionSummary(m_presenter->client(), *session);
  });
}

std::vector<KeyHelp> SessionPlace::keys() const {
  return m_handsOn ? SessionKeys::help() : std::vector<KeyHelp>();
}

Moment SessionPlace::momentOf(std::size_t pane) const {
  const bool second = m_shown.show == MapShow::sideBySide && pane >= viewsOf(m_views).size();
  return second ? Moment::after : m_shown.show == MapShow::sideBySide ? Moment::before : m_shown.moment;
}

void SessionPlace::showMap(const app::SessionState& state) {
  std::vector<MapPane> panes;
  const auto add = [&](const draw::BodyMapMarks& marks, const std::string& title) {
    for (const auto view : viewsOf(m_views)) panes.push_back({view, marks, title});
  };
  if (state.show == MapShow::sideBySide) {
    add(state.marks, around().words.say("session.before"));
    add(state.marksAfter, around().words.say("session.after"));
  } else {
    add(state.marks, state.show == MapShow::difference ? around().words.say("session.moment.difference.text")
                                                       : std::string());
  }
  m_map->setTool(state.tool == domain::PointKind::radiating         ? app::MapTool::line
                 : state.tool                                       ? app::MapTool::point
                 : state.brush && state.show != MapShow::difference ? app::MapTool::paint
                                                                    : app::MapTool::choose);
  m_map->showPanes(std::move(panes));
}

void SessionPlace::showHover(const std::optional<app::MapRegion>& hit) {
  std::string text;
  const auto* region = hit ? m_content.atlas().find(hit->region) : nullptr;
  if (region != nullptr)
    text = region->name + " · " + region->anatomicalName + " · " +
           around().words.say("side." + std::string(domain::toString(region->side)));
  m_shorthand->showHovered(text);
  m_presenter->pointAt(hit ? std::optional(hit->region) : std::nullopt,
                       hit ? std::optional(momentOf(hit->pane)) : std::nullopt);
}

void SessionPlace::showHandsOn(bool handsOn) {
  if (handsOn == m_handsOn) return;
  m_handsOn = handsOn;
  if (handsOn) {
    m_columns->Show();
    m_rows->SplitHorizontally(m_columns, m_texts, -m_texts->wantedHeight());
  } else {
    // Nothing hidden keeps the focus: the keys would go nowhere.
    m_texts->SetFocus();
    m_rows->Unsplit(m_columns);
  }
}

void SessionPlace::chooseList(int list) {
  if (m_lists->GetSelection() == list) return;
  // The list takes the focus with it; whoever charts on the map stays there.
  const bool onMap = m_map->HasFocus();
  m_lists->ChangeSelection(static_cast<std::size_t>(list));
  if (onMap) m_map->SetFocus();
}

// A list of observations needs more height than a few lines of text; the map gives it and takes it back.
void SessionPlace::makeRoomForTexts() {
  if (!m_rows->IsSplit()) return;
  const int most = m_rows->GetClientSize().y - FromDIP(kLowestMap + 60);
  m_rows->SetSashPosition(-std::min(m_texts->wantedHeight(), std::max(most, FromDIP(kLowestRow))));
}

void SessionPlace::show(const app::SessionState& state) {
  const bool titleMoved = state.clientName != m_shown.clientName || state.number != m_shown.number ||
                          state.ready != m_shown.ready;
  const bool saveMoved = !(state.save == m_shown.save);
  const bool pointChosen = state.selectedPoint && state.selectedPoint != m_shown.selectedPoint;
  const bool pointLeft = m_shown.selectedPoint && !state.selectedPoint;
  m_shown = state;
  if (state.build != m_build) makeMap(state.build);
  if (titleMoved) titleChanged();
  m_header->show(state, headingOf(state));
  m_flags->show(state.flags.lines);
  m_bar->show(state);
  showMap(state);
  m_regions->show(state);
  m_points->show(state);
  m_shorthand->show(state);
  m_texts->show(state);
  m_doubts->show(state.doubts);
  if (pointChosen) chooseList(1);
  if (titleMoved || pointLeft) chooseList(0);
  // Another session never opens on the private memo of the one before.
  if (titleMoved && m_texts->GetSelection() != 0) m_texts->ChangeSelection(0);
  if (state.ready) showHandsOn(state.content.kind == domain::SessionKind::handsOn);

  if (state.ready && m_resume) m_texts->focus(*std::exchange(m_resume, {}));

  bool relayout = false;
  const auto showIf = [&](wxWindow* window, bool shown) {
    if (window->IsShown() == shown) return;
    window->Show(shown);
    relayout = true;
  };
  showIf(m_draftBar, state.draftOffered.has_value());
  if (state.draftOffered)
    m_draftText->SetLabelText(
        toWx(around().words.say("session.draft.offer", {{"time", *state.draftOffered}})));
  showIf(m_problem, state.problem.has_value());
  if (state.problem) m_problem->setText(around().words.say(*state.problem));
  showSignatures(state);
  if (relayout) Layout();
  if (saveMoved) saveStatusChanged();
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

void SessionPlace::askToSign() {
  if (!m_shorthand->take()) return;
  std::string hints;
  for (const auto& hint : m_shown.signingHints) hints += "\n•  " + around().words.say(hint);
  const core::Message question =
      hints.empty() ? core::Message{m_handsOn ? "session.sign.question" : "session.sign.noteQuestion", {}, {}}
                    : core::Message{"session.sign.questionWithHints", {{"hints", hints}}, {}};
  if (!ask(this, around().words, question, "session.sign.verb", "session.sign.notYet")) return;
  m_presenter->sign(
      {}, [] {}, [this](const core::Message& why) { signOver(why, {}); });
}

void SessionPlace::signOver(const core::Message& why, const std::string& before) {
  if (!ask(this, around().words, why, "session.signOver.ask", "session.sign.notYet")) return;
  const auto typed = askSignedText(this, around(), {"session.signOver.title", "session.sign.verb"}, before);
  if (typed)
    m_presenter->sign(
        *typed, [] {}, [this, typed](const core::Message& again) { signOver(again, *typed); });
}

void SessionPlace::askText(const SignedTextWords& words, const SignText& sign, const std::string& before) {
  const auto typed = askSignedText(this, around(), words, before);
  if (!typed) return;
  sign(*typed, [this, words, sign, typed](bool kept) {
    // Why it could not be kept stands on the screen; the words come back with the question.
    if (!kept) CallAfter([this, words, sign, typed] { askText(words, sign, *typed); });
  });
}

bool SessionPlace::keysChart(const wxWindow* focus) const {
  if (focus == nullptr) return true;
  if (dynamic_cast<const wxTextEntry*>(focus) != nullptr || dynamic_cast<const wxChoice*>(focus) != nullptr)
    return false;
  for (const wxWindow* at = focus; at != nullptr && at != this; at = at->GetParent())
    if (at == m_mapSide || at == m_lists) return true;
  return focus == this;
}

void SessionPlace::onKey(wxKeyEvent& event) {
  // A letter typed into a text is a letter.
  const auto* focus = wxWindow::FindFocus();
  const bool undoRedo = event.ControlDown() && (event.GetKeyCode() == 'Z' || event.GetKeyCode() == 'Y');
  if (event.GetKeyCode() == WXK_ESCAPE && focus == m_shorthand->field())
    m_map->SetFocus();
  else if ((!keysChart(focus) && !undoRedo) || !m_keys->handle(event, m_handsOn, m_map->HasFocus()))
    event.Skip();
}

}  // namespace unknot::ui

#include "ui/home_practice_place.h"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "ui/accessible.h"
#include "ui/dialogs.h"
#include "ui/form.h"
#include "ui/home_practice_lists.h"

namespace unknot::ui {
namespace {

constexpr std::array kSides{domain::PlanSide::none, domain::PlanSide::left, domain::PlanSide::right,
                            domain::PlanSide::both};

constexpr int kNumberWidth = 80;
constexpr int kNoteHeight = 96;
constexpr int kLeastList = 164;
constexpr std::array kShelves{app::Shelf::library, app::Shelf::suggested, app::Shelf::leftOut,
                              app::Shelf::series, app::Shelf::putAway};
constexpr std::array kShelfIds{"library", "suggested", "leftOut", "series", "putAway"};

}  // namespace

HomePracticePlace::HomePracticePlace(wxWindow* parent, const Surroundings& around, app::Workspace& work,
                                     const content::Content& content, const core::Clock& clock,
                                     Navigation& navigation)
    : Place(parent, around),
      m_content(content),
      m_navigation(navigation),
      m_pictures(around, [this](const domain::ExerciseSlug& exercise) {
        m_library->pictureDrawn(exercise);
        m_plan->pictureDrawn(exercise);
      }) {
  m_presenter = std::make_unique<app::HomePracticePresenter>(
      around.tasks, work, content, clock, around.words.language(),
      [this](const app::HomePracticeState& state) { show(state); });
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* header = new wxBoxSizer(wxHORIZONTAL);
  m_title = new FlowText(this, "", Look::title);
  header->Add(m_title, wxSizerFlags(1).CentreVertical());
  header->Add(makeButton(this, around, "plan.returned",
                         [this] { m_navigation.openPracticeLog(m_presenter->client()); }),
              wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(space::kSmall)));
  header->Add(makeButton(
                  this, around, "plan.preview", Look::primary, [this] { preview(); }, "print"),
              wxSizerFlags().CentreVertical());
  column->Add(header, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kMedium)));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(makeLibrary(), wxSizerFlags(1).Expand().Border(wxRIGHT, FromDIP(space::kLarge)));
  row->Add(makePlanTabs(), wxSizerFlags(1).Expand());
  column->Add(row, wxSizerFlags(1).Expand());
  m_problem = new FlowText(this, "", Look::problem);
  m_problem->Hide();
  column->Add(m_problem, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kSmall)));
  auto* margin = new wxBoxSizer(wxVERTICAL);
  margin->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(space::kLarge)));
  SetSizer(margin);
}

wxSizer* HomePracticePlace::makeLibrary() {
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(makeText(this, around().words.say("plan.library"), Look::heading),
              wxSizerFlags().Border(wxBOTTOM, FromDIP(space::kSmall)));
  auto* filter = new wxBoxSizer(wxHORIZONTAL);
  m_shelf = new wxChoice(this, wxID_ANY);
  setAccessibleName(m_shelf, around().words.say("plan.shelf"));
  m_shelf->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    m_presenter->setShelf(kShelves[static_cast<std::size_t>(event.GetSelection())]);
  });
  filter->Add(m_shelf, wxSizerFlags().Border(wxRIGHT, FromDIP(space::kSmall)));
  m_search = new wxTextCtrl(this, wxID_ANY);
  m_search->SetHint(around().say("plan.search"));
  setAccessibleName(m_search, around().words.say("plan.search"));
  m_search->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    if (!m_mirroring) m_presenter->setSearch(toUtf8(m_search->GetValue()));
  });
  filter->Add(m_search, wxSizerFlags(1).Border(wxRIGHT, FromDIP(space::kSmall)));
  wxArrayString positions;
  positions.Add(around().say("plan.anyPosition"));
  for (const auto position : domain::kPositions)
    positions.Add(around().say("position." + std::string(domain::toString(position))));
  m_position = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, positions);
  m_position->SetSelection(0);
  setAccessibleName(m_position, around().words.say("plan.position"));
  m_position->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    const int at = event.GetSelection();
    m_presenter->setPosition(at <= 0 ? std::nullopt
                                     : std::optional(domain::kPositions[static_cast<std::size_t>(at - 1)]));
  });
  filter->Add(m_position);
  column->Add(filter, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kSmall)));
  m_grounds = new FlowText(this, "", Look::hint);
  m_grounds->Hide();
  column->Add(m_grounds, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kSmall)));
  m_library = new LibraryGrid(this, around(), m_content, m_pictures,
                              [this](const std::string& card) { m_presenter->add(card); });
  m_library->onChosen = [this] { showButtons(); };
  column->Add(m_library, wxSizerFlags(1).Expand());
  auto* buttons = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
  const auto add = [&](const char* id, std::function<void()> onPress, const char* icon = "") {
    auto* button = makeButton(this, around(), id, std::move(onPress), icon);
    buttons->Add(button, wxSizerFlags().Border(wxRIGHT | wxTOP, FromDIP(space::kSmall)));
    return button;
  };
  const auto addChosen = [this] {
    if (const auto slug = m_library->chosen(); !slug.empty()) m_presenter->add(slug);
  };
  m_add = add("plan.add", addChosen, "add");
  m_putBack = add("plan.putBack", addChosen);
  // Begins with what is chosen, so that its words and cautions need not be written again.
  m_own = add("plan.own", [this] { m_navigation.openOwnExercise(m_library->chosen()); });
  m_rename = add("plan.template.rename", [this] { renameTemplate(); });
  m_remove = add("plan.delete", [this] { removeChosen(); });
  column->Add(buttons, wxSizerFlags().Expand());
  return column;
}

wxWindow* HomePracticePlace::makePlanTabs() {
  m_tabs = new wxNotebook(this, wxID_ANY);
  setAccessibleName(m_tabs, around().words.say("plan.tabs"));
  const auto add = [&](const char* id, auto make) {
    auto* page = new wxPanel(m_tabs);
    setLook(page, Look::page);
    auto* margin = new wxBoxSizer(wxVERTICAL);
    margin->Add((this->*make)(page), wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(space::kSmall)));
    page->SetSizer(margin);
    m_tabs->AddPage(page, around().say(id));
  };
  add("plan.list", &HomePracticePlace::makePlan);
  add("plan.whole", &HomePracticePlace::makeWhole);
  return m_tabs;
}

wxSizer* HomePracticePlace::makePlan(wxWindow* parent) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* heading = new wxBoxSizer(wxHORIZONTAL);
  const auto add = [&](const char* id, std::function<void()> onPress) {
    heading->Add(makeButton(parent, around(), id, std::move(onPress)),
                 wxSizerFlags().Border(wxRIGHT, FromDIP(space::kTight)));
  };
  add("plan.up", [this] { m_presenter->moveSelected(-1); });
  add("plan.down", [this] { m_presenter->moveSelected(1); });
  add("plan.remove", [this] { m_presenter->removeSelected(); });
  column->Add(heading, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kSmall)));
  PlanList::Handlers handlers;
  handlers.select = [this](std::optional<std::size_t> row) { m_presenter->select(row); };
  handlers.move = [this](std::size_t from, std::size_t to) { m_presenter->move(from, to); };
  handlers.moveSelected = [this](int by) { m_presenter->moveSelected(by); };
  handlers.remove = [this] { m_presenter->removeSelected(); };
  m_plan = new PlanList(parent, around(), m_content, m_pictures, std::move(handlers));
  m_plan->SetMinSize(FromDIP(wxSize(-1, kLeastList)));
  column->Add(m_plan, wxSizerFlags(1).Expand());
  m_many = new FlowText(parent, around().words.say("plan.many"), Look::hint);
  m_many->Hide();
  column->Add(m_many, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kSmall)));

  auto* card = new Card(parent);
  m_editor = card;
  card->inner()->Add(makeItemEditor(card), wxSizerFlags().Expand());
  column->Add(card, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kSmall)));

  return column;
}

// What is said and printed of the plan as a whole.
wxSizer* HomePracticePlace::makeWhole(wxWindow* parent) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  const int gap = FromDIP(space::kSmall);
  column->Add(makeText(parent, around().words.say("plan.note"), Look::label));
  m_note = new wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(-1, kNoteHeight)),
                          wxTE_MULTILINE);
  setAccessibleName(m_note, around().words.say("plan.note"));
  m_note->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    if (!m_mirroring) m_presenter->setNote(toUtf8(m_note->GetValue()));
  });
  column->Add(m_note, wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  column->Add(makeText(parent, around().words.say("plan.reviewOn"), Look::label));
  m_review =
      new wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  setAccessibleName(m_review, around().words.say("plan.reviewOn"));
  m_review->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    takeReview();
    event.Skip();
  });
  m_review->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { takeReview(); });
  column->Add(m_review, wxSizerFlags().Expand());
  m_reviewIssue = new FlowText(parent, "", Look::issue);
  m_reviewIssue->Hide();
  column->Add(m_reviewIssue, wxSizerFlags().Expand());
  column->AddSpacer(gap);
  column->Add(makeText(parent, around().words.say("plan.weeks"), Look::label));
  wxArrayString weeks;
  for (int week = 1; week <= domain::kMostWeeks; ++week) weeks.Add(toWx(std::to_string(week)));
  m_weeks = new wxChoice(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, weeks);
  setAccessibleName(m_weeks, around().words.say("plan.weeks"));
  m_weeks->Bind(wxEVT_CHOICE,
                [this](wxCommandEvent& event) { m_presenter->setWeeks(event.GetSelection() + 1); });
  column->Add(m_weeks, wxSizerFlags().Border(wxBOTTOM, gap));
  m_grouped = new wxCheckBox(parent, wxID_ANY, around().say("plan.grouped"));
  setAccessibleName(m_grouped, toUtf8(m_grouped->GetLabelText()));
  m_grouped->Bind(wxEVT_CHECKBOX,
                  [this](wxCommandEvent& event) { m_presenter->setGrouped(event.IsChecked()); });
  column->Add(m_grouped, wxSizerFlags().Border(wxBOTTOM, FromDIP(space::kLarge)));
  m_keep = makeButton(parent, around(), "plan.template.keep", [this] { keepAsTemplate(); });
  column->Add(m_keep);
  return column;
}

wxSpinCtrl* HomePracticePlace::addNumber(wxWindow* parent, wxSizer* sizer, const char* labelId, int low,
                                         int high, std::function<void(int)> onEdit) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  const std::string label = around().words.say(labelId);
  column->Add(makeText(parent, label, Look::label));
  auto* spin = new wxSpinCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition,
                              FromDIP(wxSize(kNumberWidth, -1)), wxSP_ARROW_KEYS, low, high);
  setLook(spin, Look::compact);
  setAccessibleName(spin, label);
  spin->Bind(wxEVT_SPINCTRL, [this, onEdit = std::move(onEdit)](wxSpinEvent& event) {
    if (!m_mirroring) onEdit(event.GetPosition());
  });
  column->Add(spin);
  sizer->Add(column, wxSizerFlags().Border(wxRIGHT, FromDIP(space::kTight)));
  return spin;
}

wxSizer* HomePracticePlace::makeItemEditor(wxWindow* parent) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* dose = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
  auto* sideColumn = new wxBoxSizer(wxVERTICAL);
  sideColumn->Add(makeText(parent, around().words.say("plan.side"), Look::label));
  wxArrayString sides;
  for (const auto side : kSides)
    sides.Add(around().say("plan.sideChoice." + std::string(domain::toString(side))));
  m_side = new wxChoice(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, sides);
  setAccessibleName(m_side, around().words.say("plan.side"));
  m_side->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    m_presenter->setSide(kSides[static_cast<std::size_t>(event.GetSelection())]);
  });
  sideColumn->Add(m_side);
  dose->Add(sideColumn, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(space::kSmall)));
  m_repetitions = addNumber(parent, dose, "plan.repetitions", 1, 100,
                            [this](int value) { m_presenter->setRepetitions(value); });
  m_rounds =
      addNumber(parent, dose, "plan.rounds", 1, 20, [this](int value) { m_presenter->setRounds(value); });
  m_timesADay = addNumber(parent, dose, "plan.timesADay", 1, 10,
                          [this](int value) { m_presenter->setTimesADay(value); });
  m_minutes =
      addNumber(parent, dose, "plan.minutes", 1, 60, [this](int value) { m_presenter->setMinutes(value); });
  column->Add(dose, wxSizerFlags().Expand());
  column->Add(makeText(parent, around().words.say("plan.cue"), Look::label));
  m_cue = new wxTextCtrl(parent, wxID_ANY);
  setAccessibleName(m_cue, around().words.say("plan.cue"));
  m_cue->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    if (!m_mirroring) m_presenter->setCue(toUtf8(m_cue->GetValue()));
  });
  column->Add(m_cue, wxSizerFlags().Expand());
  m_care = new FlowText(parent, "", Look::hint);
  m_care->Hide();
  column->Add(m_care, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kSmall)));
  m_against = new FlowText(parent, "", Look::issue);
  column->Add(m_against, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kSmall)));
  m_reasonLabel = makeText(parent, around().words.say("plan.reason"), Look::label);
  column->Add(m_reasonLabel);
  m_reason = new wxTextCtrl(parent, wxID_ANY);
  setAccessibleName(m_reason, around().words.say("plan.reason"));
  m_reason->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    if (!m_mirroring) m_presenter->setReason(toUtf8(m_reason->GetValue()));
  });
  column->Add(m_reason, wxSizerFlags().Expand());
  column->Add(makeText(parent, around().words.say("plan.video"), Look::label));
  m_video =
      new wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  setAccessibleName(m_video, around().words.say("plan.video"));
  m_video->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    takeVideo();
    event.Skip();
  });
  m_video->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { takeVideo(); });
  column->Add(m_video, wxSizerFlags().Expand());
  m_videoIssue = new FlowText(parent, "", Look::issue);
  m_videoIssue->Hide();
  column->Add(m_videoIssue, wxSizerFlags().Expand());
  return column;
}

void HomePracticePlace::open(domain::ClientId client) {
  m_presenter->open(client);
}

wxString HomePracticePlace::title() const {
  return m_shown.ready ? toWx(around().words.say("plan.title", {{"client", m_shown.clientName}}))
                       : around().say("plan.place");
}

void HomePracticePlace::entered() {
  m_presenter->refreshGrounds();
  m_library->SetFocus();
}

void HomePracticePlace::save(Done done) {
  takeReview();
  takeVideo();
  m_presenter->flush(std::move(done));
}

void HomePracticePlace::flush(Done done) {
  save([this, done = std::move(done)](bool saved) {
    if (saved) return done(true);
    // It can't be saved as it stands: either it is mended, or it is given up knowingly.
    const bool leave =
        mayAsk() && ask(this, around().words, {"plan.leave", {}, {}}, "plan.leaveYes", "plan.leaveNo");
    if (leave) m_presenter->dropChanges();
    done(leave);
  });
}

std::vector<wxWindow*> HomePracticePlace::panes() {
  return {m_library, m_plan, m_note};
}

std::vector<KeyHelp> HomePracticePlace::keys() const {
  return {{"plan.key.add", "plan.keys.add"},
          {"plan.key.move", "plan.keys.move"},
          {"plan.key.remove", "plan.keys.remove"}};
}

core::Message HomePracticePlace::saveStatus() const {
  if (m_shown.changed) return {"plan.unsaved", {}, {}};
  if (m_shown.savedAt.empty()) return {};
  return {"session.save.saved", {{"time", m_shown.savedAt}}, {}};
}

bool HomePracticePlace::canPerform(Command command) const {
  return command == Command::save || command == Command::print;
}

void HomePracticePlace::perform(Command command) {
  if (command == Command::save) save([](bool) {});
  if (command == Command::print) preview();
}

std::function<void(Navigation&)> HomePracticePlace::reopen() const {
  return [client = m_presenter->client()](Navigation& navigation) {
    navigation.openChart(client);
    navigation.openHomePractice(client);
  };
}

void HomePracticePlace::takeReview() {
  if (!m_mirroring) m_presenter->setReviewOn(toUtf8(m_review->GetValue()));
}

void HomePracticePlace::takeVideo() {
  if (!m_mirroring && m_shown.selected) m_presenter->setVideo(toUtf8(m_video->GetValue()));
}

void HomePracticePlace::preview() {
  save([this](bool saved) {
    if (saved) m_navigation.openPreview(m_presenter->client(), domain::DocumentKind::handout);
  });
}

void HomePracticePlace::keepAsTemplate() {
  const auto& words = around().words;
  const auto naming = m_presenter->cuesNamingClient();
  if (!naming.empty()) {
    std::string movements;
    for (const auto& title : naming) movements += (movements.empty() ? "“" : ", “") + title + "”";
    if (!ask(this, words, {"plan.template.namesClient", {{"movements", movements}}, {}},
             "plan.template.keepAll", "plan.template.changeFirst"))
      return;
  }
  const auto name =
      askText(this, words, {"plan.template.name", {}, {}}, "", "plan.template.keepIt", "verb.cancel");
  if (!name) return;
  if (m_presenter->hasTemplate(*name) &&
      !ask(this, words, {"plan.template.replace", {{"name", core::trimmed(*name)}}, {}},
           "plan.template.replaceIt", "verb.cancel"))
    return;
  m_presenter->keepAsTemplate(*name);
}

const app::LibraryCard* HomePracticePlace::chosenCard() const {
  const auto& cards = m_shown.library;
  const auto found = std::find_if(cards.begin(), cards.end(),
                                  [&](const auto& card) { return card.slug == m_library->chosen(); });
  return found == cards.end() ? nullptr : &*found;
}

void HomePracticePlace::renameTemplate() {
  const auto* card = chosenCard();
  if (card == nullptr || !card->planTemplate) return;
  const auto id = *card->planTemplate;
  const auto name = askText(this, around().words, {"plan.template.newName", {{"name", card->title}}, {}},
                            card->title, "plan.template.renameIt", "verb.cancel");
  if (name) m_presenter->renameTemplate(id, *name);
}

void HomePracticePlace::removeChosen() {
  const auto* card = chosenCard();
  if (card == nullptr || !card->own) return;
  // What stands in the plan on screen counts too.
  save([this, slug = card->slug](bool kept) {
    if (!kept) return;
    m_presenter->askRemoval(slug, [this, slug](const core::Message& question) {
      if (ask(this, around().words, question, "plan.deleteIt", "plan.keepIt")) m_presenter->remove(slug);
    });
  });
}

// What can be done with the chosen card.
void HomePracticePlace::showButtons() {
  using app::Shelf;
  const auto shelf = m_shown.shelf;
  const auto* card = chosenCard();
  bool changed = false;
  const auto show = [&](wxWindow* button, bool shown) { changed = button->Show(shown) || changed; };
  show(m_add, shelf != Shelf::putAway);
  show(m_putBack, shelf == Shelf::putAway);
  show(m_own, shelf != Shelf::putAway && shelf != Shelf::series);
  show(m_rename, shelf == Shelf::series);
  const bool own = card != nullptr && card->own;
  show(m_remove, shelf == Shelf::series || shelf == Shelf::putAway || (shelf == Shelf::library && own));
  m_rename->Enable(card != nullptr && card->planTemplate);
  m_remove->Enable(own);
  m_keep->Enable(!m_shown.plan.empty());
  if (changed) Layout();
}

void HomePracticePlace::showShelves(const app::HomePracticeState& state) {
  const std::array<std::size_t, kShelves.size()> counts{0, state.suggested, state.leftOut, 0, state.putAway};
  // What was put away stands last, and only when there is something.
  const bool putAway = state.putAway > 0 || state.shelf == app::Shelf::putAway;
  wxArrayString labels;
  for (std::size_t i = 0; i < kShelves.size() - (putAway ? 0 : 1); ++i)
    labels.Add(toWx(around().words.say("plan.shelves." + std::string(kShelfIds[i]),
                                       {{"count", std::to_string(counts[i])}})));
  if (labels != m_shelf->GetStrings()) m_shelf->Set(labels);
  m_shelf->SetSelection(
      static_cast<int>(std::find(kShelves.begin(), kShelves.end(), state.shelf) - kShelves.begin()));
  std::string grounds = state.told ? around().words.say(*state.told) : std::string();
  for (const auto& message : state.grounds)
    grounds += (grounds.empty() ? "" : " ") + around().words.say(message);
  if (grounds == m_grounds->text()) return;
  m_grounds->setText(grounds);
  m_grounds->Show(!grounds.empty());
  Layout();
}

void HomePracticePlace::show(const app::HomePracticeState& state) {
  m_mirroring = true;
  // What was just added is seen, whatever stood there.
  if (state.plan.size() > m_shown.plan.size() && m_tabs->GetSelection() != 0) m_tabs->ChangeSelection(0);
  m_shown = state;
  m_title->setText(toUtf8(title()));
  titleChanged();
  setText(m_search, state.search);
  showShelves(state);
  m_pictures.setFigure(state.look, state.build);
  m_library->show(state.library);
  showButtons();
  m_plan->show(state.plan, state.selected);
  m_editor->Enable(state.selected.has_value());
  if (state.selected) {
    const auto& item = state.plan[*state.selected].item;
    for (std::size_t i = 0; i < kSides.size(); ++i)
      if (kSides[i] == item.side && m_side->GetSelection() != static_cast<int>(i))
        m_side->SetSelection(static_cast<int>(i));
    const auto number = [](wxSpinCtrl* spin, int value) {
      if (spin->GetValue() != value) spin->SetValue(value);
    };
    number(m_repetitions, item.repetitions);
    number(m_rounds, item.rounds);
    number(m_timesADay, item.timesADay);
    number(m_minutes, item.minutes);
    setText(m_cue, item.cue);
    setText(m_reason, item.reason);
    // What is being typed stays until it is saved, or another movement is chosen.
    const std::string shownVideo = item.exercise + " " + state.video;
    if (shownVideo != m_videoShown && !state.videoIssue) setText(m_video, state.video);
    m_videoShown = shownVideo;
  } else {
    // Nothing of another movement, or of another client's plan, is left to be read.
    for (wxTextCtrl* field : {m_cue, m_reason, m_video}) setText(field, "");
    m_videoShown.clear();
    m_side->SetSelection(0);
    for (wxSpinCtrl* spin : {m_repetitions, m_rounds, m_timesADay, m_minutes}) spin->SetValue(1);
  }
  m_weeks->SetSelection(state.weeks - 1);
  m_grouped->SetValue(state.grouped);
  setText(m_note, state.note);
  setText(m_review, state.reviewOn);
  bool relayoutNeeded = false;
  const auto showIf = [&](FlowText* text, bool shown, const std::optional<core::Message>& message) {
    if (message) text->setText(around().words.say(*message));
    if (text->IsShown() == shown) return;
    text->Show(shown);
    relayoutNeeded = true;
  };
  const std::string against = state.selected ? state.plan[*state.selected].against : std::string();
  const std::string care = state.selected ? state.plan[*state.selected].care : std::string();
  m_care->setText(care);
  showIf(m_care, !care.empty(), std::nullopt);
  m_against->setText(against);
  showIf(m_against, !against.empty(), std::nullopt);
  for (wxWindow* window : {static_cast<wxWindow*>(m_reasonLabel), static_cast<wxWindow*>(m_reason)}) {
    relayoutNeeded = relayoutNeeded || window->IsShown() == against.empty();
    window->Show(!against.empty());
  }
  showIf(m_videoIssue, state.videoIssue.has_value(), state.videoIssue);
  showIf(m_many, state.manyExercises, std::nullopt);
  showIf(m_reviewIssue, state.reviewIssue.has_value(), state.reviewIssue);
  showIf(m_problem, state.problem.has_value(), state.problem);
  if (relayoutNeeded) relayout(m_reason);
  saveStatusChanged();
  m_mirroring = false;
}

}  // namespace unknot::ui

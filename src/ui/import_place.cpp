#include "ui/import_place.h"

#include "ui/accessible.h"
#include "ui/dialogs.h"

namespace unknot::ui {

using app::ImportState;
using app::ImportStep;

ImportPlace::ImportPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk,
                         Navigation& navigation)
    : Place(parent, around), m_navigation(navigation), m_presenter(desk) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  const int gap = FromDIP(space::kMedium);
  column->Add(makeHead(), wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  m_problem = new FlowText(this, "", Look::problem);
  m_notReady = new FlowText(this, "", Look::hint);
  m_progress = new FlowText(this, "", Look::strong);
  for (FlowText* line : {m_problem, m_notReady, m_progress}) {
    line->Hide();
    column->Add(line, wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  }
  m_start = makeStart();
  m_columns = new ImportColumns(this, around, m_presenter);
  m_doubles = new ImportDoubles(this, around, m_presenter);
  m_done = makeDone();
  for (wxWindow* page : std::initializer_list<wxWindow*>{m_start, m_columns, m_doubles, m_done})
    column->Add(page, wxSizerFlags(1).Expand());
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(space::kLarge)));
  SetSizer(sizer);
  m_presenter.listen([this](const ImportState& state) { mirror(state); });
}

wxSizer* ImportPlace::makeHead() {
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  m_title = new FlowText(this, around().words.say("importClients.title"), Look::title);
  head->Add(m_title, wxSizerFlags(1).CentreVertical());
  const auto add = [&](wxButton* button) {
    head->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(space::kSmall)));
    return button;
  };
  m_back = add(makeButton(this, around(), "importClients.back", [this] { m_presenter.back(); }));
  m_stop = add(makeButton(this, around(), "importClients.stop", [this] { m_presenter.stop(); }));
  m_check =
      add(makeButton(this, around(), "importClients.check", Look::primary, [this] { m_presenter.check(); }));
  m_bringIn = add(
      makeButton(this, around(), "importClients.bringIn", Look::primary, [this] { m_presenter.bringIn(); }));
  m_undo = add(makeButton(this, around(), "importClients.undo", [this] {
    if (const auto import = m_presenter.state().toUndo) undo(*import);
  }));
  m_another = add(makeButton(this, around(), "importClients.another", [this] { m_presenter.open(); }));
  m_showClients = add(makeButton(this, around(), "importClients.showClients", Look::primary,
                                 [this] { m_navigation.openClients(); }));
  return head;
}

wxWindow* ImportPlace::makeStart() {
  auto* page = new ScrolledPage(this);
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* card = new Card(page);
  card->inner()->Add(new FlowText(card, around().words.say("importClients.about"), Look::text),
                     wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kLarge)));
  m_choose = makeButton(
      card, around(), "importClients.choose", Look::primary, [this] { chooseFile(); }, "open");
  card->inner()->Add(m_choose);
  column->Add(card, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kLarge)));
  m_earlierCard = new Card(page);
  m_earlierCard->inner()->Add(
      makeText(m_earlierCard, around().words.say("importClients.earlierTitle"), Look::heading),
      wxSizerFlags().Border(wxBOTTOM, FromDIP(space::kSmall)));
  m_earlierCard->addBody();
  column->Add(m_earlierCard, wxSizerFlags().Expand());
  page->SetSizer(column);
  return page;
}

wxWindow* ImportPlace::makeDone() {
  auto* page = new ScrolledPage(this);
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* card = new Card(page);
  m_result = new FlowText(card, "", Look::text);
  card->inner()->Add(m_result, wxSizerFlags().Expand());
  column->Add(card, wxSizerFlags().Expand());
  page->SetSizer(column);
  return page;
}

void ImportPlace::chooseFile() {
  const std::string patterns = around().words.say("importClients.files") +
                               "|*.csv;*.tsv;*.txt;*.vcf;*.CSV;*.VCF|" +
                               around().words.say("importClients.allFiles") + "|*";
  if (const auto file = askOpenFile(this, around().words, "importClients.chooseTitle", patterns))
    m_presenter.choose(*file);
}

void ImportPlace::undo(domain::ImportId import) {
  if (ask(this, around().words, {"importClients.undoAsk", {}, {}}, "importClients.undoYes",
          "importClients.undoNo"))
    m_presenter.undo(import);
}

std::function<void(Navigation&)> ImportPlace::reopen() const {
  return [](Navigation& navigation) {
    navigation.openClients();
    navigation.bringClientsIn();
  };
}

std::vector<wxWindow*> ImportPlace::panes() {
  switch (m_presenter.state().step) {
    case ImportStep::columns:
      return {m_columns};
    case ImportStep::doubles:
      return {m_doubles};
    case ImportStep::done:
      return {m_showClients};
    case ImportStep::choose:
      break;
  }
  return {m_choose};
}

void ImportPlace::focusStep() {
  switch (m_presenter.state().step) {
    case ImportStep::columns:
      return m_columns->focusFirst();
    case ImportStep::doubles:
      m_doubles->focusFirst();
      if (!m_presenter.state().doubles->empty()) return;
      return m_bringIn->SetFocus();
    case ImportStep::done:
      return m_showClients->SetFocus();
    case ImportStep::choose:
      return m_choose->SetFocus();
  }
}

void ImportPlace::mirrorButtons(const ImportState& state) {
  const bool idle = !state.busy;
  m_stop->Show(state.busy && state.canStop);
  m_back->Show(idle && (state.step == ImportStep::columns || state.step == ImportStep::doubles));
  m_check->Show(idle && state.step == ImportStep::columns);
  m_check->Enable(!state.notReady);
  m_bringIn->Show(idle && state.step == ImportStep::doubles);
  m_undo->Show(idle && state.step == ImportStep::done && state.toUndo.has_value());
  m_another->Show(idle && state.step == ImportStep::done);
  m_showClients->Show(idle && state.step == ImportStep::done);
  m_choose->Enable(idle);
}

void ImportPlace::mirrorEarlier(const ImportState& state) {
  m_earlierCard->Show(!state.earlier.empty());
  if (m_earlierShown == state.earlier) return;
  m_earlierShown = state.earlier;
  wxWindow* body = m_earlierCard->body();
  body->DestroyChildren();
  auto* rows = new wxBoxSizer(wxVERTICAL);
  for (const auto& one : state.earlier) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new FlowText(body, one.text, Look::text), wxSizerFlags(1).CentreVertical());
    if (one.canUndo) {
      auto* button = makeButton(body, around(), "importClients.undoYes", [this, id = one.id] { undo(id); });
      setAccessibleDescription(button, one.text);
      row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(space::kSmall)));
    }
    rows->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kSmall)));
  }
  body->SetSizer(rows);
  relayout(body);
}

void ImportPlace::mirror(const ImportState& state) {
  const auto& words = around().words;
  m_title->setText(state.fileName.empty() || state.step == ImportStep::choose
                       ? words.say("importClients.title")
                       : words.say("importClients.titleOf", {{"file", state.fileName}}));
  m_problem->setText(state.problem ? words.say(*state.problem) : std::string());
  m_problem->Show(state.problem.has_value());
  const bool waits = state.step == ImportStep::columns && state.notReady && !state.busy;
  m_notReady->setText(waits ? words.say(*state.notReady) : std::string());
  m_notReady->Show(waits);
  m_progress->setText(state.progress.empty() ? words.say("importClients.working") : state.progress);
  m_progress->Show(state.busy);
  m_start->Show(state.step == ImportStep::choose);
  m_columns->Show(state.step == ImportStep::columns);
  m_doubles->Show(state.step == ImportStep::doubles);
  m_done->Show(state.step == ImportStep::done);
  m_columns->Enable(!state.busy);
  mirrorButtons(state);
  mirrorEarlier(state);
  if (state.step == ImportStep::columns) m_columns->mirror(state);
  if (state.step == ImportStep::doubles) m_doubles->mirror(state);
  std::string result;
  for (const auto* lines : {&state.result, &state.told})
    for (const auto& line : *lines) result.append(result.empty() ? "" : "\n").append(line);
  m_result->setText(result);
  Layout();
  if (m_step == state.step) return;
  m_step = state.step;
  if (IsShownOnScreen()) focusStep();
}

}  // namespace unknot::ui

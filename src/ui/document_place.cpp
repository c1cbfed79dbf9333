#include "ui/document_place.h"

#include "ui/dialogs.h"
#include "ui/printing.h"

namespace unknot::ui {

DocumentPlace::DocumentPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk)
    : Place(parent, around), m_presenter(desk, around.drawing) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* bar = new wxBoxSizer(wxHORIZONTAL);
  const auto gap = wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(space::kSmall));
  auto* words = new wxBoxSizer(wxVERTICAL);
  m_title = new FlowText(this, "", Look::title);
  m_facts = new FlowText(this, "", Look::muted);
  words->Add(m_title, wxSizerFlags().Expand());
  words->Add(m_facts, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kTight)));
  bar->Add(words, wxSizerFlags(1).CentreVertical());
  addZoomButtons(this, around, bar, gap, [this](double factor) { m_pages->zoomBy(factor); });
  m_save = makeButton(
      this, around, "document.save", [this] { save(); }, "save");
  bar->Add(m_save, gap);
  m_print = makeButton(
      this, around, "document.print", Look::primary, [this] { perform(Command::print); }, "print");
  bar->Add(m_print, gap);
  column->Add(bar, wxSizerFlags().Expand().Border(wxALL, FromDIP(space::kMedium)));
  const auto line = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::kMedium));
  m_remark = new FlowText(this, "", Look::hint);
  m_remark->Hide();
  column->Add(m_remark, line);
  m_problem = new FlowText(this, "", Look::problem);
  m_problem->Hide();
  column->Add(m_problem, line);
  m_pages = new PagesView(this, around);
  column->Add(m_pages, wxSizerFlags(1).Expand());
  SetSizer(column);
  m_presenter.listen([this](const app::DocumentState& state) { mirror(state); });
}

void DocumentPlace::open(domain::DocumentId document) {
  m_presenter.open(document);
}

wxString DocumentPlace::title() const {
  const auto& title = m_presenter.state().title;
  return title.empty() ? around().say("document.place") : toWx(title);
}

bool DocumentPlace::canPerform(Command command) const {
  return (command == Command::print || command == Command::save) && m_presenter.state().ready;
}

void DocumentPlace::perform(Command command) {
  if (command == Command::save) save();
  if (command == Command::print)
    m_presenter.print([this] { return choosePrinterFor(this, around().words, toUtf8(title())); });
}

std::vector<KeyHelp> DocumentPlace::keys() const {
  return pageKeys();
}

std::function<void(Navigation&)> DocumentPlace::reopen() const {
  const auto& record = m_presenter.state().record;
  return [client = record.client, id = record.id](Navigation& navigation) {
    if (!client.isNil()) navigation.openChart(client);
    navigation.openDocument(id);
  };
}

void DocumentPlace::save() {
  const auto& state = m_presenter.state();
  const std::string pattern = "*" + app::extensionOf(state.record.format);
  if (const auto file = askSaveFile(this, around().words, "document.saveTitle", state.suggestedName, pattern))
    m_presenter.save(*file);
}

void DocumentPlace::mirror(const app::DocumentState& state) {
  m_title->setText(toUtf8(title()));
  m_facts->setText(state.facts);
  m_facts->Show(!state.facts.empty());
  m_save->Enable(state.ready && !state.busy);
  m_print->Enable(state.ready && !state.busy);
  const auto showIf = [&](FlowText* text, const std::optional<core::Message>& message) {
    if (message) text->setText(around().words.say(*message));
    text->Show(message.has_value());
  };
  showIf(m_remark, state.remark);
  showIf(m_problem, state.problem);
  Layout();
  if (m_shown != state.sheets) {
    m_shown = state.sheets;
    m_pages->show(pagesOf(around(), m_shown));
  }
  titleChanged();
}

std::vector<KeyHelp> pageKeys() {
  return {{"document.keyZoomKeys", "document.keyZoom"}, {"document.keyPageKeys", "document.keyPage"}};
}

}  // namespace unknot::ui

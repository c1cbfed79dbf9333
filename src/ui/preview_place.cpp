#include "ui/preview_place.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

#include "ui/accessible.h"
#include "ui/dialogs.h"
#include "ui/printing.h"

namespace unknot::ui {

PreviewPlace::PreviewPlace(wxWindow* parent, const Surroundings& around, app::Workspace& work,
                           const content::Content& content, Navigation& navigation)
    : Place(parent, around), m_navigation(navigation), m_languages(content.languages()) {
  m_presenter =
      std::make_unique<app::PreviewPresenter>(around.tasks, work, content, around.words.language(),
                                              [this](const app::PreviewState& state) { show(state); });
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* bar = new wxBoxSizer(wxHORIZONTAL);
  const auto gap = wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(space::kSmall));
  m_title = makeText(this, "", Look::title);
  bar->Add(m_title, gap);
  m_count = makeText(this, "", Look::muted);
  bar->Add(m_count, wxSizerFlags(1).CentreVertical());
  wxArrayString papers;
  papers.Add(around.say("preview.a4"));
  papers.Add(around.say("preview.letter"));
  m_paper = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, papers);
  setAccessibleName(m_paper, around.words.say("preview.paper"));
  m_paper->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    m_presenter->setPaper(event.GetSelection() == 0 ? domain::Paper::a4 : domain::Paper::letter);
  });
  bar->Add(m_paper, gap);
  wxArrayString languages;
  for (const auto& language : m_languages) languages.Add(around.say("languageName." + language));
  m_language = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, languages);
  setAccessibleName(m_language, around.words.say("preview.language"));
  m_language->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    m_presenter->setLanguage(m_languages[static_cast<std::size_t>(event.GetSelection())]);
  });
  bar->Add(m_language, gap);
  m_large = new wxCheckBox(this, wxID_ANY, around.say("preview.largePrint"));
  m_large->Bind(wxEVT_CHECKBOX,
                [this](wxCommandEvent& event) { m_presenter->setLargePrint(event.IsChecked()); });
  bar->Add(m_large, gap);
  addZoomButtons(this, around, bar, gap, [this](double factor) { m_pages->zoomBy(factor); });
  m_save = makeButton(
      this, around, "preview.save", [this] { save(); }, "save");
  bar->Add(m_save, gap);
  m_print = makeButton(
      this, around, "preview.print", Look::primary, [this] { print(); }, "print");
  bar->Add(m_print, wxSizerFlags().CentreVertical());
  column->Add(bar, wxSizerFlags().Expand().Border(wxALL, FromDIP(space::kMedium)));
  m_done = new FlowText(this, "", Look::hint);
  m_done->Hide();
  column->Add(m_done, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::kMedium)));
  m_problem = new FlowText(this, "", Look::problem);
  m_problem->Hide();
  column->Add(m_problem,
              wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::kMedium)));
  m_pages = new PagesView(this, around);
  column->Add(m_pages, wxSizerFlags(1).Expand());
  SetSizer(column);
}

void PreviewPlace::open(domain::ClientId client, domain::DocumentKind kind, app::PreviewOf which) {
  m_presenter->open(client, kind, std::move(which));
}

wxString PreviewPlace::title() const {
  return around().say("preview.title." + std::string(domain::toString(m_shown.kind)));
}

void PreviewPlace::entered() {
  m_pages->SetFocus();
}

std::vector<wxWindow*> PreviewPlace::panes() {
  return {m_pages, m_paper};
}

bool PreviewPlace::canPerform(Command command) const {
  return (command == Command::print || command == Command::save) && m_shown.document != nullptr;
}

void PreviewPlace::perform(Command command) {
  if (command == Command::print) print();
  if (command == Command::save) save();
}

std::function<void(Navigation&)> PreviewPlace::reopen() const {
  return [client = m_presenter->client(), which = m_presenter->which(),
          kind = m_shown.kind](Navigation& navigation) {
    navigation.openChart(client);
    if (kind == domain::DocumentKind::session)
      navigation.openSessionSummary(client, which.session);
    else if (kind == domain::DocumentKind::referral)
      navigation.openReferral(client, which.flag);
    else if (kind == domain::DocumentKind::intake)
      navigation.openIntakeForm(client, which.blank);
    else
      navigation.openPreview(client, kind);
  };
}

void PreviewPlace::print() {
  m_presenter->print([this] { return choosePrinterFor(this, around().words, toUtf8(title())); });
}

void PreviewPlace::save() {
  if (const auto file =
          askSaveFile(this, around().words, "preview.saveTitle", m_shown.suggestedName + ".pdf", "*.pdf"))
    m_presenter->save(*file);
}

void PreviewPlace::show(const app::PreviewState& state) {
  const bool another = m_shown.document != state.document;
  m_shown = state;
  m_title->SetLabelText(title());
  titleChanged();
  m_count->SetLabelText(state.document
                            ? toWx(around().words.sayCount("preview.pageCount",
                                                           static_cast<long>(state.document->pages.size())))
                            : wxString());
  m_paper->SetSelection(state.paper == domain::Paper::a4 ? 0 : 1);
  using domain::DocumentKind;
  m_language->Show(state.kind == DocumentKind::handout || state.kind == DocumentKind::referral ||
                   state.kind == DocumentKind::intake);
  const auto language =
      std::find(m_languages.begin(), m_languages.end(), state.language.substr(0, state.language.find('-')));
  m_language->SetSelection(language == m_languages.end() ? wxNOT_FOUND
                                                         : static_cast<int>(language - m_languages.begin()));
  m_large->SetValue(state.largePrint);
  const bool ready = state.document != nullptr && !state.busy;
  m_print->Enable(ready);
  m_save->Enable(ready);
  if (another) m_pages->show(pagesOf(around(), state.document));
  const auto showIf = [&](FlowText* text, const std::optional<core::Message>& message) {
    if (message) text->setText(around().words.say(*message));
    text->Show(message.has_value());
  };
  showIf(m_done, state.done);
  showIf(m_problem, state.problem);
  Layout();
}

}  // namespace unknot::ui

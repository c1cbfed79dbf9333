#include "ui/filing_place.h"

#include "ui/dialogs.h"
#include "ui/document_place.h"

namespace unknot::ui {
namespace {

constexpr int kFormWidth = 340;

}  // namespace

FilingPlace::FilingPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk,
                         Navigation& navigation)
    : Place(parent, around), m_navigation(navigation), m_presenter(desk, around.drawing) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  const int gap = FromDIP(space::kSmall);
  head->Add(makeText(this, around.words.say("filing.place"), Look::title), wxSizerFlags(1).CentreVertical());
  addZoomButtons(this, around, head, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap),
                 [this](double factor) { m_pages->zoomBy(factor); });
  head->Add(makeButton(this, around, "filing.cancel",
                       [this] {
                         m_presenter.dropChanges();
                         m_navigation.goBack();
                       }),
            wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
  m_file = makeButton(
      this, around, "filing.file", Look::primary, [this] { file(); }, "save");
  head->Add(m_file, wxSizerFlags().CentreVertical());
  column->Add(head, wxSizerFlags().Expand().Border(wxALL, FromDIP(space::kWide)));
  m_problem = new FlowText(this, "", Look::problem);
  m_problem->Hide();
  column->Add(m_problem, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::kWide)));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  auto* card = new Card(this);
  card->SetMinSize(FromDIP(wxSize(kFormWidth, -1)));
  m_fileName = new FlowText(card, "", Look::muted);
  card->inner()->Add(m_fileName, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kMedium)));
  m_form = std::make_unique<Form>(card, card->inner(), around);
  m_sender = m_form->text("sender", "filing.sender.label",
                          [this](const std::string& text) { m_presenter.setSender(text); });
  m_form->setHelp("sender", around.words.say("filing.sender.help"));
  m_dated = m_form->text("dated", "filing.dated.label",
                         [this](const std::string& text) { m_presenter.setDated(text); });
  m_title = m_form->text("title", "filing.title.label",
                         [this](const std::string& text) { m_presenter.setTitle(text); });
  m_form->setHelp("title", around.words.say("filing.title.help"));
  row->Add(card, wxSizerFlags().Border(wxLEFT | wxRIGHT, FromDIP(space::kWide)));
  m_pages = new PagesView(this, around);
  row->Add(m_pages, wxSizerFlags(1).Expand());
  column->Add(row, wxSizerFlags(1).Expand());
  SetSizer(column);
  m_presenter.listen([this](const app::FilingState& state) { mirror(state); });
}

void FilingPlace::open(domain::ClientId client, const std::filesystem::path& file) {
  m_presenter.open(client, file);
}

void FilingPlace::flush(Done done) {
  if (!m_presenter.state().changed) return done(true);
  const bool leave =
      mayAsk() && ask(this, around().words, {"filing.leave", {}, {}}, "filing.leaveYes", "filing.leaveNo");
  if (leave) m_presenter.dropChanges();
  done(leave);
}

std::vector<KeyHelp> FilingPlace::keys() const {
  return pageKeys();
}

std::function<void(Navigation&)> FilingPlace::reopen() const {
  return [client = m_presenter.state().client, file = m_presenter.path()](Navigation& navigation) {
    navigation.openChart(client);
    navigation.fileDocument(client, file);
  };
}

void FilingPlace::file() {
  m_presenter.file([this] { m_navigation.goBack(); });
  m_form->focusFirstIssue();
}

void FilingPlace::mirror(const app::FilingState& state) {
  m_fileName->setText(state.fileName);
  setText(m_sender, state.sender);
  setText(m_dated, state.dated);
  setText(m_title, state.title);
  m_form->setHelp("dated",
                  state.datedRead.empty() ? around().words.say("filing.dated.help") : state.datedRead);
  m_form->showIssues(state.issues);
  m_file->Enable(state.ready && !state.busy);
  m_problem->setText(state.problem ? around().words.say(*state.problem) : std::string());
  m_problem->Show(state.problem.has_value());
  Layout();
  if (m_shown == state.sheets) return;
  m_shown = state.sheets;
  m_pages->show(pagesOf(around(), m_shown));
}

}  // namespace unknot::ui

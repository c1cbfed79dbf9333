#include "ui/import_columns.h"

#include <algorithm>
#include <array>

#include "ui/accessible.h"

namespace unknot::ui {
namespace {

using app::ImportPresenter;
using Order = exchange::DateOrder;

constexpr std::array kOrders{Order::dayFirst, Order::monthFirst};
constexpr int kHeadingWidth = 180;

int indexOf(const std::vector<std::string>& all, const std::string& one) {
  const auto found = std::find(all.begin(), all.end(), one);
  return found == all.end() ? wxNOT_FOUND : static_cast<int>(found - all.begin());
}

}  // namespace

ImportColumns::ImportColumns(wxWindow* parent, const Surroundings& around, ImportPresenter& presenter)
    : wxPanel(parent), m_around(around), m_presenter(presenter) {
  setLook(this, Look::page);
  auto* column = new wxBoxSizer(wxVERTICAL);
  const int gap = FromDIP(space::kMedium);
  column->Add(makeOptions(), wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  m_columnsCard = new Card(this);
  m_columnsCard->inner()->Add(
      makeText(m_columnsCard, around.words.say("importClients.columnsTitle"), Look::heading),
      wxSizerFlags().Border(wxBOTTOM, FromDIP(space::kSmall)));
  m_rows = new ScrolledPage(m_columnsCard);
  setLook(m_rows, Look::softCard);
  m_columnsCard->inner()->Add(m_rows, wxSizerFlags(1).Expand());
  column->Add(m_columnsCard, wxSizerFlags(3).Expand().Border(wxBOTTOM, gap));
  auto* card = new Card(this);
  m_previewTitle = makeText(card, around.words.say("importClients.previewTitle"), Look::heading);
  card->inner()->Add(m_previewTitle, wxSizerFlags().Border(wxBOTTOM, FromDIP(space::kSmall)));
  m_preview = new TextTable(card, around, around.words.say("importClients.previewTitle"),
                            {{"importClients.field.line", "00000"},
                             {"fieldName.name", "Featherstonehaugh-Ex"},
                             {"fieldName.birthDate", "30 Sept 2026"},
                             {"fieldName.phone", "030 1234567 / 0171 1234567"},
                             {"fieldName.email", "somebody@example.org"},
                             {"importClients.field.notes", "What else is known of them, and what is not"}});
  card->inner()->Add(m_preview, wxSizerFlags(1).Expand());
  column->Add(card, wxSizerFlags(2).Expand());
  SetSizer(column);
}

wxChoice* ImportColumns::makeChoice(wxSizer* row, const char* labelId, const std::vector<std::string>& labels,
                                    wxStaticText** labelOut) {
  const wxString words = m_around.say(labelId);
  auto* label = new wxStaticText(this, wxID_ANY, wxString());
  setLook(label, Look::label);
  label->SetLabel(words);
  row->Add(label, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(space::kSmall)));
  auto* choice = new wxChoice(this, wxID_ANY);
  for (const auto& one : labels) choice->Append(toWx(one));
  setAccessibleName(choice, toUtf8(wxControl::RemoveMnemonics(words)));
  setLabelledBy(choice, label);
  row->Add(choice, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(space::kLarge)));
  if (labelOut != nullptr) *labelOut = label;
  return choice;
}

wxSizer* ImportColumns::makeOptions() {
  auto* row = new wxWrapSizer(wxHORIZONTAL);
  m_encoding = makeChoice(row, "importClients.encoding", ImportPresenter::encodings(), nullptr);
  m_encoding->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    m_presenter.setEncoding(ImportPresenter::encodings()[static_cast<std::size_t>(event.GetSelection())]);
  });
  std::vector<std::string> separators;
  for (const char* name : {"comma", "semicolon", "tab", "bar"})
    separators.push_back(m_around.words.say("importClients.separatorName." + std::string(name)));
  m_separator = makeChoice(row, "importClients.separator", separators, &m_separatorLabel);
  m_separator->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    m_presenter.setSeparator(ImportPresenter::kSeparators[static_cast<std::size_t>(event.GetSelection())]);
  });
  m_headings = new wxCheckBox(this, wxID_ANY, m_around.say("importClients.headings"));
  setAccessibleName(m_headings, toUtf8(wxControl::RemoveMnemonics(m_around.say("importClients.headings"))));
  m_headings->Bind(wxEVT_CHECKBOX,
                   [this](wxCommandEvent& event) { m_presenter.setHeadings(event.IsChecked()); });
  row->Add(m_headings, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(space::kLarge)));
  m_order = makeChoice(row, "importClients.order.label",
                       {m_around.words.say("importClients.order.day-first"),
                        m_around.words.say("importClients.order.month-first")},
                       &m_orderLabel);
  m_order->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    m_presenter.setOrder(kOrders[static_cast<std::size_t>(event.GetSelection())]);
  });
  return row;
}

void ImportColumns::focusFirst() {
  if (m_order->IsShown() && m_order->GetSelection() == wxNOT_FOUND)
    m_order->SetFocus();
  else if (!m_meanings.empty() && m_columnsCard->IsShown())
    m_meanings.front()->SetFocus();
  else
    m_preview->SetFocus();
}

void ImportColumns::makeRows(const app::ImportState& state) {
  std::vector<std::pair<std::string, std::string>> wanted;
  for (const auto& column : state.columns) wanted.emplace_back(column.name, column.examples);
  if (wanted == m_shown) return;
  m_shown = std::move(wanted);
  m_meanings.clear();
  m_rows->DestroyChildren();
  auto* grid = new wxFlexGridSizer(3, FromDIP(wxSize(space::kLarge, space::kTight)));
  grid->AddGrowableCol(2, 1);
  std::vector<wxString> labels;
  for (const auto meaning : ImportPresenter::meanings())
    labels.push_back(m_around.say("importClients.meaning." + std::string(toString(meaning))));
  for (std::size_t i = 0; i < state.columns.size(); ++i) {
    const auto& column = state.columns[i];
    auto* heading = new wxStaticText(m_rows, wxID_ANY, literalLabel(column.name), wxDefaultPosition,
                                     wxDefaultSize, wxST_ELLIPSIZE_END);
    setLook(heading, Look::strong);
    heading->SetMinSize(wxSize(FromDIP(kHeadingWidth), -1));
    grid->Add(heading, wxSizerFlags().CentreVertical());
    auto* choice = new wxChoice(m_rows, wxID_ANY);
    for (const auto& label : labels) choice->Append(label);
    setAccessibleName(choice, m_around.words.say("importClients.meaningOf", {{"heading", column.name}}));
    choice->Bind(wxEVT_CHOICE, [this, i](wxCommandEvent& event) {
      m_presenter.setMeaning(i, ImportPresenter::meanings()[static_cast<std::size_t>(event.GetSelection())]);
    });
    grid->Add(choice, wxSizerFlags().CentreVertical());
    m_meanings.push_back(choice);
    auto* examples = new wxStaticText(m_rows, wxID_ANY, literalLabel(column.examples), wxDefaultPosition,
                                      wxDefaultSize, wxST_ELLIPSIZE_END);
    setLook(examples, Look::muted);
    examples->SetMinSize(wxSize(FromDIP(kHeadingWidth), -1));
    grid->Add(examples, wxSizerFlags().Expand().CentreVertical());
  }
  auto* margin = new wxBoxSizer(wxVERTICAL);
  margin->Add(grid, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(space::kSmall)));
  m_rows->SetSizer(margin);
  m_rows->FitInside();
  m_rows->Scroll(0, 0);
}

void ImportColumns::mirror(const app::ImportState& state) {
  m_encoding->SetSelection(indexOf(ImportPresenter::encodings(), state.encoding));
  m_separator->SetSelection(static_cast<int>(ImportPresenter::kSeparators.find(state.separator)));
  m_headings->SetValue(state.headings);
  m_order->SetSelection(state.order ? (*state.order == Order::dayFirst ? 0 : 1) : wxNOT_FOUND);
  for (wxWindow* window :
       std::initializer_list<wxWindow*>{m_separatorLabel, m_separator, m_headings, m_columnsCard})
    window->Show(state.isTable);
  for (wxWindow* window : std::initializer_list<wxWindow*>{m_orderLabel, m_order})
    window->Show(state.isTable && state.asksForOrder);
  makeRows(state);
  const auto& meanings = ImportPresenter::meanings();
  for (std::size_t i = 0; i < m_meanings.size(); ++i) {
    const auto found = std::find(meanings.begin(), meanings.end(), state.columns[i].meaning);
    m_meanings[i]->SetSelection(static_cast<int>(found - meanings.begin()));
  }
  m_previewTitle->SetLabelText(
      m_around.say(state.isTable ? "importClients.previewTitle" : "importClients.cardsTitle"));
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : state.preview)
    rows.push_back({one.line, one.name, one.born, one.phone, one.email, one.rest});
  m_preview->show(std::move(rows));
  Layout();
}

}  // namespace unknot::ui

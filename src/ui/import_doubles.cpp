#include "ui/import_doubles.h"

#include <algorithm>
#include <array>

#include "ui/accessible.h"

namespace unknot::ui {
namespace {

using app::DoubleChoice;

constexpr std::array kChoices{DoubleChoice::keepNew, DoubleChoice::leaveOut, DoubleChoice::fillEmpty};
constexpr int kToldHeight = 80;

std::string choiceWords(DoubleChoice choice) {
  return "importClients.choice." + std::string(toString(choice));
}

}  // namespace

ImportDoubles::ImportDoubles(wxWindow* parent, const Surroundings& around, app::ImportPresenter& presenter)
    : wxPanel(parent), m_around(around), m_presenter(presenter) {
  setLook(this, Look::page);
  auto* column = new wxBoxSizer(wxVERTICAL);
  const int gap = FromDIP(space::kMedium);
  m_summary = new FlowText(this, "", Look::strong);
  column->Add(m_summary, wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  m_card = new Card(this);
  makeDoubles(m_card);
  column->Add(m_card, wxSizerFlags(1).Expand().Border(wxBOTTOM, gap));
  m_toldCard = new Card(this);
  m_toldCard->inner()->Add(makeText(m_toldCard, around.words.say("importClients.toldTitle"), Look::heading),
                           wxSizerFlags().Border(wxBOTTOM, FromDIP(space::kSmall)));
  m_told = new wxListBox(m_toldCard, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(-1, kToldHeight)), 0,
                         nullptr, wxLB_SINGLE | wxBORDER_NONE);
  setAccessibleName(m_told, around.words.say("importClients.toldTitle"));
  m_toldCard->inner()->Add(m_told, wxSizerFlags(1).Expand());
  column->Add(m_toldCard, wxSizerFlags().Expand());
  SetSizer(column);
}

void ImportDoubles::makeDoubles(Card* card) {
  const auto& words = m_around.words;
  const int gap = FromDIP(space::kSmall);
  card->inner()->Add(makeText(card, words.say("importClients.doublesTitle"), Look::heading),
                     wxSizerFlags().Border(wxBOTTOM, gap));
  m_doubles = new TextTable(card, m_around, words.say("importClients.doublesTitle"),
                            {{"importClients.field.line", "00000"},
                             {"fieldName.name", "Featherstonehaugh-Ex"},
                             {"fieldName.birthDate", "30 Sept 2026"},
                             {"importClients.field.of", "Featherstonehaugh-Ex, 30 Sept 2026"},
                             {"importClients.field.why", "same name, same birth date"},
                             {"importClients.field.choice", "Fill what is empty in the chart"}});
  m_doubles->onSelect = [this](std::size_t row) {
    if (m_shown && row < m_shown->size()) m_presenter.select((*m_shown)[row].line);
  };
  card->inner()->Add(m_doubles, wxSizerFlags(2).Expand().Border(wxBOTTOM, gap));
  m_pairs = new TextTable(card, m_around, words.say("importClients.sideBySide"),
                          {{"importClients.field.what", "In an emergency"},
                           {"importClients.field.incoming", "Featherstonehaugh-Example of Somewhere"},
                           {"importClients.field.there", "Featherstonehaugh-Example of Somewhere"}});
  card->inner()->Add(m_pairs, wxSizerFlags(3).Expand().Border(wxBOTTOM, gap));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_choice = new wxChoice(card, wxID_ANY);
  for (const auto choice : kChoices) m_choice->Append(m_around.say(choiceWords(choice)));
  setAccessibleName(m_choice, words.say("importClients.field.choice"));
  m_choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) { choose(event.GetSelection()); });
  row->Add(m_choice, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
  m_forAll = makeButton(card, m_around, "importClients.forAll", [this] {
    if (const int index = m_choice->GetSelection(); index != wxNOT_FOUND)
      m_presenter.setChoiceForAll(kChoices[static_cast<std::size_t>(index)]);
  });
  row->Add(m_forAll, wxSizerFlags().CentreVertical());
  card->inner()->Add(row);
}

void ImportDoubles::choose(int index) {
  if (const auto line = m_presenter.state().selected)
    m_presenter.setChoice(*line, kChoices[static_cast<std::size_t>(index)]);
}

void ImportDoubles::focusFirst() {
  if (m_card->IsShown())
    m_doubles->SetFocus();
  else if (m_toldCard->IsShown())
    m_told->SetFocus();
}

void ImportDoubles::mirror(const app::ImportState& state) {
  m_summary->setText(state.summary);
  m_card->Show(!state.doubles->empty());
  m_toldCard->Show(!state.told.empty());
  if (m_shown != state.doubles) {
    m_shown = state.doubles;
    std::vector<std::vector<std::string>> rows;
    for (const auto& one : *m_shown)
      rows.push_back({std::to_string(one.line), one.name, one.born, one.of, one.why,
                      m_around.words.say(choiceWords(one.choice))});
    m_doubles->show(std::move(rows));
  }
  const auto selected = std::find_if(m_shown->begin(), m_shown->end(),
                                     [&](const auto& one) { return one.line == state.selected; });
  const bool any = selected != m_shown->end();
  m_doubles->select(any ? std::optional(static_cast<std::size_t>(selected - m_shown->begin()))
                        : std::nullopt);
  m_choice->Enable(any && !state.busy);
  m_forAll->Enable(any && !state.busy);
  if (any) {
    const auto chosen = std::find(kChoices.begin(), kChoices.end(), selected->choice);
    m_choice->SetSelection(static_cast<int>(chosen - kChoices.begin()));
  }
  std::vector<std::vector<std::string>> pairs;
  for (const auto& one : state.pairs) pairs.push_back({one.field, oneLine(one.left), oneLine(one.right)});
  m_pairs->show(std::move(pairs));
  if (m_toldShown != state.told) {
    m_toldShown = state.told;
    wxArrayString lines;
    for (const auto& line : m_toldShown) lines.Add(toWx(line));
    m_told->Set(lines);
  }
  Layout();
}

}  // namespace unknot::ui

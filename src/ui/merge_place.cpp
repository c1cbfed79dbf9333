#include "ui/merge_place.h"

#include "ui/accessible.h"

namespace unknot::ui {
namespace {

// Rows that are seen at once; the tables scroll for more.
constexpr int kCandidatesHeight = 130;
constexpr int kPairsHeight = 210;

}  // namespace

MergePlace::MergePlace(wxWindow* parent, const Surroundings& around, app::Desk& desk, Navigation& navigation)
    : Place(parent, around), m_navigation(navigation), m_presenter(desk) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  const int gap = FromDIP(space::kSmall);
  head->Add(makeText(this, around.words.say("merge.place"), Look::title), wxSizerFlags(1).CentreVertical());
  head->Add(makeButton(this, around, "merge.cancel", [this] { m_navigation.goBack(); }),
            wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
  m_merge = makeButton(
      this, around, "merge.merge", Look::primary,
      [this] { m_presenter.merge([this](domain::ClientId kept) { m_navigation.openChart(kept); }); }, "save");
  head->Add(m_merge, wxSizerFlags().CentreVertical());
  column->Add(head, wxSizerFlags().Expand().Border(wxALL, FromDIP(space::kWide)));
  auto* page = new ScrolledPage(this);
  auto* content = new wxBoxSizer(wxVERTICAL);
  const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kLarge));
  m_problem = new FlowText(page, "", Look::problem);
  m_problem->Hide();
  content->Add(m_problem, below);
  auto* candidates = new Card(page);
  makeCandidates(candidates);
  content->Add(candidates, below);
  auto* comparison = new Card(page);
  makeComparison(comparison);
  content->Add(comparison, below);
  page->SetSizer(content);
  column->Add(page, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(space::kWide)));
  SetSizer(column);
  m_presenter.listen([this](const app::MergeState& state) { mirror(state); });
}

void MergePlace::makeCandidates(Card* card) {
  const auto& words = around().words;
  const auto line = wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kSmall));
  m_question = new FlowText(card, "", Look::strong);
  card->inner()->Add(m_question, line);
  card->inner()->Add(makeText(card, words.say("merge.find"), Look::muted), line);
  m_find = new wxTextCtrl(card, wxID_ANY);
  setAccessibleName(m_find, words.say("merge.find"));
  m_find->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { m_presenter.find(toUtf8(m_find->GetValue())); });
  card->inner()->Add(m_find, line);
  m_none = new FlowText(card, "", Look::muted);
  card->inner()->Add(m_none, line);
  m_candidates = new TextTable(card, around(), words.say("merge.candidates"),
                               {{"fieldName.name", "Featherstonehaugh-Example, Maximiliana"},
                                {"fieldName.birthDate", "30 Sept 2026"},
                                {"importClients.field.why", "same name, same birth date, same phone"}});
  m_candidates->onSelect = [this](std::size_t row) {
    const auto& all = m_presenter.state().candidates;
    if (row < all.size()) m_presenter.select(all[row].client);
  };
  m_candidates->SetMinSize(FromDIP(wxSize(-1, kCandidatesHeight)));
  card->inner()->Add(m_candidates, wxSizerFlags().Expand());
}

void MergePlace::makeComparison(Card* card) {
  const auto& words = around().words;
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto gap = wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(space::kLarge));
  row->Add(makeText(card, words.say("merge.keep"), Look::text), gap);
  m_keepThis = new wxRadioButton(card, wxID_ANY, around().say("merge.keepThis"), wxDefaultPosition,
                                 wxDefaultSize, wxRB_GROUP);
  m_keepOther = new wxRadioButton(card, wxID_ANY, around().say("merge.keepOther"));
  for (auto* button : {m_keepThis, m_keepOther}) {
    setAccessibleName(button, words.say("merge.keep") + " " + toUtf8(button->GetLabelText()));
    button->Bind(wxEVT_RADIOBUTTON,
                 [this, button](wxCommandEvent&) { m_presenter.setKeepsOther(button == m_keepOther); });
    row->Add(button, gap);
  }
  card->inner()->Add(row, wxSizerFlags().Border(wxBOTTOM, FromDIP(space::kSmall)));
  m_pairs = new TextTable(card, around(), words.say("merge.sideBySide"),
                          {{"importClients.field.what", "In an emergency"},
                           {"merge.kept", "Featherstonehaugh-Example of Somewhere"},
                           {"merge.other", "Featherstonehaugh-Example of Somewhere"}});
  m_pairs->SetMinSize(FromDIP(wxSize(-1, kPairsHeight)));
  card->inner()->Add(m_pairs, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kMedium)));
  m_means = new FlowText(card, "", Look::text);
  card->inner()->Add(m_means, wxSizerFlags().Expand());
}

std::function<void(Navigation&)> MergePlace::reopen() const {
  return [client = m_presenter.state().client](Navigation& navigation) { navigation.openChart(client); };
}

void MergePlace::mirror(const app::MergeState& state) {
  m_question->setText(around().words.say("merge.question", {{"name", state.name}}));
  if (toUtf8(m_find->GetValue()) != state.words) m_find->ChangeValue(toWx(state.words));
  m_none->setText(around().words.say(state.words.empty() ? "merge.nobodyAlike" : "merge.nobodyFound"));
  m_none->Show(state.ready && state.candidates.empty());
  std::vector<std::vector<std::string>> rows;
  std::optional<std::size_t> selected;
  for (const auto& one : state.candidates) {
    if (one.client == state.selected) selected = rows.size();
    rows.push_back({one.name, one.born, one.why});
  }
  m_candidates->show(std::move(rows));
  m_candidates->select(selected);
  m_keepThis->SetValue(!state.keepsOther);
  m_keepOther->SetValue(state.keepsOther);
  m_keepThis->Enable(state.selected.has_value());
  m_keepOther->Enable(state.selected.has_value());
  std::vector<std::vector<std::string>> pairs;
  for (const auto& one : state.pairs) pairs.push_back({one.field, oneLine(one.left), oneLine(one.right)});
  m_pairs->show(std::move(pairs));
  std::string means;
  for (const auto& sentence : state.means) means += (means.empty() ? "" : "\n") + sentence;
  m_means->setText(means);
  m_problem->setText(state.problem ? around().words.say(*state.problem) : std::string());
  m_problem->Show(state.problem.has_value());
  m_merge->Enable(state.possible && !state.busy);
  Layout();
}

}  // namespace unknot::ui

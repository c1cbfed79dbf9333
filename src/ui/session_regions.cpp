#include "ui/session_regions.h"

#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

#include "ui/accessible.h"
#include "ui/form.h"

namespace unknot::ui {
namespace {

constexpr int kRowHeight = 32;
constexpr int kQuickWidth = 56;
constexpr int kLetterWidth = 32;
constexpr int kTwoLettersWidth = 42;

enum Column : unsigned { kRegion, kTension, kMarks, kNote, kColumns };

// An en dash says "not looked at"; it is never 0.
wxString levelText(std::optional<int> level) {
  return toWx(level ? std::to_string(*level) : "–");
}

// "C M  AP": what was found, then what was used.
wxString marksText(const app::RegionRow& row) {
  const std::string found = domain::lettersOf(row.findings);
  const std::string used = domain::lettersOf(row.techniques);
  return toWx(found.empty() || used.empty() ? found + used : found + "  " + used);
}

}  // namespace

class RegionListModel final : public wxDataViewVirtualListModel {
 public:
  // Rows are replaced, never edited: what is the same is not announced again.
  void setRows(const std::vector<app::RegionRow>& rows) {
    const bool sameRegions = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                        [](const auto& a, const auto& b) { return a.region == b.region; });
    if (!sameRegions) {
      m_rows = rows;
      Reset(static_cast<unsigned>(m_rows.size()));
      return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i] == m_rows[i]) continue;
      m_rows[i] = rows[i];
      RowChanged(static_cast<unsigned>(i));
    }
  }
  const std::vector<app::RegionRow>& rows() const { return m_rows; }

  unsigned GetColumnCount() const override { return kColumns; }
  wxString GetColumnType(unsigned) const override { return toWx("string"); }
  void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
    if (row >= m_rows.size()) {
      value = wxString();
      return;
    }
    const auto& r = m_rows[row];
    switch (column) {
      case kRegion:
        value = toWx(r.name);
        break;
      case kTension:
        value = levelText(r.before) + toWx(" > ") + levelText(r.after);
        break;
      case kMarks:
        value = marksText(r);
        break;
      default:
        value = toWx(r.note);
        break;
    }
  }
  bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

 private:
  std::vector<app::RegionRow> m_rows;
};

SessionRegions::SessionRegions(wxWindow* parent, const Surroundings& around, app::SessionPresenter& presenter)
    : wxPanel(parent), m_around(around), m_presenter(presenter), m_model(new RegionListModel) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  m_summary = makeText(this, "", Look::muted);
  column->Add(m_summary, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kTight)));

  m_list =
      new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_MULTIPLE | wxDV_ROW_LINES);
  setAccessibleName(m_list, around.words.say("session.list.name"));
  m_list->AssociateModel(m_model.get());
  // As wide as its title or what it usually holds, whichever is more.
  const auto add = [&](const char* id, unsigned model, const char* usual) {
    const wxString title = around.say(id);
    const int width = std::max(GetTextExtent(title).x, GetTextExtent(toWx(usual)).x) + FromDIP(18);
    m_list->AppendTextColumn(title, model, wxDATAVIEW_CELL_INERT, width, wxALIGN_LEFT,
                             wxDATAVIEW_COL_RESIZABLE);
  };
  add("session.list.region", kRegion, "Forearm, outer side, right one");
  add("session.list.levels", kTension, "4 > 4");
  add("session.list.marks", kMarks, "C  AP");
  add("session.list.note", kNote, "sore");
  m_list->SetMinSize(FromDIP(wxSize(300, 100)));
  m_list->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (m_mirroring) return;
    wxDataViewItemArray items;
    m_list->GetSelections(items);
    std::vector<domain::RegionSlug> regions;
    for (const auto& item : items) regions.push_back(m_model->rows()[m_model->GetRow(item)].region);
    // Taking the list's selection as it is must not make it select again.
    m_presenter.select(std::move(regions));
  });
  column->Add(m_list, wxSizerFlags(1).Expand());

  m_editor = new Card(this);
  auto* inner = static_cast<Card*>(m_editor)->inner();
  m_selected = makeText(m_editor, "", Look::heading);
  inner->Add(m_selected, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kSmall)));
  auto* levels = new wxFlexGridSizer(2, FromDIP(wxSize(space::kSmall, space::kTight)));
  m_before = makeLevels(levels, "session.before", draw::MapMoment::before, "session.confirmGhost", [this] {
    m_presenter.pointAt({});
    m_presenter.confirmGhost();
  });
  m_after = makeLevels(levels, "session.after", draw::MapMoment::after, "session.sameAsBefore", [this] {
    m_presenter.pointAt({});
    m_presenter.sameAsBefore();
  });
  using app::Finding;
  using app::Technique;
  inner->Add(levels, wxSizerFlags().Expand());
  auto* marks = new wxBoxSizer(wxHORIZONTAL);
  makeMarks<3, Finding>(marks, "session.found",
                        {{{"contracted", Finding::contracted},
                          {"limited", Finding::limited},
                          {"noControl", Finding::noControl}}},
                        m_findings);
  makeMarks<3, Technique>(marks, "session.used",
                          {{{"meansWhereby", Technique::meansWhereby},
                            {"kineticMirroring", Technique::kineticMirroring},
                            {"assistedPandiculation", Technique::assistedPandiculation}}},
                          m_techniques);
  inner->Add(marks, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kTight)));
  auto* noteRow = new wxBoxSizer(wxHORIZONTAL);
  auto* noteLabel = makeText(m_editor, around.words.say("session.note"), Look::label);
  m_note = new wxTextCtrl(m_editor, wxID_ANY);
  setAccessibleName(m_note, around.words.say("session.note"));
  m_note->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    if (!m_mirroring) m_presenter.setNote(toUtf8(m_note->GetValue()));
  });
  noteRow->Add(noteLabel, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(space::kMedium)));
  noteRow->Add(m_note, wxSizerFlags(1).CentreVertical());
  inner->Add(noteRow, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kSmall)));
  column->Add(m_editor, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kSmall)));
  auto* margin = new wxBoxSizer(wxHORIZONTAL);
  margin->Add(column, wxSizerFlags(1).Expand().Border(wxLEFT, FromDIP(space::kSmall)));
  SetSizer(margin);
}

wxWindow* SessionRegions::list() const {
  return m_list;
}

SessionRegions::LevelButtons SessionRegions::makeLevels(wxSizer* sizer, const char* labelId,
                                                        draw::MapMoment moment, const char* quickId,
                                                        std::function<void()> quick) {
  const std::string label = m_around.words.say(labelId);
  sizer->Add(makeText(m_editor, label, Look::label), wxSizerFlags().CentreVertical());
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  LevelButtons buttons{};
  for (int i = 0; i < kLevels; ++i) {
    const std::optional<int> level = i == 0 ? std::nullopt : std::optional(i - 1);
    auto* button = new wxToggleButton(m_editor, wxID_ANY, levelText(level), wxDefaultPosition,
                                      FromDIP(wxSize(34, kRowHeight)), wxBU_EXACTFIT);
    setLook(button, Look::compact);
    const std::string word =
        m_around.words.say(level ? "tension." + std::to_string(*level) : "tension.notLookedAt");
    setAccessibleName(button, label + ": " + word);
    button->SetToolTip(toWx(word));
    button->Bind(wxEVT_TOGGLEBUTTON,
                 [this, moment, level](wxCommandEvent&) { m_presenter.setLevelOfSelected(moment, level); });
    row->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(2)));
    buttons[static_cast<std::size_t>(i)] = button;
  }
  auto* same = makeButton(m_editor, m_around, std::string(quickId) + ".text", std::move(quick));
  setLook(same, Look::compact);
  same->SetMinSize(FromDIP(wxSize(kQuickWidth, kRowHeight)));
  same->SetToolTip(m_around.say(std::string(quickId) + ".name"));
  setAccessibleName(same, m_around.words.say(std::string(quickId) + ".name"));
  row->Add(same, wxSizerFlags().Border(wxLEFT, FromDIP(space::kTight)));
  sizer->Add(row);
  return buttons;
}

template <std::size_t N, class Mark>
void SessionRegions::makeMarks(wxSizer* sizer, const char* labelId,
                               const std::array<std::pair<const char*, Mark>, N>& marks,
                               std::array<wxToggleButton*, N>& buttons) {
  const std::string label = m_around.words.say(labelId);
  sizer->Add(makeText(m_editor, label, Look::label),
             wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(space::kTight)));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  for (std::size_t i = 0; i < N; ++i) {
    const std::string id = std::string("session.mark.") + marks[i].first;
    const wxString letters = m_around.say(id + ".short");
    const int width = letters.length() > 1 ? kTwoLettersWidth : kLetterWidth;
    auto* button = new wxToggleButton(m_editor, wxID_ANY, letters, wxDefaultPosition,
                                      FromDIP(wxSize(width, kRowHeight)), wxBU_EXACTFIT);
    setLook(button, Look::compact);
    const std::string name = m_around.words.say(id + ".name");
    setAccessibleName(button, label + ": " + name);
    button->SetToolTip(toWx(name));
    button->Bind(wxEVT_TOGGLEBUTTON, [this, mark = marks[i].second](wxCommandEvent&) {
      m_presenter.pointAt({});
      m_presenter.toggle(mark);
    });
    row->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(2)));
    buttons[i] = button;
  }
  sizer->Add(row, wxSizerFlags().Border(wxRIGHT, FromDIP(space::kSmall)));
}

void SessionRegions::showLevel(const LevelButtons& buttons, std::optional<int> level, bool mixed) {
  for (int i = 0; i < kLevels; ++i) {
    const bool on = !mixed && (level ? i == *level + 1 : i == 0);
    buttons[static_cast<std::size_t>(i)]->SetValue(on);
  }
}

void SessionRegions::selectInList(const std::vector<domain::RegionSlug>& selected) {
  wxDataViewItemArray items;
  const auto& rows = m_model->rows();
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (std::find(selected.begin(), selected.end(), rows[i].region) != selected.end())
      items.Add(m_model->GetItem(static_cast<unsigned>(i)));
  wxDataViewItemArray current;
  m_list->GetSelections(current);
  const bool same = current.size() == items.size() &&
                    std::all_of(items.begin(), items.end(),
                                [&](const auto& item) { return current.Index(item) != wxNOT_FOUND; });
  if (same) return;
  m_list->SetSelections(items);
  if (!items.empty()) m_list->EnsureVisible(items.front());
}

void SessionRegions::show(const app::SessionState& state) {
  m_mirroring = true;
  m_summary->SetLabelText(toWx(m_around.words.sayCount("session.lookedAt", state.lookedAt) + " · " +
                               m_around.words.sayCount("session.strong", state.strong)));
  m_model->setRows(state.rows);
  selectInList(state.selected);

  std::vector<const app::RegionRow*> chosen;
  for (const auto& row : state.rows)
    if (std::find(state.selected.begin(), state.selected.end(), row.region) != state.selected.end())
      chosen.push_back(&row);
  const bool any = !chosen.empty();
  m_editor->Enable(any && !state.readOnly && !state.draftOffered);
  m_selected->SetLabelText(
      !any ? m_around.say("session.noneSelected")
      : chosen.size() == 1
          ? toWx(chosen.front()->name)
          : toWx(m_around.words.sayCount("session.severalSelected", static_cast<long>(chosen.size()))));
  const auto all = [&](auto get) {
    return std::all_of(chosen.begin(), chosen.end(),
                       [&](const auto* row) { return get(*row) == get(*chosen.front()); });
  };
  const auto before = [](const app::RegionRow& r) { return r.before; };
  const auto after = [](const app::RegionRow& r) { return r.after; };
  showLevel(m_before, any ? chosen.front()->before : std::nullopt, !any || !all(before));
  showLevel(m_after, any ? chosen.front()->after : std::nullopt, !any || !all(after));
  const auto every = [&](auto flag) {
    return any && std::all_of(chosen.begin(), chosen.end(), [&](const auto* row) { return flag(*row); });
  };
  m_findings[0]->SetValue(every([](const auto& r) { return r.findings.contracted; }));
  m_findings[1]->SetValue(every([](const auto& r) { return r.findings.limited; }));
  m_findings[2]->SetValue(every([](const auto& r) { return r.findings.noControl; }));
  m_techniques[0]->SetValue(every([](const auto& r) { return r.techniques.meansWhereby; }));
  m_techniques[1]->SetValue(every([](const auto& r) { return r.techniques.kineticMirroring; }));
  m_techniques[2]->SetValue(every([](const auto& r) { return r.techniques.assistedPandiculation; }));
  setText(m_note, any ? chosen.front()->note : std::string());
  m_mirroring = false;
}

}  // namespace unknot::ui

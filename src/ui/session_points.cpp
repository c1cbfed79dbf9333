#include "ui/session_points.h"

#include <wx/sizer.h>

#include "ui/accessible.h"
#include "ui/form.h"

namespace unknot::ui {

SessionPoints::SessionPoints(wxWindow* parent, const Surroundings& around, app::SessionPresenter& presenter)
    : wxPanel(parent), m_around(around), m_presenter(presenter) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  m_help = new FlowText(this, around.words.say("session.points.help"), Look::muted);
  column->Add(m_help, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kSmall)));
  addKinds(column);
  m_list = new wxListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(240, 120)));
  setAccessibleName(m_list, around.words.say("session.points.name"));
  m_list->Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) {
    if (!m_mirroring && event.GetSelection() >= 0)
      m_presenter.selectPoint(static_cast<std::size_t>(event.GetSelection()));
  });
  column->Add(m_list, wxSizerFlags(1).Expand());
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(makeText(this, around.words.say("session.note"), Look::label),
           wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(space::kSmall)));
  m_note = new wxTextCtrl(this, wxID_ANY);
  setAccessibleName(m_note, around.words.say("session.points.note"));
  m_note->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    const auto& chosen = m_presenter.state().selectedPoint;
    if (!m_mirroring && chosen) m_presenter.setPointNote(*chosen, toUtf8(m_note->GetValue()));
  });
  row->Add(m_note, wxSizerFlags(1).CentreVertical());
  m_remove = makeButton(this, around, "session.points.remove", [this] {
    if (const auto& chosen = m_presenter.state().selectedPoint) m_presenter.removePoint(*chosen);
  });
  row->Add(m_remove, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(space::kSmall)));
  column->Add(row, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kSmall)));
  auto* margin = new wxBoxSizer(wxVERTICAL);
  margin->Add(column, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(space::kSmall)));
  SetSizer(margin);
}

// Adds to the region that is selected, in its middle: the same as on the map, by keyboard.
void SessionPoints::addKinds(wxSizer* column) {
  wxArrayString kinds;
  kinds.Add(m_around.say("session.points.add"));
  for (const auto kind : domain::pointKinds())
    kinds.Add(m_around.say("point.kind." + std::string(domain::toString(kind))));
  m_add = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, kinds);
  m_add->SetSelection(0);
  setAccessibleName(m_add, m_around.words.say("session.points.addName"));
  m_add->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    const int at = event.GetSelection();
    m_add->SetSelection(0);
    if (at > 0) m_presenter.addPoint(domain::pointKinds()[static_cast<std::size_t>(at) - 1]);
  });
  column->Add(m_add, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kSmall)));
}

wxString SessionPoints::lineOf(const app::PointRow& row) const {
  return toWx(row.note.empty() ? row.name : row.name + ": " + row.note);
}

void SessionPoints::show(const app::SessionState& state) {
  m_mirroring = true;
  if (state.points.size() != m_shown.size()) {
    m_list->Clear();
    for (const auto& row : state.points) m_list->Append(lineOf(row));
  } else {
    for (std::size_t i = 0; i < m_shown.size(); ++i)
      if (state.points[i] != m_shown[i]) m_list->SetString(static_cast<unsigned>(i), lineOf(state.points[i]));
  }
  m_shown = state.points;
  const int wanted = state.selectedPoint ? static_cast<int>(*state.selectedPoint) : wxNOT_FOUND;
  if (m_list->GetSelection() != wanted) m_list->SetSelection(wanted);
  const bool editable = state.ready && !state.readOnly && !state.draftOffered;
  const bool chosen = state.selectedPoint.has_value();
  setText(m_note, chosen ? state.points[*state.selectedPoint].note : std::string());
  m_note->Enable(editable && chosen);
  m_remove->Enable(editable && chosen);
  m_add->Enable(editable && !state.selected.empty());
  m_mirroring = false;
}

}  // namespace unknot::ui

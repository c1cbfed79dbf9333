#include "ui/session_header.h"

#include <wx/sizer.h>

#include "ui/accessible.h"
#include "ui/form.h"

namespace unknot::ui {

SessionHeader::SessionHeader(wxWindow* parent, const Surroundings& around, app::SessionPresenter& presenter,
                             Handlers handlers)
    : wxPanel(parent), m_around(around), m_presenter(presenter) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  // A long name gives way before the buttons do.
  m_title = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
  setLook(m_title, Look::title);
  m_title->SetMinSize(FromDIP(wxSize(120, -1)));
  row->Add(m_title, wxSizerFlags(1).CentreVertical());
  addDate(row);
  addMinutes(row);
  const auto add = [&](wxButton* button) {
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(space::kSmall)));
    return button;
  };
  m_laterNote = add(makeButton(this, around, "session.laterNote.button", std::move(handlers.laterNote)));
  m_inError = add(makeButton(this, around, "session.inError.button", std::move(handlers.inError)));
  auto* print = makeButton(this, around, "session.print", Look::flat, std::move(handlers.print), "print");
  // The title keeps its room on a small screen: the picture says it, and so does its accessible name.
  print->SetLabel(wxString());
  setLook(print, Look::iconOnly);
  print->SetMinSize(FromDIP(wxSize(40, -1)));
  print->SetToolTip(wxControl::RemoveMnemonics(around.say("session.print")));
  add(print);
  m_sign = add(makeButton(this, around, "session.sign.button", Look::primary, std::move(handlers.sign)));
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(row, wxSizerFlags().Expand());
  m_issue = new FlowText(this, "", Look::issue);
  m_entered = new FlowText(this, "", Look::small);
  for (FlowText* line : {m_issue, m_entered}) {
    line->Hide();
    column->Add(line, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
  }
  SetSizer(column);
}

void SessionHeader::addDate(wxSizer* row) {
  row->Add(makeText(this, m_around.words.say("session.date"), Look::label),
           wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(space::kSmall)));
  m_date = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(116, -1)),
                          wxTE_PROCESS_ENTER);
  setAccessibleName(m_date, m_around.words.say("session.date"));
  m_date->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    takeDate();
    event.Skip();
  });
  m_date->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { takeDate(); });
  row->Add(m_date, wxSizerFlags().CentreVertical());
}

void SessionHeader::addMinutes(wxSizer* row) {
  row->Add(makeText(this, m_around.words.say("session.minutes"), Look::label),
           wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(space::kSmall)));
  m_minutes = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(52, -1)));
  setAccessibleName(m_minutes, m_around.words.say("session.minutes"));
  m_minutes->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    if (!m_mirroring) m_presenter.setMinutes(toUtf8(m_minutes->GetValue()));
  });
  row->Add(m_minutes, wxSizerFlags().CentreVertical());
  m_timer = new wxToggleButton(this, wxID_ANY, m_around.say("session.timer.start"), wxDefaultPosition,
                               wxDefaultSize, wxBU_EXACTFIT);
  setAccessibleName(m_timer, m_around.words.say("session.timer.name"));
  m_timer->SetToolTip(m_around.say("session.timer.name"));
  m_timer->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) { m_presenter.toggleTimer(); });
  row->Add(m_timer, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(space::kTight)));
}

void SessionHeader::takeDate() {
  if (!m_mirroring && m_editable) m_presenter.setServiceDate(toUtf8(m_date->GetValue()));
}

void SessionHeader::show(const app::SessionState& state, const wxString& heading) {
  m_mirroring = true;
  m_editable = state.ready && !state.readOnly && !state.draftOffered;
  if (m_title->GetLabelText() != heading) m_title->SetLabelText(heading);
  // What is being typed stays until it is read.
  if (!state.dateIssue && !m_date->HasFocus())
    setText(m_date, state.ready ? state.serviceDate : std::string());
  if (!m_minutes->HasFocus() || state.timer.runs) setText(m_minutes, state.minutes);
  const wxString timer =
      state.timer.runs ? toWx("■ " + state.timer.text) : m_around.say("session.timer.start");
  if (m_timer->GetLabel() != timer) m_timer->SetLabel(timer);
  m_timer->SetValue(state.timer.runs);
  for (wxWindow* control : std::initializer_list<wxWindow*>{m_date, m_minutes, m_timer})
    control->Enable(m_editable);
  bool moved = false;
  const auto showIf = [&](wxWindow* window, bool shown) {
    moved = moved || window->IsShown() != shown;
    window->Show(shown);
  };
  showIf(m_sign, m_editable);
  showIf(m_laterNote, state.readOnly);
  showIf(m_inError, state.readOnly && !state.inError);
  const auto& issue = state.dateIssue ? state.dateIssue : state.minutesIssue;
  if (issue) m_issue->setText(m_around.words.say(*issue));
  showIf(m_issue, issue.has_value());
  if (state.entered) m_entered->setText(m_around.words.say(*state.entered));
  showIf(m_entered, state.entered.has_value());
  if (moved) relayout(this);
  m_mirroring = false;
}

}  // namespace unknot::ui

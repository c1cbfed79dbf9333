#include "ui/shorthand_line.h"

#include <wx/sizer.h>

#include "ui/accessible.h"

namespace unknot::ui {

ShorthandLine::ShorthandLine(wxWindow* parent, const Surroundings& around, app::SessionPresenter& presenter)
    : wxPanel(parent), m_around(around), m_presenter(presenter) {
  m_line = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  m_line->SetHint(around.say("session.shorthand.hint"));
  setAccessibleName(m_line, around.words.say("session.shorthand.name"));
  m_line->SetToolTip(around.say("session.shorthand.help"));
  m_line->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { enter(); });
  m_line->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    m_presenter.forgetShorthandIssue();
    suggest();
  });
  m_line->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    const bool plainTab = event.GetKeyCode() == WXK_TAB && !event.HasAnyModifiers();
    if (!plainTab || !complete()) event.Skip();
  });
  m_beside = makeText(this, "", Look::small);
  m_issue = new FlowText(this, "", Look::issue);
  m_issue->Hide();
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(m_line, wxSizerFlags(2).CentreVertical());
  row->Add(m_beside, wxSizerFlags(3).CentreVertical().Border(wxLEFT, FromDIP(space::kSmall)));
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(row, wxSizerFlags().Expand());
  column->Add(m_issue, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
  SetSizer(column);
}

void ShorthandLine::begin(const wxString& begin) {
  if (!m_line->IsEditable()) return;
  m_line->SetFocus();
  // What was begun there is not overwritten.
  if (m_line->IsEmpty()) m_line->ChangeValue(begin);
  m_line->SetInsertionPointEnd();
}

// "QL  Low back, side · Quadratus lumborum     LAT ..."
void ShorthandLine::suggest() {
  std::string text;
  for (const auto& found : m_presenter.suggest(toUtf8(m_line->GetValue())))
    text += (text.empty() ? "" : "    ") + found.code + "  " + found.name + " · " + found.anatomicalName;
  setAccessibleDescription(m_line, text);
  if (text.empty()) text = m_hovered;
  if (m_beside->GetLabelText() != toWx(text)) m_beside->SetLabelText(toWx(text));
}

void ShorthandLine::showHovered(const std::string& name) {
  m_hovered = name;
  suggest();
}

bool ShorthandLine::complete() {
  const std::string typed = toUtf8(m_line->GetValue());
  const auto found = m_presenter.suggest(typed);
  if (found.empty() || m_line->GetInsertionPoint() != m_line->GetLastPosition()) return false;
  m_line->SetValue(toWx(m_presenter.completed(typed, found.front())));
  m_line->SetInsertionPointEnd();
  return true;
}

bool ShorthandLine::take() {
  if (toUtf8(m_line->GetValue()).find_first_not_of(' ') == std::string::npos) m_line->Clear();
  if (m_line->IsEmpty()) return true;
  enter();
  return m_line->IsEmpty();
}

void ShorthandLine::enter() {
  if (m_presenter.enterShorthand(toUtf8(m_line->GetValue()))) {
    m_line->Clear();
    return;
  }
  if (const auto& issue = m_presenter.state().shorthandIssue)
    m_line->SetInsertionPoint(static_cast<long>(issue->place));
}

void ShorthandLine::show(const app::SessionState& state) {
  // What was begun for one session is not left for the next.
  if (!state.ready && !m_line->IsEmpty()) m_line->Clear();
  m_line->SetEditable(state.ready && !state.readOnly && !state.draftOffered);
  const bool wrong = state.shorthandIssue.has_value();
  if (wrong) m_issue->setText(m_around.words.say(state.shorthandIssue->problem));
  if (m_issue->IsShown() == wrong) return;
  m_issue->Show(wrong);
  relayout(this);
}

}  // namespace unknot::ui

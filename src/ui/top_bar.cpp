#include "ui/top_bar.h"

#include <wx/sizer.h>

#include "ui/accessible.h"
#include "ui/controls.h"

namespace unknot::ui {

namespace {

constexpr int kFindWidth = 380;

}  // namespace

TopBar::TopBar(wxWindow* parent, const Surroundings& around, const std::string& userName) : wxPanel(parent) {
  setLook(this, Look::topBar);
  m_find = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  setLook(m_find, Look::search);
  m_find->SetHint(around.say("frame.find.hint"));
  m_find->SetMinSize(wxSize(FromDIP(kFindWidth), -1));
  setAccessibleName(m_find, around.words.say("frame.find.name"));
  m_saved = makeText(this, "", Look::muted);
  m_back = makeButton(
      this, around, "frame.back", Look::flat, [this] { onBack(); }, "back");
  // The arrow says it on a small screen, and the words in its tip and its accessible name.
  m_back->SetLabel(wxString());
  setLook(m_back, Look::iconOnly);
  m_back->SetToolTip(wxControl::RemoveMnemonics(around.say("frame.back")));
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(m_back, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::kLarge));
  sizer->Add(makeIcon(this, around, "find", Tone::muted), 0, wxALIGN_CENTRE_VERTICAL | wxLEFT,
             FromDIP(space::kMedium));
  sizer->Add(m_find, 0, wxALIGN_CENTRE_VERTICAL | wxALL, FromDIP(space::kMedium));
  sizer->AddStretchSpacer();
  sizer->Add(m_saved, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::kLarge));
  sizer->Add(makeText(this, userName, Look::strong), 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT,
             FromDIP(space::kWide));
  SetSizer(sizer);
  m_find->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { onFind(toUtf8(m_find->GetValue())); });
  m_find->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { onOpenFirst(); });
  m_find->Bind(wxEVT_KEY_DOWN, &TopBar::onKey, this);
}

void TopBar::focusFind() {
  m_find->SetFocus();
  m_find->SelectAll();
}

void TopBar::clearFind() {
  m_find->ChangeValue(wxString());
}

void TopBar::setCanGoBack(bool can) {
  m_back->Enable(can);
}

void TopBar::setSaveStatus(const wxString& text) {
  if (m_saved->GetLabelText() == text) return;
  m_saved->SetLabelText(text);
  Layout();
}

void TopBar::onKey(wxKeyEvent& event) {
  switch (event.GetKeyCode()) {
    case WXK_DOWN:
      onDown();
      return;
    case WXK_ESCAPE:
      m_find->Clear();
      onEscape();
      return;
    default:
      event.Skip();
  }
}

}  // namespace unknot::ui

#include "ui/controls.h"

#include <wx/sizer.h>

#include "ui/accessible.h"

namespace unknot::ui {

namespace {

constexpr int kCardMargin = 20;
constexpr int kScrollStep = 16;

}  // namespace

wxStaticText* makeText(wxWindow* parent, std::string_view text, Look look) {
  auto* label = new wxStaticText(parent, wxID_ANY, wxString());
  setLook(label, look);
  label->SetLabelText(toWx(text));
  return label;
}

FlowText::FlowText(wxWindow* parent, std::string_view text, Look look)
    : wxStaticText(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE),
      m_text(text) {
  setLook(this, look);
  SetLabelText(toWx(m_text));
  // Any width will do: the sizer gives one, and the text flows into it.
  SetMinSize(wxSize(1, GetBestSize().y));
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (GetSize().x != m_width) CallAfter([this] { flow(); });
  });
}

void FlowText::setText(std::string_view text) {
  if (text == m_text) return;
  m_text = text;
  m_width = 0;
  flow();
}

void FlowText::flow() {
  const int width = GetSize().x;
  if (width <= 1 || width == m_width) return;
  m_width = width;
  SetLabelText(toWx(m_text));
  Wrap(width);
  InvalidateBestSize();
  const int height = GetBestSize().y;
  if (height == GetMinSize().y) return;
  SetMinSize(wxSize(1, height));
  relayout(this);
}

wxButton* makeButton(wxWindow* parent, const Surroundings& around, std::string_view wordsId, Look look,
                     std::function<void()> onPress, std::string_view icon) {
  wxButton* button = makeButton(parent, around, wordsId, std::move(onPress), {});
  setLook(button, look);
  if (!icon.empty()) {
    const Tone tone = look == Look::primary ? Tone::onAccent : look == Look::flat ? Tone::accent : Tone::text;
    setIcon(around.theme, around.icons, button, std::string(icon), tone);
  }
  return button;
}

wxButton* makeButton(wxWindow* parent, const Surroundings& around, std::string_view wordsId,
                     std::function<void()> onPress, std::string_view icon) {
  const wxString words = around.say(wordsId);
  auto* button = new wxButton(parent, wxID_ANY, words);
  setAccessibleName(button, toUtf8(wxControl::RemoveMnemonics(words)));
  if (!icon.empty()) setIcon(around.theme, around.icons, button, std::string(icon), Tone::text);
  button->Bind(wxEVT_BUTTON, [press = std::move(onPress)](wxCommandEvent&) { press(); });
  return button;
}

Card::Card(wxWindow* parent, Look look) : wxPanel(parent), m_inner(new wxBoxSizer(wxVERTICAL)) {
  setLook(this, look);
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(m_inner, 1, wxEXPAND | wxALL, FromDIP(kCardMargin));
  SetSizer(outer);
}

ScrolledPage::ScrolledPage(wxWindow* parent)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL) {
  setLook(this, Look::page);
  SetScrollRate(0, FromDIP(kScrollStep));
}

void relayout(wxWindow* window) {
  for (wxWindow* at = window->GetParent(); at != nullptr; at = at->GetParent()) {
    at->InvalidateBestSize();
    if (auto* page = dynamic_cast<wxScrolledWindow*>(at)) {
      page->FitInside();
      page->Layout();
      return;
    }
    if (at->IsTopLevel() || at->GetParent() == nullptr || at->GetParent()->IsTopLevel()) {
      at->Layout();
      return;
    }
  }
}

}  // namespace unknot::ui

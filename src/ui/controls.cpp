#include "ui/controls.h"

#include <wx/sizer.h>
#include <wx/statbmp.h>

#include <gtk/gtk.h>

#include <algorithm>
#include <vector>

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
  // GTK breaks the lines by itself, by the style that it draws with; wxStaticText::Wrap() would measure with
  // the font from before the style.
  gtk_label_set_line_wrap(GTK_LABEL(GetHandle()), TRUE);
  gtk_label_set_line_wrap_mode(GTK_LABEL(GetHandle()), PANGO_WRAP_WORD_CHAR);
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
  const int height = heightFor(width);
  if (height == GetMinSize().y) return;
  SetMinSize(wxSize(1, height));
  relayout(this);
}

int FlowText::heightFor(int width) {
  GtkStyleContext* const style = gtk_widget_get_style_context(GetHandle());
  GtkBorder padding;
  gtk_style_context_get_padding(style, gtk_style_context_get_state(style), &padding);
  PangoLayout* const layout = gtk_widget_create_pango_layout(GetHandle(), m_text.c_str());
  pango_layout_set_width(layout, std::max(1, width - padding.left - padding.right) * PANGO_SCALE);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  int height = 0;
  pango_layout_get_pixel_size(layout, nullptr, &height);
  g_object_unref(layout);
  return height + padding.top + padding.bottom;
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

wxWindow* makeRow(wxWindow* parent, std::string_view text, std::string_view aside,
                  std::function<void()> onPress) {
  auto* row = new wxPanel(parent);
  auto* button = new wxButton(row, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxBU_LEFT);
  setLook(button, Look::row);
  button->SetLabelText(toWx(text));
  setAccessibleName(button,
                    aside.empty() ? std::string(text) : std::string(text) + ", " + std::string(aside));
  button->Bind(wxEVT_BUTTON, [press = std::move(onPress)](wxCommandEvent&) { press(); });
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(button, 1, wxALIGN_CENTRE_VERTICAL);
  sizer->Add(makeText(row, aside, Look::muted), 0, wxALIGN_CENTRE_VERTICAL | wxLEFT | wxRIGHT,
             row->FromDIP(space::kMedium));
  row->SetSizer(sizer);
  return row;
}

wxWindow* makeIcon(wxWindow* parent, const Surroundings& around, std::string name, Tone tone, int sizeDip) {
  auto* icon =
      new wxStaticBitmap(parent, wxID_ANY, around.icons.bundle(name, around.theme.color(tone), sizeDip));
  around.theme.follow(icon, [&around, icon, name = std::move(name), tone, sizeDip] {
    icon->SetBitmap(around.icons.bundle(name, around.theme.color(tone), sizeDip));
  });
  return icon;
}

Card::Card(wxWindow* parent, Look look) : wxPanel(parent), m_inner(new wxBoxSizer(wxVERTICAL)) {
  setLook(this, look);
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(m_inner, 1, wxEXPAND | wxALL, FromDIP(kCardMargin));
  SetSizer(outer);
}

void Card::addHeading(const Surroundings& around, std::string_view wordsId, std::string_view icon) {
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeIcon(this, around, std::string(icon), Tone::accent), 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT,
            FromDIP(space::kSmall));
  head->Add(makeText(this, around.words.say(wordsId), Look::heading), 0, wxALIGN_CENTRE_VERTICAL);
  m_inner->Add(head, 0, wxBOTTOM, FromDIP(space::kMedium));
}

void Card::addBody() {
  m_body = new wxPanel(this);
  m_body->SetSizer(new wxBoxSizer(wxVERTICAL));
  m_inner->Add(m_body, 0, wxEXPAND);
}

wxSizer* Card::emptiedBody() {
  m_body->DestroyChildren();
  wxSizer* sizer = m_body->GetSizer();
  sizer->Clear();
  return sizer;
}

void Card::bodyFilled() {
  m_body->Layout();
  relayout(m_body);
}

ScrolledPage::ScrolledPage(wxWindow* parent)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL) {
  setLook(this, Look::page);
  SetScrollRate(0, FromDIP(kScrollStep));
}

void relayout(wxWindow* window) {
  // A window whose own size stays is not laid out with its parent: each is asked, the outermost first.
  std::vector<wxWindow*> around;
  for (wxWindow* at = window->GetParent(); at != nullptr; at = at->GetParent()) {
    at->InvalidateBestSize();
    around.push_back(at);
    auto* const page = dynamic_cast<wxScrolledWindow*>(at);
    if (page != nullptr) page->FitInside();
    if (page != nullptr || at->IsTopLevel() || at->GetParent() == nullptr || at->GetParent()->IsTopLevel())
      break;
  }
  for (auto at = around.rbegin(); at != around.rend(); ++at)
    if ((*at)->GetSizer() != nullptr) (*at)->Layout();
}

void letWheelScroll() {
  for (const GType type : {GTK_TYPE_COMBO_BOX, GTK_TYPE_SPIN_BUTTON})
    GTK_WIDGET_CLASS(g_type_class_ref(type))->scroll_event = [](GtkWidget*, GdkEventScroll*) -> gboolean {
      return GDK_EVENT_PROPAGATE;
    };
  // A field of several lines takes the wheel only while it has more than it shows.
  static const auto kScrolled = GTK_WIDGET_CLASS(g_type_class_ref(GTK_TYPE_SCROLLED_WINDOW))->scroll_event;
  GTK_WIDGET_CLASS(g_type_class_ref(GTK_TYPE_SCROLLED_WINDOW))->scroll_event =
      [](GtkWidget* widget, GdkEventScroll* event) -> gboolean {
    GtkWidget* const inside = gtk_bin_get_child(GTK_BIN(widget));
    if (inside != nullptr && GTK_IS_TEXT_VIEW(inside)) {
      auto* const down = gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(widget));
      if (gtk_adjustment_get_upper(down) <= gtk_adjustment_get_page_size(down)) return GDK_EVENT_PROPAGATE;
    }
    return kScrolled == nullptr ? GDK_EVENT_PROPAGATE : kScrolled(widget, event);
  };
}

}  // namespace unknot::ui

#include "ui/theme.h"

#include <gtk/gtk.h>
#include <wx/settings.h>

#include <array>
#include <cmath>

#include "core/error.h"
#include "ui/style_sheet.h"

namespace unknot::ui {

namespace {

struct ToneValue {
  Tone tone;
  std::uint32_t light;
  std::uint32_t dark;
};

constexpr std::array kTones{
    ToneValue{Tone::page, 0xF6F4EF, 0x161D1D},         ToneValue{Tone::surface, 0xFFFFFF, 0x1F2828},
    ToneValue{Tone::surfaceHover, 0xF0F4F1, 0x283434}, ToneValue{Tone::line, 0xDEDAD0, 0x374545},
    ToneValue{Tone::text, 0x1E2B2C, 0xE7ECEA},         ToneValue{Tone::muted, 0x5A686A, 0xA5B3B1},
    ToneValue{Tone::accent, 0x1F706C, 0x6CC5BD},       ToneValue{Tone::accentHover, 0x185A57, 0x86D3CC},
    ToneValue{Tone::onAccent, 0xFFFFFF, 0x0F2322},     ToneValue{Tone::accentSoft, 0xDCEDEA, 0x24423F},
    ToneValue{Tone::rail, 0x1E3837, 0x101717},         ToneValue{Tone::railSelected, 0x2F5552, 0x24403E},
    ToneValue{Tone::onRail, 0xE3EEEB, 0xD6E2DF},       ToneValue{Tone::danger, 0xA4352C, 0xF2A097},
    ToneValue{Tone::dangerSoft, 0xFBE9E6, 0x43262A},   ToneValue{Tone::warning, 0x7A5200, 0xEDC272},
    ToneValue{Tone::warningSoft, 0xFBF0D9, 0x3D3320},  ToneValue{Tone::good, 0x2B6B3C, 0x8FD3A0},
};

GtkCssProvider* styleProvider() {
  // One provider for the screen: loading it again is what changes every control at once.
  static GtkCssProvider* const provider = [] {
    auto* made = gtk_css_provider_new();
    gtk_style_context_add_provider_for_screen(gdk_screen_get_default(), GTK_STYLE_PROVIDER(made),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    return made;
  }();
  return provider;
}

// The widget that draws: panels paint on an inner one, scrolled controls hold theirs inside.
GtkWidget* drawnWidget(wxWindow* window) {
  return window->m_wxwindow != nullptr ? window->m_wxwindow : window->m_widget;
}

void restyled(wxWindow* window) {
  // Without both GTK measures with the style from before until the control is on the screen, and text is
  // clipped. The first is said to be needless, but nothing else empties the cache of a control that is not
  // on the screen yet.
  GtkWidget* const widget = drawnWidget(window);
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_style_context_invalidate(gtk_widget_get_style_context(widget));
  G_GNUC_END_IGNORE_DEPRECATIONS
  gtk_widget_reset_style(widget);
  window->InvalidateBestSize();
}

}  // namespace

draw::Color toneColor(Tone tone, Appearance appearance) {
  for (const auto& value : kTones)
    if (value.tone == tone) return draw::rgb(appearance == Appearance::light ? value.light : value.dark);
  throw core::BugError("a tone without a value");
}

const std::vector<std::pair<Tone, Tone>>& readablePairs() {
  static const std::vector<std::pair<Tone, Tone>> pairs{
      {Tone::text, Tone::page},           {Tone::text, Tone::surface},
      {Tone::text, Tone::surfaceHover},   {Tone::text, Tone::accentSoft},
      {Tone::muted, Tone::page},          {Tone::muted, Tone::surface},
      {Tone::muted, Tone::surfaceHover},  {Tone::muted, Tone::accentSoft},
      {Tone::accent, Tone::page},         {Tone::accent, Tone::surface},
      {Tone::accent, Tone::surfaceHover}, {Tone::accent, Tone::accentSoft},
      {Tone::onAccent, Tone::accent},     {Tone::onAccent, Tone::accentHover},
      {Tone::onRail, Tone::rail},         {Tone::onRail, Tone::railSelected},
      {Tone::danger, Tone::page},         {Tone::danger, Tone::surface},
      {Tone::danger, Tone::dangerSoft},   {Tone::warning, Tone::surface},
      {Tone::warning, Tone::warningSoft}, {Tone::good, Tone::page},
      {Tone::good, Tone::surface},
  };
  return pairs;
}

std::string toHex(draw::Color color) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex = "#";
  for (const double channel : {color.r, color.g, color.b}) {
    const auto byte = static_cast<unsigned>(std::lround(channel * 255));
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

void setLook(wxWindow* window, Look look) {
  gtk_style_context_add_class(gtk_widget_get_style_context(drawnWidget(window)), styleClass(look));
  restyled(window);
}

void removeLook(wxWindow* window, Look look) {
  gtk_style_context_remove_class(gtk_widget_get_style_context(drawnWidget(window)), styleClass(look));
  restyled(window);
}

Theme::Theme(AppearanceChoice choice)
    : m_choice(choice), m_systemIsDark(wxSystemSettings::GetAppearance().IsDark()) {
  apply();
}

void Theme::choose(AppearanceChoice choice) {
  m_choice = choice;
  apply();
}

void Theme::systemChanged() {
  // While the person's own choice is in force the system's answer is only an echo of it.
  if (m_choice != AppearanceChoice::system) return;
  const bool dark = wxSystemSettings::GetAppearance().IsDark();
  if (dark == m_systemIsDark) return;
  m_systemIsDark = dark;
  apply();
}

wxColour Theme::toolkitColor(Tone tone) const {
  const auto byte = [](double channel) { return static_cast<unsigned char>(std::lround(channel * 255)); };
  const draw::Color value = color(tone);
  return {byte(value.r), byte(value.g), byte(value.b)};
}

void Theme::follow(wxWindow* window, std::function<void()> refresh) {
  refresh();
  m_followers.emplace_back(window, std::move(refresh));
  window->Bind(wxEVT_DESTROY, [this, window](wxWindowDestroyEvent& event) {
    event.Skip();
    if (event.GetEventObject() == window)
      std::erase_if(m_followers, [window](auto& f) { return f.first == window; });
  });
}

void Theme::apply() {
  const bool dark =
      m_choice == AppearanceChoice::system ? m_systemIsDark : m_choice == AppearanceChoice::dark;
  m_appearance = dark ? Appearance::dark : Appearance::light;
  if (m_choice != AppearanceChoice::system)
    g_object_set(gtk_settings_get_default(), "gtk-application-prefer-dark-theme", dark, nullptr);
  gtk_css_provider_load_from_data(styleProvider(), styleSheet(m_appearance).c_str(), -1, nullptr);
  const auto followers = m_followers;
  for (const auto& [window, refresh] : followers) refresh();
}

}  // namespace unknot::ui

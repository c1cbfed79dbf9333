// Colours by meaning, in a light and a dark set, and the looks of native controls. Nothing in the window
// names a colour by its number: it asks for a Tone, or gives a control a Look and GTK's own style sheet does
// the rest, so that a change between light and dark needs no window to be made again.
#pragma once

#include <wx/colour.h>
#include <wx/window.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "draw/color.h"

namespace unknot::ui {

enum class Appearance { light, dark };

// What the person chose in the settings.
enum class AppearanceChoice { system, light, dark };

enum class Tone {
  page,          // behind everything
  surface,       // cards, fields, lists
  surfaceHover,  // under the pointer
  line,          // edges and separators; decoration, carries no text
  text,
  muted,   // second-rank text
  accent,  // the one button that matters, links, the selected tab
  accentHover,
  onAccent,    // text on accent
  accentSoft,  // the selected row, a quiet chip
  rail,
  railSelected,
  onRail,
  danger,  // issue text, "refer"
  dangerSoft,
  warning,  // "adapt"
  warningSoft,
  good,
};

// The value of a meaning.
draw::Color toneColor(Tone tone, Appearance appearance);
// Text and the ground it is read on, wherever the window puts one on the other. A test holds each to 4.5:1.
const std::vector<std::pair<Tone, Tone>>& readablePairs();
// "#rrggbb"
std::string toHex(draw::Color color);

// How a native control looks. Several controls share a look; a control has one or two.
enum class Look {
  page,
  card,
  softCard,  // a quiet inset on a card
  rail,
  railItem,
  railSelected,
  railText,
  railTextQuiet,
  topBar,
  title,    // of a place
  heading,  // of a card
  label,    // before a field
  text,     // ordinary text
  strong,
  muted,
  small,
  link,
  issue,    // what is wrong with a field, under it
  problem,  // a sentence about something that failed, on its own ground
  hint,     // a sentence that helps, on its own ground
  good,
  code,     // letters and digits to be copied one by one
  primary,  // the button that matters here
  flat,     // a button that is only text until it is pointed at
  chip,
  chipWarning,
  chipDanger,
  row,  // a whole row that can be pressed
  iconOnly,
  compact,      // many small ones in a row
  handed,       // everything on the screen that a client holds: larger
  choice,       // a button that stays down
  quietChoice,  // one that is rarely wanted
  step,         // one of a scale
  search,
};

// Gives the control the look and measures it anew. Call it right after making the control.
void setLook(wxWindow* window, Look look);
void removeLook(wxWindow* window, Look look);

// One for the program. Follows the system unless the person chose.
class Theme {
 public:
  // Call once GTK has started.
  explicit Theme(AppearanceChoice choice);
  Theme(const Theme&) = delete;
  Theme& operator=(const Theme&) = delete;

  Appearance appearance() const { return m_appearance; }
  AppearanceChoice choice() const { return m_choice; }
  void choose(AppearanceChoice choice);
  // Asks the system again; called when it says that its colours changed.
  void systemChanged();

  draw::Color color(Tone tone) const { return toneColor(tone, m_appearance); }
  wxColour toolkitColor(Tone tone) const;

  // Calls now and after each change for as long as `window` lives: for pictures and own drawing.
  void follow(wxWindow* window, std::function<void()> refresh);

 private:
  void apply();

  AppearanceChoice m_choice;
  bool m_systemIsDark = false;
  Appearance m_appearance = Appearance::light;
  std::vector<std::pair<wxWindow*, std::function<void()>>> m_followers;
};

}  // namespace unknot::ui

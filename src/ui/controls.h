// Controls with their look, name and words, so that no panel repeats the same five lines.
#pragma once

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <functional>
#include <string>
#include <string_view>

#include "ui/surroundings.h"

namespace unknot::ui {

// Distances, in device-independent pixels: all spacing in the window is made of these.
namespace space {
inline constexpr int kTight = 4;
inline constexpr int kSmall = 8;
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 16;
inline constexpr int kWide = 24;
}  // namespace space

// Text as it is: "&" is shown.
wxStaticText* makeText(wxWindow* parent, std::string_view text, Look look);

// A text that breaks into as many lines as its width asks for, and tells its parents when its height changes.
class FlowText final : public wxStaticText {
 public:
  FlowText(wxWindow* parent, std::string_view text, Look look);
  void setText(std::string_view text);
  const std::string& text() const { return m_text; }

 private:
  void flow();
  int heightFor(int width);

  std::string m_text;
  int m_width = 0;
};

// The words may carry a mnemonic ("&Save"); the accessible name is the words without it.
wxButton* makeButton(wxWindow* parent, const Surroundings& around, std::string_view wordsId, Look look,
                     std::function<void()> onPress, std::string_view icon = {});
// A button of a look that none of the others has: the bordered native one.
wxButton* makeButton(wxWindow* parent, const Surroundings& around, std::string_view wordsId,
                     std::function<void()> onPress, std::string_view icon = {});

// A line that opens something: its words at the left, something quiet at the right.
wxWindow* makeRow(wxWindow* parent, std::string_view text, std::string_view aside,
                  std::function<void()> onPress);

// A picture beside words; it says nothing to a screen reader that the words don't.
wxWindow* makeIcon(wxWindow* parent, const Surroundings& around, std::string name, Tone tone,
                   int sizeDip = 20);

// A panel that looks like a card, with a vertical sizer inside; `inner()` takes its content with the right
// margins.
class Card final : public wxPanel {
 public:
  explicit Card(wxWindow* parent, Look look = Look::card);
  // The sizer inside the margins.
  wxBoxSizer* inner() const { return m_inner; }
  // The part of a card that is filled anew with each State; nullptr where there is none.
  wxWindow* body() const { return m_body; }
  // Empties the body; what is filled in goes into the sizer given back, and bodyFilled() ends it.
  wxSizer* emptiedBody();
  void bodyFilled();
  // With an icon before it.
  void addHeading(const Surroundings& around, std::string_view wordsId, std::string_view icon);
  void addBody();

 private:
  wxBoxSizer* m_inner;
  wxWindow* m_body = nullptr;
};

// A page that scrolls upwards only and gives its content the width it has.
class ScrolledPage : public wxScrolledWindow {
 public:
  explicit ScrolledPage(wxWindow* parent);
};

// Lays out `window` and everything above it up to the scrolling page or top window, after something grew or
// shrank.
void relayout(wxWindow* window);

// The wheel over a closed choice or a number scrolls the page and never changes a value. Call once, before
// the first of them is made.
void letWheelScroll();

}  // namespace unknot::ui

// A place of the window: Today, Clients, a chart, a session ... A place mirrors its presenter's State and
// holds no decision about the practice.
#pragma once

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

#include "core/message.h"
#include "ui/commands.h"
#include "ui/navigation.h"
#include "ui/surroundings.h"

namespace unknot::ui {

// A key of a place, for the sheet of keys: ids of the word catalogue.
struct KeyHelp {
  std::string keysId;  // "Delete"
  std::string textId;  // what it does
};

class Place : public wxPanel {
 public:
  Place(wxWindow* parent, const Surroundings& around) : wxPanel(parent), m_around(around) {
    setLook(this, Look::page);
  }

  // For the window's title and for readers: "Clients".
  virtual wxString title() const = 0;
  // It has become the place that is seen: ask the presenter again, put the focus where work begins.
  virtual void entered() {}

  // Save what is unsaved, then say whether all of it is kept. Called before the place is left, locked or
  // closed.
  using Done = std::function<void(bool kept)>;
  virtual void flush(Done done) { done(true); }
  // Whether it may ask the person something while it flushes. Not when nobody is there to answer: what can't
  // be saved is then simply not kept.
  bool mayAsk() const { return m_mayAsk; }
  void setMayAsk(bool may) { m_mayAsk = may; }

  // Its own keys, beside those of the commands.
  virtual std::vector<KeyHelp> keys() const { return {}; }

  virtual bool canPerform(Command) const { return false; }
  virtual void perform(Command) {}

  // Whether "back" may come here again; a form that was filled in is done with.
  virtual bool isWayBack() const { return true; }
  // Opens this place again in a practice that was closed and opened meanwhile (after a lock).
  virtual std::function<void(Navigation&)> reopen() const { return {}; }

  // F6 goes round these, after the rail and the find field.
  virtual std::vector<wxWindow*> panes() { return {}; }

  // What the top bar says of saving ("saved 14:03", "draft kept 14:03:22"); none: nothing is being edited
  // here.
  virtual core::Message saveStatus() const { return {}; }
  // Call when saveStatus() changed.
  void saveStatusChanged() const {
    if (onSaveStatus) onSaveStatus();
  }
  // Call when title() changed.
  void titleChanged() const {
    if (onTitle) onTitle();
  }

  // Set by the shell.
  std::function<void()> onSaveStatus;
  std::function<void()> onTitle;

 protected:
  const Surroundings& around() const { return m_around; }

 private:
  const Surroundings& m_around;
  bool m_mayAsk = true;
};

}  // namespace unknot::ui

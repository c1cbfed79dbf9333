// The places of the practice, at the left.
#pragma once

#include <wx/button.h>
#include <wx/panel.h>

#include <functional>
#include <map>
#include <string>

#include "ui/commands.h"
#include "ui/surroundings.h"

namespace unknot::ui {

class Rail final : public wxPanel {
 public:
  Rail(wxWindow* parent, const Surroundings& around, const std::string& practiceName);

  // Which place is shown; none for one that the rail does not lead to.
  void select(std::optional<Command> place);

  std::function<void(Command)> onCommand;

 private:
  wxButton* addItem(wxSizer* sizer, Command command);

  const Surroundings& m_around;
  std::map<Command, wxButton*> m_items;
  std::optional<Command> m_selected;
};

}  // namespace unknot::ui

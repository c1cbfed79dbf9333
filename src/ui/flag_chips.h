// The safety flags of a client as a row of chips; each opens what is known of it.
#pragma once

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

#include "app/flag_lines.h"
#include "ui/surroundings.h"

namespace unknot::ui {

class FlagChips final : public wxPanel {
 public:
  // `open` is given the flag's slug.
  FlagChips(wxWindow* parent, const Surroundings& around, std::function<void(const std::string&)> open);
  // Hidden when there are none. Those that were closed stand behind the others, quietly.
  void show(const std::vector<app::FlagLine>& flags);

 private:
  void fill();

  const Surroundings& m_around;
  std::function<void(const std::string&)> m_open;
  std::vector<app::FlagLine> m_flags;
};

}  // namespace unknot::ui

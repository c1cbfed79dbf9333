// Everything a person can make the program do, in one table: it feeds the menu bar, the keys and the sheet of
// keys.
#pragma once

#include <wx/menu.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/words.h"

namespace unknot::ui {

enum class Command {
  newClient,
  bringClientsIn,
  startSession,
  editClient,
  save,
  print,
  practiceDetails,
  lock,
  closePractice,
  quit,
  find,
  back,
  goToday,
  goClients,
  nextPane,
  appearance,
  keys,
  about,
};

enum class MenuGroup { practice, client, view, help };

struct CommandInfo {
  Command command;
  std::string name;      // words: "command.<name>.text" and "command.<name>.help"
  std::string shortcut;  // as wx writes it, "Ctrl+K"
  std::string icon;      // of data/icons; may be ""
  MenuGroup menu;
  bool separatorBefore = false;
};

// In the order of the menus.
const std::vector<CommandInfo>& commandTable();
const CommandInfo& info(Command command);

int menuId(Command command);
std::optional<Command> commandOf(int menuId);
wxMenuBar* makeMenuBar(const core::Words& words);

}  // namespace unknot::ui

#include "ui/commands.h"

#include <array>

#include "core/error.h"
#include "ui/text.h"

namespace unknot::ui {

namespace {

constexpr std::array kMenus{MenuGroup::practice, MenuGroup::client, MenuGroup::view, MenuGroup::help};

std::string menuWords(MenuGroup menu) {
  switch (menu) {
    case MenuGroup::practice:
      return "command.menu.practice";
    case MenuGroup::client:
      return "command.menu.client";
    case MenuGroup::view:
      return "command.menu.view";
    case MenuGroup::help:
      return "command.menu.help";
  }
  throw core::BugError("a menu without words");
}

}  // namespace

const std::vector<CommandInfo>& commandTable() {
  static const std::vector<CommandInfo> table{
      {Command::save, "save", "Ctrl+S", "save", MenuGroup::practice},
      {Command::print, "print", "Ctrl+P", "print", MenuGroup::practice},
      {Command::practiceDetails, "practiceDetails", "Ctrl+,", "settings", MenuGroup::practice, true},
      {Command::lock, "lock", "Ctrl+L", "lock", MenuGroup::practice, true},
      {Command::closePractice, "closePractice", "Ctrl+W", "", MenuGroup::practice},
      {Command::quit, "quit", "Ctrl+Q", "", MenuGroup::practice, true},
      {Command::find, "find", "Ctrl+K", "find", MenuGroup::client},
      {Command::newClient, "newClient", "Ctrl+N", "add", MenuGroup::client},
      {Command::bringClientsIn, "bringClientsIn", "", "", MenuGroup::client},
      {Command::editClient, "editClient", "Ctrl+E", "edit", MenuGroup::client},
      {Command::startSession, "startSession", "Ctrl+Enter", "session", MenuGroup::client, true},
      {Command::goToday, "goToday", "Ctrl+1", "today", MenuGroup::view},
      {Command::goClients, "goClients", "Ctrl+2", "clients", MenuGroup::view},
      {Command::back, "back", "Alt+Left", "back", MenuGroup::view},
      {Command::nextPane, "nextPane", "F6", "", MenuGroup::view, true},
      {Command::appearance, "appearance", "Ctrl+D", "", MenuGroup::view, true},
      {Command::keys, "keys", "F1", "keys", MenuGroup::help},
      {Command::about, "about", "", "", MenuGroup::help},
  };
  return table;
}

const CommandInfo& info(Command command) {
  for (const auto& entry : commandTable())
    if (entry.command == command) return entry;
  throw core::BugError("a command that is not in the table");
}

int menuId(Command command) {
  if (command == Command::quit) return wxID_EXIT;
  if (command == Command::about) return wxID_ABOUT;
  return wxID_HIGHEST + 100 + static_cast<int>(command);
}

std::optional<Command> commandOf(int id) {
  for (const auto& entry : commandTable())
    if (menuId(entry.command) == id) return entry.command;
  return {};
}

wxMenuBar* makeMenuBar(const core::Words& words) {
  auto* bar = new wxMenuBar;
  for (const MenuGroup group : kMenus) {
    auto* menu = new wxMenu;
    for (const auto& entry : commandTable()) {
      if (entry.menu != group) continue;
      if (entry.separatorBefore) menu->AppendSeparator();
      const std::string text = words.say("command." + entry.name + ".text");
      const std::string item = entry.shortcut.empty() ? text : text + "\t" + entry.shortcut;
      menu->Append(menuId(entry.command), toWx(item), toWx(words.say("command." + entry.name + ".help")));
    }
    bar->Append(menu, toWx(words.say(menuWords(group))));
  }
  return bar;
}

}  // namespace unknot::ui

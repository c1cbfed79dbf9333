// The one window: first start, the door of a practice, or the practice itself.
#pragma once

#include <wx/frame.h>

#include <filesystem>
#include <functional>
#include <optional>

#include "app/machine_settings.h"
#include "app/practice_room.h"
#include "ui/commands.h"
#include "ui/navigation.h"
#include "ui/services.h"
#include "ui/surroundings.h"

namespace unknot::ui {

class FirstStartPanel;
class KioskPanel;
class Shell;

class MainFrame final : public wxFrame {
 public:
  MainFrame(const Services& services, const Surroundings& around, app::MachineSettings settings);

  // Shows the practice of the command line, else the last one, else the first start.
  void begin();
  // Saves and goes; for signals, when there is nobody to ask.
  void closeWithoutAsking();
  // nullptr unless a client holds the screen.
  KioskPanel* kiosk() const { return m_kiosk; }
  // nullptr while no practice is open, or while it is locked.
  Shell* shell() const { return m_shell; }

 private:
  using Reopen = std::function<void(Navigation&)>;

  void showFirstStart();
  void showLogin(const std::filesystem::path& folder, bool locked, Reopen reopen);
  void enter(app::RoomPtr room, const Reopen& reopen);
  void replaceContent(wxWindow* content);
  Shell* takeFromCover();
  // Saves, closes the practice and lets its keys go; the door comes in its place. What can't be saved stays
  // where it is, covered by the door until the password is given.
  void lock();
  void cover();
  void uncover();
  // The whole screen becomes the client's, until the practitioner's password is given.
  void handToClient(domain::ClientId client, bool consentsOnly);
  void takeBack(domain::ClientId client);
  void closePractice();
  void perform(Command command);
  bool canPerform(Command command) const;
  void onClose(wxCloseEvent& event);
  void rememberWindow();
  void remember(const std::filesystem::path& practice);
  void writeSettings();
  void showKeys();
  void showAbout();
  void changeAppearance();

  const Services& m_services;
  const Surroundings& m_around;
  app::MachineSettings m_settings;
  wxWindow* m_content = nullptr;
  FirstStartPanel* m_firstStart = nullptr;
  Shell* m_shell = nullptr;    // in use
  Shell* m_covered = nullptr;  // hidden behind the door, holding what could not be saved
  KioskPanel* m_kiosk = nullptr;
  wxString m_coveredTitle;
  bool m_closing = false;
};

}  // namespace unknot::ui

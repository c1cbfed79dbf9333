#include "ui/main_frame.h"

#include <wx/display.h>
#include <wx/sizer.h>

#include <utility>

#include "core/error.h"
#include "ui/controls.h"
#include "ui/dialogs.h"
#include "ui/first_start_panel.h"
#include "ui/keys_dialog.h"
#include "ui/kiosk_panel.h"
#include "ui/login_panel.h"
#include "ui/shell.h"

namespace unknot::ui {

namespace {

const wxSize kSmallest(980, 640);
const wxSize kFirstSize(1240, 800);
// What a window manager puts round it, about; it is not part of the size yet when the window is made.
constexpr int kDecoration = 36;

}  // namespace

MainFrame::MainFrame(const Services& services, const Surroundings& around, app::MachineSettings settings)
    : wxFrame(nullptr, wxID_ANY, toWx("Unknot")),
      m_services(services),
      m_around(around),
      m_settings(std::move(settings)) {
  letWheelScroll();
  SetMenuBar(makeMenuBar(m_around.words));
  SetSizer(new wxBoxSizer(wxVERTICAL));
  SetMinSize(FromDIP(kSmallest));
  const bool remembered = m_settings.windowWidth > 0 && m_settings.windowHeight > 0;
  SetSize(remembered ? wxSize(m_settings.windowWidth, m_settings.windowHeight) : FromDIP(kFirstSize));
  Centre();
  // On a screen that has no room for it the window takes all there is.
  const wxSize screen = wxDisplay(this).GetClientArea().GetSize();
  if (m_settings.maximized || GetSize().x > screen.x || GetSize().y + FromDIP(kDecoration) > screen.y)
    Maximize();
  Bind(wxEVT_MENU, [this](wxCommandEvent& event) {
    if (const auto command = commandOf(event.GetId()))
      perform(*command);
    else
      event.Skip();
  });
  // Lists take Alt+Left for themselves before the menu is asked; the way back works everywhere.
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (event.GetModifiers() == wxMOD_ALT && event.GetKeyCode() == WXK_LEFT)
      perform(Command::back);
    else
      event.Skip();
  });
  Bind(wxEVT_UPDATE_UI, [this](wxUpdateUIEvent& event) {
    if (const auto command = commandOf(event.GetId())) event.Enable(canPerform(*command));
  });
  Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
    event.Skip();
    m_around.theme.systemChanged();
  });
  // In a client's hands the window stays in front.
  Bind(wxEVT_ACTIVATE, [this](wxActivateEvent& event) {
    if (m_kiosk != nullptr && !event.GetActive())
      CallAfter([this] {
        if (m_kiosk != nullptr) Raise();
      });
    event.Skip();
  });
  Bind(wxEVT_CLOSE_WINDOW, &MainFrame::onClose, this);
}

void MainFrame::begin() {
  const auto folder = m_services.practice ? m_services.practice : m_settings.lastPractice;
  if (folder && (m_services.practice || std::filesystem::exists(*folder)))
    showLogin(*folder, false, {});
  else
    showFirstStart();
}

void MainFrame::showFirstStart() {
  SetTitle(toWx("Unknot"));
  auto* panel = new FirstStartPanel(this, m_services, m_around);
  panel->onOpened = [this](app::RoomPtr room) { enter(std::move(room), {}); };
  panel->onOpenExisting = [this](const std::filesystem::path& folder) { showLogin(folder, false, {}); };
  replaceContent(panel);
  m_firstStart = panel;
}

void MainFrame::showLogin(const std::filesystem::path& folder, bool locked, Reopen reopen) {
  SetTitle(toWx("Unknot"));
  auto* panel = new LoginPanel(this, m_services, m_around, folder,
                               locked ? LoginPanel::Reason::locked : LoginPanel::Reason::opening, {});
  panel->onOpened = [this, reopen = std::move(reopen)](app::RoomPtr room) { enter(std::move(room), reopen); };
  panel->onOther = [this] { showFirstStart(); };
  replaceContent(panel);
}

void MainFrame::enter(app::RoomPtr room, const Reopen& reopen) {
  remember(room->folder());
  auto* shell = new Shell(this, m_services, m_around, std::move(room));
  shell->onCommand = [this](Command command) { perform(command); };
  shell->onHandToClient = [this](domain::ClientId client, bool consentsOnly) {
    handToClient(client, consentsOnly);
  };
  // Behind the door a client's name must not show in the title either.
  shell->onTitle = [this](const wxString& title) {
    if (m_covered == nullptr) SetTitle(title);
  };
  replaceContent(shell);
  m_shell = shell;
  if (reopen)
    reopen(*shell);
  else
    shell->openToday();
}

void MainFrame::replaceContent(wxWindow* content) {
  Freeze();
  GetSizer()->Clear(false);
  if (m_content != nullptr) {
    // It may be the one whose button is being handled: it goes when that is done.
    m_content->Hide();
    wxWindow* const before = m_content;
    CallAfter([before] { before->Destroy(); });
  }
  m_content = content;
  m_shell = nullptr;
  m_firstStart = nullptr;
  GetSizer()->Add(content, 1, wxEXPAND);
  Layout();
  Thaw();
}

void MainFrame::lock() {
  if (m_shell == nullptr) return;
  m_shell->flush(
      [this](bool kept) {
        if (m_shell == nullptr) return;
        if (!kept) return cover();
        const auto folder = m_shell->folder();
        showLogin(folder, true, m_shell->reopen());
      },
      Shell::Asking::forbidden);
}

void MainFrame::cover() {
  m_covered = m_shell;
  m_covered->Hide();
  m_content = nullptr;
  m_coveredTitle = GetTitle();
  SetTitle(toWx("Unknot"));
  auto* panel = new LoginPanel(this, m_services, m_around, m_covered->folder(), LoginPanel::Reason::covered,
                               m_covered->room());
  panel->onOpened = [this](const app::RoomPtr&) { uncover(); };
  replaceContent(panel);
}

Shell* MainFrame::takeFromCover() {
  Shell* const shell = std::exchange(m_covered, nullptr);
  replaceContent(shell);
  shell->Show();
  Layout();
  m_shell = shell;
  SetTitle(m_coveredTitle);
  shell->SetFocus();
  return shell;
}

void MainFrame::handToClient(domain::ClientId client, bool consentsOnly) {
  if (m_shell == nullptr) return;
  m_shell->flush(
      [this, client, consentsOnly](bool kept) {
        if (!kept || m_shell == nullptr) return;
        m_covered = m_shell;
        m_covered->Hide();
        m_content = nullptr;
        m_coveredTitle = GetTitle();
        SetTitle(toWx("Unknot"));
        auto* panel = new KioskPanel(this, m_services, m_around, m_covered->desk(), m_covered->room(), client,
                                     consentsOnly);
        panel->onLeft = [this, client] { takeBack(client); };
        replaceContent(panel);
        m_kiosk = panel;
        ShowFullScreen(true, wxFULLSCREEN_ALL);
      },
      Shell::Asking::allowed);
}

void MainFrame::takeBack(domain::ClientId client) {
  m_kiosk = nullptr;
  ShowFullScreen(false);
  takeFromCover()->openChart(client);
}

void MainFrame::uncover() {
  takeFromCover();
  CallAfter([this] { tell(this, m_around.words, {"frame.lock.notKept", {}, {}}); });
}

void MainFrame::closePractice() {
  if (m_shell == nullptr) return;
  m_shell->flush(
      [this](bool kept) {
        if (kept && m_shell != nullptr) showFirstStart();
      },
      Shell::Asking::allowed);
}

bool MainFrame::canPerform(Command command) const {
  // Nothing of the program can be reached from a client's hands.
  if (m_kiosk != nullptr) return false;
  switch (command) {
    case Command::quit:
    case Command::keys:
    case Command::about:
    case Command::appearance:
      return true;
    case Command::lock:
    case Command::closePractice:
      return m_shell != nullptr;
    default:
      return m_shell != nullptr && m_shell->canPerform(command);
  }
}

void MainFrame::perform(Command command) {
  if (!canPerform(command)) return;
  switch (command) {
    case Command::quit:
      Close();
      return;
    case Command::keys:
      showKeys();
      return;
    case Command::about:
      showAbout();
      return;
    case Command::appearance:
      changeAppearance();
      return;
    case Command::lock:
      lock();
      return;
    case Command::closePractice:
      closePractice();
      return;
    default:
      m_shell->perform(command);
  }
}

void MainFrame::closeWithoutAsking() {
  Shell* const shell = m_covered != nullptr ? m_covered : m_shell;
  if (shell == nullptr || m_closing) {
    Destroy();
    return;
  }
  m_closing = true;
  if (m_kiosk != nullptr)
    m_kiosk->keepNow([this](bool) { Destroy(); });
  else
    shell->flush([this](bool) { Destroy(); }, Shell::Asking::forbidden);
}

void MainFrame::onClose(wxCloseEvent& event) {
  if (m_kiosk != nullptr && event.CanVeto() && !m_closing) {
    event.Veto();
    return;
  }
  rememberWindow();
  if (m_firstStart != nullptr && event.CanVeto() && !m_closing && !m_firstStart->mayLeave()) {
    event.Veto();
    return;
  }
  Shell* const shell = m_covered != nullptr ? m_covered : m_shell;
  if (shell == nullptr || m_closing || !event.CanVeto()) {
    Destroy();
    return;
  }
  event.Veto();
  shell->flush(
      [this](bool kept) {
        // A signal may have come meanwhile: then nobody is asked.
        if (!kept && !m_closing &&
            !ask(this, m_around.words, {"frame.close.notKept", {}, {}}, "verb.closeAnyway", "verb.stay"))
          return;
        m_closing = true;
        Destroy();
      },
      m_covered == nullptr ? Shell::Asking::allowed : Shell::Asking::forbidden);
}

void MainFrame::rememberWindow() {
  m_settings.maximized = IsMaximized();
  if (!m_settings.maximized) {
    m_settings.windowWidth = GetSize().x;
    m_settings.windowHeight = GetSize().y;
  }
  writeSettings();
}

void MainFrame::remember(const std::filesystem::path& practice) {
  m_settings.lastPractice = practice;
  writeSettings();
}

void MainFrame::writeSettings() {
  try {
    app::writeMachineSettings(m_services.configFolder, m_settings);
  } catch (const core::StorageError&) {
    tell(this, m_around.words, std::current_exception());
  }
}

void MainFrame::showKeys() {
  KeysDialog dialog(
      this, m_around, [this](Command command) { return canPerform(command); },
      m_shell == nullptr ? std::vector<KeyHelp>() : m_shell->keys());
  dialog.ShowModal();
}

void MainFrame::showAbout() {
  tell(this, m_around.words, {"frame.about", {{"version", m_services.version}}, {}});
}

void MainFrame::changeAppearance() {
  const bool dark = m_around.theme.appearance() == Appearance::dark;
  m_around.theme.choose(dark ? AppearanceChoice::light : AppearanceChoice::dark);
  m_settings.appearance = dark ? "light" : "dark";
  writeSettings();
}

}  // namespace unknot::ui

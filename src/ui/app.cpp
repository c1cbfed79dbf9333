#include "ui/app.h"

#include <glib-unix.h>
#include <gtk/gtk.h>
#include <wx/debug.h>
#include <wx/evtloop.h>
#include <wx/init.h>
#include <wx/log.h>

#include <csignal>
#include <cstdlib>

#include "ui/dialogs.h"

namespace unknot::ui {

namespace {

constexpr unsigned kComingBackMs = 20;

// Tests end at the first assert; people are never shown one.
void onAssert(const wxString& file, int line, const wxString& function, const wxString& condition,
              const wxString& message) {
  const wxString text = file + wxString::FromUTF8(":") + wxString::Format(toWx("%d"), line) +
                        wxString::FromUTF8(" ") + function + wxString::FromUTF8(": ") + condition +
                        wxString::FromUTF8(" ") + message;
  std::fputs((toUtf8(text) + "\n").c_str(), stderr);
  if (std::getenv("UNKNOT_ABORT_ON_ASSERT") != nullptr) std::abort();
}

AppearanceChoice choiceOf(const std::string& appearance) {
  if (appearance == "light") return AppearanceChoice::light;
  if (appearance == "dark") return AppearanceChoice::dark;
  return AppearanceChoice::system;
}

}  // namespace

App::App(const Services& services)
    : m_services(services),
      m_settings(app::readMachineSettings(services.configFolder)),
      m_icons(services.content.folders().data / "icons") {}

App::~App() {
  // Also where the program never came as far as OnExit.
  m_services.executor.close();
}

bool App::OnInit() {
  wxSetAssertHandler(onAssert);
  SetAppName(toWx("unknot"));
  SetAppDisplayName(toWx("Unknot"));
  m_services.executor.open(*this);
  m_theme = std::make_unique<Theme>(choiceOf(m_settings.appearance));
  m_surroundings = std::make_unique<Surroundings>(Surroundings{m_services.words, *m_theme, m_icons,
                                                               m_services.tasks, m_services.drawing,
                                                               m_services.typesetter, m_services.fonts});
  m_frame = new MainFrame(m_services, *m_surroundings, m_settings);
  m_frame->Show();
  m_frame->begin();
  for (const int signal : {SIGTERM, SIGHUP, SIGINT}) g_unix_signal_add(signal, &App::onSignal, this);
  return true;
}

int App::OnExit() {
  // From here on nobody is there to be told anything; the storage thread still ends its work.
  m_services.executor.close();
  return wxApp::OnExit();
}

bool App::OnExceptionInMainLoop() {
  tell(m_frame, m_services.words, std::current_exception());
  return true;
}

void App::OnUnhandledException() {
  std::fputs((m_services.words.say(core::describe(std::current_exception())) + "\n").c_str(), stderr);
}

int App::onSignal(void* app) {
  static_cast<App*>(app)->closeCleanly();
  return G_SOURCE_CONTINUE;
}

int App::onComeBack(void* app) {
  static_cast<App*>(app)->closeCleanly();
  return G_SOURCE_REMOVE;
}

void App::closeCleanly() {
  if (m_frame == nullptr) return;
  // An open question is answered with no, so that the window behind it can save and go: but only once
  // whoever asked has come back, since it still works with that window.
  if (answerOpenQuestion() || !GetMainLoop()->IsRunning()) {
    g_timeout_add(kComingBackMs, &App::onComeBack, this);
    return;
  }
  m_frame->closeWithoutAsking();
  // The window goes when the program is idle, and a signal alone doesn't make it so.
  wxWakeUpIdle();
}

bool canOpenDisplay() {
  return gtk_init_check(nullptr, nullptr) != FALSE;
}

int run(int argc, char** argv, const Services& services) {
  return run(argc, argv, new App(services));
}

int run(int argc, char** argv, App* app) {
  // Nothing here needs OpenGL, and asking for it costs 50 ms and 50 MB at the start.
  setenv("GDK_GL", "disable", 0);
  wxApp::SetInstance(app);
  return wxEntry(argc, argv);
}

}  // namespace unknot::ui

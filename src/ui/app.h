// The program's life: start, asserts, signals, and errors that nobody caught.
#pragma once

#include <wx/app.h>
#include <wx/weakref.h>

#include <memory>

#include "app/machine_settings.h"
#include "ui/icons.h"
#include "ui/main_frame.h"
#include "ui/services.h"
#include "ui/surroundings.h"
#include "ui/theme.h"

namespace unknot::ui {

class App : public wxApp {
 public:
  explicit App(const Services& services);
  ~App() override;

  bool OnInit() override;
  int OnExit() override;
  bool OnExceptionInMainLoop() override;
  void OnUnhandledException() override;

  // Answers open questions with no, saves and closes; as a signal does.
  void closeCleanly();
  // nullptr once it is closed.
  MainFrame* frame() const { return m_frame; }

 private:
  static int onSignal(void* app);
  static int onComeBack(void* app);

  const Services& m_services;
  app::MachineSettings m_settings;
  Icons m_icons;
  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<Surroundings> m_surroundings;
  wxWeakRef<MainFrame> m_frame;
};

// Whether this process can reach a display; opens no window.
bool canOpenDisplay();
// Runs the window until it is closed; what main returns.
int run(int argc, char** argv, const Services& services);
// The same with an App of one's own: for the tests.
int run(int argc, char** argv, App* app);

}  // namespace unknot::ui

// The program's life: start, asserts, signals, and errors that nobody caught.
#pragma once

#include <wx/app.h>

#include <memory>

#include "app/machine_settings.h"
#include "core/executor.h"
#include "ui/icons.h"
#include "ui/services.h"
#include "ui/surroundings.h"
#include "ui/theme.h"
#include "ui/ui_executor.h"

namespace unknot::ui {

class MainFrame;

class App : public wxApp {
 public:
  explicit App(const Services& services);
  ~App() override;

  bool OnInit() override;
  bool OnExceptionInMainLoop() override;
  void OnUnhandledException() override;

  MainFrame* frame() const { return m_frame; }

 private:
  static int onSignal(void* app);
  void closeCleanly();

  const Services& m_services;
  app::MachineSettings m_settings;
  UiExecutor m_executor;
  core::Tasks m_tasks;
  Icons m_icons;
  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<Surroundings> m_surroundings;
  MainFrame* m_frame = nullptr;
};

// Whether this process can reach a display; opens no window.
bool canOpenDisplay();
// Runs the window until it is closed; what main returns.
int run(int argc, char** argv, const Services& services);
// The same with an App of one's own: for the tests.
int run(int argc, char** argv, App* app);

}  // namespace unknot::ui

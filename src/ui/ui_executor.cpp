#include "ui/ui_executor.h"

#include <wx/app.h>

namespace unknot::ui {

void UiExecutor::open(wxAppConsole& app) {
  const std::scoped_lock guard(m_mutex);
  m_app = &app;
}

void UiExecutor::close() {
  const std::scoped_lock guard(m_mutex);
  m_app = nullptr;
}

void UiExecutor::post(std::function<void()> job) {
  const std::scoped_lock guard(m_mutex);
  if (m_app == nullptr) return;
  m_app->CallAfter([app = m_app, job = std::move(job)] {
    try {
      job();
    } catch (...) {
      // GTK's own frames lie between here and the main loop: nothing may fly through them.
      app->OnExceptionInMainLoop();
    }
  });
}

}  // namespace unknot::ui

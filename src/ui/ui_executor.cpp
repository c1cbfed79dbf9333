#include "ui/ui_executor.h"

#include <wx/app.h>

namespace unknot::ui {

void UiExecutor::post(std::function<void()> job) {
  // At the very end there is no window left to tell anything.
  if (wxTheApp == nullptr) return;
  wxTheApp->CallAfter([job = std::move(job)] {
    try {
      job();
    } catch (...) {
      // GTK's own frames lie between here and the main loop: nothing may fly through them.
      wxTheApp->OnExceptionInMainLoop();
    }
  });
}

}  // namespace unknot::ui

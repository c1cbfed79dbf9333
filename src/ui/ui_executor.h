// The window's thread as an Executor: what other threads post runs between two events.
#pragma once

#include <mutex>

#include "core/executor.h"

class wxAppConsole;

namespace unknot::ui {

// Outlives the program's wxApp and the storage thread's last job; what is posted before open() or after
// close() is dropped.
class UiExecutor final : public core::Executor {
 public:
  // From any thread. What jobs throw is told to the person; the program goes on.
  void post(std::function<void()> job) override;

  // On the window's thread, when the program has started.
  void open(wxAppConsole& app);
  // On the window's thread, before the program object goes.
  void close();

 private:
  std::mutex m_mutex;
  wxAppConsole* m_app = nullptr;
};

}  // namespace unknot::ui

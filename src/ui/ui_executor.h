// The window's thread as an Executor: what other threads post runs between two events.
#pragma once

#include "core/executor.h"

namespace unknot::ui {

class UiExecutor final : public core::Executor {
 public:
  // What jobs throw is told to the person; the program goes on.
  void post(std::function<void()> job) override;
};

}  // namespace unknot::ui

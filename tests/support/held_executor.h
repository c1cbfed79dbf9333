// A thread that a test can stop.
#pragma once

#include <deque>
#include <functional>
#include <utility>

#include "core/executor.h"

namespace unknot::test {

// Runs jobs at once, or keeps them until the test lets them run.
class HeldExecutor final : public core::Executor {
 public:
  void post(std::function<void()> job) override {
    if (m_held)
      m_jobs.push_back(std::move(job));
    else
      job();
  }
  void hold() { m_held = true; }
  void letGo() {
    m_held = false;
    while (!m_jobs.empty()) {
      auto job = std::move(m_jobs.front());
      m_jobs.pop_front();
      job();
    }
  }

 private:
  bool m_held = false;
  std::deque<std::function<void()>> m_jobs;
};

}  // namespace unknot::test

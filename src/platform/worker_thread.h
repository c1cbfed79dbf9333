#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "core/executor.h"

namespace unknot::platform {

// One thread that does its jobs in the order given. The destructor lets it finish what was posted, then joins
// it: a save that was asked for is made. A job must not throw (core::Tasks catches for it).
class WorkerThread final : public core::Executor {
 public:
  WorkerThread();
  ~WorkerThread() override;
  WorkerThread(const WorkerThread&) = delete;
  WorkerThread& operator=(const WorkerThread&) = delete;

  // From any thread; a job may post further jobs.
  void post(std::function<void()> job) override;

 private:
  void work();

  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::deque<std::function<void()>> m_jobs;
  bool m_ending = false;
  std::thread m_thread;
};

}  // namespace unknot::platform

#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "core/executor.h"

namespace unknot::platform {

// One thread that does its jobs in the order given. A job must not throw (core::Tasks catches for it).
class WorkerThread final : public core::Executor {
 public:
  WorkerThread();
  // As finish().
  ~WorkerThread() override;
  WorkerThread(const WorkerThread&) = delete;
  WorkerThread& operator=(const WorkerThread&) = delete;

  // From any thread; a job may post further jobs.
  void post(std::function<void()> job) override;
  // Does all that was posted, then ends the thread: a save that was asked for is made. What is posted later
  // is never run. Not from a job.
  void finish();

 private:
  void work();

  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::deque<std::function<void()>> m_jobs;
  bool m_ending = false;
  std::thread m_thread;
};

// Finishes the thread where a scope ends: declared after all that its jobs use.
class FinishAtEnd {
 public:
  explicit FinishAtEnd(WorkerThread& thread) : m_thread(thread) {}
  ~FinishAtEnd() { m_thread.finish(); }
  FinishAtEnd(const FinishAtEnd&) = delete;
  FinishAtEnd& operator=(const FinishAtEnd&) = delete;

 private:
  WorkerThread& m_thread;
};

}  // namespace unknot::platform

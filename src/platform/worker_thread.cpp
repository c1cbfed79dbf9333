#include "platform/worker_thread.h"

#include <utility>

namespace unknot::platform {

WorkerThread::WorkerThread() : m_thread([this] { work(); }) {}

WorkerThread::~WorkerThread() {
  finish();
}

void WorkerThread::finish() {
  if (!m_thread.joinable()) return;
  {
    const std::scoped_lock guard(m_mutex);
    m_ending = true;
  }
  m_wake.notify_one();
  m_thread.join();
}

void WorkerThread::post(std::function<void()> job) {
  {
    const std::scoped_lock guard(m_mutex);
    m_jobs.push_back(std::move(job));
  }
  m_wake.notify_one();
}

void WorkerThread::work() {
  for (;;) {
    std::function<void()> job;
    {
      std::unique_lock guard(m_mutex);
      m_wake.wait(guard, [this] { return m_ending || !m_jobs.empty(); });
      if (m_jobs.empty()) return;
      job = std::move(m_jobs.front());
      m_jobs.pop_front();
    }
    job();
  }
}

}  // namespace unknot::platform

// What presenters have in common: a comparable State, a listener that mirrors it, and work that is done on
// the storage thread and answered on the window's.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <utility>

#include "core/error.h"
#include "core/executor.h"

namespace unknot::app {

template <class State>
class Presenter {
 public:
  using Listener = std::function<void(const State&)>;

  explicit Presenter(core::Tasks& tasks) : m_tasks(tasks) {}
  virtual ~Presenter() = default;
  Presenter(const Presenter&) = delete;
  Presenter& operator=(const Presenter&) = delete;

  const State& state() const { return m_state; }
  // One listener; it is called now and after each change.
  void listen(Listener listener) {
    m_listener = std::move(listener);
    if (m_listener) m_listener(m_state);
  }

 protected:
  // Changes the State and tells the listener when something visible became different.
  void update(const std::function<void(State&)>& edit) {
    State next = m_state;
    edit(next);
    if (next == m_state) return;
    m_state = std::move(next);
    if (m_listener) m_listener(m_state);
  }

  // `job` runs on the storage thread and must not touch the presenter; `onResult` runs here, unless the
  // presenter is gone by then. What the job throws goes to failed().
  template <class Job, class OnResult>
  void run(Job job, OnResult onResult) {
    m_tasks.run(core::Tasks::Lifetime(m_alive), std::move(job), std::move(onResult),
                [this](std::exception_ptr error) { failed(std::move(error)); });
  }

  // Shows what went wrong, in the State.
  virtual void failed(std::exception_ptr error) = 0;

  // For a job whose failure must also be told to whoever asked.
  core::Tasks& m_tasks;
  std::shared_ptr<const int> m_alive = std::make_shared<const int>(0);

 private:
  State m_state;
  Listener m_listener;
};

}  // namespace unknot::app

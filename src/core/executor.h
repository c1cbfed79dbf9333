// Where work runs. Use cases are plain functions; the window hands them to the storage thread and is
// called back on its own thread.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace unknot::core {

// Runs jobs one after another, in the order given, on one thread.
class Executor {
 public:
  virtual ~Executor() = default;
  virtual void post(std::function<void()> job) = 0;
};

// Runs at once, on the caller's thread: for the terminal and for tests.
class InPlaceExecutor final : public Executor {
 public:
  void post(std::function<void()> job) override { job(); }
};

// A pair of threads: `work` is done there, the answer is given `back` here. `Lifetime` says whether whoever
// asked is still there; a result for somebody gone is dropped.
class Tasks {
 public:
  using Lifetime = std::weak_ptr<const void>;
  using OnError = std::function<void(std::exception_ptr)>;

  // Keeps both for as long as it lives.
  Tasks(Executor& work, Executor& back) : m_work(work), m_back(back) {}

  // `onResult` takes what `job` returns (nothing for void). Both callbacks run on the back executor.
  template <class Job, class OnResult>
  void run(Lifetime lifetime, Job job, OnResult onResult, OnError onError) {
    using Result = std::invoke_result_t<Job>;
    m_work.post([this, lifetime = std::move(lifetime), job = std::move(job), onResult = std::move(onResult),
                 onError = std::move(onError)]() mutable {
      try {
        if constexpr (std::is_void_v<Result>) {
          job();
          deliver(lifetime, [onResult = std::move(onResult)]() mutable { onResult(); });
        } else {
          auto result = std::make_shared<Result>(job());
          deliver(lifetime,
                  [onResult = std::move(onResult), result]() mutable { onResult(std::move(*result)); });
        }
      } catch (...) {
        deliver(lifetime,
                [onError = std::move(onError), error = std::current_exception()] { onError(error); });
      }
    });
  }

  // From the work thread: `call` runs on the back executor, unless whoever waits for it is gone.
  void tell(const Lifetime& lifetime, std::function<void()> call) { deliver(lifetime, std::move(call)); }

 private:
  void deliver(const Lifetime& lifetime, std::function<void()> call) {
    m_back.post([lifetime, call = std::move(call)] {
      if (const auto alive = lifetime.lock()) call();
    });
  }

  Executor& m_work;
  Executor& m_back;
};

}  // namespace unknot::core

// Time and chance that a test holds in its hand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/clock.h"

namespace unknot::test {

// Stands still until it is moved.
class FakeClock final : public core::Clock {
 public:
  // 2026-03-02T09:00:00Z, a Monday.
  static constexpr std::int64_t kStartMs = 1'772'442'000'000;

  core::Instant now() const override { return m_now; }
  std::int64_t monotonicMs() const override { return m_monotonicMs; }
  void set(core::Instant now) { m_now = now; }
  // Time that passes; both clocks see it.
  void advanceMs(std::int64_t ms) {
    m_now.ms += ms;
    m_monotonicMs += ms;
  }

 private:
  core::Instant m_now{kStartMs};
  std::int64_t m_monotonicMs = 0;
};

// The same bytes in every run.
class FakeRandom final : public core::Random {
 public:
  explicit FakeRandom(std::uint64_t seed = 1) : m_state(seed) {}
  void fill(std::span<std::byte> bytes) override {
    for (auto& byte : bytes) {
      m_state = m_state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
      byte = static_cast<std::byte>(m_state >> 56);
    }
  }

 private:
  std::uint64_t m_state;
};

}  // namespace unknot::test

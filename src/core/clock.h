// Time and chance come in through the constructor, so that tests can hand in their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/date.h"

namespace unknot::core {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
  // Milliseconds that never go back, from an arbitrary start.
  virtual std::int64_t monotonicMs() const = 0;
};

class Random {
 public:
  virtual ~Random() = default;
  // Fills with bytes nobody can guess.
  virtual void fill(std::span<std::byte> bytes) = 0;
};

}  // namespace unknot::core

#pragma once

#include "core/clock.h"

namespace unknot::platform {

class SystemClock final : public core::Clock {
 public:
  core::Instant now() const override;
  // Since the machine was started, sleep included: one scale for every process until the next start.
  std::int64_t monotonicMs() const override;
};

}  // namespace unknot::platform

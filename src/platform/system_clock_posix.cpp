#include <time.h>

#include <chrono>

#include "platform/system_clock.h"

namespace unknot::platform {

core::Instant SystemClock::now() const {
  using namespace std::chrono;
  return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

std::int64_t SystemClock::monotonicMs() const {
  timespec reading{};
  ::clock_gettime(CLOCK_BOOTTIME, &reading);
  return std::int64_t{reading.tv_sec} * 1000 + reading.tv_nsec / 1'000'000;
}

}  // namespace unknot::platform

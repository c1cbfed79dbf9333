// How long a client has been in the room. Runs on the monotonic clock and adds whole minutes to what was
// noted before it was started.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace unknot::app {

class RoomClock {
 public:
  void start(std::int64_t nowMs, int minutesBefore) {
    m_startedAt = nowMs;
    m_before = minutesBefore;
  }
  void stop() { m_startedAt.reset(); }
  bool runs() const { return m_startedAt.has_value(); }
  // "0:42": hours and minutes since it was started; "" when it does not run.
  std::string text(std::int64_t nowMs) const;
  // What to note now: a begun minute counts from its half; never more than a session may take.
  int minutes(std::int64_t nowMs) const;

 private:
  std::optional<std::int64_t> m_startedAt;
  int m_before = 0;
};

}  // namespace unknot::app

#include "app/room_timer.h"

#include <algorithm>

#include "domain/session.h"

namespace unknot::app {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kMinutesAnHour = 60;

}  // namespace

std::string RoomClock::text(std::int64_t nowMs) const {
  if (!m_startedAt) return {};
  const std::int64_t minutes = (nowMs - *m_startedAt) / kMinuteMs;
  const std::string rest = std::to_string(minutes % kMinutesAnHour);
  return std::to_string(minutes / kMinutesAnHour) + (rest.size() < 2 ? ":0" : ":") + rest;
}

int RoomClock::minutes(std::int64_t nowMs) const {
  if (!m_startedAt) return m_before;
  const std::int64_t here = (nowMs - *m_startedAt + kMinuteMs / 2) / kMinuteMs;
  return static_cast<int>(std::min<std::int64_t>(m_before + here, domain::kLongestMinutes));
}

}  // namespace unknot::app

// When what is being typed goes into a draft: 700 ms after the last change, and every 2 s while changes go
// on.
#pragma once

#include <cstdint>
#include <optional>

namespace unknot::app {

// Times are those of a monotonic clock, in milliseconds.
class DraftClock {
 public:
  void changed(std::int64_t now) {
    m_last = now;
    if (!m_first) m_first = now;
  }
  // Everything is in a draft, or nothing is to be kept any more.
  void clear() {
    m_first.reset();
    m_last.reset();
  }
  bool hasChanges() const { return m_last.has_value(); }
  bool isDue(std::int64_t now) const {
    return m_last && (now - *m_last >= kAfterMs || now - *m_first >= kAtLeastMs);
  }

 private:
  static constexpr std::int64_t kAfterMs = 700;
  static constexpr std::int64_t kAtLeastMs = 2000;

  std::optional<std::int64_t> m_last;
  std::optional<std::int64_t> m_first;
};

}  // namespace unknot::app

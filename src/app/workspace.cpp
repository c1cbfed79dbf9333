#include "app/workspace.h"

#include <utility>

#include "unicode/time_zone.h"

namespace unknot::app {

std::shared_ptr<void> Changes::subscribe(Listener listener) {
  auto kept = std::make_shared<Listener>(std::move(listener));
  m_listeners.emplace_back(kept);
  return kept;
}

void Changes::publish(const Change& change) {
  std::erase_if(m_listeners, [](const std::weak_ptr<Listener>& weak) { return weak.expired(); });
  // Whoever subscribes or leaves while being told does not disturb the others.
  const auto listeners = m_listeners;
  for (const auto& weak : listeners)
    if (const auto listener = weak.lock()) (*listener)(change);
}

core::Date Workspace::today() const {
  return unicode::dateIn(clock.now(), store.practice().timeZone);
}

void publishAfterCommit(Workspace& work, const Change& change) {
  work.store.afterCommit([&changes = work.changes, change] { changes.publish(change); });
}

}  // namespace unknot::app

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

void publishAfterCommit(Workspace& work, const Change& wanted) {
  Change change = wanted;
  // A record may lie in a chart that is part of another one, and is seen in that.
  if (change.kind != Change::Kind::client && !change.client.isNil())
    change.client = work.store.chartMerges().holderOf(domain::ClientId{change.client}).value;
  work.store.afterCommit([&changes = work.changes, change] { changes.publish(change); });
}

}  // namespace unknot::app

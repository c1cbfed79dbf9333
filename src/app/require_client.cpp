#include "app/require_client.h"

#include "core/error.h"

namespace unknot::app {

std::optional<domain::Client> findHolder(Workspace& work, domain::ClientId id) {
  return work.store.clients().find(work.store.chartMerges().holderOf(id));
}

domain::Client requireClient(Workspace& work, domain::ClientId id) {
  if (auto client = findHolder(work, id)) return *std::move(client);
  throw core::InputError({"error.client.none", {}, {}});
}

}  // namespace unknot::app

#include "app/require_client.h"

#include "core/error.h"

namespace unknot::app {

domain::Client requireClient(Workspace& work, domain::ClientId id) {
  if (auto client = work.store.clients().find(id)) return *std::move(client);
  throw core::InputError({"error.client.none", {}, {}});
}

}  // namespace unknot::app

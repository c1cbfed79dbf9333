// A client that must be there. A chart that is part of another one leads to that one.
#pragma once

#include <optional>

#include "app/workspace.h"

namespace unknot::app {

// Whose chart holds what was recorded of this client; nothing when there is none of this id.
std::optional<domain::Client> findHolder(Workspace& work, domain::ClientId id);

// As findHolder(). Throws InputError ("error.client.none") when there is none of this id.
domain::Client requireClient(Workspace& work, domain::ClientId id);

}  // namespace unknot::app

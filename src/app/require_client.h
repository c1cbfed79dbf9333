// A client that must be there.
#pragma once

#include "app/workspace.h"

namespace unknot::app {

// Throws InputError ("error.client.none") when there is none of this id.
domain::Client requireClient(Workspace& work, domain::ClientId id);

}  // namespace unknot::app

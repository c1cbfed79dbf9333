// Use cases: a client leaves whole and comes back whole.
#pragma once

#include "app/workspace.h"
#include "exchange/json.h"

namespace unknot::app {

// Everything of one client, with the documents' bytes and the charts that are part of this one; noted in the
// audit chain as exported. Exporting, importing and exporting again gives the same bytes: audit, secrets and
// export time stay out. Throws InputError
// ("error.client.none"), DamageError when a document is not what was handed out.
exchange::ClientExport exportClient(Workspace& work, domain::ClientId client);

// In one commit. What is there with the same content is left alone; the same id with other content is refused
// (RefusedError, "error.import.differs": what, id) and nothing is written. Region slugs are checked against
// the atlas; exercises are not, since the library they came from may have had others. Returns whether
// anything was new.
bool importClient(Workspace& work, const exchange::ClientExport& everything);

}  // namespace unknot::app

// Reads the lists of the session screen, data/session/observations.toml and data/session/lists.toml.
#pragma once

#include <string_view>
#include <vector>

#include "content/content.h"
#include "domain/session_lists.h"

namespace unknot::content {

// Each throws core::InputError ("error.file.*").
domain::ObservationList readObservations(std::string_view shown, std::string_view text);
// Everything but the observations.
domain::SessionLists readSessionLists(std::string_view shown, std::string_view text);

// A file that can't be read leaves its lists as shipped; what can't be read at all is empty.
domain::SessionLists loadSessionLists(const Folders& folders, std::vector<Problem>& problems);

}  // namespace unknot::content

// Reads series of movements, data/series/<slug>.toml: one file a series.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/folders.h"
#include "domain/exercise.h"
#include "domain/series.h"

namespace unknot::content {

// One file; what an item does not say is the library's usual dose. Throws core::InputError ("error.file.*"),
// also for an exercise that is not in `library`.
domain::Series readSeries(std::string_view slug, std::string_view shown, std::string_view text,
                          const std::vector<domain::Exercise>& library);

// By slug; a practice's own file stands in for a shipped one of the same name. A broken one is told in
// `problems`.
std::vector<domain::Series> loadSeries(const Folders& folders, const std::vector<domain::Exercise>& library,
                                       std::vector<Problem>& problems);

}  // namespace unknot::content

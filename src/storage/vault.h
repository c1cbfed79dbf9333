// Practices on this machine.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/clock.h"
#include "domain/practice_store.h"

namespace unknot::storage {

// Keeps clock and random for as long as it and its stores live. `stateFolder` takes drafts and the count of
// wrong passwords; `workstation` is this machine's name in the audit.
std::unique_ptr<domain::PracticeVault> makeVault(core::Clock& clock, core::Random& random,
                                                 const std::filesystem::path& stateFolder,
                                                 std::string workstation);

}  // namespace unknot::storage

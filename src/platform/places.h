// Where things are on this machine. Nothing is made here; callers make the folders they write to.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace unknot::platform {

// Machine-wide settings of this user: $XDG_CONFIG_HOME/unknot or ~/.config/unknot.
std::filesystem::path configFolder();

// Drafts, log, counters: $XDG_STATE_HOME/unknot or ~/.local/state/unknot.
std::filesystem::path stateFolder();

// Offered for a new practice: "Unknot" in the user's documents, or in the home folder.
std::filesystem::path defaultPracticeFolder();

// The folder that contains data/ and templates/: $UNKNOT_DATA_DIR alone where it is set, else the first of
// `sourceFolder` and `installedFolder` that has data/. Throws core::StorageError
// ("error.storage.programData") naming where it looked.
std::filesystem::path programDataFolder(std::string_view sourceFolder, std::string_view installedFolder);

// The same for folders that are given.
std::filesystem::path firstWithData(const std::vector<std::filesystem::path>& folders);

}  // namespace unknot::platform

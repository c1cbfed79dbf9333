// The practice's own files, in custom/data/ of its folder.
#pragma once

#include <filesystem>
#include <string_view>

#include "app/workspace.h"

namespace unknot::app {

// Below custom/data/, where `name` is "videos.toml", "exercises/own-reach.toml".
std::filesystem::path ownFile(const Workspace& work, const std::filesystem::path& name);
// Whole or not at all. Throws StorageError.
void writeOwnFile(const Workspace& work, const std::filesystem::path& name, std::string_view bytes);

}  // namespace unknot::app

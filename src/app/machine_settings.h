// What this machine remembers for this user, in the config folder: no client, no clinical text.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace unknot::app {

struct MachineSettings {
  std::optional<std::filesystem::path> lastPractice;
  std::string appearance = "system";  // "system", "light", "dark"
  int windowWidth = 0;                // 0: never shown before
  int windowHeight = 0;
  bool maximized = false;
  friend bool operator==(const MachineSettings&, const MachineSettings&) = default;
};

// A file that is missing or can't be read gives the defaults: nothing of worth is in it.
MachineSettings readMachineSettings(const std::filesystem::path& configFolder);
// Throws core::StorageError.
void writeMachineSettings(const std::filesystem::path& configFolder, const MachineSettings& settings);

}  // namespace unknot::app

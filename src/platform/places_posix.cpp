#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <string>

#include "core/error.h"
#include "platform/places.h"

namespace unknot::platform {
namespace {

namespace fs = std::filesystem;

std::string fromEnvironment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

fs::path homeFolder() {
  if (const std::string home = fromEnvironment("HOME"); !home.empty()) return home;
  std::array<char, 4096> buffer{};
  passwd entry{};
  passwd* found = nullptr;
  if (::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found)
    return found->pw_dir;
  throw core::StorageError({"error.storage.noHome", {}, {}});
}

// A relative path there is to be ignored, says the XDG base directory specification.
fs::path xdgFolder(const char* variable, const fs::path& belowHome) {
  const fs::path given = fromEnvironment(variable);
  return (given.is_absolute() ? given : homeFolder() / belowHome) / "unknot";
}

// user-dirs.dirs holds lines such as XDG_DOCUMENTS_DIR="$HOME/Dokumente".
fs::path documentsFolder() {
  const fs::path home = homeFolder();
  const fs::path config = fromEnvironment("XDG_CONFIG_HOME");
  std::ifstream lines((config.is_absolute() ? config : home / ".config") / "user-dirs.dirs");
  constexpr std::string_view kKey = "XDG_DOCUMENTS_DIR=\"";
  constexpr std::string_view kHome = "$HOME";
  std::error_code problem;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(kKey) || !line.ends_with('"') || line.size() <= kKey.size()) continue;
    const std::string value = line.substr(kKey.size(), line.size() - kKey.size() - 1);
    const fs::path place = value.starts_with(kHome) ? home.string() + value.substr(kHome.size()) : value;
    if (fs::is_directory(place, problem)) return place;
  }
  return fs::is_directory(home / "Documents", problem) ? home / "Documents" : home;
}

}  // namespace

fs::path configFolder() {
  return xdgFolder("XDG_CONFIG_HOME", ".config");
}

fs::path stateFolder() {
  return xdgFolder("XDG_STATE_HOME", fs::path(".local") / "state");
}

fs::path defaultPracticeFolder() {
  return documentsFolder() / "Unknot";
}

fs::path programDataFolder(std::string_view sourceFolder, std::string_view installedFolder) {
  if (const std::string given = fromEnvironment("UNKNOT_DATA_DIR"); !given.empty())
    return firstWithData({given});
  return firstWithData({fs::path(sourceFolder), fs::path(installedFolder)});
}

fs::path firstWithData(const std::vector<fs::path>& folders) {
  std::string looked;
  for (const auto& folder : folders) {
    std::error_code problem;
    if (!folder.empty() && fs::is_directory(folder / "data", problem)) return folder;
    looked += (looked.empty() ? "" : ", ") + folder.string();
  }
  throw core::StorageError({"error.storage.programData", {{"folders", looked}}, {}});
}

}  // namespace unknot::platform

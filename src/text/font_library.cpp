#include <algorithm>
#include <cstdlib>
#include <map>
#include <system_error>

#include "core/error.h"
#include "text/pango_typesetter.h"

namespace unknot::text {
namespace {

namespace fs = std::filesystem;

using FilesByName = std::map<std::string, fs::path, std::less<>>;

// The wanted files below `folder`. Of two with one name the first by path counts, whatever order the disk
// gives them in.
FilesByName filesIn(const fs::path& folder, const FilesByName& wanted) {
  FilesByName found;
  std::error_code problem;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, problem);
  // A folder that is not there or can't be read holds no fonts; what is missing in the end is reported by
  // name.
  while (!problem && at != fs::recursive_directory_iterator()) {
    const std::string name = at->path().filename().string();
    if (wanted.contains(name)) {
      auto& known = found[name];
      if (known.empty() || at->path() < known) known = at->path();
    }
    at.increment(problem);
  }
  return found;
}

}  // namespace

std::shared_ptr<const FontLibrary> FontLibrary::load(const std::vector<FontRequest>& requests,
                                                     const std::vector<fs::path>& folders) {
  FilesByName places;
  FilesByName missing;
  for (const auto& request : requests) missing.emplace(request.file, fs::path());
  for (const auto& folder : folders) {
    if (missing.empty()) break;
    for (auto& [name, path] : filesIn(folder, missing)) {
      missing.erase(name);
      places.emplace(name, std::move(path));
    }
  }
  auto library = std::make_shared<FontLibrary>();
  for (const auto& request : requests) {
    const auto place = places.find(request.file);
    if (place != places.end())
      library->m_faces.push_back(
          {place->second, 0, request.family, request.weight, request.italic, request.package});
    else if (request.required)
      throw core::StorageError({"error.font", {{"file", request.file}, {"package", request.package}}, {}});
  }
  return library;
}

std::vector<fs::path> systemFontFolders() {
  std::vector<fs::path> folders;
  const auto addFromEnvironment = [&](const char* variable, const char* below) {
    const char* value = std::getenv(variable);
    if (value && *value) folders.push_back(fs::path(value) / below);
  };
  addFromEnvironment("XDG_DATA_HOME", "fonts");
  addFromEnvironment("HOME", ".local/share/fonts");
  folders.insert(folders.end(), {"/usr/local/share/fonts", "/usr/share/fonts"});
  return folders;
}

}  // namespace unknot::text

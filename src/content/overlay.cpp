#include "content/overlay.h"

#include <fstream>
#include <optional>
#include <set>
#include <system_error>

#include "core/error.h"

namespace unknot::content {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLongest = 4U << 20U;
// What is left of "data/words.en.toml" or "data" below "data"; nothing for a path that is elsewhere.
std::optional<fs::path> below(std::string_view root, std::string_view relative) {
  if (!relative.starts_with(root)) return {};
  const std::string_view rest = relative.substr(root.size());
  if (rest.empty()) return fs::path();
  if (rest.front() != '/') return {};
  return fs::path(rest.substr(1));
}

// The roots in the order in which they win.
std::vector<FoundFile> candidates(const Folders& folders, std::string_view relative) {
  std::vector<FoundFile> found;
  const std::string shown(relative);
  if (folders.custom) found.push_back({*folders.custom / fs::path(shown), "custom/" + shown});
  if (const auto rest = below("data", relative))
    found.push_back({folders.data / *rest, shown});
  else if (const auto other = below("templates", relative))
    found.push_back({folders.templates / *other, shown});
  else
    throw core::BugError("overlay: a path outside data/ and templates/");
  return found;
}

}  // namespace

std::vector<FoundFile> versionsOf(const Folders& folders, std::string_view relative) {
  auto found = candidates(folders, relative);
  std::erase_if(found, [](const FoundFile& file) {
    std::error_code none;
    return !fs::exists(file.path, none);
  });
  return found;
}

std::vector<std::string> namesIn(const Folders& folders, std::string_view relative,
                                 std::string_view extension) {
  std::set<std::string> names;
  for (const auto& folder : candidates(folders, relative)) {
    std::error_code none;
    for (fs::directory_iterator entry(folder.path, none), end; !none && entry != end; entry.increment(none))
      if (entry->path().extension() == fs::path(extension)) names.insert(entry->path().filename().string());
  }
  return {names.begin(), names.end()};
}

std::vector<std::string> foldersIn(const Folders& folders, std::string_view relative) {
  std::set<std::string> names;
  for (const auto& folder : candidates(folders, relative)) {
    std::error_code none;
    for (fs::directory_iterator entry(folder.path, none), end; !none && entry != end; entry.increment(none))
      if (std::error_code unknown; entry->is_directory(unknown))
        names.insert(entry->path().filename().string());
  }
  return {names.begin(), names.end()};
}

std::string readFile(const FoundFile& file) {
  const auto refuse = [&](const char* id) {
    return core::InputError({id, {{"file", file.shown}, {"limit", std::to_string(kLongest >> 20U)}}, {}});
  };
  std::error_code error;
  const bool ordinary = fs::is_regular_file(file.path, error);
  const auto size = error || !ordinary ? 0 : fs::file_size(file.path, error);
  if (error || !ordinary) throw refuse("error.file.unreadable");
  if (size > kLongest) throw refuse("error.file.long");
  std::string text(static_cast<std::size_t>(size), '\0');
  std::ifstream in(file.path, std::ios::binary);
  if (!in.read(text.data(), static_cast<std::streamsize>(size))) throw refuse("error.file.unreadable");
  return text;
}

}  // namespace unknot::content

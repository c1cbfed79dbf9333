#include "content/videos_file.h"

#include <algorithm>

#include "content/toml_file.h"
#include "content/toml_text.h"

namespace unknot::content {
namespace {

constexpr std::size_t kLongest = 300;

}  // namespace

bool isWebAddress(std::string_view text) {
  const bool web = text.starts_with("https://") || text.starts_with("http://");
  const auto printable = [](char c) { return c > 0x20 && c < 0x7F; };
  return web && text.size() > std::string_view("https://").size() && text.size() <= kLongest &&
         std::all_of(text.begin(), text.end(), printable);
}

Videos readVideos(std::string_view shown, std::string_view text) {
  const TomlFile file{std::string(shown), text};
  TomlTable root = file.root();
  Videos videos;
  for (const auto& slug : root.keys()) {
    videos[slug] = root.text(slug);
    if (!isWebAddress(videos[slug]))
      throw root.fault("error.file.type", slug, {{"allowed", "a web address, \"https://...\""}});
  }
  return videos;
}

std::string writeVideos(const Videos& videos) {
  std::string text;
  for (const auto& [slug, address] : videos) text += slug + " = " + tomlText(address) + "\n";
  return text;
}

Videos loadVideos(const Folders& folders, std::vector<Problem>& problems) {
  // Nobody has to have films.
  if (versionsOf(folders, "data/videos.toml").empty()) return {};
  return firstUsable(folders, "data/videos.toml", problems,
                     [](const FoundFile& file) { return readVideos(file.shown, readFile(file)); })
      .value_or(Videos());
}

}  // namespace unknot::content

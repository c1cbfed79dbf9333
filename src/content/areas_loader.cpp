#include "content/areas_loader.h"

#include <set>
#include <string>

#include "content/toml_file.h"

namespace unknot::content {

std::vector<domain::PlainArea> readAreas(std::string_view shown, std::string_view text) {
  const TomlFile file{std::string(shown), text};
  TomlTable root = file.root();
  std::vector<domain::PlainArea> areas;
  std::set<std::string> seen;
  std::set<std::string> regions;
  for (auto& table : root.tables("area")) {
    auto& area = areas.emplace_back();
    area.slug = table.slug("slug", seen);
    area.regions = table.texts("regions");
    for (const auto& region : area.regions)
      if (!regions.insert(region).second)
        throw table.fault("error.file.choice", "regions",
                          {{"value", region}, {"allowed", "each region in one area only"}});
    table.finish();
  }
  root.finish();
  return areas;
}

std::vector<domain::PlainArea> loadAreas(const Folders& folders, std::vector<Problem>& problems) {
  return firstUsable(folders, "data/body/areas.toml", problems,
                     [](const FoundFile& file) { return readAreas(file.shown, readFile(file)); })
      .value_or(std::vector<domain::PlainArea>());
}

}  // namespace unknot::content

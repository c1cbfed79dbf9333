#include "content/series_loader.h"

#include <algorithm>

#include "content/toml_file.h"

namespace unknot::content {
namespace {

constexpr std::string_view kFolder = "data/series";
constexpr std::string_view kExtension = ".toml";

domain::PlanItem readItem(TomlTable& table, const std::vector<domain::Exercise>& library) {
  const std::string slug = table.slug("exercise");
  const auto exercise =
      std::find_if(library.begin(), library.end(), [&](const auto& each) { return each.slug == slug; });
  if (exercise == library.end()) {
    std::vector<std::string> known;
    for (const auto& each : library) known.push_back(each.slug);
    throw table.fault("error.file.choice", "exercise", {{"value", slug}, {"allowed", listed(known)}});
  }
  domain::PlanItem item = domain::usualItem(*exercise);
  if (table.has("side"))
    item.side = domain::planSideFrom(table.oneOf("side", {"none", "left", "right", "both"}));
  item.repetitions = static_cast<int>(table.wholeOr("repetitions", item.repetitions, 1, 100));
  item.rounds = static_cast<int>(table.wholeOr("rounds", item.rounds, 1, 20));
  item.timesADay = static_cast<int>(table.wholeOr("times_a_day", item.timesADay, 1, 10));
  item.minutes = static_cast<int>(table.wholeOr("minutes", item.minutes, 1, 60));
  table.finish();
  return item;
}

}  // namespace

domain::Series readSeries(std::string_view slug, std::string_view shown, std::string_view text,
                          const std::vector<domain::Exercise>& library) {
  const TomlFile file{std::string(shown), text};
  TomlTable root = file.root();
  domain::Series series;
  series.slug = root.oneOf("slug", {std::string(slug)});
  series.title = root.text("title");
  series.about = root.textOr("about");
  for (auto& table : root.tables("item")) series.items.push_back(readItem(table, library));
  if (series.items.empty() || series.items.size() > domain::kMostPlanItems)
    throw root.fault("error.file.missing", "item", {{"allowed", "[[item]], 1 to 60 of them"}});
  root.finish();
  return series;
}

std::vector<domain::Series> loadSeries(const Folders& folders, const std::vector<domain::Exercise>& library,
                                       std::vector<Problem>& problems) {
  std::vector<domain::Series> all;
  for (const auto& name : namesIn(folders, kFolder, kExtension)) {
    const std::string slug = name.substr(0, name.size() - kExtension.size());
    const auto series =
        firstUsable(folders, std::string(kFolder) + "/" + name, problems, [&](const FoundFile& file) {
          auto one = readSeries(slug, file.shown, readFile(file), library);
          one.own = file.shown.starts_with("custom/");
          return one;
        });
    if (series) all.push_back(*series);
  }
  return all;
}

}  // namespace unknot::content

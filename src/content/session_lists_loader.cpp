#include "content/session_lists_loader.h"

#include <set>
#include <string>
#include <utility>

#include "content/toml_file.h"
#include "core/utf8.h"

namespace unknot::content {
namespace {

constexpr std::string_view kObservations = "data/session/observations.toml";
constexpr std::string_view kLists = "data/session/lists.toml";
constexpr std::size_t kLongestCode = 20;

domain::ObservationItem readItem(TomlTable& table, std::set<std::string>& seen) {
  domain::ObservationItem item;
  item.slug = table.slug("slug", seen);
  item.name = table.text("name");
  std::set<std::string> choices;
  for (auto& entry : table.tables("choices")) {
    std::string slug = entry.slug("slug", choices);
    item.choices.push_back({std::move(slug), entry.text("name")});
    entry.finish();
  }
  if (item.choices.size() < 2)
    throw table.fault("error.file.missing", "choices",
                      {{"allowed", "two or more { slug = \"...\", name = \"...\" }"}});
  table.finish();
  return item;
}

// Names that are chosen from: as long as a line, each once.
std::vector<std::string> readNames(TomlTable& table, std::string_view key) {
  std::vector<std::string> names = table.textsOrNone(key);
  std::set<std::string_view> seen;
  for (const auto& name : names) {
    if (!seen.insert(name).second) throw table.fault("error.file.twice", key, {{"value", name}});
    core::checkText(key, name, core::kLineLimit);
  }
  return names;
}

}  // namespace

domain::ObservationList readObservations(std::string_view shown, std::string_view text) {
  const TomlFile file{std::string(shown), text};
  TomlTable root = file.root();
  std::vector<domain::ObservationGroup> groups;
  std::set<std::string> groupSlugs;
  std::set<std::string> itemSlugs;
  for (auto& table : root.tables("group")) {
    auto& group = groups.emplace_back();
    group.slug = table.slug("slug", groupSlugs);
    group.name = table.text("name");
    for (auto& item : table.tables("item")) group.items.push_back(readItem(item, itemSlugs));
    if (group.items.empty()) throw table.fault("error.file.missing", "item", {{"allowed", "[[group.item]]"}});
    table.finish();
  }
  root.finish();
  return domain::ObservationList(std::move(groups));
}

domain::SessionLists readSessionLists(std::string_view shown, std::string_view text) {
  const TomlFile file{std::string(shown), text};
  TomlTable root = file.root();
  domain::SessionLists lists;
  lists.lessons = readNames(root, "lessons");
  lists.scales = readNames(root, "scales");
  if (auto phrases = root.tableIf("phrases")) {
    for (const auto& code : phrases->keys()) {
      if (code.size() > kLongestCode ||
          code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") != std::string::npos)
        throw phrases->fault("error.file.choice", code, {{"value", code}, {"allowed", "a-z, 0-9"}});
      lists.phrases.emplace(code, phrases->text(code));
    }
    phrases->finish();
  }
  root.finish();
  return lists;
}

domain::SessionLists loadSessionLists(const Folders& folders, std::vector<Problem>& problems) {
  auto lists = firstUsable(folders, kLists, problems, [](const FoundFile& file) {
                 return readSessionLists(file.shown, readFile(file));
               }).value_or(domain::SessionLists());
  lists.observations = firstUsable(folders, kObservations, problems, [](const FoundFile& file) {
                         return readObservations(file.shown, readFile(file));
                       }).value_or(domain::ObservationList());
  return lists;
}

}  // namespace unknot::content

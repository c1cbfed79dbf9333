#include "content/font_list.h"

#include <toml++/toml.h>
#include <fstream>
#include <iterator>
#include <set>

#include "core/error.h"

namespace unknot::content {
namespace {

core::InputError fault(const std::string& file, const toml::source_region& where, const std::string& what) {
  return core::InputError(
      {"error.fontList", {{"file", file}, {"line", std::to_string(where.begin.line)}, {"what", what}}, {}});
}

std::string requiredText(const toml::table& table, const char* key, const std::string& name) {
  const auto value = table[key].value<std::string>();
  if (!value || value->empty()) throw fault(name, table.source(), key);
  return *value;
}

// The field where it stands, or `fallback`; of another type it is a fault.
template <typename T>
T optionalField(const toml::table& table, const char* key, T fallback, const std::string& name) {
  const toml::node* node = table.get(key);
  if (!node) return fallback;
  const auto value = node->value_exact<T>();
  if (!value) throw fault(name, node->source(), key);
  return *value;
}

FontEntry readFont(const toml::table& table, const std::string& name) {
  static const std::set<std::string_view> known = {"file",   "package", "family",
                                                   "weight", "italic",  "required"};
  for (const auto& [key, node] : table)
    if (!known.contains(key.str())) throw fault(name, node.source(), std::string(key.str()));
  FontEntry entry;
  entry.file = requiredText(table, "file", name);
  entry.package = requiredText(table, "package", name);
  entry.family = requiredText(table, "family", name);
  const auto weight = optionalField<std::int64_t>(table, "weight", 400, name);
  if (weight < 100 || weight > 900) throw fault(name, table.source(), "weight");
  entry.weight = static_cast<int>(weight);
  entry.italic = optionalField(table, "italic", false, name);
  entry.required = optionalField(table, "required", true, name);
  return entry;
}

}  // namespace

std::vector<FontEntry> parseFontList(std::string_view text, const std::string& name) {
  toml::table root;
  try {
    root = toml::parse(text, name);
  } catch (const toml::parse_error& e) {
    throw fault(name, e.source(), std::string(e.description()));
  }
  const toml::array* fonts = root["font"].as_array();
  if (!fonts || fonts->empty()) throw fault(name, root.source(), "[[font]]");
  std::vector<FontEntry> entries;
  for (const toml::node& node : *fonts) {
    const toml::table* table = node.as_table();
    if (!table) throw fault(name, node.source(), "[[font]]");
    entries.push_back(readFont(*table, name));
  }
  return entries;
}

std::vector<FontEntry> loadFontList(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream.is_open() || stream.bad())
    throw core::StorageError({"error.fontListMissing", {{"file", file.filename().string()}}, {}});
  return parseFontList(text, file.filename().string());
}

}  // namespace unknot::content

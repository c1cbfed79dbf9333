#include "content/toml_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/utf8.h"

namespace unknot::content {
namespace {

int lineAt(const toml::source_region& region) {
  return static_cast<int>(region.begin.line);
}

std::string joined(std::string_view path, std::string_view key) {
  return path.empty() ? std::string(key) : std::string(path) + "." + std::string(key);
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

Problem problemOf(const core::InputError& error, std::string_view file) {
  Problem problem{std::string(file), 0, error.message()};
  for (const auto& arg : problem.message.args) {
    if (arg.name == "file") problem.file = arg.value;
    if (arg.name == "line")
      std::from_chars(arg.value.data(), arg.value.data() + arg.value.size(), problem.line);
  }
  return problem;
}

TomlFile::TomlFile(std::string shown, std::string_view text) : m_file(std::move(shown)) {
  try {
    m_table = std::make_unique<toml::table>(toml::parse(text, m_file));
  } catch (const toml::parse_error& error) {
    throw core::InputError({"error.file.syntax",
                            {{"file", m_file},
                             {"line", std::to_string(lineAt(error.source()))},
                             {"what", std::string(error.description())}},
                            {}});
  }
}

TomlTable::TomlTable(const toml::table& table, std::string file, std::string path)
    : m_table(&table), m_file(std::move(file)), m_path(std::move(path)) {}

bool TomlTable::has(std::string_view key) const {
  return m_table->contains(key);
}

std::vector<std::string> TomlTable::keys() const {
  // The parser sorts by key; the file's own order is kept in the places of the keys.
  std::vector<std::pair<toml::source_position, std::string>> found;
  for (const auto& [key, value] : *m_table) found.emplace_back(key.source().begin, std::string(key.str()));
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  for (auto& [place, name] : found) names.push_back(std::move(name));
  return names;
}

int TomlTable::line() const {
  return lineAt(m_table->source());
}

int TomlTable::lineOf(std::string_view key) const {
  const auto found = m_table->find(key);
  return found == m_table->end() ? line() : lineAt(found->first.source());
}

int TomlTable::lineOfRow(std::string_view key, std::size_t row) const {
  const auto* rows = m_table->get_as<toml::array>(key);
  const toml::node* node = rows == nullptr ? nullptr : rows->get(row);
  return node == nullptr ? lineOf(key) : lineAt(node->source());
}

std::string TomlTable::pathOf(std::string_view key) const {
  return joined(m_path, key);
}

core::InputError TomlTable::fault(std::string_view id, std::string_view key,
                                  std::vector<core::Message::Arg> more) const {
  return faultAt(lineOf(key), id, key, std::move(more));
}

core::InputError TomlTable::faultAt(int line, std::string_view id, std::string_view key,
                                    std::vector<core::Message::Arg> more) const {
  std::vector<core::Message::Arg> args{
      {"file", m_file}, {"line", std::to_string(line)}, {"key", pathOf(key)}};
  args.insert(args.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  return core::InputError({std::string(id), std::move(args), {}});
}

core::InputError TomlTable::wrongType(std::string_view key, const toml::node& node,
                                      std::string_view allowed) const {
  return faultAt(lineAt(node.source()), "error.file.type", key, {{"allowed", std::string(allowed)}});
}

const toml::node* TomlTable::raw(std::string_view key) {
  m_read.emplace(key);
  return m_table->get(key);
}

const toml::node& TomlTable::require(std::string_view key, std::string_view allowed) {
  const toml::node* node = raw(key);
  if (node == nullptr) throw fault("error.file.missing", key, {{"allowed", std::string(allowed)}});
  return *node;
}

std::string TomlTable::notBlank(std::string_view key, const toml::node& node) const {
  const auto* text = node.as_string();
  if (text == nullptr || core::trimmed(text->get()).empty()) throw wrongType(key, node, "a text in quotes");
  return text->get();
}

std::string TomlTable::slug(std::string_view key) {
  std::string found = text(key);
  if (found.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
    throw fault("error.file.choice", key, {{"value", found}, {"allowed", "a-z, 0-9, -"}});
  return found;
}

std::string TomlTable::slug(std::string_view key, std::set<std::string>& seen) {
  std::string found = slug(key);
  if (!seen.insert(found).second) throw fault("error.file.twice", key, {{"value", found}});
  return found;
}

std::string TomlTable::text(std::string_view key) {
  return notBlank(key, require(key, "a text in quotes"));
}

std::string TomlTable::textOr(std::string_view key, std::string_view fallback) {
  const toml::node* node = raw(key);
  if (node == nullptr) return std::string(fallback);
  if (!node->is_string()) throw wrongType(key, *node, "a text in quotes");
  return node->as_string()->get();
}

std::string TomlTable::oneOf(std::string_view key, const std::vector<std::string>& allowed) {
  std::string word = notBlank(key, require(key, listed(allowed)));
  if (!contains(allowed, word))
    throw fault("error.file.choice", key, {{"value", word}, {"allowed", listed(allowed)}});
  return word;
}

std::vector<std::string> TomlTable::texts(std::string_view key) {
  constexpr std::string_view kAllowed = "a list of texts, [\"...\", \"...\"]";
  const toml::node& node = require(key, kAllowed);
  auto found = textsOrNone(key);
  if (found.empty()) throw wrongType(key, node, kAllowed);
  return found;
}

std::vector<std::string> TomlTable::textsEach(std::string_view key, std::size_t count) {
  const std::string allowed = "a list of texts, as many as there are pictures: " + std::to_string(count);
  const toml::node& node = require(key, allowed);
  const auto* array = node.as_array();
  if (array == nullptr || array->size() != count) throw wrongType(key, node, allowed);
  std::vector<std::string> found;
  for (const auto& item : *array) {
    const auto* text = item.as_string();
    if (text == nullptr) throw wrongType(key, node, allowed);
    found.push_back(text->get());
  }
  return found;
}

std::vector<std::string> TomlTable::textsOrNone(std::string_view key) {
  const toml::node* node = raw(key);
  if (node == nullptr) return {};
  const auto* array = node->as_array();
  if (array == nullptr) throw wrongType(key, *node, "a list of texts, [\"...\", \"...\"]");
  std::vector<std::string> found;
  for (const auto& item : *array) found.push_back(notBlank(key, item));
  return found;
}

std::vector<std::string> TomlTable::someOf(std::string_view key, const std::vector<std::string>& allowed) {
  auto found = textsOrNone(key);
  std::set<std::string> seen;
  for (const auto& word : found) {
    if (!contains(allowed, word))
      throw fault("error.file.choice", key, {{"value", word}, {"allowed", listed(allowed)}});
    if (!seen.insert(word).second) throw fault("error.file.twice", key, {{"value", word}});
  }
  return found;
}

long TomlTable::whole(std::string_view key, long low, long high) {
  const std::string allowed = "a whole number from " + std::to_string(low) + " to " + std::to_string(high);
  const toml::node& node = require(key, allowed);
  const auto* value = node.as_integer();
  if (value == nullptr || value->get() < low || value->get() > high) throw wrongType(key, node, allowed);
  return static_cast<long>(value->get());
}

long TomlTable::wholeOr(std::string_view key, long fallback, long low, long high) {
  return has(key) ? whole(key, low, high) : fallback;
}

double TomlTable::finite(std::string_view key, const toml::node& node) const {
  const auto value = node.is_number() ? node.value<double>() : std::nullopt;
  if (!value || !std::isfinite(*value)) throw wrongType(key, node, "a number");
  return *value;
}

double TomlTable::number(std::string_view key) {
  return finite(key, require(key, "a number"));
}

double TomlTable::numberOr(std::string_view key, double fallback) {
  return numberIf(key).value_or(fallback);
}

std::optional<double> TomlTable::numberIf(std::string_view key) {
  const toml::node* node = raw(key);
  if (node == nullptr) return {};
  return finite(key, *node);
}

bool TomlTable::flag(std::string_view key) {
  const toml::node& node = require(key, "true, false");
  if (!node.is_boolean()) throw wrongType(key, node, "true, false");
  return node.as_boolean()->get();
}

bool TomlTable::flagOr(std::string_view key, bool fallback) {
  return has(key) ? flag(key) : fallback;
}

std::vector<double> TomlTable::numbers(std::string_view key, std::optional<std::size_t> count) {
  const std::string allowed =
      "a list of " + (count ? std::to_string(*count) + " " : std::string()) + "numbers";
  const toml::node& node = require(key, allowed);
  const auto* array = node.as_array();
  if (array == nullptr || (count && array->size() != *count)) throw wrongType(key, node, allowed);
  std::vector<double> found;
  for (const auto& item : *array) found.push_back(finite(key, item));
  return found;
}

std::vector<std::vector<double>> TomlTable::numberRows(std::string_view key,
                                                       std::optional<std::size_t> count) {
  const std::string allowed =
      "a list of lists of " + (count ? std::to_string(*count) + " " : std::string()) + "numbers";
  const toml::node& node = require(key, allowed);
  const auto* rows = node.as_array();
  if (rows == nullptr) throw wrongType(key, node, allowed);
  std::vector<std::vector<double>> found;
  for (const auto& row : *rows) {
    const auto* array = row.as_array();
    if (array == nullptr || (count && array->size() != *count)) throw wrongType(key, row, allowed);
    auto& numbers = found.emplace_back();
    for (const auto& item : *array) numbers.push_back(finite(key, item));
  }
  return found;
}

TomlTable TomlTable::table(std::string_view key) {
  const std::string allowed = "a table [" + pathOf(key) + "]";
  const toml::node& node = require(key, allowed);
  if (!node.is_table()) throw wrongType(key, node, allowed);
  return {*node.as_table(), m_file, pathOf(key)};
}

std::optional<TomlTable> TomlTable::tableIf(std::string_view key) {
  if (!has(key)) return {};
  return table(key);
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
  const toml::node* node = raw(key);
  if (node == nullptr) return {};
  const std::string allowed = "tables [[" + pathOf(key) + "]]";
  const auto* array = node->as_array();
  if (array == nullptr) throw wrongType(key, *node, allowed);
  std::vector<TomlTable> found;
  for (const auto& item : *array) {
    if (!item.is_table()) throw wrongType(key, item, allowed);
    found.emplace_back(*item.as_table(), m_file, pathOf(key));
  }
  return found;
}

void TomlTable::finish() const {
  for (const auto& key : keys())
    if (!m_read.contains(key))
      throw fault("error.file.unknown", key, {{"allowed", listed({m_read.begin(), m_read.end()})}});
}

}  // namespace unknot::content

// Reading hand-written TOML strictly: every fault names file, line, key and what is allowed, and a key that
// nobody asked for is a fault too (it is nearly always a slip of the pen). Only for the .cpp files of this
// layer.
//
//   const TomlFile file(found);             // or TomlFile("data/x.toml", text)
//   auto root = file.root();
//   exercise.slug = root.text("slug");
//   root.finish();                          // refuses the keys that were not read
//
// Every reader throws core::InputError ("error.file.*"; its arguments `file` and `line` say where).
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <toml++/toml.h>

#include "content/overlay.h"
#include "core/error.h"

namespace unknot::content {

// One table of a file. Borrows from its TomlFile, which must outlive it.
class TomlTable {
 public:
  TomlTable(const toml::table& table, std::string file, std::string path);

  bool has(std::string_view key) const;
  // In the order of the file.
  std::vector<std::string> keys() const;

  // A text that is not blank.
  std::string text(std::string_view key);
  // Missing: `fallback`. An empty text is allowed.
  std::string textOr(std::string_view key, std::string_view fallback = "");
  // A permanent name, which goes into records and exported files: small letters, digits, hyphens.
  std::string slug(std::string_view key);
  // As above; one that is in `seen` already is a fault, and then it is.
  std::string slug(std::string_view key, std::set<std::string>& seen);
  // A text out of a closed list.
  std::string oneOf(std::string_view key, const std::vector<std::string>& allowed);
  // At least one text, none blank.
  std::vector<std::string> texts(std::string_view key);
  // Exactly so many texts; some may be empty.
  std::vector<std::string> textsEach(std::string_view key, std::size_t count);
  // Missing or empty: none.
  std::vector<std::string> textsOrNone(std::string_view key);
  // As above, each out of a closed list and none twice.
  std::vector<std::string> someOf(std::string_view key, const std::vector<std::string>& allowed);

  long whole(std::string_view key, long low, long high);
  long wholeOr(std::string_view key, long fallback, long low, long high);
  // Any finite number, written with or without a point.
  double number(std::string_view key);
  double numberOr(std::string_view key, double fallback);
  std::optional<double> numberIf(std::string_view key);
  bool flag(std::string_view key);
  bool flagOr(std::string_view key, bool fallback);
  // [1, 2.5]; with a `count`, exactly so many.
  std::vector<double> numbers(std::string_view key, std::optional<std::size_t> count = {});
  // [[1, 2], [3, 4]]; with a `count`, each row exactly so long.
  std::vector<std::vector<double>> numberRows(std::string_view key, std::optional<std::size_t> count = {});

  TomlTable table(std::string_view key);
  std::optional<TomlTable> tableIf(std::string_view key);
  // [[key]], or key = [{...}, {...}]; missing: none.
  std::vector<TomlTable> tables(std::string_view key);
  // The value itself, counted as read; nullptr when there is none.
  const toml::node* raw(std::string_view key);

  // Throws for the first key that no reader asked for.
  void finish() const;

  const std::string& file() const { return m_file; }
  // Of the table, or of one of its keys when it is there. 1 is the first.
  int line() const;
  int lineOf(std::string_view key) const;
  // Of one row of numberRows(); of the key when there is no such row.
  int lineOfRow(std::string_view key, std::size_t row) const;
  // "en.steps": the key with the tables it stands in.
  std::string pathOf(std::string_view key) const;
  // A fault at `key`, to throw: `id` gets the arguments file, line, key and then `more`.
  core::InputError fault(std::string_view id, std::string_view key,
                         std::vector<core::Message::Arg> more = {}) const;
  core::InputError faultAt(int line, std::string_view id, std::string_view key,
                           std::vector<core::Message::Arg> more = {}) const;

 private:
  const toml::node& require(std::string_view key, std::string_view allowed);
  core::InputError wrongType(std::string_view key, const toml::node& node, std::string_view allowed) const;
  double finite(std::string_view key, const toml::node& node) const;
  std::string notBlank(std::string_view key, const toml::node& node) const;

  const toml::table* m_table;
  std::string m_file;
  std::string m_path;
  std::set<std::string, std::less<>> m_read;
};

// A parsed file. Throws core::InputError ("error.file.syntax": file, line, what) for text that is no TOML.
class TomlFile {
 public:
  explicit TomlFile(const FoundFile& file) : TomlFile(file.shown, readFile(file)) {}
  TomlFile(std::string shown, std::string_view text);

  const std::string& file() const { return m_file; }
  TomlTable root() const { return {*m_table, m_file, ""}; }

 private:
  std::string m_file;
  std::unique_ptr<toml::table> m_table;
};

// The fault as the list of problems keeps it: file and line from its arguments, `file` where it names none.
Problem problemOf(const core::InputError& error, std::string_view file);

// What `read` makes of the first version of a file that it can use; the faults of the others are told in
// `problems`. Nothing when there is none.
template <class Reading>
auto firstUsable(const Folders& folders, std::string_view name, std::vector<Problem>& problems, Reading read)
    -> std::optional<decltype(read(std::declval<FoundFile>()))> {
  const auto versions = versionsOf(folders, name);
  for (const auto& found : versions) {
    try {
      return read(found);
    } catch (const core::InputError& error) {
      problems.push_back(problemOf(error, found.shown));
    }
  }
  if (versions.empty())
    problems.push_back({std::string(name), 0, {"error.file.absent", {{"file", std::string(name)}}, {}}});
  return {};
}

// "a, b, c": what is allowed, for a message.
std::string listed(const std::vector<std::string>& words);

}  // namespace unknot::content

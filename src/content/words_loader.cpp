#include "content/words_loader.h"

#include <set>

#include "content/toml_file.h"

namespace unknot::content {
namespace {

constexpr std::string_view kPrefix = "words.";
constexpr std::string_view kExtension = ".toml";

// What people would see is "{name}" when a brace is never closed, or an argument has no name.
bool bracesMatch(std::string_view text) {
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const std::size_t end = text.find('}', at);
    if (end == std::string_view::npos || end == at + 1 || text.find('{', at + 1) < end) return false;
  }
  return true;
}

std::string sentence(TomlTable& table, std::string_view key) {
  std::string text = table.text(key);
  if (!bracesMatch(text)) throw table.fault("error.file.braces", key);
  return text;
}

class Reader {
 public:
  explicit Reader(std::vector<Problem>& problems) : m_problems(&problems) {}

  void read(TomlTable& table, std::string_view skip = "") {
    for (const auto& key : table.keys()) {
      if (key == skip) continue;
      try {
        entry(table, key);
      } catch (const core::InputError& error) {
        m_problems->push_back(problemOf(error, table.file()));
      }
    }
  }

  WordEntries take() { return std::move(m_entries); }

 private:
  void entry(TomlTable& table, const std::string& key) {
    const toml::node* node = table.raw(key);
    if (!node->is_table()) {
      m_entries[table.pathOf(key)] = {"", sentence(table, key)};
      return;
    }
    TomlTable inner = table.table(key);
    const bool counts =
        node->as_table()->is_inline() || inner.keys() == std::vector<std::string>{"one", "other"};
    if (!counts) {
      read(inner);
      return;
    }
    core::Words::Entry counting{sentence(inner, "one"), sentence(inner, "other")};
    inner.finish();
    m_entries[table.pathOf(key)] = std::move(counting);
  }

  std::vector<Problem>* m_problems;
  WordEntries m_entries;
};

// Entries of `over` win over those of `under`.
WordEntries merged(WordEntries over, const WordEntries& under) {
  over.insert(under.begin(), under.end());
  return over;
}

std::set<std::string> languagesOf(const Folders& folders) {
  std::set<std::string> languages{"en"};
  for (const auto& name : namesIn(folders, "data", kExtension))
    if (name.size() > kPrefix.size() + kExtension.size() && name.starts_with(kPrefix))
      languages.insert(name.substr(kPrefix.size(), name.size() - kPrefix.size() - kExtension.size()));
  return languages;
}

}  // namespace

WordEntries readWords(std::string_view language, std::string_view shown, std::string_view text,
                      std::vector<Problem>& problems) {
  const TomlFile file{std::string(shown), text};
  TomlTable root = file.root();
  root.oneOf("language", {std::string(language)});
  Reader reader(problems);
  reader.read(root, "language");
  return reader.take();
}

std::map<std::string, core::Words, std::less<>> loadWords(const Folders& folders,
                                                          std::vector<Problem>& problems) {
  std::map<std::string, WordEntries, std::less<>> entries;
  for (const auto& language : languagesOf(folders)) {
    auto& all = entries[language];
    for (const auto& file :
         versionsOf(folders, "data/" + std::string(kPrefix) + language + std::string(kExtension))) {
      try {
        all = merged(std::move(all), readWords(language, file.shown, readFile(file), problems));
      } catch (const core::InputError& error) {
        problems.push_back(problemOf(error, file.shown));
      }
    }
  }
  std::map<std::string, core::Words, std::less<>> words;
  const WordEntries english = entries["en"];
  for (auto& [language, own] : entries)
    words.emplace(language, core::Words(language, language == "en" ? own : merged(std::move(own), english)));
  return words;
}

}  // namespace unknot::content

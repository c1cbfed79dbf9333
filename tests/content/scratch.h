// A data root, a templates root and a practice's own folder that are gone when the test ends.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>

#include "content/content.h"

namespace unknot::tests {

class Scratch {
 public:
  Scratch() {
    static std::atomic<int> s_count{0};
    m_root = std::filesystem::temp_directory_path() /
             ("unknot-content-" + std::to_string(::getpid()) + "-" + std::to_string(s_count++));
    for (const char* folder : {"data", "templates", "custom"})
      std::filesystem::create_directories(m_root / folder);
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(m_root, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  const std::filesystem::path& root() const { return m_root; }
  // "data/exercises/x.toml", "custom/data/exercises/x.toml"
  void write(const std::string& relative, const std::string& text) const {
    std::filesystem::create_directories((m_root / relative).parent_path());
    std::ofstream(m_root / relative, std::ios::binary) << text;
  }
  content::Folders folders() const { return {m_root / "data", m_root / "templates", m_root / "custom"}; }

 private:
  std::filesystem::path m_root;
};

// The folders of this source tree.
inline content::Folders shippedFolders() {
  const std::filesystem::path root(UNKNOT_SOURCE_DIR);
  return {root / "data", root / "templates", {}};
}

// The argument of a message, or "" when it has none of that name.
inline std::string argOf(const core::Message& message, const std::string& name) {
  const auto found =
      std::find_if(message.args.begin(), message.args.end(), [&](const auto& a) { return a.name == name; });
  return found == message.args.end() ? std::string() : found->value;
}

}  // namespace unknot::tests

// data/fonts.toml: which font files the program writes with.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::content {

// One [[font]] of the file; see there for the meaning of the fields.
struct FontEntry {
  std::string file;
  std::string package;
  std::string family;
  int weight = 400;  // 100 to 900
  bool italic = false;
  bool required = true;
  friend bool operator==(const FontEntry&, const FontEntry&) = default;
};

// Throws core::InputError ("error.fontList": file, line, what) for text that is no font list; `name` is the
// file's name in messages.
std::vector<FontEntry> parseFontList(std::string_view text, const std::string& name);
// Throws core::InputError as above, or core::StorageError ("error.fontListMissing": file) when it can't be
// read.
std::vector<FontEntry> loadFontList(const std::filesystem::path& file);

}  // namespace unknot::content

// Where the files of data/ and templates/ are, and what is wrong in one.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/message.h"

namespace unknot::content {

// A fault in a file: where it is and what is wrong, as a person who edits the file needs it.
struct Problem {
  std::string file;  // below its root: "data/exercises/flower.toml"
  int line = 0;      // 1 is the first; 0: the file as a whole
  core::Message message;
};

// Where the files are. `custom` (a practice's own folder) overlays both: the same relative path wins.
struct Folders {
  std::filesystem::path data;
  std::filesystem::path templates;
  std::optional<std::filesystem::path> custom;
};

}  // namespace unknot::content

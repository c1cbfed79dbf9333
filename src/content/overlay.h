// Finds files below the data and templates roots, with a practice's own folder laid over them:
// custom/data/x.toml stands in for data/x.toml, custom/templates/y.md for templates/y.md.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "content/folders.h"

namespace unknot::content {

struct FoundFile {
  std::filesystem::path path;  // where it really is
  std::string shown;           // as problems name it: "data/exercises/flower.toml", "custom/data/..."
};

// Every version there is of one file, the one that wins first; empty when there is none. `relative` begins
// with "data/" or "templates/". When the first is broken the next one is a good thing to fall back to.
std::vector<FoundFile> versionsOf(const Folders& folders, std::string_view relative);

// File names ("flower.toml") with this extension in a folder ("data/exercises"), of all roots together,
// sorted, each once.
std::vector<std::string> namesIn(const Folders& folders, std::string_view relative,
                                 std::string_view extension);

// Names of the folders in a folder, of all roots together, sorted, each once.
std::vector<std::string> foldersIn(const Folders& folders, std::string_view relative);

// The whole file. Throws InputError ("error.file.unreadable", "error.file.long": file) when it can't be read,
// is no ordinary file, or is longer than 4 MB.
std::string readFile(const FoundFile& file);

}  // namespace unknot::content

// Reads data/safety.toml: what asks for caution, and which movements it leaves out or keeps small.
#pragma once

#include <string_view>
#include <vector>

#include "content/folders.h"
#include "domain/safety.h"

namespace unknot::content {

// Throws core::InputError ("error.file.*").
std::vector<domain::SafetyFlag> readSafety(std::string_view shown, std::string_view text);

// A custom file stands in for the shipped one; a broken one is told in `problems`, and the shipped one is
// used.
std::vector<domain::SafetyFlag> loadSafety(const Folders& folders, std::vector<Problem>& problems);

}  // namespace unknot::content

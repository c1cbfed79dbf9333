// Reads the plain areas a client points at, data/body/areas.toml.
#pragma once

#include <string_view>
#include <vector>

#include "content/folders.h"
#include "domain/plain_area.h"

namespace unknot::content {

// Throws core::InputError ("error.file.*"): each slug and each region once.
std::vector<domain::PlainArea> readAreas(std::string_view shown, std::string_view text);

// None when there is no file that can be read.
std::vector<domain::PlainArea> loadAreas(const Folders& folders, std::vector<Problem>& problems);

}  // namespace unknot::content

// Values as TOML writes them, for the files that a practice makes itself.
#pragma once

#include <string>
#include <string_view>

namespace unknot::content {

// A basic string with its quotes; control characters are escaped.
std::string tomlText(std::string_view text);

}  // namespace unknot::content

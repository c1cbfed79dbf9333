// RFC 4648, section 4, canonical only: what is read is written again byte for byte.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace unknot::exchange {

std::string toBase64(std::string_view bytes);
// Nothing for a wrong length, a foreign character, misplaced padding or left-over bits.
std::optional<std::string> fromBase64(std::string_view text);

}  // namespace unknot::exchange

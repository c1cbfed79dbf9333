#pragma once

#include <string>
#include <string_view>

namespace unknot::unicode {

// "2.5" or "2,5", as the language writes it; at most `decimals` places, none for nothing, no grouping.
// Only for people; numbers that are stored go through std::to_chars.
std::string formatNumber(double value, std::string_view language, int decimals = 1);

}  // namespace unknot::unicode

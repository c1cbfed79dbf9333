#pragma once

#include <cstddef>
#include <string_view>

namespace unknot::domain {

// As core::checkText, and blank text is refused too: InputError ("error.text.empty").
void checkRequired(std::string_view field, std::string_view text, std::size_t limit);

// Throws InputError ("error.range": field, value, low, high) when `value` is outside low..high.
void checkRange(std::string_view field, long value, long low, long high);

}  // namespace unknot::domain

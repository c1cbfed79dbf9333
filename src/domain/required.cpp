#include "domain/required.h"

#include <string>

#include "core/error.h"
#include "core/utf8.h"

namespace unknot::domain {

void checkRequired(std::string_view field, std::string_view text, std::size_t limit) {
  core::checkText(field, text, limit);
  if (core::trimmed(text).empty())
    throw core::InputError({"error.text.empty", {{"field", std::string(field)}}, {}});
}

void checkRange(std::string_view field, long value, long low, long high) {
  if (value >= low && value <= high) return;
  throw core::InputError({"error.range",
                          {{"field", std::string(field)},
                           {"value", std::to_string(value)},
                           {"low", std::to_string(low)},
                           {"high", std::to_string(high)}},
                          {}});
}

}  // namespace unknot::domain

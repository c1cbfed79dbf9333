// JSON text into values, strictly: UTF-8, no field twice, no NaN, limits on size and depth. A byte order mark
// is passed over.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace unknot::exchange {

inline constexpr std::size_t kFileLimit = 10'000'000;     // bytes of a file that a person writes
inline constexpr std::size_t kRecordLimit = 500'000'000;  // bytes of a whole client with documents
inline constexpr int kDepthLimit = 24;

// Throws InputError: "error.json.large" (limit), "error.json.utf8" (line), "error.json.syntax" (line,
// column), "error.json.deep" (limit), "error.json.twice" (field).
nlohmann::json parseJson(std::string_view text, std::size_t limit = kFileLimit);

// Two spaces a level, a newline at the end, fields in the order they were given.
std::string printJson(const nlohmann::ordered_json& value);

}  // namespace unknot::exchange

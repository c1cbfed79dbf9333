// Finding what is written in a language, or in the nearest one: "de-AT" is served by "de", and what is in
// none by English.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace unknot::content {

// "de-AT", then "de", then ""; empty: there is no shorter one.
constexpr std::string_view shorterTag(std::string_view tag) {
  const std::size_t hyphen = tag.rfind('-');
  return hyphen == std::string_view::npos ? std::string_view() : tag.substr(0, hyphen);
}

// nullptr when there is no English either.
template <class Value>
const Value* inLanguage(const std::map<std::string, Value, std::less<>>& byTag, std::string_view language) {
  for (std::string_view tag = language; !tag.empty(); tag = shorterTag(tag))
    if (const auto found = byTag.find(tag); found != byTag.end()) return &found->second;
  const auto english = byTag.find(std::string_view("en"));
  return english == byTag.end() ? nullptr : &english->second;
}

}  // namespace unknot::content

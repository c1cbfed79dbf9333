// How texts are compared by people who don't type the accents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace unknot::unicode {

// Compatibility forms, accents, case and special letters folded away: "Zoë" is "zoe", "Łukasz" "lukasz",
// "Straße" "strasse". Only for comparing; never shown. Bytes that are no UTF-8 become U+FFFD.
std::string foldForSearch(std::string_view text);

// The folded words of a text; anything that is neither letter, mark nor digit separates.
std::vector<std::string> searchWords(std::string_view text);

// Its digits in any script, as 0 to 9.
std::string digitsOf(std::string_view text);

// NFKC: one spelling for what looks and is typed the same, for passwords.
std::string nfkc(std::string_view text);

}  // namespace unknot::unicode

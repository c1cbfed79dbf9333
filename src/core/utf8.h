// UTF-8 as far as the standard library goes; folding and the rest live in `unicode`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace unknot::core {

bool isValidUtf8(std::string_view text);
// Code points; bytes that are no UTF-8 count one each.
std::size_t codePointCount(std::string_view text);
// Without white space (ASCII and no-break) at both ends.
std::string trimmed(std::string_view text);

// Limits of what a field takes, in code points. They are refused at, never cut at.
inline constexpr std::size_t kNameLimit = 200;
inline constexpr std::size_t kLineLimit = 500;
inline constexpr std::size_t kTextLimit = 100'000;

// Throws InputError when `text` is no UTF-8 ("error.text.utf8"), holds a control character other than newline
// and tab ("error.text.control") or is longer than `limit` code points ("error.text.long"); each names
// `field`.
void checkText(std::string_view field, std::string_view text, std::size_t limit);

}  // namespace unknot::core

// How values look inside a PDF file. Private to `pdf`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace unknot::pdf {

// As long as a number may get with the space behind it.
constexpr std::size_t kNumberRoom = 16;

// Writes `value` rounded to `decimals` places (0 to 6) without an exponent or useless zeros, and a space;
// gives the place behind them. There are kNumberRoom bytes at `to`. Throws core::BugError for what is no
// number or lies beyond a million.
char* writeNumber(char* to, double value, int decimals);
void appendNumber(std::string& to, double value, int decimals = 3);
// As a stream with the filter FlateDecode holds them. Throws std::bad_alloc.
std::string deflated(std::string_view bytes);
// UTF-8 as UTF-16 with the high byte first, without a mark. What is no UTF-8 becomes U+FFFD.
std::string utf16(std::string_view utf8);
// What is no UTF-8 becomes U+FFFD.
std::string validUtf8(std::string_view text);
std::string hex(std::string_view bytes);
void appendHex(std::string& to, std::uint16_t value);
// Text between the tags of an XML file; control characters are left out.
std::string xmlEscaped(std::string_view utf8);
// An address as 7-bit ASCII. "" for what may not be linked to: only web pages, mail and telephone numbers
// are, so that a document never opens a file of the computer it is read on.
std::string linkTarget(std::string_view address);

}  // namespace unknot::pdf

#include "pdf/encode.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <new>

#include "core/error.h"

namespace unknot::pdf {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";
constexpr char32_t kReplacement = 0xFFFD;
// zlib's usual level 6 takes four times as long for pages full of numbers, and saves 3 % of their size.
constexpr int kQuickLevel = 4;

// The next code point of `text` from `at` on, which is moved behind it.
char32_t nextCodePoint(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at++);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 && lead < 0xF5   ? 3
                   : lead >= 0xE0 && lead < 0xF0 ? 2
                   : lead >= 0xC2 && lead < 0xE0 ? 1
                                                 : 0;
  if (more == 0) return kReplacement;
  char32_t point = lead & (0x3FU >> more);
  for (int i = 0; i < more; ++i) {
    if (at >= text.size() || (byte(at) & 0xC0U) != 0x80) return kReplacement;
    point = point << 6 | (byte(at++) & 0x3FU);
  }
  const bool surrogate = point >= 0xD800 && point < 0xE000;
  const bool overlong = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
  return surrogate || overlong || point > 0x10FFFF ? kReplacement : point;
}

void appendUnit(std::string& to, char32_t unit) {
  to += static_cast<char>(unit >> 8 & 0xFF);
  to += static_cast<char>(unit & 0xFF);
}

}  // namespace

char* writeNumber(char* to, double value, int decimals) {
  constexpr std::array<std::uint64_t, 7> kPowers = {1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
  if (!(std::abs(value) < 1e6)) throw core::BugError("pdf: a coordinate out of all bounds");
  const std::uint64_t power = kPowers[static_cast<std::size_t>(decimals)];
  const auto scaled = static_cast<std::uint64_t>(std::llround(std::abs(value) * static_cast<double>(power)));
  if (value < 0 && scaled > 0) *to++ = '-';
  const auto whole = static_cast<std::uint32_t>(decimals == 0 ? scaled : scaled / power);
  to = std::to_chars(to, to + kNumberRoom, whole).ptr;
  if (decimals > 0 && scaled % power > 0) {
    *to++ = '.';
    std::uint64_t part = scaled % power;
    for (std::uint64_t place = power / 10; part > 0; part %= place, place /= 10)
      *to++ = static_cast<char>('0' + part / place);
  }
  *to++ = ' ';
  return to;
}

void appendNumber(std::string& to, double value, int decimals) {
  std::array<char, kNumberRoom> buffer{};
  to.append(buffer.data(), writeNumber(buffer.data(), value, decimals));
}

std::string deflated(std::string_view bytes) {
  const auto length = static_cast<uLong>(bytes.size());
  uLongf room = compressBound(length);
  std::string packed(room, '\0');
  if (compress2(reinterpret_cast<Bytef*>(packed.data()), &room, reinterpret_cast<const Bytef*>(bytes.data()),
                length, kQuickLevel) != Z_OK)
    throw std::bad_alloc();
  packed.resize(room);
  return packed;
}

std::string utf16(std::string_view utf8) {
  std::string units;
  units.reserve(utf8.size() * 2);
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t point = nextCodePoint(utf8, at);
    if (point < 0x10000) {
      appendUnit(units, point);
    } else {
      appendUnit(units, 0xD800 + ((point - 0x10000) >> 10));
      appendUnit(units, 0xDC00 + ((point - 0x10000) & 0x3FF));
    }
  }
  return units;
}

std::string validUtf8(std::string_view text) {
  std::string valid;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (nextCodePoint(text, at) == kReplacement)
      valid += "\uFFFD";
    else
      valid += text.substr(begin, at - begin);
  }
  return valid;
}

std::string hex(std::string_view bytes) {
  std::string digits;
  digits.reserve(bytes.size() * 2);
  for (const char byte : bytes) {
    digits += kHexDigits[static_cast<unsigned char>(byte) >> 4];
    digits += kHexDigits[static_cast<unsigned char>(byte) & 15];
  }
  return digits;
}

void appendHex(std::string& to, std::uint16_t value) {
  for (const int shift : {12, 8, 4, 0}) to += kHexDigits[static_cast<std::size_t>(value >> shift & 15)];
}

std::string xmlEscaped(std::string_view utf8) {
  std::string escaped;
  for (const char c : utf8) {
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '>')
      escaped += "&gt;";
    else if (static_cast<unsigned char>(c) >= 0x20)
      escaped += c;
  }
  return escaped;
}

std::string linkTarget(std::string_view address) {
  const auto colon = address.find(':');
  if (colon == std::string_view::npos) return "";
  std::string scheme(address.substr(0, colon));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (scheme != "http" && scheme != "https" && scheme != "mailto" && scheme != "tel") return "";
  std::string target;
  for (const char c : address) {
    if (static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F)
      target += c;
    else
      target += '%' + hex(std::string_view(&c, 1));
  }
  return target;
}

}  // namespace unknot::pdf

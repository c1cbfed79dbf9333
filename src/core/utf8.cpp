#include "core/utf8.h"

#include <cstdint>

#include "core/error.h"

namespace unknot::core {
namespace {

// Length of the sequence that begins at `at`, 0 when it is broken.
std::size_t sequenceAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(at);
  if (first < 0x80) return 1;
  const std::size_t count = first >= 0xC2 && first < 0xE0   ? 2
                            : first >= 0xE0 && first < 0xF0 ? 3
                            : first >= 0xF0 && first < 0xF5 ? 4
                                                            : 0;
  if (count == 0 || at + count > text.size()) return 0;
  std::uint32_t code = first & (0xFFU >> (count + 1));
  for (std::size_t i = 1; i < count; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return 0;
    code = code << 6 | (byte(at + i) & 0x3FU);
  }
  const bool overlong = (count == 3 && code < 0x800) || (count == 4 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  return overlong || surrogate || code > 0x10FFFF ? 0 : count;
}

}  // namespace

bool isValidUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t count = sequenceAt(text, at);
    if (count == 0) return false;
    at += count;
  }
  return true;
}

std::size_t codePointCount(std::string_view text) {
  std::size_t points = 0;
  for (std::size_t at = 0; at < text.size(); ++points) {
    const std::size_t count = sequenceAt(text, at);
    at += count == 0 ? 1 : count;
  }
  return points;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  for (bool again = true; again;) {
    again = false;
    while (!text.empty() && kBlank.find(text.front()) != kBlank.npos) text.remove_prefix(1);
    while (!text.empty() && kBlank.find(text.back()) != kBlank.npos) text.remove_suffix(1);
    if (text.starts_with(kNoBreak)) {
      text.remove_prefix(kNoBreak.size());
      again = true;
    }
    if (text.ends_with(kNoBreak)) {
      text.remove_suffix(kNoBreak.size());
      again = true;
    }
  }
  return std::string(text);
}

void checkText(std::string_view field, std::string_view text, std::size_t limit) {
  const Message::Arg name{"field", std::string(field)};
  if (!isValidUtf8(text)) throw InputError({"error.text.utf8", {name}, {}});
  for (const char c : text)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F)
      throw InputError({"error.text.control", {name}, {}});
  const std::size_t points = codePointCount(text);
  if (points > limit)
    throw InputError({"error.text.long",
                      {name, {"length", std::to_string(points)}, {"limit", std::to_string(limit)}},
                      {}});
}

}  // namespace unknot::core

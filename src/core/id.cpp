#include "core/id.h"

#include <algorithm>

namespace unknot::core {

std::string Uuid::toString() const {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += kHex[static_cast<std::size_t>(bytes[i] >> 4)];
    text += kHex[static_cast<std::size_t>(bytes[i] & std::byte{15})];
  }
  return text;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() != 36) return {};
  Uuid uuid;
  std::size_t nibble = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (i == 8 || i == 13 || i == 18 || i == 23) {
      if (c != '-') return {};
      continue;
    }
    unsigned value = 0;
    if (c >= '0' && c <= '9')
      value = static_cast<unsigned>(c - '0');
    else if (c >= 'a' && c <= 'f')
      value = static_cast<unsigned>(c - 'a' + 10);
    else if (c >= 'A' && c <= 'F')
      value = static_cast<unsigned>(c - 'A' + 10);
    else
      return {};
    auto& byte = uuid.bytes[nibble / 2];
    byte = (byte << 4) | static_cast<std::byte>(value);
    ++nibble;
  }
  return uuid;
}

Uuid IdSource::next() {
  const std::int64_t now = m_clock.now().ms;
  Uuid uuid;
  m_random.fill(uuid.bytes);
  // 12 bits of sequence behind the milliseconds keep the order; a full one borrows the next millisecond.
  if (now > m_lastMs) {
    m_lastMs = now;
    m_sequence =
        static_cast<unsigned>(uuid.bytes[6] & std::byte{7}) << 8 | static_cast<unsigned>(uuid.bytes[7]);
  } else if (++m_sequence > 0xFFF) {
    ++m_lastMs;
    m_sequence = 0;
  }
  for (std::size_t i = 0; i < 6; ++i)
    uuid.bytes[i] = static_cast<std::byte>((static_cast<std::uint64_t>(m_lastMs) >> (8 * (5 - i))) & 0xFF);
  uuid.bytes[6] = static_cast<std::byte>(0x70 | (m_sequence >> 8));
  uuid.bytes[7] = static_cast<std::byte>(m_sequence & 0xFF);
  uuid.bytes[8] = (uuid.bytes[8] & std::byte{0x3F}) | std::byte{0x80};
  return uuid;
}

}  // namespace unknot::core

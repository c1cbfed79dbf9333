// Bytes as text, hashes, and the sealed form of files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/clock.h"
#include "storage/secret.h"

namespace unknot::storage {

std::string toHex(std::string_view bytes);
// Nothing when it is no hex.
std::optional<std::string> fromHex(std::string_view hex);

// 64 hex digits.
std::string sha256Hex(std::string_view bytes);
// 64 hex digits that tell nothing of `bytes` to whoever lacks `key`.
std::string keyedHashHex(const Secret& key, std::string_view bytes);

// XChaCha20-Poly1305: 24 random bytes, then the sealed text. `label` is not stored but must be the same when
// opening.
std::string seal(core::Random& random, const Secret& key, std::string_view plain, std::string_view label);
// Nothing when key, label or a single bit differ.
std::optional<std::string> unseal(const Secret& key, std::string_view sealed, std::string_view label);

// A text whose every field can be told apart, whatever they hold: "name:length:value\n". What hashes are made
// over.
class CanonicalText {
 public:
  CanonicalText& add(std::string_view name, std::string_view value);
  CanonicalText& add(std::string_view name, std::int64_t value);
  CanonicalText& add(std::string_view name, double value);
  const std::string& text() const { return m_text; }

 private:
  std::string m_text;
};

}  // namespace unknot::storage

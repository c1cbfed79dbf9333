#include "storage/recovery_key.h"

#include <array>
#include <cstddef>

#include "storage/encoding.h"

namespace unknot::storage {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kRandomLength = 30;
constexpr std::size_t kLength = 32;
constexpr std::size_t kGroup = 4;

// Ten bits of a hash, as two characters.
std::string proofOf(std::string_view characters) {
  const std::string hash = *fromHex(sha256Hex("unknot recovery key " + std::string(characters)));
  return {kAlphabet[static_cast<unsigned char>(hash[0]) % kAlphabet.size()],
          kAlphabet[static_cast<unsigned char>(hash[1]) % kAlphabet.size()]};
}

}  // namespace

std::string makeRecoveryKey(core::Random& random) {
  std::array<std::byte, kRandomLength> bytes{};
  random.fill(bytes);
  std::string characters;
  // 32 letters divide 256: each is as likely as the others.
  for (const std::byte b : bytes) characters += kAlphabet[std::to_integer<std::size_t>(b) % kAlphabet.size()];
  characters += proofOf(characters);
  std::string grouped;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (i > 0 && i % kGroup == 0) grouped += '-';
    grouped += characters[i];
  }
  return grouped;
}

std::optional<std::string> readRecoveryKey(std::string_view typed) {
  std::string characters;
  for (char c : typed) {
    if (c == '-' || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '.' || c == '_') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'I' || c == 'L') c = '1';
    if (c == 'O') c = '0';
    if (kAlphabet.find(c) == std::string_view::npos) return {};
    characters += c;
  }
  if (characters.size() != kLength ||
      proofOf(std::string_view(characters).substr(0, kRandomLength)) != characters.substr(kRandomLength))
    return {};
  return characters;
}

}  // namespace unknot::storage

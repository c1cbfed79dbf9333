#include "storage/encoding.h"

#include <sodium.h>

#include <array>
#include <charconv>

#include "core/error.h"

namespace unknot::storage {
namespace {

const unsigned char* bytesOf(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytesOf(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

void requireKey(const Secret& key) {
  if (key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES) throw core::BugError("length of a key");
}

}  // namespace

std::string toHex(std::string_view bytes) {
  std::string hex(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytesOf(bytes), bytes.size());
  hex.pop_back();
  return hex;
}

std::optional<std::string> fromHex(std::string_view hex) {
  std::string bytes(hex.size() / 2, '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  if (hex.size() % 2 != 0 ||
      sodium_hex2bin(bytesOf(bytes), bytes.size(), hex.data(), hex.size(), nullptr, &size, &end) != 0 ||
      size != bytes.size())
    return {};
  return bytes;
}

std::string sha256Hex(std::string_view bytes) {
  std::string hash(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(bytesOf(hash), bytesOf(bytes), bytes.size());
  return toHex(hash);
}

std::string keyedHashHex(const Secret& key, std::string_view bytes) {
  std::string hash(crypto_generichash_BYTES, '\0');
  crypto_generichash(bytesOf(hash), hash.size(), bytesOf(bytes), bytes.size(), key.data(), key.size());
  return toHex(hash);
}

std::string seal(core::Random& random, const Secret& key, std::string_view plain, std::string_view label) {
  requireKey(key);
  std::string sealed(kNonceBytes + plain.size() + kTagBytes, '\0');
  random.fill(std::as_writable_bytes(std::span(sealed.data(), kNonceBytes)));
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed) + kNonceBytes, nullptr, bytesOf(plain),
                                             plain.size(), bytesOf(label), label.size(), nullptr,
                                             bytesOf(sealed), key.data());
  return sealed;
}

std::optional<std::string> unseal(const Secret& key, std::string_view sealed, std::string_view label) {
  requireKey(key);
  if (sealed.size() < kNonceBytes + kTagBytes) return {};
  std::string plain(sealed.size() - kNonceBytes - kTagBytes, '\0');
  const auto nonce = sealed.substr(0, kNonceBytes);
  const auto text = sealed.substr(kNonceBytes);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytesOf(plain), nullptr, nullptr, bytesOf(text), text.size(),
                                                 bytesOf(label), label.size(), bytesOf(nonce),
                                                 key.data()) != 0)
    return {};
  return plain;
}

CanonicalText& CanonicalText::add(std::string_view name, std::string_view value) {
  m_text.append(name).append(":").append(std::to_string(value.size())).append(":").append(value).append("\n");
  return *this;
}

CanonicalText& CanonicalText::add(std::string_view name, std::int64_t value) {
  return add(name, std::to_string(value));
}

CanonicalText& CanonicalText::add(std::string_view name, double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return add(name, std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

}  // namespace unknot::storage

#include "storage/secret.h"

#include <sodium.h>

#include <algorithm>
#include <new>

#include "core/error.h"

namespace unknot::storage {

Secret::Secret(std::size_t size) : m_size(size) {
  if (sodium_init() < 0) throw core::BugError("libsodium");
  m_bytes.reset(static_cast<unsigned char*>(sodium_malloc(std::max<std::size_t>(size, 1))));
  if (!m_bytes) throw std::bad_alloc();
  sodium_memzero(m_bytes.get(), size);
}

void Secret::Wipe::operator()(unsigned char* bytes) const {
  sodium_free(bytes);
}

Secret Secret::random(core::Random& random, std::size_t size) {
  Secret secret(size);
  random.fill(std::as_writable_bytes(std::span(secret.data(), size)));
  return secret;
}

Secret Secret::copyOf(std::string_view bytes) {
  Secret secret(bytes.size());
  std::copy(bytes.begin(), bytes.end(), secret.data());
  return secret;
}

Secret derivedKey(const Secret& key, std::string_view purpose) {
  Secret derived(crypto_generichash_BYTES);
  crypto_generichash(derived.data(), derived.size(), reinterpret_cast<const unsigned char*>(purpose.data()),
                     purpose.size(), key.data(), key.size());
  return derived;
}

}  // namespace unknot::storage

// Keys and passwords in memory that is locked, guarded and wiped.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "core/clock.h"

namespace unknot::storage {

class Secret {
 public:
  // All zero. Throws std::bad_alloc when the system gives no such memory.
  explicit Secret(std::size_t size);
  static Secret random(core::Random& random, std::size_t size);
  static Secret copyOf(std::string_view bytes);

  std::size_t size() const { return m_size; }
  unsigned char* data() { return m_bytes.get(); }
  const unsigned char* data() const { return m_bytes.get(); }

 private:
  struct Wipe {
    void operator()(unsigned char* bytes) const;
  };
  std::size_t m_size;
  std::unique_ptr<unsigned char, Wipe> m_bytes;
};

// A key of 32 bytes for one purpose, from which neither `key` nor the others can be told.
Secret derivedKey(const Secret& key, std::string_view purpose);

}  // namespace unknot::storage

#include <sys/random.h>

#include <cerrno>

#include "core/error.h"
#include "platform/system_random.h"

namespace unknot::platform {

void SystemRandom::fill(std::span<std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::getrandom(bytes.data(), bytes.size(), 0);
    if (count < 0) {
      if (errno == EINTR) continue;
      throw core::StorageError({"error.storage.random", {}, {}});
    }
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
}

}  // namespace unknot::platform

#pragma once

#include "core/clock.h"

namespace unknot::platform {

// The kernel's generator. Throws core::StorageError ("error.storage.random") when it has none.
class SystemRandom final : public core::Random {
 public:
  void fill(std::span<std::byte> bytes) override;
};

}  // namespace unknot::platform

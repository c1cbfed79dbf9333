// What is printed at set-up: 32 letters and digits in groups of four, from an alphabet without I, L, O and U.
// The last two prove the others, so that a slip is told from a wrong key.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/clock.h"

namespace unknot::storage {

// "7KQX-…", 150 random bits.
std::string makeRecoveryKey(core::Random& random);

// The 32 characters without separators, in capitals; I and L read as 1, O as 0. Nothing when the count or the
// proof is wrong.
std::optional<std::string> readRecoveryKey(std::string_view typed);

}  // namespace unknot::storage

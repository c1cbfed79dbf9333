// A square code that a phone's camera reads.
#pragma once

#include <string>

#include "document/blocks.h"

namespace unknot::document {

// Black on white with its quiet border, `side` points wide. Throws core::BugError for a text too long for a
// code (about 2,900 bytes).
Figure qrCode(const std::string& text, double side, std::string alternative);

}  // namespace unknot::document

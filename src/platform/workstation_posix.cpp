#include <unistd.h>

#include <array>

#include "core/utf8.h"
#include "platform/workstation.h"

namespace unknot::platform {

std::string workstationName() {
  std::array<char, 256> name{};
  // The last byte stays zero, whether or not the name was cut.
  if (gethostname(name.data(), name.size() - 1) != 0) return "unknown";
  const std::string text(name.data());
  return text.empty() || !core::isValidUtf8(text) ? "unknown" : text;
}

}  // namespace unknot::platform

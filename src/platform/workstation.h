#pragma once

#include <string>

namespace unknot::platform {

// What this machine calls itself; "unknown" when it does not say. It stands beside each act in the audit
// chain.
std::string workstationName();

}  // namespace unknot::platform

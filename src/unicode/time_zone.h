// The only way from an instant to a day.
#pragma once

#include <string>
#include <string_view>

#include "core/date.h"

namespace unknot::unicode {

// The day on the calendar of `timeZone` (IANA name; an unknown one reads as UTC).
core::Date dateIn(core::Instant at, std::string_view timeZone);

// A name of the IANA database, "Europe/Berlin".
bool isTimeZone(std::string_view name);

// The zone this machine is set to; "UTC" when it does not say.
std::string systemTimeZone();

}  // namespace unknot::unicode

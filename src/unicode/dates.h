// Dates and times as people write them. `language` is a BCP 47 tag; plain "en" puts the day first, "en-US"
// the month.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/date.h"

namespace unknot::unicode {

enum class DateForm {
  longForm,   // "22 November 2026"
  medium,     // "22 Nov 2026"
  shortForm,  // "22/11/2026", always with four digits of the year
};

std::string formatDate(const core::Date& date, std::string_view language, DateForm form = DateForm::longForm);

// "14:03" or "14:03:22" on the clocks of `timeZone` (IANA name; an unknown one reads as UTC).
enum class TimeForm { minutes, seconds };
std::string formatTime(core::Instant at, std::string_view timeZone, std::string_view language,
                       TimeForm form = TimeForm::minutes);

// A typed date: 2026-11-22, 22.11.2026, 22/11/26 or 22 11 2026 in the order of the language, or with the
// month's name. Two digits of a year mean the latest year that makes the day not later than `notAfter`: today
// for a birthday, later for an appointment. Nothing when it is no day.
std::optional<core::Date> parseDate(std::string_view text, std::string_view language,
                                    const core::Date& notAfter);

}  // namespace unknot::unicode

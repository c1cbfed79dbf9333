// Calendar days and instants, kept apart: neither becomes the other without a time zone
// (unicode/time_zone.h).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace unknot::core {

// A real day of the Gregorian calendar, years 1 to 9999.
class Date {
 public:
  // Throws InputError ("error.date") when there is no such day.
  Date(int year, unsigned month, unsigned day);
  // "2026-11-22" only; nothing else, no other day (2024-02-30 is none).
  static std::optional<Date> parseIso(std::string_view text);
  // Days since 1970-01-01.
  static Date fromDayNumber(std::int64_t days);

  int year() const { return m_year; }
  unsigned month() const { return m_month; }
  unsigned day() const { return m_day; }
  std::int64_t dayNumber() const;
  std::string toIso() const;
  Date plusDays(std::int64_t days) const { return fromDayNumber(dayNumber() + days); }
  std::int64_t daysUntil(const Date& later) const { return later.dayNumber() - dayNumber(); }
  // Whole years from this day to `on`; a birthday on 29 February counts from 1 March in other years.
  int yearsUntil(const Date& on) const;

  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  int m_year;
  unsigned m_month;
  unsigned m_day;
};

// A moment, in milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t ms = 0;

  // "2026-11-22T21:46:00.123Z"
  std::string toIso() const;
  static std::optional<Instant> parseIso(std::string_view text);
  friend auto operator<=>(const Instant&, const Instant&) = default;
};

}  // namespace unknot::core

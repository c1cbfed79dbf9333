#include "core/date.h"

#include <array>
#include <charconv>
#include <chrono>

#include "core/error.h"

namespace unknot::core {
namespace {

namespace ch = std::chrono;

std::optional<unsigned> digits(std::string_view text, std::size_t from, std::size_t count) {
  if (from + count > text.size()) return {};
  unsigned value = 0;
  for (const char c : text.substr(from, count)) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

std::string padded(std::int64_t value, std::size_t width) {
  std::array<char, 24> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  std::string text(buffer.data(), end);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

bool isReal(int year, unsigned month, unsigned day) {
  return year >= 1 && year <= 9999 && ch::year_month_day(ch::year(year), ch::month(month), ch::day(day)).ok();
}

}  // namespace

Date::Date(int year, unsigned month, unsigned day) : m_year(year), m_month(month), m_day(day) {
  if (!isReal(year, month, day))
    throw InputError(
        {"error.date", {{"value", padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)}}, {}});
}

std::optional<Date> Date::parseIso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  if (!year || !month || !day || !isReal(static_cast<int>(*year), *month, *day)) return {};
  return Date(static_cast<int>(*year), *month, *day);
}

Date Date::fromDayNumber(std::int64_t days) {
  const ch::year_month_day ymd{ch::sys_days{ch::days{days}}};
  return Date(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
              static_cast<unsigned>(ymd.day()));
}

std::int64_t Date::dayNumber() const {
  return ch::sys_days{ch::year_month_day(ch::year(m_year), ch::month(m_month), ch::day(m_day))}
      .time_since_epoch()
      .count();
}

std::string Date::toIso() const {
  return padded(m_year, 4) + "-" + padded(m_month, 2) + "-" + padded(m_day, 2);
}

int Date::yearsUntil(const Date& on) const {
  const int years = on.m_year - m_year;
  const bool reached = on.m_month > m_month || (on.m_month == m_month && on.m_day >= m_day);
  return reached ? years : years - 1;
}

std::string Instant::toIso() const {
  constexpr std::int64_t kDay = 86'400'000;
  std::int64_t day = ms / kDay;
  std::int64_t rest = ms % kDay;
  if (rest < 0) {
    rest += kDay;
    --day;
  }
  return Date::fromDayNumber(day).toIso() + "T" + padded(rest / 3'600'000, 2) + ":" +
         padded(rest / 60'000 % 60, 2) + ":" + padded(rest / 1000 % 60, 2) + "." + padded(rest % 1000, 3) +
         "Z";
}

std::optional<Instant> Instant::parseIso(std::string_view text) {
  if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' ||
      text[23] != 'Z')
    return {};
  const auto day = Date::parseIso(text.substr(0, 10));
  const auto hour = digits(text, 11, 2);
  const auto minute = digits(text, 14, 2);
  const auto second = digits(text, 17, 2);
  const auto milli = digits(text, 20, 3);
  if (!day || !hour || !minute || !second || !milli || *hour > 23 || *minute > 59 || *second > 59) return {};
  return Instant{day->dayNumber() * 86'400'000 + *hour * 3'600'000LL + *minute * 60'000LL + *second * 1000LL +
                 *milli};
}

}  // namespace unknot::core

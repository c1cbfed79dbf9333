#include "unicode/dates.h"

#include <unicode/datefmt.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/uchar.h>

#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "unicode/icu.h"

namespace unknot::unicode {
namespace {

constexpr double kDayMs = 86'400'000.0;
constexpr int kCentury = 100;

std::unique_ptr<icu::SimpleDateFormat> formatter(const icu::UnicodeString& pattern, const icu::Locale& locale,
                                                 std::unique_ptr<icu::TimeZone> zone) {
  IcuStatus status("date format");
  auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status.code());
  status.check();
  auto calendar = std::make_unique<icu::GregorianCalendar>(zone.release(), locale, status.code());
  status.check();
  // Gregorian all the way back, as core::Date is.
  calendar->setGregorianChange(-8.64e15, status.code());
  status.check();
  format->adoptCalendar(calendar.release());
  return format;
}

std::unique_ptr<icu::TimeZone> utc() {
  return std::unique_ptr<icu::TimeZone>(icu::TimeZone::getGMT()->clone());
}

// The pattern of a language's own format.
icu::UnicodeString patternOf(const icu::Locale& locale, icu::DateFormat::EStyle date,
                             icu::DateFormat::EStyle time) {
  const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateTimeInstance(date, time, locale));
  const auto* simple = dynamic_cast<const icu::SimpleDateFormat*>(format.get());
  if (!simple) throw core::BugError("ICU date pattern");
  icu::UnicodeString pattern;
  simple->toPattern(pattern);
  return pattern;
}

icu::UnicodeString datePattern(const icu::Locale& locale, DateForm form) {
  if (form == DateForm::longForm) return patternOf(locale, icu::DateFormat::kLong, icu::DateFormat::kNone);
  if (form == DateForm::medium) return patternOf(locale, icu::DateFormat::kMedium, icu::DateFormat::kNone);
  icu::UnicodeString pattern = patternOf(locale, icu::DateFormat::kShort, icu::DateFormat::kNone);
  if (pattern.indexOf("yyyy") < 0) {
    if (pattern.indexOf("yy") >= 0)
      pattern.findAndReplace("yy", "yyyy");
    else
      pattern.findAndReplace("y", "yyyy");
  }
  return pattern;
}

// "dMy", "Mdy" or "yMd"
std::string fieldOrder(const icu::Locale& locale) {
  const std::string pattern = toUtf8(patternOf(locale, icu::DateFormat::kShort, icu::DateFormat::kNone));
  std::string order;
  for (const char c : pattern)
    if ((c == 'd' || c == 'M' || c == 'y') && order.find(c) == std::string::npos) order += c;
  return order.size() == 3 ? order : "yMd";
}

struct Number {
  int value = 0;
  std::size_t digits = 0;
};

// Three numbers with anything but letters between them; else nothing.
std::vector<Number> threeNumbers(std::string_view text) {
  constexpr std::size_t kMostDigits = 4;
  std::vector<Number> numbers;
  bool inside = false;
  const icu::UnicodeString source = fromUtf8(text);
  for (int32_t at = 0; at < source.length(); at = source.moveIndex32(at, 1)) {
    const UChar32 c = source.char32At(at);
    const int32_t digit = u_charDigitValue(c);
    if (digit < 0) {
      if (u_isalpha(c)) return {};
      inside = false;
      continue;
    }
    if (!inside) numbers.emplace_back();
    inside = true;
    auto& number = numbers.back();
    number.value = number.value * 10 + digit;
    if (++number.digits > kMostDigits || numbers.size() > 3) return {};
  }
  if (numbers.size() != 3) return {};
  return numbers;
}

std::optional<core::Date> dayOf(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  std::string iso = std::to_string(year);
  iso.insert(0, 4 - iso.size(), '0');
  for (const int part : {month, day}) iso += (part < 10 ? "-0" : "-") + std::to_string(part);
  return core::Date::parseIso(iso);
}

std::optional<core::Date> withYear(const Number& year, int month, int day, const core::Date& notAfter) {
  if (year.digits > 2) return dayOf(year.value, month, day);
  const int newest = notAfter.year() - notAfter.year() % kCentury + year.value;
  for (const int full : {newest, newest - kCentury}) {
    const auto date = dayOf(full, month, day);
    if (date && *date <= notAfter) return date;
    // No such day in the year that is meant: a slip of the fingers, not a person a hundred years older.
    if (!date) return {};
  }
  return {};
}

std::optional<core::Date> withMonthName(const std::string& text, const icu::Locale& locale) {
  for (const DateForm form : {DateForm::longForm, DateForm::medium}) {
    auto format = formatter(datePattern(locale, form), locale, utc());
    format->setLenient(false);
    const icu::UnicodeString source = fromUtf8(text);
    icu::ParsePosition place(0);
    const UDate parsed = format->parse(source, place);
    if (place.getErrorIndex() >= 0 || place.getIndex() != source.length()) continue;
    const auto date = core::Date::fromDayNumber(static_cast<std::int64_t>(std::floor(parsed / kDayMs)));
    // "22 Nov 26" would be the year 26.
    if (date.year() >= kCentury) return date;
  }
  return {};
}

}  // namespace

std::string formatDate(const core::Date& date, std::string_view language, DateForm form) {
  const icu::Locale locale = localeOf(language);
  icu::UnicodeString text;
  formatter(datePattern(locale, form), locale, utc())
      ->format(static_cast<double>(date.dayNumber()) * kDayMs, text);
  return toUtf8(text);
}

std::string formatTime(core::Instant at, std::string_view timeZone, std::string_view language,
                       TimeForm form) {
  const icu::Locale locale = localeOf(language);
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(fromUtf8(timeZone)));
  const auto style = form == TimeForm::seconds ? icu::DateFormat::kMedium : icu::DateFormat::kShort;
  icu::UnicodeString text;
  formatter(patternOf(locale, icu::DateFormat::kNone, style), locale, std::move(zone))
      ->format(static_cast<double>(at.ms), text);
  return toUtf8(text);
}

std::optional<core::Date> parseDate(std::string_view typed, std::string_view language,
                                    const core::Date& notAfter) {
  const std::string text = core::trimmed(typed);
  const icu::Locale locale = localeOf(language);
  const auto numbers = threeNumbers(text);
  if (numbers.empty()) return withMonthName(text, locale);
  std::string order = fieldOrder(locale);
  if (numbers[0].digits > 2) order = "yMd";
  const auto& year = numbers[order.find('y')];
  const auto& month = numbers[order.find('M')];
  const auto& day = numbers[order.find('d')];
  if (month.digits > 2 || day.digits > 2 || year.digits == 3) return {};
  return withYear(year, month.value, day.value, notAfter);
}

}  // namespace unknot::unicode

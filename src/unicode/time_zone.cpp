#include "unicode/time_zone.h"

#include <unicode/timezone.h>

#include <memory>

#include "unicode/icu.h"

namespace unknot::unicode {

core::Date dateIn(core::Instant at, std::string_view timeZone) {
  constexpr std::int64_t kDayMs = 86'400'000;
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(fromUtf8(timeZone)));
  int32_t offset = 0;
  int32_t summer = 0;
  IcuStatus status("time zone");
  zone->getOffset(static_cast<double>(at.ms), false, offset, summer, status.code());
  status.check();
  const std::int64_t local = at.ms + offset + summer;
  return core::Date::fromDayNumber(local / kDayMs - (local % kDayMs < 0 ? 1 : 0));
}

bool isTimeZone(std::string_view name) {
  IcuStatus status("time zone name");
  icu::UnicodeString canonical;
  UBool known = false;
  icu::TimeZone::getCanonicalID(fromUtf8(name), canonical, known, status.code());
  return U_SUCCESS(status.code()) && known && name != "Etc/Unknown";
}

std::string systemTimeZone() {
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::detectHostTimeZone());
  icu::UnicodeString id;
  if (zone) zone->getID(id);
  const std::string name = toUtf8(id);
  return isTimeZone(name) ? name : "UTC";
}

}  // namespace unknot::unicode

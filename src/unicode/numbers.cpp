#include "unicode/numbers.h"

#include <unicode/numfmt.h>

#include <memory>

#include "unicode/icu.h"

namespace unknot::unicode {

std::string formatNumber(double value, std::string_view language, int decimals) {
  IcuStatus status("number format");
  const std::unique_ptr<icu::NumberFormat> format(
      icu::NumberFormat::createInstance(localeOf(language), status.code()));
  status.check();
  format->setMaximumFractionDigits(decimals);
  format->setMinimumFractionDigits(0);
  format->setGroupingUsed(false);
  format->setRoundingMode(icu::NumberFormat::kRoundHalfUp);
  icu::UnicodeString text;
  // No "-0".
  format->format(value + 0.0, text);
  return toUtf8(text);
}

}  // namespace unknot::unicode

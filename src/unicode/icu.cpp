#include "unicode/icu.h"

namespace unknot::unicode {

icu::Locale localeOf(std::string_view language) {
  const std::string_view tag = language == "en" ? "en-GB" : language;
  IcuStatus status("locale");
  icu::Locale locale =
      icu::Locale::forLanguageTag({tag.data(), static_cast<int32_t>(tag.size())}, status.code());
  // What is no tag reads as the root locale, which writes ISO-like dates.
  if (U_FAILURE(status.code())) return icu::Locale::getRoot();
  locale.setKeywordValue("calendar", "gregorian", status.code());
  status.check();
  return locale;
}

}  // namespace unknot::unicode

// Between ICU's conventions and ours. Only for the sources of this layer.
#pragma once

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <string>
#include <string_view>

#include "core/error.h"

namespace unknot::unicode {

// ICU's error code, made an exception: a failure here means broken ICU data or a wrong call.
class IcuStatus {
 public:
  explicit IcuStatus(const char* where) : m_where(where) {}
  UErrorCode& code() { return m_code; }
  void check() const {
    if (U_FAILURE(m_code)) throw core::BugError(std::string("ICU ") + m_where + ": " + u_errorName(m_code));
  }

 private:
  const char* m_where;
  UErrorCode m_code = U_ZERO_ERROR;
};

inline icu::UnicodeString fromUtf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

inline std::string toUtf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

// The locale of a BCP 47 tag, with the Gregorian calendar. Plain "en" is read with the day before the month:
// who wants it the other way says "en-US".
icu::Locale localeOf(std::string_view language);

}  // namespace unknot::unicode

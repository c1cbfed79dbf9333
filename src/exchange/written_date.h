// Days as tables and address books write them, in any of four languages; nothing is guessed that can mean two
// days.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/date.h"

namespace unknot::exchange {

enum class DateOrder { dayFirst, monthFirst };

// 1980-02-29, 19800229, 29.2.1980, 2/29/80 or with the month's name in English, German, Spanish or French; a
// time of day behind it is passed over. Without an `order` only what can be read in one way. Two digits of a
// year mean the latest year that makes the day not later than `notAfter`. Nothing for what is no day, is
// later than `notAfter` or more than 130 years before it.
std::optional<core::Date> readWrittenDate(std::string_view written, std::optional<DateOrder> order,
                                          const core::Date& notAfter);

// What the values of a column tell of their order.
class DateEvidence {
 public:
  void take(std::string_view written);
  // Whether some can be read in two ways and nothing settles which.
  bool isOpen() const { return m_open > 0 && !settled(); }
  // What every value agrees on; nothing where they don't, or where they say nothing.
  std::optional<DateOrder> settled() const;

 private:
  std::size_t m_dayFirst = 0;
  std::size_t m_monthFirst = 0;
  std::size_t m_open = 0;
  std::size_t m_openWithDots = 0;  // where the month is never written first
};

}  // namespace unknot::exchange

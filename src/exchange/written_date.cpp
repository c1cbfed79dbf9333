#include "exchange/written_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/utf8.h"
#include "unicode/folding.h"

namespace unknot::exchange {
namespace {

constexpr int kMonths = 12;
constexpr int kCentury = 100;
constexpr int kOldest = 130;
constexpr std::size_t kShortestMonth = 3;

// Folded; a beginning of three letters and more is enough where it fits one month only.
constexpr std::array<std::string_view, 49> kMonthNames{
    "january",   "januar",   "enero",    "janvier",  "february",  "februar",    "febrero",
    "fevrier",   "march",    "marz",     "marzo",    "mars",      "april",      "abril",
    "avril",     "april",    "may",      "mai",      "mayo",      "mai",        "june",
    "juni",      "junio",    "juin",     "july",     "juli",      "julio",      "juillet",
    "august",    "agosto",   "aout",     "august",   "september", "septiembre", "septembre",
    "setiembre", "october",  "oktober",  "octubre",  "octobre",   "november",   "noviembre",
    "novembre",  "november", "december", "dezember", "diciembre", "decembre",   "mrz"};
constexpr std::array<std::string_view, 12> kSmallWords{"de", "del", "of", "the", "st", "nd",
                                                       "rd", "th",  "le", "den", "er", "am"};

// 0 where it names none, or more than one.
int monthOf(const std::string& word) {
  if (word.size() < kShortestMonth) return 0;
  int month = 0;
  for (std::size_t i = 0; i < kMonthNames.size(); ++i) {
    if (!kMonthNames[i].starts_with(word)) continue;
    const int found = kMonthNames[i] == "mrz" ? 3 : static_cast<int>(i / 4) + 1;
    if (month != 0 && month != found) return 0;
    month = found;
  }
  return month;
}

struct Part {
  int value = 0;
  std::size_t digits = 0;  // 0: the name of a month
};

struct Parts {
  std::vector<Part> list;
  bool dots = true;  // nothing but points between them
};

// Behind the day, a time of it.
std::string withoutTime(std::string_view written) {
  std::string text = core::trimmed(written);
  const auto colon = text.find(':');
  if (colon == std::string::npos) return text;
  const auto cut = text.find_last_of("T ", colon);
  return cut == std::string::npos ? text : text.substr(0, cut);
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// Nothing when there is anything in it that belongs to no date.
std::optional<Parts> partsOf(std::string_view written) {
  constexpr std::size_t kMostDigits = 8;
  constexpr std::size_t kMostParts = 3;
  const std::string text = unicode::foldForSearch(withoutTime(written));
  Parts parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (isDigit(text[at])) {
      while (at < text.size() && isDigit(text[at])) ++at;
      if (at - begin > kMostDigits) return {};
      parts.list.push_back({std::stoi(text.substr(begin, at - begin)), at - begin});
    } else if (text[at] >= 'a' && text[at] <= 'z') {
      while (at < text.size() && text[at] >= 'a' && text[at] <= 'z') ++at;
      const std::string word = text.substr(begin, at - begin);
      if (const int month = monthOf(word))
        parts.list.push_back({month, 0});
      else if (std::find(kSmallWords.begin(), kSmallWords.end(), word) == kSmallWords.end())
        return {};
    } else {
      constexpr std::string_view kBetween = "./- ,'";
      if (kBetween.find(text[at]) == kBetween.npos) return {};
      // "--02-29" leaves the year out.
      if (parts.list.empty()) return {};
      parts.dots = parts.dots && (text[at] == '.' || text[at] == ' ');
      ++at;
    }
    if (parts.list.size() > kMostParts) return {};
  }
  return parts;
}

std::optional<core::Date> dayOf(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > kMonths || day < 1 || day > 31) return {};
  std::string iso = std::to_string(year);
  iso.insert(0, 4 - iso.size(), '0');
  for (const int part : {month, day}) iso += (part < 10 ? "-0" : "-") + std::to_string(part);
  return core::Date::parseIso(iso);
}

std::optional<core::Date> withYear(const Part& year, int month, int day, const core::Date& notAfter) {
  if (year.digits == 4) return dayOf(year.value, month, day);
  if (year.digits == 0 || year.digits > 2) return {};
  const int newest = notAfter.year() - notAfter.year() % kCentury + year.value;
  const auto date = dayOf(newest, month, day);
  // No such day in the year that is meant: a slip of the fingers, not a person a hundred years older.
  if (!date || *date <= notAfter) return date;
  return dayOf(newest - kCentury, month, day);
}

bool isShort(const Part& part) {
  return part.digits == 1 || part.digits == 2;
}

std::optional<core::Date> withMonthName(const std::vector<Part>& parts, const core::Date& notAfter) {
  std::vector<Part> numbers;
  int month = 0;
  for (const auto& part : parts) {
    if (part.digits > 0)
      numbers.push_back(part);
    else if (month == 0)
      month = part.value;
    else
      return {};
  }
  if (numbers.size() != 2) return {};
  if (numbers[0].digits == 4) std::swap(numbers[0], numbers[1]);
  if (!isShort(numbers[0])) return {};
  return withYear(numbers[1], month, numbers[0].value, notAfter);
}

// Whether the first two of three numbers are day and month in an order that can't be seen in them.
struct Order {
  bool dayFirst = false;
  bool monthFirst = false;
};
Order possible(const Part& first, const Part& second) {
  return {second.value <= kMonths, first.value <= kMonths};
}

std::optional<core::Date> read(std::string_view written, std::optional<DateOrder> order,
                               const core::Date& notAfter) {
  const auto parts = partsOf(written);
  if (!parts) return {};
  const auto& list = parts->list;
  if (list.size() == 1 && list[0].digits == 8)
    return dayOf(list[0].value / 10'000, list[0].value / 100 % 100, list[0].value % 100);
  if (list.size() != 3) return {};
  if (std::any_of(list.begin(), list.end(), [](const Part& part) { return part.digits == 0; }))
    return withMonthName(list, notAfter);
  if (!isShort(list[1])) return {};
  if (list[0].digits == 4)
    return isShort(list[2]) ? dayOf(list[0].value, list[1].value, list[2].value) : std::nullopt;
  if (!isShort(list[0])) return {};
  const auto can = possible(list[0], list[1]);
  if (!order) {
    if (can.dayFirst && can.monthFirst && list[0].value != list[1].value) return {};
    order = can.dayFirst ? DateOrder::dayFirst : DateOrder::monthFirst;
  }
  return *order == DateOrder::dayFirst ? withYear(list[2], list[1].value, list[0].value, notAfter)
                                       : withYear(list[2], list[0].value, list[1].value, notAfter);
}

}  // namespace

std::optional<core::Date> readWrittenDate(std::string_view written, std::optional<DateOrder> order,
                                          const core::Date& notAfter) {
  const auto date = read(written, order, notAfter);
  if (!date || *date > notAfter || date->yearsUntil(notAfter) > kOldest) return {};
  return date;
}

void DateEvidence::take(std::string_view written) {
  const auto parts = partsOf(written);
  if (!parts || parts->list.size() != 3) return;
  const auto& list = parts->list;
  if (!isShort(list[0]) || !isShort(list[1]) || list[2].digits == 0) return;
  const auto can = possible(list[0], list[1]);
  if (can.dayFirst && can.monthFirst) {
    if (list[0].value == list[1].value) return;
    ++m_open;
    if (parts->dots) ++m_openWithDots;
  } else if (can.dayFirst) {
    ++m_dayFirst;
  } else if (can.monthFirst) {
    ++m_monthFirst;
  }
}

std::optional<DateOrder> DateEvidence::settled() const {
  if (m_dayFirst > 0 && m_monthFirst > 0) return {};
  if (m_dayFirst > 0) return DateOrder::dayFirst;
  if (m_monthFirst > 0) return DateOrder::monthFirst;
  if (m_open > 0 && m_open == m_openWithDots) return DateOrder::dayFirst;
  return {};
}

}  // namespace unknot::exchange

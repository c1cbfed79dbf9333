#include "exchange/person_builder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.h"
#include "unicode/folding.h"

namespace unknot::exchange {
namespace {

constexpr std::string_view kUnreadable = "\xEF\xBF\xBD";

void append(std::string& text, std::string_view separator, std::string_view more) {
  if (!text.empty()) text += separator;
  text += more;
}

// "Müller, Zoë", but not "Zoë Müller, MD".
std::optional<std::pair<std::string, std::string>> lastAndFirst(const std::string& name) {
  constexpr std::array<std::string_view, 14> kTitles{"jr", "sr", "ii",  "iii", "iv",  "md",  "phd",
                                                     "do", "pt", "dpt", "rn",  "lmt", "esq", "msc"};
  const auto comma = name.find(',');
  if (comma == std::string::npos || name.find(',', comma + 1) != std::string::npos) return {};
  std::pair<std::string, std::string> parts{core::trimmed(name.substr(0, comma)),
                                            core::trimmed(name.substr(comma + 1))};
  if (parts.first.empty() || parts.second.empty()) return {};
  std::string title;
  for (const auto& word : unicode::searchWords(parts.second)) title += word;
  if (std::find(kTitles.begin(), kTitles.end(), title) != kTitles.end()) return {};
  return parts;
}

// Fields of one line take no new ones.
bool isOneLine(ColumnMeaning meaning) {
  return meaning != ColumnMeaning::about && meaning != ColumnMeaning::headedNote &&
         meaning != ColumnMeaning::address;
}

// "12" or "12 b": a number of a house goes behind its street.
bool isHouseNumber(const std::string& value) {
  constexpr std::size_t kLongest = 5;
  return value.size() <= kLongest && value.front() >= '0' && value.front() <= '9';
}

}  // namespace

std::string cleaned(std::string_view value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto c = static_cast<unsigned char>(value[i]);
    if (c == '\r') {
      if (i + 1 >= value.size() || value[i + 1] != '\n') text += '\n';
    } else if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) {
      text += kUnreadable;
    } else {
      text += value[i];
    }
  }
  return core::trimmed(text);
}

void PersonBuilder::remark(const char* id, const std::string& heading) {
  m_person.remarks.push_back({std::string("importRemark.") + id, {{"heading", heading}}, {}});
}

void PersonBuilder::note(const std::string& heading, const std::string& value) {
  append(m_notes, "\n", heading.empty() ? value : heading + ": " + value);
}

void PersonBuilder::put(std::string& field, std::string_view separator, std::size_t limit,
                        const std::string& heading, const std::string& value) {
  std::string longer = field;
  append(longer, separator, value);
  if (core::codePointCount(longer) <= limit) {
    field = std::move(longer);
    return;
  }
  note(heading, value);
  remark("long", heading);
}

void PersonBuilder::putOnce(std::string& field, std::size_t limit, const std::string& heading,
                            const std::string& value) {
  if (field.empty()) return put(field, {}, limit, heading, value);
  if (field == value) return;
  note(heading, value);
  remark("second", heading);
}

void PersonBuilder::addBirthDate(const std::string& heading, const std::string& value) {
  const auto date = readWrittenDate(value, m_order, m_context.today);
  if (date && (!m_person.client.birthDate || m_person.client.birthDate == date)) {
    m_person.client.birthDate = date;
    return;
  }
  note(heading, value);
  remark(date ? "second" : "date", heading);
}

void PersonBuilder::addAddress(const std::string& value, bool postalCode) {
  auto& address = m_person.client.address;
  const bool sameLine = m_joinsNext || (!postalCode && isHouseNumber(value));
  append(address, sameLine ? " " : "\n", value);
  m_joinsNext = postalCode;
}

void PersonBuilder::add(ColumnMeaning meaning, const std::string& heading, std::string_view given) {
  if (meaning == ColumnMeaning::leaveOut) return;
  std::string value = cleaned(given);
  if (value.empty()) return;
  if (isOneLine(meaning))
    std::replace_if(
        value.begin(), value.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  if (value.find(kUnreadable) != std::string::npos) remark("unreadable", heading);
  auto& client = m_person.client;
  switch (meaning) {
    case ColumnMeaning::leaveOut:
      return;
    case ColumnMeaning::name:
      return put(client.name, " ", core::kNameLimit, heading, value);
    case ColumnMeaning::firstName:
      return put(m_firstName, " ", core::kNameLimit, heading, value);
    case ColumnMeaning::lastName:
      return put(m_lastName, " ", core::kNameLimit, heading, value);
    case ColumnMeaning::calledAs:
      return putOnce(client.calledAs, core::kNameLimit, heading, value);
    case ColumnMeaning::pronouns:
      return putOnce(client.pronouns, core::kNameLimit, heading, value);
    case ColumnMeaning::birthDate:
      return addBirthDate(heading, value);
    case ColumnMeaning::phone:
      // The same number twice says no more than once.
      if (client.phone.find(value) != std::string::npos) return;
      return put(client.phone, " / ", core::kNameLimit, heading, value);
    case ColumnMeaning::email:
      return putOnce(client.email, core::kNameLimit, heading, value);
    case ColumnMeaning::address:
    case ColumnMeaning::postalCode:
      return addAddress(value, meaning == ColumnMeaning::postalCode);
    case ColumnMeaning::occupation:
      return putOnce(client.occupation, core::kLineLimit, heading, value);
    case ColumnMeaning::emergencyContact:
      return put(client.emergencyContact, ", ", core::kLineLimit, heading, value);
    case ColumnMeaning::about:
      return note({}, value);
    case ColumnMeaning::headedNote:
      return note(heading, value);
  }
}

void PersonBuilder::nameThem(domain::Client& client) {
  const bool both = !m_firstName.empty() && !m_lastName.empty();
  if (client.name.empty()) {
    client.name = m_firstName;
    if (!m_lastName.empty()) append(client.name, " ", m_lastName);
  } else if (const auto parts = lastAndFirst(client.name); parts && !both) {
    client.sortName = client.name;
    client.name = parts->second + " " + parts->first;
  }
  if (both) client.sortName = m_lastName + ", " + m_firstName;
  if (!m_sortName.empty()) client.sortName = m_sortName;
  if (core::codePointCount(client.sortName) > core::kNameLimit) client.sortName.clear();
}

Incoming PersonBuilder::finish(std::size_t line) {
  auto& client = m_person.client;
  m_person.line = line;
  client.language = m_context.language;
  nameThem(client);
  if (core::codePointCount(client.address) > core::kLineLimit) {
    note({}, std::exchange(client.address, {}));
    m_person.remarks.push_back({"importRemark.address", {}, {}});
  }
  client.about = m_notes;
  if (client.name.empty())
    m_person.refusal = core::Message{"importRefusal.name", {}, {}};
  else if (core::codePointCount(client.name) > core::kNameLimit ||
           core::codePointCount(client.about) > core::kTextLimit)
    m_person.refusal = core::Message{"importRefusal.long", {}, {}};
  Incoming finished = std::exchange(m_person, {});
  for (std::string* text : {&m_firstName, &m_lastName, &m_sortName, &m_notes}) text->clear();
  m_joinsNext = false;
  return finished;
}

}  // namespace unknot::exchange

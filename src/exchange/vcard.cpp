#include "exchange/vcard.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/error.h"
#include "core/utf8.h"
#include "exchange/csv.h"

namespace unknot::exchange {
namespace {

constexpr int kEnd = -1;

// Nothing in these is for a person to read.
constexpr std::array<std::string_view, 20> kLeftOut{
    "PHOTO",   "LOGO",      "SOUND",        "KEY",        "VERSION", "PRODID",   "REV",
    "UID",     "SOURCE",    "CLIENTPIDMAP", "KIND",       "XML",     "CALURI",   "FBURL",
    "X-ABUID", "X-ABLABEL", "X-ABADR",      "X-ABSHOWAS", "AGENT",   "CALADRURI"};

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return result;
}

// "item1.TEL;TYPE=home:…" is TEL.
std::string nameOf(std::string_view line) {
  std::string name = upper(line.substr(0, line.find_first_of(":;")));
  const auto group = name.rfind('.');
  return group == std::string::npos ? name : name.substr(group + 1);
}

bool isLeftOut(std::string_view line) {
  return std::find(kLeftOut.begin(), kLeftOut.end(), nameOf(line)) != kLeftOut.end();
}

bool isNamed(std::string_view line, std::string_view name, std::string_view value) {
  const auto colon = line.find(':');
  return colon != line.npos && upper(core::trimmed(line.substr(0, colon))) == name &&
         upper(core::trimmed(line.substr(colon + 1))) == value;
}

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string fromQuotedPrintable(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '=' && i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
    const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
    if (low < 0) {
      bytes += text[i];
      continue;
    }
    bytes += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return bytes;
}

bool isQuotedPrintable(std::string_view line) {
  const auto head = upper(line.substr(0, line.find(':')));
  return head.find("QUOTED-PRINTABLE") != std::string::npos;
}

// Where the value begins: the first colon outside of quotes.
std::size_t colonOf(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == ':' && !quoted) return i;
  }
  return line.npos;
}

void readParameters(std::string_view text, CardProperty& property) {
  std::string word;
  bool quoted = false;
  const auto take = [&] {
    const auto equals = word.find('=');
    const std::string name = upper(word.substr(0, equals));
    const std::string value = equals == std::string::npos ? "" : word.substr(equals + 1);
    if (!name.empty()) {
      auto& all = property.parameters[name];
      all.append(all.empty() ? "" : ",").append(value);
    }
    word.clear();
  };
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (c == ';' && !quoted)
      take();
    else if (c != '"')
      word += c;
  }
  take();
}

std::optional<CardProperty> propertyOf(std::string_view line) {
  const auto colon = colonOf(line);
  if (colon == line.npos) return {};
  CardProperty property;
  property.name = nameOf(line);
  if (property.name.empty()) return {};
  const auto head = line.substr(0, colon);
  if (const auto semicolon = head.find(';'); semicolon != head.npos)
    readParameters(head.substr(semicolon + 1), property);
  property.value = line.substr(colon + 1);
  if (isQuotedPrintable(line)) {
    const std::string bytes = fromQuotedPrintable(property.value);
    const auto charset = property.parameters.find("CHARSET");
    const bool said = charset != property.parameters.end();
    property.value = !said && core::isValidUtf8(bytes)
                         ? bytes
                         : unicode::toUtf8(bytes, said ? charset->second : std::string());
  }
  return property;
}

}  // namespace

int VCardReader::get() {
  const int c = peek();
  if (c != kEnd) ++m_at;
  return c;
}

int VCardReader::peek() {
  if (m_at >= m_piece.size()) {
    m_at = 0;
    if (!m_text.next(m_piece)) return kEnd;
  }
  return static_cast<unsigned char>(m_piece[m_at]);
}

bool VCardReader::readPhysical(std::string& line) {
  if (peek() == kEnd) return false;
  for (;;) {
    const int c = get();
    if (c == '\r' && peek() == '\n') get();
    if (c == kEnd || c == '\r' || c == '\n') break;
    if (line.size() < kCellLimit)
      line += static_cast<char>(c);
    else if (!isLeftOut(line))
      throw core::InputError({"error.import.cellLong",
                              {{"line", std::to_string(m_line)}, {"limit", std::to_string(kCellLimit)}},
                              {}});
  }
  ++m_line;
  return true;
}

bool VCardReader::readLogical(std::string& line) {
  line.clear();
  m_logicalLine = m_line;
  if (!readPhysical(line)) return false;
  const bool soft = isQuotedPrintable(line);
  for (;;) {
    if (soft && line.ends_with('=')) {
      line.pop_back();
      // Some programs fold these as well.
      if (peek() == ' ' || peek() == '\t') get();
      if (!readPhysical(line)) return true;
    } else if (peek() == ' ' || peek() == '\t') {
      get();
      readPhysical(line);
    } else {
      return true;
    }
  }
}

bool VCardReader::next(Card& card) {
  card = {};
  std::string line;
  card.line = std::exchange(m_pendingLine, 0);
  while (card.line == 0) {
    if (!readLogical(line)) return false;
    if (isNamed(line, "BEGIN", "VCARD")) card.line = m_logicalLine;
  }
  bool agent = false;
  int depth = 0;
  while (readLogical(line)) {
    if (isNamed(line, "BEGIN", "VCARD")) {
      if (!agent) {
        m_pendingLine = m_logicalLine;
        return true;
      }
      ++depth;
    } else if (isNamed(line, "END", "VCARD")) {
      if (depth == 0) {
        card.hasEnd = true;
        return true;
      }
      --depth;
    } else if (depth == 0 && !isLeftOut(line)) {
      if (auto property = propertyOf(line)) card.properties.push_back(std::move(*property));
    }
    // The card of an agent stands right behind it.
    if (!core::trimmed(line).empty()) agent = depth > 0 || nameOf(line) == "AGENT";
  }
  return true;
}

std::string unescaped(std::string_view value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 >= value.size()) {
      text += value[i];
      continue;
    }
    const char next = value[++i];
    if (next == 'n' || next == 'N') {
      text += '\n';
    } else {
      if (next != ',' && next != ';' && next != '\\' && next != ':') text += '\\';
      text += next;
    }
  }
  return text;
}

std::vector<std::string> cardParts(std::string_view value, char separator) {
  std::vector<std::string> parts;
  std::string part;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == separator) {
      parts.push_back(unescaped(part));
      part.clear();
      continue;
    }
    part += value[i];
    if (value[i] == '\\' && i + 1 < value.size()) part += value[++i];
  }
  parts.push_back(unescaped(part));
  return parts;
}

}  // namespace unknot::exchange

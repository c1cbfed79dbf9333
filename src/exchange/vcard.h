// Cards of address books (RFC 2426, RFC 6350 and the older 2.1): lines unfolded, values decoded, nothing
// understood yet.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "unicode/encoding.h"

namespace unknot::exchange {

struct CardProperty {
  std::string name;                                            // upper case, without its group: "TEL"
  std::map<std::string, std::string, std::less<>> parameters;  // upper case names; a bare word has no value
  std::string value;  // as written, but for quoted-printable: escapes are still in it
};

struct Card {
  std::size_t line = 0;  // of its BEGIN, from 1
  bool hasEnd = false;   // the file may end, or the next card begin, in the middle of one
  std::vector<CardProperty> properties;
};

class VCardReader {
 public:
  // Keeps the text for as long as it lives.
  explicit VCardReader(unicode::TextDecoder& text) : m_text(text) {}

  // False at the end. Pictures, sounds, keys and what only machines read are left out; lines that are no
  // property are passed over. A card inside another one (an agent) is left out too. Throws InputError
  // ("error.import.cellLong": line, limit).
  bool next(Card& card);

 private:
  int get();
  int peek();
  // Adds to `line`; of what is left out only the beginning is kept. False at the end of the text.
  bool readPhysical(std::string& line);
  bool readLogical(std::string& line);

  unicode::TextDecoder& m_text;
  std::string m_piece;
  std::size_t m_at = 0;
  std::size_t m_line = 1;
  std::size_t m_logicalLine = 1;
  std::string m_pending;  // the BEGIN of a card that came before the END of the one before
  std::size_t m_pendingLine = 0;
};

// The parts of N and ADR, and the values of a list; escapes are resolved.
std::vector<std::string> cardParts(std::string_view value, char separator);
std::string unescaped(std::string_view value);

}  // namespace unknot::exchange

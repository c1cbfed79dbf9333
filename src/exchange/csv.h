// Tables that spreadsheets and other programs write: a row a line, cells between separators, quotes around
// what holds a separator, a quote (doubled) or a new line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "unicode/encoding.h"

namespace unknot::exchange {

inline constexpr std::size_t kCellLimit = 400'000;  // bytes; more than any field of a record takes
inline constexpr std::size_t kColumnLimit = 500;

// Reads one row after the other; lines end in CRLF, CR or LF. Holds one row and one piece of the text.
class CsvReader {
 public:
  // Keeps the text for as long as it lives.
  CsvReader(unicode::TextDecoder& text, char separator) : m_text(text), m_separator(separator) {}

  // False at the end. Rows without anything in them are passed over. Throws InputError:
  // "error.import.cellLong" (line, limit), "error.import.columns" (line, limit), "error.import.quoteOpen"
  // (line in which a quote begins that has no end).
  bool next(std::vector<std::string>& cells);
  // Where the row of the last next() begins, from 1.
  std::size_t line() const { return m_rowLine; }

 private:
  int get();
  int peek();
  void readRow(std::vector<std::string>& cells);
  // Returns what ended it: the separator, '\n', or -1 for the end of the text.
  int readCell(std::string& cell);
  void readQuoted(std::string& cell);
  void add(std::string& cell, char c) const;

  unicode::TextDecoder& m_text;
  char m_separator;
  std::string m_piece;
  std::size_t m_at = 0;
  std::size_t m_line = 1;
  std::size_t m_rowLine = 1;
};

inline constexpr std::string_view kSeparators = ",;\t|";

// The separator that makes the first rows most alike, with more than one column where any does. `start` is
// the beginning of the text; a first line "sep=;" settles it.
char guessSeparator(std::string_view start);
// Whether a row is that first line, which is no row of the table.
bool namesSeparator(const std::vector<std::string>& cells);

}  // namespace unknot::exchange

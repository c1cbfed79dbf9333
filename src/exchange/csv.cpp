#include "exchange/csv.h"

#include <algorithm>
#include <map>

#include "core/error.h"

namespace unknot::exchange {
namespace {

constexpr int kEnd = -1;

core::InputError fault(const char* id, std::size_t line, std::size_t limit = 0) {
  core::Message message{std::string("error.import.") + id, {{"line", std::to_string(line)}}, {}};
  if (limit > 0) message.args.push_back({"limit", std::to_string(limit)});
  return core::InputError(std::move(message));
}

bool isBlank(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); });
}

// How many cells each of the first lines has; quotes keep their separators.
std::vector<std::size_t> widths(std::string_view start, char separator) {
  constexpr std::size_t kLines = 30;
  std::vector<std::size_t> found;
  std::size_t cells = 1;
  bool quoted = false, any = false;
  for (const char c : start) {
    if (found.size() >= kLines) break;
    if (c == '"') quoted = !quoted;
    if (!quoted && c == separator) ++cells;
    if (!quoted && (c == '\n' || c == '\r')) {
      if (any) found.push_back(cells);
      cells = 1;
      any = false;
    } else {
      any = true;
    }
  }
  if (any) found.push_back(cells);
  return found;
}

}  // namespace

int CsvReader::get() {
  const int c = peek();
  if (c != kEnd) ++m_at;
  return c;
}

int CsvReader::peek() {
  if (m_at >= m_piece.size()) {
    m_at = 0;
    if (!m_text.next(m_piece)) return kEnd;
  }
  return static_cast<unsigned char>(m_piece[m_at]);
}

void CsvReader::add(std::string& cell, char c) const {
  if (cell.size() >= kCellLimit) throw fault("cellLong", m_rowLine, kCellLimit);
  cell += c;
}

// Behind the opening quote, up to and with the closing one.
void CsvReader::readQuoted(std::string& cell) {
  const std::size_t begun = m_line;
  for (;;) {
    int c = get();
    if (c == kEnd) throw fault("quoteOpen", begun);
    if (c == '"') {
      if (peek() != '"') return;
      get();
    }
    if (c == '\r') {
      if (peek() == '\n') get();
      c = '\n';
    }
    if (c == '\n') ++m_line;
    add(cell, static_cast<char>(c));
  }
}

int CsvReader::readCell(std::string& cell) {
  if (peek() == '"') {
    get();
    readQuoted(cell);
  }
  // A quote inside a cell that began without one is a letter; so is what stands behind a closing quote.
  for (;;) {
    const int c = get();
    if (c == kEnd) return kEnd;
    if (c == static_cast<unsigned char>(m_separator)) return c;
    if (c == '\r' && peek() == '\n') get();
    if (c == '\r' || c == '\n') {
      ++m_line;
      return '\n';
    }
    add(cell, static_cast<char>(c));
  }
}

void CsvReader::readRow(std::vector<std::string>& cells) {
  std::size_t used = 0;
  m_rowLine = m_line;
  for (;;) {
    if (used >= kColumnLimit) throw fault("columns", m_rowLine, kColumnLimit);
    if (used == cells.size()) cells.emplace_back();
    cells[used].clear();
    const int ended = readCell(cells[used++]);
    if (ended != static_cast<unsigned char>(m_separator)) break;
  }
  cells.resize(used);
}

bool CsvReader::next(std::vector<std::string>& cells) {
  while (peek() != kEnd) {
    readRow(cells);
    if (!isBlank(cells)) return true;
  }
  return false;
}

bool namesSeparator(const std::vector<std::string>& cells) {
  return cells.size() == 2 && cells[0] == "sep=" && cells[1].empty();
}

char guessSeparator(std::string_view start) {
  constexpr std::string_view kNamed = "sep=";
  if (start.starts_with(kNamed) && start.size() > kNamed.size() &&
      kSeparators.find(start[kNamed.size()]) != kSeparators.npos)
    return start[kNamed.size()];
  char best = kSeparators.front();
  std::size_t bestScore = 0;
  for (const char separator : kSeparators) {
    std::map<std::size_t, std::size_t> counts;
    for (const std::size_t width : widths(start, separator))
      if (width > 1) ++counts[width];
    // As many lines as possible of the same width, and of two separators that do as well the one with more
    // cells.
    for (const auto& [width, lines] : counts) {
      const std::size_t score = lines * kColumnLimit + std::min(width, kColumnLimit - 1);
      if (score <= bestScore) continue;
      bestScore = score;
      best = separator;
    }
  }
  return best;
}

}  // namespace unknot::exchange

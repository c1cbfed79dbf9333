#include "domain/shorthand.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "core/error.h"
#include "core/utf8.h"
#include "domain/region_names.h"

namespace unknot::domain {
namespace {

using core::Message;

struct SideWord {
  std::string_view word;
  Side side;
  bool both = false;
};
// Not "rl": that is the code of the lower belly.
constexpr std::array kSides{SideWord{"l", Side::left},        SideWord{"r", Side::right},
                            SideWord{"lr", Side::left, true}, SideWord{"left", Side::left},
                            SideWord{"right", Side::right},   SideWord{"both", Side::left, true}};

constexpr std::array<std::pair<char, char>, 3> kEscapes{{{'n', '\n'}, {'r', '\r'}, {'t', '\t'}}};
constexpr std::array<std::string_view, 2> kArrows{">", "→"};
constexpr std::array<std::string_view, 4> kDashes{"-", "–", "—", "−"};

struct QuoteMarks {
  std::string_view opening;
  std::array<std::string_view, 2> closing;
};
constexpr std::array<QuoteMarks, 4> kQuotes{
    {{"\"", {"\"", "\""}}, {"“", {"”", "”"}}, {"”", {"”", "”"}}, {"„", {"“", "”"}}}};
constexpr std::array<std::string_view, 4> kQuoteMarks{"\"", "“", "”", "„"};

// An ambiguous word may mean half the body; more than these don't help.
constexpr std::size_t kMostNamed = 5;
// Beginnings of what was typed that are tried for a region; no name has more words.
constexpr std::size_t kMostWords = 8;

// Length of the one of `words` that `text` begins with, else 0.
template <std::size_t N>
std::size_t lengthOf(const std::array<std::string_view, N>& words, std::string_view text) {
  for (const auto word : words)
    if (text.starts_with(word)) return word.size();
  return 0;
}

template <class Table>
auto findWord(const Table& table, std::string_view word) {
  const auto found = std::find_if(std::begin(table), std::end(table),
                                  [&](const auto& row) { return isSameWord(row.letter, word); });
  return found == std::end(table) ? nullptr : &*found;
}

bool isMark(std::string_view word) {
  return findWord(kFindingLetters, word) != nullptr || findWord(kTechniqueLetters, word) != nullptr;
}

const SideWord* sideOf(std::string_view word) {
  const auto found =
      std::find_if(kSides.begin(), kSides.end(), [&](const SideWord& s) { return isSameWord(s.word, word); });
  return found == kSides.end() ? nullptr : &*found;
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

struct Token {
  enum class Kind { word, level, arrow, dash, note, semicolon, end, broken };
  Kind kind = Kind::end;
  std::size_t at = 0;  // bytes
  std::string_view text;
  std::string note;        // of a note, without escapes
  std::string_view fault;  // of a broken one: the id of its message
};

// A line as tokens, from the left. A broken note is a token too, so that each reader decides what it means.
class Scanner {
 public:
  explicit Scanner(std::string_view line) : m_line(line) {}

  Token next() {
    while (const std::size_t blank = blankAt(m_at)) m_at += blank;
    const std::string_view rest = m_line.substr(m_at);
    if (rest.empty()) return taken(Token::Kind::end, 0);
    if (rest.front() == ';') return taken(Token::Kind::semicolon, 1);
    if (const auto arrow = lengthOf(kArrows, rest)) return taken(Token::Kind::arrow, arrow);
    for (const auto& marks : kQuotes)
      if (rest.starts_with(marks.opening)) return note(marks);
    std::size_t end = m_at;
    while (end < m_line.size() && !endsWord(end)) ++end;
    const std::string_view text = m_line.substr(m_at, end - m_at);
    const std::size_t dash = lengthOf(kDashes, text);
    if (dash == text.size()) return taken(Token::Kind::dash, text.size());
    return taken(isDigit(text[dash]) ? Token::Kind::level : Token::Kind::word, text.size());
  }

 private:
  std::size_t blankAt(std::size_t at) const {
    constexpr std::string_view kBlanks = " \t\r\n,()";
    constexpr std::string_view kNoBreak = "\xC2\xA0";
    const std::string_view rest = m_line.substr(at);
    if (rest.empty()) return 0;
    if (kBlanks.find(rest.front()) != kBlanks.npos) return 1;
    return rest.starts_with(kNoBreak) ? kNoBreak.size() : 0;
  }

  bool endsWord(std::size_t at) const {
    const std::string_view rest = m_line.substr(at);
    return blankAt(at) > 0 || rest.front() == ';' || lengthOf(kArrows, rest) > 0 ||
           lengthOf(kQuoteMarks, rest) > 0;
  }

  Token taken(Token::Kind kind, std::size_t length) {
    Token token;
    token.kind = kind;
    token.at = m_at;
    token.text = m_line.substr(m_at, length);
    m_at += length;
    return token;
  }

  static Token broken(std::string_view fault, std::size_t at) {
    Token token;
    token.kind = Token::Kind::broken;
    token.at = at;
    token.fault = fault;
    return token;
  }

  Token note(const QuoteMarks& marks) {
    Token token;
    token.kind = Token::Kind::note;
    token.at = m_at;
    for (std::size_t at = m_at + marks.opening.size(); at < m_line.size();) {
      const std::string_view rest = m_line.substr(at);
      const auto byte = static_cast<unsigned char>(rest.front());
      if (const auto closing = lengthOf(marks.closing, rest)) {
        m_at = at + closing;
        if (!core::isValidUtf8(token.note)) return broken("shorthand.character", token.at);
        if (core::codePointCount(token.note) > core::kTextLimit)
          return broken("shorthand.noteLong", token.at);
        return token;
      }
      if (rest.front() == '\\') {
        const std::size_t length = escape(rest.substr(1), token.note);
        if (length == 0) return broken("shorthand.escape", at);
        at += 1 + length;
      } else if ((byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7F) {
        return broken("shorthand.character", at);
      } else {
        token.note += rest.front();
        ++at;
      }
    }
    return broken("shorthand.quote", token.at);
  }

  // Adds what an escape stands for; gives its length after the backslash, 0 when it is none.
  static std::size_t escape(std::string_view text, std::string& note) {
    if (text.empty()) return 0;
    for (const auto& [letter, meaning] : kEscapes)
      if (text.front() == letter) {
        note += meaning;
        return 1;
      }
    const std::size_t length = text.front() == '\\' ? 1 : lengthOf(kQuoteMarks, text);
    note += text.substr(0, length);
    return length;
  }

  std::string_view m_line;
  std::size_t m_at = 0;
};

// "QL (Quadratus lumborum), UT (Upper trapezius)": codes, and the names that were begun.
std::string listed(const std::vector<NamedRegion>& regions) {
  std::string list;
  for (std::size_t i = 0; i < std::min(regions.size(), kMostNamed); ++i)
    list += (i > 0 ? ", " : "") + regions[i].region->code + " (" + std::string(regions[i].name) + ")";
  return regions.size() > kMostNamed ? list + " …" : list;
}

class LineReader {
 public:
  LineReader(const BodyAtlas& atlas, std::string_view line) : m_atlas(atlas), m_line(line), m_scanner(line) {
    advance();
  }

  std::vector<ShorthandEntry> read() {
    std::vector<ShorthandEntry> entries;
    while (m_next.kind != Token::Kind::end)
      if (m_next.kind == Token::Kind::semicolon)
        advance();
      else
        entries.push_back(readEntry());
    return entries;
  }

 private:
  [[noreturn]] void fault(std::string_view id, std::size_t at, std::vector<Message::Arg> args = {}) const {
    args.push_back({"place", std::to_string(core::codePointCount(m_line.substr(0, at)) + 1)});
    throw core::InputError({std::string(id), std::move(args), {}});
  }

  void advance() { m_next = m_scanner.next(); }

  bool atEntryEnd() const { return m_next.kind == Token::Kind::semicolon || m_next.kind == Token::Kind::end; }

  ShorthandEntry readEntry() {
    const SideWord* side = m_next.kind == Token::Kind::word ? sideOf(m_next.text) : nullptr;
    if (!side) fault("shorthand.side", m_next.at);
    advance();
    const BodyRegion& region = readRegion(side->side);
    ShorthandEntry entry;
    entry.regions.push_back(region.slug);
    if (side->both)
      if (const BodyRegion* mirror = m_atlas.mirror(region)) entry.regions.push_back(mirror->slug);
    if (atEntryEnd()) fault("shorthand.nothing", m_next.at, {{"region", region.code}});
    if (m_next.kind == Token::Kind::dash) {
      advance();
      if (!atEntryEnd()) fault("shorthand.clear", m_next.at);
      entry.clear = true;
    }
    while (!atEntryEnd()) readPart(entry, region);
    return entry;
  }

  const BodyRegion& readRegion(Side side) {
    std::vector<std::string_view> words;
    while (m_next.kind == Token::Kind::word && (words.empty() || !isMark(m_next.text))) {
      words.push_back(m_next.text);
      advance();
    }
    if (words.empty()) fault("shorthand.regionMissing", m_next.at);
    const auto place = [&](std::string_view word) {
      return static_cast<std::size_t>(word.data() - m_line.data());
    };
    const std::size_t begin = place(words.front());
    // All of it is the region, or else the longest beginning that is one or near one tells what is wrong.
    for (std::size_t count = words.size(); count > 0; count = std::min(count - 1, kMostWords)) {
      const std::string_view last = words[count - 1];
      const std::string_view typed = m_line.substr(begin, place(last) + last.size() - begin);
      const auto meant = regionsMeant(m_atlas, typed, side);
      if (meant.size() == 1 && count == words.size()) return *meant.front().region;
      if (meant.size() == 1) strayWord(words[count], place(words[count]), *meant.front().region);
      if (!meant.empty())
        fault("shorthand.ambiguous", begin, {{"words", std::string(typed)}, {"candidates", listed(meant)}});
      const auto near = regionsNear(m_atlas, typed, side);
      if (!near.empty())
        fault("shorthand.regionNear", begin, {{"words", std::string(typed)}, {"near", listed(near)}});
    }
    // What is like no region at all may be a note without its quotes, and is not repeated.
    fault("shorthand.regionUnknown", begin);
  }

  [[noreturn]] void strayWord(std::string_view word, std::size_t at, const BodyRegion& region) const {
    if (sideOf(word)) fault("shorthand.nextEntry", at);
    fault("shorthand.word", at, {{"region", region.code}});
  }

  void readPart(ShorthandEntry& entry, const BodyRegion& region) {
    switch (m_next.kind) {
      case Token::Kind::level:
        if (entry.before) fault("shorthand.levelTwice", m_next.at);
        entry.before = readLevel();
        return;
      case Token::Kind::arrow:
        if (entry.after) fault("shorthand.levelTwice", m_next.at);
        advance();
        entry.after = readLevel();
        return;
      case Token::Kind::note:
        if (entry.note) fault("shorthand.noteTwice", m_next.at);
        entry.note = std::move(m_next.note);
        break;
      case Token::Kind::dash:
        fault("shorthand.clear", m_next.at);
      case Token::Kind::broken:
        fault(m_next.fault, m_next.at);
      default:
        if (const auto finding = findWord(kFindingLetters, m_next.text); finding != nullptr)
          entry.findings.*finding->flag = true;
        else if (const auto technique = findWord(kTechniqueLetters, m_next.text); technique != nullptr)
          entry.techniques.*technique->flag = true;
        else
          strayWord(m_next.text, m_next.at, region);
    }
    advance();
  }

  Tension readLevel() {
    if (m_next.kind != Token::Kind::level) fault("shorthand.levelMissing", m_next.at);
    const int digit = m_next.text.front() - '0';
    if (m_next.text.size() != 1 || digit > Tension::kHighest) fault("shorthand.level", m_next.at);
    advance();
    return Tension(digit);
  }

  const BodyAtlas& m_atlas;
  std::string_view m_line;
  Scanner m_scanner;
  Token m_next;
};

std::string quoted(std::string_view note) {
  std::string text = "\"";
  for (const char c : note) {
    const auto escape =
        std::find_if(kEscapes.begin(), kEscapes.end(), [&](const auto& e) { return e.second == c; });
    if (escape != kEscapes.end() || c == '"' || c == '\\') text += '\\';
    text += escape != kEscapes.end() ? escape->first : c;
  }
  return text + "\"";
}

}  // namespace

std::vector<ShorthandEntry> parseShorthand(const BodyAtlas& atlas, std::string_view line) {
  return LineReader(atlas, line).read();
}

void apply(SessionContent& content, const ShorthandEntry& entry) {
  for (const auto& region : entry.regions) {
    RegionFinding finding;
    finding.region = region;
    if (const RegionFinding* now = findingOf(content, region); now && !entry.clear) finding = *now;
    if (entry.before) finding.before = entry.before;
    if (entry.after) finding.after = entry.after;
    for (const auto& [word, member] : kFindingLetters) finding.findings.*member |= entry.findings.*member;
    for (const auto& [word, member] : kTechniqueLetters)
      finding.techniques.*member |= entry.techniques.*member;
    if (entry.note) finding.note = *entry.note;
    setFinding(content, finding);
  }
}

std::string printShorthand(const BodyAtlas& atlas, const RegionFinding& finding) {
  const BodyRegion& region = atlas.require("region", finding.region);
  std::string text = (region.side == Side::left ? "L " : "R ") + region.code;
  if (finding.isEmpty()) return text + " -";
  if (finding.before || finding.after) text += ' ';
  if (finding.before) text += std::to_string(finding.before->value());
  if (finding.after) text += '>' + std::to_string(finding.after->value());
  for (const auto& [word, member] : kFindingLetters)
    if (finding.findings.*member) text.append(" ").append(word);
  for (const auto& [word, member] : kTechniqueLetters)
    if (finding.techniques.*member) text.append(" ").append(word);
  if (!finding.note.empty()) text += ' ' + quoted(finding.note);
  return text;
}

std::string_view regionBeingTyped(std::string_view line) {
  enum class Expected { side, region, more };
  auto expected = Expected::side;
  Scanner scanner(line);
  std::string_view words;
  for (Token token = scanner.next(); token.kind != Token::Kind::end; token = scanner.next()) {
    if (token.kind == Token::Kind::broken) return {};
    const bool word = token.kind == Token::Kind::word;
    if (token.kind == Token::Kind::semicolon) {
      expected = Expected::side;
    } else if (expected == Expected::side) {
      expected = word && sideOf(token.text) ? Expected::region : Expected::more;
    } else if (word && expected == Expected::region && (words.empty() || !isMark(token.text))) {
      const std::size_t begin =
          words.empty() ? token.at : static_cast<std::size_t>(words.data() - line.data());
      words = line.substr(begin, token.at + token.text.size() - begin);
      continue;
    } else {
      expected = Expected::more;
    }
    words = {};
  }
  return words;
}

}  // namespace unknot::domain

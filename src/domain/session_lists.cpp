#include "domain/session_lists.h"

#include <algorithm>

namespace unknot::domain {
namespace {

bool isCodeLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// "foo;bar" is a word with a semicolon in it, no phrase.
bool endsAWord(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '(' || c == '"' || c == '-' || c == '/';
}

}  // namespace

PhraseSpot phraseBefore(const SessionLists& lists, std::string_view typed, std::size_t caret) {
  const std::size_t end = std::min(caret, typed.size());
  std::size_t start = end;
  while (start > 0 && isCodeLetter(typed[start - 1])) --start;
  if (start == end || start == 0 || typed[start - 1] != ';') return {};
  const std::size_t at = start - 1;
  if (at > 0 && !endsAWord(typed[at - 1])) return {};
  const auto found = lists.phrases.find(typed.substr(start, end - start));
  if (found == lists.phrases.end()) return {};
  return {at, end - at, &found->second};
}

}  // namespace unknot::domain

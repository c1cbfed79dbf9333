#include "domain/region_words.h"

#include <algorithm>
#include <utility>

namespace unknot::domain {
namespace {

bool canBeRead(std::string_view word) {
  return word.find_first_of("aeiouy") != std::string_view::npos;
}

// A code in small letters is only taken for one where nothing else can be meant.
bool standsForItsCode(const std::vector<NoteWord>& words, std::size_t at) {
  const NoteWord& word = words[at];
  if (word.capitals || word.word.size() > 2) return true;
  if (at == 0) return false;
  const NoteWord& before = words[at - 1];
  return before.is(kSideLetter) || (before.is(kLeft | kRight | kBoth) && !canBeRead(word.word));
}

// As a stem of a phrase: "Low back, side" is typed with its comma as well.
constexpr std::string_view kComma = ",";

std::vector<std::string> stemsOf(const std::vector<NoteWord>& words, std::size_t first, std::size_t end) {
  std::vector<std::string> stems;
  for (std::size_t i = first; i < end; ++i)
    if (words[i].isWord() && !words[i].is(kDeterminer)) stems.push_back(words[i].stem);
  return stems;
}

}  // namespace

RegionWords::RegionWords(const BodyAtlas& atlas) {
  for (const auto& region : atlas.regions()) {
    add(region.code, region.base, true);
    add(region.name, region.base, false);
    add(region.anatomicalName, region.base, false);
    for (const auto& alias : region.aliases) add(alias, region.base, false);
    for (const auto& word : region.everyday) add(word, region.base, false);
  }
  for (auto& [first, phrases] : m_byFirst)
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const Phrase& a, const Phrase& b) { return a.stems.size() > b.stems.size(); });
}

// "Rectus abdominis, upper" is also "upper rectus abdominis"; what stands in parentheses is a name as well.
void RegionWords::add(std::string_view text, const std::string& base, bool code) {
  const auto words = noteWords(text);
  const auto find = [&](NoteSign sign) {
    return static_cast<std::size_t>(
        std::find_if(words.begin(), words.end(), [&](const NoteWord& w) { return w.sign == sign; }) -
        words.begin());
  };
  const std::size_t open = find(NoteSign::open);
  if (open < words.size()) addWords(stemsOf(words, open, words.size()), base, code);
  const std::size_t comma = std::min(find(NoteSign::comma), open);
  auto plain = stemsOf(words, 0, comma);
  auto qualified = stemsOf(words, comma, open);
  if (!qualified.empty()) {
    auto turned = qualified;
    turned.insert(turned.end(), plain.begin(), plain.end());
    addWords(std::move(turned), base, code);
  }
  if (!qualified.empty()) {
    auto asWritten = plain;
    asWritten.emplace_back(kComma);
    asWritten.insert(asWritten.end(), qualified.begin(), qualified.end());
    addWords(std::move(asWritten), base, code);
  }
  plain.insert(plain.end(), qualified.begin(), qualified.end());
  addWords(std::move(plain), base, code);
}

void RegionWords::addWords(std::vector<std::string> stems, const std::string& base, bool code) {
  if (stems.empty()) return;
  auto& phrases = m_byFirst[stems.front()];
  const auto same =
      std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& p) { return p.stems == stems; });
  if (same == phrases.end()) {
    phrases.push_back({std::move(stems), {base}, code});
    return;
  }
  same->code = same->code && code;
  if (std::find(same->bases.begin(), same->bases.end(), base) == same->bases.end())
    same->bases.push_back(base);
}

std::optional<RegionMention> RegionWords::at(const std::vector<NoteWord>& words, std::size_t first) const {
  if (!words[first].isWord()) return {};
  const auto phrases = m_byFirst.find(words[first].stem);
  if (phrases == m_byFirst.end()) return {};
  for (const auto& phrase : phrases->second) {
    if (phrase.code && !standsForItsCode(words, first)) continue;
    RegionMention mention{first, first, &phrase.bases, {}};
    std::size_t matched = 1;
    for (std::size_t i = first + 1; matched < phrase.stems.size(); ++i) {
      const bool comma = words[i].sign == NoteSign::comma && phrase.stems[matched] == kComma;
      if (comma) {
        ++matched;
      } else if (!words[i].isWord()) {
        break;
      } else if (words[i].stem == phrase.stems[matched]) {
        mention.last = i;
        ++matched;
      } else if (words[i].is(kLeft | kRight) && words[i - 1].is(kPlace | kDeterminer) &&
                 !mention.sideWithin) {
        mention.sideWithin = i;
      } else if (!words[i].is(kDeterminer)) {
        break;
      }
    }
    if (matched == phrase.stems.size()) return mention;
  }
  return {};
}

std::vector<RegionMention> RegionWords::in(const std::vector<NoteWord>& words) const {
  std::vector<RegionMention> mentions;
  for (std::size_t i = 0; i < words.size();) {
    auto mention = at(words, i);
    // "LT" is the lower trapezius, but "LT hip" is the left one.
    if (mention && words[i].is(kSideLetter) && i + 1 < words.size() && at(words, i + 1)) mention.reset();
    i = mention ? mention->last + 1 : i + 1;
    if (mention) mentions.push_back(*mention);
  }
  return mentions;
}

}  // namespace unknot::domain

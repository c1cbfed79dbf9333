#include "domain/lookalike.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace unknot::domain {
namespace {

constexpr std::size_t kMostWords = 5;       // of a name, looked at
constexpr std::size_t kMostLetters = 24;    // of a word, looked at
constexpr std::size_t kMostInBlock = 300;   // people who share a key, looked at
constexpr std::size_t kShortestPhone = 6;   // digits
constexpr std::size_t kPhoneEnd = 7;        // digits that two ways of writing a number share
constexpr std::size_t kShortestMended = 4;  // letters of a word that may have a slip in it

// In code points, so that a letter is a letter in every script.
using Word = std::u32string;
using WordView = std::u32string_view;

// Folded texts are valid UTF-8.
Word lettersOf(std::string_view text) {
  Word letters;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      letters += static_cast<char32_t>(byte);
    else if (byte >= 0xC0)
      letters += static_cast<char32_t>(byte & (byte >= 0xF0 ? 0x07U : byte >= 0xE0 ? 0x0FU : 0x1FU));
    else if (!letters.empty())
      letters.back() = letters.back() << 6 | (byte & 0x3FU);
  }
  return letters;
}

// "mueller" is "muller": the umlaut's own spelling, on both sides.
Word plainWord(const std::string& word) {
  Word plain;
  const Word letters = lettersOf(word);
  for (std::size_t i = 0; i < letters.size() && plain.size() < kMostLetters; ++i) {
    plain += letters[i];
    const bool umlaut = letters[i] == U'a' || letters[i] == U'o' || letters[i] == U'u';
    if (umlaut && i + 1 < letters.size() && letters[i + 1] == U'e') ++i;
  }
  return plain;
}

std::vector<Word> plainWords(const std::vector<std::string>& words) {
  std::vector<Word> plain;
  for (const auto& word : words) plain.push_back(plainWord(word));
  std::sort(plain.begin(), plain.end());
  return plain;
}

// One letter added, missing, another one, or two that changed places.
bool isOneSlip(WordView a, WordView b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (b.size() < kShortestMended || a.size() - b.size() > 1) return false;
  std::size_t same = 0;
  while (same < b.size() && a[same] == b[same]) ++same;
  const auto restA = a.substr(same), restB = b.substr(same);
  if (a.size() > b.size()) return restA.substr(1) == restB;
  if (restA.empty()) return false;
  if (restA.substr(1) == restB.substr(1)) return true;
  return restA.size() > 1 && restA[0] == restB[1] && restA[1] == restB[0] &&
         restA.substr(2) == restB.substr(2);
}

struct Words {
  std::vector<Word> onlyA, onlyB;
  std::size_t shared = 0;
};

Words split(const std::vector<Word>& a, const std::vector<Word>& b) {
  Words words;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(words.onlyA));
  std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(words.onlyB));
  words.shared = a.size() - words.onlyA.size();
  return words;
}

// Each word of the one has its like among those of the other.
bool allSlips(const std::vector<Word>& a, std::vector<Word> b) {
  for (const auto& word : a) {
    const auto like =
        std::find_if(b.begin(), b.end(), [&](const auto& other) { return isOneSlip(word, other); });
    if (like == b.end()) return false;
    b.erase(like);
  }
  return true;
}

NameLikeness compareNames(const std::vector<Word>& a, const std::vector<Word>& b, std::size_t mostSlips) {
  constexpr std::size_t kFewestOfMore = 2;
  if (a.empty() || b.empty()) return NameLikeness::different;
  const Words words = split(a, b);
  if (words.onlyA.empty() && words.onlyB.empty()) return NameLikeness::same;
  if (words.onlyA.empty() || words.onlyB.empty())
    return words.shared >= kFewestOfMore ? NameLikeness::similar : NameLikeness::different;
  const auto& fewer = words.onlyA.size() <= words.onlyB.size() ? words.onlyA : words.onlyB;
  const auto& more = words.onlyA.size() <= words.onlyB.size() ? words.onlyB : words.onlyA;
  if (fewer.size() > mostSlips) return NameLikeness::different;
  // A slip in the only word there is would fit too many.
  if (fewer.size() != more.size() && fewer.size() + words.shared < kFewestOfMore)
    return NameLikeness::different;
  return allSlips(fewer, more) ? NameLikeness::similar : NameLikeness::different;
}

std::string_view withoutZeros(std::string_view digits) {
  const auto start = digits.find_first_not_of('0');
  return start == digits.npos ? std::string_view() : digits.substr(start);
}

bool samePhone(const std::string& a, const std::string& b) {
  const auto one = withoutZeros(a), other = withoutZeros(b);
  if (std::min(one.size(), other.size()) < kShortestPhone) return false;
  return one.size() >= other.size() ? one.ends_with(other) : other.ends_with(one);
}

template <class Same>
bool share(const std::vector<std::string>& a, const std::vector<std::string>& b, Same same) {
  return std::any_of(a.begin(), a.end(), [&](const auto& one) {
    return std::any_of(b.begin(), b.end(), [&](const auto& other) { return same(one, other); });
  });
}

// FNV-1a. Two keys that fall together only cost one comparison.
class Key {
 public:
  explicit Key(char32_t kind) { mix(kind); }
  template <class Text>
  Key& add(const Text& text) {
    for (const auto letter : text) mix(static_cast<char32_t>(letter));
    mix(kBetween);
    return *this;
  }
  std::uint64_t value() const { return m_hash; }

 private:
  static constexpr char32_t kBetween = 0x110000;  // no letter
  void mix(char32_t letter) { m_hash = (m_hash ^ letter) * 1'099'511'628'211ULL; }

  std::uint64_t m_hash = 14'695'981'039'346'656'037ULL;
};

// A word, and the word with each of its letters left out: two words with one slip between them share one.
std::vector<Word> variants(const Word& word) {
  std::vector<Word> all{word};
  if (word.size() < kShortestMended) return all;
  for (std::size_t i = 0; i < word.size(); ++i) all.push_back(word.substr(0, i) + word.substr(i + 1));
  return all;
}

std::uint64_t pairKey(const Word& a, const Word& b) {
  return a < b ? Key(U'n').add(a).add(b).value() : Key(U'n').add(b).add(a).value();
}

void addNameKeys(const std::vector<Word>& words, std::vector<std::uint64_t>& keys) {
  const std::size_t count = std::min(words.size(), kMostWords);
  if (count == 1)
    for (const auto& one : variants(words[0])) keys.push_back(Key(U'w').add(one).value());
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = i + 1; j < count; ++j) {
      for (const auto& one : variants(words[i])) keys.push_back(pairKey(one, words[j]));
      for (const auto& other : variants(words[j])) keys.push_back(pairKey(words[i], other));
    }
}

std::vector<std::uint64_t> keysOf(const PersonMarks& marks) {
  std::vector<std::uint64_t> keys;
  const auto words = plainWords(marks.nameWords);
  addNameKeys(words, keys);
  if (marks.birthDate) {
    const std::string day = marks.birthDate->toIso();
    for (const auto& word : words) keys.push_back(Key(U'd').add(day).add(word.substr(0, 1)).value());
  }
  for (const auto& phone : marks.phones) {
    const auto digits = withoutZeros(phone);
    if (digits.size() < kShortestPhone) continue;
    const std::size_t end = std::min(digits.size(), kPhoneEnd);
    keys.push_back(Key(U'p').add(digits.substr(digits.size() - end)).value());
    // A number of six digits may be the end of a longer one.
    if (end > kShortestPhone)
      keys.push_back(Key(U'p').add(digits.substr(digits.size() - kShortestPhone)).value());
  }
  for (const auto& email : marks.emails) keys.push_back(Key(U'e').add(email).value());
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace

bool Likeness::isMatch() const {
  return (name != NameLikeness::different && !otherBirthDate) || samePhone || sameEmail;
}

bool Likeness::isSure() const {
  return name == NameLikeness::same && !otherBirthDate && (sameBirthDate || samePhone || sameEmail);
}

std::vector<std::string_view> Likeness::signs() const {
  std::vector<std::string_view> words;
  const auto add = [&](bool is, std::string_view word) {
    if (is) words.push_back(word);
  };
  add(name == NameLikeness::same, "same-name");
  add(name == NameLikeness::similar, "similar-name");
  add(sameBirthDate, "same-birth-date");
  add(otherBirthDate, "other-birth-date");
  add(samePhone, "same-phone");
  add(sameEmail, "same-email");
  return words;
}

int Likeness::rank() const {
  const int names = name == NameLikeness::same ? 8 : name == NameLikeness::similar ? 4 : 0;
  return names + (sameBirthDate ? 4 : 0) + (samePhone ? 2 : 0) + (sameEmail ? 2 : 0) -
         (otherBirthDate ? 6 : 0);
}

Likeness compare(const PersonMarks& a, const PersonMarks& b) {
  Likeness likeness;
  likeness.sameBirthDate = a.birthDate && a.birthDate == b.birthDate;
  likeness.otherBirthDate = a.birthDate && b.birthDate && a.birthDate != b.birthDate;
  likeness.name =
      compareNames(plainWords(a.nameWords), plainWords(b.nameWords), likeness.sameBirthDate ? 2 : 1);
  likeness.samePhone = share(a.phones, b.phones, samePhone);
  likeness.sameEmail = share(a.emails, b.emails, std::equal_to<>());
  return likeness;
}

std::size_t LookalikeIndex::add(PersonMarks marks) {
  const std::size_t number = m_people.size();
  for (const auto key : keysOf(marks)) {
    auto& block = m_blocks[key];
    if (block.size() < kMostInBlock) block.push_back(static_cast<std::uint32_t>(number));
  }
  m_people.push_back(std::move(marks));
  return number;
}

std::vector<LookalikeIndex::Found> LookalikeIndex::find(const PersonMarks& marks, std::size_t most) const {
  std::vector<std::uint32_t> candidates;
  for (const auto key : keysOf(marks))
    if (const auto block = m_blocks.find(key); block != m_blocks.end())
      candidates.insert(candidates.end(), block->second.begin(), block->second.end());
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<Found> found;
  for (const auto number : candidates)
    if (const auto likeness = compare(marks, m_people[number]); likeness.isMatch())
      found.push_back({number, likeness});
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.likeness.rank() > b.likeness.rank(); });
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace unknot::domain

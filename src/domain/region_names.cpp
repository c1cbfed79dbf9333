#include "domain/region_names.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace unknot::domain {
namespace {

// Longer is no slip in a name, and would take long to compare.
constexpr std::size_t kLongestNear = 60;
constexpr std::size_t kLettersASlip = 3;
// More make another word of it.
constexpr std::size_t kMostSlips = 3;
// So little is near to many names, and only codes are so short.
constexpr std::size_t kCodeLength = 2;

char lowered(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Bytes of what stands between words at the beginning of `text`; 0 for a letter.
std::size_t gapAt(std::string_view text) {
  switch (text.front()) {
    case ' ':
    case '\t':
    case '\r':
    case '\n':
    case ',':
    case '(':
    case ')':
    case '-':
    case '.':
      return 1;
    default:
      return text.starts_with("\xC2\xA0") ? 2 : 0;  // no-break space
  }
}

// Best first.
enum class Fit { code, name, beginning, wordBeginnings, codeBeginning, none };

// How typed words fit a name: name, beginning, wordBeginnings or none.
Fit fitOf(std::string_view typed, std::string_view name) {
  Fit fit = Fit::name;
  for (bool cut = false;;) {
    const std::string_view word = nextWord(typed);
    const std::string_view whole = nextWord(name);
    if (word.empty()) return fit == Fit::name && (cut || !whole.empty()) ? Fit::beginning : fit;
    if (!isSameWord(word, whole.substr(0, word.size()))) return Fit::none;
    // Only the last word typed may be cut short in the beginning of a name.
    if (cut) fit = Fit::wordBeginnings;
    cut = word.size() < whole.size();
  }
}

struct Found {
  NamedRegion named;
  Fit fit = Fit::none;
};

Found find(const BodyRegion& region, std::string_view words) {
  Found best{{&region, region.name}, Fit::none};
  const Fit code = fitOf(words, region.code);
  if (code != Fit::none) best.fit = code == Fit::name ? Fit::code : Fit::codeBeginning;
  const auto consider = [&](std::string_view name) {
    if (const Fit fit = fitOf(words, name); fit < best.fit) best = {{&region, name}, fit};
  };
  consider(region.name);
  consider(region.anatomicalName);
  for (const auto& alias : region.aliases) consider(alias);
  return best;
}

bool holdsNoWord(std::string_view text) {
  return nextWord(text).empty();
}

// Lower case, one space between words.
std::string plain(std::string_view text) {
  std::string result;
  for (auto word = nextWord(text); !word.empty(); word = nextWord(text)) {
    if (!result.empty()) result += ' ';
    for (const char c : word) result += lowered(c);
  }
  return result;
}

// Edits between `typed` and each beginning of `name`, by its length: the last row of the table of optimal
// string alignment. Counts bytes: a letter beyond A to Z weighs twice.
std::vector<std::size_t> editsToBeginnings(std::string_view typed, std::string_view name) {
  std::vector<std::size_t> row(name.size() + 1);
  std::vector<std::size_t> above;
  std::vector<std::size_t> twoAbove;
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= typed.size(); ++i) {
    twoAbove = std::exchange(above, row);
    row[0] = i;
    for (std::size_t j = 1; j < row.size(); ++j) {
      const bool same = typed[i - 1] == name[j - 1];
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && typed[i - 1] == name[j - 2] && typed[i - 2] == name[j - 1])
        row[j] = std::min(row[j], twoAbove[j - 2] + 1);
    }
  }
  return row;
}

// The least edits that make `typed` (plain) the name, or a beginning of it; none when they are more than
// `slips`.
std::optional<std::size_t> edits(std::string_view typed, std::string_view name, std::size_t slips,
                                 bool whole) {
  if (name.size() + slips < typed.size()) return {};
  if (whole && name.size() > typed.size() + slips) return {};
  const auto each = editsToBeginnings(typed, name.substr(0, typed.size() + slips));
  const std::size_t least = whole ? each.back() : *std::min_element(each.begin(), each.end());
  return least <= slips ? std::optional(least) : std::nullopt;
}

// Smaller is nearer: fewer edits, and among the same a right first letter, then the first word of the name.
using Distance = std::tuple<std::size_t, bool, bool>;

struct Near {
  NamedRegion named;
  Distance distance;
};

// How near `typed` (plain) comes to a region.
std::optional<Near> nearness(const BodyRegion& region, std::string_view typed) {
  const std::size_t slips = std::clamp<std::size_t>(typed.size() / kLettersASlip, 1, kMostSlips);
  const std::size_t codeSlips = typed.size() > 1 ? slips : 0;
  const std::size_t nameSlips = typed.size() > kCodeLength ? slips : 0;
  std::optional<Near> best;
  const auto consider = [&](std::optional<std::size_t> count, std::string_view compared, bool later,
                            std::string_view name) {
    if (!count) return;
    const Distance found{*count, typed.front() != compared.front(), later};
    if (!best || found < best->distance) best = Near{{&region, name}, found};
  };
  const auto considerName = [&](std::string_view name) {
    const std::string words = plain(name);
    for (std::string_view rest = words; !rest.empty();) {
      consider(edits(typed, rest, nameSlips, false), rest, rest.size() < words.size(), name);
      const auto gap = rest.find(' ');
      rest.remove_prefix(gap == rest.npos ? rest.size() : gap + 1);
    }
  };
  const std::string code = plain(region.code);
  consider(edits(typed, code, codeSlips, true), code, false, region.name);
  considerName(region.name);
  considerName(region.anatomicalName);
  for (const auto& alias : region.aliases) considerName(alias);
  return best;
}

}  // namespace

std::string_view nextWord(std::string_view& rest) {
  while (!rest.empty() && gapAt(rest) > 0) rest.remove_prefix(gapAt(rest));
  std::size_t end = 0;
  while (end < rest.size() && gapAt(rest.substr(end)) == 0) ++end;
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(end);
  return word;
}

bool isSameWord(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lowered(x) == lowered(y); });
}

std::vector<NamedRegion> regionsMeant(const BodyAtlas& atlas, std::string_view words, Side side) {
  if (holdsNoWord(words)) return {};
  // Most lines name a code: no name needs to be looked at then.
  for (const auto& region : atlas.regions())
    if (region.side == side && fitOf(words, region.code) == Fit::name) return {{&region, region.name}};
  std::vector<NamedRegion> best;
  Fit fit = Fit::none;
  for (const auto& region : atlas.regions()) {
    if (region.side != side) continue;
    const Found found = find(region, words);
    if (found.fit == Fit::none || found.fit > fit) continue;
    if (found.fit < fit) best.clear();
    fit = found.fit;
    best.push_back(found.named);
  }
  return best;
}

std::vector<NamedRegion> regionsBeginning(const BodyAtlas& atlas, std::string_view words) {
  std::vector<NamedRegion> result;
  if (holdsNoWord(words)) return result;
  std::vector<Found> all;
  for (const auto& region : atlas.regions()) {
    const bool twin = std::any_of(all.begin(), all.end(),
                                  [&](const Found& f) { return f.named.region->base == region.base; });
    if (twin) continue;
    if (const Found found = find(region, words); found.fit != Fit::none) all.push_back(found);
  }
  std::stable_sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.fit < b.fit; });
  for (const auto& found : all) result.push_back(found.named);
  return result;
}

std::vector<NamedRegion> regionsNear(const BodyAtlas& atlas, std::string_view words, Side side) {
  std::vector<NamedRegion> nearest;
  const std::string typed = plain(words);
  if (typed.empty() || typed.size() > kLongestNear) return nearest;
  Distance least;
  for (const auto& region : atlas.regions()) {
    if (region.side != side) continue;
    const auto near = nearness(region, typed);
    if (!near || (!nearest.empty() && near->distance > least)) continue;
    if (!nearest.empty() && near->distance < least) nearest.clear();
    least = near->distance;
    nearest.push_back(near->named);
  }
  return nearest;
}

}  // namespace unknot::domain

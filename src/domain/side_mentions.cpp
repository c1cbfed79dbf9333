#include "domain/side_mentions.h"

#include <algorithm>

#include <string_view>
#include <utility>

namespace unknot::domain {
namespace {

// How far apart side and region may stand, in words.
constexpr std::size_t kMostFillers = 5;
constexpr std::size_t kFarthestBefore = 14;
constexpr std::size_t kFarthestAfter = 5;
constexpr std::size_t kFarthestHeaded = 40;
// How far back a verb of rest or a word of remainder is looked for.
constexpr std::size_t kVerbReach = 6;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

class Binder {
 public:
  Binder(const std::vector<NoteWord>& words, const std::vector<RegionMention>& regions)
      : m_words(words), m_regions(regions), m_regionAt(words.size(), kNone), m_sided(regions.size(), false) {
    for (std::size_t r = 0; r < regions.size(); ++r)
      for (std::size_t i = regions[r].first; i <= regions[r].last; ++i) m_regionAt[i] = r;
  }

  std::vector<SideMention> bind() {
    std::vector<SideMention> mentions;
    for (std::size_t at = 0; at < m_words.size(); ++at) {
      if (!isSideWord(at)) continue;
      m_mention = {at, at, sideOf(at), SideUse::none, {}};
      read();
      mentions.push_back(m_mention);
      at = std::max(at, m_mention.last);
    }
    return mentions;
  }

 private:
  // Outside of the text there are only stops.
  const NoteWord& word(std::size_t at) const { return at < m_words.size() ? m_words[at] : m_words.back(); }
  bool is(std::size_t at, unsigned classes) const { return at < m_words.size() && m_words[at].is(classes); }
  bool is(std::size_t at, std::string_view text) const {
    return at < m_words.size() && m_words[at].word == text;
  }
  std::size_t regionStarting(std::size_t at) const {
    const auto r = at < m_words.size() ? m_regionAt[at] : kNone;
    return r != kNone && m_regions[r].first == at ? r : kNone;
  }
  std::size_t regionEnding(std::size_t at) const {
    const auto r = at < m_words.size() ? m_regionAt[at] : kNone;
    return r != kNone && m_regions[r].last == at ? r : kNone;
  }

  bool isSideWord(std::size_t at) const {
    if (!is(at, kLeft | kRight | kBoth)) return false;

    const auto r = m_regionAt[at];
    if (r != kNone && m_regions[r].sideWithin != at) return false;
    if (!is(at, kSideLetter)) return true;
    const bool besideRegion = regionStarting(at + 1) != kNone || regionEnding(at - 1) != kNone;
    // "2 l a day", "L 5"; but "QL L 3 R 1"
    const bool numberBefore = word(at - 1).sign == NoteSign::number;
    const bool numberAfter = word(at + 1).sign == NoteSign::number;
    return besideRegion || numberBefore == numberAfter || word(at - 1).parts() ||
           word(at - 1).sign == NoteSign::join;
  }

  NamedSide sideOf(std::size_t at) const {
    if (is(at, kBoth)) return NamedSide::both;
    return is(at, kLeft) ? NamedSide::left : NamedSide::right;
  }

  void read() {
    const std::size_t at = m_mention.first;
    if (m_regionAt[at] != kNone) return to(m_regionAt[at]);
    if (isTrait()) return;
    takeSideNoun();
    const bool spelled = !is(at, kSideLetter | kBoth);
    if (spelled && isVerbOrAdverb()) return;
    if (bindHeading()) return;
    if (parenthesised() && bindBefore(at - 2)) return;
    if (const auto r = regionAfter(); r != kNone) return toWithNext(r);
    if (spelled && is(at, kLeft) && !located() && isRemainder()) return;
    if (isOtherNoun()) return;
    if (isDirection()) {
      m_mention.use = SideUse::direction;
      return;
    }
    m_mention.use = SideUse::loose;
    if (namesTheOtherToo()) m_mention.side = NamedSide::both;
    if (located() || hasSideNoun() || is(m_mention.first, kBoth | kSideLetter)) {
      bindLocated();
    } else {
      bindBefore(at - 1);
    }
  }

  // The words before the side: "on the", "her".
  bool determined() const { return is(m_mention.first - 1, kDeterminer); }
  std::size_t prepositionAt() const { return m_mention.first - (determined() ? 2 : 1); }
  bool located() const { return determined() || is(prepositionAt(), kPlace); }
  bool hasSideNoun() const { return m_mention.last > m_mention.first; }
  std::size_t next() const { return m_mention.last + 1; }
  bool parenthesised() const {
    return word(m_mention.first - 1).sign == NoteSign::open && word(next()).sign == NoteSign::close;
  }

  // "right-handed", "right angle": nothing of the map.
  bool isTrait() const {
    constexpr std::string_view kTraits[] = {"handed", "hander", "handedness", "footed",
                                            "angle",  "angles", "angled"};
    const auto& following = word(next()).word;
    if (oneOf(kTraits, following)) return true;
    return following == "hand" && (is(next() + 1, "dominant") || is(next() + 1, "man"));
  }

  void takeSideNoun() {
    const bool handSide = is(next(), "hand") && is(next() + 1, "side");
    if (handSide) {
      m_mention.last += 2;
    } else if (is(next(), kSideNoun) && regionStarting(next()) == kNone) {
      ++m_mention.last;
    } else if (is(next(), kLimb) && (is(prepositionAt(), "of") || is(prepositionAt(), "in"))) {
      ++m_mention.last;
    }
  }

  bool isVerbOrAdverb() const {
    const std::size_t at = m_mention.first;
    const bool fits = regionAfter() != kNone;
    // "left IT band", "right back of thigh", but "right between the shoulder blades"
    if (regionStarting(next()) != kNone && is(next(), kObject | kAdverbial) &&
        !is(next(), kPlace | kFunction))
      return false;
    if (is(at, kLeft)) {
      const bool adverb = is(at - 1, kAdverb);
      if (is(at - (adverb ? 2 : 1), kSubject | kHave) && !is(at - 1, kDeterminer)) return true;
      // "hip left after sitting" is a side, "she felt calm, left after an hour" is none.
      const bool afterRegion = regionEnding(at - 1) != kNone && (is(next(), kFunction) || is(next(), "a"));
      if (!located() && !afterRegion && is(next(), kDeterminer | kObject | kLeaving)) return true;
      return !fits && is(at - 1, kBe);
    }
    if (determined()) return !fits && !is(prepositionAt(), kPlace | kToward) && is(next(), kAdverbial);
    if (!is(prepositionAt(), kPlace) && (is(next(), kAdverbial) || is(next(), kToward))) return true;
    if (fits) return false;
    const bool tagged = word(next()).word == "?" && word(at - 1).parts();
    return tagged || is(at - 1, kBe | kAgreeing | kNegating);
  }

  // "nothing left", "left in the QL"
  bool isRemainder() const {
    constexpr std::string_view kAfter[] = {"in", "of", "for", "at", "to", "with", "as"};
    if (hasSideNoun()) return false;
    if (oneOf(kAfter, word(next()).word)) return true;
    if (word(next()).word.ends_with("ing") && !is(next(), kDescribing)) return true;
    for (std::size_t back = 1; back <= kVerbReach; ++back) {
      const std::size_t i = m_mention.first - back;
      if (!word(i).isWord()) break;
      if (regionEnding(i) != kNone && back == 1) continue;
      if (is(i, kRemaining)) return true;
    }
    return false;
  }

  // "the left shoe", "the right half of the chair"
  bool isOtherNoun() const {
    const NoteWord& following = word(next());
    if (is(next(), kLimb)) return true;
    // "each time", "the other day"
    if (is(m_mention.first, kBoth) && !hasSideNoun() && isPairWord()) return true;
    if (!following.isWord()) return false;
    if (hasSideNoun() && following.word == "of") return true;
    if (!located() || hasSideNoun() || following.classes != 0 || regionStarting(next()) != kNone)
      return false;
    if (determined() && is(prepositionAt(), kPlace) && regionEnding(prepositionAt() - 1) != kNone)
      return false;
    const std::string& text = following.word;
    return !text.ends_with("s") && !text.ends_with("ed") && !text.ends_with("ing") && !text.ends_with("ly");
  }

  bool isPairWord() const {
    constexpr std::string_view kPairs[] = {"each", "either", "other", "opposite"};
    return oneOf(kPairs, word(m_mention.first).word);
  }

  bool isDirection() const {
    constexpr std::string_view kMovements[] = {"rotation", "rot",   "turn",      "twist",   "tilt",
                                               "lean",     "bend",  "bending",   "shift",   "curl",
                                               "lying",    "swing", "sidelying", "flexion", "sidebend"};
    const std::size_t at = m_mention.first;
    if (is(prepositionAt(), "onto")) return true;
    if (oneOf(kMovements, word(next()).word)) return true;
    if (is(prepositionAt(), kToward))
      return !is(prepositionAt() - 1, "compared") && !is(prepositionAt() - 1, "next");
    if (!located() && is(at - 1, kTurning | kResting) && regionEnding(at - 1) == kNone) return true;
    return located() && restsBefore(prepositionAt());
  }

  // "sleeps on the left", "carries her bag on the left"
  bool restsBefore(std::size_t preposition) const {
    if (!is(preposition, "on") && !is(preposition, "over")) return false;
    for (std::size_t back = 1; back <= kVerbReach; ++back) {
      const std::size_t i = preposition - back;
      if (!word(i).isWord() || m_regionAt[std::min(i, m_words.size() - 1)] != kNone) return false;
      if (is(i, kResting)) return true;
    }
    return false;
  }

  // "the same on the left", "the left too"
  bool namesTheOtherToo() const {
    if (is(next(), "too") || is(next(), "also") || (is(next(), "as") && is(next() + 1, "well"))) return true;
    for (std::size_t back = 1; back <= 4; ++back) {
      const std::size_t i = m_mention.first - back;
      if (!word(i).isWord()) return false;
      if (is(i, "same") || is(i, "as")) return true;
    }
    return false;
  }

  // The region that the side is an attribute of: "left tight QL", "left side of the low back".
  std::size_t regionAfter() const {
    std::size_t at = next();
    if (parenthesised()) ++at;
    if (hasSideNoun() && is(at, "of")) {
      ++at;
      while (is(at, kDeterminer)) ++at;
      return regionStarting(at);
    }
    bool unknown = false;
    for (std::size_t filler = 0; filler < kMostFillers; ++filler, ++at) {
      if (const auto r = regionStarting(at); r != kNone) return r;
      const NoteWord& between = word(at);
      if (!between.isWord()) return kNone;
      if (between.is(kDescribing)) continue;
      if (between.classes != 0 || unknown || between.word.ends_with("ly") || between.word.ends_with("ing"))
        return kNone;
      unknown = true;
    }
    return kNone;
  }

  void to(std::size_t region) {
    m_mention.use = SideUse::bound;
    m_mention.regions.push_back(region);
    m_sided[region] = true;
  }

  bool joins(std::size_t at) const { return word(at).sign == NoteSign::join || is(at, "and"); }

  // "left neck and shoulder"
  void toWithNext(std::size_t region) {
    to(region);
    for (;;) {
      const std::size_t after = m_regions[region].last + 1;
      const std::size_t following = joins(after) ? regionStarting(after + 1) : kNone;
      if (following == kNone || m_regions[following].sideWithin) return;
      if (is(m_regions[following].last + 1, kLeft | kRight | kBoth)) return;
      region = following;
      to(region);
    }
  }

  // "neck and shoulder on the left"
  void toWithPrevious(std::size_t region) {
    to(region);
    while (m_regions[region].first >= 2 && joins(m_regions[region].first - 1)) {
      const std::size_t preceding = regionEnding(m_regions[region].first - 2);
      if (preceding == kNone || m_sided[preceding]) return;
      region = preceding;
      to(region);
    }
  }

  // "hip, left", "hip pain (left)": between them stands at most what is wrong with it.
  bool bindBefore(std::size_t at) {
    for (std::size_t between = 0; between < 4 && regionEnding(at) == kNone; ++between, --at)
      if (!is(at, kAiling | kDescribing | kAdverb) && !word(at).parts() && word(at).sign != NoteSign::number)
        return false;
    const auto region = regionEnding(at);
    if (region == kNone) return false;
    toWithPrevious(region);
    return true;
  }

  // "Left: QL 3, TFL 2", "On the left, QL 3"
  bool bindHeading() {
    const NoteSign after = word(next()).sign;
    const bool listed = after == NoteSign::colon || after == NoteSign::dash;
    if (!listed && !(after == NoteSign::comma && located())) return false;
    if (!beginsWith(m_mention.first, true)) return false;
    for (std::size_t at = next() + 1; at < next() + kFarthestHeaded && !word(at).endsClause(); ++at) {
      if (is(at, kLeft | kRight | kBoth) && m_regionAt[at] == kNone) break;
      if (const auto r = regionStarting(at); r != kNone) {
        if (m_regions[r].sideWithin) break;
        to(r);
        if (!listed) break;
      }
    }
    return m_mention.use == SideUse::bound;
  }

  // Whether nothing but small words stands before, in the clause or in its part.
  bool beginsWith(std::size_t at, bool clause) const {
    for (std::size_t i = at - 1;; --i) {
      if (word(i).endsClause() || (!clause && word(i).parts())) return true;
      if (!is(i, kDeterminer | kPlace | kAdverb | kSideNoun)) return false;
    }
  }

  void bindLocated() {
    const std::size_t at = m_mention.first;
    if (beginsWith(at, false) && bindAfter()) return;
    for (std::size_t back = 1; back <= kFarthestBefore; ++back) {
      const std::size_t i = at - back;
      if (word(i).endsClause()) break;
      if (const auto r = regionEnding(i); r != kNone) return toWithPrevious(r);
    }
    bindAfter();
  }

  // "On the left the QL is hard", "hurts on the left in the hip"
  bool bindAfter() {
    for (std::size_t i = next(); i < next() + kFarthestAfter; ++i) {
      if (!word(i).isWord() || (is(i, kLeft | kRight | kBoth) && m_regionAt[i] == kNone)) return false;
      if (const auto r = regionStarting(i); r != kNone) {
        if (m_regions[r].sideWithin) return false;
        toWithNext(r);
        return true;
      }
    }
    return false;
  }

  const std::vector<NoteWord>& m_words;
  const std::vector<RegionMention>& m_regions;
  std::vector<std::size_t> m_regionAt;
  std::vector<bool> m_sided;  // regions that a side was bound to
  SideMention m_mention;
};

}  // namespace

std::vector<SideMention> sideMentions(const std::vector<NoteWord>& words,
                                      const std::vector<RegionMention>& regions) {
  return Binder(words, regions).bind();
}

}  // namespace unknot::domain

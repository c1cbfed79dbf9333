#include "domain/side_guard.h"

#include <algorithm>
#include <set>
#include <utility>

#include "domain/side_mentions.h"

namespace unknot::domain {
namespace {

// How far from side and region the words are looked for that change the meaning, and how far the other side.
constexpr std::size_t kContextReach = 24;
constexpr std::size_t kOtherSideReach = 60;
// Words between side and region that are still shown.
constexpr std::size_t kMostShown = 4;
// The one region that may be the practitioner's own.
constexpr std::string_view kHand = "hand";

struct Span {
  std::size_t first = 0;
  std::size_t last = 0;
};

Side other(Side side) {
  return side == Side::left ? Side::right : Side::left;
}

// One text with what was found in it, and what its sentences mean.
class Note {
 public:
  Note(const RegionWords& regionWords, std::string_view text)
      : m_text(text),
        m_words(noteWords(text)),
        m_regions(regionWords.in(m_words)),
        m_sides(sideMentions(m_words, m_regions)),
        m_marked(m_words.size(), false) {
    for (const auto& w : m_words) m_stops.push_back(m_stops.back() + (w.sign == NoteSign::stop ? 1 : 0));
    for (const auto& region : m_regions)
      for (std::size_t i = region.first; i <= region.last; ++i) m_marked[i] = true;
    for (const auto& side : m_sides)
      if (side.use == SideUse::bound || side.use == SideUse::loose) m_marked[side.first] = true;
  }

  const std::vector<SideMention>& sides() const { return m_sides; }
  const RegionMention& region(std::size_t at) const { return m_regions[at]; }

  // Whether the client's body of today is said to have something on this side.
  bool isStatement(std::size_t sideAt, std::size_t regionAt) const {
    const Span own = spanOf(m_sides[sideAt], m_regions[regionAt]);
    const Span part{partBegin(own.first), partEnd(own.last)};
    return !namesOtherSide(sideAt, regionAt) && !isRestedOn(sideAt) && !isSomebodyElses(sideAt, regionAt) &&
           !isPlanned({withNeighboursBefore(part.first), part.last}) && !isDenied(own, part) &&
           !isFine(own, part) && !isPast(own, part) && word(part.last + 1).word != "?";
  }

  // What the question shows, and where it stands.
  SideQuestion question(const SideMention& side, const RegionMention& region) const {
    Span own = spanOf(side, region);
    // "QL (left)"
    const bool parenthesised =
        word(side.first - 1).sign == NoteSign::open && word(side.last + 1).sign == NoteSign::close;
    if (parenthesised && own.first < side.first) ++own.last;
    SideQuestion question;
    question.at = m_words[own.first].at;
    question.length = m_words[own.last].at + m_words[own.last].length - question.at;
    const std::size_t firstEnd = std::min(side.last, region.last);
    const std::size_t secondBegin = std::max(side.first, region.first);
    if (secondBegin > firstEnd + kMostShown + 1) {
      question.heard = between(own.first, firstEnd) + " … " + between(secondBegin, own.last);
    } else {
      question.heard = between(own.first, own.last);
    }
    return question;
  }

 private:
  const NoteWord& word(std::size_t at) const { return at < m_words.size() ? m_words[at] : m_words.back(); }

  std::string between(std::size_t first, std::size_t last) const {
    const std::size_t at = m_words[first].at;
    return std::string(m_text.substr(at, m_words[last].at + m_words[last].length - at));
  }

  static Span spanOf(const SideMention& side, const RegionMention& region) {
    return {std::min(side.first, region.first), std::max(side.last, region.last)};
  }

  bool ends(std::size_t at) const {
    return at >= m_words.size() || m_words[at].parts() || m_words[at].endsClause() ||
           m_words[at].is(kTurnOfThought);
  }
  std::size_t partBegin(std::size_t at) const {
    for (std::size_t steps = 0; steps < kContextReach && !ends(at - 1); ++steps) --at;
    return at;
  }
  std::size_t partEnd(std::size_t at) const {
    for (std::size_t steps = 0; steps < kContextReach && !ends(at + 1); ++steps) ++at;
    return at;
  }
  bool isMarked(Span span) const {
    for (std::size_t i = span.first; i <= span.last; ++i)
      if (m_marked[i]) return true;
    return false;
  }
  // Parts of the sentence that speak of no region and no side belong to the part they stand beside.
  std::size_t withNeighboursBefore(std::size_t begin) const {
    for (std::size_t parts = 0; parts < 2 && begin > 1 && m_words[begin - 1].parts(); ++parts) {
      const std::size_t last = begin - 2;
      const std::size_t first = ends(last) ? last : partBegin(last);
      if (isMarked({first, last})) break;
      begin = first;
    }
    return begin;
  }
  std::size_t withNeighboursAfter(std::size_t end) const {
    for (std::size_t parts = 0; parts < 2 && word(end + 1).parts() && end + 2 < m_words.size(); ++parts) {
      const std::size_t first = end + 2;
      const std::size_t last = ends(first) ? first : partEnd(first);
      if (isMarked({first, last})) break;
      end = last;
    }
    return end;
  }

  static bool overlap(const RegionMention& a, const RegionMention& b) {
    return std::any_of(a.bases->begin(), a.bases->end(), [&](const std::string& base) {
      return std::find(b.bases->begin(), b.bases->end(), base) != b.bases->end();
    });
  }

  // "L>R", "left more than right", "not the right one but the left".
  bool namesOtherSide(std::size_t sideAt, std::size_t regionAt) const {
    const SideMention& own = m_sides[sideAt];
    const auto contradicts = [&](const SideMention& mention) {
      if (mention.side == own.side || mention.use == SideUse::none || mention.use == SideUse::direction)
        return false;
      if (mention.use == SideUse::loose) return true;
      return std::any_of(mention.regions.begin(), mention.regions.end(),
                         [&](std::size_t r) { return overlap(m_regions[r], m_regions[regionAt]); });
    };
    for (std::size_t s = sideAt; s-- > 0 && m_sides[s].first + kOtherSideReach > own.first;) {
      if (stopsBetween(m_sides[s].last, own.first) > 0) break;
      if (contradicts(m_sides[s])) return true;
    }
    for (std::size_t s = sideAt + 1; s < m_sides.size() && m_sides[s].first < own.last + kOtherSideReach;
         ++s) {
      const std::size_t stops = stopsBetween(own.last, m_sides[s].first);
      // "Left knee? No, the right one."
      if (stops > 1 || (stops == 1 && m_sides[s].use != SideUse::loose)) break;
      if (contradicts(m_sides[s])) return true;
    }
    return false;
  }
  std::size_t stopsBetween(std::size_t first, std::size_t last) const {
    return m_stops[last] - m_stops[first];
  }

  // "carries him on her left hip": true, and no finding.
  bool isRestedOn(std::size_t sideAt) const {
    std::size_t at = m_sides[sideAt].first - 1;
    if (word(at).is(kDeterminer)) --at;
    if (word(at).word != "on" && word(at).word != "over") return false;
    for (std::size_t back = 1; back <= 5 && word(at - back).isWord() && !m_marked[at - back]; ++back)
      if (word(at - back).is(kResting)) return true;
    return false;
  }

  // "her mother's left knee", "my left hand under the ribs", "writes with the left hand"
  bool isSomebodyElses(std::size_t sideAt, std::size_t regionAt) const {
    const std::size_t at = m_sides[sideAt].first;
    const RegionMention& region = m_regions[regionAt];
    for (std::size_t back = 1; back <= 2; ++back)
      if (word(at - back).is(kKin) || word(region.first - back).is(kKin)) return true;
    if (region.bases->size() != 1 || region.bases->front() != kHand) return false;
    const bool laid =
        word(region.last + 1).is(kPlace) && (word(at - 1).word == "my" || regionSoonAfter(region.last + 1));
    return laid || (word(at - 1).is(kDeterminer) && word(at - 2).word == "with");
  }

  bool regionSoonAfter(std::size_t at) const {
    while (word(++at).is(kDeterminer)) continue;
    return at < m_words.size() && m_marked[at] && !word(at).is(kLeft | kRight | kBoth);
  }

  bool isPlanned(Span span) const {
    for (std::size_t i = span.first; i <= span.last; ++i) {
      if (word(i).is(kPlanned)) return true;
      if (word(i).word == "should" && word(i - 1).is(kSubject)) return true;
      constexpr std::string_view kTimes[] = {"time", "session", "week", "visit", "lesson", "appointment"};
      const std::string& following = word(i + 1).word;
      if (word(i).word == "next" && (oneOf(kTimes, following) || !word(i + 1).isWord())) return true;
      if (word(i).word == "another" && (following == "day" || following == "time")) return true;
    }
    return false;
  }

  bool regionBetween(std::size_t a, std::size_t b) const {
    for (std::size_t i = std::min(a, b) + 1; i < std::max(a, b); ++i)
      if (m_marked[i] && !word(i).is(kLeft | kRight | kBoth)) return true;
    return false;
  }

  bool isDenied(Span own, Span part) const {
    for (std::size_t i = part.first; i <= part.last; ++i) {
      if (!word(i).is(kNegating)) continue;
      const bool within = i > own.first && i < own.last;
      if (!within && regionBetween(i, i < own.first ? own.first : own.last)) continue;
      if (denies(i, own)) return true;
    }
    const std::size_t after = part.last + 2;
    if (!word(part.last + 1).parts() || !word(after).is(kNegating)) return false;
    // "left hip tested: nothing", "left hip swollen, not touched"
    if (!word(after + 1).isWord() || isUntouched(word(after + 1)) || isUntouched(word(after + 2)))
      return true;
    // "left hip, no pain", "left hip: nothing special"; but "left hip clicks, no pain"
    if (part.first != own.first || part.last != own.last) return false;
    const bool curt =
        partEnd(after) - after <= 1 && word(after).word != "no" && !word(after + 1).is(kStillFound);
    return curt || word(after + 1).is(kAiling);
  }

  static bool isUntouched(const NoteWord& word) {
    constexpr std::string_view kUntouched[] = {"time",   "looked", "checked", "check",    "touched", "touch",
                                               "tested", "worked", "work",    "treated",  "treat",   "done",
                                               "today",  "needed", "get",     "involved", "look",    "worth"};
    return oneOf(kUntouched, word.word);
  }

  // "not" alone denies little: "does not let go" is a finding.
  bool denies(std::size_t at, Span own) const {
    constexpr std::string_view kLeftOut[] = {"skip",    "skips",   "skipped", "avoid",     "avoids",
                                             "avoided", "omitted", "spared",  "untouched", "unchecked"};
    const std::string& text = word(at).word;
    if (oneOf(kLeftOut, text) || (text == "nothing" && word(at + 1).word == "to")) return true;
    bool ails = false;
    bool untouched = false;
    for (std::size_t i = at + 1; i <= at + 4 && word(i).isWord(); ++i) {
      if (word(i).is(kStillFound) && i <= at + 3) return false;
      ails = ails || word(i).is(kAiling);
      untouched = untouched || isUntouched(word(i));
    }
    const bool weak = text == "not" || text == "never" || text.ends_with("n't") || at > own.first;
    return ails || untouched || !weak || leadsTo(at, own.first);
  }

  // "not in the left hip": nothing but small words between.
  bool leadsTo(std::size_t at, std::size_t side) const {
    while (++at < side)
      if (!word(at).is(kDeterminer | kPlace | kToward | kAdverb)) return false;
    return at == side;
  }

  bool isFine(Span own, Span part) const {
    bool fine = false;
    for (std::size_t i = part.first; i <= part.last; ++i) {
      if (word(i).is(kChanged)) return false;
      const bool said = word(i).is(kFine) || (word(i).word == "free" && word(i + 1).word == "of") ||
                        (word(i).word == "free" && word(i - 1).word == "pain") ||
                        (word(i).word == "full" && word(i + 1).word == "range") ||
                        (word(i).word == "right" && word(i - 1).word == "all");
      fine = fine ||
             (said && !word(i - 1).is(kNegating) && !regionBetween(i, i < own.first ? own.first : own.last));
    }
    return fine;
  }

  bool sinceBefore(std::size_t at) const {
    for (std::size_t back = 1; back <= 6 && word(at - back).isWord(); ++back)
      if (word(at - back).word == "since") return true;
    return false;
  }

  // Another time than today's: an old injury, the session before. A time may stand in a part of its own ("in
  // 2012, ..."), an event speaks of the part it stands in.
  bool isPast(Span own, Span part) const {
    bool event = false;
    bool lately = false;
    for (std::size_t i = part.first; i <= part.last; ++i) {
      if (word(i).word == "still") return false;
      lately = lately || word(i).is(kLately);
      const bool asleep = word(i).word == "fell" && word(i + 1).word == "asleep";
      event = event || (word(i).is(kPast) && !asleep && !nowBetween(i, own) && !sinceBefore(i));
    }
    if (event && !lately) return true;
    const Span span{withNeighboursBefore(part.first), withNeighboursAfter(part.last)};
    for (std::size_t i = span.first; i <= span.last; ++i)
      if (isOldTime(i) && !nowBetween(i, own) && !sinceBefore(i)) return true;
    return false;
  }
  bool nowBetween(std::size_t at, Span own) const {
    const Span gap = at < own.first ? Span{at, own.first} : Span{own.last, std::max(at, own.last)};
    for (std::size_t i = gap.first; i < gap.last; ++i)
      if (word(i).word == "now" || word(i).word == "today") return true;
    return false;
  }
  bool isOldTime(std::size_t at) const {
    constexpr std::string_view kAges[] = {"child", "kid",  "teenager", "student",
                                          "boy",   "girl", "baby",     "teen"};
    constexpr std::string_view kDecades[] = {"teens",   "twenties",  "thirties", "forties", "fifties",
                                             "sixties", "seventies", "eighties", "nineties"};
    constexpr std::string_view kTimes[] = {"time", "session", "visit",  "lesson", "week",   "month",
                                           "year", "spring",  "summer", "autumn", "winter", "fall"};
    constexpr std::string_view kCompared[] = {"than", "since", "as", "from", "like", "to", "with"};
    constexpr std::string_view kRecent[] = {"day", "days", "week", "weeks", "hour", "hours"};
    const NoteWord& here = word(at);
    if (here.sign == NoteSign::number)
      return here.length == 4 && (here.word.starts_with("19") || here.word.starts_with("20"));
    if (here.word == "ago") return !oneOf(kRecent, word(at - 1).word);
    if (oneOf(kAges, here.word)) return word(at - 1).is(kDeterminer) && word(at - 2).word == "as";
    if (here.word == "healed") return true;
    if (here.word == "used") return word(at + 1).word == "to";
    if (here.word == "last") return oneOf(kTimes, word(at + 1).word) && !oneOf(kCompared, word(at - 1).word);
    return oneOf(kDecades, here.word);
  }

  std::string_view m_text;
  std::vector<NoteWord> m_words;
  std::vector<RegionMention> m_regions;
  std::vector<SideMention> m_sides;
  std::vector<bool> m_marked;           // words of a region, and sides that are sides
  std::vector<std::size_t> m_stops{0};  // how many stand before each word
};

}  // namespace

SideGuard::SideGuard(const BodyAtlas& atlas) : m_words(atlas) {
  for (const auto& region : atlas.regions())
    if (const BodyRegion* mirror = atlas.mirror(region))
      m_halves[region.slug] = {region.base, region.side, mirror->slug};
}

std::vector<SideQuestion> SideGuard::questions(const SessionContent& content, std::string_view text) const {
  std::vector<RegionSlug> held;
  const auto hold = [&](const RegionSlug& slug) {
    if (m_halves.contains(slug)) held.push_back(slug);
  };
  for (const auto& finding : content.findings)
    if (!finding.isEmpty()) hold(finding.region);
  for (const auto& point : content.points) hold(point.region);
  if (held.empty()) return {};

  const Note note(m_words, text);
  std::vector<SideQuestion> questions;
  std::set<RegionSlug> asked;
  for (std::size_t s = 0; s < note.sides().size(); ++s) {
    const SideMention& mention = note.sides()[s];
    if (mention.use != SideUse::bound || mention.side == NamedSide::both) continue;
    const Side side = mention.side == NamedSide::left ? Side::left : Side::right;
    for (const std::size_t r : mention.regions) {
      const auto& bases = *note.region(r).bases;
      const auto heldOn = [&](Side which) {
        return std::find_if(held.begin(), held.end(), [&](const RegionSlug& slug) {
          const Half& half = m_halves.at(slug);
          return half.side == which && std::find(bases.begin(), bases.end(), half.base) != bases.end();
        });
      };
      const auto onOtherSide = heldOn(other(side));
      if (heldOn(side) != held.end() || onOtherSide == held.end()) continue;
      const RegionSlug& said = m_halves.at(*onOtherSide).mirror;
      if (asked.contains(said) || !note.isStatement(s, r)) continue;
      SideQuestion question = note.question(mention, note.region(r));
      question.said = said;
      question.held = *onOtherSide;
      asked.insert(said);
      questions.push_back(std::move(question));
    }
  }
  return questions;
}

}  // namespace unknot::domain

// A note cut into words and signs, and what a word can do in an English sentence. For the side guard, which
// has to tell "the left hip" from "she left, hip better"; nothing here is shown to anybody.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::domain {

enum class NoteSign { word, number, comma, colon, dash, open, close, join, compare, semicolon, stop };

// One word may do several of these.
enum NoteWordClass : unsigned {
  kLeft = 1U << 0,
  kRight = 1U << 1,
  kBoth = 1U << 2,            // both, bilateral, other: speaks of the two sides, or of the one not named
  kSideLetter = 1U << 3,      // L, R, lt, rt
  kSideNoun = 1U << 4,        // side, half, one: "the left side"
  kDeterminer = 1U << 5,      // the, her, my
  kSubject = 1U << 6,         // she, who: "she left"
  kObject = 1U << 7,          // it, them: "left them"
  kBe = 1U << 8,              // is, feels: "feels right"
  kHave = 1U << 9,            // has: "has left"
  kPlace = 1U << 10,          // on, in: "on the left"
  kToward = 1U << 11,         // to: "to the left" is a direction
  kFunction = 1U << 12,       // every other small word that is no name of a thing
  kDescribing = 1U << 13,     // tight, upper: may stand between side and region
  kAdverb = 1U << 14,         // still, again
  kLeaving = 1U << 15,        // after "left" the verb: early, alone
  kAdverbial = 1U << 16,      // after "right" the adverb: away, after, angle
  kAgreeing = 1U << 17,       // before "right" the adjective: all, quite
  kRemaining = 1U << 18,      // much, nothing: "nothing left"
  kTurning = 1U << 19,        // turns, rotation: with a side it is a direction
  kResting = 1U << 20,        // lies, carries: "sleeps on the left"
  kNegating = 1U << 21,       // no, not, skipped
  kAiling = 1U << 22,         // pain, sore
  kStillFound = 1U << 23,     // "no change", "not letting go": denied, but a finding all the same
  kFine = 1U << 24,           // fine, okay
  kChanged = 1U << 25,        // now, after: the state after the work
  kPast = 1U << 26,           // ago, surgery, broke
  kLately = 1U << 27,         // yesterday: makes an event one of these days
  kPlanned = 1U << 28,        // next, tomorrow
  kTurnOfThought = 1U << 29,  // but: what comes before it does not speak of what comes after
  kKin = 1U << 30,            // mother's: not the client's body
  kLimb = 1U << 31,           // leg, arm: too wide for a region, but "calf of the left leg"
};

struct NoteWord {
  NoteSign sign = NoteSign::word;
  std::size_t at = 0;  // bytes in the text
  std::size_t length = 0;
  std::string word;  // lower case, with a straight apostrophe; of a stop its character
  std::string stem;  // without the plural's s
  unsigned classes = 0;
  bool capitals = false;  // written in capitals only

  bool is(unsigned any) const { return (classes & any) != 0; }
  bool isWord() const { return sign == NoteSign::word; }
  bool endsClause() const { return sign == NoteSign::stop || sign == NoteSign::semicolon; }
  // Parts a sentence without ending it.
  bool parts() const {
    return sign == NoteSign::comma || sign == NoteSign::colon || sign == NoteSign::dash ||
           sign == NoteSign::open || sign == NoteSign::close;
  }
};

// In one pass over the text; bytes that are no UTF-8 are letters like any other. The list ends with a stop.
std::vector<NoteWord> noteWords(std::string_view text);

template <std::size_t N>
bool oneOf(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// "hips" is "hip", "biceps" stays.
std::string stemOf(std::string_view lowerCaseWord);

}  // namespace unknot::domain

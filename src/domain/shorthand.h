// The shorthand line of a session: what the hand found, in a few keys.
//
//   l ql 3>1 C AP "ticklish"; r upper trap 2; lr jaw -
//
//   line     entries with ";" between them; no entry is no fault
//   entry    side region, then in any order: levels, findings, techniques, a note; or only "-"
//   side     l, r, lr; left, right, both                (case makes no difference, here and below)
//   region   a code, or beginnings of the words of its plain name, its anatomical name or an alias, as long
//            as one region fits best (region_names.h). Its first word may be any; it ends before a level,
//            ">", a note, "-" or a word of findings and techniques.
//   levels   3>1 before and after, 3 before only, >1 after only: 0 soft to 4 rigid. Also → for >, and spaces.
//   found    C M N        used     MW KM AP
//   note     "..." with \" \\ \n \r \t in it; also “...” ”...” „...“, where the closing mark is written \”
//   -        empties the region; also – and —
//
// White space, commas and brackets between all of these make no difference.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/body_atlas.h"
#include "domain/session.h"

namespace unknot::domain {

struct ShorthandEntry {
  std::vector<RegionSlug> regions;  // one, or the same on both sides
  std::optional<Tension> before;
  std::optional<Tension> after;
  Findings findings;
  Techniques techniques;
  std::optional<std::string> note;  // "" takes a note away
  bool clear = false;               // nothing else is given then
  friend bool operator==(const ShorthandEntry&, const ShorthandEntry&) = default;
};

// Throws InputError ("shorthand....") for the first fault from the left; the argument "place" is the code
// point it stands at, from 1, and the last one + 1 for what is missing at the end. A message holds region
// words that were typed, never anything that may be a note.
std::vector<ShorthandEntry> parseShorthand(const BodyAtlas& atlas, std::string_view line);

// Levels and a note that are given replace, findings and techniques are added. Point marks stay as they are.
void apply(SessionContent& content, const ShorthandEntry& entry);

// The one entry that makes this finding in a session without it. Throws InputError ("error.region").
std::string printShorthand(const BodyAtlas& atlas, const RegionFinding& finding);

// The region words that a line ends with while it is typed ("upper tr" of `r ql 3; l upper tr`): a part of
// `line`, to be completed by regionsBeginning(). Empty when it ends with anything else.
std::string_view regionBeingTyped(std::string_view line);

}  // namespace unknot::domain

// Where a note names a side, and which region word it belongs to.
#pragma once

#include <cstddef>
#include <vector>

#include "domain/note_words.h"
#include "domain/region_words.h"

namespace unknot::domain {

enum class NamedSide { left, right, both };

enum class SideUse {
  none,       // no side: "she left", "right away"
  direction,  // of a movement or of where somebody lies: "turns to the left", "sleeps on the left"
  loose,      // a side, but of no region in its sentence: "more than left"
  bound       // of the regions
};

struct SideMention {
  std::size_t first = 0;  // words[first] to words[last]: "left", "left side"
  std::size_t last = 0;
  NamedSide side = NamedSide::left;
  SideUse use = SideUse::none;
  std::vector<std::size_t> regions;  // places in the list of region mentions
};

// In the order of the text.
std::vector<SideMention> sideMentions(const std::vector<NoteWord>& words,
                                      const std::vector<RegionMention>& regions);

}  // namespace unknot::domain

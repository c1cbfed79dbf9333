// Finds body regions by what a hand types: a short code ("QL"), or the beginnings of the words of a plain
// name, an anatomical name or an alias ("upper trap", "glut med"). Case of A to Z, commas, brackets, hyphens
// and full stops make no difference. What fits better wins over what fits worse: the whole code, a whole
// name, the beginning of a name, beginnings of its words, the beginning of a code.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/body_atlas.h"

namespace unknot::domain {

// A region and the one of its names that was meant: the plain one where its code was. Both live in the atlas.
struct NamedRegion {
  const BodyRegion* region = nullptr;
  std::string_view name;
};

// Takes the next word off `rest`: letters up to white space, a comma, bracket, hyphen or full stop. Empty at
// the end.
std::string_view nextWord(std::string_view& rest);
// Whether two words are the same but for the case of A to Z.
bool isSameWord(std::string_view a, std::string_view b);

// The regions of a side that `words` fits best and equally well; one is a region found, more are ambiguous.
std::vector<NamedRegion> regionsMeant(const BodyAtlas& atlas, std::string_view words, Side side);

// All that `words` fits, best first, each pair of sides once: what to suggest while it is typed.
std::vector<NamedRegion> regionsBeginning(const BodyAtlas& atlas, std::string_view words);

// The regions of a side whose code, or the beginning of whose name (or of a later word in it), is a few slips
// away from `words`: one edit (a letter more, less, other, or two swapped) for each three letters, at most
// three. Only the nearest; none when nothing is near.
std::vector<NamedRegion> regionsNear(const BodyAtlas& atlas, std::string_view words, Side side);

}  // namespace unknot::domain

// The words that regions go by, and where they stand in a note: codes, names, anatomical names, aliases and
// everyday words, in singular and plural.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/body_atlas.h"
#include "domain/note_words.h"

namespace unknot::domain {

// A region word in a note: words[first] to words[last].
struct RegionMention {
  std::size_t first = 0;
  std::size_t last = 0;
  // What it can mean ("ql"), in the atlas's order; held by RegionWords.
  const std::vector<std::string>* bases = nullptr;
  std::optional<std::size_t> sideWithin;  // "front of the right thigh"
};

class RegionWords {
 public:
  explicit RegionWords(const BodyAtlas& atlas);
  // In the order of the text, none over another; the longest word wins. Good for as long as this object.
  std::vector<RegionMention> in(const std::vector<NoteWord>& words) const;

 private:
  struct Phrase {
    std::vector<std::string> stems;
    std::vector<std::string> bases;
    bool code = false;  // nothing but a code: "so" is a word far more often than the suboccipitals
  };

  void add(std::string_view text, const std::string& base, bool code);
  void addWords(std::vector<std::string> stems, const std::string& base, bool code);
  std::optional<RegionMention> at(const std::vector<NoteWord>& words, std::size_t first) const;

  std::map<std::string, std::vector<Phrase>, std::less<>> m_byFirst;  // longest first
};

}  // namespace unknot::domain

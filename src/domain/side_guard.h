// Questions a text of a session that speaks of one side of a region while the body map holds only the other:
// left and right are the main error of body charts (PMC7813550, PMC4868633). A question, never a correction:
// the text may be right. It reads English, by rules that tests/content/side_sentences.tsv shows by example,
// and keeps silent when in doubt: a text that names both sides, past events, plans and "nothing on the left"
// get no question. Made for what is said of today: the client's words, the work, the response, a region's
// note.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/body_atlas.h"
#include "domain/region_words.h"
#include "domain/session.h"

namespace unknot::domain {

struct SideQuestion {
  std::size_t at = 0;  // bytes in the text; whole words
  std::size_t length = 0;
  std::string heard;  // as written; what stands between a side and a region far from it is " … "
  RegionSlug said;    // not on the map
  RegionSlug held;    // the other side of `said`, on the map; of several the one that was put there first
  friend bool operator==(const SideQuestion&, const SideQuestion&) = default;
};

// Reads the atlas's words once; copies them.
class SideGuard {
 public:
  explicit SideGuard(const BodyAtlas& atlas);

  // In the order of the text, each region once. On the map is a region with a finding or a point mark. A word
  // for several regions ("hip") is questioned only when none of them is on the map on the side it is said
  // with. Takes time in proportion to the text.
  std::vector<SideQuestion> questions(const SessionContent& content, std::string_view text) const;

 private:
  struct Half {
    std::string base;
    Side side = Side::left;
    RegionSlug mirror;
  };

  RegionWords m_words;
  std::map<RegionSlug, Half> m_halves;
};

}  // namespace unknot::domain

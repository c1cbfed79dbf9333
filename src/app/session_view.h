// From an open session to what its screen shows: rows, maps and counts. No clock, no storage, no thread.
#pragma once

#include <string>
#include <vector>

#include "app/charting.h"
#include "app/session_state.h"
#include "content/content.h"

namespace unknot::app {

std::optional<int> levelNumber(const std::optional<domain::Tension>& tension);
// The level of one moment, to read or to set.
std::optional<domain::Tension>& levelOf(domain::RegionFinding& finding, domain::Moment moment);
const std::optional<domain::Tension>& levelOf(const domain::RegionFinding& finding, domain::Moment moment);
bool& flagOf(domain::Findings& findings, Finding finding);
bool& flagOf(domain::Techniques& techniques, Technique technique);

// "Low back, side, left"
std::string regionNameOf(const core::Words& words, const domain::BodyRegion& region);
// The region's finding; an empty one where there is none yet.
domain::RegionFinding findingAt(const domain::SessionContent& content, const domain::RegionSlug& region);

// What the hand compares with: before hands-on what was left last time, after it what was met today.
std::optional<domain::Tension> ghostOf(const OpenSession& open, const domain::RegionFinding& finding,
                                       domain::Moment moment);

class SessionView {
 public:
  // Lives no longer than any of them.
  SessionView(const OpenSession& open, const content::Content& content, const core::Words& words)
      : m_open(open), m_content(content), m_words(words) {}

  // Rows, points, maps and counts, from what `state` says of selection, tool and map.
  void fill(SessionState& state) const;

 private:
  std::vector<RegionRow> rows(const std::vector<domain::RegionSlug>& selected) const;
  std::vector<PointRow> points() const;
  draw::BodyMapMarks marks(const SessionState& state, domain::Moment moment) const;
  draw::BodyMapMarks changes(const SessionState& state) const;
  void choose(draw::BodyMapMarks& marks, const SessionState& state) const;

  const OpenSession& m_open;
  const content::Content& m_content;
  const core::Words& m_words;
};

}  // namespace unknot::app

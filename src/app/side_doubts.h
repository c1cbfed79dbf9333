// Left/right mix-ups between the texts of a session and its map, asked about quietly and once.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/session_state.h"
#include "content/content.h"
#include "domain/side_guard.h"

namespace unknot::app {

class SideDoubts {
 public:
  // Keeps both for as long as it lives.
  SideDoubts(const content::Content& content, const core::Words& words)
      : m_content(content), m_words(words), m_guard(content.atlas()) {}

  void clear();
  // Looks again when the texts or the map have changed since the last time; true when the doubts have.
  bool look(const domain::SessionContent& content);
  // "Yes, it is right": not asked again while this session is open.
  void dismiss(const std::string& key);
  const std::vector<SideDoubt>& doubts() const { return m_doubts; }

 private:
  void ask(const domain::SessionContent& content, const std::string& text);

  const content::Content& m_content;
  const core::Words& m_words;
  domain::SideGuard m_guard;
  std::vector<std::string> m_texts;
  std::vector<domain::RegionFinding> m_findings;
  std::vector<domain::PointMark> m_points;
  std::vector<SideDoubt> m_doubts;
  std::set<std::string> m_dismissed;
};

}  // namespace unknot::app

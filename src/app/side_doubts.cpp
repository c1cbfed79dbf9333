#include "app/side_doubts.h"

#include <algorithm>

#include "app/session_view.h"

namespace unknot::app {
namespace {

// What is said of today. "Next time" holds plans.
std::vector<std::string> textsOf(const domain::SessionContent& content) {
  std::vector<std::string> texts{content.theirWords, content.postureAndGait, content.work, content.response};
  for (const auto& finding : content.findings)
    if (!finding.note.empty()) texts.push_back(finding.note);
  return texts;
}

}  // namespace

void SideDoubts::clear() {
  m_texts.clear();
  m_findings.clear();
  m_points.clear();
  m_doubts.clear();
  m_dismissed.clear();
}

bool SideDoubts::look(const domain::SessionContent& content) {
  auto texts = textsOf(content);
  if (texts == m_texts && content.findings == m_findings && content.points == m_points) return false;
  m_texts = std::move(texts);
  m_findings = content.findings;
  m_points = content.points;
  const auto before = std::move(m_doubts);
  m_doubts.clear();
  for (const auto& text : m_texts) ask(content, text);
  return m_doubts != before;
}

void SideDoubts::ask(const domain::SessionContent& content, const std::string& text) {
  for (const auto& found : m_guard.questions(content, text)) {
    const std::string key = found.heard + "\n" + found.said + "\n" + found.held;
    const auto same = [&](const SideDoubt& doubt) { return doubt.key == key; };
    if (m_dismissed.contains(key) || std::any_of(m_doubts.begin(), m_doubts.end(), same)) continue;
    const auto* held = m_content.atlas().find(found.held);
    m_doubts.push_back(
        {key,
         {"session.guard.question",
          {{"heard", found.heard}, {"held", held == nullptr ? found.held : regionNameOf(m_words, *held)}},
          {}}});
  }
}

void SideDoubts::dismiss(const std::string& key) {
  m_dismissed.insert(key);
  std::erase_if(m_doubts, [&](const SideDoubt& doubt) { return doubt.key == key; });
}

}  // namespace unknot::app

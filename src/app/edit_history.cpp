#include "app/edit_history.h"

#include <utility>

namespace unknot::app {
namespace {

constexpr std::size_t kMostSteps = 500;

}  // namespace

void EditHistory::clear() {
  m_undo.clear();
  m_redo.clear();
  m_drag = Drag::none;
}

void EditHistory::note(const domain::SessionContent& before, const std::string& field) {
  const bool sameField = !field.empty() && !m_undo.empty() && m_undo.back().field == field;
  const bool goesOn = !m_undo.empty() && m_redo.empty() && (sameField || m_drag == Drag::noted);
  if (!goesOn) m_undo.push_back({before, field});
  if (m_drag == Drag::begun) m_drag = Drag::noted;
  if (m_undo.size() > kMostSteps) m_undo.erase(m_undo.begin());
  m_redo.clear();
}

bool EditHistory::take(std::vector<Step>& from, std::vector<Step>& to, domain::SessionContent& content) {
  if (from.empty()) return false;
  to.push_back({std::exchange(content, std::move(from.back().content)), {}});
  from.pop_back();
  return true;
}

bool EditHistory::undo(domain::SessionContent& content) {
  return take(m_undo, m_redo, content);
}

bool EditHistory::redo(domain::SessionContent& content) {
  return take(m_redo, m_undo, content);
}

}  // namespace unknot::app

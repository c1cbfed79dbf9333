// Undo and redo of one open session: every change of its content is a step; typing into one field, and one
// drag over regions, are one step each. Ends at signing.
#pragma once

#include <optional>
#include <vector>

#include "app/session_state.h"

namespace unknot::app {

class EditHistory {
 public:
  void clear();
  // Call before the content changes. Goes on with the last step when that was typing into the same field, or
  // while a drag is under way.
  void note(const domain::SessionContent& before, std::optional<SessionText> typedInto);
  // From now until endDrag() every change belongs to the last step.
  void drag() { m_dragging = true; }
  void endDrag() { m_dragging = false; }

  bool canUndo() const { return !m_undo.empty(); }
  bool canRedo() const { return !m_redo.empty(); }
  // Puts the content before the last step, or after the next one, into `content`. False when there is none.
  bool undo(domain::SessionContent& content);
  bool redo(domain::SessionContent& content);

 private:
  struct Step {
    domain::SessionContent content;
    std::optional<SessionText> text;
  };
  static bool take(std::vector<Step>& from, std::vector<Step>& to, domain::SessionContent& content);

  std::vector<Step> m_undo;
  std::vector<Step> m_redo;
  bool m_dragging = false;
};

}  // namespace unknot::app

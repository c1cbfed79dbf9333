// Undo and redo of one open session: every change of its content is a step; typing into one field, and one
// drag over regions, are one step each. Ends at signing.
#pragma once

#include <string>
#include <vector>

#include "app/session_state.h"

namespace unknot::app {

class EditHistory {
 public:
  void clear();
  // Call before the content changes. `field`: what is typed into, whatever tells it from other fields; empty
  // when nothing is typed. Goes on with the last step when that was typing into the same field, or when it
  // belongs to the same drag.
  void note(const domain::SessionContent& before, const std::string& field);
  // From now until endDrag() all changes are one step.
  void beginDrag() { m_drag = Drag::begun; }
  void endDrag() { m_drag = Drag::none; }

  bool canUndo() const { return !m_undo.empty(); }
  bool canRedo() const { return !m_redo.empty(); }
  // Puts the content before the last step, or after the next one, into `content`. False when there is none.
  bool undo(domain::SessionContent& content);
  bool redo(domain::SessionContent& content);

 private:
  struct Step {
    domain::SessionContent content;
    std::string field;
  };
  static bool take(std::vector<Step>& from, std::vector<Step>& to, domain::SessionContent& content);

  std::vector<Step> m_undo;
  std::vector<Step> m_redo;
  enum class Drag { none, begun, noted };
  Drag m_drag = Drag::none;
};

}  // namespace unknot::app

#include "domain/practice_store.h"

#include <exception>
#include <utility>

#include "domain/choice.h"

namespace unknot::domain {
namespace {

constexpr Choices<AuditAction, 11> kActions{{{AuditAction::opened, "opened"},
                                             {AuditAction::read, "read"},
                                             {AuditAction::created, "created"},
                                             {AuditAction::changed, "changed"},
                                             {AuditAction::removed, "removed"},
                                             {AuditAction::signedIt, "signed"},
                                             {AuditAction::printed, "printed"},
                                             {AuditAction::exported, "exported"},
                                             {AuditAction::imported, "imported"},
                                             {AuditAction::refused, "refused"},
                                             {AuditAction::undone, "undone"}}};

}  // namespace

std::string_view toString(AuditAction action) {
  return choiceText(kActions, action);
}
AuditAction auditActionFrom(std::string_view text) {
  return choiceFrom(kActions, "action", text);
}

void PracticeStore::atomically(const std::function<void()>& work) {
  const std::size_t before = m_actions.size();
  ++m_depth;
  try {
    commitOrUndo(work);
  } catch (...) {
    --m_depth;
    m_actions.resize(before);
    throw;
  }
  --m_depth;
  if (m_depth == 0) runActions();
}

void PracticeStore::afterCommit(std::function<void()> action) {
  m_actions.push_back(std::move(action));
  if (m_depth == 0) runActions();
}

// One that fails does not keep the others from running; it is told when they have.
void PracticeStore::runActions() {
  const auto actions = std::exchange(m_actions, {});
  std::exception_ptr failed;
  for (const auto& action : actions) {
    try {
      action();
    } catch (...) {
      if (!failed) failed = std::current_exception();
    }
  }
  if (failed) std::rethrow_exception(failed);
}

}  // namespace unknot::domain

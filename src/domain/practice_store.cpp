#include "domain/practice_store.h"

#include "domain/choice.h"

namespace unknot::domain {
namespace {

constexpr Choices<AuditAction, 9> kActions{{{AuditAction::opened, "opened"},
                                            {AuditAction::read, "read"},
                                            {AuditAction::created, "created"},
                                            {AuditAction::changed, "changed"},
                                            {AuditAction::signedIt, "signed"},
                                            {AuditAction::printed, "printed"},
                                            {AuditAction::exported, "exported"},
                                            {AuditAction::imported, "imported"},
                                            {AuditAction::refused, "refused"}}};

}  // namespace

std::string_view toString(AuditAction action) {
  return choiceText(kActions, action);
}
AuditAction auditActionFrom(std::string_view text) {
  return choiceFrom(kActions, "action", text);
}

}  // namespace unknot::domain

#include "domain/practice.h"

#include "core/utf8.h"
#include "domain/choice.h"
#include "domain/required.h"

namespace unknot::domain {
namespace {

constexpr Choices<Paper, 2> kPapers{{{Paper::a4, "a4"}, {Paper::letter, "letter"}}};
constexpr Choices<Role, 4> kRoles{{{Role::owner, "owner"},
                                   {Role::practitioner, "practitioner"},
                                   {Role::assistant, "assistant"},
                                   {Role::auditor, "auditor"}}};

}  // namespace

std::string_view toString(Paper paper) {
  return choiceText(kPapers, paper);
}
Paper paperFrom(std::string_view text) {
  return choiceFrom(kPapers, "paper", text);
}
std::string_view toString(Role role) {
  return choiceText(kRoles, role);
}
Role roleFrom(std::string_view text) {
  return choiceFrom(kRoles, "role", text);
}

void check(const Practice& practice) {
  checkRequired("practice.name", practice.name, core::kNameLimit);
  checkRequired("practice.practitioner", practice.practitionerName, core::kNameLimit);
}

}  // namespace unknot::domain

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

// "#1f6e6b"
bool isHexColor(std::string_view text) {
  constexpr std::size_t kLength = 7;
  return text.size() == kLength && text.front() == '#' &&
         text.find_first_not_of("0123456789abcdef", 1) == std::string_view::npos;
}

// What stands large before somebody who needs help now: a number and nothing else. May be empty.
bool isDialled(std::string_view text) {
  constexpr std::size_t kLongest = 30;
  const bool blank = text.find_first_not_of(' ') == std::string_view::npos;
  return text.empty() ||
         (text.size() <= kLongest && !blank &&
          text.find_first_not_of("0123456789 ", text[0] == '+' ? 1 : 0) == std::string_view::npos &&
          text != "+");
}

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
  core::checkText("practice.phone", practice.phone, core::kNameLimit);
  if (!isDialled(practice.emergencyNumber))
    throw core::InputError({"error.practiceNumber",
                            {{"field", "practice.emergencyNumber"}, {"value", practice.emergencyNumber}},
                            {}});
  checkRange("practice.adultAge", practice.adultAge, kLowestAdultAge, kHighestAdultAge);
  if (!practice.accent.empty() && !isHexColor(practice.accent))
    throw core::InputError(
        {"error.practiceColor", {{"field", "practice.accent"}, {"value", practice.accent}}, {}});
}

}  // namespace unknot::domain

// Use case: what a practice prints of itself, and what it goes by with its clients.
#pragma once

#include <optional>
#include <string>

#include "app/workspace.h"

namespace unknot::app {

struct PracticeDetails {
  std::string practitioner;
  std::string phone;
  std::string accent;  // "#1f6e6b", in small or capital letters, or ""
  domain::Paper paper = domain::Paper::a4;
  std::string emergencyNumber;  // digits, spaces and a leading +, or ""
  int adultAge = domain::kUsualAdultAge;
  // Of importLogo(); "" takes the logo away; none: it stays as it is.
  std::optional<std::string> logo{};
};

// Asks the right to change charts. Throws InputError naming "practice.practitioner", "practice.phone",
// "practice.accent", "practice.emergencyNumber" or "practice.adultAge"; StorageError where the logo can't be
// kept, and then nothing has changed.
void changePractice(Workspace& work, const PracticeDetails& wanted);

}  // namespace unknot::app

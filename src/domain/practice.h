// The practice and the people who work in it.
#pragma once

#include <string>
#include <string_view>

#include "core/date.h"
#include "domain/ids.h"

namespace unknot::domain {

enum class Paper { a4, letter };

enum class Role { owner, practitioner, assistant, auditor };

struct User {
  UserId id;
  std::string name;
  Role role = Role::owner;
  core::Instant createdAt;
  friend bool operator==(const User&, const User&) = default;
};

inline constexpr int kUsualAdultAge = 18;
inline constexpr int kLowestAdultAge = 12;
inline constexpr int kHighestAdultAge = 25;

struct Practice {
  PracticeId id;
  std::string name;
  std::string practitionerName;
  std::string phone;              // printed on what clients take home; may be empty
  std::string accent;             // "#1f6e6b": the colour of headings on paper; empty: the program's own
  std::string emergencyNumber;    // "112": shown to a client whose answers ask for help now; may be empty
  int adultAge = kUsualAdultAge;  // below it a guardian signs
  Paper paper = Paper::a4;
  std::string timeZone = "UTC";  // IANA name
  std::string language = "en";   // the practitioner's own
  bool demo = false;             // fictional clients; the password is "demo" and the login screen says so
  core::Instant createdAt;
  friend bool operator==(const Practice&, const Practice&) = default;
};

// Stable words for storage and exchange: "a4", "letter"; "owner" ... Parsing throws InputError
// ("error.choice").
std::string_view toString(Paper paper);
Paper paperFrom(std::string_view text);
std::string_view toString(Role role);
Role roleFrom(std::string_view text);

// Throws InputError naming the field when a name is empty or too long, an age or a number can't be one.
void check(const Practice& practice);

}  // namespace unknot::domain

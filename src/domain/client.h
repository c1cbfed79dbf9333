// A client: the person, and how to reach them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/date.h"
#include "domain/body_build.h"
#include "domain/figure_look.h"
#include "domain/ids.h"

namespace unknot::domain {

enum class ClientStatus { active, paused, ended };

struct Client {
  ClientId id;
  std::string name;      // in full, as the person writes it, in any script; the only required field
  std::string calledAs;  // how to speak to them; empty: `name`
  std::string sortName;  // where the list should put them ("Müller, Zoë"); empty: `name`
  std::string pronouns;
  std::optional<core::Date> birthDate;  // missing is unknown, never a default
  std::string phone;
  std::string email;
  std::string address;
  std::string occupation;
  std::string emergencyContact;
  std::string language = "en";  // of what is printed for them
  bool largePrint = false;
  BodyBuild build = BodyBuild::medium;  // of the figure on their body maps and exercise pictures
  FigureLook look;                      // of the figure on their exercise pictures
  std::string about;  // the practitioner's own lines: how they found the practice, what to remember
  ClientStatus status = ClientStatus::active;
  core::Instant createdAt;
  friend bool operator==(const Client&, const Client&) = default;
};

std::string_view toString(ClientStatus status);
ClientStatus clientStatusFrom(std::string_view text);

// Throws InputError naming the field: name is required, texts have limits, a birth date is not after `today`
// nor more than 130 years before it.
void check(const Client& client, const core::Date& today);

const std::string& spokenName(const Client& client);

// 14 pt or large print is the default on paper from this age (RNIB Clear Print asks 14 pt for older readers).
inline constexpr int kLargerPrintAge = 60;

}  // namespace unknot::domain

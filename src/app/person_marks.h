// What of a client is compared when somebody may be in the practice already.
#pragma once

#include "app/workspace.h"
#include "core/words.h"
#include "domain/lookalike.h"

namespace unknot::app {

domain::PersonMarks marksOf(const domain::Client& client);
domain::PersonMarks marksOf(const domain::ClientSummary& client);

// Somebody who is in the practice already and may be the same person.
struct Lookalike {
  domain::ClientId client;
  std::string name;
  std::optional<core::Date> birthDate;
  domain::Likeness likeness;
  friend bool operator==(const Lookalike&, const Lookalike&) = default;
};

// Most alike first, at most five.
std::vector<Lookalike> findLookalikes(Workspace& work, const domain::Client& client);

// "same name, same birth date"
std::string likenessText(const core::Words& words, const domain::Likeness& likeness);

}  // namespace unknot::app

// What the repositories of one opened practice share.
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "core/clock.h"
#include "core/error.h"
#include "domain/ids.h"
#include "storage/audit_chain.h"
#include "storage/client_index.h"
#include "storage/engine.h"

namespace unknot::storage {

// References to what the opened practice owns.
struct PracticeContext {
  Connection& connection;
  core::Random& random;
  const core::Clock& clock;
  domain::UserId user;
  AuditChain& audit;
  ClientIndex& index;

  // One commit or none; what was remembered of it is forgotten when it is none.
  void atomically(const std::function<void()>& work) const;
  // Throws core::RefusedError ("error.practice.noClient").
  void requireClient(domain::ClientId client) const;
};

// Refusals of the repositories, "error.practice.<id>".
core::RefusedError refusal(const char* id);

// True when `wanted` is among `present` already: a retry adds nothing. Throws refusal("sameId") for another
// record of its id.
template <class Record>
bool isThere(const std::vector<Record>& present, const Record& wanted) {
  const auto found =
      std::find_if(present.begin(), present.end(), [&](const Record& each) { return each.id == wanted.id; });
  if (found == present.end()) return false;
  if (*found != wanted) throw refusal("sameId");
  return true;
}

}  // namespace unknot::storage

// What the repositories of one opened practice share.
#pragma once

#include <functional>

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

}  // namespace unknot::storage

// Who did what, when, where: rows that hold together by their hashes. Tamper-evident, not tamper-proof.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/clock.h"
#include "domain/practice_store.h"
#include "storage/engine.h"

namespace unknot::storage {

class AuditChain {
 public:
  // Keeps both references for as long as it lives. `workstation` is a name of this machine.
  AuditChain(Connection& connection, const core::Clock& clock, domain::UserId user, std::string workstation);

  // In the transaction that is open, or in one of its own. `subject` is kind and id; `recordHash` the hash of
  // what was saved, where it has one.
  void append(domain::AuditAction action, std::string_view subject, std::string_view recordHash = {});
  // Many at once, a row each, in this order.
  struct Entry {
    std::string subject;
    std::string recordHash;
  };
  void append(domain::AuditAction action, const std::vector<Entry>& entries);

  std::vector<domain::AuditEntry> tail(std::size_t most);  // newest first
  // Of the newest row; empty when there is none.
  std::string head();
  // Throws core::DamageError ("error.database.audit") at the first of the newest `most` rows that does not
  // hold.
  void verifyTail(std::size_t most);

  // One row, as far as verifying needs it.
  struct Link {
    std::int64_t sequence = 0;
    std::string action;
    std::string subject;
    std::string recordHash;
    bool holds = false;  // its own hash, and that it follows the row before
  };
  // Every row, oldest first, one at a time.
  void readAll(const std::function<void(const Link&)>& seen);

 private:
  Connection& m_connection;
  const core::Clock& m_clock;
  domain::UserId m_user;
  std::string m_workstation;
};

}  // namespace unknot::storage

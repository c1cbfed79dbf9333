// What clients agreed to.
#pragma once

#include <vector>

#include "domain/practice_store.h"
#include "storage/practice_context.h"

namespace unknot::storage {

class StoredConsents final : public domain::ConsentRepository {
 public:
  explicit StoredConsents(const PracticeContext& context) : m_context(context) {}
  void add(const domain::Consent& wanted) override;
  std::vector<domain::Consent> ofClient(domain::ClientId client) override;

 private:
  // Written for this client alone.
  std::vector<domain::Consent> ofOne(domain::ClientId client);
  const PracticeContext& m_context;
};

}  // namespace unknot::storage

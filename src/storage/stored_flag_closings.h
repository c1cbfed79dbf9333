// What was said of safety flags.
#pragma once

#include <vector>

#include "domain/practice_store.h"
#include "storage/practice_context.h"

namespace unknot::storage {

class StoredFlagClosings final : public domain::FlagClosingRepository {
 public:
  explicit StoredFlagClosings(const PracticeContext& context) : m_context(context) {}
  void add(const domain::FlagClosing& wanted) override;
  std::vector<domain::FlagClosing> ofClient(domain::ClientId client) override;

 private:
  // Written for this client alone.
  std::vector<domain::FlagClosing> ofOne(domain::ClientId client);
  const PracticeContext& m_context;
};

}  // namespace unknot::storage

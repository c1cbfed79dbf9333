#pragma once

#include "domain/practice_store.h"
#include "storage/practice_context.h"

namespace unknot::storage {

class StoredChartMerges final : public domain::ChartMergeRepository {
 public:
  explicit StoredChartMerges(const PracticeContext& context) : m_context(context) {}
  // Also refused when one of the two is not here.
  void add(const domain::ChartMerge& merge) override;
  void separate(domain::ChartMergeId id, domain::UserId by, core::Instant at) override;
  domain::ClientId holderOf(domain::ClientId client) override { return m_context.parts.holderOf(client); }
  std::vector<domain::ClientId> partsOf(domain::ClientId client) override {
    return m_context.parts.of(client);
  }
  std::vector<domain::ChartMerge> standing(domain::ClientId client) override;
  std::optional<domain::ChartMerge> find(domain::ChartMergeId id) override;

 private:
  const PracticeContext& m_context;
};

}  // namespace unknot::storage

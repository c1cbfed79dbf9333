#pragma once

#include "domain/practice_store.h"
#include "storage/practice_context.h"

namespace unknot::storage {

class StoredPracticeLogs final : public domain::PracticeLogRepository {
 public:
  explicit StoredPracticeLogs(const PracticeContext& context) : m_context(context) {}
  void add(const domain::PracticeLog& log) override;
  std::vector<domain::PracticeLog> ofClient(domain::ClientId client) override;

 private:
  // Written for this client alone.
  std::vector<domain::PracticeLog> ofOne(domain::ClientId client);
  std::vector<domain::PracticeLogRow> rowsOf(domain::PracticeLogId id);

  const PracticeContext& m_context;
};

}  // namespace unknot::storage

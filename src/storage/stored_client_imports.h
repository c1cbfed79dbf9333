#pragma once

#include "domain/practice_store.h"
#include "storage/practice_context.h"

namespace unknot::storage {

class StoredClientImports final : public domain::ClientImportRepository {
 public:
  explicit StoredClientImports(const PracticeContext& context) : m_context(context) {}
  void add(const domain::ClientImport& import, const std::vector<domain::ImportedClient>& clients) override;
  std::vector<domain::ClientImport> list() override;
  std::vector<domain::ImportedClient> clients(domain::ImportId import) override;
  std::vector<domain::ClientId> withMore() override;
  void takeAway(domain::ImportId import, const std::vector<domain::ClientId>& wanted) override;
  void setUndone(domain::ImportId import, core::Instant at) override;

 private:
  const PracticeContext& m_context;
};

}  // namespace unknot::storage

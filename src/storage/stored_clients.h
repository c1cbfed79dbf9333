#pragma once

#include <string>

#include "domain/practice_store.h"
#include "storage/practice_context.h"

namespace unknot::storage {

// A client's whole row as it is kept when it is replaced or taken away.
std::string historyJson(const domain::Client& client);

class StoredClients final : public domain::ClientRepository {
 public:
  explicit StoredClients(const PracticeContext& context) : m_context(context) {}
  void save(const domain::Client& client) override;
  void addAll(const std::vector<domain::Client>& clients) override;
  std::optional<domain::Client> find(domain::ClientId id) override;
  std::vector<domain::ClientSummary> list() override { return m_context.index.search({}); }
  std::vector<domain::ClientSummary> search(std::string_view words) override {
    return m_context.index.search(words);
  }

 private:
  void keepHistory(const domain::Client& previous);

  const PracticeContext& m_context;
};

}  // namespace unknot::storage

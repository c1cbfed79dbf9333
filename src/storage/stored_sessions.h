#pragma once

#include "domain/practice_store.h"
#include "storage/practice_context.h"

namespace unknot::storage {

class StoredSessions final : public domain::SessionRepository {
 public:
  explicit StoredSessions(const PracticeContext& context) : m_context(context) {}

  // The hash covers `savedAt`, so a retry keeps the instant of the first try.
  domain::SessionVersion append(const domain::SessionVersion& version) override;
  void addSignature(const domain::Signature& signature) override;
  std::optional<domain::Session> find(domain::SessionId id) override;
  std::vector<domain::Session> ofClient(domain::ClientId client) override;
  std::vector<domain::SessionVersion> versions(domain::SessionId id) override;
  // Also refused when the client is not here.
  void restore(const domain::SessionHistory& history) override;
  std::vector<domain::Session> unsignedOnes() override;

 private:
  // Written for this client alone.
  std::vector<domain::Session> ofOne(domain::ClientId client);
  std::optional<domain::SessionVersion> findVersion(domain::SessionVersionId id);
  std::vector<domain::Session> sessionsWhere(std::string_view condition,
                                             std::optional<domain::ClientId> client);
  void insertVersion(const domain::SessionVersion& version);
  void insertSignature(const domain::Signature& signature);

  const PracticeContext& m_context;
};

}  // namespace unknot::storage

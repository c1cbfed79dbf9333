#pragma once

#include "domain/practice_store.h"
#include "storage/practice_context.h"

namespace unknot::storage {

class StoredIntakes final : public domain::IntakeRepository {
 public:
  explicit StoredIntakes(const PracticeContext& context) : m_context(context) {}
  // Also refused: a version of the client that another intake has already.
  void add(const domain::Intake& intake) override;
  std::vector<domain::Intake> ofClient(domain::ClientId client) override;
  std::string keepDefinition(std::string_view language, std::string_view text) override;
  std::optional<std::string> definition(std::string_view hash) override;
  std::optional<std::string> newestDefinition(std::string_view language) override;

 private:
  // Written for this client alone.
  std::vector<domain::Intake> ofOne(domain::ClientId client);
  std::optional<domain::Intake> find(domain::IntakeId id);
  std::vector<domain::IntakeAnswer> answersOf(domain::IntakeId id);

  const PracticeContext& m_context;
};

}  // namespace unknot::storage

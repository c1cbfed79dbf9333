#pragma once

#include "domain/practice_store.h"
#include "storage/practice_context.h"

namespace unknot::storage {

class StoredPlans final : public domain::PlanRepository {
 public:
  explicit StoredPlans(const PracticeContext& context) : m_context(context) {}
  // An id that is there with the same content is left alone and returned; with another one refused.
  domain::ExercisePlan append(const domain::ExercisePlan& plan) override;
  std::optional<domain::ExercisePlan> current(domain::ClientId client) override;
  std::vector<domain::ExercisePlan> ofClient(domain::ClientId client) override;
  long clientsNaming(const domain::ExerciseSlug& exercise) override;

 private:
  // Written for this client alone.
  std::vector<domain::ExercisePlan> ofOne(domain::ClientId client);
  std::vector<domain::PlanItem> itemsOf(domain::PlanId id);

  const PracticeContext& m_context;
};

}  // namespace unknot::storage

#pragma once

#include "domain/practice_store.h"
#include "storage/practice_context.h"

namespace unknot::storage {

class StoredPlanTemplates final : public domain::PlanTemplateRepository {
 public:
  explicit StoredPlanTemplates(const PracticeContext& context) : m_context(context) {}
  void save(const domain::PlanTemplate& wanted) override;
  void remove(domain::PlanTemplateId id) override;
  std::vector<domain::PlanTemplate> all() override;

 private:
  bool isThere(domain::PlanTemplateId id);
  void insertItems(const domain::PlanTemplate& wanted);
  void deleteItems(domain::PlanTemplateId id);
  std::vector<domain::PlanItem> itemsOf(domain::PlanTemplateId id);

  const PracticeContext& m_context;
};

}  // namespace unknot::storage

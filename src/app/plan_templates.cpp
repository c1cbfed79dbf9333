#include "app/plan_templates.h"

#include <algorithm>
#include <utility>

#include "app/home_practice.h"
#include "app/permission.h"
#include "core/error.h"
#include "core/utf8.h"
#include "unicode/collation.h"
#include "unicode/folding.h"

namespace unknot::app {
namespace {

domain::PlanTemplate save(Workspace& work, domain::PlanTemplate wanted) {
  wanted.name = core::trimmed(wanted.name);
  if (wanted.name.empty()) throw core::InputError({"error.planTemplate.name", {}, {}});
  if (wanted.items.empty()) throw core::InputError({"error.planTemplate.empty", {}, {}});
  check(wanted);
  for (const auto& other : work.store.planTemplates().all())
    if (other.id != wanted.id && isSameName(other.name, wanted.name))
      throw core::RefusedError({"error.planTemplate.exists", {{"name", other.name}}, {}});
  if (wanted.id.isNil()) wanted.id = work.ids.make<domain::PlanTemplateId>();
  wanted.author = work.store.user().id;
  wanted.savedAt = work.clock.now();
  work.store.planTemplates().save(wanted);
  publishAfterCommit(work, {Change::Kind::planTemplate, {}, wanted.id.value});
  return wanted;
}

}  // namespace

std::vector<domain::PlanTemplate> planTemplates(Workspace& work) {
  requireRight(work.store, Right::readChart);
  auto all = work.store.planTemplates().all();
  const unicode::NameOrder order;
  std::stable_sort(all.begin(), all.end(),
                   [&](const auto& a, const auto& b) { return order.key(a.name) < order.key(b.name); });
  return all;
}

domain::PlanTemplate keepTemplate(Workspace& work, domain::PlanTemplate wanted) {
  requireRight(work.store, Right::writeChart);
  for (auto& item : wanted.items) item.reason.clear();
  requireExercises(work, wanted.items);
  return save(work, std::move(wanted));
}

domain::PlanTemplate renameTemplate(Workspace& work, domain::PlanTemplateId id, const std::string& name) {
  requireRight(work.store, Right::writeChart);
  const auto all = work.store.planTemplates().all();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
  if (found == all.end()) throw core::RefusedError({"error.planTemplate.gone", {}, {}});
  auto renamed = *found;
  renamed.name = name;
  return save(work, std::move(renamed));
}

domain::PlanTemplate resolveTemplate(Workspace& work, std::string_view idOrName) {
  for (auto& one : planTemplates(work))
    if (one.id.toString() == idOrName || isSameName(one.name, idOrName)) return one;
  throw core::InputError({"error.planTemplate.none", {{"value", std::string(idOrName)}}, {}});
}

Applied applyTemplate(Workspace& work, domain::ClientId client, const domain::PlanTemplate& wanted) {
  Applied applied;
  if (const auto current = work.store.plans().current(client)) applied.plan = *current;
  applied.plan.id = {};
  applied.plan.client = client;
  applied.plan.from = work.today();
  if (applied.plan.reviewOn && *applied.plan.reviewOn < applied.plan.from) applied.plan.reviewOn.reset();
  applied.given = give(applied.plan, wanted, work.content.exercises(), groundsOf(work, client).raised);
  if (applied.given.added == 0) throw core::InputError({"error.planTemplate.nothing", {}, {}});
  applied.plan = savePlan(work, std::move(applied.plan));
  return applied;
}

void removeTemplate(Workspace& work, domain::PlanTemplateId id) {
  requireRight(work.store, Right::writeChart);
  work.store.planTemplates().remove(id);
  publishAfterCommit(work, {Change::Kind::planTemplate, {}, id.value});
}

bool isSameName(std::string_view a, std::string_view b) {
  return unicode::foldForSearch(core::trimmed(a)) == unicode::foldForSearch(core::trimmed(b));
}

}  // namespace unknot::app

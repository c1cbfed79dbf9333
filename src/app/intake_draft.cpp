// An intake that is being filled, kept until it is saved or dropped.
#include <algorithm>

#include "app/intakes.h"
#include "app/permission.h"
#include "app/subject.h"
#include "core/error.h"
#include "exchange/json.h"

namespace unknot::app {

void keepIntakeDraft(Workspace& work, const IntakeDraft& draft) {
  requireRight(work.store, Right::writeClient);
  work.store.drafts().keep({std::string(kIntakeDraft), draft.intake.client.value, work.clock.now(),
                            exchange::writeIntakeDraft({draft.intake, draft.consents, draft.group})});
}

std::optional<IntakeDraft> intakeDraft(Workspace& work, domain::ClientId client) {
  requireRight(work.store, Right::writeClient);
  for (const auto& kept : work.store.drafts().list()) {
    if (kept.kind != kIntakeDraft || kept.subject != client.value) continue;
    try {
      auto read = exchange::readIntakeDraft(kept.content);
      IntakeDraft draft{std::move(read.intake), std::move(read.consents), read.group};
      draft.intake.client = client;
      for (auto& consent : draft.consents) consent.client = client;
      return draft;
    } catch (const core::InputError&) {
      // A damaged one offers nothing.
      return {};
    }
  }
  return {};
}

void dropIntakeDraft(Workspace& work, domain::ClientId client) {
  requireRight(work.store, Right::writeClient);
  work.store.drafts().remove(kIntakeDraft, client.value);
}

}  // namespace unknot::app

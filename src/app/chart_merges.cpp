#include "app/chart_merges.h"

#include <algorithm>
#include <utility>

#include "app/permission.h"
#include "app/require_client.h"
#include "app/session_draft.h"
#include "app/subject.h"
#include "core/error.h"
#include "unicode/folding.h"

namespace unknot::app {

using domain::ChartMerge;
using domain::ClientId;

namespace {

core::InputError noMerge() {
  return core::InputError({"error.merge.none", {}, {}});
}

// Drafts are of whoever works here now; those of a colleague are found when they are saved.
bool hasDraft(Workspace& work, ClientId client) {
  const auto parts = work.store.chartMerges().partsOf(client);
  const auto isPart = [&](ClientId one) { return std::find(parts.begin(), parts.end(), one) != parts.end(); };
  for (const auto& draft : work.store.drafts().list()) {
    if (draft.kind == kIntakeDraft && isPart(ClientId{draft.subject})) return true;
    if (draft.kind != kSessionDraft) continue;
    const auto read = readSessionDraft(draft.content);
    if (read && isPart(read->client)) return true;
  }
  return false;
}

void tell(Workspace& work, const ChartMerge& merge) {
  for (const auto client : {merge.kept, merge.other})
    publishAfterCommit(work, {Change::Kind::client, client.value, merge.id.value});
}

bool matches(const std::string& name, const std::vector<std::string>& wanted) {
  const auto words = unicode::searchWords(name);
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& own) { return own.starts_with(word); });
  });
}

}  // namespace

ChartMerge mergeCharts(Workspace& work, ClientId keep, ClientId other) {
  requireRight(work.store, Right::writeChart);
  ChartMerge merge;
  merge.kept = requireClient(work, keep).id;
  merge.other = requireClient(work, other).id;
  if (merge.kept == merge.other) throw core::InputError({"error.merge.same", {}, {}});
  if (hasDraft(work, merge.other)) throw core::RefusedError({"error.merge.draft", {}, {}});
  const auto user = work.store.user();
  merge.id = work.ids.make<domain::ChartMergeId>();
  merge.author = user.id;
  merge.authorName = user.name;
  merge.mergedAt = work.clock.now();
  work.store.atomically([&] {
    work.store.chartMerges().add(merge);
    tell(work, merge);
  });
  return merge;
}

std::vector<HeldChart> heldCharts(Workspace& work, ClientId client) {
  requireRight(work.store, Right::seeClients);
  std::vector<HeldChart> held;
  for (auto& merge : work.store.chartMerges().standing(client)) {
    const auto other = work.store.clients().find(merge.other);
    held.push_back({std::move(merge), other ? other->name : std::string()});
  }
  return held;
}

HeldChart resolveHeld(Workspace& work, ClientId client, std::string_view idOrWords) {
  auto held = heldCharts(work, client);
  const auto id = ClientId::parse(idOrWords);
  const auto wanted = unicode::searchWords(idOrWords);
  std::erase_if(held, [&](const HeldChart& one) {
    return id ? one.merge.other != *id : wanted.empty() || !matches(one.name, wanted);
  });
  if (held.empty()) throw noMerge();
  if (held.size() > 1) throw core::InputError({"error.client.several", {}, static_cast<long>(held.size())});
  return held.front();
}

ChartMerge separateCharts(Workspace& work, ClientId client, ClientId other) {
  requireRight(work.store, Right::writeChart);
  for (auto& merge : work.store.chartMerges().standing(client)) {
    if (merge.other != other) continue;
    merge.separatedAt = work.clock.now();
    merge.separatedBy = work.store.user().id;
    work.store.atomically([&] {
      work.store.chartMerges().separate(merge.id, merge.separatedBy, *merge.separatedAt);
      tell(work, merge);
    });
    return merge;
  }
  throw noMerge();
}

ChartSum sumOf(Workspace& work, ClientId client) {
  requireRight(work.store, Right::readChart);
  ChartSum sum;
  sum.client = requireClient(work, client);
  sum.sessions = static_cast<int>(work.store.sessions().ofClient(client).size());
  sum.intakes = static_cast<int>(work.store.intakes().ofClient(client).size());
  sum.documents = static_cast<int>(work.store.documents().ofClient(client).size());
  sum.unsaved = hasDraft(work, client);
  work.store.audit(domain::AuditAction::read, subjectOf("client", sum.client.id));
  return sum;
}

}  // namespace unknot::app

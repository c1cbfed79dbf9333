#include "app/clients.h"

#include <algorithm>
#include <iterator>

#include "app/intakes.h"
#include "app/permission.h"
#include "app/require_client.h"
#include "app/session_draft.h"
#include "app/subject.h"
#include "core/error.h"

namespace unknot::app {

using domain::Client;
using domain::ClientSummary;

namespace {

constexpr std::size_t kRecentClients = 8;

core::InputError noClient() {
  return core::InputError({"error.client.none", {}, {}});
}

void tell(Workspace& work, const Client& client) {
  publishAfterCommit(work, {Change::Kind::client, client.id.value, client.id.value});
}

void saveAndPublish(Workspace& work, const Client& client) {
  work.store.clients().save(client);
  tell(work, client);
}

}  // namespace

std::vector<ClientSummary> findClients(Workspace& work, std::string_view words) {
  requireRight(work.store, Right::seeClients);
  return work.store.clients().search(words);
}

Client addClient(Workspace& work, Client client) {
  requireRight(work.store, Right::writeClient);
  check(client, work.today());
  if (client.id.isNil()) client.id = work.ids.make<domain::ClientId>();
  const auto existing = work.store.clients().find(client.id);
  if (client.createdAt.ms == 0) client.createdAt = existing ? existing->createdAt : work.clock.now();
  if (existing && *existing == client) return client;
  if (existing) throw core::RefusedError({"error.client.exists", {}, {}});
  saveAndPublish(work, client);
  return client;
}

Client changeClient(Workspace& work, const Client& client) {
  requireRight(work.store, Right::writeClient);
  check(client, work.today());
  Client changed = client;
  const Client before = requireClient(work, client.id);
  // Of a chart that is part of another one the details are that one's.
  if (before.id != client.id) throw core::RefusedError({"error.merge.part", {}, {}});
  changed.createdAt = before.createdAt;
  if (changed == before) {
    // A try that seemed to fail was saved after all, and nobody was told then.
    tell(work, before);
    return before;
  }
  saveAndPublish(work, changed);
  return changed;
}

Client resolveClient(Workspace& work, std::string_view idOrWords) {
  requireRight(work.store, Right::seeClients);
  if (const auto id = domain::ClientId::parse(idOrWords)) return requireClient(work, *id);
  const auto found = work.store.clients().search(idOrWords);
  if (found.empty()) throw noClient();
  if (found.size() > 1) throw core::InputError({"error.client.several", {}, static_cast<long>(found.size())});
  return requireClient(work, found.front().id);
}

Chart readChart(Workspace& work, domain::ClientId id) {
  requireRight(work.store, Right::readChart);
  Chart chart;
  chart.client = requireClient(work, id);
  const auto client = chart.client.id;
  chart.held = heldCharts(work, client);
  chart.sessions = work.store.sessions().ofClient(client);
  const auto plans = work.store.plans().ofClient(client);
  if (!plans.empty()) {
    chart.plan = plans.back();
    chart.planned = plans.front().from;
  }
  chart.practiceLogs = work.store.practiceLogs().ofClient(client);
  chart.measures = work.store.measures().ofClient(client);
  chart.intakes = work.store.intakes().ofClient(client);
  if (!chart.intakes.empty()) chart.questions = questionsOf(work, chart.intakes.back());
  chart.flags = flagsOf(work, client);
  chart.consents = domain::standingConsents(work.store.consents().ofClient(client));
  chart.documents = work.store.documents().ofClient(client);
  if (may(work.store.user().role, Right::writeClient))
    if (const auto draft = intakeDraft(work, client)) chart.intakeDraftAt = draft->intake.enteredAt;
  work.store.audit(domain::AuditAction::read, subjectOf("client", client));
  return chart;
}

namespace {

// What was typed and never saved comes first: it is the nearest to being lost.
void addUnsigned(Workspace& work, Today& today) {
  for (const auto& draft : work.store.drafts().list()) {
    const domain::SessionId id{draft.subject};
    if (draft.kind != kSessionDraft || work.store.sessions().find(id)) continue;
    const auto read = readSessionDraft(draft.content);
    if (!read || !findHolder(work, read->client)) continue;
    domain::Session session;
    session.id = id;
    session.client = work.store.chartMerges().holderOf(read->client);
    session.createdAt = draft.keptAt;
    session.current.content = read->content;
    today.unsignedSessions.push_back(std::move(session));
    today.neverSaved.insert(id);
  }
  auto saved = work.store.sessions().unsignedOnes();
  std::move(saved.begin(), saved.end(), std::back_inserter(today.unsignedSessions));
}

}  // namespace

Today readToday(Workspace& work) {
  requireRight(work.store, Right::seeClients);
  const core::Date day = work.today();
  Today today;
  if (may(work.store.user().role, Right::readChart)) addUnsigned(work, today);
  const auto everybody = work.store.clients().list();
  for (const auto& line : everybody) {
    if (line.lastSeen) today.recent.push_back(line);
    if (line.reviewOn && *line.reviewOn <= day && line.status == domain::ClientStatus::active)
      today.reviewsDue.push_back(line);
  }
  std::stable_sort(today.recent.begin(), today.recent.end(),
                   [](const ClientSummary& a, const ClientSummary& b) { return *a.lastSeen > *b.lastSeen; });
  if (today.recent.size() > kRecentClients) today.recent.resize(kRecentClients);
  return today;
}

}  // namespace unknot::app

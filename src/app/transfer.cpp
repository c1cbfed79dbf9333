#include "app/transfer.h"

#include <algorithm>

#include "app/charting.h"
#include "app/permission.h"
#include "app/require_client.h"
#include "app/subject.h"
#include "core/error.h"

namespace unknot::app {

using exchange::ClientExport;

namespace {

core::RefusedError differs(std::string_view what, const core::Uuid& id) {
  return core::RefusedError(
      {"error.import.differs", {{"what", std::string(what)}, {"id", id.toString()}}, {}});
}

// True when `wanted` is among `present` already; refuses another record of the same id.
template <class Record>
bool isThere(const std::vector<Record>& present, const Record& wanted, std::string_view what) {
  const auto found =
      std::find_if(present.begin(), present.end(), [&](const Record& one) { return one.id == wanted.id; });
  if (found == present.end()) return false;
  if (*found == wanted) return true;
  throw differs(what, wanted.id.value);
}

void checkSession(const Workspace& work, const domain::SessionHistory& history, const std::string& place,
                  const core::Date& today) {
  for (std::size_t v = 0; v < history.versions.size(); ++v) {
    const auto& content = history.versions[v].content;
    const std::string at = place + ".versions[" + std::to_string(v) + "].content";
    check(content, today);
    checkRegions(work.content.atlas(), content, at + ".");
  }
}

void checkRecord(const Workspace& work, const ClientExport& record) {
  const core::Date today = work.today();
  check(record.client, today);
  for (const auto& intake : record.intakes) check(intake);
  for (const auto& closing : record.flagClosings) check(closing, today);
  for (const auto& consent : record.consents) check(consent, today);
  for (std::size_t i = 0; i < record.sessions.size(); ++i)
    checkSession(work, record.sessions[i], "sessions[" + std::to_string(i) + "]", today);
  for (const auto& plan : record.plans) check(plan);
  for (const auto& log : record.practiceLogs) check(log, today);
  for (const auto& measure : record.measures) check(measure.value);
  for (const auto& held : record.held) checkRecord(work, held.record);
}

bool takeClient(Workspace& work, const domain::Client& client) {
  const auto present = work.store.clients().find(client.id);
  if (present && *present == client) return false;
  if (present) throw differs("client", client.id.value);
  work.store.clients().save(client);
  return true;
}

bool takeIntakes(Workspace& work, const ClientExport& record) {
  bool changed = false;
  for (const auto& [language, text] : record.definitions) work.store.intakes().keepDefinition(language, text);
  for (const auto& intake : record.intakes) {
    const auto present = work.store.intakes().ofClient(record.client.id);
    if (isThere(present, intake, "intake")) continue;
    // Another intake has taken this place in the meantime.
    for (const auto& other : present)
      if (other.client == intake.client && other.version == intake.version)
        throw differs("intake", intake.id.value);
    work.store.intakes().add(intake);
    changed = true;
  }
  return changed;
}

// Records that `repository` takes one by one.
template <class Repository, class Record>
bool takeEach(Repository& repository, domain::ClientId client, const std::vector<Record>& records,
              std::string_view what) {
  bool changed = false;
  for (const auto& record : records) {
    if (isThere(repository.ofClient(client), record, what)) continue;
    repository.add(record);
    changed = true;
  }
  return changed;
}

bool takeSessions(Workspace& work, const ClientExport& record) {
  bool changed = false;
  for (const auto& history : record.sessions) {
    const auto id = history.versions.front().session;
    const auto present = work.store.sessions().find(id);
    if (present && domain::SessionHistory{work.store.sessions().versions(id), present->signatures} == history)
      continue;
    if (present) throw differs("session", id.value);
    work.store.sessions().restore(history);
    changed = true;
  }
  return changed;
}

bool takePlans(Workspace& work, const ClientExport& record) {
  bool changed = false;
  for (const auto& plan : record.plans) {
    if (isThere(work.store.plans().ofClient(record.client.id), plan, "plan")) continue;
    if (work.store.plans().append(plan) != plan) throw differs("plan", plan.id.value);
    changed = true;
  }
  return changed;
}

bool takeDocuments(Workspace& work, const ClientExport& record) {
  bool changed = false;
  for (std::size_t i = 0; i < record.documents.size(); ++i) {
    const auto& [wanted, content] = record.documents[i];
    if (isThere(work.store.documents().ofClient(record.client.id), wanted, "document")) continue;
    const std::string place = "documents[" + std::to_string(i) + "]";
    if (!content) throw core::InputError({"error.json.missing", {{"field", place + ".content"}}, {}});
    // The store computes the sum anew: what was handed out must still be that.
    if (work.store.documents().add(wanted, *content) != wanted)
      throw core::InputError({"error.import.document", {{"field", place + ".content"}}, {}});
    changed = true;
  }
  return changed;
}

// That a chart is part of another; one that was separated here since stays so.
bool takeMerge(Workspace& work, const domain::ChartMerge& merge) {
  auto& merges = work.store.chartMerges();
  const auto there = merges.find(merge.id);
  if (there && (there->kept != merge.kept || there->other != merge.other))
    throw differs("chart merge", merge.id.value);
  if (there) return false;
  // Here it is part of another chart, or the other way round.
  if (merges.holderOf(merge.other) != merge.other || merges.holderOf(merge.kept) == merge.other)
    throw differs("chart merge", merge.id.value);
  merges.add(merge);
  return true;
}

// The questions an intake answered; each once.
void addDefinition(Workspace& work, const domain::Intake& intake,
                   std::vector<ClientExport::Definition>& definitions) {
  const auto text = work.store.intakes().definition(intake.definition);
  if (!text) return;
  const ClientExport::Definition definition{intake.language, *text};
  if (std::find(definitions.begin(), definitions.end(), definition) == definitions.end())
    definitions.push_back(definition);
}

// What was written for this client alone: in a chart that holds others, those are records of their own.
template <class Record>
std::vector<Record> own(std::vector<Record> all, domain::ClientId client) {
  std::erase_if(all, [&](const Record& one) { return one.client != client; });
  return all;
}

ClientExport recordOf(Workspace& work, domain::ClientId id) {
  ClientExport record;
  const auto client = work.store.clients().find(id);
  if (!client) throw core::InputError({"error.client.none", {}, {}});
  record.client = *client;
  record.intakes = own(work.store.intakes().ofClient(id), id);
  for (const auto& intake : record.intakes) addDefinition(work, intake, record.definitions);
  record.flagClosings = own(work.store.flagClosings().ofClient(id), id);
  record.consents = own(work.store.consents().ofClient(id), id);
  for (const auto& session : own(work.store.sessions().ofClient(id), id))
    record.sessions.push_back({work.store.sessions().versions(session.id), session.signatures});
  record.plans = own(work.store.plans().ofClient(id), id);
  record.practiceLogs = own(work.store.practiceLogs().ofClient(id), id);
  record.measures = own(work.store.measures().ofClient(id), id);
  std::erase_if(record.measures, [](const domain::Measure& measure) { return measure.session.has_value(); });
  for (const auto& document : own(work.store.documents().ofClient(id), id))
    record.documents.push_back({document, work.store.documents().content(document.id)});
  return record;
}

// Whether anything was new.
bool takeRecord(Workspace& work, const ClientExport& record) {
  const auto id = record.client.id;
  bool changed = takeClient(work, record.client);
  changed = takeIntakes(work, record) || changed;
  changed = takeEach(work.store.flagClosings(), id, record.flagClosings, "flag closing") || changed;
  changed = takeEach(work.store.consents(), id, record.consents, "consent") || changed;
  changed = takeSessions(work, record) || changed;
  changed = takePlans(work, record) || changed;
  changed = takeEach(work.store.practiceLogs(), id, record.practiceLogs, "practice log") || changed;
  changed = takeEach(work.store.measures(), id, record.measures, "measure") || changed;
  changed = takeDocuments(work, record) || changed;
  for (const auto& held : record.held) changed = takeRecord(work, held.record) || changed;
  // Each needs both of its charts.
  for (const auto& held : record.held) changed = takeMerge(work, held.merge) || changed;
  return changed;
}

}  // namespace

ClientExport exportClient(Workspace& work, domain::ClientId client) {
  requireRight(work.store, Right::handOut);
  const auto id = requireClient(work, client).id;
  auto record = recordOf(work, id);
  for (const auto& merge : work.store.chartMerges().standing(id))
    record.held.push_back({merge, recordOf(work, merge.other)});
  work.store.audit(domain::AuditAction::exported, subjectOf("client", id));
  return record;
}

bool importClient(Workspace& work, const ClientExport& record) {
  requireRight(work.store, Right::takeInRecord);
  checkRecord(work, record);
  bool changed = false;
  work.store.atomically([&] {
    changed = takeRecord(work, record);
    if (changed) work.store.audit(domain::AuditAction::imported, subjectOf("client", record.client.id));
  });
  if (changed)
    publishAfterCommit(work, {Change::Kind::client, record.client.id.value, record.client.id.value});
  return changed;
}

}  // namespace unknot::app

#include "app/clients.h"

#include <algorithm>
#include <iterator>

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

// A choice by its slug, or yes and no; what other questions take is free text.
void checkAnswer(const domain::Question& question, const domain::IntakeAnswer& answer,
                 const std::string& place) {
  using domain::QuestionKind;
  std::vector<std::string> allowed;
  if (question.kind == QuestionKind::yesNo) allowed = {"yes", "no"};
  for (const auto& choice : question.choices) allowed.push_back(choice.slug);
  if (question.kind != QuestionKind::severalOf && answer.values.size() > 1)
    throw core::InputError({"error.intake.one", {{"field", place + ".values"}}, {}});
  if (allowed.empty()) return;
  std::string words;
  for (const auto& word : allowed) words.append(words.empty() ? "" : ", ").append(word);
  for (std::size_t i = 0; i < answer.values.size(); ++i)
    if (std::find(allowed.begin(), allowed.end(), answer.values[i]) == allowed.end())
      throw core::InputError({"error.choice",
                              {{"field", place + ".values[" + std::to_string(i) + "]"},
                               {"value", answer.values[i]},
                               {"allowed", words}},
                              {}});
}

void checkAgainstQuestionnaire(const domain::Questionnaire& questionnaire, const domain::Intake& intake) {
  const std::string current = questionnaire.slug + "/" + std::to_string(questionnaire.version);
  if (intake.questionnaire != current)
    throw core::InputError(
        {"error.choice",
         {{"field", "questionnaire"}, {"value", intake.questionnaire}, {"allowed", current}},
         {}});
  for (std::size_t i = 0; i < intake.answers.size(); ++i) {
    const auto& answer = intake.answers[i];
    const std::string place = "answers[" + std::to_string(i) + "]";
    const domain::Question* question = questionnaire.find(answer.question);
    if (question == nullptr)
      throw core::InputError(
          {"error.intake.question", {{"field", place + ".question"}, {"value", answer.question}}, {}});
    checkAnswer(*question, answer, place);
  }
}

// What was asked and answered; version, author and time are the program's.
bool sameAnswers(domain::Intake a, const domain::Intake& b) {
  a.version = b.version;
  a.author = b.author;
  a.enteredAt = b.enteredAt;
  return a == b;
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

Chart readChart(Workspace& work, domain::ClientId client) {
  requireRight(work.store, Right::readChart);
  Chart chart;
  chart.client = requireClient(work, client);
  chart.sessions = work.store.sessions().ofClient(client);
  const auto plans = work.store.plans().ofClient(client);
  if (!plans.empty()) {
    chart.plan = plans.back();
    chart.planned = plans.front().from;
  }
  chart.practiceLogs = work.store.practiceLogs().ofClient(client);
  chart.measures = work.store.measures().ofClient(client);
  chart.intakes = work.store.intakes().ofClient(client);
  chart.documents = work.store.documents().ofClient(client);
  work.store.audit(domain::AuditAction::read, subjectOf("client", client));
  return chart;
}

domain::Intake addIntake(Workspace& work, domain::Intake intake) {
  requireRight(work.store, Right::writeClient);
  requireClient(work, intake.client);
  check(intake);
  checkAgainstQuestionnaire(work.content.questionnaire(), intake);
  if (intake.takenOn > work.today())
    throw core::InputError(
        {"error.use.takenOn", {{"field", "takenOn"}, {"value", intake.takenOn.toIso()}}, {}});
  if (intake.id.isNil()) intake.id = work.ids.make<domain::IntakeId>();
  const auto tell = [&] {
    publishAfterCommit(work, {Change::Kind::intake, intake.client.value, intake.id.value});
  };
  const auto earlier = work.store.intakes().ofClient(intake.client);
  for (const auto& one : earlier) {
    if (one.id != intake.id || !sameAnswers(one, intake)) continue;
    // A try that seemed to fail was saved after all.
    tell();
    return one;
  }
  intake.version = 1;
  for (const auto& one : earlier) intake.version = std::max(intake.version, one.version + 1);
  intake.author = work.store.user().id;
  intake.enteredAt = work.clock.now();
  work.store.intakes().add(intake);
  tell();
  return intake;
}

namespace {

// What was typed and never saved comes first: it is the nearest to being lost.
void addUnsigned(Workspace& work, Today& today) {
  for (const auto& draft : work.store.drafts().list()) {
    const domain::SessionId id{draft.subject};
    if (draft.kind != kSessionDraft || work.store.sessions().find(id)) continue;
    const auto read = readSessionDraft(draft.content);
    if (!read || !work.store.clients().find(read->client)) continue;
    domain::Session session;
    session.id = id;
    session.client = read->client;
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

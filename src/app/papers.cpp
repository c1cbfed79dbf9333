#include "app/papers.h"

#include <algorithm>

#include "app/charting.h"
#include "app/intakes.h"
#include "app/paper_context.h"
#include "app/permission.h"
#include "app/require_client.h"
#include "app/subject.h"
#include "core/error.h"
#include "core/utf8.h"

namespace unknot::app {

using document::Document;
using domain::Client;
using domain::DocumentKind;

namespace {

constexpr double kLargerBodyPt = 14;

// The doctor whom the client named in the intake.
constexpr std::string_view kPhysician = "physician";

Document summaryOf(Workspace& work, const NumberedSession& numbered, const PaperChoice& choice) {
  const auto client = requireClient(work, numbered.session.client);
  const auto practice = work.store.practice();
  return document::buildSessionSummary(contextFor(work, practice, client, choice, Reader::practice), client,
                                       numbered.session, numbered.number);
}

}  // namespace

Document composeHandout(Workspace& work, domain::ClientId id, const PaperChoice& choice) {
  requireRight(work.store, Right::handOut);
  const auto client = requireClient(work, id);
  auto plan = work.store.plans().current(id);
  if (!plan) throw core::InputError({"error.plan.none", {}, {}});
  plan->weeks = choice.weeks.value_or(plan->weeks);
  check(*plan);
  const auto practice = work.store.practice();
  auto context = contextFor(work, practice, client, choice, Reader::client);
  if (client.birthDate && client.birthDate->yearsUntil(work.today()) >= domain::kLargerPrintAge)
    context.bodyPt = kLargerBodyPt;
  return document::buildHandout(context, client, *plan);
}

Document composeReport(Workspace& work, domain::ClientId id, const document::ReportPeriod& period,
                       const PaperChoice& choice) {
  requireRight(work.store, Right::handOut);
  if (period.from && period.to && *period.to < *period.from)
    throw core::InputError(
        {"error.use.period", {{"from", period.from->toIso()}, {"to", period.to->toIso()}}, {}});
  const auto client = requireClient(work, id);
  const auto practice = work.store.practice();
  return document::buildReport(contextFor(work, practice, client, choice, Reader::practice), client,
                               work.store.sessions().ofClient(id), work.store.measures().ofClient(id),
                               period);
}

Document composeMap(Workspace& work, domain::ClientId id, std::optional<int> number,
                    document::MapSubject subject, const PaperChoice& choice) {
  requireRight(work.store, Right::handOut);
  const auto client = requireClient(work, id);
  const auto numbered = numberedSession(work, id, number);
  const auto practice = work.store.practice();
  return document::buildMapSheet(contextFor(work, practice, client, choice, Reader::practice), client,
                                 numbered.session, numbered.number, subject);
}

Document composeSessionSummary(Workspace& work, domain::ClientId id, std::optional<int> number,
                               const PaperChoice& choice) {
  requireRight(work.store, Right::handOut);
  return summaryOf(work, numberedSession(work, id, number), choice);
}

Document composeSessionSummary(Workspace& work, domain::SessionId id, const PaperChoice& choice) {
  requireRight(work.store, Right::handOut);
  return summaryOf(work, numberedSession(work, id), choice);
}

Document composeReferral(Workspace& work, domain::ClientId id, const std::string& flag,
                         const PaperChoice& choice) {
  requireRight(work.store, Right::handOut);
  const auto client = requireClient(work, id);
  const auto standing = flagsOf(work, id);
  const auto raised = std::find_if(standing.begin(), standing.end(),
                                   [&](const auto& each) { return each.flag->slug == flag; });
  if (raised == standing.end())
    throw core::InputError({"error.flag.notRaised", {{"field", "flag"}, {"value", flag}}, {}});
  const auto intake = work.store.intakes().ofClient(id).back();
  const auto practice = work.store.practice();
  const auto context = contextFor(work, practice, client, choice, Reader::practice, DocumentKind::referral);
  // The same questions in the reader's language, where they are still the same.
  auto questions = work.content.intake().form(context.language).questionnaire;
  if (questions.name() != intake.questionnaire) questions = questionsOf(work, intake);
  const auto* physician = domain::answerTo(intake.answers, kPhysician);
  return document::buildReferral(
      context, client,
      {*raised->flag, domain::answersBehind(*raised->flag, intake), questions, intake.takenOn,
       physician != nullptr && domain::says(*physician, "") ? core::trimmed(physician->values.front()) : ""});
}

bool isLargePrint(const Client& client, DocumentKind kind, const PaperChoice& choice) {
  return choice.largePrint.value_or(kind != DocumentKind::referral && client.largePrint);
}

HandedOut handOut(Workspace& work, domain::ClientId id, DocumentKind kind, const Document& document,
                  const PaperChoice& choice, domain::AuditAction how) {
  requireRight(work.store, Right::handOut);
  const auto client = requireClient(work, id);
  HandedOut handed;
  handed.pdf = work.pdf.write(document);
  domain::DocumentRecord record;
  record.id = work.ids.make<domain::DocumentId>();
  record.client = client.id;
  record.kind = kind;
  record.title = document.title;
  record.language = document.language;
  record.paper = choice.paper.value_or(work.store.practice().paper);
  record.largePrint = isLargePrint(client, kind, choice);
  record.pages = static_cast<int>(document.pages.size());
  record.author = work.store.user().id;
  record.createdAt = work.clock.now();
  work.store.atomically([&] {
    handed.record = work.store.documents().add(record, handed.pdf);
    work.store.audit(how, subjectOf("document", record.id));
  });
  publishAfterCommit(work, {Change::Kind::document, client.id.value, record.id.value});
  return handed;
}

}  // namespace unknot::app

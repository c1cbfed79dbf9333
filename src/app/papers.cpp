#include "app/papers.h"

#include <algorithm>

#include "app/charting.h"
#include "app/permission.h"
#include "app/require_client.h"
#include "app/subject.h"
#include "core/error.h"

namespace unknot::app {

using document::Document;
using domain::Client;

namespace {

constexpr double kLargerBodyPt = 14;

// Who reads it: home practice is written in the client's language, everything else in the practitioner's.
enum class Reader { client, practice };

// The choice, the client's own wish, or the practice's habit, in this order.
struct Decided {
  domain::Paper paper;
  bool largePrint;
  std::string language;
};

Decided decide(const domain::Practice& practice, const Client& client, const PaperChoice& choice,
               Reader reader) {
  return {choice.paper.value_or(practice.paper), choice.largePrint.value_or(client.largePrint),
          choice.language.value_or(reader == Reader::client ? client.language : practice.language)};
}

// One that can't be used holds up no paper: Today and Practice details tell of it.
std::shared_ptr<const core::Photo> logoOf(const Workspace& work) {
  try {
    return work.content.logo();
  } catch (const core::InputError&) {
    return {};
  }
}

document::BuildContext contextFor(Workspace& work, const domain::Practice& practice, const Client& client,
                                  const PaperChoice& choice, Reader reader) {
  auto decided = decide(practice, client, choice, reader);
  document::BuildContext context{work.content,  work.typesetter,    practice,     std::move(decided.language),
                                 decided.paper, decided.largePrint, work.today(), work.store.auditHead(),
                                 client.build};
  context.look = client.look;
  context.logo = logoOf(work);
  return context;
}

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

HandedOut handOut(Workspace& work, domain::ClientId id, domain::DocumentKind kind, const Document& document,
                  const PaperChoice& choice, domain::AuditAction how) {
  requireRight(work.store, Right::handOut);
  const auto client = requireClient(work, id);
  const auto decided = decide(work.store.practice(), client, choice, Reader::client);
  HandedOut handed;
  handed.pdf = work.pdf.write(document);
  domain::DocumentRecord record;
  record.id = work.ids.make<domain::DocumentId>();
  record.client = id;
  record.kind = kind;
  record.title = document.title;
  record.language = document.language;
  record.paper = decided.paper;
  record.largePrint = decided.largePrint;
  record.pages = static_cast<int>(document.pages.size());
  record.author = work.store.user().id;
  record.createdAt = work.clock.now();
  work.store.atomically([&] {
    handed.record = work.store.documents().add(record, handed.pdf);
    work.store.audit(how, subjectOf("document", record.id));
  });
  publishAfterCommit(work, {Change::Kind::document, id.value, record.id.value});
  return handed;
}

}  // namespace unknot::app

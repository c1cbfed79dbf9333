// Use cases: what is printed. Building shows pages; handing out keeps the exact copy in the chart.
#pragma once

#include "app/workspace.h"
#include "document/builders.h"

namespace unknot::app {

struct PaperChoice {
  std::optional<domain::Paper> paper;   // default: the practice's
  std::optional<bool> largePrint;       // default: the client's
  std::optional<std::string> language;  // default: the client's for a handout, else the practitioner's
  std::optional<int> weeks;             // of the week-grid; default: the plan's
};

// Throws InputError ("error.plan.none") when the client has no plan.
document::Document composeHandout(Workspace& work, domain::ClientId client, const PaperChoice& choice);
document::Document composeReport(Workspace& work, domain::ClientId client,
                                 const document::ReportPeriod& period, const PaperChoice& choice);
// `number`: 1 is the client's first session; none: the newest hands-on one. InputError
// ("error.session.none").
document::Document composeMap(Workspace& work, domain::ClientId client, std::optional<int> number,
                              document::MapSubject subject, const PaperChoice& choice);
document::Document composeSessionSummary(Workspace& work, domain::ClientId client, std::optional<int> number,
                                         const PaperChoice& choice);
// Of a session that is known. InputError ("error.session.none").
document::Document composeSessionSummary(Workspace& work, domain::SessionId session,
                                         const PaperChoice& choice);

// A letter to a physician about a flag that is raised now, in the practice's language unless another is
// chosen. Throws InputError ("error.flag.notRaised") for a flag that isn't.
document::Document composeReferral(Workspace& work, domain::ClientId client, const std::string& flag,
                                   const PaperChoice& choice);

// A letter goes to somebody who did not ask for large print.
bool isLargePrint(const domain::Client& client, domain::DocumentKind kind, const PaperChoice& choice);

struct HandedOut {
  domain::DocumentRecord record;
  std::string pdf;
};
// Writes the PDF, keeps it in the chart, notes printing or exporting in the audit chain.
HandedOut handOut(Workspace& work, domain::ClientId client, domain::DocumentKind kind,
                  const document::Document& document, const PaperChoice& choice, domain::AuditAction how);

}  // namespace unknot::app

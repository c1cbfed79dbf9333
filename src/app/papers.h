// Use cases: what is printed. Building shows pages; handing out keeps the exact copy in the chart.
#pragma once

#include "app/workspace.h"
#include "document/builders.h"

namespace unknot::app {

struct PaperChoice {
  std::optional<domain::Paper> paper;   // default: the practice's
  std::optional<bool> largePrint;       // default: the client's
  std::optional<std::string> language;  // default: the client's
};

// Throws InputError ("error.plan.none") when the client has no plan.
document::Document composeHandout(Workspace& work, domain::ClientId client, const PaperChoice& choice);
document::Document composeReport(Workspace& work, domain::ClientId client,
                                 const document::ReportPeriod& period, const PaperChoice& choice);
// `number`: 1 is the client's first session; none: the newest. InputError ("error.session.none").
document::Document composeMap(Workspace& work, domain::ClientId client, std::optional<int> number,
                              draw::MapMoment moment, const PaperChoice& choice);

struct HandedOut {
  domain::DocumentRecord record;
  std::string pdf;
};
// Writes the PDF, keeps it in the chart, notes printing or exporting in the audit chain.
HandedOut handOut(Workspace& work, domain::ClientId client, domain::DocumentKind kind,
                  const document::Document& document, const PaperChoice& choice, domain::AuditAction how);

}  // namespace unknot::app

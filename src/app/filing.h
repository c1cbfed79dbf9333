// Use cases: documents that came in are filed in a chart; every document of a chart is shown, printed and
// given out again as it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "app/workspace.h"
#include "raster/sheets.h"

namespace unknot::app {

inline constexpr std::size_t kDocumentLimit = 40'000'000;  // bytes

struct IncomingDocument {
  domain::DocumentId id;  // nil: made here; given, a retry can't file it twice
  domain::ClientId client;
  std::string content;
  std::string sender;               // from whom
  std::optional<core::Date> dated;  // the day it carries, where it carries one
  std::string title;                // may be empty
};

// Throws InputError ("error.document.large": limit in MB).
void checkDocumentSize(std::uintmax_t bytes);

// What a document shows, judged by its bytes and never by a name. Throws InputError: "error.document.kind"
// for what is no PDF, PNG or JPEG, as checkDocumentSize(), "error.paper.*" and "error.picture.*" for one that
// is broken, locked or too large to be shown. May take long; safe from any thread.
std::shared_ptr<const raster::Sheets> sheetsOf(const std::string& bytes);

// Keeps the exact bytes in the chart. As sheetsOf(), and InputError naming "sender", "dated" or "title";
// "error.document.there" (date) for bytes that were filed in this chart before.
domain::DocumentRecord fileDocument(Workspace& work, IncomingDocument incoming);

struct ChartPaper {
  domain::DocumentRecord record;
  std::string content;
};

// To be looked at. InputError ("error.document.none"); DamageError when it is not what was kept.
ChartPaper openDocument(Workspace& work, domain::DocumentId id);
// Printed or exported. Noted before it leaves: a copy outside that nobody knows of is worse than a note too
// many.
ChartPaper giveOutDocument(Workspace& work, domain::DocumentId id, domain::AuditAction how);
// A PDF as it is; a picture on the practice's paper.
std::string printablePdf(Workspace& work, const ChartPaper& paper);

// ".pdf", ".png", ".jpg"
std::string extensionOf(domain::DocumentFormat format);

}  // namespace unknot::app

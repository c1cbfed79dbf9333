// What was handed out or came in: the exact bytes are kept beside the database, encrypted and immutable.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/date.h"
#include "domain/ids.h"
#include "domain/practice.h"

namespace unknot::domain {

enum class DocumentKind {
  handout,
  report,
  map,
  session,
  intake,    // a form, filled
  consent,   // what was agreed to, as signed
  referral,  // a letter to a physician
  incoming,  // a letter, scan or photo that came in
};

enum class DocumentFormat { pdf, png, jpeg };

struct DocumentRecord {
  DocumentId id;
  ClientId client;
  DocumentKind kind = DocumentKind::handout;
  std::string title;
  std::string language = "en";
  Paper paper = Paper::a4;
  bool largePrint = false;
  int pages = 0;
  std::int64_t bytes = 0;
  std::string sha256;  // hex, of the plain bytes
  DocumentFormat format = DocumentFormat::pdf;
  std::string sender = {};               // incoming: from whom
  std::optional<core::Date> dated = {};  // incoming: the day it carries
  UserId author;
  core::Instant createdAt;
  friend bool operator==(const DocumentRecord&, const DocumentRecord&) = default;
};

std::string_view toString(DocumentKind kind);
DocumentKind documentKindFrom(std::string_view text);
std::string_view toString(DocumentFormat format);
DocumentFormat documentFormatFrom(std::string_view text);
// Of bytes, by how they begin; nothing for any other kind of file.
std::optional<DocumentFormat> formatOf(std::string_view content);

}  // namespace unknot::domain

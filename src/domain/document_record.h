// What was handed out: the exact bytes are kept beside the database, encrypted and immutable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/date.h"
#include "domain/ids.h"
#include "domain/practice.h"

namespace unknot::domain {

enum class DocumentKind { handout, report, map, session };

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
  UserId author;
  core::Instant createdAt;
  friend bool operator==(const DocumentRecord&, const DocumentRecord&) = default;
};

std::string_view toString(DocumentKind kind);
DocumentKind documentKindFrom(std::string_view text);

}  // namespace unknot::domain

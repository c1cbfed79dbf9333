#include "domain/document_record.h"

#include "domain/choice.h"

namespace unknot::domain {
namespace {

constexpr Choices<DocumentKind, 4> kKinds{{{DocumentKind::handout, "handout"},
                                           {DocumentKind::report, "report"},
                                           {DocumentKind::map, "map"},
                                           {DocumentKind::session, "session"}}};

}  // namespace

std::string_view toString(DocumentKind kind) {
  return choiceText(kKinds, kind);
}
DocumentKind documentKindFrom(std::string_view text) {
  return choiceFrom(kKinds, "kind", text);
}

}  // namespace unknot::domain

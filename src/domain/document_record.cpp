#include "domain/document_record.h"

#include "domain/choice.h"

namespace unknot::domain {
namespace {

constexpr Choices<DocumentKind, 8> kKinds{{{DocumentKind::handout, "handout"},
                                           {DocumentKind::report, "report"},
                                           {DocumentKind::map, "map"},
                                           {DocumentKind::session, "session"},
                                           {DocumentKind::intake, "intake"},
                                           {DocumentKind::consent, "consent"},
                                           {DocumentKind::referral, "referral"},
                                           {DocumentKind::incoming, "incoming"}}};

constexpr Choices<DocumentFormat, 3> kFormats{
    {{DocumentFormat::pdf, "pdf"}, {DocumentFormat::png, "png"}, {DocumentFormat::jpeg, "jpeg"}}};

}  // namespace

std::string_view toString(DocumentKind kind) {
  return choiceText(kKinds, kind);
}
DocumentKind documentKindFrom(std::string_view text) {
  return choiceFrom(kKinds, "kind", text);
}
std::string_view toString(DocumentFormat format) {
  return choiceText(kFormats, format);
}
DocumentFormat documentFormatFrom(std::string_view text) {
  return choiceFrom(kFormats, "format", text);
}

std::optional<DocumentFormat> formatOf(std::string_view content) {
  if (content.starts_with("%PDF-")) return DocumentFormat::pdf;
  if (content.starts_with("\x89PNG\r\n\x1a\n")) return DocumentFormat::png;
  if (content.starts_with("\xff\xd8\xff")) return DocumentFormat::jpeg;
  return {};
}

}  // namespace unknot::domain

#include "app/filing.h"

#include <algorithm>
#include <utility>

#include "app/permission.h"
#include "app/require_client.h"
#include "app/subject.h"
#include "core/error.h"
#include "core/utf8.h"
#include "domain/required.h"
#include "draw/photo.h"
#include "raster/photos.h"
#include "unicode/time_zone.h"

namespace unknot::app {

using domain::DocumentFormat;
using domain::DocumentRecord;

namespace {

constexpr std::size_t kMegabyte = 1'000'000;
constexpr double kPrintMarginPt = 28;  // about a centimetre, which any printer reaches

std::shared_ptr<const core::Photo> pictureOf(const std::string& bytes) {
  return raster::makePhotoReader()->read(bytes);
}

void check(const IncomingDocument& incoming, const core::Date& today) {
  domain::checkRequired("sender", incoming.sender, core::kNameLimit);
  core::checkText("title", incoming.title, core::kLineLimit);
  if (incoming.dated && *incoming.dated > today)
    throw core::InputError(
        {"error.use.takenOn", {{"field", "dated"}, {"value", incoming.dated->toIso()}}, {}});
}

// The same id is a retry, and the store's to judge.
void refuseSecondCopy(Workspace& work, const IncomingDocument& incoming) {
  for (const auto& there : work.store.documents().ofClient(incoming.client)) {
    if (there.id == incoming.id) return;
    if (there.kind != domain::DocumentKind::incoming ||
        there.bytes != static_cast<std::int64_t>(incoming.content.size()) ||
        work.store.documents().content(there.id) != incoming.content)
      continue;
    const auto day = unicode::dateIn(there.createdAt, work.store.practice().timeZone);
    throw core::InputError({"error.document.there", {{"date", day.toIso()}}, {}});
  }
}

DocumentRecord requireDocument(Workspace& work, domain::DocumentId id) {
  if (auto record = work.store.documents().find(id)) return *std::move(record);
  throw core::InputError({"error.document.none", {}, {}});
}

}  // namespace

void checkDocumentSize(std::uintmax_t bytes) {
  if (bytes > kDocumentLimit)
    throw core::InputError(
        {"error.document.large", {{"limit", std::to_string(kDocumentLimit / kMegabyte)}}, {}});
}

std::shared_ptr<const raster::Sheets> sheetsOf(const std::string& bytes) {
  const auto format = domain::formatOf(bytes);
  if (!format) throw core::InputError({"error.document.kind", {}, {}});
  checkDocumentSize(bytes.size());
  if (*format == DocumentFormat::pdf) return raster::openPdf(bytes);
  return raster::sheetOf(pictureOf(bytes));
}

DocumentRecord fileDocument(Workspace& work, IncomingDocument incoming) {
  requireRight(work.store, Right::writeChart);
  const auto client = requireClient(work, incoming.client);
  incoming.client = client.id;
  incoming.sender = core::trimmed(incoming.sender);
  incoming.title = core::trimmed(incoming.title);
  check(incoming, work.today());
  const auto sheets = sheetsOf(incoming.content);
  refuseSecondCopy(work, incoming);
  const auto practice = work.store.practice();
  DocumentRecord record;
  record.id = incoming.id.isNil() ? work.ids.make<domain::DocumentId>() : incoming.id;
  record.client = incoming.client;
  record.kind = domain::DocumentKind::incoming;
  record.format = *domain::formatOf(incoming.content);
  record.title = incoming.title;
  record.sender = incoming.sender;
  record.dated = incoming.dated;
  record.language = practice.language;
  record.paper = practice.paper;
  record.pages = sheets->pagesInAll();
  record.author = work.store.user().id;
  record.createdAt = work.clock.now();
  if (const auto earlier = work.store.documents().find(record.id)) record.createdAt = earlier->createdAt;
  record = work.store.documents().add(record, incoming.content);
  publishAfterCommit(work, {Change::Kind::document, record.client.value, record.id.value});
  return record;
}

ChartPaper openDocument(Workspace& work, domain::DocumentId id) {
  requireRight(work.store, Right::readChart);
  auto record = requireDocument(work, id);
  auto content = work.store.documents().content(id);
  work.store.audit(domain::AuditAction::read, subjectOf("document", id));
  return {std::move(record), std::move(content)};
}

ChartPaper giveOutDocument(Workspace& work, domain::DocumentId id, domain::AuditAction how) {
  requireRight(work.store, Right::handOut);
  auto record = requireDocument(work, id);
  auto content = work.store.documents().content(id);
  work.store.audit(how, subjectOf("document", id));
  return {std::move(record), std::move(content)};
}

std::string printablePdf(Workspace& work, const ChartPaper& paper) {
  if (paper.record.format == DocumentFormat::pdf) return paper.content;
  const auto practice = work.store.practice();
  auto size = document::pageSize(practice.paper);
  const auto picture = pictureOf(paper.content);
  const auto dots = picture->size();
  if (dots.width > dots.height) std::swap(size.width, size.height);
  document::Document sheet{paper.record.title, practice.name, paper.record.language, {}};
  sheet.pages.push_back({size, {[picture, size](draw::Canvas& canvas) {
                           draw::drawPhoto(
                               canvas, *picture,
                               draw::Rect{0, 0, size.width, size.height}.inflated(-kPrintMarginPt));
                         }}});
  return work.pdf.write(sheet);
}

std::string extensionOf(DocumentFormat format) {
  return format == DocumentFormat::jpeg ? ".jpg" : "." + std::string(domain::toString(format));
}

}  // namespace unknot::app

// Documents of a chart: filed, listed, and given out as they are.
#include "app/clients.h"
#include "app/document_presenter.h"
#include "app/filing.h"
#include "cli/commands.h"
#include "core/error.h"

namespace unknot::cli {
namespace {

Json documentJson(const domain::DocumentRecord& record) {
  Json json{{"schema", "unknot/document/1"},
            {"id", record.id.toString()},
            {"kind", domain::toString(record.kind)},
            {"title", record.title}};
  if (!record.sender.empty()) json["sender"] = record.sender;
  if (record.dated) json["dated"] = record.dated->toIso();
  json["format"] = domain::toString(record.format);
  json["pages"] = record.pages;
  json["bytes"] = record.bytes;
  json["sha256"] = record.sha256;
  json["createdAt"] = record.createdAt.toIso();
  return json;
}

}  // namespace

void addDocument(Call& call) {
  app::IncomingDocument incoming;
  incoming.sender = call.arguments().option("--from").value_or("");
  incoming.dated = call.dateOption("--dated");
  incoming.title = call.arguments().option("--title").value_or("");
  // One byte more than is taken, so that it is the use case that refuses.
  incoming.content = call.inputFile(app::kDocumentLimit + 1, "FILE");
  auto practice = call.open();
  incoming.client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  const auto record = app::fileDocument(practice.work, std::move(incoming));
  call.printSaved("document", record.id.toString(), {{"pages", record.pages}});
}

void listDocuments(Call& call) {
  auto practice = call.open();
  const auto client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  const auto documents = app::readChart(practice.work, client).documents;
  if (call.json()) {
    Json list = Json::array();
    for (const auto& record : documents) list.push_back(documentJson(record));
    return call.print(list);
  }
  for (const auto& record : documents)
    call.say(record.id.toString() + "  " + (record.dated ? record.dated->toIso() : "-") + "  " +
             std::string(domain::toString(record.kind)) + "  " + app::titleOf(call.words(), record) +
             (record.sender.empty()
                  ? ""
                  : "  " + call.words().say("chart.documents.from", {{"who", record.sender}})));
}

void getDocument(Call& call) {
  const auto id = domain::DocumentId::parse(call.arguments().operand("DOCUMENT"));
  if (!id) throw core::InputError({"error.document.none", {}, {}});
  call.outFile({".pdf", ".png", ".jpg", ".jpeg"});
  auto practice = call.open();
  std::filesystem::path file;
  app::ChartPaper paper;
  // A file that can't be written is not noted as gone out.
  practice.store->atomically([&] {
    paper = app::giveOutDocument(practice.work, *id, domain::AuditAction::exported);
    std::vector<std::string> extensions{app::extensionOf(paper.record.format)};
    if (paper.record.format == domain::DocumentFormat::jpeg) extensions.emplace_back(".jpeg");
    file = call.outFile(extensions);
    call.surroundings().writeFile(file, paper.content);
  });
  call.printWritten(file, paper.record);
}

}  // namespace unknot::cli

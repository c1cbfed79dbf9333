// An opened practice in memory with one client, the shipped content, and everything running in place: what presenters
// are tested on.
#pragma once

#include <string>

#include "app/clients.h"
#include "app/workspace.h"
#include "content/content.h"
#include "core/executor.h"
#include "support/fakes.h"
#include "support/fixed_typesetter.h"
#include "support/memory_practice.h"

namespace unknot::test {

inline const content::Content& shippedContent() {
  static const content::Content kContent = content::Content::load(
      {std::string(UNKNOT_SOURCE_DIR) + "/data", std::string(UNKNOT_SOURCE_DIR) + "/templates", {}});
  return kContent;
}

// Gives the document's title instead of a PDF.
class TitlePdf final : public document::PdfWriter {
 public:
  std::string write(const document::Document& document) override { return "%PDF " + document.title; }
};

struct Desk {
  FakeClock clock;
  FakeRandom random;
  core::IdSource ids{clock, random};
  MemoryPractice store{clock};
  FixedTypesetter typesetter;
  TitlePdf pdf;
  app::Changes changes;
  app::Workspace work{store, shippedContent(), clock, ids, typesetter, pdf, changes};
  core::InPlaceExecutor here;
  core::Tasks tasks{here, here};
  domain::ClientId client;

  Desk() {
    domain::Client person;
    person.name = "Zoë Example";
    client = app::addClient(work, person).id;
  }
};

}  // namespace unknot::test

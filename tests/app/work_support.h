// A workspace over a practice in memory, with the program's own content.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "support/fake_forms.h"
#include "support/fakes.h"
#include "support/fixed_typesetter.h"
#include "support/memory_practice.h"

namespace unknot::test {

inline const content::Content& shippedContent() {
  static const content::Content kContent =
      content::Content::load({std::filesystem::path(UNKNOT_SOURCE_DIR) / "data",
                              std::filesystem::path(UNKNOT_SOURCE_DIR) / "templates",
                              {}});
  return kContent;
}

// Says how many pages it was given.
class CountingPdf final : public document::PdfWriter {
 public:
  std::string write(const document::Document& document) override {
    return "%PDF " + std::to_string(document.pages.size());
  }
};

struct Desk {
  FakeClock clock;
  FakeRandom random;
  core::IdSource ids{clock, random};
  MemoryPractice store{clock};
  FixedTypesetter typesetter;
  CountingPdf pdf;
  app::Changes changes;
  FakeForms forms;
  app::Workspace work{store, shippedContent(), clock, ids, typesetter, pdf, changes, forms};
  std::vector<app::Change> published;
  std::shared_ptr<void> listening =
      changes.subscribe([this](const app::Change& c) { published.push_back(c); });

  // A client in the store, without a use case.
  domain::ClientId client(const std::string& name) {
    domain::Client client;
    client.id = ids.make<domain::ClientId>();
    client.name = name;
    client.createdAt = clock.now();
    store.clients().save(client);
    return client.id;
  }
  void actAs(domain::Role role) { store.data().users.front().role = role; }
  std::string newestAudit() {
    const auto tail = store.auditTail(1);
    return tail.empty() ? "" : std::string(domain::toString(tail[0].action)) + " " + tail[0].subject;
  }
};

}  // namespace unknot::test

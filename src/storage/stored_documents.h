#pragma once

#include <filesystem>

#include "domain/practice_store.h"
#include "storage/practice_context.h"
#include "storage/secret.h"

namespace unknot::storage {

// Files in documents/ are named by a keyed hash of what they hold, sealed under a key of their own, and never
// changed: the same bytes kept twice are one file.
class StoredDocuments final : public domain::DocumentRepository {
 public:
  StoredDocuments(const PracticeContext& context, std::filesystem::path folder, const Secret& databaseKey);
  // An id that is there with the same content is left alone and returned; with another one refused.
  domain::DocumentRecord add(const domain::DocumentRecord& record, std::string_view content) override;
  std::optional<domain::DocumentRecord> find(domain::DocumentId id) override;
  std::vector<domain::DocumentRecord> ofClient(domain::ClientId client) override;
  std::string content(domain::DocumentId id) override;

 private:
  // Written for this client alone.
  std::vector<domain::DocumentRecord> ofOne(domain::ClientId client);
  void keepFile(const std::string& name, std::string_view content);
  // Nothing when it is missing or not what was sealed.
  std::optional<std::string> openFile(const std::string& name);

  const PracticeContext& m_context;
  std::filesystem::path m_folder;
  Secret m_contentKey;
  Secret m_nameKey;
};

}  // namespace unknot::storage

#pragma once

#include <filesystem>

#include "domain/practice_store.h"
#include "storage/secret.h"

namespace unknot::storage {

// One sealed file a draft, in a folder of the user's own on this machine. Its name tells nothing of what it
// is about.
class StoredDrafts final : public domain::DraftStore {
 public:
  // Keeps `random` for as long as it lives.
  StoredDrafts(core::Random& random, const std::filesystem::path& stateFolder, domain::PracticeId practice,
               domain::UserId user, const Secret& databaseKey);
  void keep(const domain::Draft& draft) override;
  // Newest first. One that is damaged or can't be read is left out and left where it is; damaged() counts
  // them.
  std::vector<domain::Draft> list() override;
  void remove(std::string_view kind, const core::Uuid& subject) override;

  // Of the last list().
  std::size_t damaged() const { return m_damaged; }

 private:
  std::string nameOf(std::string_view kind, const core::Uuid& subject) const;

  core::Random& m_random;
  std::filesystem::path m_folder;
  Secret m_key;
  std::size_t m_damaged = 0;
};

}  // namespace unknot::storage

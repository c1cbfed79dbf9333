// An opened practice with all that its use cases need. Made, used and destroyed on the storage thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/assembly.h"
#include "core/executor.h"

namespace unknot::app {

// What main hands in once; everything outlives every room.
struct RoomTools {
  domain::PracticeVault& vault;
  std::filesystem::path
      programData;  // with data/ and templates/; a practice's own `custom` is laid over them
  const core::Clock& clock;
  core::Random& random;
  PdfTools pdf;
};

class PracticeRoom {
 public:
  PracticeRoom(const RoomTools& tools, std::filesystem::path folder,
               std::unique_ptr<domain::PracticeStore> store);
  PracticeRoom(const PracticeRoom&) = delete;
  PracticeRoom& operator=(const PracticeRoom&) = delete;

  Workspace& work() { return m_work; }
  // Read by any thread.
  const content::Content& content() const { return m_assembly.content(); }
  const domain::Practice& practice() const { return m_practice; }
  const domain::User& user() const { return m_user; }
  const std::filesystem::path& folder() const { return m_folder; }
  // Hears every change until the room is closed, on the storage thread; called there too.
  void listen(Changes::Listener listener) {
    m_listeners.push_back(m_assembly.changes().subscribe(std::move(listener)));
  }

 private:
  std::filesystem::path m_folder;
  Assembly m_assembly;
  std::unique_ptr<domain::PracticeStore> m_store;
  std::vector<std::shared_ptr<void>> m_listeners;
  domain::Practice m_practice;
  domain::User m_user;
  Workspace m_work;
};

// Whoever lets go of it last, on whichever thread: the room is closed on the storage thread, after the jobs
// before.
using RoomPtr = std::shared_ptr<PracticeRoom>;

struct NewRoom {
  RoomPtr room;
  std::string recoveryKey;  // to be printed; kept nowhere
};

// Every way into a practice. Runs on the storage thread and throws what the vault throws.
class FrontDoor {
 public:
  // Keeps `storage`, the executor of the storage thread.
  FrontDoor(RoomTools tools, core::Executor& storage) : m_tools(std::move(tools)), m_storage(storage) {}

  domain::PracticeLabel label(const std::filesystem::path& folder);
  RoomPtr open(const std::filesystem::path& folder, const std::string& user, const std::string& password);
  NewRoom create(const std::filesystem::path& folder, const domain::NewPractice& wanted);
  // The demo is made afresh where `folder` does not hold it yet; then it is opened.
  RoomPtr openDemo(const std::filesystem::path& folder, const std::string& timeZone);
  void recover(const std::filesystem::path& folder, const std::string& user, const std::string& recoveryKey,
               const std::string& newPassword);
  // For a practice that is open already. Throws as open() does.
  void confirmPassword(const std::filesystem::path& folder, const std::string& user,
                       const std::string& password) {
    m_tools.vault.confirmPassword(folder, user, password);
  }
  core::Instant now() const { return m_tools.clock.now(); }

 private:
  RoomPtr roomFor(const std::filesystem::path& folder, std::unique_ptr<domain::PracticeStore> store);

  RoomTools m_tools;
  core::Executor& m_storage;
};

}  // namespace unknot::app

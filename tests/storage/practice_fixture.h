// A practice on disk, made once for the whole program and copied for each test: making one stretches two
// passwords.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>

#include "core/id.h"
#include "domain/practice_store.h"
#include "storage/vault.h"
#include "support/fakes.h"
#include "support/temporary_folder.h"

namespace unknot::test {

inline constexpr const char* kPassword = "correct horse battery";

inline std::string bytesOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void put(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

// Every file below a folder with its bytes and its time of change.
inline std::map<std::string, std::pair<std::string, std::filesystem::file_time_type>> snapshot(
    const std::filesystem::path& folder) {
  std::map<std::string, std::pair<std::string, std::filesystem::file_time_type>> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      files[entry.path().string()] = {bytesOf(entry.path()), entry.last_write_time()};
  return files;
}

struct MadeOnce {
  TemporaryFolder folder;
  std::string recoveryKey;

  static const MadeOnce& get() {
    static const MadeOnce made;
    return made;
  }

 private:
  MadeOnce() {
    FakeClock clock;
    FakeRandom random(42);
    const auto vault = storage::makeVault(clock, random, folder / "state", "desk-1");
    domain::NewPractice wanted;
    wanted.practice.name = "Quiet Hands";
    wanted.practice.practitionerName = "Robin Example";
    wanted.practice.timeZone = "Europe/Berlin";
    wanted.userName = "Robin";
    wanted.password = kPassword;
    recoveryKey = vault->create(folder / "practice", wanted).recoveryKey;
  }
};

struct PracticeFixture {
  TemporaryFolder folder;
  FakeClock clock;
  FakeRandom random{7};
  core::IdSource ids{clock, random};
  std::filesystem::path place = folder / "practice";
  std::filesystem::path state = folder / "state";
  std::unique_ptr<domain::PracticeVault> vault = storage::makeVault(clock, random, state, "desk-1");
  std::unique_ptr<domain::PracticeStore> store;

  PracticeFixture() {
    std::filesystem::copy(MadeOnce::get().folder / "practice", place,
                          std::filesystem::copy_options::recursive);
  }

  domain::PracticeStore& open() {
    store.reset();
    store = vault->open(place, {}, kPassword);
    return *store;
  }

  domain::Client client(const std::string& name) {
    domain::Client made;
    made.id = ids.make<domain::ClientId>();
    made.name = name;
    made.createdAt = clock.now();
    return made;
  }

  domain::SessionVersion version(domain::ClientId of) {
    domain::SessionVersion made;
    made.id = ids.make<domain::SessionVersionId>();
    made.session = ids.make<domain::SessionId>();
    made.client = of;
    made.content.serviceDate = {2026, 3, 1};
    made.content.theirWords = "stiff in the morning";
    made.author = store->user().id;
    made.savedAt = clock.now();
    return made;
  }

  domain::Signature signature(const domain::SessionVersion& of, domain::SignatureKind kind) {
    domain::Signature made;
    made.id = ids.make<domain::SignatureId>();
    made.session = of.session;
    made.version = of.id;
    made.kind = kind;
    if (kind != domain::SignatureKind::signedAsIs) made.text = "left and right were mixed up";
    made.author = store->user().id;
    made.authorName = "Robin";
    made.signedAt = clock.now();
    return made;
  }
};

}  // namespace unknot::test

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

// With every field set.
inline domain::Client fullClient(core::IdSource& ids) {
  domain::Client client;
  client.id = ids.make<domain::ClientId>();
  client.name = "Zoë Müller";
  client.calledAs = "Zo";
  client.sortName = "Müller, Zoë";
  client.pronouns = "she/her";
  client.birthDate = core::Date{1958, 2, 28};
  client.phone = "+49 (0)30 123-456";
  client.email = "zoe@example.org";
  client.address = "1 Example Lane\nExampletown";
  client.occupation = "violin maker";
  client.emergencyContact = "Sam, 030 999";
  client.language = "de";
  client.largePrint = true;
  client.about = "prefers mornings";
  client.status = domain::ClientStatus::paused;
  client.createdAt = {1'772'000'000'123};
  return client;
}

inline domain::SessionContent fullContent() {
  domain::SessionContent content;
  content.kind = domain::SessionKind::handsOn;
  content.serviceDate = {2026, 2, 27};
  content.minutes = 75;
  content.lesson = "lesson-2";
  content.theirWords = "it pulls on the left";
  content.postureAndGait = "weight to the right";
  content.work = "Arch & Flatten, slowly";
  content.response = "lighter";
  content.nextTime = "begin on the side";
  domain::RegionFinding first;
  first.region = "waist-l";
  first.before = domain::Tension(3);
  first.after = domain::Tension(0);
  first.findings = {true, false, true};
  first.techniques = {false, true, true};
  first.note = "ticklish";
  domain::RegionFinding second;
  second.region = "jaw-r";
  second.findings = {false, true, false};
  second.techniques = {true, false, false};
  content.findings = {first, second};
  content.measures = {{"nprs-now", "", 4}, {"rom", "neck turn, left", 62.5}};
  return content;
}

}  // namespace unknot::test

// A disk without room: a sentence, nothing lost of what was saved, and everything works once there is room.
#include <sys/resource.h>

#include "faults/failing_writes.h"
#include "faults/faults_support.h"
#include "platform/process.h"

using namespace unknot;
using test::Fault;
using test::faultOf;
namespace fs = std::filesystem;

namespace {

// A file of this process may not grow beyond so much: the system's writes then say EFBIG.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(std::uint64_t bytes) {
    platform::ignoreWriteSignals();
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit now{bytes, m_before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

 private:
  rlimit m_before{};
};

// How many writes a save was failed at, one after the other, until it had no more of them.
int failEveryWrite(test::FaultFixture& practice, Fault fault, const std::string& said) {
  practice.begin();
  auto& sessions = practice.store->sessions();
  std::vector<domain::SessionVersionId> acknowledged;
  const int stride = test::everyPoint() ? 1 : 5;
  for (int at = 1;; at += stride) {
    practice.clock.advanceMs(1000);
    const auto version = practice.largeVersion();
    std::string thrown;
    bool met = false;
    {
      const test::FailingWrites failing(fault, at);
      thrown = faultOf([&] { sessions.append(version); });
      met = failing.met();
    }
    BOOST_TEST((met || thrown.empty()), thrown);
    if (!thrown.empty()) {
      const bool unsure = thrown == "error.database.commit";
      BOOST_TEST((thrown == said || unsure), "write " << at << ": " << thrown);
      if (!unsure) practice.requireAcknowledged(acknowledged);
      // Saved again with the same id, whether or not it is there already.
      sessions.append(version);
    }
    acknowledged.push_back(version.id);
    practice.requireAcknowledged(acknowledged);
    if (met) continue;
    practice.requireWholeFile();
    practice.requireAcknowledged(acknowledged);
    return at - 1;
  }
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(FullDisk, test::FaultFixture)

BOOST_AUTO_TEST_CASE(AtEveryWriteOfASaveWhatWasSavedBeforeIsThere) {
  const int writes = failEveryWrite(*this, Fault::noRoomOnce, "error.database.full");
  BOOST_TEST(writes > 10);
  BOOST_TEST_MESSAGE("no room at one write of a save: up to write " << writes);
}

BOOST_AUTO_TEST_CASE(AndWhenThereIsNoRoomFromThenOn) {
  const int writes = failEveryWrite(*this, Fault::noRoomAlways, "error.database.full");
  BOOST_TEST(writes > 10);
  BOOST_TEST_MESSAGE("no room from one write of a save on: up to write " << writes);
}

BOOST_AUTO_TEST_CASE(AndWhenAQuotaIsUsedUp) {
  const int writes = failEveryWrite(*this, Fault::quota, "error.database.full");
  BOOST_TEST(writes > 10);
  BOOST_TEST_MESSAGE("quota used up from one write of a save on: up to write " << writes);
}

BOOST_AUTO_TEST_CASE(AFileThatMayNotGrowIsTheSame) {
  begin();
  const auto first = largeVersion();
  store->sessions().append(first);
  std::vector<domain::SessionVersionId> acknowledged{first.id};
  const std::uint64_t size = fs::file_size(place / "practice.db");
  {
    const FileSizeLimit limit(size);
    std::string thrown;
    // Until the pages that are free are used up.
    while (thrown.empty() && acknowledged.size() < 20) {
      clock.advanceMs(1000);
      const auto version = largeVersion();
      thrown = faultOf([&] { store->sessions().append(version); });
      if (thrown.empty()) acknowledged.push_back(version.id);
    }
    BOOST_TEST(thrown == "error.database.full");
    requireAcknowledged(acknowledged);
  }
  clock.advanceMs(1000);
  const auto again = largeVersion();
  store->sessions().append(again);
  acknowledged.push_back(again.id);
  requireWholeFile();
  requireAcknowledged(acknowledged);
}

BOOST_AUTO_TEST_CASE(ADocumentOrADraftWithoutRoomLeavesNothingHalfDone) {
  begin();
  domain::DocumentRecord record;
  record.id = ids.make<domain::DocumentId>();
  record.client = of;
  record.title = "Handout";
  const std::string content(100'000, 'p');
  domain::Draft draft{"session", record.id.value, clock.now(), "as typed so far"};
  store->drafts().keep(draft);
  const auto files = test::snapshot(folder.path()).size();
  {
    const FileSizeLimit limit(50'000);
    BOOST_TEST(faultOf([&] { store->documents().add(record, content); }) == "error.storage.full");
    draft.content = content;
    BOOST_TEST(faultOf([&] { store->drafts().keep(draft); }) == "error.storage.full");
  }
  BOOST_TEST(test::snapshot(folder.path()).size() == files);
  BOOST_TEST(store->documents().ofClient(of).empty());
  BOOST_REQUIRE(store->drafts().list().size() == 1U);
  BOOST_TEST(store->drafts().list().front().content == "as typed so far");
  store->documents().add(record, content);
  BOOST_TEST((store->documents().content(record.id) == content));
}

BOOST_AUTO_TEST_CASE(ANewNameThatDidNotReachTheLoginScreenGetsThereWithTheNextChange) {
  auto practice = open().practice();
  practice.name = "Still Waters";
  // The key file can't be written just now; the database can.
  fs::rename(place / "keys.json", folder / "keys.json");
  fs::create_directory(place / "keys.json");
  BOOST_TEST(faultOf([&] { store->savePractice(practice); }) == "error.storage.notAFile");
  fs::remove(place / "keys.json");
  fs::rename(folder / "keys.json", place / "keys.json");
  BOOST_TEST(store->practice().name == "Still Waters");
  store->savePractice(practice);
  BOOST_TEST(vault->label(place).name == "Still Waters");
}

BOOST_AUTO_TEST_CASE(APracticeThatCouldNotBeMadeLeavesItsFolderToBeUsedAgain) {
  domain::NewPractice wanted;
  wanted.practice.name = "Example";
  wanted.practice.practitionerName = "Robin";
  wanted.userName = "Robin";
  wanted.password = test::kPassword;
  const auto other = folder / "other";
  for (const bool there : {false, true}) {
    if (there) fs::create_directory(other);
    for (const std::uint64_t room : {std::uint64_t{0}, std::uint64_t{300}, std::uint64_t{20'000}}) {
      const FileSizeLimit limit(room);
      const std::string said = faultOf([&] { vault->create(other, wanted); });
      BOOST_TEST((said == "error.storage.full" || said == "error.database.full"), said);
      BOOST_TEST(fs::exists(other) == there);
      if (there) BOOST_TEST(fs::is_empty(other));
    }
  }
  vault->create(other, wanted);
  BOOST_TEST(vault->open(other, {}, test::kPassword)->practice().name == "Example");
}

BOOST_AUTO_TEST_SUITE_END()

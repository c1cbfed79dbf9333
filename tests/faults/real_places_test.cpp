// Real file systems: one that is read-only, and a small one that fills up. Both need a mount, in a namespace
// that nobody else sees and that ends with this program.
#include <sched.h>
#include <sys/mount.h>

#include "faults/faults_support.h"

using namespace unknot;
using test::faultOf;
namespace fs = std::filesystem;

namespace {

bool mayMount() {
  static const bool kMay = [] {
    return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  }();
  if (!kMay) BOOST_TEST_MESSAGE("skipped: this user may not mount (needs root)");
  return kMay;
}

boost::test_tools::assertion_result mountsAllowed(boost::unit_test::test_unit_id) {
  return mayMount();
}

class Mounted {
 public:
  Mounted(const char* what, const fs::path& from, fs::path at, unsigned long flags, const char* options)
      : m_at(std::move(at)) {
    m_done = ::mount(from.c_str(), m_at.c_str(), what, flags, options) == 0;
    BOOST_REQUIRE(m_done);
  }
  Mounted(const Mounted&) = delete;
  Mounted& operator=(const Mounted&) = delete;
  ~Mounted() {
    if (m_done) ::umount2(m_at.c_str(), MNT_DETACH);
  }
  void again(unsigned long flags, const char* options) const {
    BOOST_REQUIRE(::mount("none", m_at.c_str(), nullptr, MS_REMOUNT | flags, options) == 0);
  }

 private:
  fs::path m_at;
  bool m_done = false;
};

Mounted readOnly(const fs::path& at) {
  return {nullptr, at, at, MS_BIND, nullptr};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(RealPlaces, test::FaultFixture, *boost::unit_test::precondition(mountsAllowed))

BOOST_AUTO_TEST_CASE(AReadOnlyFolderIsToldAndUntouched) {
  begin();
  store.reset();
  const auto before = test::snapshot(place);
  {
    const Mounted mounted = readOnly(place);
    mounted.again(MS_BIND | MS_RDONLY, nullptr);
    BOOST_TEST(faultOf([&] { vault->open(place, {}, test::kPassword); }) == "error.storage.readOnly");
    BOOST_TEST(faultOf([&] {
                 vault->recover(place, {}, test::MadeOnce::get().recoveryKey, "another password");
               }) == "error.storage.readOnly");
    // Who it belongs to can still be shown.
    BOOST_TEST(vault->label(place).name == "Quiet Hands");
    domain::NewPractice wanted;
    wanted.practice.name = "Example";
    wanted.practice.practitionerName = "Robin";
    wanted.userName = "Robin";
    wanted.password = test::kPassword;
    BOOST_TEST(faultOf([&] { vault->create(place / "inner", wanted); }) == "error.storage.readOnly");
    BOOST_TEST((test::snapshot(place) == before));
  }
  BOOST_TEST(open().clients().list().size() == 1U);
}

BOOST_AUTO_TEST_CASE(AReadOnlyDatabaseIsToldAndUntouched) {
  begin();
  store.reset();
  const auto before = test::snapshot(place);
  const auto file = place / "practice.db";
  {
    const Mounted mounted = readOnly(file);
    mounted.again(MS_BIND | MS_RDONLY, nullptr);
    BOOST_TEST(faultOf([&] { vault->open(place, {}, test::kPassword); }) == "error.database.readOnly");
    BOOST_TEST((test::snapshot(place) == before));
  }
  BOOST_TEST(open().clients().list().size() == 1U);
}

BOOST_AUTO_TEST_CASE(ASmallDiskFillsUpAndIsUsedAgainOnceThereIsRoom) {
  const auto disk = folder / "disk";
  fs::create_directory(disk);
  const Mounted mounted("tmpfs", "none", disk, 0, "size=1m");
  fs::copy(place, disk / "practice", fs::copy_options::recursive);
  place = disk / "practice";
  begin();
  std::vector<domain::SessionVersionId> acknowledged;
  std::string thrown;
  while (thrown.empty() && acknowledged.size() < 1000) {
    clock.advanceMs(1000);
    const auto version = largeVersion();
    thrown = faultOf([&] { store->sessions().append(version); });
    if (thrown.empty()) acknowledged.push_back(version.id);
  }
  BOOST_TEST(thrown == "error.database.full");
  BOOST_TEST(acknowledged.size() > 20U);
  requireAcknowledged(acknowledged);
  domain::DocumentRecord record;
  record.id = ids.make<domain::DocumentId>();
  record.client = of;
  BOOST_TEST(faultOf([&] { store->documents().add(record, std::string(1'000'000, 'p')); }) ==
             "error.storage.full");
  BOOST_TEST(store->documents().ofClient(of).empty());
  const auto count = acknowledged.size();
  mounted.again(0, "size=4m");
  const auto version = largeVersion();
  store->sessions().append(version);
  acknowledged.push_back(version.id);
  store->documents().add(record, "a page");
  requireWholeFile();
  requireAcknowledged(acknowledged);
  store.reset();
  BOOST_TEST_MESSAGE("a disk of 1 MB was full after " << count << " sessions of 30 regions");
}

BOOST_AUTO_TEST_CASE(APracticeDoesNotBeginOnAFullDisk) {
  const auto disk = folder / "disk";
  fs::create_directory(disk);
  const Mounted mounted("tmpfs", "none", disk, 0, "size=64k");
  domain::NewPractice wanted;
  wanted.practice.name = "Example";
  wanted.practice.practitionerName = "Robin";
  wanted.userName = "Robin";
  wanted.password = test::kPassword;
  BOOST_TEST(faultOf([&] { vault->create(disk / "new", wanted); }) == "error.database.full");
  BOOST_TEST(fs::is_empty(disk));
  mounted.again(0, "size=4m");
  BOOST_TEST(vault->create(disk / "new", wanted).store->practice().name == "Example");
}

BOOST_AUTO_TEST_SUITE_END()

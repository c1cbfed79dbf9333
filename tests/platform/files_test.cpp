#include "platform/files.h"

#include <sys/stat.h>
#include <unistd.h>
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <string>

#include "core/error.h"
#include "platform/file_lock.h"
#include "platform/places.h"
#include "support/temporary_folder.h"

using namespace unknot;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

template <class Call>
std::string refusal(Call call) {
  try {
    call();
  } catch (const core::StorageError& error) {
    return error.message().id;
  }
  return "none";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Files)

BOOST_AUTO_TEST_CASE(WhatWasWrittenIsReadAndOnlyTheOwnerMay) {
  const test::TemporaryFolder folder;
  const std::string bytes("a\0b\n\xFF", 5);
  platform::writeFileCarefully(folder / "a", "something longer before");
  platform::writeFileCarefully(folder / "a", bytes);
  BOOST_TEST(platform::readFile(folder / "a", 5) == bytes);
  BOOST_TEST((fs::status(folder / "a").permissions() == (fs::perms::owner_read | fs::perms::owner_write)));
  BOOST_TEST(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}) == 1);
}

BOOST_AUTO_TEST_CASE(AnEmptyFileIsAFile) {
  const test::TemporaryFolder folder;
  platform::writeFileCarefully(folder / "a", "");
  BOOST_TEST(platform::readFile(folder / "a", 0).empty());
}

BOOST_AUTO_TEST_CASE(MoreThanTheLimitIsRefusedAndAStartIsCut) {
  const test::TemporaryFolder folder;
  put(folder / "a", "123456");
  BOOST_TEST(refusal([&] { platform::readFile(folder / "a", 5); }) == "error.storage.tooLarge");
  BOOST_TEST(platform::readStart(folder / "a", 3) == "123");
  BOOST_TEST(platform::readStart(folder / "a", 30) == "123456");
}

BOOST_AUTO_TEST_CASE(NoLinkIsFollowed) {
  const test::TemporaryFolder folder;
  put(folder / "target", "kept");
  fs::create_symlink(folder / "target", folder / "link");
  BOOST_TEST(refusal([&] { platform::readFile(folder / "link", 10); }) == "error.storage.link");
  BOOST_TEST(refusal([&] { platform::writeFileCarefully(folder / "link", "x"); }) == "error.storage.link");
  BOOST_TEST(platform::readFile(folder / "target", 10) == "kept");
  BOOST_TEST(refusal([&] { platform::FileLock::tryTake(folder / "link"); }) == "error.storage.link");
}

BOOST_AUTO_TEST_CASE(FoldersAndPipesAreNoFiles) {
  const test::TemporaryFolder folder;
  fs::create_directory(folder / "dir");
  BOOST_REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  for (const char* name : {"dir", "pipe"}) {
    BOOST_TEST(refusal([&] { platform::readFile(folder / name, 10); }) == "error.storage.notAFile");
    BOOST_TEST(refusal([&] { platform::writeFileCarefully(folder / name, "x"); }) ==
               "error.storage.notAFile");
  }
  put(folder / "file", "x");
  BOOST_TEST(refusal([&] { platform::makeFolder(folder / "file"); }) == "error.storage.notAFolder");
}

BOOST_AUTO_TEST_CASE(MissingIsSaidAndAFailedWriteLeavesNothing) {
  const test::TemporaryFolder folder;
  BOOST_TEST(refusal([&] { platform::readFile(folder / "a", 10); }) == "error.storage.missing");
  BOOST_TEST(refusal([&] { platform::writeFileCarefully(folder.path() / "no" / "a", "x"); }) ==
             "error.storage.missing");
  BOOST_TEST(!platform::removeFile(folder / "a"));
  put(folder / "a", "x");
  BOOST_TEST(platform::removeFile(folder / "a"));
  BOOST_TEST(fs::is_empty(folder.path()));
}

BOOST_AUTO_TEST_CASE(AFullDiskIsSaidInPlainWords) {
  BOOST_TEST(platform::fileError(ENOSPC, "keys.json").message().id == "error.storage.full");
  BOOST_TEST(platform::fileError(EROFS, "keys.json").message().id == "error.storage.readOnly");
  BOOST_TEST(platform::fileError(EIO, "a/keys.json").message().args[0].value == "keys.json");
}

BOOST_AUTO_TEST_CASE(FoldersAreMadeForTheOwnerOnly) {
  const test::TemporaryFolder folder;
  platform::makeFolder(folder.path() / "a" / "b");
  BOOST_TEST((fs::status(folder.path() / "a" / "b").permissions() == fs::perms::owner_all));
  platform::makeFolder(folder.path() / "a" / "b");
}

BOOST_AUTO_TEST_CASE(ALockIsHeldOnceAndGivenBack) {
  const test::TemporaryFolder folder;
  {
    auto lock = platform::FileLock::tryTake(folder / "lock");
    BOOST_REQUIRE(lock);
    BOOST_TEST(lock->madeTheFile());
    BOOST_TEST(!platform::FileLock::tryTake(folder / "lock"));
    const platform::FileLock moved = std::move(*lock);
    lock.reset();
    BOOST_TEST(!platform::FileLock::tryTake(folder / "lock"));
  }
  const auto again = platform::FileLock::tryTake(folder / "lock");
  BOOST_REQUIRE(again);
  BOOST_TEST(!again->madeTheFile());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(Places)

BOOST_AUTO_TEST_CASE(FoldersFollowTheEnvironment) {
  const test::TemporaryFolder home;
  ::setenv("HOME", home.path().c_str(), 1);
  ::unsetenv("XDG_CONFIG_HOME");
  ::setenv("XDG_STATE_HOME", "relative/is/ignored", 1);
  BOOST_TEST(platform::configFolder() == home.path() / ".config" / "unknot");
  BOOST_TEST(platform::stateFolder() == home.path() / ".local" / "state" / "unknot");
  BOOST_TEST(platform::defaultPracticeFolder() == home / "Unknot");
  fs::create_directories(home.path() / ".config");
  fs::create_directories(home / "Dokumente");
  put(home.path() / ".config" / "user-dirs.dirs", "# who\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n");
  BOOST_TEST(platform::defaultPracticeFolder() == home.path() / "Dokumente" / "Unknot");
  ::setenv("XDG_STATE_HOME", home.path().c_str(), 1);
  BOOST_TEST(platform::stateFolder() == home / "unknot");
}

BOOST_AUTO_TEST_CASE(ProgramDataIsLookedForInOrder) {
  const test::TemporaryFolder folder;
  fs::create_directories(folder.path() / "source" / "data");
  fs::create_directories(folder.path() / "installed" / "data");
  ::unsetenv("UNKNOT_DATA_DIR");
  const std::string source = (folder / "source").string();
  const std::string installed = (folder / "installed").string();
  BOOST_TEST(platform::programDataFolder(source, installed) == source);
  BOOST_TEST(platform::programDataFolder("", installed) == installed);
  ::setenv("UNKNOT_DATA_DIR", installed.c_str(), 1);
  BOOST_TEST(platform::programDataFolder(source, installed) == installed);
  ::setenv("UNKNOT_DATA_DIR", (folder / "nowhere").c_str(), 1);
  BOOST_TEST(refusal([&] { platform::programDataFolder(source, installed); }) == "error.storage.programData");
  ::unsetenv("UNKNOT_DATA_DIR");
}

BOOST_AUTO_TEST_SUITE_END()

// First start and login: every way into a practice.
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>

#include "app/first_start_presenter.h"
#include "app/login_presenter.h"
#include "app/machine_settings.h"
#include "app/work_support.h"
#include "support/temporary_folder.h"

using namespace unknot;
using Step = app::FirstStartState::Step;

namespace {

struct Door {
  test::FakeClock clock;
  test::FakeRandom random;
  core::InPlaceExecutor here;
  core::Tasks tasks{here, here};
  test::MemoryVault vault{clock, random};
  test::TemporaryFolder folder;
  app::FrontDoor door{{vault, UNKNOT_SOURCE_DIR, clock, random,
                       app::PdfTools{[](auto) { return std::make_unique<test::CountingPdf>(); },
                                     std::make_shared<test::FakeForms>()}},
                      here};
  app::RoomPtr room;
  app::FirstStartPlaces places{folder / "practice", folder / "demo", "Europe/Berlin"};
  app::FirstStartPresenter start{tasks, door, places,
                                 [this](app::RoomPtr opened) { room = std::move(opened); }};

  void setUp() {
    start.beginSetUp();
    start.setPracticeName("Example Somatics");
    start.setUserName("Robin Example");
    start.create("correct horse", "correct horse");
  }
  std::string group(int number) const {
    return start.state().recoveryGroups.at(static_cast<std::size_t>(number - 1));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(FirstStartPresenterTest, Door)

BOOST_AUTO_TEST_CASE(NamesAndAPasswordOfEightAreAsked) {
  start.beginSetUp();
  start.create("short", "other");
  BOOST_TEST(start.state().issues.contains("practiceName"));
  BOOST_TEST(start.state().issues.contains("userName"));
  BOOST_TEST(start.state().issues.at("password").id == "password.short");
  BOOST_TEST(start.state().issues.at("again").id == "password.differ");
  BOOST_TEST((start.state().step == Step::details));
}

BOOST_AUTO_TEST_CASE(ThePracticeOpensOnlyAfterTwoGroupsOfTheKeyWereTypedBack) {
  setUp();
  BOOST_REQUIRE((start.state().step == Step::recovery));
  start.confirmRecovery("wrong", group(start.state().askedGroups[1]));
  BOOST_TEST(start.state().issues.contains("group1"));
  BOOST_TEST(!start.state().issues.contains("group2"));
  BOOST_TEST(room == nullptr);
  start.confirmRecovery(" " + group(start.state().askedGroups[0]) + " ", group(start.state().askedGroups[1]));
  BOOST_REQUIRE(room != nullptr);
  BOOST_TEST(room->practice().name == "Example Somatics");
  BOOST_TEST(room->practice().timeZone == "Europe/Berlin");
}

BOOST_AUTO_TEST_CASE(TheSheetHoldsTheWholeKey) {
  setUp();
  start.saveRecoverySheet(folder / "sheet.txt", test::shippedContent().words("en"));
  BOOST_TEST(start.state().recoveryKept);
  std::ifstream file(folder / "sheet.txt");
  const std::string sheet{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  for (const auto& part : start.state().recoveryGroups) BOOST_TEST(sheet.find(part) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(LookingAroundOpensTheDemo) {
  start.lookAround();
  BOOST_REQUIRE(room != nullptr);
  BOOST_TEST(room->practice().demo);
  BOOST_TEST(!room->work().store.clients().list().empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(LoginPresenterTest, Door)

BOOST_AUTO_TEST_CASE(AWrongPasswordIsSaidAndTheRightOneStillOpens) {
  setUp();
  const std::filesystem::path where = places.practiceFolder;
  app::LoginPresenter login(tasks, door, where, [this](app::RoomPtr opened) { room = std::move(opened); });
  BOOST_TEST(login.state().practiceName == "Example Somatics");
  login.open("wrong");
  BOOST_TEST(login.state().problem.has_value());
  BOOST_TEST(!login.state().busy);
  BOOST_TEST(room == nullptr);
  login.open("correct horse");
  BOOST_TEST(room != nullptr);
}

BOOST_AUTO_TEST_CASE(ACoveredPracticeIsUncoveredByItsOwnPasswordAndIsTheSame) {
  const app::RoomPtr covered = door.openDemo(folder / "demo", "Europe/Berlin");
  app::LoginPresenter login(
      tasks, door, folder / "demo", [this](app::RoomPtr opened) { room = std::move(opened); }, covered);
  BOOST_TEST(login.state().users.size() == 1U);
  login.open("wrong");
  BOOST_TEST(login.state().problem.has_value());
  BOOST_TEST(room == nullptr);
  login.open("demo");
  BOOST_TEST((room == covered));
}

BOOST_AUTO_TEST_CASE(TheRecoveryKeySetsANewPassword) {
  setUp();
  std::string key;
  for (const auto& part : start.state().recoveryGroups) key += (key.empty() ? "" : "-") + part;
  app::LoginPresenter login(tasks, door, places.practiceFolder,
                            [this](app::RoomPtr opened) { room = std::move(opened); });
  login.startRecovery();
  login.recover(key, "new password", "other password");
  BOOST_TEST(login.state().problem->id == "password.differ");
  login.recover(key, "new password", "new password");
  BOOST_TEST(login.state().notice->id == "login.recovered");
  BOOST_TEST(!login.state().recovering);
  login.open("new password");
  BOOST_TEST(room != nullptr);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(MachineSettingsTest)

BOOST_AUTO_TEST_CASE(TheyComeBackAsTheyWere) {
  const test::TemporaryFolder folder;
  const app::MachineSettings settings{"/somewhere/else", "dark", 1300, 820, true};
  app::writeMachineSettings(folder.path(), settings);
  BOOST_TEST((app::readMachineSettings(folder.path()) == settings));
}

BOOST_AUTO_TEST_CASE(AFileThatIsNoneGivesTheDefaults) {
  const test::TemporaryFolder folder;
  BOOST_TEST((app::readMachineSettings(folder.path()) == app::MachineSettings{}));
  std::ofstream(folder / "window.json") << "not json";
  BOOST_TEST((app::readMachineSettings(folder.path()) == app::MachineSettings{}));
}

BOOST_AUTO_TEST_SUITE_END()

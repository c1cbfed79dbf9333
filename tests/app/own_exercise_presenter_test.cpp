// A movement of the practice's own: copied, written, changed again, and refused where something is missing.
#include "app/own_exercise_presenter.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/desk_support.h"
#include "app/own_library.h"
#include "app/today_presenter.h"
#include "support/held_executor.h"
#include "support/photos.h"
#include "support/temporary_folder.h"

using namespace unknot;

namespace {

// With a folder of its own that the content reads and the use case writes.
struct OwnDesk : test::Desk {
  test::TemporaryFolder custom;
  test::TemporaryFolder pictures;
  content::Content content =
      content::Content::load({std::filesystem::path(UNKNOT_SOURCE_DIR) / "data",
                              std::filesystem::path(UNKNOT_SOURCE_DIR) / "templates", custom.path()},
                             raster::makePhotoReader());
  app::Workspace ownWork{store, content, clock, ids, typesetter, pdf, changes, forms};
  core::InPlaceExecutor here;
  test::HeldExecutor storage;
  core::Tasks tasks{here, here};
  core::Tasks slowTasks{storage, here};
  app::Desk desk{ownWork, tasks,   content,          content.words("en"),
                 clock,   changes, store.practice(), store.user()};
  app::Desk slowDesk{ownWork, slowTasks, content,          content.words("en"),
                     clock,   changes,   store.practice(), store.user()};
  app::OwnExercisePresenter presenter{desk};

  bool save() {
    bool saved = false;
    presenter.save([&](bool all) { saved = all; });
    return saved;
  }
  std::size_t filesWritten() const {
    const auto folder = custom.path() / "data" / "exercises";
    if (!std::filesystem::exists(folder)) return 0;
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
  }
  std::filesystem::path picture(const std::string& name, const std::string& bytes) const {
    std::ofstream(pictures / name, std::ios::binary) << bytes;
    return pictures / name;
  }
  std::vector<std::string> photosKept() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(custom.path() / "data" / "exercises"))
      if (domain::isPhotoName(entry.path().filename().string()))
        names.push_back(entry.path().filename().string());
    return names;
  }
  static void writeAll(app::OwnExercisePresenter& into) {
    into.startNew();
    into.setText("title", " My movement ");
    into.setText("purpose", "It lets the shoulder go.");
    into.setText("steps", "Sit down.\n\n  Lift the arm.\nRest.");
    into.setText("sense", "What\nmoves?");
    into.setText("caution", "Keep it small.");
    into.setText("easier", "Lie down.");
    into.setPosition(domain::Position::sittingOnChair);
    into.setMovement("overhead", true);
    into.setMovement("balance", true);
    into.setRepetitions(7);
    into.setMinutes(9);
    into.setEachSide(true);
    into.setPicture(0, "washrag:2");
    into.setPicture(1, "flower:1");
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(OwnExercisePresenterTest, OwnDesk)

BOOST_AUTO_TEST_CASE(ACopyOfAShippedMovementIsSavedAsANewOneWithItsCautionsAndPictures) {
  presenter.beginWith("washrag");
  BOOST_TEST(!presenter.state().changed);
  BOOST_TEST(presenter.state().slug.empty());
  BOOST_TEST(presenter.state().texts.at("title") == "Washrag (mine)");
  BOOST_TEST(presenter.frames().size() == content.exercise("washrag")->frames.size());
  BOOST_TEST(save());
  BOOST_TEST(presenter.state().savedTitle == "Washrag (mine)");
  const auto slug = presenter.state().slug;
  BOOST_TEST(slug != "washrag");
  const auto* mine = content.exercise(slug);
  const auto* theirs = content.exercise("washrag");
  BOOST_REQUIRE(mine != nullptr);
  BOOST_TEST(mine->own);
  BOOST_TEST(!theirs->own);
  BOOST_TEST(mine->movements == theirs->movements, boost::test_tools::per_element());
  BOOST_TEST(mine->regions == theirs->regions, boost::test_tools::per_element());
  BOOST_TEST(mine->patterns == theirs->patterns, boost::test_tools::per_element());
  BOOST_CHECK(mine->dose == theirs->dose);
  BOOST_REQUIRE(!mine->frames.empty());
  BOOST_REQUIRE(mine->frames.size() == theirs->frames.size());
  for (std::size_t i = 0; i < mine->frames.size(); ++i)
    BOOST_TEST(mine->frames[i].caption == theirs->frames[i].caption);
  BOOST_TEST(content.exercises().back().slug == slug);
}

BOOST_AUTO_TEST_CASE(AnOwnMovementIsChangedUnderTheNameItHas) {
  presenter.beginWith("washrag");
  BOOST_REQUIRE(save());
  const auto slug = presenter.state().slug;
  presenter.setText("title", "Something else");
  BOOST_TEST(presenter.state().changed);
  BOOST_TEST(presenter.state().savedTitle.empty());
  BOOST_REQUIRE(save());
  BOOST_TEST(presenter.state().slug == slug);
  presenter.startNew();
  presenter.beginWith(slug);
  BOOST_TEST(presenter.state().slug == slug);
  BOOST_TEST(presenter.state().texts.at("title") == "Something else");
  presenter.setMinutes(12);
  BOOST_REQUIRE(save());
  BOOST_TEST(content.exercise(slug)->dose.minutes == 12);
  BOOST_TEST(filesWritten() == 1U);
  BOOST_TEST(content.exercise("washrag")->text.title == "Washrag");
}

BOOST_AUTO_TEST_CASE(ASecondCopyIsAnotherMovement) {
  presenter.beginWith("washrag");
  BOOST_REQUIRE(save());
  const auto first = presenter.state().slug;
  presenter.beginWith("washrag");
  BOOST_REQUIRE(save());
  BOOST_TEST(presenter.state().slug != first);
  BOOST_TEST(filesWritten() == 2U);
}

BOOST_AUTO_TEST_CASE(WhatIsMissingIsAnIssueOfItsFieldAndNothingIsWritten) {
  for (const char* field : {"title", "purpose", "steps", "sense"}) BOOST_TEST_CONTEXT(field) {
      writeAll(presenter);
      presenter.setText(field, " \n ");
      BOOST_TEST(!save());
      BOOST_REQUIRE(presenter.state().issues.size() == 1U);
      BOOST_TEST(presenter.state().issues.begin()->first == field);
      BOOST_TEST(presenter.state().issues.begin()->second.id == "ownExercise.empty." + std::string(field));
      BOOST_TEST(presenter.state().changed);
      BOOST_TEST(presenter.state().slug.empty());
      BOOST_TEST(filesWritten() == 0U);
      presenter.setText(field, "Something");
      BOOST_TEST(presenter.state().issues.empty());
    }
  BOOST_TEST(save());
}

BOOST_AUTO_TEST_CASE(ALongStepIsAnIssueOfTheSteps) {
  writeAll(presenter);
  presenter.setText("steps", "Sit.\n" + std::string(501, 'x'));
  BOOST_TEST(!save());
  BOOST_REQUIRE(presenter.state().issues.contains("steps"));
  BOOST_TEST(
      desk.words.say(presenter.state().issues.at("steps")).starts_with("Steps, one a line: 501 characters"));
}

BOOST_AUTO_TEST_CASE(AFifthPictureIsNotTaken) {
  presenter.startNew();
  BOOST_REQUIRE(presenter.state().pictures.size() > 5U);
  const auto name = [&](std::size_t i) { return presenter.state().pictures[i].name; };
  for (std::size_t i = 0; i < 5; ++i) presenter.setPicture(i, name(i));
  BOOST_REQUIRE(presenter.state().chosen.size() == app::kOwnPictures);
  BOOST_TEST(presenter.state().chosen.back() == name(3));
  BOOST_TEST(presenter.frames().size() == app::kOwnPictures);
  presenter.setPicture(1, "");
  BOOST_TEST(presenter.state().chosen == (std::vector{name(0), name(2), name(3)}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(WhatWasWrittenIsReadBack) {
  writeAll(presenter);
  BOOST_REQUIRE(save());
  const auto slug = presenter.state().slug;
  // As the next start reads it.
  const auto again = content::Content::load(content.folders());
  BOOST_TEST(again.problems().empty());
  const auto* read = again.exercise(slug);
  BOOST_REQUIRE(read != nullptr);
  BOOST_TEST(read->own);
  BOOST_TEST(read->text.title == "My movement");
  BOOST_TEST(read->text.purpose == "It lets the shoulder go.");
  BOOST_TEST(read->text.steps == (std::vector<std::string>{"Sit down.", "Lift the arm.", "Rest."}),
             boost::test_tools::per_element());
  BOOST_TEST(read->text.sense == "What moves?");
  BOOST_TEST(read->text.caution == "Keep it small.");
  BOOST_TEST(read->text.easier == "Lie down.");
  BOOST_CHECK(read->position == domain::Position::sittingOnChair);
  BOOST_TEST(read->movements == (std::vector<std::string>{"balance", "overhead"}),
             boost::test_tools::per_element());
  BOOST_CHECK(read->dose == (domain::Dose{7, 1, 1, 9, true}));
  BOOST_TEST(read->pictures == (std::vector<std::string>{"washrag:2", "flower:1"}),
             boost::test_tools::per_element());
  BOOST_TEST(read->frames.size() == 2U);
}

// Two clicks on Save of a new movement once were two movements.
BOOST_AUTO_TEST_CASE(SavingTwiceAtOnceMakesOneMovement) {
  app::OwnExercisePresenter slow(slowDesk);
  storage.hold();
  writeAll(slow);
  int told = 0;
  slow.save([&](bool saved) { told += saved ? 1 : 0; });
  slow.save([&](bool saved) { told += saved ? 1 : 0; });
  storage.letGo();
  BOOST_TEST(told == 2);
  BOOST_TEST(filesWritten() == 1U);
  BOOST_TEST(!slow.state().changed);
}

BOOST_AUTO_TEST_CASE(WhatIsTypedWhileItIsSavedIsStillUnsaved) {
  app::OwnExercisePresenter slow(slowDesk);
  storage.hold();
  writeAll(slow);
  slow.save({});
  slow.setMinutes(20);
  storage.letGo();
  BOOST_TEST(!slow.state().slug.empty());
  BOOST_TEST(slow.state().changed);
}

BOOST_AUTO_TEST_CASE(TextThatStaysTheSameChangesNothing) {
  presenter.startNew();
  presenter.setText("caution", "");
  BOOST_TEST(!presenter.state().changed);
}

BOOST_AUTO_TEST_CASE(AFilmIsKeptBesideTheOthersAndAFileThatCantBeReadIsNotWrittenOver) {
  const auto file = custom.path() / "data" / "videos.toml";
  app::setVideo(ownWork, "flower", "https://example.org/flower");
  app::setVideo(ownWork, "washrag", " https://example.org/washrag ");
  BOOST_TEST(content.exercise("flower")->video == "https://example.org/flower");
  BOOST_TEST(content.exercise("washrag", "de")->video == "https://example.org/washrag");
  BOOST_CHECK_THROW(app::setVideo(ownWork, "flower", "www.example.org"), core::InputError);
  app::setVideo(ownWork, "flower", "");
  BOOST_TEST(content.exercise("flower")->video.empty());
  std::ofstream(file) << "flower = \"www.example.org\"\n";
  BOOST_CHECK_THROW(app::setVideo(ownWork, "washrag", "https://example.org/other"), core::InputError);
  std::string kept;
  std::getline(std::ifstream(file), kept);
  BOOST_TEST(kept == "flower = \"www.example.org\"");
}

BOOST_AUTO_TEST_CASE(AFileThatCantBeUsedIsToldOnToday) {
  std::filesystem::create_directories(custom.path() / "data" / "exercises");
  std::ofstream(custom.path() / "data" / "exercises" / "mine.toml") << "slug = \n";
  content.library().reload();
  app::TodayPresenter today(desk);
  today.refresh();
  BOOST_REQUIRE(today.state().brokenFiles.size() == 1U);
  BOOST_TEST(desk.words.say(today.state().brokenFiles[0]).find("mine.toml") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(APhotoIsSeenAtOnceKeptWithTheMovementAndReadBack) {
  writeAll(presenter);
  presenter.addPhoto(picture("IMG 1.jpg", test::photoJpegFromACamera(400, 300)));
  BOOST_REQUIRE(presenter.state().chosen.size() == 3U);
  BOOST_TEST(presenter.state().changed);
  BOOST_REQUIRE(presenter.frames().size() == 3U);
  BOOST_TEST(std::holds_alternative<domain::PosePhoto>(presenter.frames()[2].figure));
  BOOST_TEST(presenter.state().pictures.back().title == "Photo or drawing 1");
  presenter.setCaption(2, " Reach up ");
  BOOST_TEST(filesWritten() == 0U);
  BOOST_REQUIRE(save());
  BOOST_REQUIRE(photosKept().size() == 1U);
  const auto again = content::Content::load(content.folders(), raster::makePhotoReader());
  const auto* read = again.exercise(presenter.state().slug);
  BOOST_REQUIRE(read != nullptr);
  BOOST_REQUIRE(read->frames.size() == 3U);
  BOOST_TEST(read->frames[2].caption == "Reach up");
  BOOST_TEST(read->frames[0].caption == content.exercise("washrag")->frames[1].caption);
  // Upright.
  BOOST_TEST(read->frames[2].view.height > read->frames[2].view.width);
  presenter.beginWith(presenter.state().slug);
  BOOST_TEST(presenter.frames().size() == 3U);
  BOOST_TEST(presenter.state().captions[2] == "Reach up");
  BOOST_TEST(save());
  BOOST_TEST(photosKept().size() == 1U);
}

BOOST_AUTO_TEST_CASE(APhotoThatIsTakenOutIsRemovedWithTheNextSaveAndNotBefore) {
  writeAll(presenter);
  presenter.addPhoto(picture("a.png", test::photoPng(40, 30)));
  BOOST_REQUIRE(save());
  const auto slug = presenter.state().slug;
  presenter.beginWith(slug);
  const auto name = presenter.state().chosen[2];
  presenter.setPicture(2, "");
  BOOST_TEST(photosKept().size() == 1U);
  presenter.setPicture(2, name);
  BOOST_REQUIRE(save());
  BOOST_TEST(content.exercise(slug)->frames.size() == 3U);
  presenter.setPicture(2, "");
  BOOST_REQUIRE(save());
  BOOST_TEST(photosKept().empty());
  BOOST_TEST(content.exercise(slug)->frames.size() == 2U);
  BOOST_TEST(std::none_of(presenter.state().pictures.begin(), presenter.state().pictures.end(),
                          [&](const auto& choice) { return choice.name == name; }));
}

BOOST_AUTO_TEST_CASE(APhotoThatAnotherMovementShowsTooStays) {
  writeAll(presenter);
  presenter.addPhoto(picture("a.png", test::photoPng(40, 30)));
  BOOST_REQUIRE(save());
  auto copy = *content.exercise(presenter.state().slug);
  copy.slug.clear();
  app::saveOwnExercise(ownWork, copy);
  presenter.setPicture(2, "");
  BOOST_REQUIRE(save());
  BOOST_TEST(photosKept().size() == 1U);
}

BOOST_AUTO_TEST_CASE(APictureThatCantBeUsedIsToldAndNothingChanges) {
  writeAll(presenter);
  BOOST_REQUIRE(save());
  const auto whole = test::photoPng(40, 30);
  const std::vector<std::pair<std::string, std::string>> bad{
      {"Dear diary", "error.picture.kind"},
      {"", "error.picture.kind"},
      {whole.substr(0, whole.size() / 2), "error.picture.broken"},
      {test::pngClaiming(40'000, 40'000), "error.picture.large"}};
  for (const auto& [bytes, why] : bad) {
    presenter.addPhoto(picture("bad.png", bytes));
    BOOST_TEST(presenter.state().issues.at("photo").id == why);
    BOOST_TEST(presenter.state().chosen.size() == 2U);
    BOOST_TEST(!presenter.state().changed);
  }
  std::filesystem::resize_file(picture("bad.png", whole), 65U << 20U);
  presenter.addPhoto(pictures / "bad.png");
  BOOST_TEST(presenter.state().issues.at("photo").id == "error.picture.file");
  presenter.addPhoto(pictures / "nowhere.png");
  BOOST_TEST(presenter.state().issues.at("photo").id.starts_with("error.storage."));
  presenter.addPhoto(pictures.path());
  BOOST_TEST(presenter.state().issues.at("photo").id.starts_with("error."));
  BOOST_TEST(photosKept().empty());
  presenter.addPhoto(picture("good.png", whole));
  BOOST_TEST(presenter.state().issues.empty());
}

BOOST_AUTO_TEST_CASE(AFifthPictureIsNoPhotoEither) {
  writeAll(presenter);
  for (int i = 0; i < 3; ++i) presenter.addPhoto(picture("a.png", test::photoPng(40, 30)));
  BOOST_TEST(presenter.state().chosen.size() == app::kOwnPictures);
}

BOOST_AUTO_TEST_CASE(APhotoThatVanishedStaysNamedUntilAnotherTakesItsPlace) {
  writeAll(presenter);
  presenter.addPhoto(picture("a.png", test::photoPng(40, 30)));
  BOOST_REQUIRE(save());
  const auto slug = presenter.state().slug;
  std::filesystem::remove(custom.path() / "data" / "exercises" / photosKept().at(0));
  content.library().reload();
  presenter.beginWith(slug);
  BOOST_TEST(presenter.state().chosen.size() == 3U);
  BOOST_TEST(presenter.frames().size() == 2U);
  BOOST_TEST(presenter.state().pictures.back().title == "Photo or drawing 1 (can’t be read)");
  presenter.setMinutes(12);
  BOOST_TEST(save());
  presenter.setPicture(2, "flower:2");
  BOOST_TEST(save());
  BOOST_TEST(content.exercise(slug)->frames.size() == 3U);
}

BOOST_AUTO_TEST_CASE(APhotoThatWasAskedForByAnotherMovementIsDropped) {
  app::OwnExercisePresenter slow(slowDesk);
  slow.startNew();
  storage.hold();
  slow.addPhoto(picture("a.png", test::photoPng(40, 30)));
  slow.beginWith("washrag");
  storage.letGo();
  BOOST_TEST(slow.state().chosen.size() == content.exercise("washrag")->frames.size());
  BOOST_TEST(!slow.state().changed);
}

BOOST_AUTO_TEST_CASE(CaptionsGoWithTheirPictures) {
  presenter.startNew();
  presenter.setPicture(0, "washrag:1");
  presenter.setPicture(1, "flower:1");
  presenter.setCaption(0, "One");
  presenter.setCaption(1, "Two");
  presenter.setCaption(3, "Nothing there");
  presenter.setPicture(0, "");
  BOOST_TEST(presenter.state().captions == std::vector<std::string>{"Two"}, boost::test_tools::per_element());
  presenter.setPicture(0, "washrag:2");
  BOOST_TEST(presenter.state().captions == std::vector<std::string>{""}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

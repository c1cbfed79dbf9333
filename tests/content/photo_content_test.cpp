// Photos of a practice's own movements and its logo, as files that may be missing, damaged or changed by
// hand.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <string>

#include "content/exercise_loader.h"
#include "core/error.h"
#include "scratch.h"
#include "support/fake_photos.h"

namespace unknot::content {
namespace {

struct OwnFolder {
  tests::Scratch scratch;
  Folders folders = tests::shippedFolders();
  OwnFolder() { folders.custom = scratch.folders().custom; }

  Content load() const { return Content::load(folders, std::make_shared<test::FakePhotos>()); }
  void movement(const std::string& pictures, const std::string& captions) const {
    scratch.write("custom/data/exercises/mine.toml",
                  "slug = \"mine\"\nrank = 5000\nposition = \"standing\"\npatterns = []\nregions = []\n"
                  "movements = []\npictures = [" +
                      pictures +
                      "]\n[dose]\nrepetitions = 3\nminutes = 4\n[en]\ntitle = \"Mine\"\npurpose = \"P.\"\n"
                      "steps = [\"One.\"]\nsense = \"S?\"\n" +
                      captions);
  }
  void photo(const std::string& name, const std::string& bytes) const {
    scratch.write("custom/data/exercises/" + name, bytes);
  }
};

bool told(const Content& content, const std::string& id) {
  const auto& problems = content.problems();
  return std::any_of(problems.begin(), problems.end(),
                     [&](const Problem& problem) { return problem.message.id == id; });
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(PhotoContentTest, OwnFolder)

BOOST_AUTO_TEST_CASE(APhotoStandsAmongBorrowedPicturesWithItsCaption) {
  photo("reach-1.jpg", "photo 60x40");
  movement("\"washrag:2\", \"reach-1.jpg\"", "captions = [\"\", \"Reach up\"]\n");
  const auto content = load();
  BOOST_TEST(content.problems().empty());
  const auto* mine = content.exercise("mine");
  BOOST_REQUIRE(mine != nullptr);
  BOOST_REQUIRE(mine->frames.size() == 2U);
  BOOST_TEST(mine->frames[0].caption == content.exercise("washrag")->frames[1].caption);
  const auto* shown = std::get_if<domain::PosePhoto>(&mine->frames[1].figure);
  BOOST_REQUIRE(shown != nullptr);
  BOOST_TEST(shown->file == "reach-1.jpg");
  BOOST_TEST(mine->frames[1].caption == "Reach up");
  BOOST_TEST(mine->frames[1].view.width / mine->frames[1].view.height == 1.5,
             boost::test_tools::tolerance(.001));
  // In every language, whoever translated it.
  BOOST_TEST(content.exercise("mine", "de")->frames.size() == 2U);
}

BOOST_AUTO_TEST_CASE(AMovementIsShownWithoutAPhotoThatIsGoneOrDamagedAndBothAreTold) {
  photo("good.png", "photo 60x40");
  photo("bad.png", "no photo");
  movement("\"gone.png\", \"bad.png\", \"good.png\"", "captions = [\"A\", \"B\", \"C\"]\n");
  const auto content = load();
  const auto* mine = content.exercise("mine");
  BOOST_REQUIRE(mine != nullptr);
  BOOST_REQUIRE(mine->frames.size() == 1U);
  BOOST_TEST(mine->frames[0].caption == "C");
  BOOST_TEST(mine->pictures.size() == 3U);
  BOOST_TEST(told(content, "error.file.photo"));
  BOOST_TEST(told(content, "error.file.photoGone"));
  BOOST_TEST(content.exercise("washrag") != nullptr);
}

BOOST_AUTO_TEST_CASE(WithoutSomethingToReadPhotosTheMovementIsThereAll) {
  photo("good.png", "photo 60x40");
  movement("\"good.png\"", "");
  const auto content = Content::load(folders);
  BOOST_REQUIRE(content.exercise("mine") != nullptr);
  BOOST_TEST(content.exercise("mine")->frames.empty());
  BOOST_TEST(told(content, "error.file.photo"));
}

BOOST_AUTO_TEST_CASE(APhotoLiesBesideTheMovementAndNowhereElse) {
  for (const char* name :
       {"../secret.png", "/etc/x.png", "a/b.png", ".hidden.png", "a\\b.png", "x.svg", "x.png:1", "", ".png"})
    BOOST_TEST(!domain::isPhotoName(name), name);
  for (const char* name : {"reach-1.png", "Photo_2.jpg", "a.b.jpeg"})
    BOOST_TEST(domain::isPhotoName(name), name);
  scratch.write("custom/data/secret.png", "photo 60x40");
  movement("\"../secret.png\"", "");
  const auto content = load();
  BOOST_TEST(content.exercise("mine") == nullptr);
  BOOST_TEST(told(content, "error.file.picture"));
}

BOOST_AUTO_TEST_CASE(APhotoIsReadAgainOnlyWhenItsFileChanged) {
  photo("reach.png", "photo 60x40");
  movement("\"reach.png\"", "");
  const auto content = load();
  const auto shown = [&] {
    return std::get<domain::PosePhoto>(content.exercise("mine")->frames.at(0).figure).photo;
  };
  const auto before = shown();
  content.library().reload();
  BOOST_TEST(shown().get() == before.get());
  photo("reach.png", "photo 120x40");
  content.library().reload();
  BOOST_TEST(shown()->size().width == 120);
  BOOST_TEST(before->size().width == 60);
}

BOOST_AUTO_TEST_CASE(CaptionsAreWrittenAndReadBackAndAreAsManyAsPictures) {
  domain::Exercise exercise;
  exercise.slug = "own-mine";
  exercise.language = "en";
  exercise.text.title = exercise.text.purpose = exercise.text.sense = "x";
  exercise.text.steps = {"One."};
  exercise.pictures = {"a.png", "washrag:1"};
  exercise.text.captions = {"Reach \"up\"", ""};
  const auto text = writeExercise(exercise, 5000);
  BOOST_TEST(readExercise("own-mine", "f", text, {}).exercise.text.captions == exercise.text.captions,
             boost::test_tools::per_element());
  exercise.text.captions.pop_back();
  BOOST_CHECK_THROW(readExercise("own-mine", "f", writeExercise(exercise, 5000), {}), core::InputError);
}

BOOST_AUTO_TEST_CASE(TheLogoIsTheFileAsItIsNow) {
  const auto content = load();
  BOOST_TEST(content.logo() == nullptr);
  scratch.write("custom/data/logo.png", "photo 90x30");
  BOOST_REQUIRE(content.logo() != nullptr);
  BOOST_TEST(content.logo()->size().width == 90);
  std::filesystem::remove(scratch.root() / "custom/data/logo.png");
  BOOST_TEST(content.logo() == nullptr);
}

BOOST_AUTO_TEST_CASE(ADamagedLogoIsTold) {
  scratch.write("custom/data/logo.png", "damaged");
  const auto content = load();
  BOOST_CHECK_THROW(content.logo(), core::InputError);
  BOOST_TEST(told(content, "error.logo"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace unknot::content

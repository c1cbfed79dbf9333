#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "content/exercise_loader.h"
#include "core/error.h"
#include "scratch.h"

namespace unknot::content {
namespace {

using tests::Scratch;

std::string exerciseToml(const std::string& slug, int rank, const std::string& title = "Flower") {
  return "slug = \"" + slug + "\"\nrank = " + std::to_string(rank) +
         "\nposition = \"lying-on-back\"\npatterns = [\"red\"]\nregions = [\"pec\"]\nmovements = "
         "[\"overhead\"]\n"
         "cat_stretch = true\nsources = [\"https://example.org\"]\nreviewed = true\n"
         "[dose]\nrepetitions = 3\nrounds = 2\ntimes_a_day = 2\nminutes = 4\neach_side = true\n"
         "[en]\ntitle = \"" +
         title +
         "\"\npurpose = \"You feel it.\"\nsteps = [\"Lie down.\", \"Rest.\"]\nsense = \"What moves?\"\n"
         "caution = \"Keep it small.\"\neasier = \"Sit.\"\n";
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  return text.replace(text.find(what), what.size(), with);
}

BOOST_AUTO_TEST_SUITE(ExerciseLoaderTest)

BOOST_AUTO_TEST_CASE(EveryFieldIsRead) {
  const auto ranked = readExercise("flower", "f", exerciseToml("flower", 7), {"pec", "lat"});
  BOOST_TEST(ranked.rank == 7);
  const auto& exercise = ranked.exercise;
  BOOST_TEST(exercise.slug == "flower");
  BOOST_TEST((exercise.position == domain::Position::lyingOnBack));
  BOOST_TEST(exercise.patterns == std::vector<std::string>{"red"}, boost::test_tools::per_element());
  BOOST_TEST(exercise.regions == std::vector<std::string>{"pec"}, boost::test_tools::per_element());
  BOOST_TEST(exercise.movements == std::vector<std::string>{"overhead"}, boost::test_tools::per_element());
  BOOST_TEST((exercise.dose == domain::Dose{3, 2, 2, 4, true}));
  BOOST_TEST(exercise.catStretch);
  BOOST_TEST(exercise.reviewed);
  BOOST_TEST(exercise.sources.size() == 1U);
  BOOST_TEST(exercise.language == "en");
  BOOST_TEST(exercise.text.title == "Flower");
  BOOST_TEST(exercise.text.purpose == "You feel it.");
  BOOST_TEST(exercise.text.steps.size() == 2U);
  BOOST_TEST(exercise.text.sense == "What moves?");
  BOOST_TEST(exercise.text.caution == "Keep it small.");
  BOOST_TEST(exercise.text.easier == "Sit.");
}

BOOST_AUTO_TEST_CASE(TheTextsAreInTheLanguageOfTheirTable) {
  const std::string german = replaced(exerciseToml("flower", 7, "Blüte"), "[en]", "[de]");
  const auto exercise = readExercise("flower", "f", german, {}).exercise;
  BOOST_TEST(exercise.language == "de");
  BOOST_TEST(exercise.text.title == "Blüte");
}

constexpr const char* kGerman =
    "title = \"Blüte\"\npurpose = \"Sie spüren es.\"\nsteps = [\"Ruhen Sie.\"]\nsense = \"Was bewegt "
    "sich?\"\n";

BOOST_AUTO_TEST_CASE(ATranslationTakesThePlaceOfTheTexts) {
  auto exercise = readExercise("flower", "f", exerciseToml("flower", 7), {}).exercise;
  exercise.frames.resize(2);
  exercise.frames[0].caption = "Breathe in";
  translate(exercise, "de", "g", std::string(kGerman) + "captions = [\"Einatmen\", \"\"]\n");
  BOOST_TEST(exercise.language == "de");
  BOOST_TEST(exercise.text.title == "Blüte");
  BOOST_TEST(exercise.text.easier == "");
  BOOST_TEST(exercise.frames[0].caption == "Einatmen");
  BOOST_TEST(exercise.frames[1].caption == "");
}

BOOST_AUTO_TEST_CASE(ATranslationWithTooFewCaptionsChangesNothing) {
  auto exercise = readExercise("flower", "f", exerciseToml("flower", 7), {}).exercise;
  exercise.frames.resize(2);
  BOOST_CHECK_THROW(translate(exercise, "de", "g", std::string(kGerman) + "captions = [\"Einatmen\"]\n"),
                    core::InputError);
  BOOST_CHECK_THROW(translate(exercise, "de", "g", std::string(kGerman) + "tilte = \"x\"\n"),
                    core::InputError);
  BOOST_TEST(exercise.language == "en");
  BOOST_TEST(exercise.text.title == "Flower");
}

BOOST_AUTO_TEST_CASE(WhatIsNotTranslatedStaysWithItsAuthorAndABrokenTranslationIsTold) {
  const Scratch scratch;
  scratch.write("data/exercises/flower.toml", exerciseToml("flower", 7));
  scratch.write("data/exercises/washrag.toml", exerciseToml("washrag", 8, "Washrag"));
  scratch.write("data/exercises/sway.toml", exerciseToml("sway", 9, "Sway"));
  scratch.write("data/exercises/de/flower.toml", kGerman);
  scratch.write("data/exercises/de/sway.toml", "title = ");
  const ExerciseLibrary library(scratch.folders(), {});
  BOOST_TEST(library.languages() == (std::vector<std::string>{"de", "en"}), boost::test_tools::per_element());
  BOOST_TEST(library.find("flower", "de-AT")->text.title == "Blüte");
  BOOST_TEST(library.find("flower", "fr")->text.title == "Flower");
  BOOST_TEST(library.find("washrag", "de")->language == "en");
  BOOST_TEST(library.find("sway", "de")->text.title == "Sway");
  BOOST_TEST(library.find("nobody", "de") == nullptr);
  BOOST_TEST(library.problems("en").empty());
  BOOST_REQUIRE(library.problems("de").size() == 1U);
  BOOST_TEST(library.problems("de")[0].file == "data/exercises/de/sway.toml");
}

BOOST_AUTO_TEST_CASE(AChangedFileIsThereAfterReadingAgainAndWhatWasGivenOutStays) {
  const Scratch scratch;
  scratch.write("data/exercises/flower.toml", exerciseToml("flower", 7));
  const ExerciseLibrary library(scratch.folders(), {});
  const auto& before = library.all("en");
  scratch.write("data/exercises/flower.toml", exerciseToml("flower", 7, "Bloom"));
  library.reload();
  BOOST_TEST(library.find("flower", "en")->text.title == "Bloom");
  BOOST_TEST(before.at(0).text.title == "Flower");
}

BOOST_AUTO_TEST_CASE(WhatIsNotKnownIsRefused) {
  const std::string good = exerciseToml("flower", 7);
  const std::vector<std::pair<std::string, std::string>> changes = {
      {"slug = \"flower\"", "slug = \"flowers\""},
      {"\"lying-on-back\"", "\"lying\""},
      {"[\"red\"]", "[\"blue\"]"},
      {"[\"pec\"]", "[\"pecs\"]"},
      {"[\"overhead\"]", "[\"flying\"]"},
      {"repetitions = 3", "repetitions = 0"},
      {"minutes = 4", "minutes = 90"},
      {"[en]", "[english]"},
      {"sense =", "sence ="},
      {"[\"Lie down.\", \"Rest.\"]", "[]"},
      {"rank = 7", "rank = \"7\""},
      {"each_side = true", "each_side = 1"}};
  for (const auto& [what, with] : changes) BOOST_TEST_CONTEXT(with)
  BOOST_CHECK_THROW(readExercise("flower", "f", replaced(good, what, with), {"pec", "lat"}),
                    core::InputError);
}

std::string sidedToml(const std::string& steps) {
  std::string text = replaced(exerciseToml("flower", 7), "[\"Lie down.\", \"Rest.\"]",
                              "[" + steps + "]\nother_side = \"Then the other.\"");
  return replaced(text, "rank = 7", "rank = 7\nside = \"right\"");
}

BOOST_AUTO_TEST_CASE(AMovementWithASideIsGivenForOneSideAlone) {
  auto exercise =
      readExercise("flower", "f", sidedToml("\"Lift your {right|left} arm, not the {left|right}.\""), {})
          .exercise;
  exercise.frames.resize(1);
  BOOST_TEST((exercise.side == domain::Side::right));
  BOOST_REQUIRE(exercise.text.steps.size() == 2U);
  BOOST_TEST(exercise.text.steps.at(0) == "Lift your right arm, not the left.");
  BOOST_TEST(exercise.text.steps.at(1) == "Then the other.");
  const auto right = domain::forSide(exercise, domain::Side::right);
  BOOST_TEST(right.text.steps == std::vector<std::string>{"Lift your right arm, not the left."},
             boost::test_tools::per_element());
  BOOST_TEST(!right.frames.front().mirrored);
  const auto left = domain::forSide(exercise, domain::Side::left);
  BOOST_TEST(left.text.steps == std::vector<std::string>{"Lift your left arm, not the right."},
             boost::test_tools::per_element());
  BOOST_TEST(left.frames.front().mirrored);
}

BOOST_AUTO_TEST_CASE(AMovementWithoutASideIsTheSameForBoth) {
  auto exercise = readExercise("flower", "f", exerciseToml("flower", 7), {}).exercise;
  exercise.frames.resize(1);
  const auto left = domain::forSide(exercise, domain::Side::left);
  BOOST_TEST(left.text.steps == exercise.text.steps, boost::test_tools::per_element());
  BOOST_TEST(!left.frames.front().mirrored);
}

BOOST_AUTO_TEST_CASE(SidesThatAreNotWrittenInFullAreRefused) {
  for (const char* step : {"\"Lift the {right} arm.\"", "\"Lift the {right|left arm.\"",
                           "\"Lift the right|left} arm.\"", "\"Lift the {right|left|both} arm.\""})
    BOOST_TEST_CONTEXT(step)
  BOOST_CHECK_THROW(readExercise("flower", "f", sidedToml(step), {}), core::InputError);
  const std::string marked = replaced(exerciseToml("flower", 7), "Lie down.", "Lift the {right|left} arm.");
  BOOST_CHECK_THROW(readExercise("flower", "f", marked, {}), core::InputError);
}

BOOST_AUTO_TEST_CASE(TheLibraryFollowsTheRank) {
  const Scratch scratch;
  scratch.write("data/exercises/a.toml", exerciseToml("a", 30));
  scratch.write("data/exercises/b.toml", exerciseToml("b", 10));
  scratch.write("data/exercises/c.toml", exerciseToml("c", 10));
  const Content content = Content::load(scratch.folders());
  BOOST_REQUIRE(content.exercises().size() == 3U);
  BOOST_TEST(content.exercises().at(0).slug == "b");
  BOOST_TEST(content.exercises().at(1).slug == "c");
  BOOST_TEST(content.exercises().at(2).slug == "a");
  BOOST_TEST(content.exercise("c") == &content.exercises().at(1));
  BOOST_TEST(content.exercise("none") == nullptr);
}

BOOST_AUTO_TEST_CASE(ABrokenFileIsToldAndTheRestLoads) {
  const Scratch scratch;
  scratch.write("data/exercises/a.toml", exerciseToml("a", 10));
  scratch.write("data/exercises/b.toml", "slug = \"b\"\nrank = \n");
  const Content content = Content::load(scratch.folders());
  BOOST_TEST(content.exercises().size() == 1U);
  BOOST_REQUIRE(!content.problems().empty());
  bool told = false;
  for (const auto& problem : content.problems())
    told = told || (problem.file == "data/exercises/b.toml" && problem.line == 2);
  BOOST_TEST(told);
}

BOOST_AUTO_TEST_CASE(APracticesOwnExerciseReplacesOursAndMayBeNew) {
  const Scratch scratch;
  scratch.write("data/exercises/a.toml", exerciseToml("a", 10, "Ours"));
  scratch.write("custom/data/exercises/a.toml", exerciseToml("a", 10, "Theirs"));
  scratch.write("custom/data/exercises/new.toml", exerciseToml("new", 20));
  const Content content = Content::load(scratch.folders());
  BOOST_REQUIRE(content.exercises().size() == 2U);
  BOOST_TEST(content.exercise("a")->text.title == "Theirs");
}

BOOST_AUTO_TEST_CASE(OursStaysWhenTheirsIsBroken) {
  const Scratch scratch;
  scratch.write("data/exercises/a.toml", exerciseToml("a", 10, "Ours"));
  scratch.write("custom/data/exercises/a.toml", "rank = 1\n");
  const Content content = Content::load(scratch.folders());
  BOOST_REQUIRE(content.exercise("a") != nullptr);
  BOOST_TEST(content.exercise("a")->text.title == "Ours");
  bool told = false;
  for (const auto& problem : content.problems())
    told = told || problem.file == "custom/data/exercises/a.toml";
  BOOST_TEST(told);
}

std::string borrowing(const std::string& slug, const std::string& pictures) {
  return replaced(exerciseToml(slug, 90, "Borrowed"), "rank = 90",
                  "rank = 90\npictures = [" + pictures + "]");
}

BOOST_AUTO_TEST_CASE(BorrowedPicturesAreThoseOfTheMovementsTheyNameInTheirOrder) {
  const Scratch scratch;
  scratch.write("custom/data/exercises/mine.toml", borrowing("mine", "\"washrag:2\", \"flower:1\""));
  Folders folders = tests::shippedFolders();
  folders.custom = scratch.folders().custom;
  const Content content = Content::load(folders);
  const auto* mine = content.exercise("mine");
  BOOST_REQUIRE(mine != nullptr);
  BOOST_TEST(mine->own);
  BOOST_TEST(!content.exercise("washrag")->own);
  BOOST_REQUIRE(mine->frames.size() == 2U);
  const auto isThatOf = [&](const domain::PoseFrame& frame, const char* slug, std::size_t number) {
    const auto& theirs = content.exercise(slug)->frames.at(number);
    return frame.caption == theirs.caption && frame.view == theirs.view &&
           frame.figure.index() == theirs.figure.index();
  };
  BOOST_TEST(isThatOf(mine->frames[0], "washrag", 1));
  BOOST_TEST(isThatOf(mine->frames[1], "flower", 0));
  BOOST_TEST(!isThatOf(mine->frames[1], "washrag", 1));
  BOOST_TEST(content.problems().empty());
}

BOOST_AUTO_TEST_CASE(AMovementThatBorrowsWhatIsNotThereIsToldAndTheOthersStay) {
  const std::string one = "\"washrag:1\"";
  for (const std::string& wrong :
       {std::string("\"washrag:9\""), std::string("\"washrag:0\""), std::string("\"washrag\""),
        std::string("\"nobody:1\""), std::string("\"mine:1\""),
        one + ", " + one + ", " + one + ", " + one + ", " + one})
    BOOST_TEST_CONTEXT(wrong) {
      const Scratch scratch;
      scratch.write("custom/data/exercises/mine.toml", borrowing("mine", wrong));
      scratch.write("custom/data/exercises/right.toml", borrowing("right", one));
      Folders folders = tests::shippedFolders();
      folders.custom = scratch.folders().custom;
      const Content content = Content::load(folders);
      BOOST_TEST(content.exercise("mine") == nullptr);
      BOOST_TEST(content.exercise("washrag") != nullptr);
      BOOST_REQUIRE(content.exercise("right") != nullptr);
      BOOST_TEST(content.exercise("right")->frames.size() == 1U);
      std::size_t told = 0;
      for (const auto& problem : content.problems()) {
        if (problem.message.id != "error.file.picture") continue;
        ++told;
        BOOST_TEST(problem.file.ends_with("data/exercises/mine.toml"));
      }
      BOOST_TEST(told == 1U);
    }
}

BOOST_AUTO_TEST_CASE(WhatIsWrittenIsReadBackTheSame) {
  domain::Exercise exercise;
  exercise.slug = "own-mine";
  exercise.language = "de-AT";
  exercise.text = {"Blüte \"zwei\" \\",
                   "It opens.\nSlowly.",
                   {"Lie down.", "Rest, 5 % less."},
                   {},
                   "What moves?",
                   "Small.",
                   "Sit."};
  exercise.position = domain::Position::allFours;
  exercise.patterns = {"red", "green"};
  exercise.regions = {"pec"};
  exercise.movements = {"balance", "overhead"};
  exercise.dose = {3, 2, 4, 9, true};
  exercise.pictures = {"washrag:2", "flower:1"};
  const auto check = [&] {
    const auto ranked = readExercise("own-mine", "f", writeExercise(exercise, 5000), {"pec"});
    BOOST_TEST(ranked.rank == 5000);
    const auto& read = ranked.exercise;
    BOOST_TEST(read.slug == exercise.slug);
    BOOST_TEST(read.language == exercise.language);
    BOOST_TEST(read.text.title == exercise.text.title);
    BOOST_TEST(read.text.purpose == exercise.text.purpose);
    BOOST_TEST(read.text.steps == exercise.text.steps, boost::test_tools::per_element());
    BOOST_TEST(read.text.sense == exercise.text.sense);
    BOOST_TEST(read.text.caution == exercise.text.caution);
    BOOST_TEST(read.text.easier == exercise.text.easier);
    BOOST_CHECK(read.position == exercise.position);
    BOOST_TEST(read.patterns == exercise.patterns, boost::test_tools::per_element());
    BOOST_TEST(read.regions == exercise.regions, boost::test_tools::per_element());
    BOOST_TEST(read.movements == exercise.movements, boost::test_tools::per_element());
    BOOST_CHECK(read.dose == exercise.dose);
    BOOST_TEST(read.pictures == exercise.pictures, boost::test_tools::per_element());
    BOOST_TEST(!read.side.has_value());
  };
  check();
  exercise.text.caution.clear();
  exercise.text.easier.clear();
  exercise.patterns.clear();
  exercise.regions.clear();
  exercise.movements.clear();
  exercise.pictures.clear();
  check();
}

BOOST_AUTO_TEST_CASE(AFolderInPlaceOfAFileIsToldNotRead) {
  const Scratch scratch;
  std::filesystem::create_directories(scratch.root() / "data/exercises/a.toml");
  const Content content = Content::load(scratch.folders());
  bool told = false;
  for (const auto& problem : content.problems()) told = told || problem.message.id == "error.file.unreadable";
  BOOST_TEST(told);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::content

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

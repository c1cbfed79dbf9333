// Taking away what the practice has put into its library itself, and what happens to whatever names it.
#include "app/own_library.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/home_practice.h"
#include "app/home_practice_presenter.h"
#include "app/papers.h"
#include "app/plan_templates.h"
#include "app/work_support.h"
#include "support/page_reader.h"
#include "support/temporary_folder.h"
#include "support/throws.h"

namespace unknot::app {
namespace {

using Kind = Removal::Kind;
using test::thrownBy;

struct OwnLibrary : test::Desk {
  test::TemporaryFolder custom;
  content::Content content =
      content::Content::load({std::filesystem::path(UNKNOT_SOURCE_DIR) / "data",
                              std::filesystem::path(UNKNOT_SOURCE_DIR) / "templates", custom.path()});
  Workspace ownWork{store, content, clock, ids, typesetter, pdf, changes, forms};
  domain::ClientId zoe = client("Zoë Example");
  domain::ExerciseSlug mine = saved("My movement");
  std::filesystem::path file = custom.path() / "data" / "exercises" / (mine + ".toml");
  core::InPlaceExecutor here;
  core::Tasks tasks{here, here};

  domain::ExerciseSlug saved(const std::string& title) {
    auto copy = *content.exercise("washrag");
    copy.slug.clear();
    copy.text.title = title;
    copy.frames.clear();
    copy.pictures = {"washrag:1"};
    return saveOwnExercise(ownWork, copy).slug;
  }
  domain::ExercisePlan planOf(const domain::ExerciseSlug& exercise) {
    domain::ExercisePlan plan;
    plan.client = zoe;
    plan.from = ownWork.today();
    plan.items = {domain::usualItem(*content.exercise(exercise))};
    return plan;
  }
  void write(const std::string& name, const std::string& text) {
    const auto path = custom.path() / "data" / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
    content.library().reload();
  }
  std::string text() const {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

BOOST_FIXTURE_TEST_SUITE(OwnLibraryTest, OwnLibrary)

BOOST_AUTO_TEST_CASE(AMovementThatNothingNamesGoesForGoodWithItsFilm) {
  setVideo(ownWork, mine, "https://example.org/mine");
  setVideo(ownWork, "flower", "https://example.org/flower");
  const auto asked = removalOfExercise(ownWork, mine);
  BOOST_TEST((asked.kind == Kind::forGood));
  BOOST_TEST(asked.title == "My movement");
  BOOST_TEST(std::filesystem::exists(file));
  BOOST_TEST((removeOwnExercise(ownWork, mine) == asked));
  BOOST_TEST(!std::filesystem::exists(file));
  BOOST_TEST((content.exercise(mine) == nullptr));
  BOOST_TEST(saved("My movement") == mine);
  BOOST_TEST(content.exercise(mine)->video.empty());
  BOOST_TEST(content.exercise("flower")->video == "https://example.org/flower");
}

BOOST_AUTO_TEST_CASE(AMovementInAPlanIsPutAwayAndThePlanIsSavedAndPrintedAsBefore) {
  const auto plan = savePlan(ownWork, planOf(mine));
  const auto asked = removalOfExercise(ownWork, mine);
  BOOST_TEST((asked.kind == Kind::putAway));
  BOOST_TEST(asked.clients == 1);
  const auto before = test::allText(composeHandout(ownWork, zoe, {}));
  BOOST_TEST(before.find("My movement") != std::string::npos);
  removeOwnExercise(ownWork, mine);
  BOOST_TEST(test::allText(composeHandout(ownWork, zoe, {})) == before);
  BOOST_REQUIRE((content.exercise(mine) != nullptr));
  BOOST_TEST(content.exercise(mine)->putAway);
  auto next = plan;
  next.id = {};
  next.items[0].minutes = 9;
  BOOST_TEST(savePlan(ownWork, next).version == 2);

  HomePracticeState state;
  HomePracticePresenter presenter(tasks, ownWork, content, clock, "en",
                                  [&](const HomePracticeState& s) { state = s; });
  presenter.open(zoe);
  BOOST_TEST(state.plan[0].title == "My movement");
  const auto shows = [&] {
    return std::any_of(state.library.begin(), state.library.end(),
                       [&](const auto& card) { return card.slug == mine; });
  };
  BOOST_TEST(!shows());
  BOOST_TEST(state.putAway == 1U);
  presenter.setShelf(Shelf::putAway);
  BOOST_TEST(shows());
  presenter.add(mine);
  BOOST_TEST((state.shelf == Shelf::library));
  BOOST_TEST(shows());
  BOOST_TEST(state.putAway == 0U);
  BOOST_TEST(state.plan.size() == 1U);
}

BOOST_AUTO_TEST_CASE(WhatIsPutAwayIsOtherwiseAsItWasWritten) {
  savePlan(ownWork, planOf(mine));
  const auto before = text();
  removeOwnExercise(ownWork, mine);
  BOOST_TEST(text() == "put_away = true\n" + before);
  removeOwnExercise(ownWork, mine);
  BOOST_TEST(text() == "put_away = true\n" + before);
  putBackExercise(ownWork, mine);
  BOOST_TEST(text() == before);
}

BOOST_AUTO_TEST_CASE(OncePutAwayItGoesForGoodWhenNothingNeedsItAnyMore) {
  domain::PlanTemplate kept;
  kept.name = "Evenings";
  kept.items = {domain::usualItem(*content.exercise(mine))};
  kept = keepTemplate(ownWork, kept);
  const auto asked = removeOwnExercise(ownWork, mine);
  BOOST_TEST((asked.kind == Kind::putAway));
  BOOST_TEST(asked.clients == 0);
  BOOST_TEST(asked.needed);
  removeTemplate(ownWork, kept.id);
  BOOST_TEST((removeOwnExercise(ownWork, mine).kind == Kind::forGood));
  BOOST_TEST(!std::filesystem::exists(file));
}

BOOST_AUTO_TEST_CASE(AnOwnVersionGivesItsPlaceBackToTheShippedOne) {
  write("exercises/flower.toml", R"(slug = "flower"
rank = 5
position = "standing"
patterns = []
regions = []
movements = []
[dose]
repetitions = 1
minutes = 1
[en]
title = "Flower, ours"
purpose = "p"
steps = ["One."]
sense = "s"
)");
  savePlan(ownWork, planOf("flower"));
  BOOST_REQUIRE(content.exercise("flower")->own);
  BOOST_TEST((removeOwnExercise(ownWork, "flower").kind == Kind::shippedReturns));
  BOOST_TEST(!content.exercise("flower")->own);
  BOOST_TEST(content.exercise("flower")->text.title != "Flower, ours");
}

BOOST_AUTO_TEST_CASE(WhatIsShippedOrGoneIsNotTakenAway) {
  BOOST_TEST(thrownBy<core::RefusedError>([&] { removeOwnExercise(ownWork, "washrag"); }) ==
             "error.ownExercise.notOwn");
  BOOST_TEST(thrownBy<core::RefusedError>([&] { removeOwnExercise(ownWork, "nowhere"); }) ==
             "error.ownExercise.notOwn");
  BOOST_TEST(thrownBy<core::RefusedError>([&] { removeOwnSeries(ownWork, "cat-stretch"); }) ==
             "error.series.notOwn");
  actAs(domain::Role::auditor);
  BOOST_TEST(thrownBy<core::RefusedError>([&] { removeOwnExercise(ownWork, mine); }) ==
             "error.use.permission");
  BOOST_TEST(std::filesystem::exists(file));
}

BOOST_AUTO_TEST_CASE(AnOwnSeriesIsDeletedAndKeepsItsMovementsUntilThen) {
  write("series/evenings.toml",
        "slug = \"evenings\"\ntitle = \"Evenings\"\n\n[[item]]\nexercise = \"" + mine + "\"\n");
  BOOST_TEST((removalOfExercise(ownWork, mine).kind == Kind::putAway));
  HomePracticeState state;
  HomePracticePresenter presenter(tasks, ownWork, content, clock, "en",
                                  [&](const HomePracticeState& s) { state = s; });
  presenter.open(zoe);
  presenter.setShelf(Shelf::series);
  core::Message question;
  presenter.askRemoval("evenings", [&](const core::Message& asked) { question = asked; });
  BOOST_TEST(question.id == "plan.removeSeries.forGood");
  presenter.remove("evenings");
  BOOST_TEST(state.told.value().id == "plan.removed.forGood");
  for (const auto& card : state.library) BOOST_TEST(!card.own, card.title);
  BOOST_TEST((removalOfExercise(ownWork, mine).kind == Kind::forGood));
}

BOOST_AUTO_TEST_CASE(TheQuestionSaysHowManyClientsNameTheMovement) {
  savePlan(ownWork, planOf(mine));
  HomePracticeState state;
  HomePracticePresenter presenter(tasks, ownWork, content, clock, "en",
                                  [&](const HomePracticeState& s) { state = s; });
  presenter.open(zoe);
  core::Message question;
  presenter.askRemoval(mine, [&](const core::Message& asked) { question = asked; });
  BOOST_TEST(question.id == "plan.removeExercise.putAway");
  BOOST_TEST(question.count.value() == 1);
  presenter.remove(mine);
  BOOST_TEST(state.told.value().id == "plan.removed.putAway");
  presenter.askRemoval("flower", [&](const core::Message&) { BOOST_FAIL("a shipped movement"); });
  BOOST_TEST(state.problem.value().id == "error.ownExercise.notOwn");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::app

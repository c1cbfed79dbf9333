#include "app/home_practice.h"

#include <boost/test/unit_test.hpp>

#include "app/work_support.h"
#include "support/samples.h"
#include "support/throws.h"

namespace unknot::app {
namespace {

using test::thrownBy;

struct PracticeFixture : test::Desk {
  domain::ClientId ana = client("Ana");
  domain::ExercisePlan plan() {
    auto plan = test::fullPlan();
    plan.id = {};
    plan.client = ana;
    return plan;
  }
};

BOOST_FIXTURE_TEST_SUITE(HomePractice, PracticeFixture)

BOOST_AUTO_TEST_CASE(APlanIsAddedAsTheNextVersion) {
  const auto first = savePlan(work, plan());
  const auto second = savePlan(work, plan());
  BOOST_TEST(first.version == 1);
  BOOST_TEST(second.version == 2);
  BOOST_TEST((second.author == store.user().id));
  BOOST_CHECK(second.savedAt == clock.now());
  BOOST_CHECK(store.plans().current(ana) == second);
}

BOOST_AUTO_TEST_CASE(AnExerciseThatIsNotInTheLibraryIsNamedWithItsPlace) {
  auto wrong = plan();
  wrong.items[1].exercise = "headstand";
  BOOST_TEST(thrownBy<core::InputError>([&] { savePlan(work, wrong); }) ==
             "error.use.exercise field=items[1].exercise value=headstand");
  BOOST_TEST(store.data().plans.empty());
}

BOOST_AUTO_TEST_CASE(ARetryOfTheSamePlanAddsNothing) {
  auto wanted = plan();
  wanted.id = test::idOf<domain::PlanId>(77);
  const auto first = savePlan(work, wanted);
  clock.advanceMs(100);
  BOOST_CHECK(savePlan(work, wanted) == first);
  wanted.note = "Other";
  BOOST_TEST(thrownBy<core::RefusedError>([&] { savePlan(work, wanted); }) == "error.plan.exists");
  BOOST_TEST(store.data().plans.size() == 1U);
}

BOOST_AUTO_TEST_CASE(AnItemBeginsWithTheLibrarysDose) {
  const auto* exercise = work.content.exercise("side-curl");
  BOOST_REQUIRE(exercise != nullptr);
  const auto item = domain::usualItem(*exercise);
  BOOST_TEST(item.exercise == "side-curl");
  BOOST_TEST(item.repetitions == exercise->dose.repetitions);
  BOOST_CHECK(item.side == domain::PlanSide::both);
}

BOOST_AUTO_TEST_CASE(EveryExerciseOfTheLibraryMakesAPlanThatPasses) {
  BOOST_REQUIRE(!work.content.exercises().empty());
  auto all = plan();
  all.items.clear();
  for (const auto& exercise : work.content.exercises()) all.items.push_back(domain::usualItem(exercise));
  BOOST_TEST(savePlan(work, all).items.size() == work.content.exercises().size());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::app

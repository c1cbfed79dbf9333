// An atlas made up for the test: what a point, a finger and an arrow key find in it.
#include <boost/test/unit_test.hpp>

#include <array>

#include "domain/body_atlas.h"
#include "domain/body_build.h"
#include "support/throws.h"

using namespace unknot;
using domain::BodyView;
using domain::Direction;
using domain::Side;
using unknot::test::thrownBy;

namespace {

domain::BodyRegion square(const std::string& base, double x, double y) {
  domain::BodyRegion region;
  region.slug = base + "-l";
  region.base = base;
  region.code = base;
  region.shapes[BodyView::front] = {core::Path::rectangle({x, y, 100, 100}), {x + 50, y + 50}, 50};
  return region;
}

// a b c
// d   f     (nothing in the middle)
// g h i     (i only from behind)
domain::BodyAtlas ring() {
  std::vector<domain::BodyRegion> regions{square("a", 0, 0),    square("b", 100, 0),   square("c", 200, 0),
                                          square("d", 0, 100),  square("f", 200, 100), square("g", 0, 200),
                                          square("h", 100, 200)};
  auto behind = square("i", 200, 200);
  behind.shapes[BodyView::back] = behind.shapes.at(BodyView::front);
  behind.shapes.erase(BodyView::front);
  regions.push_back(behind);
  domain::FigureView front;
  front.size = {300, 1000};
  return domain::BodyAtlas({front}, std::move(regions));
}

std::string slugOf(const domain::BodyRegion* region) {
  return region ? region->slug : "none";
}

std::string slugsOf(const std::vector<const domain::BodyRegion*>& regions) {
  std::string text;
  for (const auto* region : regions) text += (text.empty() ? "" : " ") + region->slug;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(BodyAtlas)

BOOST_AUTO_TEST_CASE(APointHitsTheRegionItLiesIn) {
  const auto atlas = ring();
  BOOST_TEST(slugOf(atlas.hit(BodyView::front, {150, 20})) == "b-l");
  BOOST_TEST(slugOf(atlas.hit(BodyView::front, {150, 150})) == "none");
  BOOST_TEST(slugOf(atlas.hit(BodyView::front, {250, 250})) == "none");
  BOOST_TEST(slugOf(atlas.hit(BodyView::back, {250, 250})) == "i-l");
  BOOST_TEST(slugOf(atlas.hit(BodyView::left, {250, 250})) == "none");
}

BOOST_AUTO_TEST_CASE(AFingerBesideARegionFindsTheNearestWithinReach) {
  const auto atlas = ring();
  BOOST_TEST(slugOf(atlas.nearest(BodyView::front, {110, 150}, 12)) == "d-l");
  BOOST_TEST(slugOf(atlas.nearest(BodyView::front, {150, 192}, 12)) == "h-l");
  BOOST_TEST(slugOf(atlas.nearest(BodyView::front, {150, 150}, 12)) == "none");
  BOOST_TEST(slugOf(atlas.nearest(BodyView::front, {-9, -9}, 12)) == "none");  // 12.7 away from the corner
  BOOST_TEST(slugOf(atlas.nearest(BodyView::front, {-8, -8}, 12)) == "a-l");
  BOOST_TEST(slugOf(atlas.nearest(BodyView::front, {50, 50}, 0)) == "a-l");
  BOOST_TEST(slugOf(atlas.nearest(BodyView::right, {50, 50}, 500)) == "none");
}

BOOST_AUTO_TEST_CASE(AFingerMayMeanEveryRegionWithinReachTheNearestFirst) {
  const auto atlas = ring();
  BOOST_TEST(slugsOf(atlas.within(BodyView::front, {95, 97}, 12)) == "a-l d-l b-l");
  BOOST_TEST(slugsOf(atlas.within(BodyView::front, {50, 50}, 12)) == "a-l");
  BOOST_TEST(slugsOf(atlas.within(BodyView::front, {150, 150}, 49)).empty());
  BOOST_TEST(atlas.within(BodyView::front, {150, 150}, 51).size() == 4u);
}

BOOST_AUTO_TEST_CASE(ArrowsGoTheirWayAndBack) {
  const auto atlas = ring();
  const auto step = [&](const char* from, Direction direction) {
    return slugOf(atlas.neighbour(BodyView::front, *atlas.find(from), direction));
  };
  BOOST_TEST(step("a-l", Direction::right) == "b-l");
  BOOST_TEST(step("b-l", Direction::left) == "a-l");
  BOOST_TEST(step("a-l", Direction::down) == "d-l");
  BOOST_TEST(step("b-l", Direction::down) == "h-l");  // over the hole
  BOOST_TEST(step("d-l", Direction::right) == "f-l");
  BOOST_TEST(step("f-l", Direction::left) == "d-l");
  BOOST_TEST(step("a-l", Direction::left) == "none");
  BOOST_TEST(step("a-l", Direction::up) == "none");
}

BOOST_AUTO_TEST_CASE(FromARegionThatTheViewDoesntShowNoArrowLeads) {
  const auto atlas = ring();
  for (const auto direction : {Direction::left, Direction::right, Direction::up, Direction::down}) {
    BOOST_TEST(slugOf(atlas.neighbour(BodyView::front, *atlas.find("i-l"), direction)) == "none");
    BOOST_TEST(slugOf(atlas.neighbour(BodyView::left, *atlas.find("a-l"), direction)) == "none");
    BOOST_TEST(slugOf(atlas.neighbour(BodyView::front, square("stranger", 0, 0), direction)) == "none");
  }
}

BOOST_AUTO_TEST_CASE(AnotherDrawingHasTheSameRegionsAndMoves) {
  const auto atlas = ring();
  auto regions = atlas.regions();
  for (auto& region : regions)
    for (auto& [view, shape] : region.shapes) {
      shape.path = shape.path.transformed(core::Affine::scale(2, 1));
      shape.label.x *= 2;
    }
  const auto wide = atlas.redrawn(atlas.views(), regions);
  BOOST_TEST(slugOf(wide.hit(BodyView::front, {350, 20})) == "b-l");
  for (const auto& region : atlas.regions())
    for (const auto direction : {Direction::left, Direction::right, Direction::up, Direction::down})
      BOOST_TEST(slugOf(wide.neighbour(BodyView::front, *wide.find(region.slug), direction)) ==
                 slugOf(atlas.neighbour(BodyView::front, region, direction)));
  regions.pop_back();
  BOOST_CHECK_THROW(atlas.redrawn(atlas.views(), regions), core::BugError);
}

BOOST_AUTO_TEST_CASE(BuildsAndPatternsHaveWords) {
  using domain::BodyBuild;
  using domain::ReflexPattern;
  for (const auto build : {BodyBuild::slender, BodyBuild::medium, BodyBuild::broad})
    BOOST_TEST((domain::bodyBuildFrom(domain::toString(build)) == build));
  for (const auto pattern :
       {ReflexPattern::green, ReflexPattern::red, ReflexPattern::trauma, ReflexPattern::twist})
    BOOST_TEST((domain::reflexPatternFrom(domain::toString(pattern)) == pattern));
  BOOST_TEST(thrownBy([] { domain::bodyBuildFrom("stout"); }) ==
             "error.choice field=build value=stout allowed=slender, medium, broad");
}

BOOST_AUTO_TEST_SUITE_END()

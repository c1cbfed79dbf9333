#include "app/map_reach.h"

#include <boost/test/unit_test.hpp>

#include "app/work_support.h"

using namespace unknot;
using domain::BodyView;

namespace {

const domain::BodyAtlas& atlas() {
  return test::shippedContent().atlas();
}

const domain::RegionShape& shape(const char* slug) {
  return atlas().require("region", slug).shapes.at(BodyView::front);
}

// A figure of this height on the screen.
double unitsPerMm(double figureMm) {
  return 1000 / figureMm;
}

app::FingerTarget touch(core::Point at, double figureMm, double mostCloser = 6) {
  return app::fingerTarget(atlas(), BodyView::front, at, unitsPerMm(figureMm), mostCloser);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(MapReach)

BOOST_AUTO_TEST_CASE(OnALargeFigureAFingerTakesWhatItTouches) {
  const auto target = touch(shape("pec-l").label, 250);
  BOOST_REQUIRE(target.region != nullptr);
  BOOST_TEST(target.region->slug == "pec-l");
  BOOST_TEST(!target.closer.has_value());
}

BOOST_AUTO_TEST_CASE(AFingerBesideTheFigureTakesTheNearestRegion) {
  // The outside of the left hand, a little away from it.
  const auto bounds = shape("hand-l").path.bounds();
  const core::Point beside{bounds.right() + 5, bounds.centre().y};
  BOOST_REQUIRE(atlas().hit(BodyView::front, beside) == nullptr);
  BOOST_REQUIRE(touch(beside, 400, 1).region != nullptr);
  BOOST_TEST(touch(beside, 400, 1).region->slug == "hand-l");
}

BOOST_AUTO_TEST_CASE(FartherThanAFingertipIsBeside) {
  const auto bounds = shape("hand-l").path.bounds();
  const double tooFar = (app::kFingerMm + 1) * unitsPerMm(400);
  const auto target = touch({bounds.right() + tooFar, bounds.centre().y}, 400);
  BOOST_TEST(target.region == nullptr);
  BOOST_TEST(!target.closer.has_value());
}

BOOST_AUTO_TEST_CASE(AmongRegionsSmallerThanTheFingerItLooksCloser) {
  const auto target = touch(shape("scm-l").label, 120);
  BOOST_TEST(target.region == nullptr);
  BOOST_REQUIRE(target.closer.has_value());
  BOOST_TEST(*target.closer > 1.4);
  BOOST_TEST(*target.closer <= 6);
}

BOOST_AUTO_TEST_CASE(TheCloserLookIsCloseEnough) {
  const double figureMm = 160;
  for (const auto& region : atlas().regions()) {
    const auto front = region.shapes.find(BodyView::front);
    if (front == region.shapes.end()) continue;
    const auto first = touch(front->second.label, figureMm, 100);
    if (!first.closer) continue;
    const auto second = touch(front->second.label, figureMm * *first.closer, 100);
    BOOST_REQUIRE_MESSAGE(second.region != nullptr, region.slug);
    BOOST_TEST(second.region->slug == region.slug);
  }
}

BOOST_AUTO_TEST_CASE(AsCloseAsCanBeAFingerChooses) {
  const auto target = touch(shape("scm-l").label, 120, 1);
  BOOST_REQUIRE(target.region != nullptr);
  BOOST_TEST(target.region->slug == "scm-l");
}

BOOST_AUTO_TEST_CASE(AScreenThatSaysNonsenseIsAUsualOne) {
  const double usual = 96 / 25.4;
  BOOST_TEST(app::pixelsPerMm(1920, 508) == usual, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(app::pixelsPerMm(1920, 344) == 1920.0 / 344);  // 15.6 inches
  BOOST_TEST(app::pixelsPerMm(0, 0) == usual);
  BOOST_TEST(app::pixelsPerMm(1920, 0) == usual);
  BOOST_TEST(app::pixelsPerMm(1920, 1600) == usual);  // a projector's wall
  BOOST_TEST(app::pixelsPerMm(1920, 16) == usual);    // an aspect ratio where millimetres should be
}

BOOST_AUTO_TEST_SUITE_END()

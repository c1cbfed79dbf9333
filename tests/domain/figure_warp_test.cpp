// Another build keeps what lies in what, whatever the numbers are.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>

#include "domain/figure_warp.h"
#include "domain/polygons.h"

using namespace unknot;
using domain::FigureStrips;
using domain::FigureWarp;
using domain::MonotoneCurve;

namespace {

domain::FigureView view(double width, const core::Path& outline) {
  domain::FigureView result;
  result.size = {width, 1000};
  result.outline = outline;
  return result;
}

// Two strips about a slanting axis, one swelling and one shrinking half-way down.
FigureStrips strips() {
  return {{MonotoneCurve({{0, 60}}), MonotoneCurve({{0, 100}, {1000, 140}}), MonotoneCurve({{0, 200}})},
          {MonotoneCurve({{100, 1}, {500, 1.6}, {900, 1}}), MonotoneCurve({{100, 1}, {500, .6}, {900, 1}})},
          1};
}

core::Path circle() {
  return core::Path::circle({130, 500}, 90);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(MonotoneCurveTest)

BOOST_AUTO_TEST_CASE(ItGoesThroughItsPointsAndStaysAtItsEnds) {
  const MonotoneCurve curve({{10, 1}, {20, 4}, {50, 3}});
  BOOST_TEST(curve.at(10) == 1);
  BOOST_TEST(curve.at(20) == 4);
  BOOST_TEST(curve.at(50) == 3);
  BOOST_TEST(curve.at(-100) == 1);
  BOOST_TEST(curve.at(1e6) == 3);
  BOOST_TEST(MonotoneCurve({{3, 7}}).at(-1) == 7);
}

BOOST_AUTO_TEST_CASE(ItNeverSwingsBeyondItsNeighboursAndHasNoCorner) {
  const MonotoneCurve curve({{0, 0}, {10, 0}, {11, 5}, {40, 5.1}, {60, -2}});
  double before = curve.at(0);
  double slopeBefore = 0;
  for (double x = .01; x < 60; x += .01) {
    const double value = curve.at(x);
    if (x < 40)
      BOOST_REQUIRE(value >= before - 1e-12);
    else if (x > 40.01)
      BOOST_REQUIRE(value <= before + 1e-12);
    const double slope = (value - before) / .01;
    BOOST_REQUIRE(std::abs(slope - slopeBefore) < .5);
    before = value;
    slopeBefore = slope;
  }
}

BOOST_AUTO_TEST_CASE(MappedItIsTheMappedValueEverywhere) {
  const MonotoneCurve curve({{0, 1}, {10, 4}, {30, 2}});
  const auto mapped = curve.mapped(-2, 5);
  for (double x = -5; x < 40; x += .7) BOOST_TEST(std::abs(mapped.at(x) - (5 - 2 * curve.at(x))) < 1e-9);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(FigureWarpTest)

BOOST_AUTO_TEST_CASE(FactorsOfOneChangeNothing) {
  auto same = strips();
  for (auto& factor : same.factors) factor = MonotoneCurve({{0, 1}});
  const FigureWarp warp(view(260, circle()), same);
  BOOST_TEST(std::abs(warp.view().size.width - 260) < 1e-9);
  for (std::size_t i = 0; i < circle().points().size(); ++i)
    BOOST_TEST(core::distance(warp.view().outline.points()[i], circle().points()[i]) < 1e-6);
}

BOOST_AUTO_TEST_CASE(NothingMovesUpOrDownOrPastAnother) {
  const FigureWarp warp(view(260, circle()), strips());
  for (double y = -20; y < 1030; y += 13.7) {
    double before = -1e9;
    for (double x = -100; x < 400; x += .5) {
      const auto p = warp.apply(core::Point{x, y});
      BOOST_REQUIRE(p.y == y);
      BOOST_REQUIRE(p.x > before);
      before = p.x;
    }
  }
}

BOOST_AUTO_TEST_CASE(AStripIsWidenedByItsFactorAboutTheStillLine) {
  // Wide enough that the view keeps its left edge: nothing sticks out there.
  const auto outline = core::Path::rectangle({0, 0, 260, 1000});
  const FigureWarp warp(view(260, outline), strips());
  const auto x = [&](double from, double y) { return warp.apply(core::Point{from, y}).x; };
  BOOST_TEST(std::abs((x(120, 500) - x(60, 500)) - 60 * 1.6) < 1e-6);
  BOOST_TEST(std::abs((x(200, 500) - x(120, 500)) - 80 * .6) < 1e-6);
  BOOST_TEST(std::abs((x(104, 100) - x(60, 100)) - 44) < 1e-6);
  BOOST_TEST(std::abs(x(120, 500) - x(104, 100) - 16) < 1e-6);  // the still line, which slants
  BOOST_TEST(std::abs(x(60, 500) - x(20, 500) - 40) < 1.5);     // outside nothing is widened
}

BOOST_AUTO_TEST_CASE(AWarpedPathLiesOnTheTrueOne) {
  const FigureWarp warp(view(260, circle()), strips());
  const auto warped = warp.apply(circle()).flattened(.005);
  for (const auto& polygon : circle().flattened(.005))
    for (const auto p : polygon) BOOST_TEST(domain::borderDistance(warped, warp.apply(p)) < .08);

  // A closed triangle whose last line is only implied.
  core::Path triangle;
  triangle.moveTo({70, 300}).lineTo({190, 320}).lineTo({80, 700}).close();
  const auto bent = warp.apply(triangle).flattened(.005);
  for (double t = 0; t < 1; t += .01) {
    const auto p = core::Point{80, 700} * (1 - t) + core::Point{70, 300} * t;
    BOOST_TEST(domain::borderDistance(bent, warp.apply(p)) < .08);
  }
}

BOOST_AUTO_TEST_CASE(AStraightLineThatStaysStraightStaysALine) {
  const FigureWarp warp(view(260, circle()), strips());
  core::Path line;
  line.moveTo({30, 10}).lineTo({220, 10});
  BOOST_TEST((warp.apply(line).verbs() == std::vector{core::Path::Verb::move, core::Path::Verb::line}));
}

BOOST_AUTO_TEST_CASE(TheRoomBesideTheFigureStays) {
  const FigureWarp warp(view(260, circle()), strips());
  double left = 1e9, right = -1e9;
  for (const auto& polygon : warp.view().outline.flattened(.01))
    for (const auto p : polygon) {
      left = std::min(left, p.x);
      right = std::max(right, p.x);
    }
  BOOST_TEST(std::abs(left - 40) < .1);
  BOOST_TEST(std::abs(warp.view().size.width - right - 40) < .1);
}

BOOST_AUTO_TEST_CASE(TheMiddleOfAMirroredViewStaysItsMiddle) {
  auto both = view(260, core::Path::circle({130.2, 500}, 90));
  both.viewerLeft = domain::Side::right;
  both.viewerRight = domain::Side::left;
  const FigureStrips symmetric{
      {MonotoneCurve({{0, 60}}), MonotoneCurve({{0, 130}}), MonotoneCurve({{0, 200}})},
      {MonotoneCurve({{0, 1.3}}), MonotoneCurve({{0, 1.3}})},
      1};
  const FigureWarp warp(both, symmetric);
  BOOST_TEST(warp.view().size.width > 290);
  BOOST_TEST(std::abs(warp.apply(core::Point{130, 400}).x - warp.view().size.width / 2) < 1e-9);
}

BOOST_AUTO_TEST_CASE(TheFreeRadiusOfALabelIsMeasuredAnew) {
  const auto outline = core::Path::rectangle({60, 400, 60, 200});
  const FigureWarp warp(view(260, outline), strips());
  const auto shape = warp.apply(domain::RegionShape{outline, {90, 500}, 30});
  BOOST_TEST(shape.labelRadius > 40);
  BOOST_TEST(std::abs(shape.labelRadius - domain::borderDistance(shape.path.flattened(.01), shape.label)) <
             .1);
}

BOOST_AUTO_TEST_CASE(LinesThatComeTooNearAreFound) {
  BOOST_TEST(!domain::narrowStrip(strips(), 1000).has_value());
  auto crossing = strips();
  crossing.lines[0] = MonotoneCurve({{0, 60}, {700, 60}, {1000, 139.5}});
  const auto height = domain::narrowStrip(crossing, 1000);
  BOOST_REQUIRE(height.has_value());
  BOOST_TEST(*height > 980);
}

BOOST_AUTO_TEST_SUITE_END()

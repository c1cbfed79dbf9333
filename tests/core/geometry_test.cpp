#include "core/geometry.h"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "support/throws.h"

using namespace unknot::core;
using unknot::test::thrownBy;

namespace {

double area(const std::vector<Point>& polygon) {
  double twice = 0;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point a = polygon[i];
    const Point b = polygon[(i + 1) % polygon.size()];
    twice += a.x * b.y - b.x * a.y;
  }
  return std::abs(twice) / 2;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(GeometryTest)

BOOST_AUTO_TEST_CASE(AnAffineMapAppliesTheInnerOneFirst) {
  const Affine map = Affine::translation(10, 0).after(Affine::scale(2, 3));
  BOOST_TEST((map.apply({1, 1}) == Point{12, 3}));
  BOOST_TEST(Affine::rotation(90).after(Affine::scale(2, 2)).lengthScale() == 2,
             boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(PathTextIsReadBack) {
  const std::string text = "M1 2 L3.5 -4 C1 2 3 4 5 6 Z M0 0 L1 1";
  BOOST_TEST(Path::parse(text).toString() == text);
  BOOST_TEST(Path::parse("M 1,2 3,4 5 6").toString() == "M1 2 L3 4 L5 6");
}

BOOST_AUTO_TEST_CASE(AFaultInAPathIsNamedByItsPlace) {
  BOOST_TEST(thrownBy([] { Path::parse("M1 2 l3 4"); }) == "error.path place=6");
  BOOST_TEST(thrownBy([] { Path::parse("L1 2"); }) == "error.path place=1");
  BOOST_TEST(thrownBy([] { Path::parse("M1"); }) == "error.path place=3");
  BOOST_TEST(thrownBy([] { Path::parse("M1 nan"); }) != "");
}

BOOST_AUTO_TEST_CASE(AFlattenedCircleHasItsArea) {
  const auto polygons = Path::circle({5, 5}, 100).flattened(0.01);
  BOOST_REQUIRE(polygons.size() == 1U);
  // A cubic circle is 0.03 % off at most.
  BOOST_TEST(area(polygons[0]) == 3.14159265 * 100 * 100, boost::test_tools::tolerance(1e-3));
}

BOOST_AUTO_TEST_CASE(ASmoothCurveGoesThroughItsPoints) {
  const std::vector<Point> points = {{0, 0}, {10, 5}, {20, 0}, {30, 10}};
  const Path path = Path::smooth(points, false);
  BOOST_REQUIRE(path.points().size() == 10U);
  for (std::size_t i = 0; i < points.size(); ++i) BOOST_TEST((path.points()[i * 3] == points[i]));
}

BOOST_AUTO_TEST_CASE(UnitedRectanglesIgnoreEmptyOnes) {
  const Rect a{1, 1, 2, 2};
  BOOST_TEST((a.united({}) == a));
  BOOST_TEST((Rect{}.united(a) == a));
  BOOST_TEST((a.united({5, 0, 1, 1}) == Rect{1, 0, 5, 3}));
}

BOOST_AUTO_TEST_SUITE_END()

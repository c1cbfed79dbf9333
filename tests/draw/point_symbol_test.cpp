// Points on the body map: symbols that are told apart without colour, in their place, and found again.
#include <boost/test/unit_test.hpp>

#include "draw/change_scale.h"
#include "draw/point_symbol.h"
#include "painted.h"

using namespace unknot;
using domain::BodyView;
using domain::PointKind;
using domain::PointMark;
using test::differing;
using test::differingInGrey;

namespace {

constexpr draw::Rect kWhere{0, 0, 352, 800};
constexpr int kCell = 15;
constexpr draw::Rect kCellArea{0, 0, kCell, kCell};
constexpr double kSize = 9;

const domain::BodyAtlas& atlas() {
  return test::shippedAtlas();
}

draw::Affine placement(BodyView view) {
  return draw::figurePlacement(*atlas().view(view), kWhere);
}

draw::Image symbolOn(draw::Color ground, PointKind kind) {
  return test::painted(kCell, kCell, [&](draw::Canvas& canvas) {
    canvas.fill(draw::Path::rectangle(kCellArea), ground);
    draw::drawPointSymbol(canvas, kind, kCellArea.centre(), kSize, ground);
  });
}

std::vector<draw::Color> grounds() {
  std::vector<draw::Color> all{draw::BodyMapColors::paper().unseen, draw::BodyMapColors::paper().notCompared,
                               draw::BodyMapColors::dark().unseen, draw::BodyMapColors::dark().notCompared};
  for (int level = 0; level <= 4; ++level) all.push_back(draw::tensionColor(domain::Tension(level)));
  for (int change = -4; change <= 4; ++change) all.push_back(draw::changeColor(change));
  return all;
}

// Where a symbol puts its ink, whichever of the two inks that is.
std::vector<bool> inkOf(draw::Color ground, PointKind kind) {
  const bool dark = draw::contrast(ground, draw::rgb(0)) > draw::contrast(ground, draw::rgb(0xFFFFFF));
  const auto image = symbolOn(ground, kind);
  std::vector<bool> ink;
  for (int y = 0; y < kCell; ++y)
    for (int x = 0; x < kCell; ++x) {
      const double grey = test::grey(test::bytesAt(image, x, y));
      ink.push_back(dark ? grey < 110 : grey > 170);
    }
  return ink;
}

int apart(const std::vector<bool>& a, const std::vector<bool>& b) {
  int count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) count += a[i] != b[i];
  return count;
}

draw::Image drawn(BodyView view, const draw::BodyMapMarks& marks, const draw::BodyMapOptions& options = {}) {
  return test::painted(352, 800, [&](draw::Canvas& canvas) {
    draw::drawBodyMap(canvas, test::testTypesetter(), atlas(), view, marks, options, kWhere);
  });
}

draw::BodyMapMarks withPoints(std::vector<PointMark> points) {
  auto marks = test::inventedMarks();
  marks.points = std::move(points);
  return marks;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(PointSymbols)

BOOST_AUTO_TEST_CASE(EverySymbolDiffersFromEveryOtherInGreyAtNinePixels) {
  for (const auto& ground : grounds())
    for (const auto a : domain::pointKinds())
      for (const auto b : domain::pointKinds()) {
        if (a >= b) continue;
        const int pixels = differingInGrey(symbolOn(ground, a), symbolOn(ground, b), kCellArea, 60);
        BOOST_TEST(pixels >= 18, domain::toString(a) << " and " << domain::toString(b) << ": " << pixels);
      }
}

BOOST_AUTO_TEST_CASE(EverySymbolStandsOutFromEveryGroundInGrey) {
  for (const auto& ground : grounds()) {
    const auto plain = test::painted(
        kCell, kCell, [&](draw::Canvas& canvas) { canvas.fill(draw::Path::rectangle(kCellArea), ground); });
    for (const auto kind : domain::pointKinds())
      BOOST_TEST(differingInGrey(plain, symbolOn(ground, kind), kCellArea, 70) >= 14, domain::toString(kind));
  }
}

BOOST_AUTO_TEST_CASE(NoSymbolIsTheNegativeOfAnother) {
  const auto light = draw::tensionColor(domain::Tension(0));
  const auto dark = draw::tensionColor(domain::Tension(4));
  for (const auto a : domain::pointKinds())
    for (const auto b : domain::pointKinds()) {
      const int pixels = apart(inkOf(light, a), inkOf(dark, b));
      if (a == b)
        BOOST_TEST(pixels <= 8, domain::toString(a) << ": " << pixels);
      else
        BOOST_TEST(pixels >= 14, domain::toString(a) << " and " << domain::toString(b) << ": " << pixels);
    }
}

BOOST_AUTO_TEST_CASE(APointIsDrawnInItsRegionOnEveryViewOfEveryRegion) {
  draw::BodyMapOptions options;
  options.detail = draw::FigureDetail::small;
  for (const auto view : {BodyView::front, BodyView::back, BodyView::left, BodyView::right}) {
    for (const auto& region : atlas().regions()) {
      if (!region.shapes.contains(view)) continue;
      for (const int corner : {0, 1000}) {
        const PointMark mark{region.slug, view, PointKind::tender, corner, corner, 0, 0, ""};
        const auto place = domain::placeOf(atlas(), mark);
        BOOST_REQUIRE(place);
        BOOST_TEST(atlas().hit(view, *place)->slug == region.slug);
        draw::BodyMapMarks marks;
        marks.points = {mark};
        options.only = draw::pointBounds(atlas(), view, mark, placement(view));
        const auto at = placement(view).apply(*place);
        const auto image = drawn(view, marks, options);
        const double grey = test::grey(test::bytesAt(image, static_cast<int>(at.x), static_cast<int>(at.y)));
        BOOST_TEST(grey < 120, region.slug << ": " << grey);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(OnlyTheViewAPointWasPutOnShowsIt) {
  const PointMark mark{"oblique-l", BodyView::front, PointKind::heat, 500, 500, 0, 0, ""};
  BOOST_TEST(differing(drawn(BodyView::back, withPoints({})), drawn(BodyView::back, withPoints({mark})), {},
                       0) == 0);
  BOOST_TEST(differing(drawn(BodyView::front, withPoints({})), drawn(BodyView::front, withPoints({mark})), {},
                       0) > 40);
  BOOST_TEST(draw::pointBounds(atlas(), BodyView::back, mark, placement(BodyView::back)).isEmpty());
}

BOOST_AUTO_TEST_CASE(APointDrawsNothingOutsideItsBounds) {
  for (const auto kind : domain::pointKinds()) {
    const bool radiates = kind == PointKind::radiating;
    const PointMark mark{"quad-l",          BodyView::front,    kind, 300, 200,
                         radiates ? 60 : 0, radiates ? 150 : 0, ""};
    auto marks = withPoints({mark});
    marks.selectedPoint = 0;
    const auto bounds = draw::pointBounds(atlas(), BodyView::front, mark, placement(BodyView::front));
    BOOST_TEST(differing(drawn(BodyView::front, withPoints({})), drawn(BodyView::front, marks), bounds, 0) ==
               0);
  }
}

BOOST_AUTO_TEST_CASE(APointLiesOverTheNumber) {
  const auto& label = atlas().require("region", "pec-l").shapes.at(BodyView::front).label;
  const auto mark = domain::markAt(atlas(), BodyView::front, label, PointKind::scar);
  BOOST_REQUIRE(mark);
  draw::BodyMapOptions options;
  const auto numbered = drawn(BodyView::front, withPoints({*mark}), options);
  options.numbers = false;
  const auto plain = drawn(BodyView::front, withPoints({*mark}), options);
  const auto at = placement(BodyView::front).apply(label);
  BOOST_TEST(differingInGrey(numbered, plain, {at.x - 3, at.y - 1, 6, 2}, 10) == 0);
}

BOOST_AUTO_TEST_CASE(ASmallFigureHasDotsForPoints) {
  draw::BodyMapOptions options;
  options.detail = draw::FigureDetail::small;
  const PointMark radiating{"quad-l", BodyView::front, PointKind::radiating, 500, 200, 0, 150, ""};
  const int pixels = differing(drawn(BodyView::front, withPoints({}), options),
                               drawn(BodyView::front, withPoints({radiating}), options), {}, 0);
  BOOST_TEST(pixels > 4);
  BOOST_TEST(pixels < 40);
}

BOOST_AUTO_TEST_CASE(APointIsFoundWhereItsSymbolIs) {
  const auto view = BodyView::front;
  const auto place = placement(view);
  const auto marks = withPoints({{"quad-l", view, PointKind::tender, 500, 500, 0, 0, ""},
                                 {"quad-r", view, PointKind::ache, 500, 500, 0, 0, ""},
                                 {"ql-l", BodyView::back, PointKind::ache, 500, 500, 0, 0, ""}});
  const auto at = [&](std::size_t i) { return place.apply(*domain::placeOf(atlas(), marks.points[i])); };
  BOOST_TEST((draw::pointAt(atlas(), view, marks, place, at(0), 2) == std::size_t{0}));
  BOOST_TEST((draw::pointAt(atlas(), view, marks, place, at(1) + draw::Point{6, 0}, 2) == std::size_t{1}));
  BOOST_TEST(!draw::pointAt(atlas(), view, marks, place, at(1) + draw::Point{12, 0}, 2));
  BOOST_TEST((draw::pointAt(atlas(), view, marks, place, at(1) + draw::Point{12, 0}, 12) == std::size_t{1}));
  BOOST_TEST(!draw::pointAt(atlas(), BodyView::left, marks, placement(BodyView::left), at(0), 2));
}

BOOST_AUTO_TEST_CASE(OfPointsOnOnePlaceTheUppermostIsFound) {
  const auto view = BodyView::front;
  const auto place = placement(view);
  auto marks = withPoints({{"quad-l", view, PointKind::tender, 500, 500, 0, 0, ""},
                           {"quad-l", view, PointKind::numbness, 510, 505, 0, 0, ""}});
  const auto at = place.apply(*domain::placeOf(atlas(), marks.points[0]));
  BOOST_TEST((draw::pointAt(atlas(), view, marks, place, at, 2) == std::size_t{1}));
  marks.selectedPoint = 0;  // drawn over the others
  BOOST_TEST((draw::pointAt(atlas(), view, marks, place, at, 2) == std::size_t{0}));
}

BOOST_AUTO_TEST_CASE(ARadiatingPointIsFoundAlongItsLine) {
  const auto view = BodyView::front;
  const auto place = placement(view);
  const auto marks = withPoints({{"hipflex-l", view, PointKind::radiating, 500, 500, 0, 300, ""}});
  const auto from = place.apply(*domain::placeOf(atlas(), marks.points[0]));
  const auto to = place.apply(*domain::reachOf(atlas(), marks.points[0]));
  const auto half = (from + to) * .5;
  BOOST_TEST(draw::pointAt(atlas(), view, marks, place, half, 3).has_value());
  BOOST_TEST(draw::pointAt(atlas(), view, marks, place, half + draw::Point{2, 0}, 3).has_value());
  BOOST_TEST(!draw::pointAt(atlas(), view, marks, place, half + draw::Point{8, 0}, 3));
  BOOST_TEST(!draw::pointAt(atlas(), view, marks, place, to + draw::Point{0, 12}, 3));
}

BOOST_AUTO_TEST_CASE(TheKeyOfPointsWrapsIntoRows) {
  const draw::PointWords words{
      {PointKind::tender, "tender point"}, {PointKind::scar, "scar"}, {PointKind::ache, "ache"}};
  const draw::TextStyle style{10};
  auto& typesetter = test::testTypesetter();
  const double row = draw::pointKeyHeight(typesetter, words, style, 400);
  BOOST_TEST(row > style.size);
  BOOST_TEST(draw::pointKeyHeight(typesetter, words, style, 90) > row * 1.9);
  BOOST_TEST(draw::pointKeyHeight(typesetter, {}, style, 400) == 0);
  const auto image = test::painted(90, 60, [&](draw::Canvas& canvas) {
    draw::drawPointKey(canvas, typesetter, words, style, {0, 0, 90, 60});
  });
  const auto blank = test::painted(90, 60, [](draw::Canvas&) {});
  BOOST_TEST(differing(image, blank, {0, 0, 90, row}, 40) > 20);  // the second row
}

BOOST_AUTO_TEST_SUITE_END()

#include "draw/map_viewport.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>

#include "draw/drawn.h"

using namespace unknot;
using domain::BodyView;
using domain::Side;
using draw::MapViewport;

namespace {

constexpr draw::Size kPanel{900, 600};
const std::vector<BodyView> kFrontAndBack{BodyView::front, BodyView::back};

MapViewport frontAndBack() {
  MapViewport viewport(test::shippedAtlas());
  viewport.layOut(kFrontAndBack, kPanel);
  return viewport;
}

draw::Point labelOf(const char* slug, BodyView view) {
  return test::shippedAtlas().require("region", slug).shapes.at(view).label;
}

// Where a region's label lies on the panel.
draw::Point onPanel(const MapViewport& viewport, std::size_t pane, const char* slug) {
  return viewport.placement(pane).apply(labelOf(slug, viewport.panes()[pane].view));
}

bool near(draw::Point a, draw::Point b, double by = 1e-6) {
  return core::distance(a, b) < by;
}

std::optional<draw::Point> labelPlace(const MapViewport& viewport, std::size_t pane, Side side) {
  for (const auto& label : viewport.sideLabels(pane))
    if (label.side == side) return label.centre;
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(MapViewportTest)

BOOST_AUTO_TEST_CASE(AtFirstTheWholeFigureIsSeenAsThePaperShowsIt) {
  const auto viewport = frontAndBack();
  BOOST_REQUIRE(viewport.panes().size() == 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& pane = viewport.panes()[i];
    const auto& figure = *test::shippedAtlas().view(pane.view);
    BOOST_TEST((viewport.placement(i) == draw::figurePlacement(figure, pane.area.inflated(-10))));
  }
  BOOST_TEST(viewport.panes()[0].cell.right() == viewport.panes()[1].cell.x);
}

BOOST_AUTO_TEST_CASE(WhatIsUnderThePointerStaysThere) {
  auto viewport = frontAndBack();
  const draw::Point navel = onPanel(viewport, 0, "rectus-l-l");
  const draw::Point before = viewport.toFigure(0, navel);
  BOOST_TEST(viewport.zoomBy(4, navel));
  BOOST_TEST(viewport.zoom() == 4.);
  BOOST_TEST(near(viewport.toFigure(0, navel), before));
  BOOST_TEST(viewport.zoomBy(.5, navel));
  BOOST_TEST(near(viewport.toFigure(0, navel), before));
}

BOOST_AUTO_TEST_CASE(ZoomEndsAtTheWholeFigureAndAtSixTimes) {
  auto viewport = frontAndBack();
  BOOST_TEST(!viewport.zoomBy(.5, {200, 300}));
  BOOST_TEST(viewport.zoomBy(100, {200, 300}));
  BOOST_TEST(viewport.zoom() == 6.);
  BOOST_TEST(!viewport.zoomBy(2, {200, 300}));
  BOOST_TEST(viewport.zoomBy(.001, {200, 300}));
  BOOST_TEST(viewport.zoom() == 1.);
}

BOOST_AUTO_TEST_CASE(SteppingBackEndsExactlyWhereItBegan) {
  auto viewport = frontAndBack();
  const auto before = viewport.placement(0);
  for (int i = 0; i < 7; ++i) viewport.zoomBy(1.2, {100, 500});
  viewport.panBy({100, 500}, {-80, 40});
  for (int i = 0; i < 7; ++i) viewport.zoomBy(1 / 1.2, {300, 100});
  BOOST_TEST((viewport.placement(0) == before));
}

BOOST_AUTO_TEST_CASE(FrontAndBackStayAtTheSamePartOfTheBody) {
  auto viewport = frontAndBack();
  // The client's left shoulder is at the viewer's right in the front, at the left in the back.
  viewport.zoomBy(6, onPanel(viewport, 0, "delt-l"));
  viewport.panBy({200, 300}, viewport.panes()[0].area.centre() - onPanel(viewport, 0, "delt-l"));
  for (std::size_t i = 0; i < 2; ++i) {
    BOOST_TEST(viewport.panes()[i].area.contains(onPanel(viewport, i, "delt-l")));
    BOOST_TEST(!viewport.panes()[i].area.contains(onPanel(viewport, i, "delt-r")));
  }
}

BOOST_AUTO_TEST_CASE(ThePanesOfOneViewMoveAsOne) {
  MapViewport viewport(test::shippedAtlas());
  viewport.layOut({BodyView::front, BodyView::front}, kPanel);
  viewport.zoomBy(3, {100, 100});
  viewport.panBy({700, 300}, {-30, -70});
  const auto& panes = viewport.panes();
  BOOST_TEST(
      near(viewport.toFigure(0, panes[0].area.centre()), viewport.toFigure(1, panes[1].area.centre())));
}

BOOST_AUTO_TEST_CASE(TheFigureFollowsTheHand) {
  auto viewport = frontAndBack();
  viewport.zoomBy(6, onPanel(viewport, 1, "para-l-l"));
  const draw::Point held = onPanel(viewport, 1, "para-l-l");
  BOOST_TEST(viewport.panBy(held, {12, -25}));
  BOOST_TEST(near(onPanel(viewport, 1, "para-l-l"), held + draw::Point{12, -25}));
}

BOOST_DATA_TEST_CASE(TheFigureIsNeverLost, boost::unit_test::data::make({1.0, 1.4, 2.5, 6.0}), zoom) {
  auto viewport = frontAndBack();
  viewport.zoomBy(zoom, {200, 300});
  for (const draw::Point by : {draw::Point{9999, 9999}, draw::Point{-9999, -9999}}) {
    viewport.panBy({200, 300}, by);
    for (std::size_t i = 0; i < 2; ++i) {
      const auto& area = viewport.panes()[i].area;
      const auto place = viewport.placement(i);
      const auto& size = test::shippedAtlas().view(viewport.panes()[i].view)->size;
      const double left = place.e;
      const double right = place.e + place.a * size.width;
      const double top = place.f;
      const double bottom = place.f + place.d * size.height;
      // Larger than the pane: it fills it but for its margin. Smaller: it lies in the middle.
      if (right - left > area.width)
        BOOST_TEST((left <= area.x + 10.01 && right >= area.right() - 10.01));
      else
        BOOST_TEST(std::abs(left + right - 2 * area.centre().x) < 1e-6);
      if (bottom - top > area.height)
        BOOST_TEST((top <= area.y + 10.01 && bottom >= area.bottom() - 10.01));
      else
        BOOST_TEST(std::abs(top + bottom - 2 * area.centre().y) < 1e-6);
    }
  }
}

BOOST_AUTO_TEST_CASE(AfterTheEdgeTheWayBackBeginsAtOnce) {
  auto viewport = frontAndBack();
  viewport.zoomBy(4, {200, 300});
  viewport.panBy({200, 300}, {0, 5000});
  BOOST_TEST(!viewport.panBy({200, 300}, {0, 10}));
  BOOST_TEST(viewport.panBy({200, 300}, {0, -10}));
}

BOOST_AUTO_TEST_CASE(FourViewsStandAsTheyAreLargest) {
  const std::vector all{BodyView::front, BodyView::back, BodyView::left, BodyView::right};
  MapViewport viewport(test::shippedAtlas());
  viewport.layOut(all, {1000, 500});
  BOOST_TEST(viewport.panes()[3].cell.y == 0.);
  viewport.layOut(all, {500, 1000});
  BOOST_TEST(viewport.panes()[3].cell.y == 500.);
  BOOST_TEST(viewport.panes()[2].cell.x == 0.);
}

BOOST_AUTO_TEST_CASE(AllFiguresAreEquallyTall) {
  MapViewport viewport(test::shippedAtlas());
  viewport.layOut({BodyView::front, BodyView::back, BodyView::left, BodyView::right}, {1000, 700});
  for (std::size_t i = 1; i < 4; ++i)
    BOOST_TEST(viewport.placement(i).lengthScale() == viewport.placement(0).lengthScale());
  // The narrower side views leave their room to the others.
  BOOST_TEST(viewport.panes()[2].cell.width < viewport.panes()[0].cell.width);
  BOOST_TEST(viewport.panes()[3].cell.right() == 1000.);
}

BOOST_AUTO_TEST_CASE(APanelWithoutRoomShowsNothing) {
  MapViewport viewport(test::shippedAtlas());
  viewport.layOut(kFrontAndBack, {30, 20});
  BOOST_TEST(viewport.panes().empty());
  BOOST_TEST(!viewport.zoomBy(2, {10, 10}));
  BOOST_TEST(!viewport.panBy({10, 10}, {1, 1}));
}

BOOST_AUTO_TEST_CASE(ZoomAndPlaceOutliveANewSize) {
  auto viewport = frontAndBack();
  viewport.zoomBy(5, onPanel(viewport, 0, "knee-l"));
  const auto middle = viewport.toFigure(0, viewport.panes()[0].area.centre());
  viewport.layOut(kFrontAndBack, {800, 640});
  BOOST_TEST(viewport.zoom() == 5.);
  BOOST_TEST(near(viewport.toFigure(0, viewport.panes()[0].area.centre()), middle, 8));
}

BOOST_AUTO_TEST_CASE(SidesStandInTheClientsOwnLeftAndRight) {
  const auto viewport = frontAndBack();
  for (const auto side : {Side::left, Side::right})
    for (std::size_t i = 0; i < 2; ++i) BOOST_REQUIRE(labelPlace(viewport, i, side).has_value());
  BOOST_TEST(labelPlace(viewport, 0, Side::right)->x < labelPlace(viewport, 0, Side::left)->x);
  BOOST_TEST(labelPlace(viewport, 1, Side::left)->x < labelPlace(viewport, 1, Side::right)->x);
}

BOOST_DATA_TEST_CASE(ASideIsNamedWhereverSomethingOfItIsSeen,
                     boost::unit_test::data::make({"delt-l", "delt-r", "foot-l", "hand-r", "scalp-l"}),
                     slug) {
  auto viewport = frontAndBack();
  const auto& region = test::shippedAtlas().require("region", slug);
  viewport.zoomBy(6, onPanel(viewport, 0, slug));
  viewport.panBy({200, 300}, viewport.panes()[0].area.centre() - onPanel(viewport, 0, slug));
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& pane = viewport.panes()[i];
    const auto place = labelPlace(viewport, i, region.side);
    BOOST_REQUIRE(place.has_value());
    BOOST_TEST(pane.area.contains(*place));
    // Never over the other half of the figure.
    const double midline =
        viewport.placement(i).apply({test::shippedAtlas().view(pane.view)->size.width / 2, 0}).x;
    const bool viewersRight = test::shippedAtlas().view(pane.view)->viewerRight == region.side;
    BOOST_TEST((place->x > midline) == viewersRight);
  }
}

BOOST_AUTO_TEST_CASE(AHalfOutOfSightIsNotNamed) {
  auto viewport = frontAndBack();
  viewport.zoomBy(6, {200, 300});
  viewport.panBy({200, 300}, {-9999, 0});
  BOOST_TEST(labelPlace(viewport, 0, Side::left).has_value());
  BOOST_TEST(!labelPlace(viewport, 0, Side::right).has_value());
}

BOOST_AUTO_TEST_CASE(ASideViewAlwaysNamesItsSide) {
  MapViewport viewport(test::shippedAtlas());
  viewport.layOut({BodyView::left, BodyView::right}, kPanel);
  viewport.zoomBy(6, {200, 550});
  BOOST_TEST(labelPlace(viewport, 0, Side::left).has_value());
  BOOST_TEST(!labelPlace(viewport, 0, Side::right).has_value());
  BOOST_TEST(labelPlace(viewport, 1, Side::right).has_value());
}

BOOST_AUTO_TEST_CASE(OnlyWhatIsOutOfSightIsBroughtIn) {
  auto viewport = frontAndBack();
  viewport.zoomBy(6, onPanel(viewport, 0, "scalp-l"));
  const auto bounds = [](const char* slug) {
    return test::shippedAtlas().require("region", slug).shapes.at(BodyView::front).path.bounds();
  };
  BOOST_TEST(!viewport.reveal(0, bounds("scalp-l")));
  BOOST_TEST(viewport.reveal(0, bounds("foot-r")));
  BOOST_TEST(viewport.panes()[0].area.contains(onPanel(viewport, 0, "foot-r")));
}

BOOST_AUTO_TEST_SUITE_END()

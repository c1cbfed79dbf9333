#include "app/map_hand.h"
#include "app/map_reach.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "app/work_support.h"

using namespace unknot;
using app::MapPointer;
using app::MapTool;
using domain::BodyView;

namespace {

constexpr double kPixelsPerMm = 96 / 25.4;

// A panel without a window: front and back, 900 x 600, and all that came of a hand on it.
struct Panel {
  Panel() {
    handlers.tap = [this](const app::MapRegion& hit, bool extend) {
      happened.push_back((extend ? "extend " : "tap ") + hit.region + " " + std::to_string(hit.pane));
    };
    handlers.beginDrag = [this] { ++drags; };
    handlers.dragOver = [this](const app::MapRegion& hit) { happened.push_back("over " + hit.region); };
    handlers.endDrag = [this] { happened.emplace_back("end"); };
    handlers.pointUnder = [this](BodyView, const core::Affine& placement, core::Point at,
                                 double tolerance) -> std::optional<std::size_t> {
      if (mark && core::distance(at, placement.apply(*mark)) <= tolerance) return 7;
      return {};
    };
    handlers.tapPoint = [this](std::size_t index) { happened.push_back("mark " + std::to_string(index)); };
    handlers.place = [this](BodyView view, core::Point at, std::optional<core::Point> end) {
      happened.push_back("place " + std::string(domain::toString(view)));
      placed = at;
      lineEnd = end;
    };
    viewport.layOut({BodyView::front, BodyView::back}, {900, 600});
  }

  core::Point at(const char* slug, std::size_t pane = 0) const {
    const auto view = viewport.panes()[pane].view;
    return viewport.placement(pane).apply(
        test::shippedContent().atlas().require("region", slug).shapes.at(view).label);
  }
  void press(core::Point p, MapPointer pointer = MapPointer::mouse, bool extend = false) {
    hand.press(p, pointer, extend, time += 200, kPixelsPerMm);
  }
  void release(core::Point p) { hand.release(p, time += 80); }
  void tap(core::Point p, MapPointer pointer = MapPointer::mouse, bool extend = false) {
    press(p, pointer, extend);
    release(p);
  }
  void drag(core::Point from, core::Point to, MapPointer pointer = MapPointer::mouse) {
    press(from, pointer);
    for (int i = 1; i <= 10; ++i) hand.move(from + (to - from) * (i / 10.0), true);
    release(to);
  }
  std::vector<std::string> take() { return std::exchange(happened, {}); }

  draw::MapViewport viewport{test::shippedContent().atlas()};
  app::MapHandlers handlers;
  std::vector<std::string> happened;
  int drags = 0;
  std::optional<core::Point> mark;
  core::Point placed;
  std::optional<core::Point> lineEnd;
  int moved = 0;
  int settled = 0;
  std::int64_t time = 0;
  app::MapHand hand{test::shippedContent().atlas(),
                    viewport,
                    handlers,
                    {[this] { ++moved; }, [this] { ++settled; }, [] {}}};
};

using Words = std::vector<std::string>;

}  // namespace

BOOST_TEST_SPECIALIZED_COLLECTION_COMPARE(Words)

BOOST_FIXTURE_TEST_SUITE(MapHandTest, Panel)

BOOST_AUTO_TEST_CASE(AMouseTakesWhatIsUnderIt) {
  tap(at("pec-l"));
  BOOST_TEST(take() == Words{"tap pec-l 0"});
  tap(at("lat-r", 1), MapPointer::mouse, true);
  BOOST_TEST(take() == Words{"extend lat-r 1"});
}

BOOST_AUTO_TEST_CASE(WithZoomTheSameRegionIsElsewhereAndStillTheSame) {
  viewport.zoomBy(4, at("scm-l"));
  tap(at("scm-l"));
  BOOST_TEST(take() == Words{"tap scm-l 0"});
}

BOOST_AUTO_TEST_CASE(BesideTheFigureAMouseTakesNothing) {
  tap({6, 300});
  BOOST_TEST(take().empty());
}

BOOST_AUTO_TEST_CASE(AClickWithAnUnsteadyHandIsAClick) {
  press(at("pec-l"));
  hand.move(at("pec-l") + core::Point{7, 2}, true);
  release(at("pec-l") + core::Point{7, 2});
  BOOST_TEST(take() == Words{"tap pec-l 0"});
}

BOOST_AUTO_TEST_CASE(AClickThatEndsElsewhereIsNone) {
  drag(at("pec-l"), at("quad-l"));
  BOOST_TEST(take().empty());
  BOOST_TEST(moved == 0);
}

BOOST_AUTO_TEST_CASE(ABrushPaintsAtThePressAndEverythingItComesOver) {
  hand.setTool(MapTool::paint);
  press(at("pec-l"));
  BOOST_TEST(take() == Words{"tap pec-l 0"});
  hand.move(at("delt-l"), true);
  release(at("delt-l"));
  const auto rest = take();
  BOOST_REQUIRE(rest.size() >= 2U);
  BOOST_TEST(rest.back() == "end");
  BOOST_TEST(rest[rest.size() - 2] == "over delt-l");
}

BOOST_AUTO_TEST_CASE(AFastDragLeavesNoRegionOut) {
  hand.setTool(MapTool::paint);
  // Two reports far apart, as from a busy computer: everything between the chest and the thigh counts.
  const core::Point from = at("pec-l");
  const core::Point to = at("quad-l");
  press(from);
  release(to);
  const auto all = take();
  int between = 0;
  for (int i = 1; i < 20; ++i) {
    const auto* region = hand.regionAt(from + (to - from) * (i / 20.0));
    if (region == nullptr || region->slug == "pec-l") continue;
    ++between;
    BOOST_TEST((std::find(all.begin(), all.end(), "over " + region->slug) != all.end()), region->slug);
  }
  BOOST_TEST(between > 5);
}

BOOST_AUTO_TEST_CASE(ABrushStaysInTheFigureWhereItBegan) {
  hand.setTool(MapTool::paint);
  press(at("delt-l"));
  release(at("lat-l", 1));
  for (const auto& what : take()) BOOST_TEST(what.find("lat-l") == std::string::npos, what);
}

BOOST_AUTO_TEST_CASE(ADragWithoutABrushMovesTheFigure) {
  viewport.zoomBy(4, at("pec-l"));
  const auto before = at("pec-l");
  drag(before, before + core::Point{20, -40});
  BOOST_TEST(take().empty());
  BOOST_TEST(core::distance(at("pec-l"), before + core::Point{20, -40}) < 1e-6);
  BOOST_TEST(moved > 1);
  BOOST_TEST(settled == 1);
}

BOOST_AUTO_TEST_CASE(TheMiddleButtonMovesTheFigureUnderABrushToo) {
  hand.setTool(MapTool::paint);
  viewport.zoomBy(4, at("pec-l"));
  const auto before = at("pec-l");
  hand.grab(before);
  hand.move(before + core::Point{0, 30}, true);
  release(before + core::Point{0, 30});
  BOOST_TEST(take().empty());
  BOOST_TEST(core::distance(at("pec-l"), before + core::Point{0, 30}) < 1e-6);
}

BOOST_AUTO_TEST_CASE(AFingerOnSmallRegionsLooksCloserFirstAndChoosesThen) {
  tap(at("scm-l"), MapPointer::finger);
  BOOST_TEST(take().empty());
  BOOST_TEST(viewport.zoom() > 1.4);
  BOOST_TEST(settled == 1);
  const double closer = viewport.zoom();
  tap(at("scm-l"), MapPointer::finger);
  BOOST_TEST(take() == Words{"tap scm-l 0"});
  BOOST_TEST(viewport.zoom() == closer);
}

BOOST_AUTO_TEST_CASE(AMouseOnSmallRegionsChoosesAtOnce) {
  tap(at("scm-l"));
  BOOST_TEST(take() == Words{"tap scm-l 0"});
  BOOST_TEST(viewport.zoom() == 1.);
}

BOOST_AUTO_TEST_CASE(AfterACloserLookASecondTapChoosesEvenTheSmallest) {
  for (const auto& region : test::shippedContent().atlas().regions()) {
    if (!region.shapes.contains(BodyView::front)) continue;
    viewport.showWhole();
    tap(at(region.slug.c_str()), MapPointer::finger);
    if (viewport.zoom() == 1) {
      BOOST_TEST(take().size() == 1U, region.slug);
      continue;
    }
    BOOST_TEST(take().empty(), region.slug);
    const auto place = at(region.slug.c_str());
    BOOST_REQUIRE_MESSAGE(viewport.paneAt(place).has_value(),
                          region.slug << " is out of sight after the look");
    tap(place, MapPointer::finger);
    BOOST_TEST(take() == Words{"tap " + region.slug + " 0"});
  }
}

// A look at one region makes no other large enough.
BOOST_AUTO_TEST_CASE(ACloserLookIsForItsOwnPlaceOnly) {
  const auto& atlas = test::shippedContent().atlas();
  int compared = 0;
  for (const auto& first : atlas.regions()) {
    if (!first.shapes.contains(BodyView::front)) continue;
    viewport.showWhole();
    tap(at(first.slug.c_str()), MapPointer::finger);
    take();
    const double closer = viewport.zoom();
    if (closer == 1) continue;
    for (const auto& other : atlas.regions()) {
      if (!other.shapes.contains(BodyView::front)) continue;
      const auto place = at(other.slug.c_str());
      if (!viewport.paneAt(place) || core::distance(place, at(first.slug.c_str())) < 250) continue;
      const double unitsPerMm = kPixelsPerMm / viewport.placement(0).lengthScale();
      if (!app::fingerTarget(atlas, BodyView::front, viewport.toFigure(0, place), unitsPerMm,
                             draw::MapViewport::kClosest / closer)
               .closer)
        continue;
      ++compared;
      tap(place, MapPointer::finger);
      BOOST_TEST(take().empty(), first.slug << " then " << other.slug);
      BOOST_TEST(viewport.zoom() > closer);
      break;
    }
  }
  BOOST_TEST(compared > 0);
}

BOOST_AUTO_TEST_CASE(EachDragBeginsOnceAndItsFirstRegionIsATap) {
  hand.setTool(MapTool::paint);
  for (const auto pointer : {MapPointer::mouse, MapPointer::finger}) {
    drags = 0;
    drag(at("pec-l"), at("pec-l") + core::Point{0, 60}, pointer);
    const auto stroke = take();
    BOOST_TEST(drags == 1);
    BOOST_REQUIRE(stroke.size() >= 2U);
    BOOST_TEST(stroke.front() == "tap pec-l 0");
  }
}

BOOST_AUTO_TEST_CASE(AFingerThatPaintsIsDoneWhenItIsLifted) {
  hand.setTool(MapTool::paint);
  viewport.zoomBy(6, at("pec-l"));
  press(at("pec-l"), MapPointer::finger);
  BOOST_TEST(take().empty());
  release(at("pec-l"));
  BOOST_TEST((take() == Words{"tap pec-l 0", "end"}));
  drag(at("pec-l"), at("pec-l") + core::Point{0, 150}, MapPointer::finger);
  const auto stroke = take();
  BOOST_REQUIRE(stroke.size() >= 2U);
  BOOST_TEST(stroke.front() == "tap pec-l 0");
  BOOST_TEST(stroke.back() == "end");
}

BOOST_AUTO_TEST_CASE(ASecondFingerMakesItAPinchAndNothingIsPainted) {
  hand.setTool(MapTool::paint);
  press(at("pec-l"), MapPointer::finger);
  hand.pinch({200, 250}, 1);
  hand.pinch({200, 250}, 2);
  hand.move({230, 260}, true);
  hand.pinch({210, 260}, 3);
  hand.endPinch();
  hand.move({250, 260}, true);
  release({250, 260});
  BOOST_TEST(take().empty());
  BOOST_TEST(viewport.zoom() == 3., boost::test_tools::tolerance(1e-9));
  BOOST_TEST(settled == 1);
}

BOOST_AUTO_TEST_CASE(FingersThatTurnBackAtALimitAreFollowedAtOnce) {
  hand.pinch({200, 250}, 1);
  hand.pinch({200, 250}, 20);
  BOOST_TEST(viewport.zoom() == 6.);
  hand.pinch({200, 250}, 10);
  BOOST_TEST(viewport.zoom() == 3., boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(OneFingerThatArrivesTwiceIsOneTap) {
  viewport.zoomBy(6, at("pec-l"));
  const auto p = at("pec-l");
  // As doubled pairs ...
  for (int i = 0; i < 2; ++i) {
    hand.press(p, MapPointer::finger, true, 5000 + i, kPixelsPerMm);
    hand.release(p, 5010 + i);
  }
  BOOST_TEST(take() == Words{"extend pec-l 0"});
  // ... and as doubled presses, doubled releases.
  for (int i = 0; i < 2; ++i) hand.press(p, MapPointer::finger, true, 9000 + i, kPixelsPerMm);
  for (int i = 0; i < 2; ++i) hand.release(p, 9060 + i);
  BOOST_TEST(take() == Words{"extend pec-l 0"});
}

BOOST_AUTO_TEST_CASE(TwoQuickTapsAreTwo) {
  const auto p = at("pec-l");
  hand.press(p, MapPointer::mouse, true, 1000, kPixelsPerMm);
  hand.release(p, 1040);
  hand.press(p, MapPointer::mouse, true, 1140, kPixelsPerMm);
  hand.release(p, 1180);
  BOOST_TEST(take().size() == 2U);
}

BOOST_AUTO_TEST_CASE(AReleaseThatNeverCameEndsWhenThePointerComesBack) {
  hand.setTool(MapTool::paint);
  press(at("pec-l"));
  take();
  hand.move(at("quad-l"), false);
  BOOST_TEST(take() == Words{"end"});
  hand.move(at("quad-l"), true);
  BOOST_TEST(take().empty());
}

BOOST_AUTO_TEST_CASE(APointIsPutWhereItIsTapped) {
  hand.setTool(MapTool::point);
  viewport.zoomBy(3, at("pec-l"));
  tap(at("pec-l") + core::Point{11, 5});
  BOOST_TEST(take() == Words{"place front"});
  BOOST_TEST(core::distance(placed, viewport.toFigure(0, at("pec-l") + core::Point{11, 5})) < 1e-6);
  BOOST_TEST(!lineEnd.has_value());
}

BOOST_AUTO_TEST_CASE(ALineRunsFromThePressToTheRelease) {
  hand.setTool(MapTool::line);
  press(at("glmax-l", 1));
  hand.move(at("ham-l", 1), true);
  BOOST_REQUIRE(hand.line().has_value());
  BOOST_TEST(core::distance(hand.line()->to, at("ham-l", 1)) < 1e-6);
  release(at("calf-l", 1));
  BOOST_TEST(!hand.line().has_value());
  BOOST_TEST(take() == Words{"place back"});
  const auto& atlas = test::shippedContent().atlas();
  BOOST_TEST(atlas.hit(BodyView::back, placed)->slug == "glmax-l");
  BOOST_REQUIRE(lineEnd.has_value());
  BOOST_TEST(atlas.hit(BodyView::back, *lineEnd)->slug == "calf-l");
}

BOOST_AUTO_TEST_CASE(ATapOnAMarkTakesTheMarkUnlessItPaints) {
  mark = viewport.toFigure(0, at("pec-l") + core::Point{3, 0});
  tap(at("pec-l"));
  BOOST_TEST(take() == Words{"mark 7"});
  BOOST_TEST(hand.isOverMark(at("pec-l")));
  hand.setTool(MapTool::point);
  tap(at("pec-l"));
  BOOST_TEST(take() == Words{"mark 7"});
  hand.setTool(MapTool::paint);
  tap(at("pec-l"));
  BOOST_TEST((take() == Words{"tap pec-l 0", "end"}));
}

BOOST_AUTO_TEST_CASE(TheReachOfAMarkIsOnTheScreenNotInTheFigure) {
  mark = viewport.toFigure(0, at("pec-l") + core::Point{5, 0});
  viewport.zoomBy(6, at("pec-l"));
  tap(at("pec-l"));
  BOOST_TEST(take() == Words{"tap pec-l 0"});
}

BOOST_AUTO_TEST_CASE(AnotherToolEndsWhatWasBegun) {
  hand.setTool(MapTool::paint);
  press(at("pec-l"));
  take();
  hand.setTool(MapTool::choose);
  BOOST_TEST(take() == Words{"end"});
  release(at("pec-l"));
  BOOST_TEST(take().empty());
}

BOOST_AUTO_TEST_SUITE_END()

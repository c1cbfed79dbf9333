// What the body map promises: colours that survive grey printing, nothing drawn for what was not looked at,
// repaints that stay in their place.
#include <boost/test/unit_test.hpp>

#include <cmath>

#include "draw/figure_rim.h"
#include "draw/hatch.h"
#include "painted.h"

using namespace unknot;
using domain::BodyView;
using domain::Tension;
using test::close;
using test::differing;
using test::pixel;

namespace {

// WCAG relative luminance, from the contrast with black.
double luminance(draw::Color color) {
  return draw::contrast(color, draw::rgb(0)) * .05 - .05;
}

constexpr draw::Rect kWhere{10, 10, 352, 800};

void drawFront(draw::Canvas& canvas, const draw::BodyMapMarks& marks,
               const draw::BodyMapOptions& options = {}) {
  draw::drawBodyMap(canvas, test::testTypesetter(), test::shippedAtlas(), BodyView::front, marks, options,
                    kWhere);
}

draw::Image painted(const std::function<void(draw::Canvas&)>& drawing) {
  return test::painted(380, 820, drawing);
}

// Beside the number: where the plain colour of a region shows.
draw::Point besideLabel(const char* slug) {
  const auto& shape = test::shippedAtlas().require("region", slug).shapes.at(BodyView::front);
  const auto place = draw::figurePlacement(*test::shippedAtlas().view(BodyView::front), kWhere);
  return place.apply({shape.label.x + shape.labelRadius * .75, shape.label.y});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(BodyMapFigure)

BOOST_AUTO_TEST_CASE(LightnessFallsAtEveryStep) {
  for (int level = 1; level <= 4; ++level) {
    const double before = luminance(draw::tensionColor(Tension(level - 1)));
    const double after = luminance(draw::tensionColor(Tension(level)));
    BOOST_TEST(after < before - .08, level << ": " << before << " " << after);
  }
}

BOOST_AUTO_TEST_CASE(NumbersAreReadableOnEveryLevel) {
  for (int level = 0; level <= 4; ++level)
    BOOST_TEST(draw::contrast(draw::tensionColor(Tension(level)), draw::tensionInk(Tension(level))) >= 4.5,
               level);
}

BOOST_AUTO_TEST_CASE(LabelsAreReadableInEveryTheme) {
  for (const auto& colors :
       {draw::BodyMapColors::paper(), draw::BodyMapColors::light(), draw::BodyMapColors::dark()}) {
    BOOST_TEST(draw::contrast(colors.label, colors.unseen) >= 4.5);
    BOOST_TEST(draw::contrast(colors.selection, colors.halo) >= 4.5);
    BOOST_TEST(draw::contrast(colors.outline, colors.unseen) >= 3);
  }
}

BOOST_AUTO_TEST_CASE(NotLookedAtNeverLooksLikeSoft) {
  const draw::Color soft = draw::tensionColor(Tension(0));
  const auto image = painted([](draw::Canvas& canvas) { drawFront(canvas, {}); });
  const draw::Point at = besideLabel("pec-l");
  int hatched = 0;
  for (int dy = -12; dy <= 12; ++dy)
    for (int dx = -12; dx <= 12; ++dx) {
      const auto color = pixel(image, at + draw::Point{double(dx), double(dy)});
      BOOST_TEST(!close(color, soft, .005));
      hatched += !close(color, draw::BodyMapColors::paper().unseen, .02);
    }
  BOOST_TEST(hatched > 20);
}

BOOST_AUTO_TEST_CASE(ALevelFillsItsRegionOnTheClientsOwnSide) {
  draw::BodyMapMarks marks;
  marks.tension.emplace("pec-l", Tension(4));
  const auto image = painted([&](draw::Canvas& canvas) { drawFront(canvas, marks); });
  BOOST_TEST(close(pixel(image, besideLabel("pec-l")), draw::tensionColor(Tension(4))));
  BOOST_TEST(!close(pixel(image, besideLabel("pec-r")), draw::tensionColor(Tension(4)), .1));
  BOOST_TEST(besideLabel("pec-l").x > kWhere.centre().x);  // the viewer's right
}

BOOST_AUTO_TEST_CASE(AGhostIsNoLevel) {
  draw::BodyMapMarks marks;
  marks.ghost.emplace("pec-l", Tension(4));
  const auto image = painted([&](draw::Canvas& canvas) { drawFront(canvas, marks); });
  for (int level = 0; level <= 4; ++level)
    BOOST_TEST(!close(pixel(image, besideLabel("pec-l")), draw::tensionColor(Tension(level)), .04));
}

BOOST_AUTO_TEST_CASE(TodayHidesTheGhost) {
  draw::BodyMapMarks marks;
  marks.tension.emplace("pec-l", Tension(1));
  const auto plain = painted([&](draw::Canvas& canvas) { drawFront(canvas, marks); });
  marks.ghost.emplace("pec-l", Tension(4));
  const auto both = painted([&](draw::Canvas& canvas) { drawFront(canvas, marks); });
  BOOST_TEST(differing(plain, both, {}, 0) == 0);
}

BOOST_AUTO_TEST_CASE(RepaintingWhatChangedEqualsPaintingItAll) {
  enum class Repaint { nothing, aPart, everything };
  struct Change {
    const char* what;
    Repaint repaint;
    std::function<void(draw::BodyMapMarks&)> make;
  };
  const std::vector<Change> changes{
      {"a level", Repaint::aPart, [](auto& marks) { marks.tension.insert_or_assign("pec-r", Tension(4)); }},
      {"a level taken away", Repaint::aPart, [](auto& marks) { marks.tension.erase("oblique-l"); }},
      {"a ghost", Repaint::aPart, [](auto& marks) { marks.ghost.emplace("knee-l", Tension(3)); }},
      {"a selection", Repaint::aPart, [](auto& marks) { marks.selected.insert("oblique-l"); }},
      {"what is pointed at", Repaint::aPart, [](auto& marks) { marks.hovered = "quad-l"; }},
      // A radiating mark's line leaves its region and takes its ink from it.
      {"a level under a point", Repaint::aPart,
       [](auto& marks) { marks.tension.insert_or_assign("hipflex-r", Tension(0)); }},
      {"a point moved", Repaint::aPart, [](auto& marks) { marks.points.at(7).across = 800; }},
      {"a point chosen", Repaint::aPart, [](auto& marks) { marks.selectedPoint = 10; }},
      {"a point taken away", Repaint::aPart,
       [](auto& marks) {
         marks.points.erase(marks.points.begin() + 8);
         marks.selectedPoint = 9;
       }},
      {"a change that is not shown", Repaint::nothing,
       [](auto& marks) { marks.change.emplace("pec-l", -1); }},
      {"the picture", Repaint::everything, [](auto& marks) { marks.picture = draw::MapPicture::change; }},
      {"what is not compared", Repaint::aPart, [](auto& marks) { marks.notCompared.insert("quad-r"); }}};
  const auto repaintOf = [](const draw::Rect& dirty) {
    if (dirty.isEmpty()) return Repaint::nothing;
    return dirty.width * dirty.height < kWhere.width * kWhere.height / 4 ? Repaint::aPart
                                                                         : Repaint::everything;
  };
  for (const double scale : {1.0, 2.0}) {
    draw::BodyMapMarks marks = test::inventedMarks();
    marks.points = test::inventedPoints();
    raster::Picture picture(static_cast<int>(380 * scale), static_cast<int>(820 * scale), scale, true,
                            test::testFonts());
    picture.paint([&](draw::Canvas& canvas) { drawFront(canvas, marks); });
    for (const auto& change : changes) {
      const auto before = marks;
      change.make(marks);
      const draw::Rect dirty =
          draw::bodyMapDirty(test::shippedAtlas(), BodyView::front, before, marks, kWhere);
      BOOST_TEST((repaintOf(dirty) == change.repaint), change.what);
      if (!dirty.isEmpty()) {
        draw::BodyMapOptions options;
        options.only = dirty;
        picture.clear(draw::rgb(0xFFFFFF), dirty);
        picture.paint([&](draw::Canvas& canvas) { drawFront(canvas, marks, options); }, dirty);
      }
      const auto whole = test::painted(
          380, 820, [&](draw::Canvas& canvas) { drawFront(canvas, marks); }, scale);
      // But for what cutting an edge at the clip rounds.
      BOOST_TEST(differing(whole, picture.toImage(), {}, 16) == 0, change.what << " at " << scale);
    }
  }
}

BOOST_AUTO_TEST_CASE(WhatIsDrawnTheSameIsNotRepainted) {
  auto marks = test::inventedMarks();
  marks.points = test::inventedPoints();
  auto same = marks;
  same.points.front().note = "as last time";
  BOOST_TEST(draw::bodyMapDirty(test::shippedAtlas(), BodyView::back, marks, same, kWhere).isEmpty());
  auto onTheBack = marks;
  onTheBack.tension.insert_or_assign("ql-l", Tension(4));
  BOOST_TEST(draw::bodyMapDirty(test::shippedAtlas(), BodyView::front, marks, onTheBack, kWhere).isEmpty());
}

BOOST_AUTO_TEST_CASE(SmallFiguresHaveNoNumbers) {
  draw::BodyMapOptions options;
  options.sideLabels = false;
  options.detail = draw::FigureDetail::small;
  options.numbers = true;
  const auto with = painted([&](draw::Canvas& canvas) { drawFront(canvas, test::inventedMarks(), options); });
  options.numbers = false;
  const auto without =
      painted([&](draw::Canvas& canvas) { drawFront(canvas, test::inventedMarks(), options); });
  BOOST_TEST(differing(with, without, {}, 0) == 0);
}

BOOST_AUTO_TEST_CASE(ThePlacementKeepsShapeAndCentre) {
  const auto& view = *test::shippedAtlas().view(BodyView::back);
  const auto place = draw::figurePlacement(view, {0, 0, 1000, 500});
  BOOST_TEST(place.a == .5);
  BOOST_TEST(place.d == .5);
  BOOST_TEST(place.apply({view.size.width / 2, 500}).x == 500);
}

BOOST_AUTO_TEST_CASE(MarksAreOnlyWhatWasLookedAtThen) {
  domain::SessionContent content;
  content.findings = {{"ql-l", Tension(3), Tension(0), {}, {}, ""},
                      {"ql-r", Tension(2), {}, {}, {}, ""},
                      {"lat-l", {}, {}, {false, false, true}, {}, ""}};
  const auto before = draw::marksOf(content, draw::MapMoment::before);
  const auto after = draw::marksOf(content, draw::MapMoment::after);
  BOOST_TEST(before.tension.size() == 2u);
  BOOST_TEST(after.tension.size() == 1u);
  BOOST_TEST(after.tension.at("ql-l").value() == 0);
}

BOOST_AUTO_TEST_CASE(HatchLinesOfNeighboursMeet) {
  const auto one = draw::hatchLines(draw::Path::rectangle({0, 0, 10, 10}), 3);
  const auto other = draw::hatchLines(draw::Path::rectangle({10, 0, 10, 10}), 3);
  BOOST_TEST(!one.isEmpty());
  for (const auto* path : {&one, &other})
    for (const auto p : path->points()) {
      const double lines = (p.x + p.y) / (3 * std::sqrt(2.0));
      BOOST_TEST(std::abs(lines - std::round(lines)) < 1e-9);
    }
}

BOOST_AUTO_TEST_CASE(AHatchLineStaysInsideItsShapeAndCrossesBordersWhole) {
  draw::Path shapes = draw::Path::rectangle({0, 0, 20, 20});
  shapes.append(draw::Path::rectangle({20, 0, 20, 20}));
  shapes.append(draw::Path::circle({100, 10}, 10));
  const auto lines = draw::hatchLines(shapes, 4);
  BOOST_REQUIRE(lines.points().size() % 2 == 0);
  bool crosses = false;
  for (std::size_t i = 0; i < lines.points().size(); i += 2) {
    const auto a = lines.points()[i];
    const auto b = lines.points()[i + 1];
    crosses |= std::min(a.x, b.x) < 19 && std::max(a.x, b.x) > 21;
    for (const auto p : {a, b})
      BOOST_TEST((draw::Rect{-.01, -.01, 40.02, 20.02}.contains(p) || core::distance(p, {100, 10}) < 10.5));
  }
  BOOST_TEST(crosses);
}

BOOST_AUTO_TEST_CASE(TheRimDarkensTheInsideOfTheOutlineOnly) {
  const auto rim = draw::innerRim(draw::Path::circle({50, 50}, 40), 8);
  const auto image = test::painted(100, 100, [&](draw::Canvas& canvas) { canvas.fill(rim, draw::rgb(0)); });
  BOOST_TEST(pixel(image, {50, 50}).r == 1);
  BOOST_TEST(pixel(image, {50, 19}).r == 1);  // just inside of the rim
  BOOST_TEST(pixel(image, {50, 7}).r == 1);   // outside
  for (const draw::Point at : {draw::Point{50, 12}, {50, 16}, {13, 50}, {86, 50}})
    BOOST_TEST(pixel(image, at).r == 0);
  // Narrower than two rims: all of it.
  const auto finger = draw::innerRim(draw::Path::roundedRectangle({10, 10, 10, 80}, 5), 8);
  const auto narrow =
      test::painted(100, 100, [&](draw::Canvas& canvas) { canvas.fill(finger, draw::rgb(0)); });
  for (const double y : {20.0, 50.0, 80.0}) BOOST_TEST(pixel(narrow, {15, y}).r == 0);
  BOOST_TEST(pixel(narrow, {30, 50}).r == 1);
}

BOOST_AUTO_TEST_SUITE_END()

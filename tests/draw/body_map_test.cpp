// What the body map promises: colours that survive grey printing, nothing drawn for what was not looked at,
// repaints that stay in their place.
#include <boost/test/unit_test.hpp>

#include <cmath>

#include "draw/hatch.h"
#include "drawn.h"
#include "support/fonts.h"
#include "support/pictures.h"

using namespace unknot;
using domain::BodyView;
using domain::Tension;

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
  raster::Picture picture(380, 820, 1, true, test::testFonts());
  picture.paint(drawing);
  return picture.toImage();
}

draw::Color pixel(const draw::Image& image, draw::Point at) {
  const auto column = static_cast<std::size_t>(std::lround(at.x));
  const auto row = static_cast<std::size_t>(std::lround(at.y));
  const auto* p = &image.rgba[(row * static_cast<std::size_t>(image.width) + column) * 4];
  return {p[0] / 255.0, p[1] / 255.0, p[2] / 255.0, 1};
}

bool close(draw::Color a, draw::Color b, double by = .02) {
  return std::abs(a.r - b.r) < by && std::abs(a.g - b.g) < by && std::abs(a.b - b.b) < by;
}

int differing(const draw::Image& a, const draw::Image& b, const draw::Rect& except, int least) {
  int count = 0;
  for (int y = 0; y < a.height; ++y)
    for (int x = 0; x < a.width; ++x) {
      if (except.contains({x + .5, y + .5})) continue;
      const auto at = static_cast<std::size_t>((y * a.width + x) * 4);
      for (std::size_t c = 0; c < 3; ++c)
        if (std::abs(a.rgba[at + c] - b.rgba[at + c]) > least) {
          ++count;
          break;
        }
    }
  return count;
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

BOOST_AUTO_TEST_CASE(ARepaintOfOneRegionEqualsAWholeOne) {
  draw::BodyMapMarks before = test::inventedMarks();
  draw::BodyMapMarks after = before;
  after.tension.insert_or_assign("pec-r", Tension(4));
  after.selected = {"oblique-l"};
  const std::set<std::string, std::less<>> changed{"pec-r", "oblique-l"};
  const auto whole = painted([&](draw::Canvas& canvas) { drawFront(canvas, after); });
  const auto patched = painted([&](draw::Canvas& canvas) {
    drawFront(canvas, before);
    draw::drawBodyMapRegions(canvas, test::testTypesetter(), test::shippedAtlas(), BodyView::front, after, {},
                             kWhere, changed);
  });
  const auto old = painted([&](draw::Canvas& canvas) { drawFront(canvas, before); });
  const auto dirty = draw::bodyMapDirty(test::shippedAtlas(), BodyView::front, changed, kWhere);
  BOOST_TEST(differing(old, patched, dirty, 0) == 0);
  BOOST_TEST(differing(whole, patched, {}, 48) < 40);  // but for the blending of edges painted twice
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
  const auto one = draw::hatchLines({0, 0, 10, 10}, 3);
  const auto other = draw::hatchLines({10, 0, 10, 10}, 3);
  for (const auto* path : {&one, &other})
    for (const auto p : path->points()) {
      const double lines = (p.x + p.y) / (3 * std::sqrt(2.0));
      BOOST_TEST(std::abs(lines - std::round(lines)) < 1e-9);
    }
}

BOOST_AUTO_TEST_SUITE_END()

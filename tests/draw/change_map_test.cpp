// The picture of change: signed, told apart without colour, and honest about what was not compared.
#include <boost/test/unit_test.hpp>

#include "draw/change_scale.h"
#include "painted.h"

using namespace unknot;
using domain::BodyView;
using domain::Tension;
using test::differing;
using test::differingInGrey;

namespace {

constexpr draw::Rect kWhere{0, 0, 352, 800};

draw::BodyMapMarks changed(const char* slug, int by) {
  draw::BodyMapMarks marks;
  marks.picture = draw::MapPicture::change;
  marks.change.emplace(slug, by);
  return marks;
}

draw::BodyMapMarks notCompared(const char* slug) {
  draw::BodyMapMarks marks;
  marks.picture = draw::MapPicture::change;
  marks.notCompared.insert(slug);
  return marks;
}

draw::Image front(const draw::BodyMapMarks& marks, const domain::BodyAtlas& atlas = test::shippedAtlas(),
                  draw::FigureDetail detail = draw::FigureDetail::full) {
  draw::BodyMapOptions options;
  options.detail = detail;
  return test::painted(352, 800, [&](draw::Canvas& canvas) {
    draw::drawBodyMap(canvas, test::testTypesetter(), atlas, BodyView::front, marks, options, kWhere);
  });
}

// The middle of a region on the front, without its borders.
draw::Rect middleOf(const char* slug) {
  const auto& shape = test::shippedAtlas().require("region", slug).shapes.at(BodyView::front);
  const auto place = draw::figurePlacement(*test::shippedAtlas().view(BodyView::front), kWhere);
  const auto at = place.apply(shape.label);
  return draw::Rect{at.x, at.y, 0, 0}.inflated(shape.labelRadius * place.lengthScale() * .7);
}

double lightness(draw::Color color) {
  return std::cbrt(draw::contrast(color, draw::rgb(0)) * .05 - .05) * 116 - 16;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ChangeMap)

BOOST_AUTO_TEST_CASE(AChangeIsAfterMinusBefore) {
  domain::SessionContent content;
  content.findings = {
      {"ql-l", Tension(3), Tension(1), {}, {}, ""},  {"ql-r", Tension(0), Tension(4), {}, {}, ""},
      {"lat-l", Tension(2), Tension(2), {}, {}, ""}, {"lat-r", Tension(2), {}, {}, {}, ""},
      {"pec-l", {}, Tension(0), {}, {}, ""},         {"pec-r", {}, {}, {false, false, true}, {}, ""}};
  const auto marks = draw::differenceOf(content);
  BOOST_TEST((marks.picture == draw::MapPicture::change));
  BOOST_TEST(marks.change.size() == 3u);
  BOOST_TEST(marks.change.at("ql-l") == -2);
  BOOST_TEST(marks.change.at("ql-r") == 4);
  BOOST_TEST(marks.change.at("lat-l") == 0);
  BOOST_TEST((marks.notCompared == std::set<std::string, std::less<>>{"lat-r", "pec-l"}));
}

BOOST_AUTO_TEST_CASE(LightnessTellsEveryChangeApart) {
  // From "the same" the light half gets darker as it softens; what got firmer is darker than all of it.
  const std::vector<int> falling{0, -1, -2, -3, -4, 1, 2, 3, 4};
  for (std::size_t i = 1; i < falling.size(); ++i)
    BOOST_TEST(lightness(draw::changeColor(falling[i])) < lightness(draw::changeColor(falling[i - 1])) - 6,
               falling[i]);
  BOOST_TEST(lightness(draw::changeColor(1)) < lightness(draw::changeColor(-4)) - 12);
}

BOOST_AUTO_TEST_CASE(SignsAreReadableOnEveryChange) {
  for (int change = -4; change <= 4; ++change)
    BOOST_TEST(draw::contrast(draw::changeColor(change), draw::changeInk(change)) >= 4.5, change);
}

BOOST_AUTO_TEST_CASE(SignsAreToldApartInGreyAtNinePixels) {
  const auto sign = [](int change) {
    return test::painted(11, 11, [&](draw::Canvas& canvas) {
      canvas.fill(draw::changeSign(change, {5.5, 5.5}, 9 / .76), draw::rgb(0));
    });
  };
  const draw::Rect all{0, 0, 11, 11};
  BOOST_TEST(differingInGrey(sign(-1), sign(1), all, 100) >= 10);
  BOOST_TEST(differingInGrey(sign(-1), sign(0), all, 100) >= 10);
  BOOST_TEST(differingInGrey(sign(1), sign(0), all, 100) >= 10);
}

BOOST_AUTO_TEST_CASE(EveryChangeIsToldApartInGrey) {
  std::map<int, draw::Image> pictures;
  for (int change = -4; change <= 4; ++change) pictures.emplace(change, front(changed("pec-l", change)));
  const auto middle = middleOf("pec-l");
  for (int a = -4; a <= 4; ++a)
    for (int b = a + 1; b <= 4; ++b) {
      const int pixels = differingInGrey(pictures.at(a), pictures.at(b), middle, 12);
      BOOST_TEST(pixels > middle.width * middle.height * .5, a << " and " << b << ": " << pixels);
    }
}

BOOST_AUTO_TEST_CASE(SofterAndFirmerBySameAmountDifferInTheirSignNotOnlyInTheirGround) {
  // The ink alone: what is neither ground.
  const auto inked = [](int change) {
    const auto image = front(changed("pec-l", change));
    const draw::Rect middle = middleOf("pec-l");
    std::vector<bool> ink;
    for (int y = static_cast<int>(middle.y); y < middle.bottom(); ++y)
      for (int x = static_cast<int>(middle.x); x < middle.right(); ++x)
        ink.push_back(
            !test::close(test::pixel(image, {double(x), double(y)}), draw::changeColor(change), .2));
    return ink;
  };
  const auto softer = inked(-2);
  const auto firmer = inked(2);
  BOOST_REQUIRE(softer.size() == firmer.size());
  int differ = 0;
  for (std::size_t i = 0; i < softer.size(); ++i) differ += softer[i] != firmer[i];
  BOOST_TEST(differ >= 12);
}

BOOST_AUTO_TEST_CASE(NotComparedLooksLikeNeitherHatchingNorTheSame) {
  draw::BodyMapMarks nothing;
  nothing.picture = draw::MapPicture::change;
  for (const auto detail : {draw::FigureDetail::full, draw::FigureDetail::small}) {
    const auto once = front(notCompared("pec-l"), test::shippedAtlas(), detail);
    const draw::Rect middle = middleOf("pec-l");
    const double area = middle.width * middle.height;
    BOOST_TEST(differingInGrey(once, front(nothing, test::shippedAtlas(), detail), middle, 12) > area * .5);
    BOOST_TEST(differingInGrey(once, front(changed("pec-l", 0), test::shippedAtlas(), detail), middle, 6) >
               area * .5);
    for (int change = -4; change <= 4; ++change)
      BOOST_TEST(differingInGrey(once, front(changed("pec-l", change), test::shippedAtlas(), detail), middle,
                                 16) > area * .03,
                 change);
  }
}

BOOST_AUTO_TEST_CASE(AChangeShowsNoLevelsAndALevelNoChange) {
  auto marks = changed("pec-l", -1);
  const auto plain = front(marks);
  marks.tension.emplace("pec-r", Tension(4));
  marks.ghost.emplace("quad-l", Tension(2));
  BOOST_TEST(differing(plain, front(marks), {}, 0) == 0);
  marks.picture = draw::MapPicture::levels;
  const auto levels = front(marks);
  marks.change.clear();
  BOOST_TEST(differing(levels, front(marks), {}, 0) == 0);
}

BOOST_AUTO_TEST_CASE(RedrawnArtworkShowsTheSameMarksInTheSameRegions) {
  const auto marks = test::inventedChange();
  const auto atlas = test::stretchedAtlas(1.4, .8);
  draw::BodyMapOptions options;
  options.numbers = false;
  for (const auto view : {BodyView::front, BodyView::back, BodyView::left, BodyView::right}) {
    const auto& size = atlas.view(view)->size;
    const auto image =
        test::painted(static_cast<int>(size.width), static_cast<int>(size.height), [&](draw::Canvas& canvas) {
          draw::drawBodyMap(canvas, test::testTypesetter(), atlas, view, marks, options,
                            {0, 0, size.width, size.height});
        });
    int looked = 0;
    for (const auto& region : atlas.regions()) {
      const auto shape = region.shapes.find(view);
      const auto change = marks.change.find(region.slug);
      if (shape == region.shapes.end() || change == marks.change.end() || shape->second.labelRadius < 6)
        continue;
      ++looked;
      BOOST_TEST(test::close(test::pixel(image, shape->second.label), draw::changeColor(change->second)),
                 region.slug << " " << domain::toString(view));
    }
    BOOST_TEST(looked > 6);
  }
}

BOOST_AUTO_TEST_CASE(RedrawnArtworkShowsPointsAtTheSamePlaceOfTheirRegion) {
  const auto atlas = test::stretchedAtlas(1.4, .8);
  for (const auto& mark : test::inventedPoints()) {
    const auto old = domain::placeOf(test::shippedAtlas(), mark);
    const auto now = domain::placeOf(atlas, mark);
    BOOST_REQUIRE_MESSAGE(old && now, mark.region);
    BOOST_TEST(atlas.hit(mark.view, *now)->slug == mark.region);
    BOOST_TEST(core::distance(*now, {old->x * 1.4, old->y * .8}) < 1, mark.region);
  }
}

BOOST_AUTO_TEST_SUITE_END()

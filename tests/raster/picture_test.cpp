#include <boost/test/unit_test.hpp>

#include <cstring>
#include <stdexcept>

#include "core/error.h"
#include "support/drawing.h"
#include "support/fonts.h"
#include "support/pictures.h"

using namespace unknot;
using draw::Affine;
using draw::Path;
using draw::rgb;
using raster::Picture;
using test::strokeOf;

namespace {

// 0xAARRGGBB, premultiplied, as it lies in memory; alpha counts only where the picture has it.
std::uint32_t pixel(const Picture& picture, int x, int y) {
  std::uint32_t word = 0;
  std::memcpy(&word, picture.pixels() + y * picture.strideBytes() + x * 4, 4);
  return word;
}

std::uint32_t colour(const Picture& picture, int x, int y) {
  return pixel(picture, x, y) & 0xFFFFFF;
}

Picture& paper(Picture& picture, const std::function<void(draw::Canvas&)>& drawing) {
  picture.paint(drawing);
  return picture;
}

constexpr std::uint32_t kWhite = 0xFFFFFF;

}  // namespace

BOOST_AUTO_TEST_SUITE(Pictures)

BOOST_AUTO_TEST_CASE(AnOpaquePictureStartsWhiteAndATransparentOneClear) {
  const Picture opaque(10, 10, 1, true, test::testFonts());
  const Picture clear(10, 10, 1, false, test::testFonts());
  BOOST_TEST(colour(opaque, 5, 5) == kWhite);
  BOOST_TEST(pixel(clear, 5, 5) == 0U);
}

BOOST_AUTO_TEST_CASE(AFilledPathCoversItsInsideAtTheScaleOfTheScreen) {
  Picture picture(40, 40, 2, true, test::testFonts());
  paper(picture, [](draw::Canvas& canvas) { canvas.fill(Path::rectangle({5, 5, 10, 10}), rgb(0xCC2200)); });
  BOOST_TEST(colour(picture, 9, 9) == kWhite);
  BOOST_TEST(colour(picture, 10, 10) == 0xCC2200U);
  BOOST_TEST(colour(picture, 29, 29) == 0xCC2200U);
  BOOST_TEST(colour(picture, 30, 30) == kWhite);
}

BOOST_AUTO_TEST_CASE(AHoleOfTheOtherDirectionStaysOpenAndOneOfTheSameIsFilled) {
  const Path outer = Path::rectangle({0, 0, 20, 20});
  const Path same = Path::rectangle({5, 5, 10, 10});
  const Path other = Path::polyline({{5, 5}, {5, 15}, {15, 15}, {15, 5}}, true);
  Picture picture(20, 20, 1, true, test::testFonts());
  paper(picture, [&](draw::Canvas& canvas) { canvas.fill(Path(outer).append(same), rgb(0)); });
  BOOST_TEST(colour(picture, 10, 10) == 0U);
  picture.clear({1, 1, 1, 1});
  paper(picture, [&](draw::Canvas& canvas) { canvas.fill(Path(outer).append(other), rgb(0)); });
  BOOST_TEST(colour(picture, 10, 10) == kWhite);
}

BOOST_AUTO_TEST_CASE(TransparencyMixesWithWhatIsUnderIt) {
  Picture picture(10, 10, 1, true, test::testFonts());
  paper(picture, [](draw::Canvas& canvas) {
    canvas.fill(Path::rectangle({0, 0, 10, 10}), rgb(0x000000, 0.5));
  });
  BOOST_TEST((colour(picture, 5, 5) & 0xFF) >= 0x7EU);
  BOOST_TEST((colour(picture, 5, 5) & 0xFF) <= 0x81U);
}

BOOST_AUTO_TEST_CASE(AStrokeIsAsWideAsItSaysAndDashesLeaveGaps) {
  Picture picture(40, 20, 1, true, test::testFonts());
  paper(picture, [](draw::Canvas& canvas) {
    canvas.stroke(Path::polyline({{0, 5}, {40, 5}}, false), strokeOf(rgb(0), 4, {}, false));
    canvas.stroke(Path::polyline({{0, 15}, {40, 15}}, false), strokeOf(rgb(0), 2, {10, 10}, false));
  });
  BOOST_TEST(colour(picture, 20, 3) == 0U);
  BOOST_TEST(colour(picture, 20, 6) == 0U);
  BOOST_TEST(colour(picture, 20, 2) == kWhite);
  BOOST_TEST(colour(picture, 5, 15) == 0U);
  BOOST_TEST(colour(picture, 15, 15) == kWhite);
}

BOOST_AUTO_TEST_CASE(ALineWithCoarseEdgesDiffersByABreathAlongThemOnly) {
  const auto slanted = [](bool coarse) {
    Picture picture(40, 40, 1, true, test::testFonts());
    draw::Stroke stroke = strokeOf(rgb(0), 3);
    stroke.coarseEdges = coarse;
    picture.paint([&](draw::Canvas& canvas) {
      canvas.stroke(Path::polyline({{3, 8}, {36, 31}}, false), stroke);
      // What comes after is sampled finely again.
      canvas.fill(Path::polyline({{20, 2}, {38, 2}, {38, 19}}, true), rgb(0));
    });
    return picture.toImage();
  };
  const auto fine = slanted(false);
  const auto coarse = slanted(true);
  int changed = 0;
  int inkFine = 0;
  int inkCoarse = 0;
  for (std::size_t i = 0; i < fine.rgba.size(); i += 4) {
    const int apart = std::abs(fine.rgba[i] - coarse.rgba[i]);
    const bool inTriangle = i / 4 % 40 >= 22 && i / 4 / 40 < 18;
    if (inTriangle) BOOST_TEST(apart == 0);
    BOOST_TEST(apart < 96);
    changed += apart > 0;
    inkFine += 255 - fine.rgba[i];
    inkCoarse += 255 - coarse.rgba[i];
  }
  BOOST_TEST(changed > 0);
  BOOST_TEST(std::abs(inkFine - inkCoarse) < inkFine / 20);
}

BOOST_AUTO_TEST_CASE(ClipAndTransformEndWithRestore) {
  Picture picture(30, 30, 1, true, test::testFonts());
  paper(picture, [](draw::Canvas& canvas) {
    {
      const draw::CanvasState state(canvas);
      canvas.clip(Path::rectangle({0, 0, 10, 30}));
      canvas.transform(Affine::translation(5, 0));
      canvas.fill(Path::rectangle({0, 0, 20, 10}), rgb(0x0000FF));
    }
    canvas.fill(Path::rectangle({0, 20, 30, 10}), rgb(0x00FF00));
  });
  BOOST_TEST(colour(picture, 4, 5) == kWhite);
  BOOST_TEST(colour(picture, 7, 5) == 0x0000FFU);
  BOOST_TEST(colour(picture, 12, 5) == kWhite);
  BOOST_TEST(colour(picture, 25, 25) == 0x00FF00U);
}

BOOST_AUTO_TEST_CASE(NothingOutsideTheDirtyRectangleChanges) {
  Picture picture(40, 40, 2, true, test::testFonts());
  picture.paint(
      [](draw::Canvas& canvas) {
        canvas.fill(Path::rectangle({0, 0, 20, 20}), rgb(0));
      },
      {5, 5, 5, 5});
  BOOST_TEST(colour(picture, 9, 12) == kWhite);
  BOOST_TEST(colour(picture, 10, 10) == 0U);
  BOOST_TEST(colour(picture, 19, 19) == 0U);
  BOOST_TEST(colour(picture, 20, 19) == kWhite);
  picture.clear(rgb(0xFF0000), {0, 0, 2, 2});
  BOOST_TEST(colour(picture, 3, 3) == 0xFF0000U);
  BOOST_TEST(colour(picture, 4, 3) == kWhite);
}

BOOST_AUTO_TEST_CASE(ACopyTakesOnlyTheDirtyPixels) {
  Picture from(20, 20, 1, true, test::testFonts());
  from.clear(rgb(0x123456));
  Picture to(20, 20, 1, true, test::testFonts());
  to.copyFrom(from, {4, 4, 6, 6});
  BOOST_TEST(colour(to, 3, 5) == kWhite);
  BOOST_TEST(colour(to, 4, 4) == 0x123456U);
  BOOST_TEST(colour(to, 9, 9) == 0x123456U);
  BOOST_TEST(colour(to, 10, 9) == kWhite);
  to.copyFrom(from);
  BOOST_TEST(colour(to, 19, 19) == 0x123456U);
}

BOOST_AUTO_TEST_CASE(GlyphsStandOnTheirBaselineInTheirColour) {
  Picture picture(60, 60, 1, true, test::testFonts());
  const auto line = test::testTypesetter().line("H", test::textStyle(40));
  paper(picture, [&](draw::Canvas& canvas) { line.draw(canvas, {10, 50}); });
  const auto ink = [&](int x, int y) { return colour(picture, x, y) == 0x22303AU; };
  const int stem = 10 + 6;  // the left stem of Open Sans' H, 0.1 to 0.19 of its size
  BOOST_TEST(ink(stem, 48));
  BOOST_TEST(ink(stem, 25));
  BOOST_TEST(colour(picture, stem, 51) == kWhite);
  BOOST_TEST(colour(picture, stem, 19) == kWhite);
}

BOOST_AUTO_TEST_CASE(AnImageIsDrawnIntoItsPlaceAndTransparentPixelsLetThrough) {
  const draw::Image image{2, 1, {255, 0, 0, 255, 0, 0, 255, 0}};
  Picture picture(20, 10, 1, true, test::testFonts());
  paper(picture, [&](draw::Canvas& canvas) { canvas.image(image, {0, 0, 20, 10}); });
  BOOST_TEST(colour(picture, 2, 5) == 0xFF0000U);
  BOOST_TEST(colour(picture, 18, 5) == kWhite);
  BOOST_CHECK_THROW(paper(picture,
                          [](draw::Canvas& canvas) {
                            canvas.image({2, 2, {1, 2, 3}}, {0, 0, 9, 9});
                          }),
                    core::BugError);
}

BOOST_AUTO_TEST_CASE(ToImageGivesStraightColours) {
  Picture picture(4, 4, 1, false, test::testFonts());
  picture.clear(rgb(0xFF8000, 0.5));
  const draw::Image image = picture.toImage();
  BOOST_REQUIRE(image.rgba.size() == 64U);
  BOOST_TEST(image.rgba[0] >= 253);
  BOOST_TEST(std::abs(image.rgba[1] - 128) <= 2);
  BOOST_TEST(image.rgba[2] == 0);
  BOOST_TEST(std::abs(image.rgba[3] - 128) <= 1);
}

BOOST_AUTO_TEST_CASE(AnErrorInTheDrawingLeavesThePictureUsable) {
  Picture picture(10, 10, 1, true, test::testFonts());
  BOOST_CHECK_THROW(picture.paint([](draw::Canvas& canvas) {
    canvas.save();
    canvas.clip(Path::rectangle({0, 0, 1, 1}));
    throw std::runtime_error("stop");
  }),
                    std::runtime_error);
  paper(picture, [](draw::Canvas& canvas) { canvas.fill(Path::rectangle({0, 0, 10, 10}), rgb(0)); });
  BOOST_TEST(colour(picture, 9, 9) == 0U);
}

BOOST_AUTO_TEST_CASE(ARestoreWithoutASaveIsABug) {
  Picture picture(10, 10, 1, true, test::testFonts());
  BOOST_CHECK_THROW(picture.paint([](draw::Canvas& canvas) { canvas.restore(); }), core::BugError);
  BOOST_CHECK_THROW(Picture(100'000, 10, 1, true, test::testFonts()), core::BugError);
}

BOOST_AUTO_TEST_CASE(APngBeginsAsOneAndIsTheSameEachTime) {
  Picture picture(10, 10, 1, true, test::testFonts());
  const std::string png = picture.toPng();
  BOOST_TEST(png.substr(1, 3) == "PNG");
  BOOST_TEST(png == picture.toPng());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(Svg)

namespace {

void drawSample(draw::Canvas& canvas) {
  canvas.fill(Path::rectangle({1, 2, 30, 40}), rgb(0x2266AA, 0.25));
  {
    const draw::CanvasState state(canvas);
    canvas.transform(Affine::rotation(30));
    canvas.clip(Path::circle({20, 20}, 10));
    canvas.stroke(Path::polyline({{0, 0}, {50, 50}}, false), strokeOf(rgb(0xAA0000), 1.5, {3, 2}));
  }
  test::testTypesetter().line("Zoë <&>", test::textStyle(12)).draw(canvas, {5, 60});
  canvas.image({1, 1, {1, 2, 3, 255}}, {0, 0, 5, 5});
}

std::size_t countOf(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

BOOST_AUTO_TEST_CASE(TheSameDrawingGivesTheSameBytes) {
  BOOST_TEST(raster::toSvg({100, 80}, test::testFonts(), drawSample) ==
             raster::toSvg({100, 80}, test::testFonts(), drawSample));
}

BOOST_AUTO_TEST_CASE(TextIsOutlinesAndEveryGroupIsClosed) {
  const std::string svg = raster::toSvg({100, 80}, test::testFonts(), drawSample);
  BOOST_TEST(svg.find("<text") == std::string::npos);
  BOOST_TEST(svg.find("width=\"100pt\" height=\"80pt\" viewBox=\"0 0 100 80\"") != std::string::npos);
  BOOST_TEST(svg.find("fill=\"#2266aa\" fill-opacity=\"0.25\" d=\"M1 2L31 2L31 42L1 42Z\"") !=
             std::string::npos);
  BOOST_TEST(countOf(svg, "<g ") == 2U);
  BOOST_TEST(countOf(svg, "</g>") == 2U);
  BOOST_TEST(svg.find("stroke-dasharray=\"3 2 \"") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

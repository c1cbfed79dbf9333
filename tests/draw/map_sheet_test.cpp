// Sheets of the body map to be looked at (see support/pictures.h): changes, points and small figures, in both
// themes, in grey, and at two densities.
#include <boost/test/unit_test.hpp>

#include "draw/change_scale.h"
#include "draw/point_symbol.h"
#include "painted.h"
#include "support/pictures.h"

using namespace unknot;
using domain::BodyView;
using domain::PointKind;

namespace {

constexpr std::array<BodyView, 4> kViews{BodyView::front, BodyView::back, BodyView::left, BodyView::right};
constexpr draw::Color kNight = draw::rgb(0x1E2529);

struct Sheet {
  std::string name;
  bool dark = false;
  double scale = 1;
  bool grey = false;  // as a printer without colour has it
  draw::Color paper() const { return dark ? kNight : draw::rgb(0xFFFFFF); }
  draw::BodyMapColors colors() const {
    return dark ? draw::BodyMapColors::dark() : draw::BodyMapColors::light();
  }
  draw::TextStyle text(double size) const {
    return {size, draw::Weight::regular, false, dark ? draw::rgb(0xD5DDE2) : draw::rgb(0x22303A)};
  }
};

const std::vector<Sheet>& sheets() {
  static const std::vector<Sheet> kAll{{"light", false, 1},
                                       {"light-2x", false, 2},
                                       {"dark", true, 1},
                                       {"dark-2x", true, 2},
                                       {"grey-2x", false, 2, true}};
  return kAll;
}

void saveSheet(const Sheet& sheet, const std::string& name, const draw::Size& size,
               const std::function<void(draw::Canvas&)>& drawing) {
  raster::Picture picture(static_cast<int>(size.width * sheet.scale),
                          static_cast<int>(size.height * sheet.scale), sheet.scale, true, test::testFonts());
  picture.clear(sheet.paper());
  picture.paint(drawing);
  if (sheet.grey) {
    auto image = picture.toImage();
    for (int y = 0; y < image.height; ++y)
      for (int x = 0; x < image.width; ++x) {
        auto* rgb = &image.rgba[static_cast<std::size_t>(y * image.width + x) * 4];
        std::fill_n(rgb, 3, static_cast<std::uint8_t>(std::lround(test::grey(rgb))));
      }
    picture.paint([&](draw::Canvas& canvas) { canvas.image(image, {0, 0, size.width, size.height}); });
  }
  test::savePng(picture, name + "-" + sheet.name);
}

double drawFourViews(draw::Canvas& canvas, const draw::BodyMapMarks& marks,
                     const draw::BodyMapOptions& options, draw::Point at, double height) {
  for (const auto view : kViews) {
    const double width = height * test::shippedAtlas().view(view)->size.width / 1000;
    draw::drawBodyMap(canvas, test::testTypesetter(), test::shippedAtlas(), view, marks, options,
                      {at.x, at.y, width, height});
    at.x += width + height * .03;
  }
  return at.x;
}

draw::BodyMapOptions optionsOf(const Sheet& sheet, bool small = false) {
  draw::BodyMapOptions options;
  options.colors = sheet.colors();
  if (small) options.detail = draw::FigureDetail::small;
  return options;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(MapSheets)

BOOST_AUTO_TEST_CASE(Changes) {
  for (const auto& sheet : sheets())
    saveSheet(sheet, "change", {1400, 880}, [&](draw::Canvas& canvas) {
      drawFourViews(canvas, test::inventedChange(), optionsOf(sheet), {20, 20}, 800);
      draw::drawDifferenceKey(canvas, test::testTypesetter(),
                              {"not looked at", "not compared", "softer", "the same", "firmer"},
                              sheet.text(12), {20, 840, 900, 30}, sheet.colors());
    });
}

BOOST_AUTO_TEST_CASE(Points) {
  const draw::PointWords words{{PointKind::tender, "tender point"}, {PointKind::scar, "scar"},
                               {PointKind::numbness, "numb"},       {PointKind::heat, "heat"},
                               {PointKind::ache, "ache"},           {PointKind::radiating, "runs along"}};
  for (const auto& sheet : sheets())
    saveSheet(sheet, "points", {1400, 900}, [&](draw::Canvas& canvas) {
      auto marks = test::inventedMarks();
      marks.points = test::inventedPoints();
      marks.selectedPoint = 4;
      drawFourViews(canvas, marks, optionsOf(sheet), {20, 20}, 800);
      draw::drawPointKey(canvas, test::testTypesetter(), words, sheet.text(12), {20, 840, 700, 30},
                         sheet.colors());
      draw::drawPointKey(canvas, test::testTypesetter(), words, sheet.text(9), {900, 832, 180, 60},
                         sheet.colors());
    });
}

BOOST_AUTO_TEST_CASE(SymbolsOnEveryGround) {
  for (const auto& sheet : sheets())
    saveSheet(sheet, "symbols", {560, 330}, [&](draw::Canvas& canvas) {
      for (int column = 0; column < 10; ++column)
        for (std::size_t row = 0; row < domain::pointKinds().size(); ++row) {
          const draw::Rect cell{20.0 + column * 52, 20 + static_cast<double>(row) * 48, 46, 42};
          const draw::Color ground =
              column < 5 ? draw::tensionColor(domain::Tension(column)) : draw::changeColor(2 * column - 14);
          canvas.fill(draw::Path::rectangle(cell), ground);
          const auto kind = domain::pointKinds()[row];
          draw::drawPointSymbol(canvas, kind, {cell.x + 10, cell.centre().y}, 7, ground);
          draw::drawPointSymbol(canvas, kind, {cell.x + 22, cell.centre().y}, 9, ground);
          draw::drawPointSymbol(canvas, kind, {cell.x + 37, cell.centre().y}, 13, ground);
        }
    });
}

BOOST_AUTO_TEST_CASE(SmallFigures) {
  for (const auto& sheet : sheets())
    saveSheet(sheet, "small", {900, 430}, [&](draw::Canvas& canvas) {
      auto marks = test::inventedMarks();
      double x = drawFourViews(canvas, marks, optionsOf(sheet, true), {10, 10}, 120);
      marks.points = test::inventedPoints();
      x = drawFourViews(canvas, marks, optionsOf(sheet, true), {x + 20, 10}, 120);
      x = drawFourViews(canvas, test::inventedChange(), optionsOf(sheet, true), {x + 20, 10}, 120);
      drawFourViews(canvas, {}, optionsOf(sheet, true), {x + 20, 10}, 120);
      x = drawFourViews(canvas, marks, optionsOf(sheet), {10, 150}, 260);
      drawFourViews(canvas, test::inventedChange(), optionsOf(sheet), {x + 20, 150}, 260);
    });
}

BOOST_AUTO_TEST_SUITE_END()

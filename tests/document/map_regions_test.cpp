// Each region of the body map alone on a sheet: the picture for the screen and the PDF show it in the same
// places, in the views it belongs to and on no wrong side.
#include <boost/test/unit_test.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "document/builders.h"
#include "pdf/pdf_writer.h"
#include "raster/raster.h"
#include "support/fonts.h"
#include "support/paper_samples.h"
#include "support/temporary_folder.h"
#include "support/tools.h"

using namespace unknot;
using domain::BodyView;

namespace {

constexpr int kDotsPerInch = 60;
constexpr double kScale = kDotsPerInch / 72.0;
// Of the page's height: panels stand between the titles and the key.
constexpr double kMapsTop = .12;
constexpr double kMapsBottom = .9;

// Pixels of the fifth level's colour, by quarter of the sheet: front, back, left side, right side.
struct Coloured {
  std::array<std::size_t, 4> count{};
  std::array<double, 4> sumX{};
  std::vector<bool> pixels;
  double middleX(std::size_t quarter) const { return sumX[quarter] / static_cast<double>(count[quarter]); }
};

Coloured colouredIn(int width, int height, const std::function<std::array<int, 3>(int, int)>& rgb) {
  const auto dark = draw::tensionColor(domain::Tension(4));
  Coloured found;
  found.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  const int top = static_cast<int>(height * kMapsTop);
  const int bottom = static_cast<int>(height * kMapsBottom);
  for (int y = top; y < bottom; ++y)
    for (int x = 0; x < width; ++x) {
      const auto [r, g, b] = rgb(x, y);
      if (std::abs(r - dark.r * 255) > 24 || std::abs(g - dark.g * 255) > 24 ||
          std::abs(b - dark.b * 255) > 24)
        continue;
      const std::size_t quarter = (x * 2 >= width ? 1U : 0U) + (y * 2 >= top + bottom ? 2U : 0U);
      ++found.count[quarter];
      found.sumX[quarter] += x;
      found.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                   static_cast<std::size_t>(x)] = true;
    }
  return found;
}

Coloured onScreen(const document::Document& sheet) {
  const auto& page = sheet.pages.front();
  const int width = static_cast<int>(std::ceil(page.size.width * kScale));
  const int height = static_cast<int>(std::ceil(page.size.height * kScale));
  raster::Picture picture(width, height, kScale, true, test::testFonts());
  picture.paint([&](draw::Canvas& canvas) { page.draw(canvas); });
  const auto image = picture.toImage();
  return colouredIn(width, height, [&](int x, int y) {
    const auto at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4;
    return std::array<int, 3>{image.rgba[at], image.rgba[at + 1], image.rgba[at + 2]};
  });
}

// A binary PPM as pdftoppm writes it.
Coloured onPaper(const std::filesystem::path& file) {
  const std::string bytes = test::readFile(file);
  BOOST_REQUIRE(bytes.starts_with("P6"));
  std::array<int, 3> head{};
  std::size_t at = 2;
  for (int& number : head) {
    while (at < bytes.size() && (bytes[at] < '0' || bytes[at] > '9')) ++at;
    at = static_cast<std::size_t>(
        std::from_chars(bytes.data() + at, bytes.data() + bytes.size(), number).ptr - bytes.data());
  }
  ++at;
  const auto [width, height, most] = head;
  BOOST_REQUIRE(most == 255);
  return colouredIn(width, height, [&, width = width](int x, int y) {
    const auto pixel =
        at +
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
    const auto channel = [&](std::size_t i) {
      return static_cast<int>(static_cast<unsigned char>(bytes[pixel + i]));
    };
    return std::array<int, 3>{channel(0), channel(1), channel(2)};
  });
}

double shared(const Coloured& a, const Coloured& b) {
  std::size_t both = 0, either = 0;
  for (std::size_t i = 0; i < std::min(a.pixels.size(), b.pixels.size()); ++i) {
    both += a.pixels[i] && b.pixels[i];
    either += a.pixels[i] || b.pixels[i];
  }
  return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(MapOfOneRegion)

BOOST_AUTO_TEST_CASE(ScreenAndPaperShowEachRegionInItsViewsAndOnItsSide) {
  const test::TemporaryFolder folder;
  const domain::Practice practice = test::samplePractice();
  const auto context = test::paperContext(test::testTypesetter(), practice);
  const auto& atlas = test::shippedContent().atlas();
  const auto writer = pdf::makePdfWriter(test::testFonts());
  std::vector<Coloured> screen;
  std::string files;
  for (const auto& region : atlas.regions()) {
    const auto session = test::sampleSession(1, {2026, 3, 2}, {{region.slug, 4, -1}});
    const auto sheet =
        document::buildMapSheet(context, test::sampleClient(), session, 1, document::MapSubject::before);
    screen.push_back(onScreen(sheet));
    const auto file = folder / (region.slug + ".pdf");
    test::writeFile(file, writer->write(sheet));
    files += " '" + file.string() + "'";
  }
  const auto all = (folder / "all.pdf").string();
  BOOST_REQUIRE_EQUAL(test::runTool("qpdf --empty --pages" + files + " -- '" + all + "'").status, 0);
  BOOST_REQUIRE_EQUAL(test::runTool("pdftoppm -r " + std::to_string(kDotsPerInch) + " '" + all + "' '" +
                                    (folder / "page").string() + "'")
                          .status,
                      0);
  std::vector<Coloured> paper;
  for (std::size_t i = 0; i < atlas.regions().size(); ++i) {
    std::string number = std::to_string(i + 1);
    if (number.size() < 2) number = "0" + number;
    paper.push_back(onPaper(folder / ("page-" + number + ".ppm")));
  }
  constexpr std::array kViews{BodyView::front, BodyView::back, BodyView::left, BodyView::right};
  for (std::size_t i = 0; i < atlas.regions().size(); ++i) {
    const auto& region = atlas.regions()[i];
    const auto other = static_cast<std::size_t>(atlas.mirror(region) - atlas.regions().data());
    for (const auto* sheets : {&screen, &paper}) {
      const char* const where = sheets == &paper ? "paper" : "screen";
      const Coloured& shown = (*sheets)[i];
      for (std::size_t v = 0; v < kViews.size(); ++v)
        BOOST_TEST((shown.count[v] > 0) == region.shapes.contains(kViews[v]),
                   region.slug << " in the view " << domain::toString(kViews[v]) << " on " << where);
      // The client's left is on the viewer's right from the front, and on the left from the back.
      for (const std::size_t v : {0U, 1U}) {
        if (shown.count[v] == 0 || region.side == domain::Side::right) continue;
        const double left = shown.middleX(v);
        const double right = (*sheets)[other].middleX(v);
        BOOST_TEST((v == 0 ? left > right : left < right),
                   region.slug << " is on the wrong side on " << where);
      }
    }
    BOOST_TEST(shared(screen[i], paper[i]) > .6, region.slug << " differs: " << shared(screen[i], paper[i]));
  }
}

BOOST_AUTO_TEST_SUITE_END()

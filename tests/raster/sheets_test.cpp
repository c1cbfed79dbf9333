// Documents that came in: which are shown, how large, and which are answered with a sentence.
#include "raster/sheets.h"

#include <boost/test/unit_test.hpp>

#include "core/error.h"
#include "raster/photos.h"
#include "support/pdfs.h"
#include "support/photos.h"

using namespace unknot;

namespace {

std::string refusal(const std::string& bytes) {
  try {
    raster::openPdf(bytes);
  } catch (const core::InputError& error) {
    return error.message().id;
  }
  return "";
}

bool isDark(const raster::Picture& picture, double xUnits, double yUnits) {
  const auto image = picture.toImage();
  const auto x = static_cast<std::size_t>(xUnits * picture.scale());
  const auto y = static_cast<std::size_t>(yUnits * picture.scale());
  return image.rgba.at((y * static_cast<std::size_t>(image.width) + x) * 4) < 80;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(SheetsTest)

BOOST_AUTO_TEST_CASE(ThePagesOfAPdfAreDrawnInTheirSize) {
  const auto sheets = raster::openPdf(test::letterPdf(3));
  BOOST_TEST(sheets->count() == 3);
  BOOST_TEST(sheets->pagesInAll() == 3);
  BOOST_CHECK((sheets->size(2) == draw::Size{595, 842}));
  const auto page = sheets->drawn(2, 1, 2);
  BOOST_TEST(page->widthPx() == 1190);
  BOOST_TEST(page->scale() == 2);
  BOOST_TEST(isDark(*page, 100, 70));
  BOOST_TEST(!isDark(*page, 400, 70));
  const auto half = sheets->drawn(0, 0.5, 1);
  BOOST_TEST(half->heightPx() == 421);
  BOOST_TEST(isDark(*half, 50, 35));
}

BOOST_AUTO_TEST_CASE(APictureIsOnePageOfItsOwnSize) {
  const auto reader = raster::makePhotoReader();
  const auto small = raster::sheetOf(reader->read(test::photoPng(96, 48)));
  BOOST_TEST(small->count() == 1);
  BOOST_CHECK((small->size(0) == draw::Size{72, 36}));
  const auto large = raster::sheetOf(reader->read(test::photoJpeg(2000, 1000)));
  BOOST_TEST(large->size(0).width == 842);
  const auto drawn = large->drawn(0, 1, 1);
  BOOST_TEST(drawn->widthPx() == 842);
  const auto image = drawn->toImage();
  BOOST_TEST(static_cast<int>(image.rgba[0]) > 180);
}

BOOST_AUTO_TEST_CASE(WhatIsNoWholePdfIsRefusedInWords) {
  BOOST_TEST(refusal("") == "error.paper.broken");
  BOOST_TEST(refusal("%PDF-1.7\n%%EOF\n") == "error.paper.broken");
  BOOST_TEST(refusal(std::string("%PDF-1.4\n") + std::string(5000, '\xB7')) == "error.paper.broken");
  BOOST_TEST(refusal(test::letterPdf(0)) == "error.paper.broken");
  BOOST_TEST(refusal(test::lockedPdf()) == "error.paper.locked");
}

// Cut off anywhere: either it is mended, or it is refused; nothing worse.
BOOST_AUTO_TEST_CASE(APdfThatWasCutOffEndsNothing) {
  const auto whole = test::letterPdf(2);
  for (std::size_t length = 0; length < whole.size(); length += 37) {
    try {
      const auto sheets = raster::openPdf(whole.substr(0, length));
      for (int i = 0; i < sheets->count(); ++i) sheets->drawn(i, 0.1, 1);
    } catch (const core::InputError& error) {
      BOOST_TEST(error.message().id == "error.paper.broken");
    }
  }
}

BOOST_AUTO_TEST_CASE(ADamagedByteEndsNothing) {
  const auto whole = test::letterPdf(2);
  for (std::size_t at = 9; at < whole.size(); at += 5) {
    auto damaged = whole;
    damaged[at] = static_cast<char>(~damaged[at]);
    try {
      const auto sheets = raster::openPdf(damaged);
      sheets->drawn(0, 0.1, 1);
    } catch (const core::InputError& error) {
      BOOST_TEST(error.message().id.starts_with("error.paper."));
    }
  }
}

BOOST_AUTO_TEST_CASE(AVastPageIsDrawnWithFewerDots) {
  const auto vast = raster::openPdf(test::letterPdf(1, "0 0 14400 14400"));
  const auto page = vast->drawn(0, 4, 2);
  BOOST_TEST(static_cast<long>(page->widthPx()) * page->heightPx() < 12'100'000L);
  BOOST_TEST(page->widthPx() / page->scale() >= 4 * 14400 - 1);
  for (const char* box : {"0 0 9999999 9999999", "0 0 0 0", "0 0 -5 1e30"})
    BOOST_CHECK_NO_THROW(raster::openPdf(test::letterPdf(1, box))->drawn(0, 1, 1));
}

BOOST_AUTO_TEST_CASE(OfAVeryLongPdfTheFirstPagesAreShown) {
  const auto sheets = raster::openPdf(test::letterPdf(raster::kMostSheets + 7));
  BOOST_TEST(sheets->count() == raster::kMostSheets);
  BOOST_TEST(sheets->pagesInAll() == raster::kMostSheets + 7);
}

// A page that names itself as what stands in it would be drawn without an end.
BOOST_AUTO_TEST_CASE(AFormThatHoldsItselfIsDrawnOnce) {
  const std::string form = "/Me Do";
  const auto pdf = test::pdfOf(
      {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
       "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</XObject<</Me 4 0 R>>>>>>",
       "<</Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</XObject<</Me 4 0 R>>>>/Length " +
           std::to_string(form.size()) + ">>stream\n" + form + "\nendstream"});
  BOOST_TEST(raster::openPdf(pdf)->drawn(0, 1, 1)->widthPx() == 100);
}

BOOST_AUTO_TEST_SUITE_END()

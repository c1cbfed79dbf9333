// Pictures from outside: what is taken, what is refused before anything is unpacked, and what is kept.
#include "raster/photos.h"

#include <boost/test/unit_test.hpp>

#include "core/error.h"
#include "support/photos.h"

using namespace unknot;

namespace {

const core::PhotoReader& reader() {
  static const auto made = raster::makePhotoReader();
  return *made;
}

std::string refusal(const std::string& bytes) {
  try {
    reader().read(bytes);
  } catch (const core::InputError& error) {
    return error.message().id;
  }
  return "";
}

std::uint32_t colourAt(const core::Image& image, int x, int y) {
  const auto* pixel = &image.rgba[static_cast<std::size_t>((y * image.width + x) * 4)];
  return static_cast<std::uint32_t>(pixel[0] << 16 | pixel[1] << 8 | pixel[2]);
}

bool isRed(std::uint32_t colour) {
  return (colour >> 16) > 180 && (colour >> 8 & 255) < 80 && (colour & 255) < 80;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(PhotosTest)

BOOST_AUTO_TEST_CASE(APngAndAJpegAreRead) {
  for (const auto& bytes : {test::photoPng(60, 40), test::photoJpeg(60, 40)}) {
    const auto photo = reader().read(bytes);
    BOOST_CHECK((photo->size() == core::Size{60, 40}));
    const auto image = photo->pixels(1000);
    BOOST_TEST(image->width == 60);
    BOOST_TEST(image->height == 40);
    BOOST_TEST(isRed(colourAt(*image, 5, 5)));
    BOOST_TEST(!isRed(colourAt(*image, 55, 35)));
  }
}

BOOST_AUTO_TEST_CASE(ABmpAndAGifAreRead) {
  BOOST_TEST(refusal(test::tinyBmp()) == "");
  BOOST_TEST(refusal(test::tinyGif()) == "");
}

BOOST_AUTO_TEST_CASE(WhatIsNoPictureIsRefused) {
  for (const std::string bytes : {"", "x", "%PDF-1.4", "<svg xmlns='http://www.w3.org/2000/svg'/>", "II*",
                                  "BM", "RIFF", "\xFF\xD8", "/* XPM */"})
    BOOST_TEST_CONTEXT(bytes) {
      BOOST_TEST(refusal(bytes) == "error.picture.kind");
    }
}

BOOST_AUTO_TEST_CASE(EveryPictureThatIsCutOffIsRefused) {
  for (const auto& whole :
       {test::photoPng(60, 40), test::photoJpeg(60, 40), test::tinyBmp(), test::tinyGif()}) {
    BOOST_REQUIRE(refusal(whole) == "");
    for (std::size_t length = 0; length + 1 < whole.size(); length += 1 + length / 50)
      BOOST_TEST(refusal(whole.substr(0, length)) != "", length << " of " << whole.size());
  }
}

BOOST_AUTO_TEST_CASE(AFlippedByteOfAPngIsSeenAndOfAnyOtherDoesNoHarm) {
  const auto png = test::photoPng(60, 40);
  for (std::size_t at = 0; at < png.size(); ++at) {
    auto bad = png;
    bad[at] = static_cast<char>(bad[at] ^ 0x40);
    BOOST_TEST(refusal(bad).starts_with("error.picture."), at);
  }
  for (const auto& whole : {test::photoJpeg(60, 40), test::tinyBmp(), test::tinyGif()})
    for (std::size_t at = 0; at < whole.size(); ++at) {
      auto bad = whole;
      bad[at] = static_cast<char>(bad[at] ^ 0x55);
      BOOST_CHECK_NO_THROW(refusal(bad));
    }
}

BOOST_AUTO_TEST_CASE(ASizeOfMoreThanFortyMillionDotsIsRefusedFromTheHeader) {
  BOOST_TEST(refusal(test::pngClaiming(40'000, 40'000)) == "error.picture.large");
  BOOST_TEST(refusal(test::pngClaiming(0x7FFFFFFF, 0x7FFFFFFF)) == "error.picture.large");
  BOOST_TEST(refusal(test::pngClaiming(0, 10)) == "error.picture.broken");
  BOOST_TEST(refusal(test::jpegClaiming(65'000, 65'000)) == "error.picture.large");
}

BOOST_AUTO_TEST_CASE(APictureStandsUprightAndWhatTheCameraSaidIsGone) {
  const auto turned = test::photoJpegFromACamera(60, 40);
  BOOST_REQUIRE(turned.find("48.2082 N") != std::string::npos);
  const auto photo = reader().read(turned);
  BOOST_CHECK((photo->size() == core::Size{40, 60}));
  // The upper left quarter lay there before the camera was turned by a quarter.
  BOOST_TEST(isRed(colourAt(*photo->pixels(60), 35, 5)));
  const auto kept = reader().pack(turned, 1600, core::Packing::smallest);
  for (const auto* said : {"Exif", "48.2082", "Lens", "Adobe", "ICC"})
    BOOST_TEST(kept.bytes.find(said) == std::string::npos, said);
  const auto again = reader().read(kept.bytes);
  BOOST_CHECK((again->size() == core::Size{40, 60}));
  BOOST_TEST(isRed(colourAt(*again->pixels(60), 35, 5)));
}

BOOST_AUTO_TEST_CASE(TextHiddenInAPngIsNotKept) {
  const auto kept = reader().pack(test::photoPngWithText(60, 40, "somebody"), 1600, core::Packing::png);
  BOOST_TEST(kept.bytes.find("somebody") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(ALargePictureIsKeptSmaller) {
  const auto kept = reader().pack(test::photoJpeg(2400, 1800), 1600, core::Packing::smallest);
  const auto photo = reader().read(kept.bytes);
  BOOST_CHECK((photo->size() == core::Size{1600, 1200}));
  BOOST_TEST(
      reader().read(reader().pack(test::photoPng(60, 40), 1600, core::Packing::png).bytes)->size().width ==
      60);
}

BOOST_AUTO_TEST_CASE(WhatShowsThroughIsKeptAsPngAndAPhotoAsJpeg) {
  BOOST_TEST(reader().pack(test::photoPng(200, 150, 255), 1600, core::Packing::smallest).extension == ".jpg");
  const auto clear = reader().pack(test::photoPng(200, 150, 90), 1600, core::Packing::smallest);
  BOOST_TEST(clear.extension == ".png");
  BOOST_TEST(reader().read(clear.bytes)->pixels(200)->rgba[3] == 90);
}

BOOST_AUTO_TEST_CASE(PixelsComeInTheSizeThatIsAskedForAndAreShared) {
  const auto photo = reader().read(test::photoJpeg(1600, 1200));
  const auto small = photo->pixels(200);
  BOOST_TEST(small->width == 256);
  BOOST_TEST(small->height == 192);
  BOOST_TEST(photo->pixels(250).get() == small.get());
  BOOST_TEST(photo->pixels(5000)->width == 1600);
}

BOOST_AUTO_TEST_SUITE_END()

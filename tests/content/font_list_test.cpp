#include "content/font_list.h"

#include <boost/test/unit_test.hpp>

#include <set>

#include "core/error.h"

using namespace unknot;

namespace {

const std::string kOne = R"(
[[font]]
file = "A-Bold.ttf"
package = "fonts-a"
family = "A"
weight = 700
italic = true
required = false
)";

// The message of what parsing throws, as "id line what".
std::string faultOf(const std::string& text) {
  try {
    content::parseFontList(text, "fonts.toml");
  } catch (const core::InputError& e) {
    return e.message().id + " " + e.message().args.at(1).value + " " + e.message().args.at(2).value;
  }
  return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(FontList)

BOOST_AUTO_TEST_CASE(EveryFieldIsRead) {
  const auto fonts = content::parseFontList(kOne, "fonts.toml");
  BOOST_REQUIRE(fonts.size() == 1U);
  BOOST_TEST((fonts[0] == content::FontEntry{"A-Bold.ttf", "fonts-a", "A", 700, true, false}));
}

BOOST_AUTO_TEST_CASE(WhatIsLeftOutIsRegularAndRequired) {
  const auto fonts =
      content::parseFontList("[[font]]\nfile = \"a\"\npackage = \"b\"\nfamily = \"c\"", "fonts.toml");
  BOOST_TEST((fonts.at(0) == content::FontEntry{"a", "b", "c", 400, false, true}));
}

BOOST_AUTO_TEST_CASE(AFaultIsNamedWithItsLine) {
  std::string withTypo = kOne;
  withTypo.append("wieght = 3\n");
  BOOST_TEST(faultOf("") == "error.fontList 1 [[font]]");
  BOOST_TEST(faultOf("font = 3") == "error.fontList 1 [[font]]");
  BOOST_TEST(faultOf("[[font]]\npackage = \"b\"") == "error.fontList 1 file");
  BOOST_TEST(faultOf(withTypo) == "error.fontList 9 wieght");
  BOOST_TEST(faultOf("[[font]]\nfile = \"a\"\npackage = \"b\"\nfamily = \"c\"\nweight = \"bold\"") ==
             "error.fontList 5 weight");
  BOOST_TEST(faultOf("[[font]]\nfile = \"a\"\npackage = \"b\"\nfamily = \"c\"\nweight = 7") ==
             "error.fontList 1 weight");
  BOOST_TEST(faultOf("[[font\n").substr(0, 17) == "error.fontList 1 ");
}

BOOST_AUTO_TEST_CASE(AListThatIsNotThereIsAStorageError) {
  BOOST_CHECK_THROW(content::loadFontList("/nowhere/fonts.toml"), core::StorageError);
}

BOOST_AUTO_TEST_CASE(TheShippedListHasNoFileTwiceAndNeedsTheMainFamily) {
  const auto fonts = content::loadFontList(std::filesystem::path(UNKNOT_SOURCE_DIR) / "data" / "fonts.toml");
  std::set<std::string> files;
  for (const auto& font : fonts) BOOST_TEST(files.insert(font.file).second, font.file);
  for (const int weight : {400, 600})
    for (const bool italic : {false, true})
      BOOST_TEST(std::any_of(fonts.begin(), fonts.end(), [&](const content::FontEntry& font) {
        return font.family == fonts.front().family && font.weight == weight && font.italic == italic &&
               font.required;
      }));
}

BOOST_AUTO_TEST_SUITE_END()

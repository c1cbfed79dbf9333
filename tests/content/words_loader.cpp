#include "content/words_loader.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "core/error.h"
#include "scratch.h"

namespace unknot::content {
namespace {

using tests::Scratch;

BOOST_AUTO_TEST_SUITE(WordsLoaderTest)

BOOST_AUTO_TEST_CASE(TablesJoinIntoIds) {
  std::vector<Problem> problems;
  const auto entries = readWords("en", "data/words.en.toml", R"(
language = "en"
[error]
bug = "Sorry"
[error.text]
long = "Too long"
[measure]
nprs-now = "Pain now"
)",
                                 problems);
  BOOST_TEST(problems.empty());
  BOOST_TEST(entries.size() == 3U);
  BOOST_TEST(entries.at("error.bug").other == "Sorry");
  BOOST_TEST(entries.at("error.text.long").other == "Too long");
  BOOST_TEST(entries.at("measure.nprs-now").other == "Pain now");
}

BOOST_AUTO_TEST_CASE(AnEntryThatCountsHasTwoForms) {
  std::vector<Problem> problems;
  const core::Words words(
      "en",
      readWords("en", "w", "language = \"en\"\npages = { one = \"1 page\", other = \"{count} pages\" }\n",
                problems));
  BOOST_TEST(words.sayCount("pages", 1) == "1 page");
  BOOST_TEST(words.sayCount("pages", 3) == "3 pages");
  const auto table = readWords(
      "en", "w", "language = \"en\"\n[pages]\none = \"1 page\"\nother = \"{count} pages\"\n", problems);
  BOOST_TEST(table.at("pages").one == "1 page");
  BOOST_TEST(problems.empty());
}

BOOST_AUTO_TEST_CASE(ABrokenEntryIsToldAndTheOthersStay) {
  std::vector<Problem> problems;
  const auto entries = readWords("en", "data/words.en.toml",
                                 "language = \"en\"\n"
                                 "good = \"yes\"\n"
                                 "number = 3\n"
                                 "open = \"{count pages\"\n"
                                 "nameless = \"{} pages\"\n"
                                 "half = { one = \"1 page\" }\n"
                                 "odd = { one = \"1\", other = \"2\", few = \"3\" }\n"
                                 "blank = \"\"\n",
                                 problems);
  BOOST_TEST(entries.size() == 1U);
  BOOST_TEST(entries.at("good").other == "yes");
  BOOST_REQUIRE(problems.size() == 6U);
  for (std::size_t i = 0; i < problems.size(); ++i) {
    BOOST_TEST(problems.at(i).file == "data/words.en.toml");
    BOOST_TEST(problems.at(i).line == static_cast<int>(i) + 3);
  }
  BOOST_TEST(problems.at(1).message.id == "error.file.braces");
}

BOOST_AUTO_TEST_CASE(ACatalogueOfAnotherLanguageIsRefused) {
  std::vector<Problem> problems;
  BOOST_CHECK_THROW(readWords("de", "data/words.de.toml", "language = \"en\"\n", problems), core::InputError);
}

BOOST_AUTO_TEST_CASE(WhatIsMissingIsSaidInEnglish) {
  const Scratch scratch;
  scratch.write("data/words.en.toml", "language = \"en\"\nyes = \"Yes\"\nno = \"No\"\n");
  scratch.write("data/words.de.toml", "language = \"de\"\nyes = \"Ja\"\n");
  const Content content = Content::load(scratch.folders());
  BOOST_TEST(content.words("de").say("yes") == "Ja");
  BOOST_TEST(content.words("de").say("no") == "No");
  BOOST_TEST(content.words("de-AT").language() == "de");
  BOOST_TEST(content.words("fr").language() == "en");
  BOOST_TEST(content.words("").language() == "en");
}

BOOST_AUTO_TEST_CASE(APracticesOwnWordsLieOverOurs) {
  const Scratch scratch;
  scratch.write("data/words.en.toml", "language = \"en\"\nyes = \"Yes\"\nno = \"No\"\n");
  scratch.write("custom/data/words.en.toml", "language = \"en\"\nyes = \"Certainly\"\n");
  const Content content = Content::load(scratch.folders());
  BOOST_TEST(content.words("en").say("yes") == "Certainly");
  BOOST_TEST(content.words("en").say("no") == "No");
}

BOOST_AUTO_TEST_CASE(WithoutAnyWordsTheIdIsSaid) {
  const Scratch scratch;
  const Content content = Content::load(scratch.folders());
  BOOST_TEST(content.words("en").say("error.bug") == "error.bug");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::content

#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>
#include <vector>

#include "unicode/collation.h"
#include "unicode/folding.h"

using namespace unknot::unicode;

BOOST_AUTO_TEST_SUITE(Folding)

BOOST_AUTO_TEST_CASE(AccentsCaseAndSpecialLettersAreFolded) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Zoë", "zoe"},         {"Zoe\u0308", "zoe"},  {"Müller", "muller"},
      {"Łukasz", "lukasz"},   {"Straße", "strasse"}, {"STRAẞE", "strasse"},
      {"Ørsted", "orsted"},   {"Đorđe", "dorde"},    {"Æsa", "aesa"},
      {"Œuvre", "oeuvre"},    {"ısıl", "isil"},      {"İnci", "inci"},
      {"Γιώργος", "γιωργοσ"}, {"Йосиф", "иосиф"},    {"Þór", "thor"},
      {"ﬁne", "fine"},        {"Ｚｏｅ", "zoe"},     {"№", "no"},
      {"がく", "がく"},       {"हिन्दी", "हिन्दी"},    {"", ""},
      {"a\xFFz", "a\uFFFDz"}, {"محمّد", "محمد"},      {"山田", "山田"}};
  for (const auto& [text, folded] : cases)
    BOOST_TEST(foldForSearch(text) == folded, text << " gave " << foldForSearch(text));
}

BOOST_AUTO_TEST_CASE(AnythingButLettersMarksAndDigitsSeparatesWords) {
  const std::vector<std::string> expected{"anne", "marie", "o", "brien", "3"};
  BOOST_TEST(searchWords("  Anne-Marie  O’Brien, 3 ") == expected, boost::test_tools::per_element());
  BOOST_TEST(searchWords(" ,;- ").empty());
}

BOOST_AUTO_TEST_CASE(DigitsOfAnyScriptAreRead) {
  BOOST_TEST(digitsOf("+49 (0)30 / 123-45") == "4903012345");
  BOOST_TEST(digitsOf("٠١٢") == "012");
  BOOST_TEST(digitsOf("none").empty());
}

BOOST_AUTO_TEST_CASE(PasswordsTypedAlikeAreAlike) {
  BOOST_TEST(nfkc("e\u0301t\u00e9") == "\u00e9t\u00e9");
  BOOST_TEST(nfkc("ﬁ") == "fi");
  // A password keeps its case.
  BOOST_TEST(nfkc("Ab") == "Ab");
}

BOOST_AUTO_TEST_CASE(NamesSortAsPeopleExpect) {
  const NameOrder order;
  const std::vector<std::string> names{"adam", "Älva", "Anna", "Zoë", "Ανδρέας", "Иван"};
  for (std::size_t i = 1; i < names.size(); ++i)
    BOOST_TEST((order.key(names[i - 1]) < order.key(names[i])), names[i]);
  BOOST_TEST((order.key(std::string(500, 'x')) < order.key(std::string(501, 'x'))));
}

BOOST_AUTO_TEST_SUITE_END()

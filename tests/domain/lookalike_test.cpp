// Who may be the same person. The names are made up.
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "domain/lookalike.h"

using namespace unknot::domain;
using unknot::core::Date;

namespace {

PersonMarks person(std::vector<std::string> words, std::optional<Date> born = {}, std::string phone = "",
                   std::string email = "") {
  PersonMarks marks{std::move(words), born, {}, {}};
  if (!phone.empty()) marks.phones.push_back(std::move(phone));
  if (!email.empty()) marks.emails.push_back(std::move(email));
  return marks;
}

const Date kBorn(1980, 2, 29);
const Date kOther(1991, 7, 1);

bool match(const PersonMarks& a, const PersonMarks& b) {
  const bool there = compare(a, b).isMatch();
  BOOST_TEST(compare(b, a).isMatch() == there, "it depends on who is asked first");
  // The index finds whatever the rule finds.
  LookalikeIndex index;
  index.add(a);
  BOOST_TEST(!index.find(b, 5).empty() == there, "the index says otherwise");
  return there;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(LookalikeTest)

BOOST_AUTO_TEST_CASE(TheOrderOfTheWordsOfANameSaysNothing) {
  BOOST_TEST(match(person({"zoe", "muller"}), person({"muller", "zoe"})));
}

BOOST_AUTO_TEST_CASE(AnUmlautWrittenInTwoLettersIsTheSameName) {
  const auto likeness = compare(person({"zoe", "mueller"}, kBorn), person({"zoe", "muller"}, kBorn));
  BOOST_TEST(likeness.isSure());
  BOOST_TEST(match(person({"jurgen", "gross"}), person({"juergen", "gross"})));
}

BOOST_AUTO_TEST_CASE(OneSlipInANameIsSimilar) {
  for (const auto& [one, other] : std::vector<std::pair<std::string, std::string>>{{"schmidt", "schmitd"},
                                                                                   {"schmidt", "schmid"},
                                                                                   {"hofmann", "hoffmann"},
                                                                                   {"meyer", "meier"},
                                                                                   {"иванова", "иваново"},
                                                                                   {"петров", "петрова"}})
    BOOST_TEST(match(person({"anna", one}), person({"anna", other})), one << " and " << other);
  BOOST_TEST(!match(person({"anna", "schmidt"}), person({"anna", "schulte"})));
}

BOOST_AUTO_TEST_CASE(TwoSlipsInTwoWordsAreSimilarOnlyWithTheSameBirthDate) {
  BOOST_TEST(match(person({"christian", "hofmann"}, kBorn), person({"cristian", "hoffmann"}, kBorn)));
  BOOST_TEST(!match(person({"christian", "hofmann"}), person({"cristian", "hoffmann"})));
}

BOOST_AUTO_TEST_CASE(AShortWordWithASlipIsAnotherName) {
  BOOST_TEST(!match(person({"jan", "meier"}), person({"jon", "meier"})));
}

BOOST_AUTO_TEST_CASE(ASecondFirstNameMayBeLeftOut) {
  BOOST_TEST(match(person({"zoe", "maria", "muller"}), person({"zoe", "muller"})));
  // One word alone would fit too many.
  BOOST_TEST(!match(person({"zoe"}), person({"zoe", "muller"})));
}

BOOST_AUTO_TEST_CASE(AnotherBirthDateIsAnotherPerson) {
  BOOST_TEST(!match(person({"zoe", "muller"}, kBorn), person({"zoe", "muller"}, kOther)));
  BOOST_TEST(match(person({"zoe", "muller"}, kBorn), person({"zoe", "muller"})));
}

BOOST_AUTO_TEST_CASE(TheSamePhoneIsAskedAboutWhateverTheName) {
  BOOST_TEST(match(person({"zoe", "muller"}, kBorn, "0301234567"),
                   person({"max", "muster"}, kOther, "49301234567")));
  BOOST_TEST(match(person({"zoe"}, {}, "00493012345"), person({"max"}, {}, "493012345")));
  BOOST_TEST(match(person({"zoe"}, {}, "123456"), person({"max"}, {}, "030123456")));
  BOOST_TEST(!match(person({"zoe"}, {}, "0301234567"), person({"max"}, {}, "0301234568")));
  BOOST_TEST(!match(person({"zoe"}, {}, "110"), person({"max"}, {}, "110")), "too short to say anything");
}

BOOST_AUTO_TEST_CASE(TheSameAddressOfMailIsAskedAbout) {
  BOOST_TEST(match(person({"zoe"}, {}, "", "zoe@example.org"), person({"max"}, {}, "", "zoe@example.org")));
  BOOST_TEST(!match(person({"zoe"}, {}, "", "zoe@example.org"), person({"max"}, {}, "", "max@example.org")));
}

BOOST_AUTO_TEST_CASE(OnlyTheSameNameAndMoreIsSure) {
  BOOST_TEST(!compare(person({"zoe", "muller"}), person({"zoe", "muller"})).isSure());
  BOOST_TEST(compare(person({"zoe", "muller"}, kBorn), person({"zoe", "muller"}, kBorn)).isSure());
  BOOST_TEST(
      compare(person({"zoe", "muller"}, {}, "0301234567"), person({"zoe", "muller"}, kBorn, "0301234567"))
          .isSure());
  BOOST_TEST(!compare(person({"zoe", "muller"}, kOther, "0301234567"),
                      person({"zoe", "muller"}, kBorn, "0301234567"))
                  .isSure());
  BOOST_TEST(!compare(person({"zoe", "muler"}, kBorn), person({"zoe", "muller"}, kBorn)).isSure());
}

BOOST_AUTO_TEST_CASE(TheMostAlikeComesFirst) {
  LookalikeIndex index;
  index.add(person({"max", "muster"}, {}, "0301234567"));
  index.add(person({"zoe", "muler"}));
  index.add(person({"zoe", "muller"}, kBorn));
  const auto found = index.find(person({"zoe", "muller"}, kBorn, "0301234567"), 5);
  BOOST_REQUIRE(found.size() == 3U);
  BOOST_TEST(found[0].number == 2U);
  BOOST_TEST(found[2].number == 0U);
  BOOST_TEST(index.find(person({"zoe", "muller"}, kBorn, "0301234567"), 1).size() == 1U);
  BOOST_TEST(index.find(person({}), 5).empty());
}

// Were everybody compared with everybody, this would be 400 million comparisons of a microsecond each.
BOOST_AUTO_TEST_CASE(TwentyThousandOfOneNameAreFoundWithoutComparingAllWithAll) {
  LookalikeIndex index;
  std::size_t found = 0;
  for (int i = 0; i < 20'000; ++i) index.add(person({"maria", "garcia"}, Date(1970, 1, 1)));
  for (int i = 0; i < 2'000; ++i)
    found += index.find(person({"maria", "garcia"}, Date(1970, 1, 1)), 3).size();
  BOOST_TEST(found == 6'000U);
}

BOOST_AUTO_TEST_SUITE_END()

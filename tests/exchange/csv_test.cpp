// Tables as other programs write them, broken ones too.
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "exchange/csv.h"
#include "support/throws.h"

using namespace unknot::exchange;
using unknot::test::thrownBy;
using Rows = std::vector<std::vector<std::string>>;

namespace {

Rows read(const std::string& bytes, char separator = ',', std::vector<std::size_t>* lines = nullptr) {
  unknot::unicode::TextDecoder text(bytes, "UTF-8");
  CsvReader csv(text, separator);
  Rows rows;
  std::vector<std::string> cells;
  while (csv.next(cells)) {
    rows.push_back(cells);
    if (lines != nullptr) lines->push_back(csv.line());
  }
  return rows;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(CsvTest)

BOOST_AUTO_TEST_CASE(EveryEndOfALineIsOne) {
  for (const char* text : {"a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\nc,d"})
    BOOST_TEST((read(text) == Rows{{"a", "b"}, {"c", "d"}}), text);
}

BOOST_AUTO_TEST_CASE(QuotesKeepSeparatorsQuotesAndNewLines) {
  BOOST_TEST((read("\"a,1\",\"she said \"\"no\"\"\",\"one\r\ntwo\"\n") ==
              Rows{{"a,1", "she said \"no\"", "one\ntwo"}}));
  BOOST_TEST((read("\"\",\"\"\"\"\n") == Rows{{"", "\""}}));
}

BOOST_AUTO_TEST_CASE(AQuoteInsideACellIsALetter) {
  BOOST_TEST((read("5' 7\" tall,b\n") == Rows{{"5' 7\" tall", "b"}}));
  BOOST_TEST((read("\"a\" and more,b\n") == Rows{{"a and more", "b"}}));
}

BOOST_AUTO_TEST_CASE(RaggedAndBlankRowsAreReadAsTheyAre) {
  BOOST_TEST((read("a,b,c\n\n1\n,,\n1,2,3,4\n") == Rows{{"a", "b", "c"}, {"1"}, {"1", "2", "3", "4"}}));
  BOOST_TEST(read("").empty());
  BOOST_TEST(read("\n\n\r\n").empty());
}

BOOST_AUTO_TEST_CASE(ARowKnowsItsLineEvenBehindQuotedNewLines) {
  std::vector<std::size_t> lines;
  read("a,b\n\"one\ntwo\r\nthree\",x\nlast,y\n", ',', &lines);
  BOOST_TEST((lines == std::vector<std::size_t>{1, 2, 5}));
}

BOOST_AUTO_TEST_CASE(ZeroBytesStayWhereTheyAre) {
  BOOST_TEST((read(std::string("a\0b,c\n", 6)) == Rows{{std::string("a\0b", 3), "c"}}));
}

BOOST_AUTO_TEST_CASE(AQuoteWithoutAnEndIsTold) {
  BOOST_TEST(thrownBy([] { read("a,b\nc,\"d\ne,f\n"); }) == "error.import.quoteOpen line=2");
}

BOOST_AUTO_TEST_CASE(AHugeCellIsRefusedBeforeAnythingIsCut) {
  const std::string ten(10'000'000, 'x');
  const std::string said = "error.import.cellLong line=2 limit=400000";
  BOOST_TEST(thrownBy([&] { read("a,b\n" + ten + ",d\n"); }) == said);
  BOOST_TEST(thrownBy([&] { read("a,b\nc,\"" + ten + "\"\n"); }) == said);
  BOOST_TEST(read("a\n" + std::string(kCellLimit, 'x') + "\n").size() == 2U);
}

BOOST_AUTO_TEST_CASE(AnythingWithThousandsOfColumnsIsNoTable) {
  const std::string commas(600, ',');
  BOOST_TEST(thrownBy([&] { read(commas); }) == "error.import.columns line=1 limit=500");
}

BOOST_AUTO_TEST_CASE(TheSeparatorIsTheOneThatMakesRowsAlike) {
  BOOST_TEST(guessSeparator("name,phone\nAnn,1\n") == ',');
  BOOST_TEST(guessSeparator("name;phone\n\"Example, Ann\";1,5\nBo;2\n") == ';');
  BOOST_TEST(guessSeparator("name\tphone\nExample, Ann\t1\n") == '\t');
  BOOST_TEST(guessSeparator("name|phone\nExample, Ann|1\n") == '|');
  BOOST_TEST(guessSeparator("name\nAnn\n") == ',');
  BOOST_TEST(guessSeparator("sep=;\nname,first;phone\n") == ';');
  BOOST_TEST(guessSeparator("") == ',');
}

BOOST_AUTO_TEST_SUITE_END()

// The page flow, counted by hand: every character is 6 pt wide and every line of text 15.48 pt high.
#include "document/flow.h"

#include <boost/test/unit_test.hpp>

#include "document/block_layout.h"
#include "support/fixed_typesetter.h"
#include "support/page_reader.h"

using namespace unknot;
using namespace unknot::document;

namespace {

constexpr double kLine = 12 * 1.29;
constexpr double kWidth = 300;  // 50 characters

struct Paper {
  test::FixedTypesetter typesetter;
  Look look = Look::of(domain::Paper::a4, 12, "en");

  // Pages of `height`, each read as its lines.
  std::vector<std::vector<std::string>> pages(const Blocks& blocks, double height) {
    std::vector<std::vector<std::string>> result;
    for (const auto& reader : readers(blocks, height)) result.push_back(reader.lines());
    return result;
  }

  std::vector<test::PageReader> readers(const Blocks& blocks, double height) {
    look.body.height = height;
    std::vector<test::PageReader> result;
    for (const auto& page : paginated(layOut(blocks, kWidth, {typesetter, look}), height)) {
      result.emplace_back();
      drawPlaced(result.back(), page, {0, 0});
      BOOST_TEST(result.back().isBalanced());
      BOOST_TEST(result.back().drawn.bottom() <= height + 8);
    }
    return result;
  }
};

Block text(const std::string& words) {
  return Paragraph{{{words, false, false, {}}}, Tone::text, false};
}

// A paragraph of `count` lines "a1", "a2" ...
Block lines(const std::string& name, int count) {
  std::string words;
  for (int i = 1; i <= count; ++i) words += (i == 1 ? "" : "\n") + name + std::to_string(i);
  return text(words);
}

Figure box(double width, double height) {
  return {{width, height},
          "a box",
          Recording::of([&](draw::Canvas& canvas) {
            canvas.fill(draw::Path::rectangle({0, 0, width, height}), draw::rgb(0));
          }),
          draw::Align::left};
}

Cell cell(const std::string& words) {
  return {{{words, false, false, {}}}, {}, 0, {}};
}

using Pages = std::vector<std::vector<std::string>>;

void check(const Pages& got, const Pages& wanted) {
  BOOST_REQUIRE_EQUAL(got.size(), wanted.size());
  for (std::size_t i = 0; i < got.size(); ++i)
    BOOST_TEST(got[i] == wanted[i], boost::test_tools::per_element());
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(Flow, Paper)

BOOST_AUTO_TEST_CASE(NothingIsOneEmptyPage) {
  check(pages({}, 100), {{}});
}

BOOST_AUTO_TEST_CASE(AParagraphRunsOnWithTwoLinesAtLeastOnEachSide) {
  check(pages({lines("a", 5)}, 4.2 * kLine), {{"a1", "a2", "a3"}, {"a4", "a5"}});
  check(pages({lines("a", 4), lines("b", 4)}, 5.6 * kLine),
        {{"a1", "a2", "a3", "a4"}, {"b1", "b2", "b3", "b4"}});
  check(pages({lines("a", 3), lines("b", 2)}, 4.9 * kLine), {{"a1", "a2", "a3"}, {"b1", "b2"}});
}

BOOST_AUTO_TEST_CASE(AParagraphTooTallForItsPageIsBrokenAllTheSame) {
  check(pages({lines("a", 3)}, 1.2 * kLine), {{"a1"}, {"a2"}, {"a3"}});
}

BOOST_AUTO_TEST_CASE(AHeadingStaysWithWhatFollows) {
  const Blocks blocks{lines("a", 4), Heading{2, "Title"}, lines("b", 2)};
  check(pages(blocks, 7.5 * kLine), {{"a1", "a2", "a3", "a4"}, {"Title", "b1", "b2"}});
  check(pages(blocks, 9.5 * kLine), {{"a1", "a2", "a3", "a4", "Title", "b1", "b2"}});
  // Two headings in a row move together.
  const Blocks two{lines("a", 4), Heading{2, "Title"}, Heading{3, "Part"}, lines("b", 2)};
  check(pages(two, 9 * kLine), {{"a1", "a2", "a3", "a4"}, {"Title", "Part", "b1", "b2"}});
}

BOOST_AUTO_TEST_CASE(AGroupIsNotSplitWhileItFitsAPage) {
  const Blocks blocks{lines("a", 3), Group{{lines("b", 2), lines("c", 2)}, 0}};
  check(pages(blocks, 7 * kLine), {{"a1", "a2", "a3"}, {"b1", "b2", "c1", "c2"}});
}

BOOST_AUTO_TEST_CASE(AGroupTallerThanAPageBeginsWhereItStandsAndBreaksBetweenItsBlocks) {
  const Blocks blocks{lines("a", 2), Group{{lines("b", 2), lines("c", 2), lines("d", 2)}, 0}};
  check(pages(blocks, 5.5 * kLine), {{"a1", "a2", "b1", "b2"}, {"c1", "c2", "d1", "d2"}});
}

BOOST_AUTO_TEST_CASE(AHeadingWithAGroupAsTallAsThePageIsNotLeftBehind) {
  const Blocks blocks{lines("a", 1), Heading{2, "Title"}, Group{{lines("b", 3), lines("c", 3)}, 0}};
  const auto got = pages(blocks, 7 * kLine);
  check(got, {{"a1"}, {"Title", "b1", "b2", "b3"}, {"c1", "c2", "c3"}});
}

BOOST_AUTO_TEST_CASE(TheHeaderRowStandsOnEachPage) {
  Table table;
  table.columns = {{"Name", 1, 0, draw::Align::left}, {"Score", 0, 60, draw::Align::right}};
  for (int i = 1; i <= 7; ++i) table.rows.push_back({cell("r" + std::to_string(i)), cell(std::to_string(i))});
  const auto all = readers({table}, 100);  // a row is 21.48 high
  BOOST_REQUIRE_EQUAL(all.size(), 3U);
  check({all[0].lines()}, {{"Name Score", "r1 1", "r2 2", "r3 3"}});
  check({all[2].lines()}, {{"Name Score", "r6 6", "r7 7"}});
  for (const auto& read : all[0].texts)
    if (read.text == "3") BOOST_TEST(read.at.x == kWidth - 6 - 6);
}

BOOST_AUTO_TEST_CASE(ARowIsNeverSplitUnlessItIsTallerThanAPage) {
  Table table;
  table.columns = {{"", 1, 0, draw::Align::left}};
  table.rows = {{cell("a1\na2")}, {cell("b1\nb2\nb3")}};
  check(pages({table}, 5 * kLine), {{"a1", "a2"}, {"b1", "b2", "b3"}});
  std::string tall;
  for (int i = 0; i < 20; ++i) tall += (i == 0 ? "" : "\n") + std::string("t") + std::to_string(i);
  table.rows = {{cell(tall)}};
  std::size_t count = 0;
  for (const auto& page : pages({table}, 6 * kLine)) count += page.size();
  BOOST_TEST(count == 20U);
}

BOOST_AUTO_TEST_CASE(ASmallTableStaysWhole) {
  Table table;
  table.columns = {{"Head", 1, 0, draw::Align::left}};
  for (int i = 1; i <= 4; ++i) table.rows.push_back({cell("r" + std::to_string(i))});
  check(pages({lines("a", 3), table}, 10 * kLine), {{"a1", "a2", "a3"}, {"Head", "r1", "r2", "r3", "r4"}});
}

BOOST_AUTO_TEST_CASE(AGroupThatLeadsOverStaysWithWhatFollows) {
  const Blocks blocks{lines("a", 3), Group{{lines("b", 2)}, 0, true}, Group{{lines("c", 2)}, 0}};
  check(pages(blocks, 7 * kLine), {{"a1", "a2", "a3"}, {"b1", "b2", "c1", "c2"}});
}

BOOST_AUTO_TEST_CASE(ADrawingTallerThanThePageIsDrawnSmaller) {
  const auto all = readers({lines("a", 1), box(100, 900), lines("b", 1)}, 200);
  BOOST_REQUIRE_EQUAL(all.size(), 3U);
  BOOST_TEST(all[1].drawn.height == 200, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(all[1].drawn.width == 100 * 200 / 900.0, boost::test_tools::tolerance(1e-6));
  check({all[2].lines()}, {{"b1"}});
}

BOOST_AUTO_TEST_CASE(AnOverlongWordIsBrokenAndKept) {
  std::string kept;
  for (const auto& page : pages({text("x " + std::string(130, 'w'))}, 100))
    for (const auto& line : page) kept += line;
  BOOST_TEST(kept == "x" + std::string(130, 'w'));
}

BOOST_AUTO_TEST_CASE(NoLineIsLongerThanTheMeasure) {
  look = Look::of(domain::Paper::letter, 12, "en");
  for (const auto& piece : layOut({text(std::string(400, 'w'))}, 500, {typesetter, look})) {
    test::PageReader reader;
    piece.draw(reader, {0, 0});
    BOOST_TEST(reader.drawn.width <= look.measure());
  }
}

BOOST_AUTO_TEST_CASE(TextBesideAPictureRunsOnBelowItAndOntoTheNextPage) {
  const Blocks blocks{Columns{{box(100, 3 * kLine)}, 100, 20, {lines("a", 3), lines("b", 3)}}, lines("c", 2)};
  const auto all = readers(blocks, 6 * kLine);
  BOOST_REQUIRE_EQUAL(all.size(), 2U);
  check({all[0].lines()}, {{"a1", "a2", "a3"}});
  BOOST_TEST(all[0].texts.front().at.x == 120);
  check({all[1].lines()}, {{"b1", "b2", "b3", "c1", "c2"}});
}

BOOST_AUTO_TEST_CASE(WhatFollowsAPictureStandsBelowItsLowerEnd) {
  const auto all = readers({Columns{{box(100, 100)}, 100, 20, {lines("a", 2)}}, lines("b", 1)}, 400);
  BOOST_REQUIRE_EQUAL(all.size(), 1U);
  BOOST_TEST(all[0].texts.back().text == "b1");
  BOOST_TEST(all[0].texts.back().at.y > 100);
}

BOOST_AUTO_TEST_CASE(APictureWithItsTextMovesToTheNextPageTogether) {
  const auto all = readers({lines("a", 3), Columns{{box(100, 60)}, 100, 20, {lines("b", 2)}}}, 6 * kLine);
  BOOST_REQUIRE_EQUAL(all.size(), 2U);
  BOOST_TEST(all[0].elements.size() == 1U);
  check({all[1].lines()}, {{"b1", "b2"}});
}

BOOST_AUTO_TEST_CASE(ListsAreTaggedAndNumbered) {
  List list{true, 9, {{{{"one", false, false, {}}}}, {{{"two", false, false, {}}}}}};
  const auto all = readers({list}, 400);
  check({all[0].lines()}, {{"9. one", "10. two"}});
  using draw::Role;
  check({readers({List{false, 1, {{{{"li", false, false, {}}}}}}}, 400)[0].lines()}, {{"\u2022 li"}});
  const std::vector<Role> roles{Role::list,     Role::listItem, Role::label,    Role::paragraph,
                                Role::listItem, Role::label,    Role::paragraph};
  BOOST_REQUIRE_EQUAL(all[0].elements.size(), roles.size());
  for (std::size_t i = 0; i < roles.size(); ++i) BOOST_TEST((all[0].elements[i].role == roles[i]), i);
}

BOOST_AUTO_TEST_CASE(ACalloutMayRunOverPages) {
  const Callout callout{{lines("a", 8)}, look.panel, true, look.accent};
  const auto got = pages({callout}, 4.5 * kLine);
  check(got, {{"a1", "a2", "a3", "a4"}, {"a5", "a6", "a7", "a8"}});
}

BOOST_AUTO_TEST_CASE(CellsBesideEachOtherShareTheWidth) {
  const auto all = readers({SideBySide{{{lines("a", 1)}, {lines("b", 3)}}, 20}, lines("c", 1)}, 400);
  check({all[0].lines()}, {{"a1 b1", "b2", "b3", "c1"}});
  BOOST_TEST(all[0].texts[1].at.x == 160);
}

BOOST_AUTO_TEST_CASE(EverythingIsDrawnOnceWhateverTheHeight) {
  Table table;
  table.columns = {{"Head", 1, 0, draw::Align::left}};
  for (int i = 0; i < 5; ++i) table.rows.push_back({cell("row" + std::to_string(i))});
  const Blocks blocks{Heading{1, "One"},
                      lines("a", 7),
                      Group{{Heading{3, "G"}, Columns{{box(80, 70)}, 80, 10, {lines("b", 9)}}, table}, 0},
                      Callout{{lines("c", 4)}, look.panel, false, {}},
                      List{false, 1, {{{{"li", false, false, {}}}}}},
                      Rule{},
                      Spacer{30},
                      lines("d", 3)};
  for (double height = 20; height < 700; height += 13.7) {
    std::map<std::string, int> seen;
    for (const auto& reader : readers(blocks, height))
      for (const auto& read : reader.texts) ++seen[read.text];
    for (const std::string wanted : {"One", "a1", "a7", "G", "b1", "b9", "row0", "row4", "c4", "li", "d3"})
      BOOST_TEST(seen[wanted] == 1, wanted << " at " << height);
  }
}

// What is only measured takes the room that it takes when it is laid out.
BOOST_AUTO_TEST_CASE(AnExtentIsTheHeightOfWhatIsLaidOut) {
  const LayoutContext context{typesetter, look};
  const auto extent = [&](const Blocks& blocks, double width) {
    return Extent::of(layOut(blocks, width, context));
  };
  const Block callout = Callout{{lines("c", 2)}, look.panel, true, look.accent};
  const std::vector<Blocks> kinds{{},
                                  {lines("a", 3)},
                                  {callout},
                                  {lines("b", 1), callout},
                                  {callout, lines("d", 4)},
                                  {Heading{2, "title"}, lines("e", 2)},
                                  {Spacer{9}}};
  for (const auto& above : kinds)
    for (const auto& below : kinds) {
      const Extent both = extent(above, kWidth).above(extent(below, kWidth));
      Blocks all = above;
      all.insert(all.end(), below.begin(), below.end());
      const auto pieces = layOut(all, kWidth, context);
      BOOST_TEST(both.height == stacked(pieces).height, boost::test_tools::tolerance(1e-9));
      BOOST_TEST(both.gapBefore == extent(all, kWidth).gapBefore);
      BOOST_TEST(both.gapAfter == extent(all, kWidth).gapAfter);
      for (const double height : {20.0, 70.0, 200.0}) {
        const Blocks left{box(100, height)};
        const Extent columns =
            extentOfColumns(extentOfFigure(height, look).above(extent(above, 100)), extent(below, 184), look);
        Blocks under = left;
        under.insert(under.end(), above.begin(), above.end());
        const Blocks row{Columns{under, 100, 16, below}};
        for (const auto& next : kinds) {
          Blocks page = row;
          page.insert(page.end(), next.begin(), next.end());
          BOOST_TEST(
              columns.above(extent(next, kWidth)).height == stacked(layOut(page, kWidth, context)).height,
              boost::test_tools::tolerance(1e-9));
        }
      }
    }
}

BOOST_AUTO_TEST_CASE(PagesStartWhereTheyAreFilled) {
  look.body.height = 100;
  const Blocks blocks{lines("a", 9), Heading{2, "title"}, lines("b", 7), Group{{lines("c", 5)}, 0, false},
                      box(100, 90),  lines("d", 2)};
  const auto pieces = layOut(blocks, kWidth, {typesetter, look});
  std::vector<const Piece*> pointers;
  for (const auto& piece : pieces) pointers.push_back(&piece);
  auto starts = pageStarts(pointers, 100);
  const auto pages = paginated(pieces, 100);
  BOOST_REQUIRE(starts.size() == pages.size());
  BOOST_TEST(pages.size() > 3U);
  starts.push_back(pieces.size());
  for (std::size_t i = 0; i < pages.size(); ++i) BOOST_TEST(pages[i].size() == starts[i + 1] - starts[i]);
  BOOST_TEST(pageStarts({}, 100).empty());
}

BOOST_AUTO_TEST_SUITE_END()

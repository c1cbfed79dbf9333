#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cctype>

#include "document/builders.h"
#include "raster/raster.h"
#include "support/fixed_typesetter.h"
#include "support/fonts.h"
#include "support/page_reader.h"
#include "support/paper_samples.h"

using namespace unknot;

namespace {

struct Builder {
  test::FixedTypesetter typesetter;
  domain::Practice practice = test::samplePractice();
  document::BuildContext context = test::paperContext(typesetter, practice);
  domain::ExercisePlan plan = test::samplePlan();
  domain::Client client = test::sampleClient();

  document::Document build() { return document::buildHandout(context, client, plan); }

  // All pages' lines with single spaces, so that a sentence is found over line ends of its own column.
  std::string said(const document::Document& document) const {
    std::string all;
    for (const auto& reader : test::read(document)) {
      BOOST_TEST(reader.isBalanced());
      for (const auto& text : reader.texts) all += text.text + " ";
    }
    std::string single;
    for (const char c : all)
      if (c != ' ' || single.empty() || single.back() != ' ') single += c;
    return single;
  }
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// A page's texts on single spaces.
std::string flat(const test::PageReader& reader) {
  std::string all;
  for (const auto& text : reader.texts)
    for (const char c : text.text + " ")
      if (c != ' ' || all.empty() || all.back() != ' ') all += c;
  return all;
}

std::string lowered(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(HandoutBuilder, Builder)

BOOST_AUTO_TEST_CASE(ItSaysWhatToDoForWhomAndHowOften) {
  const auto document = build();
  const auto text = said(document);
  BOOST_TEST(document.title == "Your home practice");
  BOOST_TEST(document.author == "Studio Willow");
  for (const std::string sentence :
       {"Your home practice", "Prepared for Alex Example · 22 November 2026", "1. Arch & Flatten",
        "4. Side Curl, left side", "Let your jaw be soft while your back rests.",
        "Do it 5 times, slowly. Once a day. About 5 minutes.", "Do it 2 times, slowly, on each side.",
        "Rest, and repeat: 2 rounds.", "on the left side. 2 times a day.", "Notice:", "Weeks 1 and 2",
        "A note from Robin Sample", "We look at these movements together again on 6 December 2026.",
        "beyond 24 to 36 hours", "Studio Willow · Record 3f2a91c04b7de812", "Page 1 of"})
    BOOST_TEST(contains(text, sentence), sentence);
  const auto* exercise = test::shippedContent().exercise("washrag");
  BOOST_REQUIRE(exercise != nullptr);
  BOOST_TEST(contains(text, exercise->text.title));
}

BOOST_AUTO_TEST_CASE(ClientPaperHoldsNoneOfTheForbiddenWords) {
  plan.items.clear();
  for (const auto& exercise : test::shippedContent().exercises())
    plan.items.push_back(test::planItem(exercise.slug, domain::PlanSide::both));
  const auto document = build();
  std::string all = said(document);
  for (const auto& reader : test::read(document))
    for (const auto& element : reader.elements) all += " " + element.alternative;
  const std::string text = " " + lowered(all);
  for (const std::string word :
       {" sma ", "sensory motor amnesia", "trauma", "dark vise", "finding", "worst", "diagnosis"})
    BOOST_TEST(!contains(text, word), word);
}

BOOST_AUTO_TEST_CASE(OfOneSideOnlyThatSideIsTaught) {
  plan.items = {test::planItem("side-curl", domain::PlanSide::left)};
  const auto left = said(build());
  BOOST_TEST(contains(left, "Lie on your right side"));
  BOOST_TEST(!contains(left, "roll over"));
  plan.items = {test::planItem("side-curl", domain::PlanSide::right)};
  const auto right = said(build());
  BOOST_TEST(contains(right, "Lie on your left side"));
  BOOST_TEST(!contains(right, "roll over"));
  plan.items = {test::planItem("side-curl", domain::PlanSide::both)};
  BOOST_TEST(contains(said(build()), "roll over and do the other side."));
}

BOOST_AUTO_TEST_CASE(ItIsWrittenInTheClientsLanguage) {
  context.language = "de";
  const auto german = said(build());
  for (const std::string word : {"Ihre Bewegungen für zu Hause", "Wölben", "Einatmen", "auf jeder Seite"})
    BOOST_TEST(contains(german, word), word);
  BOOST_TEST(!contains(german, "Breathe"));
  BOOST_TEST(build().language == "de");
}

BOOST_AUTO_TEST_CASE(FloorPhoneAndWeeksAreSaidWhereTheyAreNeeded) {
  BOOST_TEST(contains(said(build()), "Getting up from the floor"));
  BOOST_TEST(!contains(said(build()), "Questions?"));
  plan.items = {test::planItem("seated-arch-and-round")};
  plan.weeks = 3;
  const auto chair = said(build());
  BOOST_TEST(!contains(chair, "Getting up from the floor"));
  BOOST_TEST(contains(chair, "Weeks 1 and 2"));
  BOOST_TEST(contains(chair, "Week 3"));
}

BOOST_AUTO_TEST_CASE(OnRequestItIsGroupedByPositionLyingFirst) {
  plan.items = {test::planItem("top-shelf-reach"), test::planItem("flower"),
                test::planItem("seated-arch-and-round"), test::planItem("washrag")};
  plan.grouped = true;
  const auto text = said(build());
  BOOST_TEST(text.find("On your back") < text.find("1. Flower"));
  BOOST_TEST(text.find("2. Washrag") < text.find("On a chair"));
  BOOST_TEST(text.find("On a chair") < text.find("3. Seated arch"));
  BOOST_TEST(text.find("Standing") < text.find("4. Reach to the top shelf"));
  BOOST_TEST(text.find("On your back") == text.rfind("On your back"));
}

BOOST_AUTO_TEST_CASE(APictureSpeaksForItselfInWords) {
  bool described = false;
  for (const auto& reader : test::read(build()))
    for (const auto& element : reader.elements)
      if (element.role == draw::Role::figure)
        described = described || contains(element.alternative, "Arch & Flatten");
  BOOST_TEST(described);
}

BOOST_AUTO_TEST_CASE(NothingFallsOffThePage) {
  client.name = "Maximiliane-Theodora von und zu Hohenstein-Beispielhausen " + std::string(140, 'W');
  plan.items[0].cue = std::string(500, 'x');
  plan.items[1].cue = "Line one\nLine two";
  for (int i = 0; i < 55; ++i)
    plan.items.push_back(test::planItem(i % 7 == 0 ? "no-longer-there" : "washrag"));
  for (const auto paper : {domain::Paper::a4, domain::Paper::letter}) {
    for (const bool large : {false, true}) {
      context.paper = paper;
      context.largePrint = large;
      const auto document = build();
      std::size_t page = 0;
      for (const auto& reader : test::read(document)) {
        ++page;
        BOOST_TEST(reader.drawn.x >= 20, "page " << page);
        BOOST_TEST(reader.drawn.right() <= document.pages[page - 1].size.width - 20, "page " << page);
        BOOST_TEST(reader.drawn.y >= 20, "page " << page);
        BOOST_TEST(reader.drawn.bottom() <= document.pages[page - 1].size.height - 20, "page " << page);
        BOOST_TEST(contains(reader.text(),
                            "Page " + std::to_string(page) + " of " + std::to_string(document.pages.size())));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(AnExerciseStandsOnOnePage) {
  const auto readers = test::read(build());
  const auto pageOf = [&](const std::string& text) {
    for (std::size_t i = 0; i < readers.size(); ++i)
      if (contains(readers[i].text(), text)) return static_cast<int>(i);
    return -1;
  };
  const int first = pageOf("1.  Arch & Flatten");
  BOOST_TEST(first >= 0);
  BOOST_TEST(pageOf("Let your jaw be soft") == first);
  BOOST_TEST(pageOf("leave it out.") == first);
}

// Real type, because it is about what fits: of the sample plan each exercise's first and last words.
BOOST_AUTO_TEST_CASE(NoExerciseThatFitsAPageIsTornInAnyPrint) {
  document::BuildContext real = test::paperContext(test::testTypesetter(), practice);
  for (const auto paper : {domain::Paper::a4, domain::Paper::letter}) {
    for (const bool large : {false, true}) {
      real.paper = paper;
      real.largePrint = large;
      const auto readers = test::read(document::buildHandout(real, client, plan));
      for (std::size_t i = 0; i < plan.items.size(); ++i) {
        const auto& text = test::shippedContent().exercise(plan.items[i].exercise)->text;
        const auto page = std::find_if(readers.begin(), readers.end(), [&](const test::PageReader& reader) {
          return contains(flat(reader), std::to_string(i + 1) + ". " + text.title) &&
                 contains(flat(reader), "Notice:");
        });
        BOOST_REQUIRE(page != readers.end());
        for (const auto& last : {text.easier, text.caution, plan.items[i].cue})
          BOOST_TEST(contains(flat(*page), last), last << (large ? " large" : ""));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(ThePicturesShowSomebodyLikeTheClient) {
  const auto drawn = [&] {
    const auto document = build();
    std::vector<std::vector<std::uint8_t>> pages;
    for (const auto& page : document.pages) {
      raster::Picture picture(static_cast<int>(page.size.width), static_cast<int>(page.size.height), 1, true,
                              test::testFonts());
      picture.paint([&](draw::Canvas& canvas) { page.draw(canvas); });
      pages.push_back(picture.toImage().rgba);
    }
    return pages;
  };
  const auto usual = drawn();
  BOOST_TEST((drawn() == usual));
  context.look.skin = domain::SkinTone::dark;
  BOOST_TEST((drawn() != usual));
  context.look = {};
  context.build = domain::BodyBuild::broad;
  BOOST_TEST((drawn() != usual));
}

BOOST_AUTO_TEST_CASE(AHandoutTakesAsFewPagesAsItsTextNeeds) {
  document::BuildContext real = test::paperContext(test::testTypesetter(), practice);
  const auto pages = [&](domain::Paper paper, bool large) {
    real.paper = paper;
    real.largePrint = large;
    return document::buildHandout(real, client, plan).pages.size();
  };
  BOOST_TEST(pages(domain::Paper::a4, false) <= 4U);
  BOOST_TEST(pages(domain::Paper::letter, false) <= 5U);
  BOOST_TEST(pages(domain::Paper::a4, true) <= 7U);
  BOOST_TEST(pages(domain::Paper::letter, true) <= 7U);
}

BOOST_AUTO_TEST_CASE(AWeekTableIsWholeAndStandsWithItsHeading) {
  document::BuildContext real = test::paperContext(test::testTypesetter(), practice);
  for (const auto paper : {domain::Paper::a4, domain::Paper::letter}) {
    for (const bool large : {false, true}) {
      real.paper = paper;
      real.largePrint = large;
      int tables = 0;
      for (const auto& reader : test::read(document::buildHandout(real, client, plan))) {
        const auto lines = reader.lines();
        for (std::size_t i = 0; i < lines.size(); ++i) {
          if (!contains(lines[i], "Mo Tu We")) continue;
          if (tables++ == 0) BOOST_TEST(contains(flat(reader), "Tick what you did"));
          BOOST_REQUIRE(i + plan.items.size() < lines.size());
          for (std::size_t row = 0; row < plan.items.size(); ++row)
            BOOST_TEST(contains(lines[i + 1 + row], std::to_string(row + 1) + "."));
        }
      }
      BOOST_TEST(tables == (large ? 2 : 1));
    }
  }
}

BOOST_AUTO_TEST_CASE(WhenToStopIsSaidBeforeTheFirstMovement) {
  const auto text = said(build());
  BOOST_TEST(text.find("beyond 24 to 36 hours") < text.find("1. Arch & Flatten"));
}

BOOST_AUTO_TEST_CASE(AnEasierWayIsToldWhereThereIsOne) {
  const auto* exercise = test::shippedContent().exercise("side-curl");
  BOOST_REQUIRE(exercise != nullptr);
  BOOST_REQUIRE(!exercise->text.easier.empty());
  plan.items = {test::planItem("side-curl")};
  const auto text = said(build());
  BOOST_TEST(contains(text, "Easier: " + exercise->text.easier));
  // One movement has room for what it is for.
  BOOST_TEST(contains(text, exercise->text.purpose));
}

BOOST_AUTO_TEST_CASE(LargePrintIsLarge) {
  context.largePrint = true;
  double smallest = 100;
  for (const auto& reader : test::read(build()))
    for (const auto& text : reader.texts) smallest = std::min(smallest, text.size);
  BOOST_TEST(smallest >= 12);
}

BOOST_AUTO_TEST_CASE(APlanWithoutNoteOrReviewHasNoEmptyHeadings) {
  plan.note.clear();
  plan.reviewOn.reset();
  const auto text = said(build());
  BOOST_TEST(!contains(text, "A note from"));
  BOOST_TEST(!contains(text, "together again"));
}

BOOST_AUTO_TEST_CASE(WhatIsPutInIsNeverReadAsMarkdownOrPlaceholder) {
  client.name = "**Alex** {{date}} [[note]]";
  BOOST_TEST(contains(said(build()), "Prepared for **Alex** {{date}} [[note]]"));
}

BOOST_AUTO_TEST_CASE(TheDocumentOutlivesWhatItWasMadeOf) {
  document::Document document;
  {
    test::FixedTypesetter other;
    const domain::Practice shortLived = test::samplePractice();
    const auto short_ = test::paperContext(other, shortLived);
    const domain::ExercisePlan own = test::samplePlan();
    document = document::buildHandout(short_, test::sampleClient(), own);
  }
  BOOST_TEST(contains(said(document), "Arch & Flatten"));
}

BOOST_AUTO_TEST_SUITE_END()

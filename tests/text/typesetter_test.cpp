#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "core/error.h"
#include "support/drawing.h"
#include "support/fonts.h"
#include "support/pictures.h"
#include "support/temporary_folder.h"

using namespace unknot;
using test::paragraphStyle;
using test::testTypesetter;
using test::textStyle;

namespace {

std::string textOf(const draw::TextLine& line) {
  std::string text;
  for (const auto& placed : line.runs)
    for (const auto& glyph : placed.run.glyphs) text += glyph.text;
  return text;
}

// In reading order: the clusters of a run that goes from right to left stand in it from its end.
std::string sourceOf(const draw::TextLine& line) {
  std::string text;
  for (const auto& placed : line.runs) {
    std::string part;
    for (const auto& glyph : placed.run.glyphs)
      part = placed.run.rightToLeft ? glyph.text + part : part + glyph.text;
    text += part;
  }
  return text;
}

bool hasMissingGlyph(const draw::TextLine& line) {
  for (const auto& placed : line.runs)
    for (const auto& glyph : placed.run.glyphs)
      if (glyph.id == 0) return true;
  return false;
}

bool isSame(const draw::GlyphRun& a, const draw::GlyphRun& b) {
  return a.face == b.face && a.size == b.size && a.rightToLeft == b.rightToLeft && a.width == b.width &&
         std::equal(a.glyphs.begin(), a.glyphs.end(), b.glyphs.begin(), b.glyphs.end(),
                    [](const draw::Glyph& one, const draw::Glyph& other) {
                      return one.id == other.id && one.offset == other.offset &&
                             one.advance == other.advance && one.text == other.text;
                    });
}

bool isSame(const draw::TextLine& a, const draw::TextLine& b) {
  return a.width == b.width && a.ascent == b.ascent && a.descent == b.descent &&
         std::equal(a.runs.begin(), a.runs.end(), b.runs.begin(), b.runs.end(),
                    [](const draw::TextLine::PlacedRun& one, const draw::TextLine::PlacedRun& other) {
                      return isSame(one.run, other.run) && one.x == other.x && one.color == other.color &&
                             one.link == other.link;
                    });
}

bool isSame(const draw::TextBlock& a, const draw::TextBlock& b) {
  return a.width == b.width && a.height == b.height && a.xs == b.xs && a.baselines == b.baselines &&
         std::equal(
             a.lines.begin(), a.lines.end(), b.lines.begin(), b.lines.end(),
             [](const draw::TextLine& one, const draw::TextLine& other) { return isSame(one, other); });
}

const std::string kSentence =
    "Lie on your back with your knees bent and your feet flat on the floor, about hip-width apart, and "
    "notice "
    "which parts of your back touch the floor.";

}  // namespace

BOOST_AUTO_TEST_SUITE(Typesetter)

BOOST_AUTO_TEST_CASE(EveryLineStaysWithinTheWidth) {
  for (const double width : {60.0, 123.4, 200.0, 460.0}) {
    const auto block = testTypesetter().paragraph({{kSentence, textStyle(12), ""}}, paragraphStyle(width));
    BOOST_TEST(block.width == width);
    for (const auto& line : block.lines) BOOST_TEST(line.width <= width);
  }
}

BOOST_AUTO_TEST_CASE(ANarrowerColumnTakesMoreLinesAndHeight) {
  const auto wide = testTypesetter().paragraph({{kSentence, textStyle(12), ""}}, paragraphStyle(400));
  const auto narrow = testTypesetter().paragraph({{kSentence, textStyle(12), ""}}, paragraphStyle(150));
  BOOST_TEST(narrow.lines.size() > wide.lines.size());
  BOOST_TEST(narrow.height > wide.height);
}

BOOST_AUTO_TEST_CASE(LinesStandALineHeightApart) {
  const auto block = testTypesetter().paragraph({{kSentence, textStyle(12), ""}}, paragraphStyle(200));
  BOOST_REQUIRE(block.lines.size() > 2U);
  for (std::size_t i = 1; i < block.lines.size(); ++i)
    BOOST_TEST(block.baselines[i] - block.baselines[i - 1] == 12 * 1.35, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(block.height == 12 * 1.35 * static_cast<double>(block.lines.size()),
             boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(ANonBreakingWordLongerThanTheLineIsBrokenAllTheSame) {
  const auto block =
      testTypesetter().paragraph({{std::string(80, 'm'), textStyle(12), ""}}, paragraphStyle(100));
  BOOST_TEST(block.lines.size() > 5U);
  std::size_t glyphs = 0;
  for (const auto& line : block.lines) {
    BOOST_TEST(line.width <= 100);
    for (const auto& placed : line.runs) glyphs += placed.run.glyphs.size();
  }
  BOOST_TEST(glyphs == 80U, "a hyphen that nobody wrote");
}

BOOST_AUTO_TEST_CASE(WithoutAWidthOnlyNewlinesBreak) {
  const auto block =
      testTypesetter().paragraph({{kSentence + "\n" + kSentence, textStyle(12), ""}}, paragraphStyle(0));
  BOOST_TEST(block.lines.size() == 2U);
  BOOST_TEST(block.width == block.lines[0].width);
}

BOOST_AUTO_TEST_CASE(TheClustersSpellTheSource) {
  const auto block = testTypesetter().paragraph({{kSentence, textStyle(12), ""}}, paragraphStyle(200));
  std::string all;
  for (const auto& line : block.lines) all += textOf(line);
  BOOST_TEST(all == kSentence);
}

BOOST_AUTO_TEST_CASE(EveryScriptHasItsLettersAndSpellsItsSource) {
  for (const auto& sample : test::kScripts)
    for (const auto weight : {draw::Weight::regular, draw::Weight::semibold})
      BOOST_TEST_CONTEXT(sample.script) {
        const auto line = testTypesetter().line(sample.name, textStyle(12, weight));
        BOOST_TEST(!hasMissingGlyph(line));
        BOOST_TEST(line.width > 20);
        // A name in one direction is one stretch of runs in reading order or, from right to left, in the
        // other one.
        std::string source = sourceOf(line);
        if (line.runs.front().run.rightToLeft) {
          source.clear();
          for (auto placed = line.runs.rbegin(); placed != line.runs.rend(); ++placed)
            for (auto glyph = placed->run.glyphs.rbegin(); glyph != placed->run.glyphs.rend(); ++glyph)
              source += glyph->text;
        }
        BOOST_TEST(source == sample.name);
      }
}

BOOST_AUTO_TEST_CASE(HebrewRunsFromRightToLeftAndStartsAtTheRight) {
  const auto block = testTypesetter().paragraph({{"דנה לוי", textStyle(12), ""}}, paragraphStyle(300));
  BOOST_REQUIRE(block.lines.size() == 1U);
  const auto& run = block.lines[0].runs.front().run;
  BOOST_TEST(run.rightToLeft);
  BOOST_TEST(run.glyphs.front().text == "י");
  BOOST_TEST(run.glyphs.back().text == "ד");
  BOOST_TEST(block.xs[0] + block.lines[0].width == 300, boost::test_tools::tolerance(1e-9));
  const auto atEnd =
      testTypesetter().paragraph({{"דנה לוי", textStyle(12), ""}}, paragraphStyle(300, draw::Align::right));
  BOOST_TEST(atEnd.xs[0] == 0);
}

BOOST_AUTO_TEST_CASE(EnglishInsideHebrewReadsFromLeftToRight) {
  const auto line = testTypesetter().line("שלום Anna שלום", textStyle(12));
  const draw::GlyphRun* english = nullptr;
  for (const auto& placed : line.runs)
    if (!placed.run.rightToLeft) english = &placed.run;
  BOOST_REQUIRE(english);
  std::string text;
  for (const auto& glyph : english->glyphs) text += glyph.text;
  BOOST_TEST(text.find("Anna") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(CentredAndRightLinesStandWhereTheyShould) {
  const auto centred =
      testTypesetter().paragraph({{"Home", textStyle(12), ""}}, paragraphStyle(200, draw::Align::centre));
  BOOST_TEST(centred.xs[0] * 2 + centred.lines[0].width == 200, boost::test_tools::tolerance(1e-9));
  const auto right =
      testTypesetter().paragraph({{"Home", textStyle(12), ""}}, paragraphStyle(200, draw::Align::right));
  BOOST_TEST(right.xs[0] + right.lines[0].width == 200, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(SpaceAtTheEndOfALineTakesNoRoomButStaysInTheText) {
  const auto bare = testTypesetter().line("Home", textStyle(12));
  const auto spaced = testTypesetter().line("Home   ", textStyle(12));
  BOOST_TEST(spaced.width == bare.width);
  BOOST_TEST(textOf(spaced) == "Home   ");
}

BOOST_AUTO_TEST_CASE(KerningBringsLettersTogether) {
  const auto width = [](std::string_view text) { return testTypesetter().line(text, textStyle(100)).width; };
  BOOST_TEST(width("AV") < width("A") + width("V") - 1);
}

BOOST_AUTO_TEST_CASE(WidthsGrowExactlyWithTheSize) {
  const double small = testTypesetter().line(kSentence, textStyle(8)).width;
  const double large = testTypesetter().line(kSentence, textStyle(32)).width;
  // Pango counts in 1/1024 of a point, for each glyph.
  BOOST_TEST(std::abs(large - 4 * small) < 0.005 * static_cast<double>(kSentence.size()));
}

BOOST_AUTO_TEST_CASE(MeasuringTwiceGivesTheSame) {
  const auto fresh = text::makeTypesetter(test::testFonts());
  const std::vector<draw::TextSpan> spans{{"Zoë, 佐藤 and ليلى: ", textStyle(11), ""},
                                          {kSentence, textStyle(13), ""}};
  const auto first = testTypesetter().paragraph(spans, paragraphStyle(180));
  for (auto* typesetter : {&testTypesetter(), fresh.get()}) {
    const auto again = typesetter->paragraph(spans, paragraphStyle(180));
    BOOST_REQUIRE(again.lines.size() == first.lines.size());
    BOOST_TEST(again.height == first.height);
    for (std::size_t i = 0; i < first.lines.size(); ++i) {
      BOOST_TEST(again.lines[i].width == first.lines[i].width);
      BOOST_TEST(textOf(again.lines[i]) == textOf(first.lines[i]));
    }
  }
}

BOOST_AUTO_TEST_CASE(SpansKeepTheirColourWeightAndLink) {
  auto strong = textStyle(12, draw::Weight::semibold);
  auto red = textStyle(12);
  red.color = draw::rgb(0xAA0000);
  const auto block = testTypesetter().paragraph(
      {{"Plain ", textStyle(12), ""}, {"strong ", strong, ""}, {"red", red, "https://example.org/"}},
      paragraphStyle(400));
  const auto& runs = block.lines[0].runs;
  BOOST_REQUIRE(runs.size() == 3U);
  BOOST_TEST(runs[0].run.face != runs[1].run.face);
  BOOST_TEST(test::testFonts()->face(runs[1].run.face).weight == 600);
  BOOST_TEST(runs[0].run.face == runs[2].run.face);
  BOOST_TEST((runs[2].color == red.color));
  BOOST_TEST(runs[2].link == "https://example.org/");
  BOOST_TEST(runs[0].link.empty());
  BOOST_TEST(runs[1].x == runs[0].run.width, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(AnEmptyParagraphIsOneLineHigh) {
  for (const auto& spans :
       {std::vector<draw::TextSpan>{}, std::vector<draw::TextSpan>{{"", textStyle(12), ""}}}) {
    const auto block = testTypesetter().paragraph(spans, paragraphStyle(100));
    BOOST_TEST(block.lines.size() == 1U);
    BOOST_TEST(block.height == 12 * 1.35, boost::test_tools::tolerance(1e-9));
  }
  BOOST_TEST(testTypesetter().line("", textStyle(12)).width == 0);
}

BOOST_AUTO_TEST_CASE(LettersNoFontHasShowABoxAndKeepTheirText) {
  const std::string hieroglyph = "\U00013080";
  const auto line = testTypesetter().line("a" + hieroglyph + "b", textStyle(12));
  BOOST_TEST(hasMissingGlyph(line));
  BOOST_TEST(textOf(line) == "a" + hieroglyph + "b");
}

BOOST_AUTO_TEST_CASE(BrokenUtf8AndZeroBytesAreReplaced) {
  const auto line = testTypesetter().line(std::string_view("a\0b\xFF"
                                                           "c",
                                                           5),
                                          textStyle(12));
  BOOST_TEST(textOf(line) == "a\uFFFDb\uFFFDc");
}

BOOST_AUTO_TEST_CASE(ALineIsOneLineWhateverIsInIt) {
  const auto line = testTypesetter().line("a\nb\tc\u2028d\u2029e\r", textStyle(12));
  BOOST_TEST(textOf(line) == "a b c d e ");
}

BOOST_AUTO_TEST_CASE(SignsThatPeopleWriteAreThere) {
  for (const char* signs :
       {"Nguyễn Thị Ánh", "→ ← ↑ ↓ ↔", "☐ ☑ ✓ ✔ ★ ●", "– — … • “ ” ‘ ’ « »", "½ ⅓ ¼ ° ± × ÷ ≤ ≥ ≈ ∞ µ",
        "€ £ ₪ № ™ ©", "\u00A0\u202F\u2011", "♀ ♂ ♥", "王小明", "Gödel, Đorđević, Ştefan"})
    BOOST_TEST(!hasMissingGlyph(testTypesetter().line(signs, textStyle(12))), signs);
}

BOOST_AUTO_TEST_CASE(ASizeOfZeroIsHarmless) {
  BOOST_TEST(testTypesetter().line("Home", textStyle(0)).ascent == 0);
  BOOST_TEST(testTypesetter().paragraph({{"Home", textStyle(0), ""}}, paragraphStyle(10)).height == 0);
}

BOOST_AUTO_TEST_CASE(SoftHyphensShowOnlyWhereALineBreaks) {
  const std::string word = "Rücken\u00ADmuskulatur\u00ADentspannungs\u00ADübung";
  const auto whole = testTypesetter().line(word, textStyle(12));
  const auto plain = testTypesetter().line("Rückenmuskulaturentspannungsübung", textStyle(12));
  BOOST_TEST(std::abs(whole.width - plain.width) < 1);
  const auto broken =
      testTypesetter().paragraph({{word, textStyle(12), ""}}, paragraphStyle(130, draw::Align::left, "de"));
  BOOST_TEST(broken.lines.size() == 2U);
}

// Cutting a shaped text is quicker than laying it out, and must never look different.
BOOST_AUTO_TEST_CASE(AShapedTextBreaksAtEveryWidthAsAParagraphDoes) {
  const auto bold = textStyle(12, draw::Weight::semibold);
  const auto plain = textStyle(12);
  std::vector<std::vector<draw::TextSpan>> texts{
      {{kSentence, plain, ""}},
      {{"1  ", bold, ""}, {"Knees bent, feet hip-width apart; a well-known half-way-house.", plain, ""}},
      {{"Notice: ", bold, ""},
       {"AVATAR To We Ty  two spaces   three, \u201cquoted\u201d \u2014 dashed.", plain, ""}},
      {{"an address, ", plain, ""},
       {"https://example.org/a/very/long/way", plain, "https://example.org/"},
       {" behind", plain, ""}},
      {{"small and ", textStyle(9), ""},
       {"large in one line, with\u00A0hard\u00A0spaces and\u2003wide\u2003ones", textStyle(17), ""}},
      {{"Line one\nLine two\n\nLine four", plain, ""}},
      {{"R\u00FCcken\u00ADmuskulatur\u00ADentspannungs\u00AD\u00FCbung und mehr", plain, ""}},
      {{"shalom \u05D3\u05E0\u05D4 \u05DC\u05D5\u05D9 and on", plain, ""}},
      {{"no glyph for \U00013080 here", plain, ""}},
      {{"   spaces before and after   ", plain, ""}},
      {{"Ctrl\tTab", plain, ""}},
      {{"", plain, ""}},
      {}};
  for (const auto& sample : test::kScripts)
    texts.push_back({{std::string(sample.name) + "  ", bold, ""}, {sample.sentence, plain, ""}});
  for (const auto& spans : texts) {
    const auto shaped = testTypesetter().shaped(spans, "en");
    for (double width = 0; width < 420; width += 0.73) {
      const auto align = width < 200 ? draw::Align::left : draw::Align::centre;
      const auto wanted = testTypesetter().paragraph(spans, paragraphStyle(width, align));
      BOOST_REQUIRE(isSame(shaped->paragraph(width, 1.35, align), wanted));
    }
  }
}

BOOST_AUTO_TEST_CASE(EightScriptsAtSeveralSizesLookRight) {
  raster::Picture picture(1200, 880, 1.6, true, test::testFonts());
  double y = 12;
  picture.paint([&](draw::Canvas& canvas) {
    for (const double size : {9.0, 12.0, 18.0})
      for (const auto& sample : test::kScripts) {
        const auto block = testTypesetter().paragraph(
            {{std::string(sample.name) + "  ", textStyle(size, draw::Weight::semibold), ""},
             {sample.sentence, textStyle(size), ""}},
            paragraphStyle(710));
        block.draw(canvas, {20, y});
        y += block.height;
      }
  });
  test::savePng(picture, "text_scripts");
  BOOST_TEST(y < 550);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(FontLibrary)

BOOST_AUTO_TEST_CASE(EveryFontOfTheListIsThereAndTheFirstIsTheMainOne) {
  BOOST_TEST(test::testFonts()->size() == test::testFontRequests().size());
  BOOST_TEST(test::testFonts()->face(0).family == "Open Sans");
}

BOOST_AUTO_TEST_CASE(AMissingRequiredFontIsNamedWithItsPackage) {
  try {
    text::FontLibrary::load({{"Nowhere.ttf", "fonts-nowhere", "Nowhere", 400, false, true}},
                            text::systemFontFolders());
    BOOST_FAIL("nothing was thrown");
  } catch (const core::StorageError& e) {
    BOOST_TEST(e.message().id == "error.font");
    BOOST_TEST(e.message().args.at(0).value == "Nowhere.ttf");
    BOOST_TEST(e.message().args.at(1).value == "fonts-nowhere");
  }
}

BOOST_AUTO_TEST_CASE(AMissingFontThatIsNotRequiredIsLeftOut) {
  auto requests = test::testFontRequests();
  requests.push_back({"Nowhere.ttf", "fonts-nowhere", "Nowhere", 400, false, false});
  BOOST_TEST(text::FontLibrary::load(requests, text::systemFontFolders())->size() == requests.size() - 1);
}

BOOST_AUTO_TEST_CASE(TheFirstFolderWinsAndFoldersThatAreNotThereDoNotMatter) {
  const test::TemporaryFolder temporary;
  const auto own = temporary.path() / "deep" / "OpenSans-Regular.ttf";
  std::filesystem::create_directories(own.parent_path());
  std::filesystem::copy_file(test::testFonts()->face(0).file, own);
  std::vector<std::filesystem::path> folders{temporary.path() / "not there", temporary.path()};
  for (auto& folder : text::systemFontFolders()) folders.push_back(folder);
  BOOST_TEST(text::FontLibrary::load(test::testFontRequests(), folders)->face(0).file == own);
}

BOOST_AUTO_TEST_CASE(AFileThatIsNoFontIsReportedByName) {
  const test::TemporaryFolder temporary;
  std::ofstream(temporary.path() / "Broken.ttf") << "no font";
  const auto library = text::FontLibrary::load({{"Broken.ttf", "fonts-broken", "Broken", 400, false, true}},
                                               {temporary.path()});
  BOOST_CHECK_THROW(text::makeTypesetter(library), core::StorageError);
}

BOOST_AUTO_TEST_SUITE_END()

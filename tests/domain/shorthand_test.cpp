// The shorthand line over a small atlas; tests/content holds the shipped one to it.
#include "domain/shorthand.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "core/utf8.h"
#include "domain/region_names.h"
#include "support/throws.h"

using namespace unknot::domain;
using unknot::test::thrownBy;
namespace data = boost::unit_test::data;

namespace {

void addPair(std::vector<BodyRegion>& regions, const std::string& base, const std::string& code,
             const std::string& name, const std::string& anatomical, std::vector<std::string> aliases) {
  BodyRegion region;
  region.slug = base + "-l";
  region.base = base;
  region.name = name;
  region.anatomicalName = anatomical;
  region.code = code;
  region.aliases = std::move(aliases);
  regions.push_back(region);
  region.slug = base + "-r";
  region.side = Side::right;
  regions.push_back(region);
}

const BodyAtlas& atlas() {
  static const BodyAtlas s_atlas = [] {
    std::vector<BodyRegion> regions;
    addPair(regions, "ql", "QL", "Low back, side", "Quadratus lumborum", {});
    addPair(regions, "quad", "QU", "Front of thigh", "Quadriceps", {"quads"});
    addPair(regions, "trap-u", "UT", "Top of shoulder", "Upper trapezius", {"upper traps"});
    addPair(regions, "trap-m", "MT", "Between the shoulder blades", "Middle trapezius", {});
    addPair(regions, "rectus-u", "RU", "Upper belly", "Rectus abdominis, upper", {});
    addPair(regions, "delt", "DE", "Shoulder", "Deltoid", {});
    addPair(regions, "rotcuff", "RC", "Shoulder blade", "Rotator cuff", {"scapula"});
    addPair(regions, "hipflex", "HF", "Front of hip", "Hip flexors (iliopsoas)", {"psoas"});
    addPair(regions, "itb", "ITB", "Outer thigh", "Iliotibial band", {"it-band"});
    addPair(regions, "back", "RB", "Rücken", "Dorsum", {});
    return BodyAtlas({}, std::move(regions));
  }();
  return s_atlas;
}

std::vector<ShorthandEntry> parsed(std::string_view line) {
  return parseShorthand(atlas(), line);
}

ShorthandEntry one(std::string_view line) {
  const auto entries = parsed(line);
  BOOST_REQUIRE_EQUAL(entries.size(), 1u);
  return entries.front();
}

std::string regionOf(std::string_view line) {
  return one(line).regions.front();
}

std::string faultOf(std::string_view line) {
  return thrownBy<unknot::core::InputError>([&] { parsed(line); });
}

// What a line makes of a session, printed again.
std::string after(SessionContent& content, std::string_view line) {
  for (const auto& entry : parsed(line)) apply(content, entry);
  std::string text;
  for (const auto& finding : content.findings)
    text += (text.empty() ? "" : "; ") + printShorthand(atlas(), finding);
  return text;
}

std::string after(std::string_view line) {
  SessionContent content;
  return after(content, line);
}

struct Case {
  std::string line;
  std::string expected;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.line; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ShorthandTest)

BOOST_AUTO_TEST_CASE(ALineIsAWholeFinding) {
  const auto entry = one("l ql 3>1 C AP \"ticklish\"");
  ShorthandEntry expected;
  expected.regions = {"ql-l"};
  expected.before = Tension(3);
  expected.after = Tension(1);
  expected.findings.contracted = true;
  expected.techniques.assistedPandiculation = true;
  expected.note = "ticklish";
  BOOST_TEST((entry == expected));
}

const std::vector<Case> kReadAs{
    {"l ql 3", "L QL 3"},
    {"l ql >1", "L QL >1"},
    {"r ql 0>0", "R QL 0>0"},
    {"lr ql 3>1", "L QL 3>1; R QL 3>1"},
    {"Left QL 2", "L QL 2"},
    {"RIGHT ql 2", "R QL 2"},
    {"both ql 2", "L QL 2; R QL 2"},
    {"l ql 3 > 1", "L QL 3>1"},
    {"l ql 3> 1", "L QL 3>1"},
    {"l ql 3 >1", "L QL 3>1"},
    {"l ql 3→1", "L QL 3>1"},
    {"l ql → 1", "L QL >1"},
    {"l ql 3 C >1", "L QL 3>1 C"},
    {"l ql ap c \"x\" 3>1 mw n", "L QL 3>1 C N MW AP \"x\""},
    {"l ql c c", "L QL C"},
    {"l ql 3>1, C, AP", "L QL 3>1 C AP"},
    {"\tl\xC2\xA0ql  3 ", "L QL 3"},
    {"l ql M N C KM MW AP", "L QL C M N MW KM AP"},
    {"l ql 3; r ut >2 ; lr de C", "L QL 3; R UT >2; L DE C; R DE C"},
    {"l ql 3; l ql C; l ql >1", "L QL 3>1 C"},
    {";; l ql 3 ;", "L QL 3"},
    {"l ql 3\"a\"C", "L QL 3 C \"a\""},
    {"l ql “said \"no\"”", "L QL \"said \\\"no\\\"\""},
    {"l ql \"said “no”\"", "L QL \"said “no”\""},
    {"l ql „nein“", "L QL \"nein\""},
    {"l ql ”nej”", "L QL \"nej\""},
    {"l ql “a \\” b”", "L QL \"a ” b\""},
    {R"(l ql "a;b\\c\n\"d\"")", R"(L QL "a;b\\c\n\"d\"")"},
    {R"(l ql "\r\t")", R"(L QL "\r\t")"},
    {"l ql \"a\nb\"", R"(L QL "a\nb")"},
    {"l ql -", ""},
    {"", ""},
    {"   ", ""},
    {" ; ", ""},
};
BOOST_DATA_TEST_CASE(IsReadAs, data::make(kReadAs)) {
  BOOST_TEST(after(sample.line) == sample.expected);
}

const std::vector<Case> kRegions{
    {"ql", "ql-l"},
    {"QL", "ql-l"},
    {"quadra", "ql-l"},
    {"quadri", "quad-l"},
    {"Low back, side", "ql-l"},
    {"low-back", "ql-l"},
    {"upper trap", "trap-u-l"},
    {"up tr", "trap-u-l"},
    {"upper b", "rectus-u-l"},
    {"Shoulder", "delt-l"},
    {"shoulder b", "rotcuff-l"},
    {"Hip flexors (iliopsoas)", "hipflex-l"},
    {"hip flexors iliopsoas", "hipflex-l"},
    {"psoas", "hipflex-l"},
    {"it band", "itb-l"},
    {"it", "itb-l"},
    {"Rü", "back-l"},
    {"m", "trap-m-l"},
};
BOOST_DATA_TEST_CASE(RegionIsFound, data::make(kRegions)) {
  BOOST_TEST(regionOf("l " + sample.line + " 3") == sample.expected);
}

const std::vector<Case> kFaults{
    {"ql 3", "shorthand.side place=1"},
    {"3>1", "shorthand.side place=1"},
    {"“x” l ql", "shorthand.side place=1"},
    {"l ql 3; ql 2", "shorthand.side place=9"},
    {"l", "shorthand.regionMissing place=2"},
    {"l 3", "shorthand.regionMissing place=3"},
    {"l -", "shorthand.regionMissing place=3"},
    {"l ql", "shorthand.nothing region=QL place=5"},
    {"l ql ; r ql 2", "shorthand.nothing region=QL place=6"},
    {"l qr 3", "shorthand.regionNear words=qr near=QL (Low back, side), QU (Front of thigh) place=3"},
    {"l upper tarp 3", "shorthand.regionNear words=upper tarp near=UT (Upper trapezius) place=3"},
    {"l trapezius 3",
     "shorthand.regionNear words=trapezius near=UT (Upper trapezius), MT (Middle trapezius) place=3"},
    {"l sholder 3", "shorthand.regionNear words=sholder near=DE (Shoulder), RC (Shoulder blade) place=3"},
    {"l houlder blade 3",
     "shorthand.regionNear words=houlder blade near=RC (Shoulder blade) "
     "place=3"},
    {"l qudratus 3", "shorthand.regionNear words=qudratus near=QL (Quadratus lumborum) place=3"},
    {"l qr ticklish", "shorthand.regionNear words=qr near=QL (Low back, side), QU (Front of thigh) place=3"},
    {"l ql3", "shorthand.regionNear words=ql3 near=QL (Low back, side) place=3"},
    {"l kidney 3", "shorthand.regionUnknown place=3"},
    {"l ... 3", "shorthand.regionUnknown place=3"},
    {"l upper 3",
     "shorthand.ambiguous words=upper candidates=UT (Upper trapezius), RU (Upper belly) place=3"},
    {"l quad 3",
     "shorthand.ambiguous words=quad candidates=QL (Quadratus lumborum), QU (Quadriceps) place=3"},
    {"l ql ticklish", "shorthand.word region=QL place=6"},
    {"l ql 3>1 ticklish", "shorthand.word region=QL place=10"},
    {"l shoulder tender 3", "shorthand.word region=DE place=12"},
    {"l Rü ücht", "shorthand.word region=RB place=6"},
    {"l ql 3 r ut 2", "shorthand.nextEntry place=8"},
    {"l ql r ut 2", "shorthand.nextEntry place=6"},
    {"l ql 5", "shorthand.level place=6"},
    {"l ql 3>5", "shorthand.level place=8"},
    {"l ql 31", "shorthand.level place=6"},
    {"l ql 3.5", "shorthand.level place=6"},
    {"l ql -1", "shorthand.level place=6"},
    {"l ql 2weeks", "shorthand.level place=6"},
    {"l ql 3>", "shorthand.levelMissing place=8"},
    {"l ql 3> C", "shorthand.levelMissing place=9"},
    {"l ql 3 1", "shorthand.levelTwice place=8"},
    {"l ql 3>1>2", "shorthand.levelTwice place=9"},
    {"l ql - 3", "shorthand.clear place=8"},
    {"l ql 3 -", "shorthand.clear place=8"},
    {"l ql - -", "shorthand.clear place=8"},
    {"l ql \"ü\" \"b\"", "shorthand.noteTwice place=10"},
    {"l ql \"open", "shorthand.quote place=6"},
    {"l ql \"open\\\"", "shorthand.quote place=6"},
    {"l ql “open\"", "shorthand.quote place=6"},
    {"l ql \"a\\", "shorthand.escape place=8"},
    {"l ql \"ü\\x\"", "shorthand.escape place=8"},
    {"l ql \"ü\x01\"", "shorthand.character place=8"},
    {"l ql \"\xFF\"", "shorthand.character place=6"},
};
BOOST_DATA_TEST_CASE(FaultSaysWhatAndWhere, data::make(kFaults)) {
  BOOST_TEST(faultOf(sample.line) == sample.expected);
}

BOOST_AUTO_TEST_CASE(TheFirstFaultFromTheLeftIsNamed) {
  BOOST_TEST(faultOf("l kidney \"open") == "shorthand.regionUnknown place=3");
  BOOST_TEST(faultOf("l ql 7 \"open") == "shorthand.level place=6");
}

BOOST_AUTO_TEST_CASE(WhatMayBeANoteIsNotRepeated) {
  for (const auto* line : {"l ql ticklish", "l ql 3 ticklish", "l ticklishness", "ticklish on the left",
                           "l ql 3ticklish", "l qr ticklish", "l ql \"ticklish", "l ql \"ticklish\\x\""}) {
    const auto fault = faultOf(line);
    BOOST_TEST(!fault.empty(), line);
    BOOST_TEST(fault.find("ticklish") == std::string::npos, fault);
  }
}

BOOST_AUTO_TEST_CASE(OneFaultInALineMeansNothingIsApplied) {
  SessionContent content;
  BOOST_TEST(after(content, "l ql 3") == "L QL 3");
  BOOST_CHECK_THROW(after(content, "l ql 1; r ut 2; l de 5"), unknot::core::InputError);
  BOOST_TEST(after(content, "") == "L QL 3");
}

BOOST_AUTO_TEST_CASE(LevelsReplaceFindingsAndTechniquesAreAdded) {
  SessionContent content;
  BOOST_TEST(after(content, "l ql 3>2 C MW \"hard\"") == "L QL 3>2 C MW \"hard\"");
  BOOST_TEST(after(content, "l ql >1 N AP") == "L QL 3>1 C N MW AP \"hard\"");
  BOOST_TEST(after(content, "l ql 4 \"soft\"") == "L QL 4>1 C N MW AP \"soft\"");
  BOOST_TEST(after(content, "l ql \"\"") == "L QL 4>1 C N MW AP");
  BOOST_TEST(after(content, "r ql 2") == "L QL 4>1 C N MW AP; R QL 2");
  BOOST_TEST(after(content, "lr ql -") == "");
}

BOOST_AUTO_TEST_CASE(TakingAwayTheLastNoteEmptiesTheRegion) {
  SessionContent content;
  after(content, "l ql \"hard\"");
  BOOST_TEST(content.findings.size() == 1u);
  after(content, "l ql \"\"");
  BOOST_TEST(content.findings.empty());
}

BOOST_AUTO_TEST_CASE(EachDashEmpties) {
  for (const auto* dash : {"-", "–", "—", "−"}) {
    const auto entry = one(std::string("l ql ") + dash);
    BOOST_TEST(entry.clear, dash);
  }
}

BOOST_AUTO_TEST_CASE(AHyphenInAWordDoesNotEmpty) {
  BOOST_TEST(faultOf("l ql-") == "shorthand.nothing region=QL place=6");
}

BOOST_AUTO_TEST_CASE(AnEmptyFindingIsPrintedAsADash) {
  BOOST_TEST(printShorthand(atlas(), {"ql-r", {}, {}, {}, {}, ""}) == "R QL -");
  BOOST_TEST(thrownBy([] {
               printShorthand(atlas(), {"tail-l", {}, {}, {}, {}, ""});
             }) == "error.region field=region value=tail-l");
}

BOOST_AUTO_TEST_CASE(ANoteIsAsLongAsASessionKeeps) {
  const std::string longest(unknot::core::kTextLimit, 'x');
  BOOST_TEST(one("l ql \"" + longest + "\"").note->size() == longest.size());
  BOOST_TEST(faultOf("l ql \"" + longest + "x\"") == "shorthand.noteLong place=6");
}

BOOST_AUTO_TEST_CASE(AVeryLongLineIsAFaultLikeAnyOther) {
  std::string words = "l";
  for (int i = 0; i < 20000; ++i) words += " spleen";
  BOOST_TEST(faultOf(words) == "shorthand.regionUnknown place=3");
  BOOST_TEST(faultOf("l " + std::string(200000, 'q')) == "shorthand.regionUnknown place=3");
}

BOOST_AUTO_TEST_CASE(WhateverIsTypedIsReadOrRefusedAtAPlaceInTheLine) {
  constexpr std::array kPieces{"l",  "r",   "lr",       "ql",   "qr", "upper", "trap", "3",   "0", "9",
                               ">",  "→",   "C",        "mw",   "-",  "—",     ";",    "\"",  "“", "”",
                               "\\", "\\n", "\xC2\xA0", "\xE2", "ü",  "(",     ",",    "\x7F"};
  std::mt19937 random(20261122);
  const auto below = [&](std::size_t count) { return std::size_t{random()} % count; };
  int read = 0;
  int refused = 0;
  for (int i = 0; i < 50000; ++i) {
    std::string line = below(2) == 0 ? "l ql 3" : "";
    for (std::size_t n = below(12); n > 0; --n) {
      line += kPieces.at(below(kPieces.size()));
      if (below(3) > 0) line += ' ';
    }
    const auto typed = regionBeingTyped(line);
    BOOST_REQUIRE((typed.empty() || (typed.data() >= line.data() &&
                                     typed.data() + typed.size() <= line.data() + line.size())));
    try {
      SessionContent content;
      const auto printed = after(content, line);
      SessionContent again;
      BOOST_REQUIRE_EQUAL(after(again, printed), printed);
      ++read;
    } catch (const unknot::core::InputError& error) {
      const auto& args = error.message().args;
      BOOST_REQUIRE(error.message().id.starts_with("shorthand.") && args.back().name == "place");
      const auto place = std::stoul(args.back().value);
      BOOST_REQUIRE(place >= 1 && place <= unknot::core::codePointCount(line) + 1);
      ++refused;
    }
  }
  BOOST_TEST(read > 1000);
  BOOST_TEST(refused > 1000);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(RegionNamesTest)

namespace {

std::string suggested(std::string_view words) {
  std::string list;
  for (const auto& [region, name] : regionsBeginning(atlas(), words))
    list += (list.empty() ? "" : ", ") + region->slug + " " + std::string(name);
  return list;
}

}  // namespace

BOOST_AUTO_TEST_CASE(SuggestionsComeOnceForBothSidesBestFirst) {
  BOOST_TEST(suggested("shoulder") == "delt-l Shoulder, rotcuff-l Shoulder blade");
  BOOST_TEST(suggested("ql") == "ql-l Low back, side");
  BOOST_TEST(suggested("q") == "ql-l Quadratus lumborum, quad-l Quadriceps");
  BOOST_TEST(suggested("up t") == "trap-u-l Upper trapezius");
  BOOST_TEST(suggested("u") == "trap-u-l Upper trapezius, rectus-u-l Upper belly");
  BOOST_TEST(suggested("itb") == "itb-l Outer thigh");
  BOOST_TEST(suggested("") == "");
  BOOST_TEST(suggested(" -") == "");
  BOOST_TEST(suggested("xyz") == "");
}

const std::vector<Case> kTyped{
    {"l upper tr", "upper tr"},
    {"l upper ", "upper"},
    {"l u", "u"},
    {"r ql 3; lr low back", "low back"},
    {"l C", "C"},
    {"l", ""},
    {"l ", ""},
    {"u", ""},
    {"upper trap", ""},
    {"l ql 3", ""},
    {"l ql C", ""},
    {"l ql C de", ""},
    {"l ql -", ""},
    {"l ql;", ""},
    {"l ql \"up", ""},
    {"l ql \"up\" sh", ""},
    {"", ""},
};
BOOST_DATA_TEST_CASE(TheRegionBeingTyped, data::make(kTyped)) {
  BOOST_TEST(regionBeingTyped(sample.line) == sample.expected);
}

BOOST_AUTO_TEST_SUITE_END()

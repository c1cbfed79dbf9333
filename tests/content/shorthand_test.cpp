// The shorthand line over the shipped atlas: every region can be typed, and what is printed reads back the
// same.
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "content/atlas_loader.h"
#include "core/error.h"
#include "core/utf8.h"
#include "domain/region_names.h"
#include "domain/shorthand.h"
#include "scratch.h"

using namespace unknot;
using namespace unknot::domain;

namespace {

const BodyAtlas& shipped() {
  static const BodyAtlas s_atlas = [] {
    std::vector<content::Problem> problems;
    auto loaded = content::loadAtlases(tests::shippedFolders(), problems).of(BodyBuild::medium);
    BOOST_REQUIRE(problems.empty());
    BOOST_REQUIRE_EQUAL(loaded.regions().size(), 90u);
    return loaded;
  }();
  return s_atlas;
}

std::vector<RegionFinding> readBack(std::string_view line) {
  SessionContent content;
  for (const auto& entry : parseShorthand(shipped(), line)) apply(content, entry);
  return content.findings;
}

std::vector<std::string> namesOf(const BodyRegion& region) {
  std::vector<std::string> names{region.name, region.anatomicalName};
  names.insert(names.end(), region.aliases.begin(), region.aliases.end());
  return names;
}

std::string words(std::string_view text) {
  std::string result;
  for (auto word = nextWord(text); !word.empty(); word = nextWord(text))
    for (const char c : std::string(word) + " ")
      result += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return result;
}

std::optional<Tension> level(int index) {
  return index == 0 ? std::nullopt : std::optional(Tension(index - 1));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ShorthandOfTheShippedAtlas)

BOOST_AUTO_TEST_CASE(EveryFindingThatIsPrintedReadsBackTheSame) {
  constexpr int kLevels = 6;  // none, and 0 to 4
  std::size_t count = 0;
  for (const auto& region : shipped().regions())
    for (int before = 0; before < kLevels; ++before)
      for (int after = 0; after < kLevels; ++after)
        for (unsigned marks = 0; marks < 64; ++marks) {
          const RegionFinding finding{region.slug,
                                      level(before),
                                      level(after),
                                      {(marks & 1U) != 0, (marks & 2U) != 0, (marks & 4U) != 0},
                                      {(marks & 8U) != 0, (marks & 16U) != 0, (marks & 32U) != 0},
                                      {}};
          const auto line = printShorthand(shipped(), finding);
          const auto read = readBack(line);
          if (finding.isEmpty() ? !read.empty() : read != std::vector{finding}) BOOST_ERROR(line);
          ++count;
        }
  BOOST_TEST(count == 90u * 36 * 8 * 8);
}

BOOST_AUTO_TEST_CASE(AnyNoteReadsBackTheSame) {
  const std::vector<std::string> notes{
      "ticklish",
      "\"",
      "\\",
      "\\\"",
      "\"\"\\\\",
      "ends in \\",
      "\\n is no new line",
      "two\nlines\n",
      "\r\n\t",
      "; r ql 4",
      ";;\";\"",
      "“he said” „so“ ‘x’",
      "3→1 C AP -",
      " blank at both ends \xC2\xA0",
      "Zoë, Straße, łydka, 腰方形肌, 🙂‍↔️",
      "רגיש מאוד",
      "\u202Bحساس \"جدا\"\u202C",
      "\uFEFFe\u0301\u0085\u2028",
  };
  for (const auto& region : shipped().regions())
    for (const auto& note : notes)
      for (const bool more : {false, true}) {
        RegionFinding finding{region.slug, {}, {}, {}, {}, note};
        if (more) {
          finding.before = Tension(3);
          finding.techniques.assistedPandiculation = true;
        }
        const auto line = printShorthand(shipped(), finding);
        BOOST_TEST(line.find('\n') == std::string::npos);
        const bool same = readBack(line + " ; " + line) == std::vector{finding};
        BOOST_TEST(same, line);
      }
}

BOOST_AUTO_TEST_CASE(TheLongestNoteReadsBackTheSame) {
  const RegionFinding finding{"ql-l", {}, {}, {}, {}, std::string(core::kTextLimit, '"')};
  BOOST_TEST((readBack(printShorthand(shipped(), finding)) == std::vector{finding}));
}

BOOST_AUTO_TEST_CASE(AWholeSessionReadsBackFromOneLine) {
  SessionContent content;
  std::string line;
  for (const auto& region : shipped().regions()) {
    setFinding(content, {region.slug, Tension(2), {}, {true, false, false}, {}, "; \"" + region.name + "\""});
    line += printShorthand(shipped(), content.findings.back()) + ";";
  }
  BOOST_TEST((readBack(line) == content.findings));
}

BOOST_AUTO_TEST_CASE(EveryRegionIsReachedByItsCodeAndEachOfItsNames) {
  for (const auto& region : shipped().regions()) {
    auto names = namesOf(region);
    names.push_back(region.code);
    for (const auto& name : names) {
      const std::string line = (region.side == Side::left ? "l " : "r ") + name + " 3";
      try {
        const auto read = readBack(line);
        BOOST_REQUIRE_EQUAL(read.size(), 1u);
        BOOST_TEST(read.front().region == region.slug, line);
      } catch (const core::InputError& error) {
        BOOST_ERROR(line << ": " << error.what());
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(NoNameStandsForTwoRegions) {
  std::map<std::string, std::string> owners;
  for (const auto& region : shipped().regions())
    for (const auto& name : namesOf(region)) {
      const auto [owner, added] = owners.emplace(words(name), region.base);
      BOOST_TEST(owner->second == region.base, "“" << name << "”: " << owner->second << ", " << region.base);
    }
}

// Where a name is another region's code, the code would win.
BOOST_AUTO_TEST_CASE(NoCodeIsAWordOfTheLineOrANameOfAnotherRegion) {
  std::set<std::string> taken{"c ", "m ", "n ", "mw ", "km ", "ap ", "l ", "r ", "lr "};
  for (const auto& region : shipped().regions()) {
    BOOST_TEST(!taken.contains(words(region.code)), region.code);
    for (const auto& other : shipped().regions())
      for (const auto& name : namesOf(other))
        BOOST_TEST((other.base == region.base || words(name) != words(region.code)),
                   region.code << " " << name);
  }
}

BOOST_AUTO_TEST_CASE(EveryFaultHasASentenceThatNeedsNoMoreThanItGets) {
  const auto content = content::Content::load(tests::shippedFolders());
  const auto& english = content.words("en");
  std::set<std::string> seen;
  for (const char* line :
       {"ql 3", "l", "l qr 3", "l kidney 3", "l upper 3", "l ql", "l ql 5", "l ql 3>", "l ql 3 1", "l ql foo",
        "l ql 3 r ut 2", "l ql - 3", "l ql \"a\" \"b\"", "l ql \"a", "l ql \"\\x\"", "l ql \"\x01\""}) {
    try {
      parseShorthand(shipped(), line);
      BOOST_ERROR(line << " is no fault");
    } catch (const core::InputError& error) {
      const auto sentence = english.say(error.message());
      BOOST_TEST(english.has(error.message().id), error.message().id);
      BOOST_TEST(sentence.find('{') == std::string::npos, sentence);
      BOOST_TEST(!tests::argOf(error.message(), "place").empty());
      seen.insert(error.message().id);
      BOOST_TEST_MESSAGE(line << "\n    " << sentence);
    }
  }
  std::set<std::string> known{"shorthand.noteLong"};
  for (const auto& id : seen) known.insert(id);
  for (const auto& [id, entry] : english.entries())
    if (id.starts_with("shorthand.")) BOOST_TEST(known.contains(id), id << " is never said");
}

BOOST_AUTO_TEST_CASE(TheExamplesOfTheReadmeCanBeTyped) {
  std::ifstream in(std::filesystem::path(UNKNOT_SOURCE_DIR) / "data/README.md");
  int examples = 0;
  bool within = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("**")) within = line.starts_with("**Shorthand.**");
    if (!within || !line.starts_with("| `")) continue;
    const auto example = line.substr(3, line.find("` |") - 3);
    BOOST_CHECK_NO_THROW(parseShorthand(shipped(), example));
    ++examples;
  }
  BOOST_TEST(examples == 7);
}

BOOST_AUTO_TEST_SUITE_END()

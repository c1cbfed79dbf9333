// Whether left and right of a text agree with the map: by sentences as they are typed (side_sentences.tsv,
// and side_sentences_held_out.tsv, which nobody looks at while changing the rules), and by every word of the
// atlas.
#include "domain/side_guard.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "content/atlas_loader.h"
#include "core/utf8.h"

using namespace unknot;
using domain::SessionContent;
using domain::Side;
using domain::SideGuard;

namespace {

const std::filesystem::path kSource = UNKNOT_SOURCE_DIR;

const domain::BodyAtlas& atlas() {
  static const domain::BodyAtlas shipped = [] {
    std::vector<content::Problem> problems;
    return content::loadAtlases({kSource / "data", kSource / "templates", {}}, problems)
        .of(domain::BodyBuild::medium);
  }();
  return shipped;
}

const SideGuard& guard() {
  static const SideGuard made(atlas());
  return made;
}

std::vector<std::string> split(const std::string& line, char by) {
  std::vector<std::string> parts;
  std::istringstream stream(line);
  for (std::string part; std::getline(stream, part, by);) parts.push_back(part);
  return parts;
}

SessionContent holding(const std::vector<std::string>& regions) {
  SessionContent content;
  for (const auto& region : regions) {
    domain::RegionFinding finding;
    finding.region = atlas().require("region", region).slug;
    finding.before = domain::Tension(3);
    content.findings.push_back(finding);
  }
  return content;
}

// "ham-r,ql-l"; "-" for none. Of `asked`: what the questions say is not on the map.
std::string sorted(std::vector<std::string> slugs) {
  std::sort(slugs.begin(), slugs.end());
  std::string all;
  for (const auto& slug : slugs) all += (all.empty() ? "" : ",") + slug;
  return all.empty() ? "-" : all;
}

std::string asked(const std::vector<std::string>& held, std::string_view text) {
  std::vector<std::string> said;
  for (const auto& question : guard().questions(holding(held), text)) said.push_back(question.said);
  return sorted(said);
}

// The form with its first "%" filled by `word` and its "$" by `side`.
std::string filled(std::string form, std::string_view word, std::string_view side) {
  form.replace(form.find('%'), 1, word);
  return form.replace(form.find('$'), 1, side);
}

struct Rates {
  int questions = 0;  // sentences that deserve one
  int found = 0;
  int quiet = 0;  // sentences that deserve none
  int falseAlarms = 0;
  std::vector<std::string> misses;

  double foundShare() const { return static_cast<double>(found) / questions; }
  double falseShare() const { return static_cast<double>(falseAlarms) / quiet; }
};

std::ostream& operator<<(std::ostream& out, const Rates& rates) {
  return out << rates.found << " of " << rates.questions << " found, " << rates.falseAlarms
             << " false alarms in " << rates.quiet << "\n";
}

Rates ratesOf(const std::string& file) {
  Rates rates;
  std::ifstream stream(kSource / "tests/content" / file);
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with('#')) continue;
    const auto fields = split(line, '\t');
    BOOST_REQUIRE_MESSAGE(fields.size() == 3, file << ": " << line);
    const std::string said = asked(split(fields[0], ','), fields[2]);
    const bool right = said == sorted(split(fields[1], ','));
    if (fields[1] == "-") {
      ++rates.quiet;
      rates.falseAlarms += right ? 0 : 1;
    } else {
      ++rates.questions;
      rates.found += right ? 1 : 0;
    }
    if (!right) rates.misses.push_back(line.append("  <- ").append(said));
  }
  return rates;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(SideGuardTest)

BOOST_AUTO_TEST_CASE(OfTheSentencesNearlyAllSlipsAreFoundAndHardlyAnyQuestionIsAskedForNothing) {
  const Rates tuned = ratesOf("side_sentences.tsv");
  const Rates heldOut = ratesOf("side_sentences_held_out.tsv");
  std::cout << "sentences: " << tuned << "held out: " << heldOut << "first misses, then what was asked:\n";
  for (std::size_t i = 0; i < std::min<std::size_t>(tuned.misses.size(), 10); ++i)
    std::cout << "  " << tuned.misses[i] << "\n";
  BOOST_TEST(tuned.questions >= 240);
  BOOST_TEST(tuned.quiet >= 240);
  BOOST_TEST(tuned.foundShare() >= .95);
  BOOST_TEST(heldOut.foundShare() >= .85);
  const double falseShare =
      static_cast<double>(tuned.falseAlarms + heldOut.falseAlarms) / (tuned.quiet + heldOut.quiet);
  BOOST_TEST(falseShare < .02);
}

BOOST_AUTO_TEST_CASE(EveryWordOfEveryRegionIsUnderstoodOnBothSides) {
  for (const auto& region : atlas().regions()) {
    std::vector<std::string> words{region.name, region.anatomicalName, region.code};
    words.insert(words.end(), region.aliases.begin(), region.aliases.end());
    words.insert(words.end(), region.everyday.begin(), region.everyday.end());
    const std::string side(domain::toString(region.side));
    const std::vector<std::string> held{atlas().mirror(region)->slug};
    for (const auto& word : words) {
      std::vector<std::string> forms{"% on the $", "% ($) 3"};
      // "Right between the shoulder blades" is no side.
      if (!word.starts_with("Between") && !word.starts_with("between") && !word.starts_with("Along"))
        forms.insert(forms.end(), {"$ %", "AP for the $ %, slowly"});
      for (const auto& form : forms) {
        const std::string text = filled(form, word, side);
        BOOST_TEST(asked(held, text) == region.slug, text << ": " << asked(held, text));
        BOOST_TEST(asked({region.slug}, text) == "-", text);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(TheShorthandIsUnderstoodInSmallLettersToo) {
  for (const auto& region : atlas().regions()) {
    std::string code = region.code;
    for (char& c : code) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    const std::string text = filled("$ % 3>1", code, region.side == Side::left ? "l" : "r");
    BOOST_TEST(asked({atlas().mirror(region)->slug}, text) == region.slug, text);
  }
}

// "so" is a word, "SO" the suboccipitals.
BOOST_AUTO_TEST_CASE(ACodeThatIsAWordIsOneOnlyInCapitals) {
  BOOST_TEST(asked({"subocc-r"}, "tired of the left so we stopped") == "-");
  BOOST_TEST(asked({"subocc-r"}, "tired, left SO") == "subocc-l");
}

BOOST_AUTO_TEST_CASE(ASideBelongsToItsOwnSentenceWithOrWithoutABlankAfterThePeriod) {
  BOOST_TEST(asked({"ql-r", "delt-l"}, "Left shoulder fine.QL 3") == "-");
  BOOST_TEST(asked({"ql-r"}, "All soft.Left QL too, now.") == "ql-l");
  BOOST_TEST(asked({"ql-r"}, "Worse on the L. QL 3") == "-");
  BOOST_TEST(asked({"ql-r"}, "L. QL 3") == "ql-l");
}

BOOST_AUTO_TEST_CASE(AWordForSeveralRegionsIsAskedOnlyWhenNoneOfThemIsOnTheMapOnThatSide) {
  BOOST_TEST(asked({"glmed-r"}, "Left hip sore.") == "glmed-l");
  BOOST_TEST(asked({"glmed-r", "tfl-l"}, "Left hip sore.") == "-");
  BOOST_TEST(asked({"glmed-r", "ql-l"}, "Left hip sore.") == "glmed-l");
  BOOST_TEST(asked({"knee-r"}, "Left hip sore.") == "-");
}

BOOST_AUTO_TEST_CASE(OfSeveralOnTheOtherSideTheOneThatWasPutFirstIsNamed) {
  BOOST_TEST(asked({"glmed-r", "tfl-r"}, "Left hip sore.") == "glmed-l");
  BOOST_TEST(asked({"tfl-r", "glmed-r"}, "Left hip sore.") == "tfl-l");
}

BOOST_AUTO_TEST_CASE(AQuestionTellsWhereItStandsAndWhatItHeard) {
  const std::string text =
      "Schön ist’s – left\u00A0QL hard. “Hip pain (left)”, and calf still hard to reach on the left.";
  const auto questions = guard().questions(holding({"ql-r", "glmax-r", "calf-r"}), text);
  BOOST_REQUIRE(questions.size() == 3U);
  BOOST_TEST(questions[0].heard == "left\u00A0QL");
  BOOST_TEST(questions[0].said == "ql-l");
  BOOST_TEST(questions[0].held == "ql-r");
  BOOST_TEST(text.substr(questions[0].at, questions[0].length) == questions[0].heard);
  BOOST_TEST(questions[1].heard == "Hip pain (left)");
  BOOST_TEST(questions[2].heard == "calf … left");
  BOOST_TEST(text.substr(questions[2].at, questions[2].length) == "calf still hard to reach on the left");
}

BOOST_AUTO_TEST_CASE(ARegionIsAskedForOnceInAText) {
  BOOST_TEST(guard().questions(holding({"ql-r"}), "Left QL 3. Left QL soft. QL on the left!").size() == 1U);
}

BOOST_AUTO_TEST_CASE(APointMarkIsOnTheMapAndAnEmptyFindingIsNot) {
  SessionContent content = holding({"ql-r"});
  BOOST_TEST(guard().questions(content, "left QL").size() == 1U);
  content.points.push_back({"ql-l", domain::BodyView::back, domain::PointKind::tender, 500, 500, 0, 0, ""});
  BOOST_TEST(guard().questions(content, "left QL").empty());
  content.findings.clear();
  BOOST_TEST(guard().questions(content, "right QL").size() == 1U);
  content.points.clear();
  content.findings.push_back({"ql-r", {}, {}, {}, {}, ""});
  BOOST_TEST(guard().questions(content, "left QL").empty());
}

BOOST_AUTO_TEST_CASE(WithoutMapTextOrAtlasThereIsNothingToAsk) {
  BOOST_TEST(guard().questions({}, "left QL").empty());
  BOOST_TEST(guard().questions(holding({"ql-r"}), "").empty());
  BOOST_TEST(SideGuard(domain::BodyAtlas()).questions(holding({"ql-r"}), "left QL").empty());
}

// Eight made-up clients whose charts are right: each question there would be a false alarm.
BOOST_AUTO_TEST_CASE(TheDemoPracticeRaisesNoQuestion) {
  int texts = 0;
  for (const auto& file : std::filesystem::directory_iterator(kSource / "data/demo")) {
    if (file.path().extension() != ".json" || file.path().stem() == "practice") continue;
    std::ifstream stream(file.path());
    const auto client = nlohmann::json::parse(stream);
    for (const auto& entry : client.at("sessions")) {
      const auto& session = entry.at("session");
      std::vector<std::string> held;
      std::vector<std::string> said;
      for (const auto& finding : session.value("findings", nlohmann::json::array())) {
        held.push_back(finding.at("region"));
        said.push_back(finding.value("note", ""));
      }
      for (const auto* field : {"theirWords", "postureAndGait", "work", "response", "nextTime"})
        said.push_back(session.value(field, ""));
      for (const auto& text : said) {
        BOOST_TEST(asked(held, text) == "-", text);
        texts += text.empty() ? 0 : 1;
      }
    }
  }
  BOOST_TEST(texts > 200);
}

BOOST_AUTO_TEST_CASE(AnythingTypedIsReadWithoutHarmAndPlacesAreWholeWords) {
  const std::vector<std::string> pieces{
      "left",   "right",     "L",    "r.",     "QL",  "hip", "shoulder blade",
      "of the", "front of",  " ",    ", ",     ". ",  "(",   ")",
      "/",      ">",         "-",    "’",      "…",   "\n",  "ü",
      "\xC3",   "\xE2\x80",  "\xFF", "3",      "3>1", "'",   "and",
      "no",     "last time", "my",   "on the", "side"};
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> any(0, pieces.size() - 1);
  SessionContent content;
  for (const auto& region : atlas().regions())
    if (region.side == Side::right) content.findings.push_back(holding({region.slug}).findings.front());
  std::size_t questions = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += pieces[any(random)] + (any(random) % 2 == 0 ? " " : "");
    for (const auto& question : guard().questions(content, text)) {
      ++questions;
      BOOST_REQUIRE(question.length > 0);
      BOOST_REQUIRE(question.at + question.length <= text.size());
      if (core::isValidUtf8(text)) BOOST_REQUIRE(core::isValidUtf8(question.heard));
    }
  }
  BOOST_TEST(questions > 100U);
}

// A text of one endless sentence must not cost its length squared: this one would then take minutes.
BOOST_AUTO_TEST_CASE(ALongTextIsReadInOneGo) {
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += "no pain in the left hip of the right ";
  BOOST_TEST(guard().questions(holding({"glmed-r"}), text).empty());
}

BOOST_AUTO_TEST_SUITE_END()

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

#include "content/session_lists_loader.h"
#include "core/error.h"
#include "scratch.h"

namespace unknot::content {
namespace {

using tests::argOf;
using tests::Scratch;

const std::string kObservations = R"(
[[group]]
slug = "standing"
name = "Standing"
[[group.item]]
slug = "knees"
name = "Knees"
choices = [{ slug = "easy", name = "Easy" }, { slug = "locked", name = "Locked" }]
)";
const std::string kLists = R"(
lessons = ["One", "Two"]
scales = ["Ease"]
[phrases]
hs = "held, then soft"
)";

template <class Read>
core::Message faultOf(Read read) {
  try {
    read();
  } catch (const core::InputError& error) {
    return error.message();
  }
  return {};
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  BOOST_REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

BOOST_AUTO_TEST_SUITE(SessionListsLoaderTest)

BOOST_AUTO_TEST_CASE(ObservationsLessonsScalesAndPhrasesAreRead) {
  const auto list = readObservations("o", kObservations);
  BOOST_REQUIRE(list.groups().size() == 1U);
  BOOST_REQUIRE(list.item("knees") != nullptr);
  BOOST_TEST(list.item("knees")->choice("locked")->name == "Locked");
  BOOST_TEST(list.item("elbows") == nullptr);
  const auto lists = readSessionLists("l", kLists);
  BOOST_TEST((lists.lessons == std::vector<std::string>{"One", "Two"}));
  BOOST_TEST((lists.scales == std::vector<std::string>{"Ease"}));
  BOOST_TEST(lists.phrases.at("hs") == "held, then soft");
}

BOOST_AUTO_TEST_CASE(FaultsNameTheLineAndWhatIsAllowed) {
  const auto observed = [](const std::string& text) { return faultOf([&] { readObservations("o", text); }); };
  const auto listed = [](const std::string& text) { return faultOf([&] { readSessionLists("l", text); }); };
  BOOST_TEST(observed(replaced(kObservations, "\"locked\"", "\"easy\"")).id == "error.file.twice");
  BOOST_TEST(observed(replaced(kObservations, "\"knees\"", "\"Knees!\"")).id == "error.file.choice");
  BOOST_TEST(observed(replaced(kObservations, ", { slug = \"locked\", name = \"Locked\" }", "")).id ==
             "error.file.missing");
  BOOST_TEST(observed(replaced(kObservations, "choices", "choses")).id == "error.file.missing");
  BOOST_TEST(listed(replaced(kLists, "\"Two\"", "\"One\"")).id == "error.file.twice");
  BOOST_TEST(listed(replaced(kLists, "hs =", "\"h s\" =")).id == "error.file.choice");
  BOOST_TEST(argOf(listed(replaced(kLists, "hs =", "\"h s\" =")), "line") == "5");
  BOOST_TEST(listed(replaced(kLists, "lessons", "lesson")).id == "error.file.unknown");
}

BOOST_AUTO_TEST_CASE(ABrokenOwnFileIsToldAndTheShippedOneUsed) {
  const Scratch scratch;
  scratch.write("data/session/observations.toml", kObservations);
  scratch.write("data/session/lists.toml", kLists);
  scratch.write("custom/data/session/lists.toml", "lessons = 1");
  std::vector<Problem> problems;
  const auto lists = loadSessionLists(scratch.folders(), problems);
  BOOST_REQUIRE(problems.size() == 1U);
  BOOST_TEST(problems[0].file == "custom/data/session/lists.toml");
  BOOST_TEST(lists.lessons.size() == 2U);
  BOOST_TEST(lists.observations.item("knees") != nullptr);
}

BOOST_AUTO_TEST_CASE(ShippedListsAreWholeAndTheirSlugsStay) {
  std::vector<Problem> problems;
  const auto lists = loadSessionLists(tests::shippedFolders(), problems);
  BOOST_TEST(problems.empty());
  BOOST_TEST(lists.lessons.front() == "Lesson 1: Green Light");
  BOOST_TEST(!lists.phrases.empty());
  // Sessions keep these: one that was published never vanishes.
  for (const char* slug : {"head-forward",
                           "head-tilt",
                           "head-turn",
                           "shoulder-heights",
                           "shoulders",
                           "rib-flare",
                           "shorter-waist",
                           "pelvis-tilt",
                           "pelvis-hike",
                           "pelvis-rotation",
                           "knees",
                           "feet",
                           "weight-front-back",
                           "weight-left-right",
                           "arm-swing",
                           "pelvis-swing",
                           "step-length",
                           "foot-turn",
                           "limp",
                           "low-back-space",
                           "low-back-sides",
                           "shoulder-contact",
                           "foot-fall",
                           "leg-length",
                           "breath"})
    BOOST_TEST(lists.observations.item(slug) != nullptr, slug);
  // Where one side is an answer, so is the other.
  for (const auto& group : lists.observations.groups())
    for (const auto& item : group.items) {
      std::set<std::string> slugs;
      for (const auto& choice : item.choices) slugs.insert(choice.slug);
      for (const auto& slug : slugs)
        if (slug.starts_with("left"))
          BOOST_TEST(slugs.contains("right" + slug.substr(4)), item.slug << " has no other side of " << slug);
    }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(PhraseTest)

BOOST_AUTO_TEST_CASE(ACodeAfterASemicolonIsAPhrase) {
  const auto lists = readSessionLists("l", kLists);
  const auto at = [&](const std::string& text) { return domain::phraseBefore(lists, text, text.size()); };
  BOOST_REQUIRE(at("Left QL ;hs").text != nullptr);
  BOOST_TEST(*at("Left QL ;hs").text == "held, then soft");
  BOOST_TEST(at("Left QL ;hs").at == 8U);
  BOOST_TEST(at("Left QL ;hs").length == 3U);
  BOOST_TEST(at(";hs").text != nullptr);
  BOOST_TEST(at("soft;hs").text == nullptr, "a semicolon inside a word is no phrase");
  BOOST_TEST(at("; hs").text == nullptr);
  BOOST_TEST(at(";hsx").text == nullptr);
  BOOST_TEST(at(";").text == nullptr);
  BOOST_TEST(at("").text == nullptr);
  BOOST_TEST(domain::phraseBefore(lists, ";hs and on", 3).text != nullptr, "in the middle of a text too");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::content

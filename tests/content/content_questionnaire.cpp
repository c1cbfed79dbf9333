#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>
#include <vector>

#include "content/questionnaire_loader.h"
#include "core/error.h"
#include "scratch.h"

namespace unknot::content {
namespace {

using domain::QuestionKind;
using tests::Scratch;

const std::string kGood = R"(
slug = "general"
version = 2
language = "en"
[[section]]
title = "You"
[[section.question]]
slug = "name"
kind = "text"
label = "Your name?"
help = "As you like."
[[section.question]]
slug = "side"
kind = "one-of"
label = "Which side?"
choices = [{ slug = "left", label = "Left" }, { slug = "right", label = "Right" }]
[[section]]
title = "More"
[[section.question]]
slug = "pain"
kind = "scale"
label = "Pain today?"
)";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  return text.replace(text.find(what), what.size(), with);
}

BOOST_AUTO_TEST_SUITE(QuestionnaireLoaderTest)

BOOST_AUTO_TEST_CASE(SectionsQuestionsAndChoicesAreRead) {
  const auto questionnaire = readQuestionnaire("q", kGood);
  BOOST_TEST(questionnaire.slug == "general");
  BOOST_TEST(questionnaire.version == 2);
  BOOST_REQUIRE(questionnaire.sections.size() == 2U);
  BOOST_TEST(questionnaire.sections.at(1).title == "More");
  const auto* name = questionnaire.find("name");
  BOOST_REQUIRE(name != nullptr);
  BOOST_TEST(name->help == "As you like.");
  const auto* side = questionnaire.find("side");
  BOOST_REQUIRE(side != nullptr);
  BOOST_TEST((side->kind == QuestionKind::oneOf));
  BOOST_REQUIRE(side->choices.size() == 2U);
  BOOST_TEST(side->choices.at(1).label == "Right");
  BOOST_TEST(questionnaire.find("none") == nullptr);
}

BOOST_AUTO_TEST_CASE(WhatCanNotBeAskedIsRefused) {
  const std::vector<std::pair<std::string, std::string>> changes = {
      {"slug = \"pain\"", "slug = \"name\""},                  // a slug twice
      {"slug = \"pain\"", "slug = \"Pain today\""},            // no slug
      {"kind = \"scale\"", "kind = \"slider\""},               // no kind
      {"slug = \"right\", label", "slug = \"left\", label"},   // a choice twice
      {", { slug = \"right\", label = \"Right\" }", ""},       // one choice only
      {"kind = \"one-of\"", "kind = \"text\""},                // choices where none can be chosen
      {"label = \"Pain today?\"", "lable = \"Pain today?\""},  // no label
      {"version = 2", "version = 0"},
  };
  for (const auto& [what, with] : changes) BOOST_TEST_CONTEXT(with)
  BOOST_CHECK_THROW(readQuestionnaire("q", replaced(kGood, what, with)), core::InputError);
}

const std::string kNewer = R"(
slug = "general"
version = 3
language = "en"
[[section]]
slug = "health"
title = "Health"
intro = "Only what you wish to tell."
[[section.question]]
slug = "pregnancy"
kind = "yes-no"
label = "Are you pregnant?"
detail = "Which week?"
[[section.question]]
slug = "signs"
kind = "several-of"
label = "Any of these?"
choices = [{ slug = "fever", label = "Fever" }, { slug = "other", label = "Else", detail = "What?" }, { slug = "none", label = "None", alone = true }]
ask_if = [{ question = "pregnancy", answer = "yes" }]
[[section.question]]
slug = "pills"
kind = "medicines"
label = "Which medicines?"
[[section.question]]
slug = "born"
kind = "date"
label = "When were you born?"
fills = "birth-date"
[[section.question]]
slug = "stress"
kind = "scale"
label = "Stress?"
low = "none"
high = "most"
)";

BOOST_AUTO_TEST_CASE(ConditionsDetailsAndRowsAreRead) {
  const auto questionnaire = readQuestionnaire("q", kNewer);
  BOOST_TEST(questionnaire.sections.front().slug == "health");
  BOOST_TEST(questionnaire.find("pregnancy")->detail == "Which week?");
  const auto& signs = *questionnaire.find("signs");
  BOOST_TEST(signs.askIf.front().question == "pregnancy");
  BOOST_TEST(signs.choices[1].detail == "What?");
  BOOST_TEST(signs.choices[2].alone);
  BOOST_TEST((questionnaire.find("pills")->kind == QuestionKind::medicines));
  BOOST_TEST((questionnaire.find("born")->fills == domain::CardField::birthDate));
  BOOST_TEST(questionnaire.find("stress")->high == "most");
}

BOOST_AUTO_TEST_CASE(AConditionNamesAQuestionThatStandsBefore) {
  for (const auto& [what, with] : std::vector<std::pair<std::string, std::string>>{
           {"question = \"pregnancy\", answer", "question = \"stress\", answer"},
           {"question = \"pregnancy\", answer", "question = \"signs\", answer"},
           {"fills = \"birth-date\"", "fills = \"shoe-size\""},
           {"low = \"none\"", "unit = \"none\""},
           {"label = \"Fever\" }", "label = \"Fever\", detail = \"Since?\" }"},
           {"kind = \"medicines\"", "kind = \"medicine\""}})
    BOOST_TEST_CONTEXT(with)
  BOOST_CHECK_THROW(readQuestionnaire("q", replaced(kNewer, what, with)), core::InputError);
}

BOOST_AUTO_TEST_CASE(AMissingQuestionnaireIsTold) {
  const Scratch scratch;
  const Content content = Content::load(scratch.folders());
  BOOST_TEST(content.intake().form("en").questionnaire.sections.empty());
  bool told = false;
  for (const auto& problem : content.problems()) told = told || problem.file == "templates/intake.en.toml";
  BOOST_TEST(told);
}

BOOST_AUTO_TEST_CASE(APracticesOwnQuestionnaireWins) {
  const Scratch scratch;
  scratch.write("templates/intake.en.toml", kGood);
  scratch.write("custom/templates/intake.en.toml", replaced(kGood, "\"general\"", "\"ours\""));
  BOOST_TEST(Content::load(scratch.folders()).intake().form("en").questionnaire.slug == "ours");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::content

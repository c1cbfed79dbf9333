// A letter to a physician: what the client said, what is asked, and nothing that names an illness.
#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "document/builders.h"
#include "support/fixed_typesetter.h"
#include "support/page_reader.h"
#include "support/paper_samples.h"

using namespace unknot;
using domain::AnswerState;

namespace {

struct Letter {
  test::FixedTypesetter typesetter;
  domain::Practice practice = test::samplePractice();
  document::BuildContext context = test::paperContext(typesetter, practice);
  domain::Client client = test::sampleClient();
  std::string physician = "Dr Sample, Riverside";
  std::vector<domain::IntakeAnswer> answers{{"new-signs", AnswerState::answered, {"calf", "fever"}}};

  const domain::SafetyFlag& flag(std::string_view slug) const {
    const auto& flags = test::shippedContent().safetyFlags();
    return *std::find_if(flags.begin(), flags.end(), [&](const auto& each) { return each.slug == slug; });
  }
  std::string said(std::string_view slug) {
    const auto& questions = test::shippedContent().intake().form(context.language).questionnaire;
    return test::allText(document::buildReferral(
        context, client, {flag(slug), answers, questions, core::Date(2026, 11, 20), physician}));
  }
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(Referral, Letter)

BOOST_AUTO_TEST_CASE(ItSaysWhatTheClientToldAndToWhomItGoes) {
  client.birthDate = core::Date(1980, 2, 29);
  const auto text = said("calf");
  for (const std::string part :
       {"To Dr Sample, Riverside", "Alex Example", "born 29 February 1980", "Said on 20 November 2026",
        "Have you noticed any of these lately?", "Fever, or feeling ill",
        "It is about: One calf that is swollen, warm, or sore for no clear reason.",
        "Until I hear from you, the lessons wait.", "Nothing speaks against going on.",
        "Robin Sample · Studio Willow"})
    BOOST_TEST(contains(text, part), part << " is not in: " << text);
}

BOOST_AUTO_TEST_CASE(WhatTheProgramSaysToThePractitionerIsNotInTheLetter) {
  for (const auto& each : test::shippedContent().safetyFlags()) {
    const auto text = said(each.slug);
    BOOST_TEST(!contains(text, each.reason), each.slug);
    BOOST_TEST(!contains(text, each.source), each.slug);
  }
  BOOST_TEST(!contains(said("calf"), " clot "));
}

BOOST_AUTO_TEST_CASE(WithoutADoctorsNameItGoesToTheClientsOwn) {
  physician.clear();
  BOOST_TEST(contains(said("calf"), "To the physician of Alex Example"));
}

BOOST_AUTO_TEST_CASE(LessonsWaitOnlyForWhatStopsThem) {
  answers = {{"conditions", AnswerState::answered, {"osteoporosis"}}};
  const auto text = said("osteoporosis");
  BOOST_TEST(contains(text, "It is about: Thin bones (osteoporosis)."));
  BOOST_TEST(!contains(text, "the lessons wait"));
}

BOOST_AUTO_TEST_CASE(InEachLanguageTheAnswersAreInIt) {
  for (const auto& [language, part] :
       {std::pair<std::string, std::string>{"de", "Es geht um: Eine Wade, die geschwollen oder warm ist"},
        {"es", "Se trata de:"},
        {"fr", "Il s’agit de :"}}) {
    context.language = language;
    const auto text = said("calf");
    BOOST_TEST(contains(text, part), language << ": " << text);
    BOOST_TEST(!contains(text, "paper.referral"), language);
    BOOST_TEST(!contains(text, "Fever"), language);
  }
}

BOOST_AUTO_TEST_CASE(AQuestionThatIsNotKnownAnyMoreKeepsItsAnswer) {
  answers.push_back({"long-gone", AnswerState::answered, {"as it was typed"}});
  BOOST_TEST(contains(said("calf"), "as it was typed"));
}

BOOST_AUTO_TEST_CASE(ItIsReadInOrder) {
  const auto questions = test::shippedContent().intake().form("en").questionnaire;
  const auto letter = document::buildReferral(
      context, client, {flag("calf"), answers, questions, core::Date(2026, 11, 20), physician});
  BOOST_TEST(letter.pages.size() <= 2U);
  for (const auto& page : test::read(letter)) BOOST_TEST(page.isBalanced());
}

BOOST_AUTO_TEST_SUITE_END()

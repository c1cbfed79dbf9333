// What is shipped: complete, readable, and nothing on client paper that does not belong there.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "content/content.h"
#include "content/overlay.h"
#include "content/words_loader.h"
#include "readability.h"
#include "scratch.h"

namespace unknot::content {
namespace {

const Content& shipped() {
  static const Content s_content = Content::load(tests::shippedFolders());
  return s_content;
}

// The whole table of movements; a slug that was published never vanishes.
const std::vector<std::string> kMovements = {"soma-scan",
                                             "arch-and-flatten",
                                             "arch-and-flatten-with-head",
                                             "arch-and-curl",
                                             "back-lift",
                                             "diagonal-arch-and-curl",
                                             "side-curl",
                                             "washrag",
                                             "seated-twist",
                                             "walking",
                                             "flower",
                                             "palm-slides",
                                             "side-lying-reach",
                                             "leg-rotation",
                                             "both-legs-in-and-out",
                                             "legs-parallel-sway",
                                             "seated-arch-and-round",
                                             "top-shelf-reach",
                                             "thigh-slides",
                                             "neck-side-with-shoulder",
                                             "neck-nod",
                                             "bow-and-gaze-up",
                                             "look-behind",
                                             "apple-pick-reach",
                                             "pelvic-clock"};

// Words that mean something else to a doctor, frighten, promise, or are only for the practitioner's screen.
const std::vector<std::string> kNotOnPaper = {
    "sma",     "trauma",    "dark vise", "finding",    "findings",    "worst",       "cure",
    "cures",   "heal",      "heals",     "fix",        "fixes",       "green light", "red light",
    "amnesia", "diagnosis", "stretch",   "stretching", "pandiculate", "must"};

std::vector<std::string> textsOf(const domain::Exercise& exercise) {
  std::vector<std::string> texts = exercise.text.steps;
  for (const auto& text : {exercise.text.title, exercise.text.purpose, exercise.text.sense,
                           exercise.text.caution, exercise.text.easier})
    texts.push_back(text);
  return texts;
}

std::vector<std::string> textsOf(const domain::Questionnaire& questionnaire) {
  std::vector<std::string> texts;
  for (const auto& section : questionnaire.sections) {
    texts.insert(texts.end(), {section.title, section.intro});
    for (const auto& question : section.questions) {
      texts.insert(texts.end(), {question.label, question.help, question.detail, question.low, question.high,
                                 question.unit});
      for (const auto& choice : question.choices) texts.insert(texts.end(), {choice.label, choice.detail});
    }
  }
  return texts;
}

// The first forbidden word of a text, as a whole word in any case; "" when there is none.
std::string forbiddenIn(const std::string& text) {
  std::string plain = " ";
  for (const char c : text)
    plain += std::isalpha(static_cast<unsigned char>(c)) != 0 ? static_cast<char>(std::tolower(c)) : ' ';
  plain += " ";
  for (const auto& word : kNotOnPaper)
    if (plain.find(" " + word + " ") != std::string::npos) return word;
  return "";
}

std::string sidesSwapped(const std::string& text) {
  std::string swapped = std::regex_replace(text, std::regex("\\bleft\\b"), "\x01");
  swapped = std::regex_replace(swapped, std::regex("\\bright\\b"), "left");
  return std::regex_replace(swapped, std::regex("\x01"), "right");
}

BOOST_AUTO_TEST_SUITE(ShippedContentTest)

BOOST_AUTO_TEST_CASE(NothingThatIsShippedIsBroken) {
  for (const auto& problem : shipped().problems())
    BOOST_ERROR(problem.file << ":" << problem.line << " " << shipped().words("en").say(problem.message));
}

BOOST_AUTO_TEST_CASE(EveryMovementOfTheTableIsThere) {
  for (const auto& slug : kMovements) BOOST_TEST(shipped().exercise(slug) != nullptr, slug);
  BOOST_TEST(shipped().exercises().size() >= kMovements.size());
}

BOOST_AUTO_TEST_CASE(TheDailySeriesHasSevenMovements) {
  const auto& all = shipped().exercises();
  BOOST_TEST(std::count_if(all.begin(), all.end(), [](const auto& e) { return e.catStretch; }) == 7);
}

BOOST_AUTO_TEST_CASE(EveryExerciseIsComplete) {
  std::set<std::string> titles;
  for (const auto& exercise : shipped().exercises()) {
    BOOST_TEST_CONTEXT(exercise.slug) {
      BOOST_TEST(titles.insert(exercise.text.title).second);
      BOOST_TEST(exercise.text.steps.size() >= 3U);
      BOOST_TEST(exercise.text.steps.size() <= 6U);
      BOOST_TEST(!exercise.text.caution.empty());
      BOOST_TEST(!exercise.text.easier.empty());
      BOOST_TEST(!exercise.sources.empty());
      // No certified educator has confirmed the texts yet.
      BOOST_TEST(!exercise.reviewed);
      const bool wholeBody = exercise.slug == "soma-scan";
      BOOST_TEST(exercise.regions.empty() == wholeBody);
    }
  }
}

// Without what stands between braces: placeholders and sides.
std::set<std::string> argumentsOf(const std::string& text) {
  static const std::regex kArgument("\\{([a-zA-Z]+)\\}");
  std::set<std::string> names;
  for (std::sregex_iterator at(text.begin(), text.end(), kArgument), end; at != end; ++at)
    names.insert((*at)[1]);
  return names;
}

BOOST_AUTO_TEST_CASE(EveryExerciseIsWholeInEachLanguage) {
  BOOST_TEST(shipped().languages() == (std::vector<std::string>{"de", "en", "es", "fr"}),
             boost::test_tools::per_element());
  BOOST_TEST(shipped().exercises().size() >= 47U);
  for (const auto& language : shipped().languages()) {
    for (const auto& problem : shipped().library().problems(language))
      BOOST_ERROR(problem.file << ":" << problem.line << " " << shipped().words("en").say(problem.message));
    std::set<std::string> titles;
    for (const auto& english : shipped().exercises()) {
      BOOST_TEST_CONTEXT(language << " " << english.slug) {
        const auto& exercise = *shipped().exercise(english.slug, language);
        BOOST_TEST(exercise.language == language);
        BOOST_TEST(titles.insert(exercise.text.title).second);
        BOOST_TEST(exercise.text.steps.size() == english.text.steps.size());
        BOOST_TEST(exercise.text.caution.empty() == english.text.caution.empty());
        BOOST_TEST(exercise.text.easier.empty() == english.text.easier.empty());
        BOOST_REQUIRE(exercise.frames.size() == english.frames.size());
        for (std::size_t i = 0; i < exercise.frames.size(); ++i) {
          BOOST_TEST(exercise.frames[i].caption.empty() == english.frames[i].caption.empty());
          // A caption that was forgotten would still be the English one.
          if (language != "en" && !english.frames[i].caption.empty())
            BOOST_TEST(exercise.frames[i].caption != english.frames[i].caption);
        }
        if (language == "en" || !exercise.side) continue;
        const auto& left = exercise.text.sideSteps.at(domain::Side::left);
        const auto& right = exercise.text.sideSteps.at(domain::Side::right);
        const auto& englishLeft = english.text.sideSteps.at(domain::Side::left);
        const auto& englishRight = english.text.sideSteps.at(domain::Side::right);
        // Where English tells the sides apart, so does the translation.
        for (std::size_t i = 0; i < left.size(); ++i)
          if (englishLeft[i] != englishRight[i]) BOOST_TEST(left[i] != right[i], left[i]);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(TheWordsOfAHandoutAreThereInEachLanguage) {
  for (const auto& language : shipped().languages()) {
    if (language == "en") continue;
    std::vector<Problem> problems;
    const auto path = "data/words." + language + ".toml";
    const auto own =
        readWords(language, path, readFile(versionsOf(shipped().folders(), path).front()), problems);
    BOOST_TEST(problems.empty());
    std::size_t seen = 0;
    for (const auto& [id, english] : shipped().words("en").entries()) {
      if (!id.starts_with("paper.handout.") && !id.starts_with("sheet.")) continue;
      ++seen;
      const auto found = own.find(id);
      BOOST_REQUIRE_MESSAGE(found != own.end(), language << ": " << id);
      BOOST_TEST(argumentsOf(found->second.other) == argumentsOf(english.other), language << ": " << id);
      BOOST_TEST(found->second.one.empty() == english.one.empty(), language << ": " << id);
    }
    BOOST_TEST(seen > 40U);
    BOOST_TEST(shipped().documentTemplate("handout", language).file ==
               "templates/handout." + language + ".md");
  }
}

BOOST_AUTO_TEST_CASE(SafetyAsksForAnswersThatTheQuestionnaireGives) {
  const auto known = [](const domain::SafetySign& sign) {
    const auto* question = shipped().intake().form("en").questionnaire.find(sign.question);
    // A sign may still speak of what only the first questionnaire asked.
    if (question == nullptr) question = shipped().intake().earlier("general/1")->find(sign.question);
    if (question == nullptr) return false;
    if (sign.answer.empty()) return question->choices.empty();
    return std::any_of(question->choices.begin(), question->choices.end(),
                       [&](const auto& choice) { return choice.slug == sign.answer; });
  };
  BOOST_TEST(shipped().safetyFlags().size() >= 15U);
  for (const auto& flag : shipped().safetyFlags()) {
    BOOST_TEST_CONTEXT(flag.slug) {
      for (const auto& sign : flag.raisedBy) {
        BOOST_TEST(known(sign), sign.question << " " << sign.answer);
        for (const auto& other : sign.together) BOOST_TEST(known(other));
      }
      const bool everything =
          flag.level == domain::SafetyLevel::stopNow || flag.level == domain::SafetyLevel::clearanceFirst;
      BOOST_TEST((everything || !flag.leavesOut.empty() || !flag.keepsSmall.empty()));
    }
  }
}

BOOST_AUTO_TEST_CASE(TheCatStretchIsASeriesOfItsSevenMovements) {
  const auto& all = shipped().library().series();
  BOOST_TEST(all.size() >= 4U);
  const auto cat =
      std::find_if(all.begin(), all.end(), [](const auto& each) { return each.slug == "cat-stretch"; });
  BOOST_REQUIRE((cat != all.end()));
  BOOST_TEST(cat->items.size() == 7U);
  for (const auto& item : cat->items)
    BOOST_TEST(shipped().exercise(item.exercise)->catStretch, item.exercise);
}

BOOST_AUTO_TEST_CASE(StepsAreOneOrTwoSentences) {
  for (const auto& exercise : shipped().exercises())
    for (const auto& step : exercise.text.steps) {
      BOOST_TEST(tests::sentencesOf(step).size() <= 2U, exercise.slug << ": " << step);
      for (const auto& sentence : tests::sentencesOf(step))
        BOOST_TEST(tests::wordsOf(sentence).size() <= 20U, exercise.slug << ": " << sentence);
    }
}

BOOST_AUTO_TEST_CASE(EveryoneCanReadTheSteps) {
  for (const auto& exercise : shipped().exercises()) {
    std::string steps;
    for (const auto& step : exercise.text.steps) steps += step + " ";
    BOOST_TEST(tests::gradeLevel(steps) <= 8.0, exercise.slug << ": grade " << tests::gradeLevel(steps));
    for (const auto& text :
         {exercise.text.purpose, exercise.text.sense, exercise.text.caution, exercise.text.easier})
      BOOST_TEST(tests::gradeLevel(text) <= 10.0,
                 exercise.slug << ": grade " << tests::gradeLevel(text) << ": " << text);
  }
}

BOOST_AUTO_TEST_CASE(NothingStandsOnClientPaperThatDoesNotBelongThere) {
  for (const auto& exercise : shipped().exercises())
    for (const auto& text : textsOf(exercise))
      BOOST_TEST(forbiddenIn(text) == "", exercise.slug << ": " << text);
  for (const auto& text : textsOf(shipped().intake().form("en").questionnaire))
    BOOST_TEST(forbiddenIn(text) == "", text);
  for (const auto& consent : shipped().intake().consents("en"))
    for (const auto& text : {consent.title, consent.text}) BOOST_TEST(forbiddenIn(text) == "", text);
}

// Cautions hang on movements, so a word in a caution and the movement behind it go together.
BOOST_AUTO_TEST_CASE(CautionsAndMovementsAgree) {
  for (const auto& exercise : shipped().exercises()) {
    BOOST_TEST_CONTEXT(exercise.slug) {
      const auto has = [&](const char* movement) {
        return std::find(exercise.movements.begin(), exercise.movements.end(), movement) !=
               exercise.movements.end();
      };
      const auto says = [&](const char* word) {
        return exercise.text.caution.find(word) != std::string::npos;
      };
      const bool lies = exercise.position != domain::Position::standing &&
                        exercise.position != domain::Position::sittingOnChair;
      BOOST_TEST(has("getting-to-the-floor") == lies);
      BOOST_TEST(has("lying-on-front") == (exercise.position == domain::Position::lyingOnFront));
      BOOST_TEST(has("balance") == (exercise.position == domain::Position::standing));
      if (says("osteoporosis")) BOOST_TEST((has("end-range-flexion") || has("end-range-rotation")));
      if (has("end-range-flexion") || has("end-range-rotation")) BOOST_TEST(says("osteoporosis"));
      if (says("hip joint")) BOOST_TEST((has("hip-rotation") || has("hip-flexion")));
    }
  }
}

// Left and right are what body charts get wrong most often.
BOOST_AUTO_TEST_CASE(TheOtherSideIsTheMirrorImageInEveryStep) {
  for (const auto& exercise : shipped().exercises()) {
    if (!exercise.side) continue;
    BOOST_TEST_CONTEXT(exercise.slug) {
      BOOST_TEST(exercise.dose.eachSide);
      const auto& left = exercise.text.sideSteps.at(domain::Side::left);
      const auto& right = exercise.text.sideSteps.at(domain::Side::right);
      BOOST_REQUIRE(left.size() == right.size());
      for (std::size_t i = 0; i < left.size(); ++i) BOOST_TEST(sidesSwapped(left.at(i)) == right.at(i));
      const auto& begins = exercise.text.sideSteps.at(*exercise.side);
      BOOST_REQUIRE(exercise.text.steps.size() == begins.size() + 1);
      BOOST_TEST(std::equal(begins.begin(), begins.end(), exercise.text.steps.begin()));
      for (const auto& step : begins) BOOST_TEST(step.find("other side") == std::string::npos, step);
    }
  }
}

BOOST_AUTO_TEST_CASE(EveryPictureBelongsToAnExerciseAndBreathesWithItsSteps) {
  std::size_t drawn = 0;
  for (const auto& exercise : shipped().exercises()) {
    if (!exercise.frames.empty()) ++drawn;
    std::string steps;
    for (const auto& step : exercise.text.steps) steps += step + " ";
    for (const auto& frame : exercise.frames) {
      if (frame.caption.empty()) continue;
      std::string within = frame.caption;
      within.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(within.front())));
      const bool said =
          steps.find(frame.caption) != std::string::npos || steps.find(within) != std::string::npos;
      BOOST_TEST(said, exercise.slug << ": \"" << frame.caption << "\" is in no step");
    }
  }
  const std::filesystem::directory_iterator files(shipped().folders().data / "poses");
  const auto poses =
      std::count_if(begin(files), end(files), [](const auto& e) { return e.path().extension() == ".toml"; });
  BOOST_TEST(drawn == static_cast<std::size_t>(poses));
}

BOOST_AUTO_TEST_CASE(TheQuestionnaireAsksWhatTheFieldNeeds) {
  const auto& questionnaire = shipped().intake().form("en").questionnaire;
  BOOST_TEST(questionnaire.name() == "general/2");
  for (const char* slug :
       {"emergency-contact", "reason",           "since-when",    "better-with", "harder-with",
        "occupation",        "carrying-side",    "sleep-quality", "events",      "injuries",
        "operations",        "implants",         "conditions",    "medicines",   "pregnancy",
        "tried-before",      "want-to-do-again", "home-learning", "where",       "new-signs",
        "physician"})
    BOOST_TEST(questionnaire.find(slug) != nullptr, slug);
}

// Kinds, choices and conditions in one line each, without a word of the language.
std::vector<std::string> shapeOf(const domain::Questionnaire& questionnaire) {
  std::vector<std::string> shape{questionnaire.name()};
  for (const auto& section : questionnaire.sections) {
    shape.push_back(section.slug + (section.intro.empty() ? "" : " +"));
    for (const auto& question : section.questions) {
      std::string line = question.slug + " " + std::to_string(static_cast<int>(question.kind));
      for (const auto& choice : question.choices)
        line += " " + choice.slug + (choice.alone ? "!" : "") + (choice.detail.empty() ? "" : "+");
      for (const auto& condition : question.askIf)
        line += " if " + condition.question + "=" + condition.answer;
      if (question.fills) line += " fills " + std::string(domain::toString(*question.fills));
      line += question.help.empty() ? "" : " help";
      line += question.detail.empty() ? "" : " detail";
      shape.push_back(line);
    }
  }
  return shape;
}

BOOST_AUTO_TEST_CASE(TheSameIsAskedInEveryLanguage) {
  const auto& intake = shipped().intake();
  BOOST_TEST((intake.languages() == std::vector<std::string>{"de", "en", "es", "fr"}));
  const auto english = shapeOf(intake.form("en").questionnaire);
  BOOST_TEST(english.size() > 50U);
  for (const auto& language : intake.languages()) BOOST_TEST_CONTEXT(language) {
      BOOST_TEST(intake.problems(language).empty());
      BOOST_TEST(intake.form(language).questionnaire.language == language);
      BOOST_TEST(shapeOf(intake.form(language).questionnaire) == english, boost::test_tools::per_element());
      const auto& consents = intake.consents(language);
      BOOST_REQUIRE(consents.size() == intake.consents("en").size());
      for (std::size_t i = 0; i < consents.size(); ++i) {
        BOOST_TEST(consents[i].slug == intake.consents("en")[i].slug);
        BOOST_TEST(consents[i].version == intake.consents("en")[i].version);
      }
    }
}

BOOST_AUTO_TEST_CASE(TheFirstQuestionnaireIsKept) {
  const auto* first = shipped().intake().earlier("general/1");
  BOOST_REQUIRE(first != nullptr);
  BOOST_TEST(first->find("consent-hands-on") != nullptr);
  BOOST_TEST(shipped().intake().earlier("general/77") == nullptr);
  BOOST_TEST(shipped().intake().earlier("../intake") == nullptr);
}

BOOST_AUTO_TEST_CASE(EveryRegionStandsInOneAreaAndEveryAreaHasAName) {
  std::set<std::string> regions;
  for (const auto& area : shipped().areas()) {
    for (const auto& region : area.regions) {
      BOOST_TEST(shipped().atlas().find(region) != nullptr, area.slug << ": " << region);
      regions.insert(region);
    }
    for (const auto& language : shipped().intake().languages())
      BOOST_TEST(shipped().words(language).entries().contains("area." + area.slug), language << area.slug);
  }
  BOOST_TEST(shipped().areas().size() >= 28U);
  BOOST_TEST(regions.size() == shipped().atlas().regions().size());
}

BOOST_AUTO_TEST_CASE(FlagsTouchRegionsThatThereAre) {
  for (const auto& flag : shipped().safetyFlags())
    for (const auto& region : flag.regions)
      BOOST_TEST(shipped().atlas().find(region) != nullptr, flag.slug << ": " << region);
}

BOOST_AUTO_TEST_CASE(BothDocumentsHaveATemplate) {
  for (const char* name : {"handout", "report"}) {
    BOOST_TEST(shipped().documentTemplate(name).name == name);
    BOOST_TEST(!shipped().documentTemplate(name).blocks.empty());
  }
}

BOOST_AUTO_TEST_CASE(ABrokenTemplateIsToldAndTheBuiltInOneGiven) {
  const tests::Scratch scratch;
  scratch.write("templates/handout.en.md", "+++\ntitle = \n+++\n# Broken\n");
  const Content content = Content::load(scratch.folders());
  BOOST_TEST(!content.documentTemplate("handout").blocks.empty());
  bool told = false;
  for (const auto& problem : content.problems()) told = told || problem.file == "templates/handout.en.md";
  BOOST_TEST(told);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::content

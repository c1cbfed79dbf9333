// The demo's own files: honest, believable data that uses only what the program ships.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cctype>
#include <filesystem>
#include <set>

#include "app/demo.h"

using namespace unknot;

namespace {

const std::filesystem::path kSource = UNKNOT_SOURCE_DIR;
const core::Date kToday(2026, 3, 2);

const content::Content& shipped() {
  static const content::Content kContent =
      content::Content::load({kSource / "data", kSource / "templates", {}});
  return kContent;
}

const app::DemoPractice& demo() {
  static const app::DemoPractice kDemo = app::readDemoPractice(kSource / "data" / "demo", shipped(), kToday);
  return kDemo;
}

// The scripts a name is written in, told by its first letters' code blocks.
std::set<std::string> scriptsOf(const std::string& text) {
  std::set<std::string> scripts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (std::isalpha(lead) != 0 && lead < 0x80)
      scripts.insert("Latin");
    else if (lead == 0xCE || lead == 0xCF)
      scripts.insert("Greek");
    else if (lead >= 0xD0 && lead <= 0xD3)
      scripts.insert("Cyrillic");
    else if (lead == 0xD7)
      scripts.insert("Hebrew");
    else if (lead >= 0xD8 && lead <= 0xDB)
      scripts.insert("Arabic");
    else if (lead >= 0xE3 && lead <= 0xE9)
      scripts.insert("Japanese");
  }
  return scripts;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
    return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
  });
  return text;
}

// Whole words only: "worst" is not in "Worster".
bool holdsWord(const std::string& text, const std::string& word) {
  const auto isLetter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !isLetter(text[at - 1])) && (end == text.size() || !isLetter(text[end]))) return true;
  }
  return false;
}

// What may reach the client's paper, and what stays in the chart.
std::vector<std::string> printedTexts(const app::DemoClient& client) {
  std::vector<std::string> texts;
  for (const auto& plan : client.plans) {
    texts.push_back(plan.note);
    for (const auto& item : plan.items) texts.push_back(item.cue);
  }
  for (const auto& session : client.sessions) {
    texts.push_back(session.file.content.theirWords);
    texts.push_back(session.file.content.response);
  }
  return texts;
}

std::vector<std::string> allTexts(const app::DemoClient& client) {
  std::vector<std::string> texts = printedTexts(client);
  texts.push_back(client.client.about);
  for (const auto& session : client.sessions) {
    const auto& content = session.file.content;
    texts.insert(texts.end(), {content.postureAndGait, content.work, content.nextTime});
    texts.insert(texts.end(), session.laterNotes.begin(), session.laterNotes.end());
    for (const auto& finding : content.findings) texts.push_back(finding.note);
  }
  return texts;
}

std::vector<const domain::SessionContent*> handsOn(const app::DemoClient& client) {
  std::vector<const domain::SessionContent*> sessions;
  for (const auto& session : client.sessions)
    if (session.file.content.kind == domain::SessionKind::handsOn) sessions.push_back(&session.file.content);
  return sessions;
}

std::set<std::string> activitiesOf(const domain::SessionContent& session) {
  std::set<std::string> items;
  for (const auto& measure : session.measures)
    if (measure.instrument == "psfs") items.insert(measure.item);
  return items;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DemoData)

BOOST_AUTO_TEST_CASE(EveryFileIsReadAndNamed) {
  BOOST_TEST(demo().clients.size() == 8U);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kSource / "data" / "demo"))
    files += entry.path().extension() == ".json" ? 1U : 0U;
  BOOST_TEST(files == 9U);
}

BOOST_AUTO_TEST_CASE(NamesStandInSixScripts) {
  std::set<std::string> scripts;
  for (const auto& client : demo().clients) scripts.merge(scriptsOf(client.client.name));
  BOOST_TEST(scripts.size() >= 6U);
}

BOOST_AUTO_TEST_CASE(NobodyCanBeCalledOrWrittenTo) {
  for (const auto& [client, intakes, sessions, plans, practiceLogs, measures] : demo().clients) {
    BOOST_TEST(client.phone.starts_with("555-01"), client.phone);
    const auto& mail = client.email;
    BOOST_TEST((mail.empty() || mail.find("@example.") != std::string::npos), mail);
  }
}

BOOST_AUTO_TEST_CASE(EachHasThreeToEightSessionsAndOneHasJustBegun) {
  int beginners = 0;
  for (const auto& client : demo().clients) {
    const auto count = handsOn(client).size();
    beginners += count == 1 ? 1 : 0;
    BOOST_TEST((count == 1 || (count >= 3 && count <= 8)), client.client.sortName << ": " << count);
  }
  BOOST_TEST(beginners == 1);
}

BOOST_AUTO_TEST_CASE(WhatIsLeftOutForAClientIsPlannedOnlyWithAReason) {
  const auto& content = shipped();
  for (const auto& client : demo().clients) {
    if (client.intakes.empty() || client.plans.empty()) continue;
    const auto raised = domain::raisedFlags(content.safetyFlags(), client.intakes.back());
    for (const auto& item : client.plans.back().items)
      BOOST_TEST(
          (domain::judge(*content.exercise(item.exercise), raised).leavesOut.empty() || !item.reason.empty()),
          client.client.sortName << ": " << item.exercise);
  }
}

BOOST_AUTO_TEST_CASE(WeeksThatCameBackTellOfGapsAndOfMemoryToo) {
  std::size_t grids = 0, remembered = 0;
  for (const auto& client : demo().clients)
    for (const auto& log : client.practiceLogs) (log.fromMemory ? remembered : grids) += 1;
  BOOST_TEST(grids >= 4U);
  BOOST_TEST(remembered >= 2U);
}

BOOST_AUTO_TEST_CASE(ServiceDatesGrow) {
  for (const auto& client : demo().clients)
    for (std::size_t i = 1; i < client.sessions.size(); ++i)
      BOOST_CHECK(client.sessions[i - 1].file.content.serviceDate <
                  client.sessions[i].file.content.serviceDate);
}

BOOST_AUTO_TEST_CASE(AMapHasTwelveToThirtyRegions) {
  for (const auto& client : demo().clients)
    for (const auto* session : handsOn(client))
      BOOST_TEST(
          (session->findings.size() >= 12 && session->findings.size() <= 30),
          client.client.sortName << " " << session->serviceDate.toIso() << ": " << session->findings.size());
}

BOOST_AUTO_TEST_CASE(TensionMostlyEasesAndSometimesDoesNot) {
  int compared = 0;
  int notHigher = 0;
  int unchanged = 0;
  int notLookedAtAgain = 0;
  for (const auto& client : demo().clients)
    for (const auto* session : handsOn(client))
      for (const auto& finding : session->findings) {
        const auto change = domain::difference(finding.before, finding.after);
        notLookedAtAgain += change ? 0 : 1;
        if (!change) continue;
        ++compared;
        notHigher += *change <= 0 ? 1 : 0;
        unchanged += *change == 0 ? 1 : 0;
      }
  BOOST_TEST(compared > 600);
  BOOST_TEST(notHigher >= compared * 9 / 10);
  BOOST_TEST(notHigher < compared);
  BOOST_TEST(unchanged > compared / 10);
  BOOST_TEST(notLookedAtAgain > 50);
}

BOOST_AUTO_TEST_CASE(SomeFindingsSitAtTensionZero) {
  int found = 0;
  for (const auto& client : demo().clients)
    for (const auto* session : handsOn(client))
      for (const auto& finding : session->findings)
        found += finding.findings.noControl && finding.before == domain::Tension(0) ? 1 : 0;
  BOOST_TEST(found >= 3);
}

BOOST_AUTO_TEST_CASE(FirstAndLastSessionAskForTheSameActivities) {
  for (const auto& client : demo().clients) {
    const auto sessions = handsOn(client);
    const auto first = activitiesOf(*sessions.front());
    BOOST_TEST((first.size() == 2 || first.size() == 3), client.client.sortName);
    const bool isOpen = !client.sessions.back().file.sign;
    if (!isOpen) BOOST_TEST((activitiesOf(*sessions.back()) == first), client.client.sortName);
  }
}

BOOST_AUTO_TEST_CASE(PainIsAskedEachTimeAndRarelyGone) {
  for (const auto& client : demo().clients)
    for (const auto* session : handsOn(client)) {
      const auto pain =
          std::find_if(session->measures.begin(), session->measures.end(),
                       [](const domain::MeasureValue& m) { return m.instrument == "nprs-now"; });
      BOOST_REQUIRE(pain != session->measures.end());
      BOOST_TEST(pain->value >= 1);
    }
}

BOOST_AUTO_TEST_CASE(PlansAreSmallAndEachMovementHasACue) {
  for (const auto& client : demo().clients) {
    BOOST_REQUIRE(!client.plans.empty());
    for (const auto& plan : client.plans) {
      BOOST_TEST((plan.items.size() >= 2 && plan.items.size() <= 8));
      for (const auto& item : plan.items) BOOST_TEST(!item.cue.empty(), item.exercise);
    }
  }
}

BOOST_AUTO_TEST_CASE(OnePlanIsDueForReview) {
  const auto due =
      std::count_if(demo().clients.begin(), demo().clients.end(), [](const app::DemoClient& client) {
        const auto& review = client.plans.back().reviewOn;
        return review && *review <= kToday;
      });
  BOOST_TEST(due == 1);
}

BOOST_AUTO_TEST_CASE(AnswersBelongToTheShippedQuestionnaire) {
  const auto& questionnaire = shipped().intake().form("en").questionnaire;
  const std::string name = questionnaire.name();
  for (const auto& client : demo().clients) {
    BOOST_REQUIRE(!client.intakes.empty());
    for (const auto& intake : client.intakes) {
      BOOST_TEST(intake.questionnaire == name);
      BOOST_TEST(intake.answers.size() >= 8U, client.client.sortName);
      for (const auto& answer : intake.answers) {
        const auto* question = questionnaire.find(answer.question);
        BOOST_REQUIRE_MESSAGE(question != nullptr, answer.question);
        std::set<std::string> allowed;
        for (const auto& choice : question->choices) allowed.insert(choice.slug);
        if (question->kind == domain::QuestionKind::yesNo) allowed = {"yes", "no"};
        if (question->kind != domain::QuestionKind::severalOf)
          BOOST_TEST(answer.values.size() <= 1U, answer.question);
        for (const auto& value : answer.values)
          BOOST_TEST((allowed.empty() || allowed.contains(value)), answer.question << ": " << value);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(PrintedTextsHoldNoWordThatStaysOffClientPaper) {
  for (const auto& client : demo().clients)
    for (const auto& text : printedTexts(client))
      for (const std::string word : {"sma", "trauma", "dark vise", "findings", "finding", "worst", "amnesia"})
        BOOST_TEST(!holdsWord(lower(text), word), text);
}

BOOST_AUTO_TEST_CASE(NoTextClaimsADiagnosisOrACure) {
  for (const auto& client : demo().clients)
    for (const auto& text : allTexts(client))
      for (const std::string word : {"diagnosis", "diagnosed", "cure", "cured", "cures", "heal", "healed",
                                     "healing", "treatment", "treated", "patient", "therapy", "dark vise"})
        BOOST_TEST(!holdsWord(lower(text), word), text);
}

BOOST_AUTO_TEST_CASE(NoSentenceStandsTwice) {
  std::set<std::string> seen;
  for (const auto& client : demo().clients)
    for (const auto& text : allTexts(client))
      if (text.size() > 40) BOOST_TEST(seen.insert(text).second, text);
}

BOOST_AUTO_TEST_SUITE_END()

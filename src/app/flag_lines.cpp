#include "app/flag_lines.h"

#include <algorithm>

#include "app/intakes.h"
#include "domain/answer_text.h"
#include "unicode/dates.h"

namespace unknot::app {
namespace {

// More names make no clearer picture; the map shows them all.
constexpr std::size_t kMostRegions = 6;

void append(std::string& list, const std::string& next) {
  list += (list.empty() ? "" : ", ") + next;
}

std::string movementsIn(const core::Words& words, const std::vector<std::string>& movements) {
  std::string list;
  for (const auto& movement : movements) append(list, words.say("movement." + movement));
  return list;
}

// Names without their side, each once, in the order of the flag.
std::string regionsIn(const core::Words& words, const domain::BodyAtlas& atlas,
                      const std::vector<domain::RegionSlug>& regions) {
  std::vector<std::string> names;
  for (const auto& slug : regions) {
    const auto* region = atlas.find(slug);
    const std::string name = region == nullptr ? slug : region->name;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  std::string list;
  // Some names have a comma in them.
  for (std::size_t i = 0; i < names.size() && i < kMostRegions; ++i) list += (i == 0 ? "" : " · ") + names[i];
  if (names.size() > kMostRegions)
    list += " " + words.sayCount("suggestion.more", static_cast<long>(names.size() - kMostRegions));
  return list;
}

std::vector<std::string> effectsOf(const core::Words& words, const domain::BodyAtlas& atlas,
                                   const domain::SafetyFlag& flag) {
  std::vector<std::string> effects;
  if (flag.level == domain::SafetyLevel::stopNow)
    effects.push_back(words.say("flag.effect.stop"));
  else if (flag.level == domain::SafetyLevel::clearanceFirst)
    effects.push_back(words.say("flag.effect.clearance"));
  if (!flag.leavesOut.empty())
    effects.push_back(
        words.say("flag.effect.leavesOut", {{"movements", movementsIn(words, flag.leavesOut)}}));
  if (!flag.keepsSmall.empty())
    effects.push_back(
        words.say("flag.effect.keepsSmall", {{"movements", movementsIn(words, flag.keepsSmall)}}));
  if (!flag.regions.empty())
    effects.push_back(words.say("flag.effect.regions", {{"regions", regionsIn(words, atlas, flag.regions)}}));
  return effects;
}

std::string closingText(const core::Words& words, const domain::FlagClosing& closing) {
  std::string text =
      words.say("closingKind." + std::string(domain::toString(closing.kind)),
                {{"who", closing.who}, {"date", unicode::formatDate(closing.on, words.language())}});
  if (!closing.reason.empty()) text += " " + closing.reason;
  return text + " " + words.say("flag.saidBy", {{"name", closing.authorName}});
}

}  // namespace

std::vector<FlagLine> flagLines(const core::Words& words, const domain::BodyAtlas& atlas,
                                const std::vector<domain::StandingFlag>& standing,
                                const domain::Questionnaire& questions, const domain::Intake* newest) {
  std::vector<FlagLine> lines;
  for (const auto& each : standing) {
    const auto& flag = *each.flag;
    FlagLine line;
    line.slug = flag.slug;
    line.level = flag.level;
    line.title = flag.title;
    line.chip = words.say("flag.chip",
                          {{"level", words.say("safetyLevel." + std::string(domain::toString(flag.level)))},
                           {"title", flag.title}});
    line.reason = flag.reason;
    if (newest != nullptr)
      for (const auto& answer : domain::answersBehind(flag, *newest))
        if (const auto* question = questions.find(answer.question))
          line.said.emplace_back(question->label, domain::answerText(words, *question, answer));
    line.effects = effectsOf(words, atlas, flag);
    line.source = words.say("flag.source", {{"source", flag.source},
                                            {"date", unicode::formatDate(flag.checkedOn, words.language())}});
    if (each.closing) line.closing = closingText(words, *each.closing);
    line.open = each.isOpen();
    line.counts = each.counts();
    lines.push_back(std::move(line));
  }
  return lines;
}

ClientFlags clientFlags(Workspace& work, const core::Words& words, domain::ClientId client) {
  const auto standing = flagsOf(work, client);
  if (standing.empty()) return {};
  const auto newest = work.store.intakes().ofClient(client).back();
  return {flagLines(words, work.content.atlas(), standing, questionsOf(work, newest), &newest),
          domain::touchedRegions(standing)};
}

}  // namespace unknot::app

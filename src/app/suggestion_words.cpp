#include "app/suggestion_words.h"

#include "app/session_view.h"

namespace unknot::app {
namespace {

// More regions make no stronger case to a reader.
constexpr std::size_t kMostRegions = 4;

std::string regionText(const core::Words& words, const domain::BodyAtlas& atlas,
                       const domain::SpeakingRegion& speaking) {
  const auto* region = atlas.find(speaking.region);
  const std::string name = region == nullptr ? speaking.region : regionNameOf(words, *region);
  std::string text =
      !speaking.tension ? name
      : speaking.after
          ? words.say("suggestion.after", {{"region", name}, {"level", std::to_string(*speaking.tension)}})
          : words.say("suggestion.before", {{"region", name}, {"level", std::to_string(*speaking.tension)}});
  if (speaking.noControl) text += " " + words.say("findingCode.noControl");
  return text;
}

std::string hitText(const core::Words& words, const domain::SafetyHit& hit) {
  if (hit.movement.empty()) return hit.flag->title;
  const std::string movement = words.say("movement." + hit.movement);
  return words.say("suggestion.hit", {{"flag", hit.flag->title}, {"movement", movement}});
}

}  // namespace

std::vector<std::string> reasonsFor(const core::Words& words, const domain::BodyAtlas& atlas,
                                    const domain::Suggestion& suggestion) {
  std::vector<std::string> lines;
  if (suggestion.first) lines.push_back(words.say("suggestion.first"));
  std::string regions;
  for (std::size_t i = 0; i < suggestion.regions.size() && i < kMostRegions; ++i)
    regions += (i == 0 ? "" : " · ") + regionText(words, atlas, suggestion.regions[i]);
  if (suggestion.regions.size() > kMostRegions)
    regions +=
        " " + words.sayCount("suggestion.more", static_cast<long>(suggestion.regions.size() - kMostRegions));
  if (!regions.empty()) lines.push_back(regions);
  std::string patterns;
  for (const auto& pattern : suggestion.patterns)
    patterns += (patterns.empty() ? "" : ", ") + words.say("pattern." + pattern);
  if (!patterns.empty()) lines.push_back(words.say("suggestion.patterns", {{"patterns", patterns}}));
  const auto care = careFor(words, suggestion.keepSmall);
  lines.insert(lines.end(), care.begin(), care.end());
  return lines;
}

std::vector<std::string> careFor(const core::Words& words, const std::vector<domain::SafetyHit>& hits) {
  std::vector<std::string> lines;
  for (const auto& hit : hits)
    lines.push_back(words.say("suggestion.keepSmall", {{"what", hitText(words, hit)}}));
  return lines;
}

std::vector<std::string> reasonsAgainst(const core::Words& words, const domain::LeftOut& leftOut) {
  std::vector<std::string> lines;
  const domain::SafetyFlag* said = nullptr;
  for (const auto& hit : leftOut.because) {
    lines.push_back(hitText(words, hit) + (hit.flag == said ? "." : ". " + hit.flag->reason));
    said = hit.flag;
  }
  return lines;
}

}  // namespace unknot::app

#include "domain/suggestion.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace unknot::domain {
namespace {

// What nearly every home practice begins with (common teaching).
constexpr std::string_view kFirst = "arch-and-flatten";
// Movements of a few regions are not taken for more fitting than they are.
constexpr std::size_t kFewRegions = 3;

int strengthOf(const SpeakingRegion& region) {
  return region.tension.value_or(0) + (region.noControl ? 1 : 0);
}

// By base: "ql".
using Speaking = std::map<std::string, std::vector<SpeakingRegion>, std::less<>>;

Speaking speakingRegions(const BodyAtlas& atlas, const std::vector<RegionFinding>& map) {
  Speaking speaking;
  for (const auto& finding : map) {
    const auto* region = atlas.find(finding.region);
    if (region == nullptr) continue;
    const auto& level = finding.after ? finding.after : finding.before;
    SpeakingRegion one{finding.region, {}, finding.after.has_value(), finding.findings.noControl};
    if (level) one.tension = level->value();
    if (one.tension.value_or(0) >= kSpeakingTension || one.noControl) speaking[region->base].push_back(one);
  }
  return speaking;
}

std::vector<SpeakingRegion> speakingFor(const Exercise& exercise, const Speaking& speaking) {
  std::vector<SpeakingRegion> regions;
  for (const auto& base : exercise.regions)
    if (const auto found = speaking.find(base); found != speaking.end())
      regions.insert(regions.end(), found->second.begin(), found->second.end());
  std::sort(regions.begin(), regions.end(), [](const SpeakingRegion& a, const SpeakingRegion& b) {
    const int stronger = strengthOf(a) - strengthOf(b);
    return stronger != 0 ? stronger > 0 : a.region < b.region;
  });
  return regions;
}

// How much speaks for it, for the size of what it moves.
double weightOf(const Exercise& exercise, const std::vector<SpeakingRegion>& regions) {
  double sum = 0;
  for (const auto& region : regions) sum += strengthOf(region);
  return sum / std::sqrt(static_cast<double>(std::max(exercise.regions.size(), kFewRegions)));
}

// "awareness" is no reflex pattern.
bool speaksOf(std::string_view pattern, const std::vector<SpeakingRegion>& regions, const BodyAtlas& atlas) {
  return std::any_of(regions.begin(), regions.end(), [&](const SpeakingRegion& region) {
    const auto& all = atlas.find(region.region)->patterns;
    return std::any_of(all.begin(), all.end(), [&](ReflexPattern each) { return toString(each) == pattern; });
  });
}

std::vector<std::string> patternsOf(const Exercise& exercise, const std::vector<SpeakingRegion>& regions,
                                    const BodyAtlas& atlas) {
  std::vector<std::string> patterns;
  for (const auto& name : exercise.patterns)
    if (speaksOf(name, regions, atlas)) patterns.push_back(name);
  return patterns;
}

}  // namespace

Suggestions suggest(const std::vector<Exercise>& library, const BodyAtlas& atlas,
                    const std::vector<RegionFinding>& map, const std::vector<const SafetyFlag*>& raised,
                    const std::vector<ExerciseSlug>& planned) {
  const Speaking speaking = speakingRegions(atlas, map);
  struct Weighed {
    Suggestion suggestion;
    double weight = 0;
    bool catStretch = false;
  };
  std::vector<Weighed> weighed;
  Suggestions all;
  for (const auto& exercise : library) {
    if (exercise.putAway) continue;
    if (std::find(planned.begin(), planned.end(), exercise.slug) != planned.end()) continue;
    auto regions = speakingFor(exercise, speaking);
    auto judgement = judge(exercise, raised);
    if (!judgement.leavesOut.empty()) {
      all.leftOut.push_back({exercise.slug, std::move(regions), std::move(judgement.leavesOut)});
      continue;
    }
    const bool first = exercise.slug == kFirst;
    if (regions.empty() && !first) continue;
    const double weight = weightOf(exercise, regions);
    auto patterns = patternsOf(exercise, regions, atlas);
    weighed.push_back(
        {{exercise.slug, std::move(regions), std::move(patterns), std::move(judgement.keepsSmall), first},
         weight,
         exercise.catStretch});
  }
  // Equal ones stay in the library's order.
  std::stable_sort(weighed.begin(), weighed.end(), [](const Weighed& a, const Weighed& b) {
    return std::tuple(a.suggestion.first, a.weight, a.catStretch) >
           std::tuple(b.suggestion.first, b.weight, b.catStretch);
  });
  for (auto& one : weighed) all.suggested.push_back(std::move(one.suggestion));
  std::stable_sort(all.leftOut.begin(), all.leftOut.end(),
                   [](const LeftOut& a, const LeftOut& b) { return a.regions.size() > b.regions.size(); });
  return all;
}

}  // namespace unknot::domain

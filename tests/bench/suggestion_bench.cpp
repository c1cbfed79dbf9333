// What speaks for and against each movement: the whole library, a map of 30 regions, every flag raised.
#include <benchmark/benchmark.h>

#include "content/content.h"
#include "domain/suggestion.h"

namespace unknot::bench {
namespace {

constexpr std::size_t kRegions = 30;

void suggestion(benchmark::State& state) {
  const auto content = content::Content::load(
      {std::string(UNKNOT_SOURCE_DIR) + "/data", std::string(UNKNOT_SOURCE_DIR) + "/templates", {}});
  std::vector<domain::RegionFinding> map;
  for (std::size_t i = 0; i < kRegions; ++i) {
    domain::RegionFinding finding;
    finding.region = content.atlas().regions().at(i * 3).slug;
    finding.before = domain::Tension(static_cast<int>(i % 5));
    map.push_back(std::move(finding));
  }
  std::vector<const domain::SafetyFlag*> raised;
  for (const auto& flag : content.safetyFlags())
    if (flag.level == domain::SafetyLevel::adapt) raised.push_back(&flag);
  for (auto _ : state)
    benchmark::DoNotOptimize(domain::suggest(content.exercises(), content.atlas(), map, raised, {}));
}
BENCHMARK(suggestion)->Name("suggestion")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace unknot::bench

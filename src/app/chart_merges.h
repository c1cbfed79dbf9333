// Use cases: two charts turn out to be of one person and are read as one, until somebody takes them apart
// again.
#pragma once

#include <string_view>
#include <vector>

#include "app/workspace.h"

namespace unknot::app {

// The chart of `other`, with all that it holds, becomes part of `keep`'s: everything recorded stands in one
// chart, what is recorded from now on is `keep`'s. Nothing that was recorded is changed. An id of a part
// means the chart that holds it. InputError: "error.merge.same" for two that are one already; RefusedError:
// "error.merge.draft" while something typed in `other`'s chart isn't saved.
domain::ChartMerge mergeCharts(Workspace& work, domain::ClientId keep, domain::ClientId other);

// A chart that is part of another one.
struct HeldChart {
  domain::ChartMerge merge;
  std::string name;
  friend bool operator==(const HeldChart&, const HeldChart&) = default;
};
// Those of `client`'s chart, by the day on which they came to it.
std::vector<HeldChart> heldCharts(Workspace& work, domain::ClientId client);
// An id, or words that begin words of the name of exactly one of them. InputError: "error.merge.none",
// "error.client.several" (count).
HeldChart resolveHeld(Workspace& work, domain::ClientId client, std::string_view idOrWords);

// Both charts are as they were before, each with its own; what was recorded since they were put together
// stays with the one it was recorded in. InputError ("error.merge.none") when `other` is no part of
// `client`'s chart.
domain::ChartMerge separateCharts(Workspace& work, domain::ClientId client, domain::ClientId other);

// What a chart would bring with it.
struct ChartSum {
  domain::Client client;
  int sessions = 0;
  int intakes = 0;
  int documents = 0;
  bool unsaved = false;  // something typed in it isn't saved
  friend bool operator==(const ChartSum&, const ChartSum&) = default;
};
ChartSum sumOf(Workspace& work, domain::ClientId client);

}  // namespace unknot::app

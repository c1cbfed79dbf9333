// What the repositories of one opened practice share.
#pragma once

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

#include "core/clock.h"
#include "core/error.h"
#include "domain/ids.h"
#include "storage/audit_chain.h"
#include "storage/chart_parts.h"
#include "storage/client_index.h"
#include "storage/engine.h"

namespace unknot::storage {

// References to what the opened practice owns.
struct PracticeContext {
  Connection& connection;
  core::Random& random;
  const core::Clock& clock;
  domain::UserId user;
  AuditChain& audit;
  ClientIndex& index;
  ChartParts& parts;

  // One commit or none; what was remembered of it is forgotten when it is none.
  void atomically(const std::function<void()>& work) const;
  // Throws core::RefusedError ("error.practice.noClient").
  void requireClient(domain::ClientId client) const;
};

// Refusals of the repositories, "error.practice.<id>".
core::RefusedError refusal(const char* id);

// What `readOne` gives of each client whose chart is read with this one's, put together in the order of
// `before`; what has an order within one of them keeps it.
template <class ReadOne, class Before>
auto ofChart(const PracticeContext& context, domain::ClientId client, ReadOne readOne, Before before) {
  decltype(readOne(client)) all;
  for (const auto part : context.parts.of(client)) {
    auto own = readOne(part);
    if (all.empty()) {
      all = std::move(own);
      continue;
    }
    decltype(all) both;
    auto next = own.begin();
    for (auto& record : all) {
      for (; next != own.end() && before(*next, record); ++next) both.push_back(std::move(*next));
      both.push_back(std::move(record));
    }
    std::move(next, own.end(), std::back_inserter(both));
    all = std::move(both);
  }
  return all;
}

// True when `wanted` is among `present` already: a retry adds nothing. Throws refusal("sameId") for another
// record of its id.
template <class Record>
bool isThere(const std::vector<Record>& present, const Record& wanted) {
  const auto found =
      std::find_if(present.begin(), present.end(), [&](const Record& each) { return each.id == wanted.id; });
  if (found == present.end()) return false;
  if (*found != wanted) throw refusal("sameId");
  return true;
}

}  // namespace unknot::storage
